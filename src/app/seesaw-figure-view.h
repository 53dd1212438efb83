/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-plot-layout.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SEESAW_TYPE_FIGURE_VIEW (seesaw_figure_view_get_type ())
G_DECLARE_FINAL_TYPE (SeesawFigureView, seesaw_figure_view, SEESAW, FIGURE_VIEW, GtkWidget)

void seesaw_figure_view_set_scene (SeesawFigureView *self, SeesawScene *scene);
void seesaw_figure_view_set_overlay (SeesawFigureView *self, SeesawScene *overlay);
const SeesawPlotLayout *seesaw_figure_view_get_layout (SeesawFigureView *self);
void seesaw_figure_view_zoom (SeesawFigureView *self, double x, double y, double factor);
void seesaw_figure_view_fit (SeesawFigureView *self);

G_END_DECLS
