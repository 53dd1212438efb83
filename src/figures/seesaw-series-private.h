/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-series.h"

G_BEGIN_DECLS

/* seesaw-series.c */
double *seesaw_series_list_epochs (const SeesawHistory *history);
double *seesaw_series_list_values (const SeesawSeriesPlot *plot,
                                   const SeesawSubject *subject,
                                   gsize series,
                                   double gamma,
                                   SeesawStat stat);
gboolean seesaw_series_is_main (const SeesawSeries *series);
gboolean seesaw_series_has_number (const double *y, gsize n);
void seesaw_series_add_start (SeesawScene *scene, const SeesawMark *line);
gboolean seesaw_series_follows_gamma (const SeesawSeriesPlot *plot, const SeesawSubject *subject);
char *
seesaw_series_say_epoch (const SeesawSeriesPlot *plot, const SeesawSubject *subject, gsize epoch);

/* seesaw-series-axis.c */
void seesaw_series_set_value_axis (SeesawScene *scene,
                                   const SeesawSeriesPlot *plot,
                                   const SeesawSubject *subjects,
                                   gsize n_subjects);

/* seesaw-series-runs.c */
SeesawDash
seesaw_series_runs_choose_dash (const SeesawSeriesPlot *plot, gsize series, SeesawDash of_run);
SeesawScene *
seesaw_series_runs_new_scene (const SeesawSeriesPlot *plot, const SeesawSubject *subject);
char *seesaw_series_runs_describe (const SeesawSeriesPlot *plot, const SeesawSubject *subject);
char *seesaw_series_runs_read_out (const SeesawSeriesPlot *plot,
                                   const SeesawSubject *subject,
                                   const SeesawPlotLayout *layout,
                                   double x,
                                   double y);

G_END_DECLS
