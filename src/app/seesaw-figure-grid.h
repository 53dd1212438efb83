/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SEESAW_TYPE_FIGURE_GRID (seesaw_figure_grid_get_type ())
G_DECLARE_FINAL_TYPE (SeesawFigureGrid, seesaw_figure_grid, SEESAW, FIGURE_GRID, GtkWidget)

G_END_DECLS
