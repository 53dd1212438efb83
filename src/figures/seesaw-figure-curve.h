/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-analysis.h"
#include "seesaw-plot-layout.h"
#include "seesaw-scene.h"

G_BEGIN_DECLS

SeesawScene *seesaw_figure_curve_new (const SeesawRun *run,
                                      const SeesawAnalysis *start,
                                      const SeesawAnalysis *now) G_GNUC_WARN_UNUSED_RESULT;
SeesawScene *
seesaw_figure_curve_overlay_new (const SeesawAnalysis *now, double gamma) G_GNUC_WARN_UNUSED_RESULT;
double seesaw_figure_curve_pick (const SeesawPlotLayout *layout,
                                 const SeesawAnalysis *now,
                                 double x,
                                 double y,
                                 double *distance);
char *seesaw_figure_curve_read_out (const SeesawAnalysis *now, double gamma);
char *seesaw_figure_curve_to_csv (const SeesawAnalysis *now);

G_END_DECLS
