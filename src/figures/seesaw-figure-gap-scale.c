/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The scale of logits: how large the best seen and the best unseen logit are, epoch by epoch. */

#include "config.h"

#include "seesaw-figure-gap.h"

#include "seesaw-figure-parts.h"
#include "seesaw-number.h"
#include "seesaw-series.h"

#include <glib/gi18n-lib.h>

/* Of samples, of classes: by the order of the table. */
static double
get_best (const SeesawSubject *subject, gsize series, gsize epoch, double gamma, SeesawStat stat)
{
  static const int sides[][2] = {
    { TRUE, TRUE }, { TRUE, FALSE }, { FALSE, TRUE }, { FALSE, FALSE }
  };
  const SeesawSpread *spread = &subject->view->history->spreads[epoch];
  const SeesawDistribution *best = &spread->best[sides[series][0]][sides[series][1]];

  return stat == SEESAW_STAT_LOW ? best->q1 : stat == SEESAW_STAT_HIGH ? best->q3 : best->median;
}

static const SeesawSeries bests[] = {
  { N_ ("z<sub>S</sub>, x ∈ S"), N_ ("S on S samples"), "seen_of_seen", SEESAW_COLOR_SEEN, 1.0,
    FALSE, TRUE },
  { N_ ("z<sub>U</sub>, x ∈ S"), N_ ("U on S samples"), "unseen_of_seen", SEESAW_COLOR_UNSEEN, 1.0,
    FALSE, TRUE },
  { N_ ("z<sub>S</sub>, x ∈ U"), N_ ("S on U samples"), "seen_of_unseen", SEESAW_COLOR_SEEN, 0.5,
    FALSE, TRUE },
  { N_ ("z<sub>U</sub>, x ∈ U"), N_ ("U on U samples"), "unseen_of_unseen", SEESAW_COLOR_UNSEEN,
    0.5, FALSE, TRUE },
};

static const SeesawSeriesPlot logit_plot = {
  .title = N_ ("Scale of the best logits"),
  .axis = N_ ("Best logit z, median and quartiles"),
  .short_axis = N_ ("Best logit"),
  .axis_format = SEESAW_AXIS_PLAIN,
  .format = seesaw_number_gamma,
  .series = bests,
  .n_series = G_N_ELEMENTS (bests),
  .value = get_best,
};

static const SeesawSeriesPlot ncm_plot = {
  .title = N_ ("Scale of the best cosines"),
  .axis = N_ ("Best cosine z, median and quartiles"),
  .short_axis = N_ ("Best cosine"),
  .axis_format = SEESAW_AXIS_PLAIN,
  .format = seesaw_number_gamma,
  .series = bests,
  .n_series = G_N_ELEMENTS (bests),
  .value = get_best,
};

static const SeesawSeriesPlot *
get_plot (const SeesawSubject *subject)
{
  return subject->view->request.score == SEESAW_SCORE_NCM ? &ncm_plot : &logit_plot;
}

SEESAW_DEFINE_SERIES_FIGURE (scale, get_plot)

const SeesawFigure seesaw_figure_gap_scale = {
  .id = "gap-scale",
  .group = "gap",
  .title = N_ ("Scale of logits over epochs"),
  .parts = SEESAW_PART_HISTORY,
  .missing = seesaw_parts_missing_history,
  SEESAW_SERIES_FUNCTIONS (scale),
};
