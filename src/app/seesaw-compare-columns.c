/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Columns of a table of results as they are on screen: keys, then the number of runs if they are
 * repeated, then metrics.
 */

#include "config.h"

#include "seesaw-compare-columns.h"

#include "seesaw-metric-name.h"

#include <glib/gi18n.h>

/**
 * seesaw_compare_columns_count:
 *
 * Returns: how many there are
 */
guint
seesaw_compare_columns_count (const SeesawResultTable *table)
{
  return (guint) (table->n_keys + (table->has_repeats ? 1 : 0) + table->n_metrics);
}

/**
 * seesaw_compare_columns_is_count:
 *
 * Returns: whether the column tells how many runs a row stands for
 */
gboolean
seesaw_compare_columns_is_count (const SeesawResultTable *table, guint column)
{
  return table->has_repeats && column == table->n_keys;
}

/**
 * seesaw_compare_columns_is_metric:
 * @metric: (out): which one
 *
 * Returns: whether the column holds a metric
 */
gboolean
seesaw_compare_columns_is_metric (const SeesawResultTable *table, guint column, gsize *metric)
{
  gsize before = table->n_keys + (table->has_repeats ? 1 : 0);

  *metric = column - before;

  return column >= before;
}

/**
 * seesaw_compare_columns_get_name:
 * @metric: one of the quantity that is named above the table; another one stands for itself
 *
 * Returns: (transfer full): what heads the column
 */
char *
seesaw_compare_columns_get_name (const SeesawResultTable *table, guint column, SeesawMetric metric)
{
  gsize m;

  if (column < table->n_keys)
    return seesaw_attribute_get_title (table->attributes[column]);
  if (!seesaw_compare_columns_is_metric (table, column, &m))
    return g_strdup (_ ("Runs"));

  return g_strdup (table->metrics[m].quantity == metric.quantity
                       ? seesaw_variant_get_name (table->metrics[m].variant)
                       : seesaw_quantity_get_name (table->metrics[m].quantity));
}

/**
 * seesaw_compare_columns_mark_cell:
 * @metric: position of one of its metrics
 *
 * Returns: (transfer full): markup of the cell: bold if it is the best, underlined if second
 */
char *
seesaw_compare_columns_mark_cell (const SeesawResultTable *table,
                                  const SeesawResultRow *row,
                                  gsize metric)
{
  g_autofree char *text =
      seesaw_result_cell_format (table->metrics[metric], &row->cells[metric].mean);

  switch (row->cells[metric].rank)
    {
    case SEESAW_RANK_BEST:
      return g_strconcat ("<b>", text, "</b>", NULL);
    case SEESAW_RANK_SECOND:
      return g_strconcat ("<u>", text, "</u>", NULL);
    case SEESAW_RANK_NONE:
    default:
      return g_steal_pointer (&text);
    }
}
