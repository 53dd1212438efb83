/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Margins within the label's own side over epochs: the label's logit, the best other one, and
 * their difference.
 */

#include "config.h"

#include "seesaw-figure-margins.h"

#include "seesaw-figure-parts.h"
#include "seesaw-number.h"
#include "seesaw-series.h"

#include <glib/gi18n-lib.h>

static double
get_stat (const SeesawDistribution *distribution, SeesawStat stat)
{
  return stat == SEESAW_STAT_LOW    ? distribution->q1
         : stat == SEESAW_STAT_HIGH ? distribution->q3
                                    : distribution->mean;
}

static double
get_logit (const SeesawSubject *subject, gsize series, gsize epoch, double gamma, SeesawStat stat)
{
  const SeesawMargin *margin = &subject->view->history->spreads[epoch].margin[subject->side];

  return get_stat (series == 0 ? &margin->label : &margin->other, stat);
}

/* The mean with quartiles, then the median. */
static double
get_margin (const SeesawSubject *subject, gsize series, gsize epoch, double gamma, SeesawStat stat)
{
  const SeesawMargin *margin = &subject->view->history->spreads[epoch].margin[subject->side];

  return series == 0 ? get_stat (&margin->margin, stat) : margin->margin.median;
}

#define LOGIT_SERIES(color)                                                                        \
  {                                                                                                \
    { N_ ("Label"), N_ ("Label"), "label", color, 1.0, FALSE, TRUE },                              \
        { N_ ("Best other"), N_ ("Best other"), "other", SEESAW_COLOR_ALL, 1.0, FALSE, TRUE },     \
  }

#define MARGIN_SERIES(color)                                                                       \
  {                                                                                                \
    { N_ ("Mean"), N_ ("Mean"), "mean", color, 1.0, FALSE, TRUE },                                 \
        { N_ ("Median"), N_ ("Median"), "median", color, 0.5, FALSE, FALSE },                      \
  }

#define PLOT(name, what, unit, zero, table, function)                                              \
  {                                                                                                \
    .title = name, .axis = what, .short_axis = unit, .has_zero = zero,                             \
    .format = seesaw_number_gamma, .series = table, .n_series = G_N_ELEMENTS (table),              \
    .value = function,                                                                             \
  }

#define SCORE_PLOTS(what, unit)                                                                    \
  {                                                                                                \
    PLOT (N_ ("Label and rival within U"), what, unit, FALSE, logits_unseen, get_logit),           \
        PLOT (N_ ("Label and rival within S"), what, unit, FALSE, logits_seen, get_logit),         \
  }

#define MARGIN_PLOTS(what, unit)                                                                   \
  {                                                                                                \
    PLOT (N_ ("Margin within U"), what, unit, TRUE, margins_unseen, get_margin),                   \
        PLOT (N_ ("Margin within S"), what, unit, TRUE, margins_seen, get_margin),                 \
  }

static const SeesawSeries logits_unseen[] = LOGIT_SERIES (SEESAW_COLOR_UNSEEN);
static const SeesawSeries logits_seen[] = LOGIT_SERIES (SEESAW_COLOR_SEEN);
static const SeesawSeries margins_unseen[] = MARGIN_SERIES (SEESAW_COLOR_UNSEEN);
static const SeesawSeries margins_seen[] = MARGIN_SERIES (SEESAW_COLOR_SEEN);

/* By score, by seen. */
static const SeesawSeriesPlot logit_plots[][2] = {
  SCORE_PLOTS (N_ ("Logit, mean and quartiles"), N_ ("Logit")),
  SCORE_PLOTS (N_ ("Cosine, mean and quartiles"), N_ ("Cosine")),
};

static const SeesawSeriesPlot margin_plots[][2] = {
  MARGIN_PLOTS (N_ ("Margin, label − best other logit"), N_ ("Margin (logits)")),
  MARGIN_PLOTS (N_ ("Margin, label − best other cosine"), N_ ("Margin (cosine)")),
};

#define LOGITS(subject) (&logit_plots[(subject)->view->request.score][(subject)->side])
#define MARGIN(subject) (&margin_plots[(subject)->view->request.score][(subject)->side])

SEESAW_DEFINE_SERIES_FIGURE (logits, LOGITS)
SEESAW_DEFINE_SERIES_FIGURE (margin, MARGIN)

const SeesawFigure seesaw_figure_margins = {
  .id = "margins",
  .group = "margins",
  .title = N_ ("Logits of the label and of its best rival"),
  .parts = SEESAW_PART_HISTORY,
  .depends_on_side = TRUE,
  .missing = seesaw_parts_missing_history,
  SEESAW_SERIES_FUNCTIONS (logits),
};

const SeesawFigure seesaw_figure_margin = {
  .id = "margin",
  .group = "margins",
  .title = N_ ("Margin over epochs"),
  .parts = SEESAW_PART_HISTORY,
  .depends_on_side = TRUE,
  .missing = seesaw_parts_missing_history,
  SEESAW_SERIES_FUNCTIONS (margin),
};
