/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-figure.h"

G_BEGIN_DECLS

extern const SeesawFigure seesaw_figure_class_accuracy;
extern const SeesawFigure seesaw_figure_class_drift;

G_END_DECLS
