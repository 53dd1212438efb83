/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-figure.h"

G_BEGIN_DECLS

/* seesaw-curve-marks.c */
SeesawMark *seesaw_curve_marks_add_curve (SeesawScene *scene,
                                          const SeesawCurve *curve,
                                          SeesawStyle line,
                                          const char *legend);
void seesaw_curve_marks_add_at (SeesawScene *scene,
                                const SeesawAnalysis *analysis,
                                double gamma,
                                SeesawStyle point,
                                SeesawMarker marker,
                                const char *label,
                                const char *legend);
void seesaw_curve_marks_add_known (SeesawScene *scene, const SeesawAnalysis *now);
void seesaw_curve_marks_add_hairs (SeesawScene *overlay, SeesawAccuracy at);
void
seesaw_curve_marks_set_axes (SeesawScene *scene, const SeesawAnalysis *const *analyses, gsize n);
double seesaw_curve_marks_pick (const SeesawCurve *curve,
                                const SeesawPlotLayout *layout,
                                guint mark,
                                double x,
                                double y,
                                double *distance);

/* seesaw-curve-runs.c */
SeesawScene *seesaw_curve_runs_new_scene (const SeesawSubject *subject);
SeesawScene *seesaw_curve_runs_new_overlay (const SeesawSubject *subject);
char *seesaw_curve_runs_describe (const SeesawSubject *subject);
char *seesaw_curve_runs_read_out (const SeesawSubject *subject,
                                  const SeesawPlotLayout *layout,
                                  double x,
                                  double y);
char *seesaw_curve_runs_to_csv (const SeesawSubject *subject);

G_END_DECLS
