/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The seen-unseen curve: what each γ gives the seen classes, against what it gives the unseen
 * ones.
 */

#include "config.h"

#include "seesaw-figure-curve.h"

#include "seesaw-figure-parts.h"
#include "seesaw-number.h"
#include "seesaw-table-curve.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* The present epoch's curve is the scene's first mark. */
#define CURVE 0

static void
add_curve (SeesawScene *scene, const SeesawCurve *curve, SeesawStyle line, const char *legend)
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

  seesaw_scene_add_line (scene, line, x, y, n, legend);
}

static char *
name_curve (const SeesawRun *run, const SeesawAnalysis *analysis)
{
  g_autofree char *ausuc = seesaw_number_fraction (seesaw_curve_get_ausuc (analysis->curve));

  /* Translators: an entry of a legend; AUSUC is the area under the seen-unseen curve. */
  return g_strdup_printf (_ ("Epoch %d, AUSUC %s"), run->epochs[analysis->epoch->index], ausuc);
}

/* From 0 to a round number somewhat above all that is drawn. */
static SeesawScale
scale_for (const SeesawAnalysis *start, const SeesawAnalysis *now, gboolean seen)
{
  SeesawAccuracy a = seesaw_curve_at (now->curve, 0.0);
  double top = seen ? a.ss : a.uu;

  if (start != NULL)
    {
      a = seesaw_curve_at (start->curve, 0.0);
      top = fmax (top, seen ? a.ss : a.uu);
    }

  return (SeesawScale){ 0.0, isnan (top) ? 1.0 : MIN (ceil (10.0 * top + 0.25) / 10.0, 1.0) };
}

static void
add_at (SeesawScene *scene,
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

static void
add_known (SeesawScene *scene, const SeesawAnalysis *now)
{
  static const char *const names[SEESAW_N_KNOWN_GAMMAS] = { "ALG", "PCV", "γ*", "γ<sub>bal</sub>" };

  for (int i = 0; i < SEESAW_N_KNOWN_GAMMAS; i++)
    if (!isnan (now->gamma[i]))
      add_at (scene, now, now->gamma[i], seesaw_parts_style (SEESAW_COLOR_ALL, 0.6),
              SEESAW_MARKER_DIAMOND, names[i], NULL);
}

/* The curve of the present epoch, and of the start behind it if that is another epoch; the
 * pre-trained model as a star, γ = 0 as a ring, the known γs as diamonds.
 */
static SeesawScene *
new_scene (const SeesawSubject *subject)
{
  const SeesawRun *run = subject->view->run;
  const SeesawAnalysis *start = subject->view->start;
  const SeesawAnalysis *now = subject->view->now;
  SeesawScene *scene = seesaw_scene_new ();
  g_autofree char *name_now = name_curve (run, now);
  gboolean is_start = start != NULL && start->epoch->index == now->epoch->index;

  seesaw_scene_set_axis (scene, 0, _ ("Accuracy on seen classes, Acc S/Y (%)"), _ ("Acc S/Y (%)"),
                         scale_for (start, now, TRUE), SEESAW_AXIS_PERCENT);
  seesaw_scene_set_axis (scene, 1, _ ("Accuracy on unseen classes, Acc U/Y (%)"), _ ("Acc U/Y (%)"),
                         scale_for (start, now, FALSE), SEESAW_AXIS_PERCENT);

  add_curve (scene, now->curve, seesaw_parts_style (SEESAW_COLOR_ALL, 1.0), name_now);
  if (start != NULL && !is_start)
    {
      g_autofree char *name_start = name_curve (run, start);

      add_curve (scene, start->curve, seesaw_parts_style (SEESAW_COLOR_MUTED, 0.7), name_start);
    }

  if (start != NULL)
    add_at (scene, start, 0.0, seesaw_parts_style (SEESAW_COLOR_ALL, 1.0), SEESAW_MARKER_STAR, NULL,
            _ ("Pre-trained model"));
  if (!is_start)
    add_at (scene, now, 0.0, seesaw_parts_style (SEESAW_COLOR_ALL, 0.9), SEESAW_MARKER_RING, NULL,
            _ ("Fine-tuned model, γ = 0"));
  add_known (scene, now);

  return scene;
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

/* The operating point, and hair lines from it to both axes. */
static SeesawScene *
new_overlay (const SeesawSubject *subject)
{
  SeesawScene *overlay = seesaw_scene_new ();
  SeesawAccuracy at = seesaw_curve_at (subject->view->now->curve, subject->gamma);

  if (isnan (at.sy) || isnan (at.uy))
    return overlay;

  add_hair (overlay, at.sy, 0.0, at.sy, at.uy);
  add_hair (overlay, 0.0, at.uy, at.sy, at.uy);
  seesaw_scene_add_point (overlay, seesaw_parts_style (SEESAW_COLOR_GAMMA, 1.5),
                          SEESAW_MARKER_CIRCLE, at.sy, at.uy, NULL, NULL);

  return overlay;
}

/* A γ that gives the operating point nearest to (x, y): the middle of its interval, an open end cut
 * at 1 beyond the last gap.
 */
static SeesawPick
pick (const SeesawSubject *subject, const SeesawPlotLayout *layout, double x, double y)
{
  const SeesawCurve *curve = subject->view->now->curve;
  const SeesawPoint *points = seesaw_curve_get_points (curve);
  gsize n = seesaw_curve_get_n_points (curve);
  double distance;
  gsize i = seesaw_plot_layout_find_nearest (layout, CURVE, x, y, &distance);
  double low;
  double high;
  double from;
  double to;

  seesaw_curve_get_span (curve, &low, &high);
  from = i == 0 ? low - 1.0 : points[i].gamma;
  to = i + 1 == n ? high + 1.0 : points[i + 1].gamma;

  return (SeesawPick){ .kind = SEESAW_PICK_GAMMA, .gamma = (from + to) / 2.0 };
}

static char *
describe (const SeesawSubject *subject)
{
  return seesaw_parts_say_gamma (subject, subject->gamma);
}

static char *
read_out (const SeesawSubject *subject, const SeesawPlotLayout *layout, double x, double y)
{
  return seesaw_parts_say_gamma (subject, pick (subject, layout, x, y).gamma);
}

static char *
to_csv (const SeesawSubject *subject)
{
  GString *csv = g_string_new (NULL);

  seesaw_table_curve_append (subject->view->now, NULL, csv, NULL);

  return g_string_free (csv, FALSE);
}

const SeesawFigure seesaw_figure_curve = {
  .id = "curve",
  .group = "curve",
  .title = N_ ("Seen-unseen curve"),
  .moves = SEESAW_PICK_GAMMA,
  .new_scene = new_scene,
  .new_overlay = new_overlay,
  .describe = describe,
  .read_out = read_out,
  .pick = pick,
  .to_csv = to_csv,
};
