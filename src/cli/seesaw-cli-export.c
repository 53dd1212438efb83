/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "seesaw-cli.h"

#include "seesaw-cli-compare.h"
#include "seesaw-error.h"
#include "seesaw-output.h"
#include "seesaw-result.h"
#include "seesaw-table-classes.h"
#include "seesaw-table-curve.h"
#include "seesaw-table-drift.h"
#include "seesaw-table-history.h"

#include <glib/gi18n.h>
#include <string.h>

/**
 * Export:
 * @loaded: the present file
 * @question: what is asked
 * @gamma: the γ to compare with 0
 * @first: index of the first epoch
 * @n_epochs: number of epochs
 * @file: (nullable): what the column "file" says
 * @csv: the table so far
 */
typedef struct
{
  const SeesawLoaded *loaded;
  const SeesawQuestion *question;
  double gamma;
  gsize first;
  gsize n_epochs;
  const char *file;
  GString *csv;
} Export;

/* A table of one epoch takes the last, unless another is asked for. */
static gsize
only_epoch (const Export *self)
{
  return self->first + self->n_epochs - 1;
}

static gboolean
append_classes (const Export *self, GError **error)
{
  const SeesawRun *run = self->loaded->run;
  guint top_k = self->question->top_k;
  g_auto (SeesawResult) result = { 0 };
  g_autoptr (SeesawClassTable) classes = NULL;
  g_autoptr (SeesawClassTable) ncm = NULL;
  SeesawTableClasses table = { .run = run, .index = only_epoch (self), .gamma = self->gamma };

  if (!seesaw_result_init (&result, self->loaded, self->question, table.index, error))
    return FALSE;

  classes = seesaw_class_table_new (run->classes, result.analysis->epoch->test, top_k);
  if (result.ncm != NULL)
    ncm = seesaw_class_table_new (run->classes, result.ncm->epoch->test, top_k);
  table.classes = classes;
  table.ncm = ncm;
  table.drift = result.drift;
  seesaw_table_classes_append (&table, self->csv, self->file);

  return TRUE;
}

static gboolean
append_history (const Export *self, GError **error)
{
  const SeesawClasses *classes = self->loaded->run->classes;
  g_autoptr (SeesawHistory) history = seesaw_history_new (self->loaded->run);
  SeesawScore score = self->question->score;

  for (gsize e = self->first; e < self->first + self->n_epochs; e++)
    {
      g_auto (SeesawResult) result = { 0 };

      if (!seesaw_result_init (&result, self->loaded, self->question, e, error))
        return FALSE;

      seesaw_history_set (history, score, e, result.analysis);
      history->spreads[e] = seesaw_spread_of (classes, result.analysis->epoch->test);
      if (result.ncm != NULL)
        seesaw_history_set (history, SEESAW_SCORE_NCM, e, result.ncm);
      if (result.drift != NULL)
        seesaw_history_set_drift (history, e, result.drift);
    }
  seesaw_table_history_append (history, classes, score, self->gamma, self->csv, self->file);

  return TRUE;
}

static gboolean
append_curve (const Export *self, GError **error)
{
  for (gsize e = self->first; e < self->first + self->n_epochs; e++)
    {
      g_autoptr (SeesawAnalysis) analysis =
          seesaw_result_analyse (self->loaded, self->question, self->question->score, e, error);

      if (analysis == NULL)
        return FALSE;

      seesaw_table_curve_append (analysis, self->loaded->run, self->csv, self->file);
    }

  return TRUE;
}

static gboolean
append_drift (const Export *self, GError **error)
{
  gsize index = only_epoch (self);
  g_autoptr (SeesawDrift) drift =
      seesaw_reader_measure_drift (self->loaded->reader, index, NULL, error);

  return drift != NULL &&
         seesaw_table_drift_append (drift, self->loaded->run, index, self->csv, self->file, error);
}

static const struct
{
  const char *name;
  gboolean (*append) (const Export *self, GError **error);
  gboolean with_folds;
} tables[] = {
  { "classes", append_classes, FALSE },
  { "history", append_history, TRUE },
  { "curve", append_curve, FALSE },
  { "drift", append_drift, FALSE },
};

/* A column for each class: all files of a table need the same number. */
static gboolean
append_file (Export *self, gsize table, const char *path, gsize *n_classes, GError **error)
{
  g_autofree char *display = g_filename_display_name (path);
  g_autoptr (SeesawLoaded) loaded = NULL;

  loaded = seesaw_loaded_new (
      path, tables[table].with_folds && self->question->score == SEESAW_SCORE_LOGIT, error);
  if (loaded == NULL || !seesaw_question_find_epochs (self->question, loaded->run, &self->first,
                                                      &self->n_epochs, error))
    return FALSE;

  if (tables[table].append == append_drift && *n_classes != 0 &&
      *n_classes != loaded->run->classes->n_classes)
    {
      g_set_error (error, SEESAW_ERROR, SEESAW_ERROR_ARGUMENT,
                   _ ("%s: found %zu classes, the files before it have %zu; export it by itself"),
                   path, loaded->run->classes->n_classes, *n_classes);
      return FALSE;
    }

  *n_classes = loaded->run->classes->n_classes;
  self->loaded = loaded;
  self->file = self->file != NULL ? display : NULL;

  return tables[table].append (self, error);
}

static gboolean
find_table (const char *name, gsize *table)
{
  for (*table = 0; *table < G_N_ELEMENTS (tables); ++*table)
    if (g_strcmp0 (name, tables[*table].name) == 0)
      return TRUE;

  return FALSE;
}

static gboolean
export_files (gsize table,
              char **paths,
              const SeesawQuestion *question,
              const char *output,
              GError **error)
{
  g_autoptr (GString) csv = g_string_new (NULL);
  gsize n_classes = 0;

  for (gsize i = 0; paths[i] != NULL; i++)
    {
      Export export = { .question = question,
                        .gamma = question->n_gammas > 0 ? question->gammas[0] : 0.0,
                        .file = paths[1] != NULL ? paths[i] : NULL,
                        .csv = csv };

      if (!append_file (&export, table, paths[i], &n_classes, error))
        return FALSE;
    }

  return seesaw_output_write (csv->str, csv->len, output, error);
}

/**
 * seesaw_cli_export:
 *
 * seesaw-cli export TABLE FILE… [-o OUT.csv]: numbers of a run as comma-separated values; or a
 * table of results of several runs.
 *
 * Returns: whether the table was written
 */
gboolean
seesaw_cli_export (int argc, char **argv, GError **error)
{
  static const char *const suffixes[] = { ".csv", NULL };
  g_auto (SeesawOptions) options = { 0 };
  g_auto (SeesawQuestion) question = { 0 };
  g_autofree char *output = NULL;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output,
      N_ ("Where to: a name that ends in .csv, or - for the standard output"), N_ ("OUT") },
    { 0 },
  };
  GOptionContext *context;
  gsize table;

  if (argc > 1 && g_str_equal (argv[1], "table"))
    return seesaw_cli_export_table (argc, argv, error);

  context = g_option_context_new (_ ("classes|history|curve|drift|table FILE…"));
  g_option_context_set_summary (
      context, _ ("“seesaw-cli export table --help” tells the options of a table of results."));
  seesaw_options_add_to (&options, context);
  if (!seesaw_cli_parse (context, &argc, &argv, entries, error) ||
      !seesaw_options_parse (&options, &question, error))
    return FALSE;

  if (argc < 3 || !find_table (argv[1], &table))
    return seesaw_cli_set_usage (
        error,
        _ ("export takes a table (classes, history, curve, drift or table) and one file or more"));
  if (question.n_gammas > 1)
    return seesaw_cli_set_usage (error, _ ("export takes one --gamma"));
  if (!seesaw_output_check (output, suffixes, error))
    return FALSE;

  return export_files (table, argv + 2, &question, output, error);
}
