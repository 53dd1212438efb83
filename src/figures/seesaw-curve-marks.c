/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What seen-unseen curves are made of, be there one or several. */

#include "config.h"

#include "seesaw-curve-marks.h"

#include "seesaw-figure-parts.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/**
 * seesaw_curve_marks_add_curve:
 * @scene: a scene
 * @curve: a seen-unseen curve
 * @line: how it looks
 * @legend: (nullable): what the legend says of it; Pango markup
 *
 * Returns: (transfer none): the curve, through all of its operating points
 */
SeesawMark *
seesaw_curve_marks_add_curve (SeesawScene *scene,
                              const SeesawCurve *curve,
                              SeesawStyle line,
                              const char *legend)
{
  const SeesawPoint *points = seesaw_curve_get_points (curve);
  gsize n = seesaw_curve_get_n_points (curve);
  double *x = g_new (double, n);
  double *y = g_new (double, n);

  for (gsize i = 0; i < n; i++)
    {
      x[i] = points[i].sy;
      y[i] = points[i].uy;
    }

  return seesaw_scene_add_line (scene, line, x, y, n, legend);
}

/**
 * seesaw_curve_marks_add_at:
 * @scene: a scene
 * @analysis: an epoch
 * @gamma: a γ
 * @point: how the point looks
 * @marker: its shape
 * @label: (nullable): text beside it; Pango markup
 * @legend: (nullable): what the legend says of it; Pango markup
 *
 * Adds the operating point at a γ, if it is defined.
 */
void
seesaw_curve_marks_add_at (SeesawScene *scene,
                           const SeesawAnalysis *analysis,
                           double gamma,
                           SeesawStyle point,
                           SeesawMarker marker,
                           const char *label,
                           const char *legend)
{
  SeesawAccuracy at = seesaw_curve_at (analysis->curve, gamma);

  if (!isnan (at.sy) && !isnan (at.uy))
    seesaw_scene_add_point (scene, point, marker, at.sy, at.uy, label, legend);
}

/**
 * seesaw_curve_marks_add_known:
 * @scene: a scene
 * @now: an epoch
 *
 * Adds a diamond for each known γ.
 */
void
seesaw_curve_marks_add_known (SeesawScene *scene, const SeesawAnalysis *now)
{
  static const char *const names[SEESAW_N_KNOWN_GAMMAS] = { "ALG", "PCV", "γ*", "γ<sub>bal</sub>" };

  for (int i = 0; i < SEESAW_N_KNOWN_GAMMAS; i++)
    if (!isnan (now->gamma[i]))
      seesaw_curve_marks_add_at (scene, now, now->gamma[i],
                                 seesaw_parts_style (SEESAW_COLOR_ALL, 0.6), SEESAW_MARKER_DIAMOND,
                                 names[i], NULL);
}

static void
add_hair (SeesawScene *overlay, double x0, double y0, double x1, double y1)
{
  double *x = g_new (double, 2);
  double *y = g_new (double, 2);

  x[0] = x0;
  x[1] = x1;
  y[0] = y0;
  y[1] = y1;
  seesaw_scene_add_line (overlay, seesaw_parts_style (SEESAW_COLOR_GAMMA, 0.5), x, y, 2, NULL);
}

/**
 * seesaw_curve_marks_add_hairs:
 * @overlay: an overlay
 * @at: an operating point
 *
 * Adds hair lines from the point to both axes.
 */
void
seesaw_curve_marks_add_hairs (SeesawScene *overlay, SeesawAccuracy at)
{
  add_hair (overlay, at.sy, 0.0, at.sy, at.uy);
  add_hair (overlay, 0.0, at.uy, at.sy, at.uy);
}

/* From 0 to a round number somewhat above all that is drawn. */
static SeesawScale
scale_for (const SeesawAnalysis *const *analyses, gsize n, gboolean seen)
{
  double top = (double) NAN;

  for (gsize i = 0; i < n; i++)
    if (analyses[i] != NULL)
      {
        SeesawAccuracy at = seesaw_curve_at (analyses[i]->curve, 0.0);

        top = fmax (top, seen ? at.ss : at.uu);
      }

  return (SeesawScale){ 0.0, isnan (top) ? 1.0 : MIN (ceil (10.0 * top + 0.25) / 10.0, 1.0) };
}

/**
 * seesaw_curve_marks_set_axes:
 * @scene: a scene
 * @analyses: `[n]`, whose curves are drawn; %NULL for none
 * @n: number of them
 *
 * Makes x Acc S/Y and y Acc U/Y.
 */
void
seesaw_curve_marks_set_axes (SeesawScene *scene, const SeesawAnalysis *const *analyses, gsize n)
{
  seesaw_scene_set_axis (scene, 0, _ ("Accuracy on seen classes, Acc S/Y (%)"), _ ("Acc S/Y (%)"),
                         scale_for (analyses, n, TRUE), SEESAW_AXIS_PERCENT);
  seesaw_scene_set_axis (scene, 1, _ ("Accuracy on unseen classes, Acc U/Y (%)"), _ ("Acc U/Y (%)"),
                         scale_for (analyses, n, FALSE), SEESAW_AXIS_PERCENT);
}

/**
 * seesaw_curve_marks_pick:
 * @curve: a curve
 * @layout: the figure at a size
 * @mark: position of the curve among the marks
 * @x: a place, in user units
 * @y: likewise
 * @distance: (out): how far the curve is from there, in user units
 *
 * Returns: a γ that gives the operating point nearest to (x, y): the middle of its interval, an
 * open end cut at 1 beyond the last gap
 */
double
seesaw_curve_marks_pick (const SeesawCurve *curve,
                         const SeesawPlotLayout *layout,
                         guint mark,
                         double x,
                         double y,
                         double *distance)
{
  const SeesawPoint *points = seesaw_curve_get_points (curve);
  gsize n = seesaw_curve_get_n_points (curve);
  gsize i = seesaw_plot_layout_find_nearest (layout, mark, x, y, distance);
  double low;
  double high;
  double from;
  double to;

  seesaw_curve_get_span (curve, &low, &high);
  from = i == 0 ? low - 1.0 : points[i].gamma;
  to = i + 1 == n ? high + 1.0 : points[i + 1].gamma;

  return (from + to) / 2.0;
}
