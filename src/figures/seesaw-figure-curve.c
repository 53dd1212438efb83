/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The seen-unseen curve: what each γ gives the seen classes, against what it gives the unseen
 * ones.
 */

#include "config.h"

#include "seesaw-figure-curve.h"

#include "seesaw-curve-marks.h"
#include "seesaw-figure-parts.h"
#include "seesaw-number.h"
#include "seesaw-table-curve.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static char *
name_curve (const SeesawView *view, const SeesawAnalysis *analysis)
{
  g_autofree char *ausuc = seesaw_number_fraction (seesaw_curve_get_ausuc (analysis->curve));
  gint32 epoch = view->run->epochs[analysis->epoch->index];

  if (view->request.score == SEESAW_SCORE_NCM)
    /* Translators: an entry of a legend; a curve of nearest class means. */
    return g_strdup_printf (_ ("NCM, epoch %d, AUSUC %s"), epoch, ausuc);

  /* Translators: an entry of a legend; AUSUC is the area under the seen-unseen curve. */
  return g_strdup_printf (_ ("Epoch %d, AUSUC %s"), epoch, ausuc);
}

/* The curve of the present epoch, and of the start behind it if that is another epoch; the
 * pre-trained model as a star, γ = 0 as a ring, the known γs as diamonds.
 */
static SeesawScene *
new_scene_of_one (const SeesawSubject *subject)
{
  const SeesawAnalysis *start = subject->view->start;
  const SeesawAnalysis *now = subject->view->now;
  SeesawScene *scene = seesaw_scene_new ();
  g_autofree char *name_now = name_curve (subject->view, now);
  gboolean is_start = start != NULL && start->epoch->index == now->epoch->index;

  seesaw_curve_marks_set_axes (scene, (const SeesawAnalysis *[]){ now, start }, 2);
  seesaw_curve_marks_add_curve (scene, now->curve, seesaw_parts_style (SEESAW_COLOR_ALL, 1.0),
                                name_now);
  if (start != NULL && !is_start)
    {
      g_autofree char *name_start = name_curve (subject->view, start);

      seesaw_curve_marks_add_curve (scene, start->curve,
                                    seesaw_parts_style (SEESAW_COLOR_MUTED, 0.7), name_start);
    }

  if (start != NULL)
    seesaw_curve_marks_add_at (scene, start, 0.0, seesaw_parts_style (SEESAW_COLOR_ALL, 1.0),
                               SEESAW_MARKER_STAR, NULL, _ ("Pre-trained model"));
  if (!is_start)
    seesaw_curve_marks_add_at (scene, now, 0.0, seesaw_parts_style (SEESAW_COLOR_ALL, 0.9),
                               SEESAW_MARKER_RING, NULL, _ ("Fine-tuned model, γ = 0"));
  seesaw_curve_marks_add_known (scene, now);
  seesaw_scene_keep_legend (scene);

  return scene;
}

static SeesawScene *
new_scene (const SeesawSubject *subject)
{
  return seesaw_subject_has_runs (subject) ? seesaw_curve_runs_new_scene (subject)
                                           : new_scene_of_one (subject);
}

/* The operating point, and hair lines from it to both axes. */
static SeesawScene *
new_overlay (const SeesawSubject *subject)
{
  SeesawScene *overlay;
  SeesawAccuracy at = seesaw_curve_at (subject->view->now->curve, subject->gamma);

  if (seesaw_subject_has_runs (subject))
    return seesaw_curve_runs_new_overlay (subject);

  overlay = seesaw_scene_new ();
  if (isnan (at.sy) || isnan (at.uy))
    return overlay;

  seesaw_curve_marks_add_hairs (overlay, at);
  seesaw_scene_add_point (overlay, seesaw_parts_style (SEESAW_COLOR_GAMMA, 1.5),
                          SEESAW_MARKER_CIRCLE, at.sy, at.uy, NULL, NULL);

  return overlay;
}

/* On the curve of the present run. */
static SeesawPick
pick (const SeesawSubject *subject, const SeesawPlotLayout *layout, double x, double y)
{
  guint mark = seesaw_subject_find_current (subject);
  double distance;

  return (SeesawPick){ .kind = SEESAW_PICK_GAMMA,
                       .gamma = seesaw_curve_marks_pick (subject->view->now->curve, layout, mark, x,
                                                         y, &distance) };
}

static char *
describe (const SeesawSubject *subject)
{
  return seesaw_subject_has_runs (subject) ? seesaw_curve_runs_describe (subject)
                                           : seesaw_parts_say_gamma (subject, subject->gamma);
}

static char *
read_out (const SeesawSubject *subject, const SeesawPlotLayout *layout, double x, double y)
{
  if (seesaw_subject_has_runs (subject))
    return seesaw_curve_runs_read_out (subject, layout, x, y);

  return seesaw_parts_say_gamma (subject, pick (subject, layout, x, y).gamma);
}

static char *
to_csv (const SeesawSubject *subject)
{
  GString *csv;

  if (seesaw_subject_has_runs (subject))
    return seesaw_curve_runs_to_csv (subject);

  csv = g_string_new (NULL);
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
  .overlays_runs = TRUE,
};
