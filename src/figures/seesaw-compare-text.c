/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A comparison in words and as a table. */

#include "config.h"

#include "seesaw-compare-points.h"

#include "seesaw-csv.h"
#include "seesaw-metric-name.h"

#include <math.h>

#define NBSP "\u00a0"

/**
 * seesaw_compare_say_count:
 * @least: the smallest number of runs
 * @most: the largest
 *
 * Returns: (transfer full): both in a few characters that stay in a line, such as "n = 3"
 */
char *
seesaw_compare_say_count (gsize least, gsize most)
{
  return least == most ? g_strdup_printf ("n" NBSP "=" NBSP "%zu", most)
                       : g_strdup_printf ("n" NBSP "=" NBSP "%zu–%zu", least, most);
}

static char *
say (const SeesawCompareSubject *subject,
     const SeesawComparePoints *points,
     const SeesawComparePoint *point)
{
  const SeesawCompareSeries *series = seesaw_compare_points_get_series (points, point->series);
  g_autofree char *title = seesaw_attribute_get_title (subject->x);
  g_autofree char *metric = seesaw_metric_get_name (series->metric);
  g_autofree char *value = seesaw_metric_format (series->metric, point->mean.mean);
  g_autofree char *sd = seesaw_metric_format (series->metric, point->mean.sd);
  g_autofree char *count = seesaw_compare_say_count (point->mean.n, point->mean.n);
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%s %s   ", title, point->text);
  if (series->split != NULL)
    g_string_append_printf (text, "%s   ", series->split);
  g_string_append_printf (text, "%s %s", metric, value);
  if (point->mean.n > 1)
    g_string_append_printf (text, " ± %s (%s)", sd, count);

  return g_string_free (text, FALSE);
}

/**
 * seesaw_compare_read_out:
 * @subject: what the figure is about
 * @layout: the figure at a size
 * @x: a place, in user units
 * @y: likewise
 *
 * Returns: (transfer full) (nullable): the nearest point, or the bar nearest to @x, in one line;
 *   %NULL if there is none
 */
char *
seesaw_compare_read_out (const SeesawCompareSubject *subject,
                         const SeesawPlotLayout *layout,
                         double x,
                         double y)
{
  g_autoptr (SeesawComparePoints) points = seesaw_compare_points_new (subject);
  const SeesawComparePoint *nearest = NULL;
  double least = (double) INFINITY;

  for (guint i = 0; i < points->points->len; i++)
    {
      const SeesawComparePoint *point = seesaw_compare_points_get (points, i);
      double dx = seesaw_plot_layout_x (layout, point->x) - x;
      double dy = seesaw_plot_layout_y (layout, point->mean.mean) - y;
      double distance = subject->way.marks == SEESAW_COMPARE_BARS ? fabs (dx) : hypot (dx, dy);

      if (distance < least)
        {
          least = distance;
          nearest = point;
        }
    }

  return nearest != NULL ? say (subject, points, nearest) : NULL;
}

static void
add_csv_head (GString *csv, const SeesawCompareSubject *subject)
{
  static const char *const columns[] = { "metric", "mean", "sd", "runs" };

  seesaw_csv_add_text (csv, subject->x);
  if (subject->split != NULL)
    seesaw_csv_add_text (csv, subject->split);
  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    seesaw_csv_add_text (csv, columns[i]);
  seesaw_csv_end_row (csv);
}

/**
 * seesaw_compare_to_csv:
 * @subject: what the figure is about
 *
 * Returns: (transfer full): a row for each point: attributes, metric, mean, standard deviation and
 *   number of runs
 */
char *
seesaw_compare_to_csv (const SeesawCompareSubject *subject)
{
  g_autoptr (SeesawComparePoints) points = seesaw_compare_points_new (subject);
  GString *csv = g_string_new (NULL);

  add_csv_head (csv, subject);
  for (guint i = 0; i < points->points->len; i++)
    {
      const SeesawComparePoint *point = seesaw_compare_points_get (points, i);
      const SeesawCompareSeries *series = seesaw_compare_points_get_series (points, point->series);
      g_autofree char *id = seesaw_metric_get_id (series->metric);

      seesaw_csv_begin_row (csv, NULL);
      seesaw_csv_add_text (csv, point->text);
      if (subject->split != NULL)
        seesaw_csv_add_text (csv, series->split);
      seesaw_csv_add_text (csv, id);
      seesaw_csv_add_number (csv, point->mean.mean);
      seesaw_csv_add_number (csv, point->mean.sd);
      seesaw_csv_add_integer (csv, (gint64) point->mean.n);
      seesaw_csv_end_row (csv);
    }

  return g_string_free (csv, FALSE);
}
