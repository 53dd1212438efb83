/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A table of results, as it goes into a paper. */

#include "config.h"

#include "seesaw-cli-compare.h"

#include "seesaw-cli.h"
#include "seesaw-output.h"
#include "seesaw-result-table.h"

#include <glib/gi18n.h>
#include <string.h>

#define DEFAULT_METRICS "yy,ausuc"

/**
 * Options:
 *
 * What the command line says; %NULL for what it does not.
 */
typedef struct
{
  char *output;
  char *format;
  char *metrics;
  char *group_by;
  char *split;
  char *sort;
  char *epoch;
  char *average;
  int top_k;
} Options;

static const struct
{
  const char *name;
  char *(*write) (const SeesawResultTable *table);
} formats[] = {
  { "csv", seesaw_result_table_to_csv },
  { "tex", seesaw_result_table_to_latex_file },
  { "md", seesaw_result_table_to_markdown },
  { "tsv", seesaw_result_table_to_tsv },
};

static void
options_clear (Options *self)
{
  g_free (self->output);
  g_free (self->format);
  g_free (self->metrics);
  g_free (self->group_by);
  g_free (self->split);
  g_free (self->sort);
  g_free (self->epoch);
  g_free (self->average);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* By --format, else by the end of the name, else CSV. */
static gboolean
find_format (const Options *options, gsize *format, GError **error)
{
  const char *suffix = options->output != NULL ? strrchr (options->output, '.') : NULL;
  const char *name = options->format != NULL ? options->format
                     : suffix != NULL        ? suffix + 1
                                             : "csv";

  for (*format = 0; *format < G_N_ELEMENTS (formats); ++*format)
    if (g_str_equal (formats[*format].name, name))
      return TRUE;

  if (options->format != NULL)
    return seesaw_cli_set_usage (error, _ ("--format takes csv, tex, md or tsv"));

  *format = 0;

  return TRUE;
}

/* A metric, the highest first, or an attribute; a minus before it turns the order round. */
static gboolean
parse_sort (const char *text, SeesawSort *sort)
{
  const char *key = text;

  *sort = (SeesawSort){ 0 };
  if (text == NULL)
    return FALSE;

  if (*key == '-')
    {
      sort->reversed = TRUE;
      key++;
    }
  if (!seesaw_metric_find (key, &sort->metric))
    sort->attribute = key;

  return TRUE;
}

static gboolean
check_names (const SeesawComparison *comparison,
             char **group_by,
             const char *split,
             const SeesawSort *sort,
             GError **error)
{
  const char *const one[] = { split, NULL };
  const char *const other[] = { sort->attribute, NULL };

  return seesaw_cli_check_attributes (comparison, (const char *const *) group_by, error) &&
         seesaw_cli_check_attributes (comparison, one, error) &&
         seesaw_cli_check_attributes (comparison, other, error);
}

static gboolean
write_table (const SeesawComparison *comparison,
             const GArray *metrics,
             const Options *options,
             gsize format,
             GError **error)
{
  g_auto (GStrv) group_by =
      options->group_by != NULL ? g_strsplit (options->group_by, ",", -1) : NULL;
  SeesawSort sort;
  gboolean is_sorted = parse_sort (options->sort, &sort);
  const SeesawResultTableRequest request = {
    .comparison = comparison,
    .metrics = &g_array_index (metrics, SeesawMetric, 0),
    .n_metrics = metrics->len,
    .group_by = (const char *const *) group_by,
    .split = options->split,
    .sort = is_sorted ? &sort : NULL,
    .keeps_undefined = format == 0,
  };
  g_autoptr (SeesawResultTable) table = NULL;
  g_autofree char *text = NULL;

  if (!check_names (comparison, group_by, options->split, &sort, error))
    return FALSE;

  table = seesaw_result_table_new (&request);
  text = formats[format].write (table);

  return seesaw_output_write (text, strlen (text), options->output, error);
}

static gboolean
export_files (char **paths, const Options *options, gsize format, GError **error)
{
  static const char *const suffixes[] = { ".csv", ".tex", ".md", ".tsv", NULL };
  SeesawCompareRequest request = { 0 };
  g_autoptr (GArray) metrics = seesaw_cli_parse_metrics (
      options->metrics != NULL ? options->metrics : DEFAULT_METRICS, TRUE, error);
  g_autoptr (SeesawComparison) comparison = NULL;

  if (metrics == NULL || !seesaw_cli_parse_epoch_choice (options->epoch, &request, error) ||
      !seesaw_cli_parse_average (options->average, options->top_k, &request, error) ||
      !seesaw_output_check (options->output, suffixes, error))
    return FALSE;

  comparison = seesaw_cli_compare (paths, &request, error);

  return comparison != NULL && write_table (comparison, metrics, options, format, error);
}

/**
 * seesaw_cli_export_table:
 *
 * seesaw-cli export table FILE… [-o OUT.csv|OUT.tex|OUT.md]: results of runs side by side.
 *
 * Returns: whether the table was written
 */
gboolean
seesaw_cli_export_table (int argc, char **argv, GError **error)
{
  g_auto (Options) options = { .top_k = 1 };
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output,
      N_ ("Where to: a name that ends in .csv, .tex, .md or .tsv, or - for the standard output"),
      N_ ("OUT") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &options.format,
      N_ ("How to write it, whatever the name"), "csv|tex|md|tsv" },
    { "metrics", 0, 0, G_OPTION_ARG_STRING, &options.metrics,
      N_ ("Columns: such as yy for all models and γs, or uy_alg for one"), "M[,M…]" },
    { "group-by", 0, 0, G_OPTION_ARG_STRING, &options.group_by,
      N_ ("One row for all runs that agree in these: mean ± standard deviation"), "ATTR[,ATTR…]" },
    { "split", 0, 0, G_OPTION_ARG_STRING, &options.split,
      N_ ("Divide the table into blocks by this attribute"), "ATTR" },
    { "sort", 0, 0, G_OPTION_ARG_STRING, &options.sort,
      N_ ("Order rows by a metric or an attribute; -M is the other way round"), "M|ATTR" },
    { "epoch", 0, 0, G_OPTION_ARG_STRING, &options.epoch,
      N_ ("Which epoch; the best is by Acc Y/Y at γ_ALG on the test split"), "last|best|E" },
    { "average", 0, 0, G_OPTION_ARG_STRING, &options.average,
      N_ ("Average over samples or over classes"), "sample|class" },
    { "top", 0, 0, G_OPTION_ARG_INT, &options.top_k,
      N_ ("Right if the label is among the K largest"), "1|5" },
    { 0 },
  };
  gsize format;

  if (!seesaw_cli_parse (g_option_context_new (_ ("table FILE…")), &argc, &argv, entries, error) ||
      !find_format (&options, &format, error))
    return FALSE;

  if (argc < 3)
    return seesaw_cli_set_usage (error, _ ("export table takes one file or more"));

  return export_files (argv + 2, &options, format, error);
}
