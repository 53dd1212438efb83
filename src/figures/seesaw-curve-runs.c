/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Seen-unseen curves of several runs. Markers are hollow at γ = 0 and filled at the run's own γ. */

#include "config.h"

#include "seesaw-curve-marks.h"

#include "seesaw-figure-parts.h"
#include "seesaw-number.h"
#include "seesaw-table-curve.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* The curve of run i is mark i. */
static void
add_curves (SeesawScene *scene, const SeesawSubject *subject)
{
  for (gsize i = 0; i < subject->n_runs; i++)
    {
      const SeesawRunSubject *run = &subject->runs[i];

      seesaw_curve_marks_add_curve (scene, run->view->now->curve,
                                    seesaw_run_style_line (run->style, 1.0), NULL);
    }
}

static char *
name_curve (const SeesawRunSubject *run)
{
  g_autofree char *ausuc = seesaw_number_fraction (seesaw_curve_get_ausuc (run->view->now->curve));

  if (run->view->request.score == SEESAW_SCORE_NCM)
    /* Translators: a run and the area under its curve of nearest class means, in a legend. */
    return g_strdup_printf (_ ("%s, NCM, AUSUC %s"), run->name, ausuc);

  /* Translators: a run and its area under the curve, in a legend. */
  return g_strdup_printf (_ ("%s, AUSUC %s"), run->name, ausuc);
}

static void
add_legends (SeesawScene *scene, const SeesawSubject *subject)
{
  for (gsize i = 0; i < subject->n_runs; i++)
    {
      const SeesawRunSubject *run = &subject->runs[i];
      g_autofree char *text = name_curve (run);

      seesaw_run_style_add_legend (run->style, scene, text);
    }
}

/* Something that every run has, without a run's colour. */
static void
list_marker (SeesawScene *scene, SeesawMarker marker, SeesawFill fill, const char *legend)
{
  SeesawMark *mark = seesaw_scene_add_point (scene, seesaw_parts_area (SEESAW_COLOR_ALL, 1.0, fill),
                                             marker, 0.0, 0.0, NULL, legend);

  mark->n = 0;
}

/* Whether all runs that have a start begin at the same operating point. */
static gboolean
share_start (const SeesawSubject *subject)
{
  const SeesawAccuracy *first = NULL;
  SeesawAccuracy at[2];

  for (gsize i = 0; i < subject->n_runs; i++)
    {
      const SeesawAnalysis *start = subject->runs[i].view->start;

      if (start == NULL)
        continue;

      at[first != NULL] = seesaw_curve_at (start->curve, 0.0);
      if (first != NULL &&
          !(fabs (at[1].sy - first->sy) < 1e-9 && fabs (at[1].uy - first->uy) < 1e-9))
        return FALSE;
      first = at;
    }

  return TRUE;
}

static void
add_starts (SeesawScene *scene, const SeesawSubject *subject)
{
  gboolean is_shared = share_start (subject);
  gboolean is_done = FALSE;

  for (gsize i = 0; i < subject->n_runs; i++)
    {
      const SeesawRunSubject *run = &subject->runs[i];

      if (run->view->start == NULL || (is_shared && is_done))
        continue;

      seesaw_curve_marks_add_at (
          scene, run->view->start, 0.0,
          seesaw_parts_style (is_shared ? SEESAW_COLOR_ALL : run->style.color, 1.0),
          SEESAW_MARKER_STAR, NULL, NULL);
      is_done = TRUE;
    }

  if (is_done)
    list_marker (scene, SEESAW_MARKER_STAR, SEESAW_FILL_SOLID, _ ("Pre-trained model"));
}

static gboolean
is_start (const SeesawView *view)
{
  return view->start != NULL && view->start->epoch->index == view->now->epoch->index;
}

/* Where runs cover each other the present one is on top: it comes last. */
static const SeesawRunSubject *
get_in_order (const SeesawSubject *subject, guint index)
{
  guint current = seesaw_subject_find_current (subject);

  return &subject->runs[(current + 1 + index) % subject->n_runs];
}

static void
add_fine_tuned (SeesawScene *scene, const SeesawSubject *subject)
{
  gboolean is_done = FALSE;

  for (guint i = 0; i < subject->n_runs; i++)
    {
      const SeesawRunSubject *run = get_in_order (subject, i);
      SeesawStyle style = seesaw_parts_area (run->style.color, 1.0, SEESAW_FILL_OUTLINED);

      if (is_start (run->view))
        continue;

      seesaw_curve_marks_add_at (scene, run->view->now, 0.0, style, run->style.marker, NULL, NULL);
      is_done = TRUE;
    }

  if (is_done)
    list_marker (scene, SEESAW_MARKER_CIRCLE, SEESAW_FILL_OUTLINED, _ ("Fine-tuned model, γ = 0"));
}

static void
set_axes (SeesawScene *scene, const SeesawSubject *subject)
{
  g_autofree const SeesawAnalysis **analyses = g_new (const SeesawAnalysis *, 2 * subject->n_runs);

  for (gsize i = 0; i < subject->n_runs; i++)
    {
      analyses[2 * i] = subject->runs[i].view->now;
      analyses[2 * i + 1] = subject->runs[i].view->start;
    }
  seesaw_curve_marks_set_axes (scene, analyses, 2 * subject->n_runs);
}

/**
 * seesaw_curve_runs_new_scene:
 * @subject: with runs side by side
 *
 * Returns: (transfer full): the curve of each run at its epoch, where it is at γ = 0, where it
 *   started, and the known γs of the present run
 */
SeesawScene *
seesaw_curve_runs_new_scene (const SeesawSubject *subject)
{
  SeesawScene *scene = seesaw_scene_new ();

  set_axes (scene, subject);
  add_curves (scene, subject);
  if (!subject->hides_legend)
    {
      add_legends (scene, subject);
      seesaw_scene_keep_legend (scene);
    }
  add_starts (scene, subject);
  add_fine_tuned (scene, subject);
  seesaw_curve_marks_add_known (scene, subject->view->now);

  return scene;
}

/**
 * seesaw_curve_runs_new_overlay:
 * @subject: with runs side by side
 *
 * Returns: (transfer full): the operating point of each run at its own γ, with hair lines for the
 *   present run
 */
SeesawScene *
seesaw_curve_runs_new_overlay (const SeesawSubject *subject)
{
  SeesawScene *overlay = seesaw_scene_new ();
  SeesawAccuracy at = seesaw_curve_at (subject->view->now->curve, subject->gamma);

  if (!isnan (at.sy) && !isnan (at.uy))
    seesaw_curve_marks_add_hairs (overlay, at);

  for (guint i = 0; i < subject->n_runs; i++)
    {
      const SeesawRunSubject *run = get_in_order (subject, i);
      gboolean is_current = i + 1 == subject->n_runs;

      seesaw_curve_marks_add_at (overlay, run->view->now, is_current ? subject->gamma : run->gamma,
                                 seesaw_parts_style (run->style.color, is_current ? 1.6 : 1.2),
                                 run->style.marker, NULL, NULL);
    }

  return overlay;
}

static char *
say (const SeesawSubject *subject, guint index, double gamma)
{
  const SeesawSubject one = seesaw_subject_of_run (subject, index);
  g_autofree char *numbers = seesaw_parts_say_gamma (&one, gamma);

  return g_strdup_printf ("%s   %s", subject->runs[index].name, numbers);
}

/**
 * seesaw_curve_runs_describe:
 * @subject: with runs side by side
 *
 * Returns: (transfer full): each run at its own γ, in one line
 */
char *
seesaw_curve_runs_describe (const SeesawSubject *subject)
{
  GString *text = g_string_new (NULL);
  guint current = seesaw_subject_find_current (subject);

  for (guint i = 0; i < subject->n_runs; i++)
    {
      g_autofree char *run =
          say (subject, i, i == current ? subject->gamma : subject->runs[i].gamma);

      g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", run);
    }

  return g_string_free (text, FALSE);
}

/**
 * seesaw_curve_runs_read_out:
 * @subject: with runs side by side
 * @layout: the figure at a size
 * @x: a place, in user units
 * @y: likewise
 *
 * Returns: (transfer full): the run whose curve is nearest, and what it gives there
 */
char *
seesaw_curve_runs_read_out (const SeesawSubject *subject,
                            const SeesawPlotLayout *layout,
                            double x,
                            double y)
{
  double least = (double) INFINITY;
  double gamma = 0.0;
  guint nearest = 0;

  for (guint i = 0; i < subject->n_runs; i++)
    {
      double distance;
      double there =
          seesaw_curve_marks_pick (subject->runs[i].view->now->curve, layout, i, x, y, &distance);

      if (distance < least)
        {
          least = distance;
          gamma = there;
          nearest = i;
        }
    }

  return say (subject, nearest, gamma);
}

/**
 * seesaw_curve_runs_to_csv:
 * @subject: with runs side by side
 *
 * Returns: (transfer full): the operating points of each run, its file in a first column
 */
char *
seesaw_curve_runs_to_csv (const SeesawSubject *subject)
{
  GString *csv = g_string_new (NULL);

  for (gsize i = 0; i < subject->n_runs; i++)
    {
      const SeesawView *view = subject->runs[i].view;
      g_autofree char *base = g_path_get_basename (view->run->path);
      g_autofree char *file = g_filename_display_name (base);

      seesaw_table_curve_append (view->now, view->run, csv, file);
    }

  return g_string_free (csv, FALSE);
}
