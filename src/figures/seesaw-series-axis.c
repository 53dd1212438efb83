/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "seesaw-series-private.h"

#include "seesaw-figure-parts.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Lowest and highest number of a line at γ = 0 and of its band. */
static void
extend (const SeesawSeriesPlot *plot,
        const SeesawSubject *subject,
        gsize series,
        double *low,
        double *high)
{
  for (gsize e = 0; e < subject->view->history->n_epochs; e++)
    for (int stat = 0; stat <= (plot->series[series].has_band ? SEESAW_STAT_HIGH : 0); stat++)
      {
        double y = plot->value (subject, series, e, 0.0, (SeesawStat) stat);

        *low = isfinite (y) ? fmin (*low, y) : *low;
        *high = isfinite (y) ? fmax (*high, y) : *high;
      }
}

/* A scale that holds all lines of all runs at γ = 0. */
static SeesawScale
choose_scale (const SeesawSeriesPlot *plot, const SeesawSubject *subjects, gsize n_subjects)
{
  double low = plot->has_zero ? 0.0 : (double) NAN;
  double high = low;

  if (plot->top > 0.0)
    return (SeesawScale){ 0.0, plot->top };

  for (gsize r = 0; r < n_subjects; r++)
    for (gsize i = 0; i < plot->n_series; i++)
      if (n_subjects == 1 || seesaw_series_is_main (&plot->series[i]))
        extend (plot, &subjects[r], i, &low, &high);

  return plot->axis_format == SEESAW_AXIS_PERCENT ? seesaw_parts_percent_scale (high)
                                                  : seesaw_parts_round_scale (low, high);
}

/**
 * seesaw_series_set_value_axis:
 * @scene: where the axis goes
 * @plot: which lines
 * @subjects: `[n_subjects]`, of which runs
 * @n_subjects: number of runs, at least 1
 *
 * The axis of what is shown over epochs, named after the setting where that matters.
 */
void
seesaw_series_set_value_axis (SeesawScene *scene,
                              const SeesawSeriesPlot *plot,
                              const SeesawSubject *subjects,
                              gsize n_subjects)
{
  const SeesawViewRequest *request = &subjects[0].view->request;
  const char *title =
      plot->is_accuracy ? seesaw_parts_name_accuracy (request, FALSE) : _ (plot->axis);
  const char *short_title =
      plot->is_accuracy ? seesaw_parts_name_accuracy (request, TRUE) : _ (plot->short_axis);

  seesaw_scene_set_axis (scene, 1, title, short_title, choose_scale (plot, subjects, n_subjects),
                         plot->axis_format);
}
