/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-figure-view.h"

G_BEGIN_DECLS

void seesaw_figure_gestures_attach (SeesawFigureView *view);
gboolean seesaw_figure_gestures_zoom_by_key (SeesawFigureView *view, guint key);
void seesaw_figure_gestures_pop_up (GtkPopover *menu, double x, double y);
gboolean seesaw_figure_gestures_is_menu_key (guint key, GdkModifierType modifiers);

G_END_DECLS
