/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lines over epochs: the manner of all histories. What they show is a table in each figure. */

#include "config.h"

#include "seesaw-series.h"

#include "seesaw-figure-parts.h"
#include "seesaw-number.h"
#include "seesaw-series-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define BAND_OPACITY 0.16

/* More rings than this would hide their line. */
#define MAX_RINGS 40

/**
 * seesaw_series_list_epochs:
 * @history: a run over its epochs
 *
 * Returns: (transfer full): `[n_epochs]`, their numbers
 */
double *
seesaw_series_list_epochs (const SeesawHistory *history)
{
  double *x = g_new (double, history->n_epochs);

  for (gsize e = 0; e < history->n_epochs; e++)
    x[e] = history->epochs[e];

  return x;
}

/**
 * seesaw_series_list_values:
 * @plot: which lines
 * @subject: a run with a history
 * @series: one of the lines
 * @gamma: a γ
 * @stat: the line itself, or a rim of its band
 *
 * Returns: (transfer full): `[n_epochs]`, the numbers; NaN for what is not known
 */
double *
seesaw_series_list_values (const SeesawSeriesPlot *plot,
                           const SeesawSubject *subject,
                           gsize series,
                           double gamma,
                           SeesawStat stat)
{
  gsize n = subject->view->history->n_epochs;
  double *y = g_new (double, n);

  for (gsize e = 0; e < n; e++)
    y[e] = plot->value (subject, series, e, gamma, stat);

  return y;
}

/**
 * seesaw_series_is_main:
 * @series: a line
 *
 * Returns: whether it stays where several runs are shown, and thin lines would be too many
 */
gboolean
seesaw_series_is_main (const SeesawSeries *series)
{
  return series->width >= 1.0;
}

/**
 * seesaw_series_has_number:
 * @y: `[n]`
 * @n: number of them
 *
 * Returns: whether there is anything to draw
 */
gboolean
seesaw_series_has_number (const double *y, gsize n)
{
  for (gsize i = 0; i < n; i++)
    if (isfinite (y[i]))
      return TRUE;

  return FALSE;
}

static void
add_bands (SeesawScene *scene, const SeesawSeriesPlot *plot, const SeesawSubject *subject)
{
  const SeesawHistory *history = subject->view->history;

  for (gsize i = 0; i < plot->n_series; i++)
    if (plot->series[i].has_band)
      seesaw_scene_add_band (
          scene, seesaw_parts_area (plot->series[i].color, BAND_OPACITY, SEESAW_FILL_SOLID),
          seesaw_series_list_epochs (history),
          seesaw_series_list_values (plot, subject, i, 0.0, SEESAW_STAT_LOW),
          seesaw_series_list_values (plot, subject, i, 0.0, SEESAW_STAT_HIGH), history->n_epochs,
          NULL);
}

/**
 * seesaw_series_add_start:
 * @scene: a scene
 * @line: a line over epochs
 *
 * Adds a star where the line is still the pre-trained model's.
 */
void
seesaw_series_add_start (SeesawScene *scene, const SeesawMark *line)
{
  for (gsize e = 0; e < line->n; e++)
    if (line->x[e] == 0.0 && isfinite (line->y[e]))
      seesaw_scene_add_point (scene, seesaw_parts_style (line->style.color, 0.65),
                              SEESAW_MARKER_STAR, line->x[e], line->y[e], NULL, NULL);
}

static void
add_line (SeesawScene *scene,
          const SeesawSeriesPlot *plot,
          const SeesawSubject *subject,
          gsize index)
{
  const SeesawHistory *history = subject->view->history;
  const SeesawSeries *series = &plot->series[index];
  SeesawStyle style = seesaw_parts_style (series->color, series->width);
  double *y = seesaw_series_list_values (plot, subject, index, 0.0, SEESAW_STAT_MIDDLE);
  SeesawMark *line;

  if (!seesaw_series_has_number (y, history->n_epochs))
    {
      g_free (y);
      return;
    }

  style.dash = series->dashed ? SEESAW_DASH_SHORT : SEESAW_DASH_NONE;
  line = seesaw_scene_add_line (scene, style, seesaw_series_list_epochs (history), y,
                                history->n_epochs, NULL);
  seesaw_mark_set_label (line, _ (series->label));
  seesaw_series_add_start (scene, line);
}

/**
 * seesaw_series_new_scene:
 * @plot: which lines
 * @subject: what it is about
 *
 * Returns: (transfer full) (nullable): the lines at γ = 0, each with its name at its end; %NULL
 *   without a history
 */
SeesawScene *
seesaw_series_new_scene (const SeesawSeriesPlot *plot, const SeesawSubject *subject)
{
  SeesawScene *scene;

  if (subject->view->history == NULL)
    return NULL;
  if (seesaw_subject_has_runs (subject))
    return seesaw_series_runs_new_scene (plot, subject);

  scene = seesaw_scene_new ();
  seesaw_scene_set_title (scene, _ (plot->title));
  seesaw_parts_set_epoch_axis (scene, subject->view->history);
  seesaw_series_set_value_axis (scene, plot, subject, 1);

  if (plot->has_zero)
    seesaw_scene_add_rule (scene, seesaw_parts_style (SEESAW_COLOR_MUTED, 0.5), 1, 0.0);
  add_bands (scene, plot, subject);
  for (gsize i = 0; i < plot->n_series; i++)
    add_line (scene, plot, subject, i);

  return scene;
}

/**
 * seesaw_series_follows_gamma:
 * @plot: which lines
 * @subject: what it is about
 *
 * Returns: whether some of them are other ones at another γ
 */
gboolean
seesaw_series_follows_gamma (const SeesawSeriesPlot *plot, const SeesawSubject *subject)
{
  if (plot->score != subject->view->request.score)
    return FALSE;

  for (gsize i = 0; i < plot->n_series; i++)
    if (plot->series[i].follows_gamma)
      return TRUE;

  return FALSE;
}

/* Of several runs, the present one's. */
static SeesawStyle
style_at_gamma (const SeesawSeriesPlot *plot, const SeesawSubject *subject, gsize index)
{
  SeesawStyle style = seesaw_parts_style (plot->series[index].color, 0.6);
  SeesawRunStyle run;

  if (!seesaw_subject_has_runs (subject))
    return style;

  run = subject->runs[seesaw_subject_find_current (subject)].style;
  style.color = run.color;
  style.dash = seesaw_series_runs_choose_dash (plot, index, run.dash);

  return style;
}

static void
add_line_at_gamma (SeesawScene *overlay,
                   const SeesawSeriesPlot *plot,
                   const SeesawSubject *subject,
                   gsize index)
{
  const SeesawHistory *history = subject->view->history;
  double *y = seesaw_series_list_values (plot, subject, index, subject->gamma, SEESAW_STAT_MIDDLE);
  SeesawMark *line =
      seesaw_scene_add_line (overlay, style_at_gamma (plot, subject, index),
                             seesaw_series_list_epochs (history), y, history->n_epochs, NULL);

  if (history->n_epochs <= MAX_RINGS)
    line->marker = SEESAW_MARKER_RING;
}

/**
 * seesaw_series_new_overlay:
 * @plot: which lines
 * @subject: what it is about
 *
 * Returns: (transfer full): a cursor at the present epoch, and the lines at the present γ, thinner
 *   and with a ring at each epoch
 */
SeesawScene *
seesaw_series_new_overlay (const SeesawSeriesPlot *plot, const SeesawSubject *subject)
{
  SeesawScene *overlay = seesaw_scene_new ();
  const SeesawHistory *history = subject->view->history;

  if (history == NULL)
    return overlay;

  seesaw_scene_add_rule (overlay, seesaw_parts_style (SEESAW_COLOR_MUTED, 0.6), 0,
                         history->epochs[subject->view->request.epoch]);
  if (subject->gamma == 0.0 || !seesaw_series_follows_gamma (plot, subject))
    return overlay;

  for (gsize i = 0; i < plot->n_series; i++)
    if (plot->series[i].follows_gamma &&
        (!seesaw_subject_has_runs (subject) || seesaw_series_is_main (&plot->series[i])))
      add_line_at_gamma (overlay, plot, subject, i);
  seesaw_parts_set_gamma_note (overlay, history->n_epochs <= MAX_RINGS ? "○" : NULL,
                               subject->gamma);

  return overlay;
}

static void
append_values (GString *text,
               const SeesawSeriesPlot *plot,
               const SeesawSubject *subject,
               gsize epoch,
               double gamma,
               gboolean only_following)
{
  for (gsize i = 0; i < plot->n_series; i++)
    {
      double value = plot->value (subject, i, epoch, gamma, SEESAW_STAT_MIDDLE);
      g_autofree char *number = plot->format (value);

      if (!isnan (value) && (plot->series[i].follows_gamma || !only_following))
        g_string_append_printf (text, "   %s %s", _ (plot->series[i].name), number);
    }
}

/**
 * seesaw_series_say_epoch:
 * @plot: which lines
 * @subject: a run
 * @epoch: index of an epoch
 *
 * Returns: (transfer full) (nullable): the numbers there, in one line; %NULL without a history
 */
char *
seesaw_series_say_epoch (const SeesawSeriesPlot *plot, const SeesawSubject *subject, gsize epoch)
{
  GString *text;

  if (subject->view->history == NULL)
    return NULL;

  text = g_string_new (NULL);
  g_string_append_printf (text, _ ("Epoch %d"), subject->view->history->epochs[epoch]);
  append_values (text, plot, subject, epoch, 0.0, FALSE);
  if (subject->gamma != 0.0 && seesaw_series_follows_gamma (plot, subject))
    {
      g_autofree char *number = seesaw_number_gamma (subject->gamma);

      g_string_append (text, "   ");
      g_string_append_printf (text, _ ("at γ %s:"), number);
      append_values (text, plot, subject, epoch, subject->gamma, TRUE);
    }

  return g_string_free (text, FALSE);
}

/**
 * seesaw_series_describe:
 * @plot: which lines
 * @subject: what it is about
 *
 * Returns: (transfer full): the numbers at the present epoch, in one line
 */
char *
seesaw_series_describe (const SeesawSeriesPlot *plot, const SeesawSubject *subject)
{
  return seesaw_subject_has_runs (subject)
             ? seesaw_series_runs_describe (plot, subject)
             : seesaw_series_say_epoch (plot, subject, subject->view->request.epoch);
}

/**
 * seesaw_series_read_out:
 * @plot: which lines
 * @subject: what it is about
 * @layout: the figure at a size
 * @x: a place, in user units
 * @y: likewise
 *
 * Returns: (transfer full): the numbers at the nearest epoch, in one line
 */
char *
seesaw_series_read_out (const SeesawSeriesPlot *plot,
                        const SeesawSubject *subject,
                        const SeesawPlotLayout *layout,
                        double x,
                        double y)
{
  if (seesaw_subject_has_runs (subject))
    return seesaw_series_runs_read_out (plot, subject, layout, x, y);

  return seesaw_series_say_epoch (plot, subject,
                                  seesaw_parts_pick_epoch (subject, layout, x, y).epoch);
}
