/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "seesaw-report.h"

#include "seesaw-number.h"

#include <glib/gi18n.h>

#define NAME_WIDTH 8
#define NUMBER_WIDTH 9

/* Columns are counted in characters, not bytes. */
static void
print_cell (const char *text, int width)
{
  int padding = width - (int) g_utf8_strlen (text, -1);

  g_print ("%*s%s", MAX (padding, 1), "", text);
}

static void
print_taken (char *text)
{
  print_cell (text, NUMBER_WIDTH);
  g_free (text);
}

static const char *
name_row (const SeesawRow *row)
{
  static const char *const names[SEESAW_N_KNOWN_GAMMAS] = { "ALG", "PCV", "γ*", "γ_bal" };

  return row->which >= 0 ? names[row->which] : "";
}

static void
print_row (const SeesawRow *row, const SeesawAnalysis *analysis)
{
  SeesawAccuracy at = seesaw_curve_at (analysis->curve, row->gamma);
  const double values[] = { at.yy, at.sy, at.uy, at.ss, at.uu, at.h };

  print_cell (name_row (row), NAME_WIDTH);
  print_taken (seesaw_number_gamma (row->gamma));
  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    print_taken (seesaw_number_percent (values[i]));
  g_print ("\n");
}

static void
print_heading (void)
{
  static const char *const names[] = { "γ", "Y/Y", "S/Y", "U/Y", "S/S", "U/U", "H" };

  print_cell ("", NAME_WIDTH);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    print_cell (names[i], NUMBER_WIDTH);
  g_print ("\n");
}

static void
print_epoch (const SeesawLoaded *loaded, const SeesawQuestion *question, SeesawEpoch *epoch)
{
  g_autoptr (SeesawAnalysis) analysis =
      seesaw_analysis_new (loaded->run, epoch, loaded->pcv, question->top_k, question->average);
  g_autoptr (GArray) rows = seesaw_question_list_rows (question, analysis);
  g_autofree char *ausuc = seesaw_number_fraction (seesaw_curve_get_ausuc (analysis->curve));
  g_autofree char *mass = seesaw_number_percent (seesaw_mass_at (analysis->mass_unseen, 0.0));
  g_autofree char *recall =
      seesaw_number_percent (seesaw_analysis_get_absent_recall (analysis, 0.0));
  gsize n_unlabelled = seesaw_curve_get_n_unlabelled (analysis->curve);

  g_print ("\n");
  g_print (_ ("epoch %d: AUSUC %s, %zu operating points; U samples at γ = 0: P(U|x) %s, absent "
              "recall %s\n"),
           loaded->run->epochs[epoch->index], ausuc, seesaw_curve_get_n_points (analysis->curve),
           mass, recall);
  print_heading ();
  for (guint i = 0; i < rows->len; i++)
    print_row (&g_array_index (rows, SeesawRow, i), analysis);

  if (epoch->n_nan > 0)
    g_print (_ ("%zu logits are NaN and count as −∞\n"), (gsize) epoch->n_nan);
  if (n_unlabelled > 0)
    g_print (_ ("%zu samples have no label and are left out\n"), n_unlabelled);
}

static gboolean
report_file (const char *path, const SeesawQuestion *question, GError **error)
{
  g_autoptr (SeesawLoaded) loaded = seesaw_loaded_new (path, error);
  gsize first;
  gsize n_epochs;

  if (loaded == NULL ||
      !seesaw_question_find_epochs (question, loaded->run, &first, &n_epochs, error))
    return FALSE;

  g_print ("%s: %s\n", path, loaded->run->name);
  g_print (_ ("%zu test samples, %zu classes (%zu seen, %zu unseen), %s, top-%u\n"),
           loaded->run->n_samples, loaded->run->classes->n_classes, loaded->run->classes->n_seen,
           loaded->run->classes->n_classes - loaded->run->classes->n_seen,
           question->average == SEESAW_AVERAGE_CLASS ? _ ("class average") : _ ("sample average"),
           question->top_k);

  for (gsize e = first; e < first + n_epochs; e++)
    {
      g_autoptr (SeesawEpoch) epoch = seesaw_reader_reduce_epoch (
          loaded->reader, e, SEESAW_SCORE_LOGIT, NULL, NULL, NULL, error);

      if (epoch == NULL)
        return FALSE;

      print_epoch (loaded, question, epoch);
    }

  return TRUE;
}

/**
 * seesaw_report_text:
 * @paths: %NULL-terminated files
 * @question: what is asked
 * @error: return location for a `SEESAW_ERROR`
 *
 * Prints aligned tables, one for each epoch of each file.
 *
 * Returns: whether all files could be analysed
 */
gboolean
seesaw_report_text (char **paths, const SeesawQuestion *question, GError **error)
{
  for (gsize i = 0; paths[i] != NULL; i++)
    {
      if (i > 0)
        g_print ("\n");
      if (!report_file (paths[i], question, error))
        return FALSE;
    }

  return TRUE;
}
