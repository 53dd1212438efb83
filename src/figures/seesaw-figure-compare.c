/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Metrics of several runs over what the runs differ in: a learning rate, the number of classes that
 * were seen, a method. Repeated runs are a point with its standard deviation.
 */

#include "config.h"

#include "seesaw-figure-compare.h"

#include "seesaw-compare-points.h"
#include "seesaw-figure-parts.h"
#include "seesaw-metric-name.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Of the width, on either side of the outermost numbers. */
#define MARGIN_X 0.07

/* Half of the width of the ends of an error bar, likewise. */
#define CAP 0.01

/* A scale begins at 0 unless its lowest number is a larger part of its highest. */
#define LEAST_PART 0.4

static const SeesawCompareSeries *
get_series (const SeesawComparePoints *points, guint index)
{
  return &g_array_index (points->series, SeesawCompareSeries, index);
}

static const SeesawComparePoint *
get_point (const SeesawComparePoints *points, guint index)
{
  return &g_array_index (points->points, SeesawComparePoint, index);
}

/**
 * seesaw_compare_share_axis:
 * @metrics: `[n_metrics]`
 * @n_metrics: number of them
 *
 * Returns: whether all can be read from one axis: they are accuracies, or the same quantity
 */
gboolean
seesaw_compare_share_axis (const SeesawMetric *metrics, gsize n_metrics)
{
  for (gsize m = 1; m < n_metrics; m++)
    if (metrics[m].quantity != metrics[0].quantity &&
        !(seesaw_metric_is_accuracy (metrics[m]) && seesaw_metric_is_accuracy (metrics[0])))
      return FALSE;

  return TRUE;
}

static gboolean
share_quantity (const SeesawCompareSubject *subject)
{
  for (gsize m = 1; m < subject->n_metrics; m++)
    if (subject->metrics[m].quantity != subject->metrics[0].quantity)
      return FALSE;

  return TRUE;
}

static gboolean
share_variant (const SeesawCompareSubject *subject)
{
  for (gsize m = 1; m < subject->n_metrics; m++)
    if (subject->metrics[m].variant != subject->metrics[0].variant)
      return FALSE;

  return TRUE;
}

/* What metrics have in common is said by the axis. */
static char *
name_metric (const SeesawCompareSubject *subject, SeesawMetric metric)
{
  if (share_quantity (subject))
    return g_strdup (seesaw_variant_get_name (metric.variant));
  if (share_variant (subject))
    return g_strdup (seesaw_quantity_get_name (metric.quantity));

  return seesaw_metric_get_name (metric);
}

static char *
name_axis (const SeesawCompareSubject *subject)
{
  SeesawMetric first = subject->metrics[0];
  gboolean is_accuracy = seesaw_metric_is_accuracy (first);

  if (!share_quantity (subject))
    return g_strdup (_ ("Accuracy (%)"));
  if (first.quantity == SEESAW_QUANTITY_GAMMA)
    return g_strdup (_ ("Calibration factor γ (logits)"));
  if (subject->n_metrics > 1)
    return g_strdup_printf (is_accuracy ? "%s (%%)" : "%s",
                            seesaw_quantity_get_name (first.quantity));

  return g_strdup_printf (is_accuracy ? "%s, %s (%%)" : "%s, %s",
                          seesaw_quantity_get_name (first.quantity),
                          seesaw_variant_get_name (first.variant));
}

/* Lowest and highest number, error bars included. */
static SeesawScale
choose_scale (const SeesawCompareSubject *subject, const SeesawComparePoints *points)
{
  double low = (double) NAN;
  double high = (double) NAN;
  gboolean is_gamma = subject->metrics[0].quantity == SEESAW_QUANTITY_GAMMA;
  SeesawScale scale;

  for (guint i = 0; i < points->points->len; i++)
    {
      SeesawMean mean = get_point (points, i)->mean;
      double sd = isnan (mean.sd) ? 0.0 : mean.sd;

      low = fmin (low, mean.mean - sd);
      high = fmax (high, mean.mean + sd);
    }
  if (low > 0.0 && low < LEAST_PART * high)
    low = 0.0;

  scale = seesaw_parts_round_scale (low, high);

  return is_gamma ? scale : (SeesawScale){ MAX (scale.low, 0.0), MIN (scale.high, 1.0) };
}

static SeesawScale
choose_x_scale (const SeesawComparePoints *points)
{
  SeesawScale scale = { (double) INFINITY, -(double) INFINITY };
  double more;

  if (points->format == SEESAW_AXIS_NAMES)
    return (SeesawScale){ -0.5, points->names->len - 0.5 };

  for (guint i = 0; i < points->points->len; i++)
    {
      scale.low = MIN (scale.low, get_point (points, i)->x);
      scale.high = MAX (scale.high, get_point (points, i)->x);
    }
  if (points->points->len == 0)
    return (SeesawScale){ 0.0, 1.0 };

  more = scale.high > scale.low ? MARGIN_X * (scale.high - scale.low) : 0.5;

  return (SeesawScale){ scale.low - more, scale.high + more };
}

static void
set_axes (SeesawScene *scene,
          const SeesawCompareSubject *subject,
          const SeesawComparePoints *points)
{
  g_autofree char *title = seesaw_attribute_get_title (subject->x);
  g_autofree char *markup = g_markup_escape_text (title, -1);
  g_autofree char *y_title = name_axis (subject);

  seesaw_scene_set_axis (scene, 0, markup, NULL, choose_x_scale (points), points->format);
  seesaw_scene_set_axis (scene, 1, y_title, NULL, choose_scale (subject, points),
                         seesaw_metric_is_accuracy (subject->metrics[0]) ? SEESAW_AXIS_PERCENT
                                                                         : SEESAW_AXIS_PLAIN);
  scene->axes[0].wraps = TRUE;
  for (guint i = 0; i < points->names->len; i++)
    {
      g_autofree char *name = g_markup_escape_text (g_ptr_array_index (points->names, i), -1);

      seesaw_scene_add_name (scene, 0, i - 0.5, i + 0.5, name, SEESAW_COLOR_ALL);
    }
}

static void
add_stroke (SeesawScene *scene, SeesawColor color, double x0, double y0, double x1, double y1)
{
  const double x[] = { x0, x1 };
  const double y[] = { y0, y1 };

  seesaw_scene_add_line (scene, seesaw_parts_style (color, 0.6), g_memdup2 (x, sizeof x),
                         g_memdup2 (y, sizeof y), 2, NULL);
}

/* One standard deviation to both sides. What leaves the scale has no end there. */
static void
add_error_bar (SeesawScene *scene, const SeesawComparePoint *point, SeesawColor color)
{
  SeesawScale scale = scene->axes[1].scale;
  double cap = CAP * (scene->axes[0].scale.high - scene->axes[0].scale.low);
  double low = point->mean.mean - point->mean.sd;
  double high = point->mean.mean + point->mean.sd;

  if (isnan (point->mean.sd))
    return;

  add_stroke (scene, color, point->x, MAX (low, scale.low), point->x, MIN (high, scale.high));
  if (low >= scale.low)
    add_stroke (scene, color, point->x - cap, low, point->x + cap, low);
  if (high <= scale.high)
    add_stroke (scene, color, point->x - cap, high, point->x + cap, high);
}

static void
add_series (SeesawScene *scene, const SeesawComparePoints *points, guint index)
{
  const SeesawCompareSeries *series = get_series (points, index);
  double *x = g_new (double, points->points->len + 1);
  double *y = g_new (double, points->points->len + 1);
  gsize n = 0;

  for (guint i = 0; i < points->points->len; i++)
    {
      const SeesawComparePoint *point = get_point (points, i);

      if (point->series != index)
        continue;

      add_error_bar (scene, point, series->style.color);
      x[n] = point->x;
      y[n++] = point->mean.mean;
    }

  /* Nothing lies between two names. */
  seesaw_scene_add_line (scene, seesaw_run_style_line (series->style, 0.8), x, y,
                         points->format == SEESAW_AXIS_NAMES ? 0 : n, NULL);
}

static SeesawStyle
style_marker (const SeesawCompareSeries *series)
{
  return seesaw_parts_area (series->style.color, 1.0,
                            series->hollow ? SEESAW_FILL_OUTLINED : SEESAW_FILL_SOLID);
}

static void
add_entry (SeesawScene *scene,
           const SeesawComparePoints *points,
           SeesawRunStyle style,
           SeesawFill fill,
           const char *name)
{
  SeesawMark *mark = seesaw_run_style_add_legend (style, scene, name);

  mark->style.fill = fill;
  if (points->format == SEESAW_AXIS_NAMES)
    mark->kind = SEESAW_MARK_POINT;
}

/* What splits the runs is a colour and a marker; what is shown of them is the rest of the style. */
static void
add_split_legend (SeesawScene *scene,
                  const SeesawComparePoints *points,
                  const SeesawCompareSeries *series)
{
  SeesawRunStyle style = { series->style.color, series->style.marker, SEESAW_DASH_NONE };

  if (series->split != NULL)
    add_entry (scene, points, style, SEESAW_FILL_SOLID, series->split);
}

static void
add_metric_legend (SeesawScene *scene,
                   const SeesawCompareSubject *subject,
                   const SeesawComparePoints *points,
                   const SeesawCompareSeries *series)
{
  g_autofree char *name = name_metric (subject, series->metric);
  SeesawRunStyle style = series->style;

  if (series->split != NULL)
    style = (SeesawRunStyle){ SEESAW_COLOR_ALL, SEESAW_MARKER_CIRCLE, series->style.dash };
  add_entry (scene, points, style, style_marker (series).fill, name);
}

static gboolean
same_metric (const SeesawCompareSeries *a, const SeesawCompareSeries *b)
{
  return a->metric.quantity == b->metric.quantity && a->metric.variant == b->metric.variant;
}

/* Splits first, once; then metrics, unless there is only one, which the axis names. */
static void
add_legend (SeesawScene *scene,
            const SeesawCompareSubject *subject,
            const SeesawComparePoints *points)
{
  const SeesawCompareSeries *first = NULL;

  for (guint s = 0; s < points->series->len; s++)
    {
      const SeesawCompareSeries *series = get_series (points, s);

      if (first == NULL && series->split != NULL)
        first = series;
      if (first != NULL && same_metric (first, series))
        add_split_legend (scene, points, series);
    }

  for (guint s = 0; subject->n_metrics > 1 && s < points->series->len; s++)
    if (s == 0 || !same_metric (get_series (points, s), get_series (points, s - 1)))
      add_metric_legend (scene, subject, points, get_series (points, s));
}

/**
 * seesaw_compare_new_scene:
 * @subject: what the figure is about
 *
 * Numbers on x stand on a scale, a logarithmic one if they span more than a factor of 30; other
 * attributes are names.
 *
 * Returns: (transfer full): a point for each group of runs, with its standard deviation if there
 *   are several, and lines between numbers
 */
SeesawScene *
seesaw_compare_new_scene (const SeesawCompareSubject *subject)
{
  g_autoptr (SeesawComparePoints) points = seesaw_compare_points_new (subject);
  SeesawScene *scene = seesaw_scene_new ();

  set_axes (scene, subject, points);
  seesaw_scene_keep_legend (scene);
  add_legend (scene, subject, points);
  for (guint s = 0; s < points->series->len; s++)
    add_series (scene, points, s);
  for (guint i = 0; i < points->points->len; i++)
    {
      const SeesawComparePoint *point = get_point (points, i);
      const SeesawCompareSeries *series = get_series (points, point->series);

      seesaw_scene_add_point (scene, style_marker (series), series->style.marker, point->x,
                              point->mean.mean, NULL, NULL);
    }

  return scene;
}
