/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "seesaw-report.h"

#include "seesaw-number.h"
#include "seesaw-remarks.h"
#include "seesaw-result.h"

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
print_summary (const SeesawRun *run, const SeesawQuestion *question, const SeesawResult *result)
{
  const SeesawAnalysis *analysis = result->analysis;
  g_autofree char *ausuc = seesaw_number_fraction (seesaw_curve_get_ausuc (analysis->curve));
  g_autofree char *mass = seesaw_number_percent (seesaw_mass_at (analysis->mass_unseen, 0.0));
  g_autofree char *recall =
      seesaw_number_percent (seesaw_analysis_get_absent_recall (analysis, 0.0));
  gsize n_points = seesaw_curve_get_n_points (analysis->curve);
  gint32 epoch = run->epochs[result->index];

  if (question->score == SEESAW_SCORE_LOGIT)
    g_print (ngettext ("epoch %d: AUSUC %s, %zu operating point; U samples at γ = 0: P(U|x) %s, "
                       "absent recall %s\n",
                       "epoch %d: AUSUC %s, %zu operating points; U samples at γ = 0: P(U|x) %s, "
                       "absent recall %s\n",
                       n_points),
             epoch, ausuc, n_points, mass, recall);
  else
    g_print (ngettext ("epoch %d: AUSUC %s, %zu operating point; U samples at γ = 0: absent "
                       "recall %s\n",
                       "epoch %d: AUSUC %s, %zu operating points; U samples at γ = 0: absent "
                       "recall %s\n",
                       n_points),
             epoch, ausuc, n_points, recall);
}

static void
print_ncm (const SeesawAnalysis *ncm)
{
  SeesawAccuracy at = seesaw_curve_at (ncm->curve, 0.0);
  g_autofree char *ausuc = seesaw_number_fraction (seesaw_curve_get_ausuc (ncm->curve));
  g_autofree char *yy = seesaw_number_percent (at.yy);
  g_autofree char *sy = seesaw_number_percent (at.sy);
  g_autofree char *uy = seesaw_number_percent (at.uy);

  g_print (_ ("nearest class mean: AUSUC %s; Y/Y %s, S/Y %s, U/Y %s\n"), ausuc, yy, sy, uy);
}

static void
print_weights (const SeesawRun *run, const SeesawResult *result)
{
  const SeesawDrift *drift = result->drift;
  g_autofree char *seen =
      seesaw_number_fraction (seesaw_drift_mean_norm (drift, run->classes, TRUE));
  g_autofree char *unseen =
      seesaw_number_fraction (seesaw_drift_mean_norm (drift, run->classes, FALSE));
  g_autofree char *within_seen = seesaw_number_fraction (drift->cosine.seen);
  g_autofree char *within_unseen = seesaw_number_fraction (drift->cosine.unseen);
  g_autofree char *across = seesaw_number_fraction (drift->cosine.across);

  g_print (_ ("mean norm of weights: S %s, U %s\n"), seen, unseen);
  if (drift->has_start && run->epochs[result->index] != 0)
    g_print (_ ("mean cosine of Δw: within S %s, within U %s, across %s\n"), within_seen,
             within_unseen, across);
}

static void
print_left_out (const SeesawAnalysis *analysis)
{
  g_autofree char *remarks = seesaw_remarks_new (analysis, "\n");

  if (remarks[0] != '\0')
    g_print ("%s\n", remarks);
}

static void
print_result (const SeesawRun *run, const SeesawQuestion *question, const SeesawResult *result)
{
  g_autoptr (GArray) rows = seesaw_question_list_rows (question, result->analysis);

  g_print ("\n");
  print_summary (run, question, result);
  print_heading ();
  for (guint i = 0; i < rows->len; i++)
    print_row (&g_array_index (rows, SeesawRow, i), result->analysis);

  if (result->ncm != NULL && question->score == SEESAW_SCORE_LOGIT)
    print_ncm (result->ncm);
  if (result->drift != NULL)
    print_weights (run, result);
  print_left_out (result->analysis);
}

static void
print_run (const char *path, const SeesawRun *run, const SeesawQuestion *question)
{
  g_print ("%s: %s\n", path, run->name);
  g_print (ngettext ("%zu test sample, %zu classes (%zu seen, %zu unseen), %s, top-%u\n",
                     "%zu test samples, %zu classes (%zu seen, %zu unseen), %s, top-%u\n",
                     run->n_samples),
           run->n_samples, run->classes->n_classes, run->classes->n_seen,
           run->classes->n_classes - run->classes->n_seen,
           question->average == SEESAW_AVERAGE_CLASS ? _ ("class average") : _ ("sample average"),
           question->top_k);
  if (question->score == SEESAW_SCORE_NCM)
    g_print (_ ("scores are cosines to the nearest class mean\n"));
}

static gboolean
report_file (const char *path, const SeesawQuestion *question, GError **error)
{
  g_autoptr (SeesawLoaded) loaded =
      seesaw_loaded_new (path, question->score == SEESAW_SCORE_LOGIT, error);
  gsize first;
  gsize n_epochs;

  if (loaded == NULL ||
      !seesaw_question_find_epochs (question, loaded->run, &first, &n_epochs, error))
    return FALSE;

  for (gsize e = first; e < first + n_epochs; e++)
    {
      g_auto (SeesawResult) result = { 0 };

      if (!seesaw_result_init (&result, loaded, question, e, error))
        return FALSE;

      if (e == first)
        print_run (path, loaded->run, question);
      print_result (loaded->run, question, &result);
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
