/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What became of one class's weights, over epochs. */

#include "config.h"

#include "seesaw-figure-class.h"

#include "seesaw-figure-parts.h"
#include "seesaw-number.h"
#include "seesaw-series.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static double
get_drift (const SeesawSubject *subject, gsize series, gsize epoch, double gamma, SeesawStat stat)
{
  SeesawDrift **drifts = subject->view->history->drifts;
  const SeesawDrift *drift = drifts != NULL ? drifts[epoch] : NULL;

  if (drift == NULL || subject->selected < 0)
    return (double) NAN;

  return (const double *const[]){ drift->weight_norm, drift->norm,
                                  drift->bias_change }[series][subject->selected];
}

#define DRIFT_SERIES(color)                                                                        \
  {                                                                                                \
    { N_ ("‖w‖"), N_ ("‖w‖"), "weight_norm", SEESAW_COLOR_ALL, 1.0, FALSE },                       \
        { N_ ("‖Δw‖"), N_ ("‖Δw‖"), "norm", color, 1.0, FALSE },                                   \
        { N_ ("Δb"), N_ ("Δb"), "bias_change", color, 0.5, FALSE },                                \
  }

#define DRIFT_PLOT(table)                                                                          \
  {                                                                                                \
    .title = N_ ("Weights"), .axis = N_ ("Norm of weights, change of bias"),                       \
    .short_axis = N_ ("Norm, change"), .has_zero = TRUE, .format = seesaw_number_gamma,            \
    .series = table, .n_series = G_N_ELEMENTS (table), .value = get_drift,                         \
  }

static const SeesawSeries drifts_unseen[] = DRIFT_SERIES (SEESAW_COLOR_UNSEEN);
static const SeesawSeries drifts_seen[] = DRIFT_SERIES (SEESAW_COLOR_SEEN);

/* By seen. */
static const SeesawSeriesPlot plots[] = { DRIFT_PLOT (drifts_unseen), DRIFT_PLOT (drifts_seen) };

static const SeesawSeriesPlot *
get_plot (const SeesawSubject *subject)
{
  const SeesawClasses *classes = subject->view->run->classes;

  return &plots[subject->selected >= 0 && classes->seen[subject->selected]];
}

SEESAW_DEFINE_SERIES_FIGURE (drift, get_plot)

static const char *
missing (const SeesawRun *run)
{
  if (!seesaw_run_has (run, "/classifier/weight"))
    return _ ("The weights of a class show how fine-tuning moved it: record /classifier/weight.");

  return seesaw_parts_missing_history (run);
}

const SeesawFigure seesaw_figure_class_drift = {
  .id = "class-drift",
  .group = "class",
  .title = N_ ("Weights of a class over epochs"),
  .parts = SEESAW_PART_HISTORY,
  .depends_on_selected = TRUE,
  .missing = missing,
  SEESAW_SERIES_FUNCTIONS (drift),
  .ignores_score = TRUE,
};
