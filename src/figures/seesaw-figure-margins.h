/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-figure.h"

G_BEGIN_DECLS

extern const SeesawFigure seesaw_figure_margins;
extern const SeesawFigure seesaw_figure_margin;
extern const SeesawFigure seesaw_figure_margin_distribution;

G_END_DECLS
