/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Metrics of several runs over what the runs differ in: a learning rate, the number of classes that
 * were seen, a method. Repeated runs are a point, or a bar, with its standard deviation.
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

/* A scale begins at 0 unless its lowest number is a larger part of its highest. */
#define LEAST_PART 0.4

/* Lowest and highest number, error bars included; and what bars begin at. */
static SeesawScale
choose_scale (const SeesawCompareSubject *subject, const SeesawComparePoints *points)
{
  gboolean has_bars = subject->way.marks == SEESAW_COMPARE_BARS && points->points->len > 0;
  double low = has_bars ? 0.0 : (double) NAN;
  double high = low;
  gboolean is_gamma = subject->metrics[0].quantity == SEESAW_QUANTITY_GAMMA;
  SeesawScale scale;

  for (guint i = 0; i < points->points->len; i++)
    {
      SeesawMean mean = seesaw_compare_points_get (points, i)->mean;
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
choose_x_scale (const SeesawCompareSubject *subject, const SeesawComparePoints *points)
{
  SeesawScale scale = { (double) INFINITY, -(double) INFINITY };
  double more;

  if (points->format == SEESAW_AXIS_NAMES)
    return (SeesawScale){ -0.5, points->names->len - 0.5 };

  for (guint i = 0; i < points->points->len; i++)
    {
      double x = seesaw_compare_points_get (points, i)->x;

      scale.low = MIN (scale.low, x);
      scale.high = MAX (scale.high, x);
    }
  if (points->points->len == 0)
    return (SeesawScale){ 0.0, 1.0 };

  more = scale.high > scale.low ? MARGIN_X * (scale.high - scale.low) : 0.5;
  if (subject->way.marks == SEESAW_COMPARE_BARS)
    more = points->bar;

  return (SeesawScale){ scale.low - more, scale.high + more };
}

/* What stands behind the attribute: nothing if there is a single run everywhere; else how many
 * there are, unless names say that.
 */
static char *
describe_repeats (const SeesawComparePoints *points, gboolean in_short)
{
  g_autofree char *count = NULL;
  gsize least;
  gsize most;

  if (!seesaw_compare_points_count (points, -1, &least, &most) || most < 2)
    return g_strdup ("");
  if (least < most && points->format == SEESAW_AXIS_NAMES)
    return g_strdup_printf (" (%s)", in_short ? _ ("mean ± sd") : _ ("mean ± standard deviation"));

  count = seesaw_compare_say_count (least, most);

  return in_short ? g_strdup_printf (" (%s)", count)
                  : g_strdup_printf (" (%s, %s)", _ ("mean ± standard deviation"), count);
}

static void
set_x_axis (SeesawScene *scene,
            const SeesawCompareSubject *subject,
            const SeesawComparePoints *points)
{
  g_autofree char *name = seesaw_attribute_get_title (subject->x);
  g_autofree char *markup = g_markup_escape_text (name, -1);
  g_autofree char *repeats = describe_repeats (points, FALSE);
  g_autofree char *short_repeats = describe_repeats (points, TRUE);
  g_autofree char *title = g_strconcat (markup, repeats, NULL);
  g_autofree char *short_title = g_strconcat (markup, short_repeats, NULL);

  seesaw_scene_set_axis (scene, 0, title, short_title, choose_x_scale (subject, points),
                         points->format);
  scene->axes[0].wraps = TRUE;
}

/* Where groups differ in it, each says how many runs it has. */
static void
add_names (SeesawScene *scene, const SeesawComparePoints *points)
{
  gsize least;
  gsize most;
  gboolean differs = seesaw_compare_points_count (points, -1, &least, &most) && least < most;

  for (guint i = 0; i < points->names->len; i++)
    {
      g_autofree char *name = g_markup_escape_text (g_ptr_array_index (points->names, i), -1);
      g_autofree char *count = NULL;
      g_autofree char *both = NULL;

      if (differs && seesaw_compare_points_count (points, (int) i, &least, &most))
        {
          count = seesaw_compare_say_count (least, most);
          both = g_strdup_printf ("%s (%s)", name, count);
        }
      seesaw_scene_add_name (scene, 0, i - 0.5, i + 0.5, both != NULL ? both : name,
                             SEESAW_COLOR_ALL);
    }
}

static void
set_axes (SeesawScene *scene,
          const SeesawCompareSubject *subject,
          const SeesawComparePoints *points)
{
  g_autofree char *title = seesaw_compare_name_axis (subject);

  set_x_axis (scene, subject, points);
  add_names (scene, points);
  seesaw_scene_set_axis (scene, 1, title, NULL, choose_scale (subject, points),
                         seesaw_metric_is_accuracy (subject->metrics[0]) ? SEESAW_AXIS_PERCENT
                                                                         : SEESAW_AXIS_PLAIN);
}

/**
 * seesaw_compare_new_scene:
 * @subject: what the figure is about
 *
 * Numbers on x stand on a scale, a logarithmic one if they span more than a factor of 30, unless
 * another one is chosen, or another order than theirs; other attributes are names.
 *
 * Returns: (transfer full): a point or bar for each group of runs, with its standard deviation if
 *   there are several, and lines between points on a scale
 */
SeesawScene *
seesaw_compare_new_scene (const SeesawCompareSubject *subject)
{
  g_autoptr (SeesawComparePoints) points = seesaw_compare_points_new (subject);
  SeesawScene *scene = seesaw_scene_new ();

  set_axes (scene, subject, points);
  seesaw_scene_keep_legend (scene);
  seesaw_compare_add_legend (scene, subject, points);
  seesaw_compare_add_marks (scene, subject, points);

  return scene;
}
