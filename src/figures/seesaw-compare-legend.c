/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What series look like, and what the legend and the axis say of them. */

#include "config.h"

#include "seesaw-compare-points.h"
#include "seesaw-figure-parts.h"
#include "seesaw-metric-name.h"

#include <glib/gi18n-lib.h>

/* Of bars: those that are full, less so in the colour of text, and those of models before
 * fine-tuning.
 */
#define FULL 0.85
#define FULL_TEXT 0.6
#define FAINT 0.25
#define FAINT_LINES 0.6

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

/**
 * seesaw_compare_name_axis:
 *
 * Returns: (transfer full): the title of y
 */
char *
seesaw_compare_name_axis (const SeesawCompareSubject *subject)
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

/**
 * seesaw_compare_style_marker:
 * @style: that of the point
 *
 * Returns: what a point of a series looks like
 */
SeesawStyle
seesaw_compare_style_marker (const SeesawCompareSeries *series, SeesawRunStyle style)
{
  return seesaw_parts_area (style.color, 1.0,
                            series->variety % 2 == 1 ? SEESAW_FILL_OUTLINED : SEESAW_FILL_SOLID);
}

/**
 * seesaw_compare_style_bar:
 * @style: that of the bar
 *
 * Returns: what a bar of a series is filled with
 */
SeesawStyle
seesaw_compare_style_bar (const SeesawCompareSeries *series, SeesawRunStyle style)
{
  static const SeesawFill fills[SEESAW_COMPARE_MAX_BARS] = {
    SEESAW_FILL_SOLID,   SEESAW_FILL_HATCHED, SEESAW_FILL_OUTLINED, SEESAW_FILL_HATCHED_BACK,
    SEESAW_FILL_CROSSED, SEESAW_FILL_LEVEL,   SEESAW_FILL_UPRIGHT,
  };
  SeesawFill fill = fills[series->variety % G_N_ELEMENTS (fills)];
  double opacity = series->is_start            ? (fill == SEESAW_FILL_SOLID ? FAINT : FAINT_LINES)
                   : fill != SEESAW_FILL_SOLID ? 1.0
                   : style.color == SEESAW_COLOR_ALL ? FULL_TEXT
                                                     : FULL;

  return seesaw_parts_area (style.color, opacity, fill);
}

static void
add_bar_entry (SeesawScene *scene, SeesawStyle style, const char *name)
{
  g_autofree char *markup = g_markup_escape_text (name, -1);

  seesaw_scene_add_bars (scene, style, NULL, NULL, NULL, NULL, 0, markup);
}

static void
add_point_entry (SeesawScene *scene,
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
add_split_entry (SeesawScene *scene,
                 const SeesawCompareSubject *subject,
                 const SeesawComparePoints *points,
                 const SeesawCompareSeries *series)
{
  SeesawRunStyle style = { series->style.color, series->style.marker, SEESAW_DASH_NONE };

  if (series->split == NULL)
    return;

  if (subject->way.marks == SEESAW_COMPARE_BARS)
    add_bar_entry (scene, seesaw_parts_area (style.color, FULL, SEESAW_FILL_SOLID), series->split);
  else
    add_point_entry (scene, points, style, SEESAW_FILL_SOLID, series->split);
}

static void
add_metric_entry (SeesawScene *scene,
                  const SeesawCompareSubject *subject,
                  const SeesawComparePoints *points,
                  const SeesawCompareSeries *series)
{
  g_autofree char *name = name_metric (subject, series->metric);
  SeesawRunStyle style = series->style;

  if (series->split != NULL)
    style = (SeesawRunStyle){ SEESAW_COLOR_ALL, SEESAW_MARKER_CIRCLE, series->style.dash };
  if (subject->way.marks == SEESAW_COMPARE_BARS)
    add_bar_entry (scene, seesaw_compare_style_bar (series, style), name);
  else
    add_point_entry (scene, points, style, seesaw_compare_style_marker (series, style).fill, name);
}

static gboolean
same_metric (const SeesawCompareSeries *a, const SeesawCompareSeries *b)
{
  return a->metric.quantity == b->metric.quantity && a->metric.variant == b->metric.variant;
}

/* Whether another series before it is of the same runs. */
static gboolean
is_listed (const SeesawComparePoints *points, guint index)
{
  const char *split = seesaw_compare_points_get_series (points, index)->split;

  for (guint s = 0; s < index; s++)
    if (g_strcmp0 (seesaw_compare_points_get_series (points, s)->split, split) == 0)
      return TRUE;

  return FALSE;
}

/**
 * seesaw_compare_add_legend:
 * @scene: a scene
 *
 * Lists splits first, once; then metrics, unless there is only one, which the axis names.
 */
void
seesaw_compare_add_legend (SeesawScene *scene,
                           const SeesawCompareSubject *subject,
                           const SeesawComparePoints *points)
{
  const SeesawCompareSeries *last = NULL;

  for (guint s = 0; s < points->series->len; s++)
    if (!is_listed (points, s))
      add_split_entry (scene, subject, points, seesaw_compare_points_get_series (points, s));

  for (guint s = 0; subject->n_metrics > 1 && s < points->series->len; s++)
    {
      const SeesawCompareSeries *series = seesaw_compare_points_get_series (points, s);

      if (last == NULL || !same_metric (last, series))
        add_metric_entry (scene, subject, points, series);
      last = series;
    }
}
