/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-figure.h"

G_BEGIN_DECLS

SeesawStyle seesaw_parts_style (SeesawColor color, double width);
SeesawStyle seesaw_parts_area (SeesawColor color, double opacity, SeesawFill fill);
SeesawColor seesaw_parts_color_of (gboolean seen);

SeesawScale seesaw_parts_round_scale (double low, double high);
SeesawScale seesaw_parts_percent_scale (double top);
const char *seesaw_parts_name_accuracy (const SeesawViewRequest *request, gboolean in_short);
void seesaw_parts_set_epoch_axis (SeesawScene *scene, const SeesawHistory *history);
void seesaw_parts_set_gamma_note (SeesawScene *overlay, const char *marker, double gamma);

gsize seesaw_parts_nearest_epoch (const SeesawHistory *history, double x);
char *seesaw_parts_name_class (const SeesawRun *run, gint32 label);
char *seesaw_parts_say_gamma (const SeesawSubject *subject, double gamma);

SeesawPick seesaw_parts_pick_gamma (const SeesawSubject *subject,
                                    const SeesawPlotLayout *layout,
                                    double x,
                                    double y);
SeesawPick seesaw_parts_pick_epoch (const SeesawSubject *subject,
                                    const SeesawPlotLayout *layout,
                                    double x,
                                    double y);

const char *seesaw_parts_missing_history (const SeesawRun *run);
void seesaw_parts_append_row (GString *csv, const double *values, gsize n_values);

G_END_DECLS
