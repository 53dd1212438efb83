/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Results as comma-separated values, as Markdown, and as cells between tabs. */

#include "config.h"

#include "seesaw-csv.h"
#include "seesaw-metric-name.h"
#include "seesaw-result-table.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* A run is repeated if it is of a group; only then are there deviations. */
static void
add_csv_row (const SeesawResultTable *self, GString *csv, const SeesawResultRow *row)
{
  seesaw_csv_begin_row (csv, NULL);
  for (gsize k = 0; k < self->n_keys; k++)
    seesaw_csv_add_text (csv, row->keys[k]);
  if (self->has_repeats)
    seesaw_csv_add_integer (csv, (gint64) row->n_runs);

  for (gsize m = 0; m < self->n_metrics; m++)
    {
      seesaw_csv_add_number (csv, row->cells[m].mean.mean);
      if (self->has_repeats)
        seesaw_csv_add_number (csv, row->cells[m].mean.sd);
    }
  seesaw_csv_end_row (csv);
}

/**
 * seesaw_result_table_to_csv:
 *
 * Returns: (transfer full): a header of ids, then a row for each run or group: accuracies as
 *   fractions with 17 significant digits. If rows stand for several runs, a column "runs" counts
 *   them, and each metric is followed by its standard deviation
 */
char *
seesaw_result_table_to_csv (const SeesawResultTable *self)
{
  GString *csv = g_string_new (NULL);

  for (gsize k = 0; k < self->n_keys; k++)
    seesaw_csv_add_text (csv, self->attributes[k]);
  if (self->has_repeats)
    seesaw_csv_add_text (csv, "runs");
  for (gsize m = 0; m < self->n_metrics; m++)
    {
      g_autofree char *id = seesaw_metric_get_id (self->metrics[m]);
      g_autofree char *deviation = g_strconcat (id, "_sd", NULL);

      seesaw_csv_add_text (csv, id);
      if (self->has_repeats)
        seesaw_csv_add_text (csv, deviation);
    }
  seesaw_csv_end_row (csv);

  for (guint r = 0; r < self->rows->len; r++)
    add_csv_row (self, csv, g_ptr_array_index (self->rows, r));

  return g_string_free (csv, FALSE);
}

/**
 * seesaw_result_cell_format:
 * @metric: what the column shows
 * @mean: what the row has
 *
 * Returns: (transfer full): the cell as people read it, such as "59.3 ± 0.4"
 */
char *
seesaw_result_cell_format (SeesawMetric metric, const SeesawMean *mean)
{
  g_autofree char *middle = seesaw_metric_format (metric, mean->mean);
  g_autofree char *deviation = seesaw_metric_format (metric, mean->sd);

  return isnan (mean->sd) ? g_steal_pointer (&middle)
                          : g_strdup_printf ("%s ± %s", middle, deviation);
}

/* With its unit. */
static char *
name_column (SeesawMetric metric)
{
  g_autofree char *name = seesaw_metric_get_name (metric);

  return seesaw_metric_is_accuracy (metric) ? g_strdup_printf ("%s (%%)", name)
                                            : g_steal_pointer (&name);
}

/* No cell may end a row or a column. Each is followed by a tab, the last of which gives way to the
 * end of the line.
 */
static void
add_tab_cell (GString *tsv, const char *text)
{
  g_autofree char *plain = g_strdelimit (g_strdup (text), "\t\r\n", ' ');

  g_string_append (tsv, plain);
  g_string_append_c (tsv, '\t');
}

static void
add_tab_heads (const SeesawResultTable *self, GString *tsv)
{
  for (gsize k = 0; k < self->n_keys; k++)
    {
      g_autofree char *title = seesaw_attribute_get_title (self->attributes[k]);

      add_tab_cell (tsv, title);
    }
  if (self->has_repeats)
    add_tab_cell (tsv, _ ("Runs"));
  for (gsize m = 0; m < self->n_metrics; m++)
    {
      g_autofree char *name = name_column (self->metrics[m]);

      add_tab_cell (tsv, name);
    }
  tsv->str[tsv->len - 1] = '\n';
}

static void
add_tab_row (const SeesawResultTable *self, GString *tsv, const SeesawResultRow *row)
{
  g_autofree char *count = g_strdup_printf ("%zu", row->n_runs);

  for (gsize k = 0; k < self->n_keys; k++)
    add_tab_cell (tsv, row->keys[k]);
  if (self->has_repeats)
    add_tab_cell (tsv, count);
  for (gsize m = 0; m < self->n_metrics; m++)
    {
      g_autofree char *cell = seesaw_result_cell_format (self->metrics[m], &row->cells[m].mean);

      add_tab_cell (tsv, cell);
    }
  tsv->str[tsv->len - 1] = '\n';
}

/**
 * seesaw_result_table_to_tsv:
 *
 * Returns: (transfer full): the table for a clipboard: cells between tabs, as they are shown
 */
char *
seesaw_result_table_to_tsv (const SeesawResultTable *self)
{
  GString *tsv = g_string_new (NULL);

  add_tab_heads (self, tsv);
  for (guint r = 0; r < self->rows->len; r++)
    add_tab_row (self, tsv, g_ptr_array_index (self->rows, r));

  return g_string_free (tsv, FALSE);
}

static void
add_marked_down (GString *text, const char *plain)
{
  g_string_append (text, "| ");
  for (const char *c = plain; *c != '\0'; c++)
    {
      if (strchr ("\\|*_`<>[]#", *c) != NULL)
        g_string_append_c (text, '\\');
      g_string_append_c (text, g_ascii_iscntrl (*c) ? ' ' : *c);
    }
  g_string_append_c (text, ' ');
}

static void
add_markdown_row (const SeesawResultTable *self, GString *text, const SeesawResultRow *row)
{
  static const char *const formats[] = { [SEESAW_RANK_NONE] = "| %s ",
                                         [SEESAW_RANK_SECOND] = "| <u>%s</u> ",
                                         [SEESAW_RANK_BEST] = "| **%s** " };

  for (gsize k = 0; k < self->n_keys; k++)
    add_marked_down (text, row->keys[k]);
  if (self->has_repeats)
    g_string_append_printf (text, "| %zu ", row->n_runs);
  for (gsize m = 0; m < self->n_metrics; m++)
    {
      g_autofree char *cell = seesaw_result_cell_format (self->metrics[m], &row->cells[m].mean);
      g_auto (GStrv) around = g_strsplit (formats[row->cells[m].rank], "%s", 2);

      g_string_append_printf (text, "%s%s%s", around[0], cell, around[1]);
    }
  g_string_append (text, "|\n");
}

/**
 * seesaw_result_table_to_markdown:
 *
 * Returns: (transfer full): a table in Markdown: the best of each column bold, the second best
 *   underlined
 */
char *
seesaw_result_table_to_markdown (const SeesawResultTable *self)
{
  GString *text = g_string_new (NULL);

  for (gsize k = 0; k < self->n_keys; k++)
    {
      g_autofree char *title = seesaw_attribute_get_title (self->attributes[k]);

      add_marked_down (text, title);
    }
  if (self->has_repeats)
    add_marked_down (text, _ ("Runs"));
  for (gsize m = 0; m < self->n_metrics; m++)
    {
      g_autofree char *name = name_column (self->metrics[m]);

      add_marked_down (text, name);
    }
  g_string_append (text, "|\n");

  for (gsize k = 0; k < self->n_keys; k++)
    g_string_append (text, "| --- ");
  for (gsize m = 0; m < self->n_metrics + (self->has_repeats ? 1 : 0); m++)
    g_string_append (text, "| ---: ");
  g_string_append (text, "|\n");

  for (guint r = 0; r < self->rows->len; r++)
    add_markdown_row (self, text, g_ptr_array_index (self->rows, r));

  return g_string_free (text, FALSE);
}
