/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-figure-view.h"
#include "seesaw-follower.h"

G_BEGIN_DECLS

#define SEESAW_TYPE_FIGURE_PANE (seesaw_figure_pane_get_type ())
G_DECLARE_FINAL_TYPE (SeesawFigurePane, seesaw_figure_pane, SEESAW, FIGURE_PANE, SeesawFollower)

gboolean seesaw_figure_pane_is_expanded (SeesawFigurePane *self);

G_END_DECLS
