/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "seesaw-report.h"

#include "seesaw-margin.h"
#include "seesaw-result.h"
#include "seesaw-similarity.h"

#include <json-glib/json-glib.h>
#include <math.h>

/* Entries that are told of each matrix of similarities. */
#define FIRST_ROW 5

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
add_numbers (JsonBuilder *builder, const char *name, const double *values, gsize n_values)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (gsize i = 0; i < n_values; i++)
    add_number (builder, NULL, values[i]);
  json_builder_end_array (builder);
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

/* γ_ALG and γ_PCV are differences of logits: they say nothing about cosines. */
static void
add_gammas (JsonBuilder *builder,
            const SeesawLoaded *loaded,
            const SeesawQuestion *question,
            const SeesawAnalysis *analysis)
{
  gboolean of_logits = question->score == SEESAW_SCORE_LOGIT;

  begin_object (builder, "gamma");
  add_number (builder, "balance", analysis->gamma[SEESAW_KNOWN_GAMMA_BALANCE]);
  add_number (builder, "oracle", analysis->gamma[SEESAW_KNOWN_GAMMA_ORACLE]);

  if (of_logits && loaded->run->n_train_samples > 0)
    add_number (builder, "alg", analysis->gamma[SEESAW_KNOWN_GAMMA_ALG]);

  if (of_logits && loaded->run->n_folds > 0)
    {
      add_numbers (builder, "pcv_folds", loaded->pcv_folds, loaded->run->n_folds);
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

/* P(U given x) comes from logits: cosines are no logarithms of odds. */
static void
add_mass (JsonBuilder *builder, const SeesawQuestion *question, const SeesawAnalysis *analysis)
{
  if (question->score != SEESAW_SCORE_LOGIT)
    return;

  add_number (builder, "p_unseen", seesaw_mass_at (analysis->mass_unseen, 0.0));
  add_number (builder, "p_unseen_seen", seesaw_mass_at (analysis->mass_seen, 0.0));
}

static void
add_ncm (JsonBuilder *builder, const SeesawRun *run, const SeesawAnalysis *ncm)
{
  begin_object (builder, "ncm");
  add_accuracy (builder, "accuracy", run, ncm->epoch, 1, SEESAW_AVERAGE_SAMPLE);
  add_number (builder, "ausuc", seesaw_curve_get_ausuc (ncm->curve));
  add_integer (builder, "points", (gint64) seesaw_curve_get_n_points (ncm->curve));
  json_builder_end_object (builder);
}

/* A first row of the matrix beside its means; a Δw without direction is similar to none. */
static void
add_similarity (JsonBuilder *builder,
                const char *name,
                const SeesawDrift *drift,
                SeesawMeasure measure,
                SeesawBlockMeans means)
{
  const gint32 order[FIRST_ROW] = { 0, 1, 2, 3, 4 };
  gsize n = MIN (drift->n_classes, FIRST_ROW);
  g_autoptr (SeesawSimilarity) similarity = seesaw_similarity_new (drift, measure, order, n);
  double row[FIRST_ROW];

  for (gsize c = 0; c < n; c++)
    row[c] = seesaw_similarity_at (similarity, 0, c);

  begin_object (builder, name);
  add_number (builder, "seen", means.seen);
  add_number (builder, "unseen", means.unseen);
  add_number (builder, "across", means.across);
  add_numbers (builder, "first_row", row, n);
  json_builder_end_object (builder);
}

static void
add_weights (JsonBuilder *builder, const SeesawRun *run, gsize index, const SeesawDrift *drift)
{
  begin_object (builder, "weight_norm");
  add_number (builder, "seen", seesaw_drift_mean_norm (drift, run->classes, TRUE));
  add_number (builder, "unseen", seesaw_drift_mean_norm (drift, run->classes, FALSE));
  json_builder_end_object (builder);

  if (!drift->has_start || run->epochs[index] == 0)
    return;

  begin_object (builder, "drift");
  add_numbers (builder, "norm", drift->norm, drift->n_classes);
  add_numbers (builder, "cosine_to_start", drift->cosine_to_start, drift->n_classes);
  add_similarity (builder, "cosine", drift, SEESAW_MEASURE_COSINE, drift->cosine);
  add_similarity (builder, "pearson", drift, SEESAW_MEASURE_PEARSON, drift->pearson);
  json_builder_end_object (builder);
}

static void
add_left_out (JsonBuilder *builder, const SeesawAnalysis *analysis)
{
  gsize n_unlabelled = seesaw_curve_get_n_unlabelled (analysis->curve);

  if (analysis->epoch->n_nan > 0)
    add_integer (builder, "nan_logits", (gint64) analysis->epoch->n_nan);
  if (n_unlabelled > 0)
    add_integer (builder, "unlabelled", (gint64) n_unlabelled);
}

static void
add_result (JsonBuilder *builder,
            const SeesawLoaded *loaded,
            const SeesawQuestion *question,
            const SeesawResult *result)
{
  const SeesawRun *run = loaded->run;
  const SeesawAnalysis *analysis = result->analysis;
  const SeesawEpoch *epoch = analysis->epoch;

  json_builder_begin_object (builder);
  add_integer (builder, "epoch", run->epochs[result->index]);
  add_accuracy (builder, "accuracy", run, epoch, 1, SEESAW_AVERAGE_SAMPLE);
  add_accuracy (builder, "class_accuracy", run, epoch, 1, SEESAW_AVERAGE_CLASS);
  add_accuracy (builder, "top5", run, epoch, SEESAW_TOP_K, SEESAW_AVERAGE_SAMPLE);
  add_number (builder, "ausuc", seesaw_curve_get_ausuc (analysis->curve));
  add_integer (builder, "points", (gint64) seesaw_curve_get_n_points (analysis->curve));
  add_mass (builder, question, analysis);
  add_number (builder, "absent_recall", seesaw_analysis_get_absent_recall (analysis, 0.0));
  add_margin (builder, run, epoch);
  add_gammas (builder, loaded, question, analysis);
  add_rows (builder, question, analysis);
  if (result->ncm != NULL)
    add_ncm (builder, run, result->ncm);
  if (result->drift != NULL)
    add_weights (builder, run, result->index, result->drift);
  add_left_out (builder, analysis);
  json_builder_end_object (builder);
}

static void
add_run (JsonBuilder *builder, const SeesawRun *run, const SeesawQuestion *question)
{
  g_autofree char *base = g_path_get_basename (run->path);
  g_autofree char *file = g_filename_display_name (base);

  add_string (builder, "file", file);
  add_string (builder, "name", run->name);
  add_string (builder, "score", question->score == SEESAW_SCORE_NCM ? "ncm" : "logit");
  add_integer (builder, "epochs", (gint64) run->n_epochs);
  add_integer (builder, "classes", (gint64) run->classes->n_classes);
  add_integer (builder, "seen", (gint64) run->classes->n_seen);
  add_integer (builder, "samples", (gint64) run->n_samples);
}

static gboolean
add_file (JsonBuilder *builder, const char *path, const SeesawQuestion *question, GError **error)
{
  g_autoptr (SeesawLoaded) loaded =
      seesaw_loaded_new (path, question->score == SEESAW_SCORE_LOGIT, error);
  gsize first;
  gsize n_epochs;

  if (loaded == NULL ||
      !seesaw_question_find_epochs (question, loaded->run, &first, &n_epochs, error))
    return FALSE;

  json_builder_begin_object (builder);
  add_run (builder, loaded->run, question);
  json_builder_set_member_name (builder, "results");
  json_builder_begin_array (builder);
  for (gsize e = first; e < first + n_epochs; e++)
    {
      g_auto (SeesawResult) result = { 0 };

      if (!seesaw_result_init (&result, loaded, question, e, error))
        return FALSE;

      add_result (builder, loaded, question, &result);
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
