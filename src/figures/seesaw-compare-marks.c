/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The marks of a comparison: points and lines, or bars, with error bars. */

#include "config.h"

#include "seesaw-compare-points.h"
#include "seesaw-figure-parts.h"

#include <math.h>

/* Half of the width of the ends of an error bar: of the width of the axis, or of the bar. */
#define CAP 0.01
#define BAR_CAP 0.2

/* Widths of lines, in units of the theme's. */
#define ERROR_LINE 0.6
#define ERROR_HALO 1.8
#define RIM 0.5

/* How an error bar is drawn. */
typedef struct
{
  SeesawStyle style;
  double cap;
} ErrorBar;

static void
add_stroke (SeesawScene *scene, SeesawStyle style, double x0, double y0, double x1, double y1)
{
  const double x[] = { x0, x1 };
  const double y[] = { y0, y1 };

  seesaw_scene_add_line (scene, style, g_memdup2 (x, sizeof x), g_memdup2 (y, sizeof y), 2, NULL);
}

/* One standard deviation to both sides. What leaves the scale has no end there. */
static void
add_error_bar (SeesawScene *scene, const SeesawComparePoint *point, ErrorBar bar)
{
  SeesawScale scale = scene->axes[1].scale;
  double low = point->mean.mean - point->mean.sd;
  double high = point->mean.mean + point->mean.sd;

  if (isnan (point->mean.sd))
    return;

  add_stroke (scene, bar.style, point->x, MAX (low, scale.low), point->x, MIN (high, scale.high));
  if (low >= scale.low)
    add_stroke (scene, bar.style, point->x - bar.cap, low, point->x + bar.cap, low);
  if (high <= scale.high)
    add_stroke (scene, bar.style, point->x - bar.cap, high, point->x + bar.cap, high);
}

/* Nothing lies between two names. */
static void
add_line (SeesawScene *scene, const SeesawComparePoints *points, guint series)
{
  double *x = g_new (double, points->points->len + 1);
  double *y = g_new (double, points->points->len + 1);
  gsize n = 0;

  for (guint i = 0; points->format != SEESAW_AXIS_NAMES && i < points->points->len; i++)
    {
      const SeesawComparePoint *point = seesaw_compare_points_get (points, i);

      if (point->series == series)
        {
          x[n] = point->x;
          y[n++] = point->mean.mean;
        }
    }

  seesaw_scene_add_line (
      scene, seesaw_run_style_line (seesaw_compare_points_get_series (points, series)->style, 0.8),
      x, y, n, NULL);
}

/* Names say how many runs there are; a number has no room for that, but its points do. All share
 * the start where they are split.
 */
static void
add_point (SeesawScene *scene,
           const SeesawComparePoints *points,
           const SeesawComparePoint *point,
           gboolean says_count)
{
  const SeesawCompareSeries *series = seesaw_compare_points_get_series (points, point->series);
  g_autofree char *count = says_count && !(series->is_start && points->is_split)
                               ? seesaw_compare_say_count (point->mean.n, point->mean.n)
                               : NULL;

  seesaw_scene_add_point (scene, seesaw_compare_style_marker (series, point->style),
                          point->style.marker, point->x, point->mean.mean, count, NULL);
}

static void
add_points (SeesawScene *scene, const SeesawComparePoints *points)
{
  double cap = CAP * (scene->axes[0].scale.high - scene->axes[0].scale.low);
  gsize least;
  gsize most;
  gboolean differs = seesaw_compare_points_count (points, -1, &least, &most) && least < most;

  for (guint i = 0; i < points->points->len; i++)
    {
      const SeesawComparePoint *point = seesaw_compare_points_get (points, i);

      add_error_bar (scene, point,
                     (ErrorBar){ seesaw_parts_style (point->style.color, ERROR_LINE), cap });
    }
  for (guint s = 0; s < points->series->len; s++)
    add_line (scene, points, s);
  for (guint i = 0; i < points->points->len; i++)
    add_point (scene, points, seesaw_compare_points_get (points, i),
               differs && points->format != SEESAW_AXIS_NAMES);
}

/* With a rim, which an area of lines needs. */
static void
add_bar (SeesawScene *scene, const SeesawComparePoints *points, const SeesawComparePoint *point)
{
  const SeesawCompareSeries *series = seesaw_compare_points_get_series (points, point->series);
  SeesawStyle fill = seesaw_compare_style_bar (series, point->style);
  SeesawStyle rim = seesaw_parts_area (point->style.color, 1.0, SEESAW_FILL_OUTLINED);
  double from = point->x - points->bar / 2.0;
  double to = point->x + points->bar / 2.0;

  rim.width = RIM;
  if (fill.fill != SEESAW_FILL_OUTLINED)
    seesaw_scene_add_bar (scene, fill, from, 0.0, to, point->mean.mean, NULL);
  seesaw_scene_add_bar (scene, rim, from, 0.0, to, point->mean.mean, NULL);
}

/* An error bar is seen on its bar, whatever the colour of that is. */
static void
add_bars (SeesawScene *scene, const SeesawComparePoints *points)
{
  const double cap = BAR_CAP * points->bar;
  const ErrorBar halo = { seesaw_parts_style (SEESAW_COLOR_PAPER, ERROR_HALO), cap };
  const ErrorBar line = { seesaw_parts_style (SEESAW_COLOR_ALL, ERROR_LINE), cap };

  for (guint i = 0; i < points->points->len; i++)
    add_bar (scene, points, seesaw_compare_points_get (points, i));
  if (scene->axes[1].scale.low < 0.0)
    seesaw_scene_add_rule (scene, seesaw_parts_style (SEESAW_COLOR_ALL, 0.5), 1, 0.0);
  for (guint i = 0; i < points->points->len; i++)
    {
      add_error_bar (scene, seesaw_compare_points_get (points, i), halo);
      add_error_bar (scene, seesaw_compare_points_get (points, i), line);
    }
}

/**
 * seesaw_compare_add_marks:
 * @scene: a scene with axes
 * @subject: what it is about
 * @points: where everything stands
 *
 * Draws what there is.
 */
void
seesaw_compare_add_marks (SeesawScene *scene,
                          const SeesawCompareSubject *subject,
                          const SeesawComparePoints *points)
{
  if (subject->way.marks == SEESAW_COMPARE_BARS)
    add_bars (scene, points);
  else
    add_points (scene, points);
}
