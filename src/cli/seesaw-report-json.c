/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "seesaw-report.h"

#include "seesaw-margin.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>
#include <math.h>

/* An undefined number is null, never 0. */
static void
add_number (JsonBuilder *builder, const char *name, double value)
{
  if (name != NULL)
    json_builder_set_member_name (builder, name);

  if (isfinite (value))
    json_builder_add_double_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

static void
add_integer (JsonBuilder *builder, const char *name, gint64 value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

static void
add_string (JsonBuilder *builder, const char *name, const char *value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

static void
begin_object (JsonBuilder *builder, const char *name)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_object (builder);
}

static void
add_accuracy_members (JsonBuilder *builder, SeesawAccuracy accuracy)
{
  add_number (builder, "yy", accuracy.yy);
  add_number (builder, "sy", accuracy.sy);
  add_number (builder, "uy", accuracy.uy);
  add_number (builder, "ss", accuracy.ss);
  add_number (builder, "uu", accuracy.uu);
  add_number (builder, "h", accuracy.h);
}

/* Accuracies at γ = 0 under another average or k than the rest of the report. */
static void
add_accuracy (JsonBuilder *builder,
              const char *name,
              const SeesawRun *run,
              const SeesawEpoch *epoch,
              guint top_k,
              SeesawAverage average)
{
  g_autoptr (SeesawCurve) curve = seesaw_curve_new (run->classes, epoch->test, top_k, average);

  begin_object (builder, name);
  add_accuracy_members (builder, seesaw_curve_at (curve, 0.0));
  json_builder_end_object (builder);
}

static void
add_distribution (JsonBuilder *builder, const char *name, SeesawDistribution distribution)
{
  begin_object (builder, name);
  add_number (builder, "mean", distribution.mean);
  add_number (builder, "q1", distribution.q1);
  add_number (builder, "median", distribution.median);
  add_number (builder, "q3", distribution.q3);
  json_builder_end_object (builder);
}

static void
add_margin (JsonBuilder *builder, const SeesawRun *run, const SeesawEpoch *epoch)
{
  SeesawMargin margin = seesaw_margin_of (run->classes, epoch->test, FALSE);

  begin_object (builder, "margin");
  add_distribution (builder, "label", margin.label);
  add_distribution (builder, "other", margin.other);
  add_distribution (builder, "margin", margin.margin);
  json_builder_end_object (builder);
}

static void
add_gammas (JsonBuilder *builder, const SeesawLoaded *loaded, const SeesawAnalysis *analysis)
{
  begin_object (builder, "gamma");
  add_number (builder, "balance", analysis->gamma[SEESAW_KNOWN_GAMMA_BALANCE]);
  add_number (builder, "oracle", analysis->gamma[SEESAW_KNOWN_GAMMA_ORACLE]);

  if (loaded->run->n_train_samples > 0)
    add_number (builder, "alg", analysis->gamma[SEESAW_KNOWN_GAMMA_ALG]);

  if (loaded->run->n_folds > 0)
    {
      json_builder_set_member_name (builder, "pcv_folds");
      json_builder_begin_array (builder);
      for (gsize k = 0; k < loaded->run->n_folds; k++)
        add_number (builder, NULL, loaded->pcv_folds[k]);
      json_builder_end_array (builder);
      add_number (builder, "pcv", loaded->pcv);
    }
  json_builder_end_object (builder);
}

static void
add_rows (JsonBuilder *builder, const SeesawQuestion *question, const SeesawAnalysis *analysis)
{
  g_autoptr (GArray) rows = seesaw_question_list_rows (question, analysis);

  json_builder_set_member_name (builder, "at");
  json_builder_begin_array (builder);
  for (guint i = 0; i < rows->len; i++)
    {
      const SeesawRow *row = &g_array_index (rows, SeesawRow, i);

      json_builder_begin_object (builder);
      add_number (builder, "gamma", row->gamma);
      if (row->which >= 0)
        add_string (builder, "which", seesaw_known_gamma_get_id ((SeesawKnownGamma) row->which));
      add_accuracy_members (builder, seesaw_curve_at (analysis->curve, row->gamma));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_epoch (JsonBuilder *builder,
           const SeesawLoaded *loaded,
           const SeesawQuestion *question,
           SeesawEpoch *epoch)
{
  const SeesawRun *run = loaded->run;
  g_autoptr (SeesawAnalysis) analysis =
      seesaw_analysis_new (run, epoch, loaded->pcv, question->top_k, question->average);

  json_builder_begin_object (builder);
  add_integer (builder, "epoch", run->epochs[epoch->index]);
  add_accuracy (builder, "accuracy", run, epoch, 1, SEESAW_AVERAGE_SAMPLE);
  add_accuracy (builder, "class_accuracy", run, epoch, 1, SEESAW_AVERAGE_CLASS);
  add_accuracy (builder, "top5", run, epoch, SEESAW_TOP_K, SEESAW_AVERAGE_SAMPLE);
  add_number (builder, "ausuc", seesaw_curve_get_ausuc (analysis->curve));
  add_integer (builder, "points", (gint64) seesaw_curve_get_n_points (analysis->curve));
  add_number (builder, "p_unseen", seesaw_mass_at (analysis->mass_unseen, 0.0));
  add_number (builder, "p_unseen_seen", seesaw_mass_at (analysis->mass_seen, 0.0));
  add_number (builder, "absent_recall", seesaw_analysis_get_absent_recall (analysis, 0.0));
  add_margin (builder, run, epoch);
  add_gammas (builder, loaded, analysis);
  add_rows (builder, question, analysis);
  if (epoch->n_nan > 0)
    add_integer (builder, "nan_logits", (gint64) epoch->n_nan);
  if (seesaw_curve_get_n_unlabelled (analysis->curve) > 0)
    add_integer (builder, "unlabelled", (gint64) seesaw_curve_get_n_unlabelled (analysis->curve));
  json_builder_end_object (builder);
}

static gboolean
add_file (JsonBuilder *builder, const char *path, const SeesawQuestion *question, GError **error)
{
  g_autoptr (SeesawLoaded) loaded = seesaw_loaded_new (path, error);
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *file = g_filename_display_name (base);
  gsize first;
  gsize n_epochs;

  if (loaded == NULL ||
      !seesaw_question_find_epochs (question, loaded->run, &first, &n_epochs, error))
    return FALSE;

  json_builder_begin_object (builder);
  add_string (builder, "file", file);
  add_string (builder, "name", loaded->run->name);
  add_integer (builder, "epochs", (gint64) loaded->run->n_epochs);
  add_integer (builder, "classes", (gint64) loaded->run->classes->n_classes);
  add_integer (builder, "seen", (gint64) loaded->run->classes->n_seen);
  add_integer (builder, "samples", (gint64) loaded->run->n_samples);
  json_builder_set_member_name (builder, "results");
  json_builder_begin_array (builder);
  for (gsize e = first; e < first + n_epochs; e++)
    {
      g_autoptr (SeesawEpoch) epoch = seesaw_reader_reduce_epoch (
          loaded->reader, e, SEESAW_SCORE_LOGIT, NULL, NULL, NULL, error);

      if (epoch == NULL)
        return FALSE;

      add_epoch (builder, loaded, question, epoch);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);

  return TRUE;
}

/**
 * seesaw_report_json:
 * @paths: %NULL-terminated files
 * @question: what is asked
 * @error: return location for a `SEESAW_ERROR`
 *
 * Prints one object for one file, or an array for several. Nothing is printed on an error.
 *
 * Returns: whether all files could be analysed
 */
gboolean
seesaw_report_json (char **paths, const SeesawQuestion *question, GError **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;
  gboolean many = paths[1] != NULL;

  if (many)
    json_builder_begin_array (builder);
  for (gsize i = 0; paths[i] != NULL; i++)
    if (!add_file (builder, paths[i], question, error))
      return FALSE;
  if (many)
    json_builder_end_array (builder);

  root = json_builder_get_root (builder);
  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  text = json_generator_to_data (generator, NULL);
  g_print ("%s\n", text);

  return TRUE;
}
