/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-plot-layout.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SEESAW_TYPE_FIGURE_VIEW (seesaw_figure_view_get_type ())
G_DECLARE_FINAL_TYPE (SeesawFigureView, seesaw_figure_view, SEESAW, FIGURE_VIEW, GtkWidget)

/**
 * SeesawUnderlay:
 * @snapshot: where to draw
 * @layout: the scene at its present size and zoom
 * @user_data: as given with the function
 *
 * Draws what lies under a scene, in its coordinates.
 */
typedef void (*SeesawUnderlay) (GtkSnapshot *snapshot,
                                const SeesawPlotLayout *layout,
                                gpointer user_data);

void seesaw_figure_view_set_scene (SeesawFigureView *self, SeesawScene *scene, gboolean keep_zoom);
void seesaw_figure_view_set_overlay (SeesawFigureView *self, SeesawScene *overlay);
void seesaw_figure_view_set_underlay (SeesawFigureView *self,
                                      SeesawUnderlay underlay,
                                      gpointer user_data);
SeesawScene *seesaw_figure_view_get_scene (SeesawFigureView *self);
const SeesawPlotLayout *seesaw_figure_view_get_layout (SeesawFigureView *self);
gboolean seesaw_figure_view_is_zoomed (SeesawFigureView *self);
void seesaw_figure_view_zoom (SeesawFigureView *self, double x, double y, double factor);
void seesaw_figure_view_pan (SeesawFigureView *self, double dx, double dy);
void seesaw_figure_view_fit (SeesawFigureView *self);

G_END_DECLS
