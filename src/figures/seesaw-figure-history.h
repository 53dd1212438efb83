/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-figure.h"

G_BEGIN_DECLS

extern const SeesawFigure seesaw_figure_history_accuracy;
extern const SeesawFigure seesaw_figure_history_ncm;
extern const SeesawFigure seesaw_figure_history_mass;
extern const SeesawFigure seesaw_figure_history_ausuc;
extern const SeesawFigure seesaw_figure_history_gamma;
extern const SeesawFigure seesaw_figure_history_norm;

G_END_DECLS
