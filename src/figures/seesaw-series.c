/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lines over epochs: the manner of all histories. What they show is a table in each figure. */

#include "config.h"

#include "seesaw-series.h"

#include "seesaw-figure-parts.h"
#include "seesaw-number.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define BAND_OPACITY 0.16

/* More rings than this would hide their line. */
#define MAX_RINGS 40

static double *
list_epochs (const SeesawHistory *history)
{
  double *x = g_new (double, history->n_epochs);

  for (gsize e = 0; e < history->n_epochs; e++)
    x[e] = history->epochs[e];

  return x;
}

static double *
list_values (const SeesawSeriesPlot *plot,
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

/* Lowest and highest number of all lines at γ = 0 and of their bands; NaN if there is none. */
static void
find_range (const SeesawSeriesPlot *plot, const SeesawSubject *subject, double *low, double *high)
{
  *low = *high = plot->has_zero ? 0.0 : (double) NAN;
  for (gsize i = 0; i < plot->n_series; i++)
    for (gsize e = 0; e < subject->view->history->n_epochs; e++)
      for (int stat = 0; stat <= (plot->series[i].has_band ? SEESAW_STAT_HIGH : 0); stat++)
        {
          double y = plot->value (subject, i, e, 0.0, (SeesawStat) stat);

          *low = isfinite (y) ? fmin (*low, y) : *low;
          *high = isfinite (y) ? fmax (*high, y) : *high;
        }
}

static SeesawScale
choose_scale (const SeesawSeriesPlot *plot, const SeesawSubject *subject)
{
  double low;
  double high;

  if (plot->top > 0.0)
    return (SeesawScale){ 0.0, plot->top };

  find_range (plot, subject, &low, &high);

  return plot->axis_format == SEESAW_AXIS_PERCENT ? seesaw_parts_percent_scale (high)
                                                  : seesaw_parts_round_scale (low, high);
}

static gboolean
has_number (const double *y, gsize n)
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
          list_epochs (history), list_values (plot, subject, i, 0.0, SEESAW_STAT_LOW),
          list_values (plot, subject, i, 0.0, SEESAW_STAT_HIGH), history->n_epochs, NULL);
}

/* A star where the line is still the pre-trained model's. */
static void
add_start (SeesawScene *scene, const SeesawSeries *series, const SeesawMark *line)
{
  for (gsize e = 0; e < line->n; e++)
    if (line->x[e] == 0.0 && isfinite (line->y[e]))
      seesaw_scene_add_point (scene, seesaw_parts_style (series->color, 0.65), SEESAW_MARKER_STAR,
                              line->x[e], line->y[e], NULL, NULL);
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
  double *y = list_values (plot, subject, index, 0.0, SEESAW_STAT_MIDDLE);
  SeesawMark *line;

  if (!has_number (y, history->n_epochs))
    {
      g_free (y);
      return;
    }

  style.dash = series->dashed ? SEESAW_DASH_SHORT : SEESAW_DASH_NONE;
  line = seesaw_scene_add_line (scene, style, list_epochs (history), y, history->n_epochs, NULL);
  seesaw_mark_set_label (line, _ (series->label));
  add_start (scene, series, line);
}

static void
set_axes (SeesawScene *scene, const SeesawSeriesPlot *plot, const SeesawSubject *subject)
{
  const SeesawViewRequest *request = &subject->view->request;
  const char *title =
      plot->is_accuracy ? seesaw_parts_name_accuracy (request, FALSE) : _ (plot->axis);
  const char *short_title =
      plot->is_accuracy ? seesaw_parts_name_accuracy (request, TRUE) : _ (plot->short_axis);

  seesaw_parts_set_epoch_axis (scene, subject->view->history);
  seesaw_scene_set_axis (scene, 1, title, short_title, choose_scale (plot, subject),
                         plot->axis_format);
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

  scene = seesaw_scene_new ();
  seesaw_scene_set_title (scene, _ (plot->title));
  set_axes (scene, plot, subject);

  if (plot->has_zero)
    seesaw_scene_add_rule (scene, seesaw_parts_style (SEESAW_COLOR_MUTED, 0.5), 1, 0.0);
  add_bands (scene, plot, subject);
  for (gsize i = 0; i < plot->n_series; i++)
    add_line (scene, plot, subject, i);

  return scene;
}

static gboolean
follows_gamma (const SeesawSeriesPlot *plot, const SeesawSubject *subject)
{
  if (plot->score != subject->view->request.score)
    return FALSE;

  for (gsize i = 0; i < plot->n_series; i++)
    if (plot->series[i].follows_gamma)
      return TRUE;

  return FALSE;
}

static void
add_line_at_gamma (SeesawScene *overlay,
                   const SeesawSeriesPlot *plot,
                   const SeesawSubject *subject,
                   gsize index)
{
  const SeesawHistory *history = subject->view->history;
  SeesawStyle style = seesaw_parts_style (plot->series[index].color, 0.6);
  SeesawMark *line =
      seesaw_scene_add_line (overlay, style, list_epochs (history),
                             list_values (plot, subject, index, subject->gamma, SEESAW_STAT_MIDDLE),
                             history->n_epochs, NULL);

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
  if (subject->gamma == 0.0 || !follows_gamma (plot, subject))
    return overlay;

  for (gsize i = 0; i < plot->n_series; i++)
    if (plot->series[i].follows_gamma)
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

static char *
say_epoch (const SeesawSeriesPlot *plot, const SeesawSubject *subject, gsize epoch)
{
  GString *text;

  if (subject->view->history == NULL)
    return NULL;

  text = g_string_new (NULL);
  g_string_append_printf (text, _ ("Epoch %d"), subject->view->history->epochs[epoch]);
  append_values (text, plot, subject, epoch, 0.0, FALSE);
  if (subject->gamma != 0.0 && follows_gamma (plot, subject))
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
  return say_epoch (plot, subject, subject->view->request.epoch);
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
  return say_epoch (plot, subject, seesaw_parts_pick_epoch (subject, layout, x, y).epoch);
}

static void
append_header (GString *csv, const SeesawSeriesPlot *plot, gboolean at_gamma)
{
  g_string_append (csv, "epoch");
  for (gsize i = 0; i < plot->n_series; i++)
    {
      g_string_append_printf (csv, ",%s", plot->series[i].column);
      if (plot->series[i].has_band)
        g_string_append_printf (csv, ",%s_q1,%s_q3", plot->series[i].column,
                                plot->series[i].column);
    }
  if (at_gamma)
    g_string_append (csv, ",gamma");
  for (gsize i = 0; at_gamma && i < plot->n_series; i++)
    if (plot->series[i].follows_gamma)
      g_string_append_printf (csv, ",%s_at_gamma", plot->series[i].column);
  g_string_append_c (csv, '\n');
}

static void
append_epoch (GString *csv,
              const SeesawSeriesPlot *plot,
              const SeesawSubject *subject,
              gsize epoch,
              gboolean at_gamma)
{
  g_autofree double *row = g_new (double, 4 * plot->n_series + 2);
  gsize n = 0;

  row[n++] = subject->view->history->epochs[epoch];
  for (gsize i = 0; i < plot->n_series; i++)
    for (int stat = 0; stat <= (plot->series[i].has_band ? SEESAW_STAT_HIGH : 0); stat++)
      row[n++] = plot->value (subject, i, epoch, 0.0, (SeesawStat) stat);
  if (at_gamma)
    row[n++] = subject->gamma;
  for (gsize i = 0; at_gamma && i < plot->n_series; i++)
    if (plot->series[i].follows_gamma)
      row[n++] = plot->value (subject, i, epoch, subject->gamma, SEESAW_STAT_MIDDLE);

  seesaw_parts_append_row (csv, row, n);
}

/**
 * seesaw_series_to_csv:
 * @plot: which lines
 * @subject: what it is about
 *
 * Returns: (transfer full): a row per epoch: the lines at γ = 0 with their quartiles, then those
 *   that follow γ at the present one
 */
char *
seesaw_series_to_csv (const SeesawSeriesPlot *plot, const SeesawSubject *subject)
{
  GString *csv = g_string_new (NULL);
  gboolean at_gamma = follows_gamma (plot, subject);

  append_header (csv, plot, at_gamma);
  for (gsize e = 0; subject->view->history != NULL && e < subject->view->history->n_epochs; e++)
    append_epoch (csv, plot, subject, e, at_gamma);

  return g_string_free (csv, FALSE);
}
