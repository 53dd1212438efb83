/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-placement.h"
#include "seesaw-plot-layout.h"

G_BEGIN_DECLS

/* Distance of a label from the end of its line, in font sizes. */
#define SEESAW_LAYOUT_END_GAP 0.9

/* seesaw-layout-cut.c */
GPtrArray *seesaw_layout_cut_texts (const SeesawPlotLayout *self,
                                    const GPtrArray *names,
                                    double scale,
                                    double room);
GPtrArray *seesaw_layout_cut_names (const SeesawPlotLayout *self, double room);

/* seesaw-layout-text.c */
PangoContext *seesaw_layout_new_pango (const SeesawTheme *theme);
PangoLayout *
seesaw_layout_new_text (const SeesawPlotLayout *self, const char *markup, double scale);
double seesaw_layout_get_stretch (PangoLayout *layout);
void seesaw_layout_measure (PangoLayout *layout, double *width, double *height);
void seesaw_layout_ellipsize (PangoLayout *layout, double width);
SeesawText *seesaw_layout_add_text (SeesawPlotLayout *self,
                                    PangoLayout *layout,
                                    double x,
                                    double y,
                                    SeesawColor color);
void seesaw_text_turn (SeesawText *text);
void seesaw_text_free (gpointer data);

/* seesaw-layout-axes.c */
void seesaw_layout_measure_ticks (const SeesawPlotLayout *self,
                                  int axis,
                                  double length,
                                  double *width,
                                  double *height);
double seesaw_layout_measure_names (SeesawPlotLayout *self, double plot_width, double tick_height);
void seesaw_layout_add_axis (SeesawPlotLayout *self, int axis);

/* seesaw-layout-bar.c */
double seesaw_layout_measure_bar (const SeesawPlotLayout *self);
void seesaw_layout_add_bar (SeesawPlotLayout *self);

/* seesaw-layout-ends.c */
double seesaw_layout_measure_ends (SeesawPlotLayout *self);
gboolean seesaw_layout_ends_fit (const SeesawPlotLayout *self);
void seesaw_layout_add_ends (SeesawPlotLayout *self);

/* seesaw-layout-labels.c */
double seesaw_layout_measure_legend (SeesawPlotLayout *self, double left);
void seesaw_layout_add_labels (SeesawPlotLayout *self);

/* seesaw-layout-names.c */
double seesaw_layout_measure_names (SeesawPlotLayout *self, double plot_width, double tick_height);
void seesaw_layout_add_names (SeesawPlotLayout *self, int axis);

/* seesaw-layout-paths.c */
SeesawPath *seesaw_layout_new_path (const SeesawPlotLayout *self, const SeesawMark *mark);
void seesaw_path_free (gpointer data);

G_END_DECLS
