/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lines of several runs over epochs. Colour and marker say which run a line is of. Where a run has
 * several lines, how they are broken says which of them; the present run's bear their names, and
 * another's those that the present run lacks.
 */

#include "config.h"

#include "seesaw-series-private.h"

#include "seesaw-figure-parts.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define BAND_OPACITY 0.16

/* Runs that have a history, in order. */
static GArray *
list_runs (const SeesawSubject *subject)
{
  GArray *runs = g_array_new (FALSE, FALSE, sizeof (SeesawSubject));

  for (gsize i = 0; i < subject->n_runs; i++)
    {
      const SeesawSubject one = seesaw_subject_of_run (subject, i);

      if (one.view->history != NULL)
        g_array_append_val (runs, one);
    }

  return runs;
}

static gsize
count_main (const SeesawSeriesPlot *plot)
{
  gsize n = 0;

  for (gsize i = 0; i < plot->n_series; i++)
    n += (gsize) seesaw_series_is_main (&plot->series[i]);

  return n;
}

/**
 * seesaw_series_runs_choose_dash:
 * @plot: which lines
 * @series: one of them
 * @of_run: how lines of its run are broken
 *
 * Returns: how the line is broken: as its run's are, if it is the only one of its run
 */
SeesawDash
seesaw_series_runs_choose_dash (const SeesawSeriesPlot *plot, gsize series, SeesawDash of_run)
{
  static const SeesawDash dashes[] = { SEESAW_DASH_NONE, SEESAW_DASH_SHORT, SEESAW_DASH_DOTS };
  gsize position = 0;

  if (count_main (plot) == 1)
    return of_run;

  for (gsize i = 0; i < series; i++)
    position += (gsize) seesaw_series_is_main (&plot->series[i]);

  return dashes[position % G_N_ELEMENTS (dashes)];
}

static void
set_axes (SeesawScene *scene, const SeesawSeriesPlot *plot, const GArray *runs)
{
  const SeesawSubject *subjects = &g_array_index (runs, SeesawSubject, 0);
  SeesawScale scale = { (double) INFINITY, -(double) INFINITY };

  for (guint r = 0; r < runs->len; r++)
    for (gsize e = 0; e < subjects[r].view->history->n_epochs; e++)
      {
        scale.low = MIN (scale.low, subjects[r].view->history->epochs[e]);
        scale.high = MAX (scale.high, subjects[r].view->history->epochs[e]);
      }
  if (scale.low == scale.high)
    scale = (SeesawScale){ scale.low - 0.5, scale.high + 0.5 };

  seesaw_scene_set_axis (scene, 0, _ ("Epoch"), _ ("Epoch"), scale, SEESAW_AXIS_INTEGER);
  seesaw_series_set_value_axis (scene, plot, subjects, runs->len);
}

/* Of the present run alone: bands over bands could not be told apart. */
static void
add_bands (SeesawScene *scene, const SeesawSeriesPlot *plot, const SeesawSubject *subject)
{
  const SeesawHistory *history = subject->view->history;
  SeesawColor color = subject->runs[seesaw_subject_find_current (subject)].style.color;

  for (gsize i = 0; i < plot->n_series; i++)
    if (plot->series[i].has_band && seesaw_series_is_main (&plot->series[i]))
      seesaw_scene_add_band (scene, seesaw_parts_area (color, BAND_OPACITY, SEESAW_FILL_SOLID),
                             seesaw_series_list_epochs (history),
                             seesaw_series_list_values (plot, subject, i, 0.0, SEESAW_STAT_LOW),
                             seesaw_series_list_values (plot, subject, i, 0.0, SEESAW_STAT_HIGH),
                             history->n_epochs, NULL);
}

static gboolean
has_line (const SeesawSeriesPlot *plot, const SeesawSubject *subject, gsize run, gsize series)
{
  const SeesawSubject one = seesaw_subject_of_run (subject, run);
  g_autofree double *y = NULL;

  if (one.view->history == NULL)
    return FALSE;

  y = seesaw_series_list_values (plot, &one, series, 0.0, SEESAW_STAT_MIDDLE);

  return seesaw_series_has_number (y, one.view->history->n_epochs);
}

/* The run whose line bears the name: the present one, or else the first that has such a line. */
static gsize
find_named (const SeesawSeriesPlot *plot, const SeesawSubject *subject, gsize series)
{
  gsize current = seesaw_subject_find_current (subject);
  gsize run = 0;

  if (has_line (plot, subject, current, series))
    return current;

  while (run < subject->n_runs && !has_line (plot, subject, run, series))
    run++;

  return run;
}

static void
add_line (SeesawScene *scene,
          const SeesawSeriesPlot *plot,
          const SeesawSubject *subject,
          gsize run,
          gsize series)
{
  const SeesawSubject one = seesaw_subject_of_run (subject, run);
  const SeesawHistory *history = one.view->history;
  SeesawRunStyle style = subject->runs[run].style;
  double *y = seesaw_series_list_values (plot, &one, series, 0.0, SEESAW_STAT_MIDDLE);
  SeesawMark *line;

  if (!seesaw_series_has_number (y, history->n_epochs))
    {
      g_free (y);
      return;
    }

  style.dash = seesaw_series_runs_choose_dash (plot, series, style.dash);
  line = seesaw_scene_add_line (scene, seesaw_run_style_line (style, 0.9),
                                seesaw_series_list_epochs (history), y, history->n_epochs, NULL);
  line->marker = style.marker;
  if (count_main (plot) > 1 && run == find_named (plot, subject, series))
    seesaw_mark_set_label (line, _ (plot->series[series].label));
  seesaw_series_add_start (scene, line);
}

static void
add_legend (SeesawScene *scene, const SeesawSubject *subject)
{
  for (gsize i = 0; i < subject->n_runs; i++)
    {
      SeesawRunStyle style = subject->runs[i].style;

      style.dash = SEESAW_DASH_NONE;
      seesaw_run_style_add_legend (style, scene, subject->runs[i].name);
    }
  seesaw_scene_keep_legend (scene);
}

/**
 * seesaw_series_runs_new_scene:
 * @plot: which lines
 * @subject: with runs side by side
 *
 * Returns: (transfer full): the main lines of each run at γ = 0
 */
SeesawScene *
seesaw_series_runs_new_scene (const SeesawSeriesPlot *plot, const SeesawSubject *subject)
{
  SeesawScene *scene = seesaw_scene_new ();
  g_autoptr (GArray) runs = list_runs (subject);

  seesaw_scene_set_title (scene, _ (plot->title));
  set_axes (scene, plot, runs);
  if (plot->has_zero)
    seesaw_scene_add_rule (scene, seesaw_parts_style (SEESAW_COLOR_MUTED, 0.5), 1, 0.0);
  add_bands (scene, plot, subject);
  for (gsize run = 0; run < subject->n_runs; run++)
    for (gsize i = 0; subject->runs[run].view->history != NULL && i < plot->n_series; i++)
      if (seesaw_series_is_main (&plot->series[i]))
        add_line (scene, plot, subject, run, i);
  if (!subject->hides_legend)
    add_legend (scene, subject);

  return scene;
}

static char *
say_run (const SeesawSeriesPlot *plot, const SeesawSubject *subject, gsize run, gsize epoch)
{
  const SeesawSubject one = seesaw_subject_of_run (subject, run);
  g_autofree char *numbers = seesaw_series_say_epoch (plot, &one, epoch);

  return numbers != NULL ? g_strdup_printf ("%s   %s", subject->runs[run].name, numbers) : NULL;
}

/**
 * seesaw_series_runs_describe:
 * @plot: which lines
 * @subject: with runs side by side
 *
 * Returns: (transfer full) (nullable): the present run at the present epoch, in one line
 */
char *
seesaw_series_runs_describe (const SeesawSeriesPlot *plot, const SeesawSubject *subject)
{
  return say_run (plot, subject, seesaw_subject_find_current (subject),
                  subject->view->request.epoch);
}

/* How far the nearest line of a run is from a place, at the nearest epoch. */
static double
measure_distance (const SeesawSeriesPlot *plot,
                  const SeesawSubject *one,
                  const SeesawPlotLayout *layout,
                  gsize epoch,
                  double x,
                  double y)
{
  double dx = seesaw_plot_layout_x (layout, one->view->history->epochs[epoch]) - x;
  double least = (double) INFINITY;

  for (gsize i = 0; i < plot->n_series; i++)
    {
      double value = plot->value (one, i, epoch, 0.0, SEESAW_STAT_MIDDLE);

      if (seesaw_series_is_main (&plot->series[i]) && isfinite (value))
        least = MIN (least, hypot (dx, seesaw_plot_layout_y (layout, value) - y));
    }

  return least;
}

/**
 * seesaw_series_runs_read_out:
 * @plot: which lines
 * @subject: with runs side by side
 * @layout: the figure at a size
 * @x: a place, in user units
 * @y: likewise
 *
 * Returns: (transfer full) (nullable): the run that is nearest, at its nearest epoch
 */
char *
seesaw_series_runs_read_out (const SeesawSeriesPlot *plot,
                             const SeesawSubject *subject,
                             const SeesawPlotLayout *layout,
                             double x,
                             double y)
{
  double least = (double) INFINITY;
  gsize run = seesaw_subject_find_current (subject);
  gsize epoch = subject->view->request.epoch;

  for (gsize i = 0; i < subject->n_runs; i++)
    {
      const SeesawSubject one = seesaw_subject_of_run (subject, i);
      gsize at;
      double distance;

      if (one.view->history == NULL)
        continue;

      at = seesaw_parts_pick_epoch (&one, layout, x, y).epoch;
      distance = measure_distance (plot, &one, layout, at, x, y);
      if (distance < least)
        {
          least = distance;
          run = i;
          epoch = at;
        }
    }

  return say_run (plot, subject, run, epoch);
}
