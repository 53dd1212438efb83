/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SEESAW_TYPE_FIGURE_LABEL (seesaw_figure_label_get_type ())
G_DECLARE_FINAL_TYPE (SeesawFigureLabel, seesaw_figure_label, SEESAW, FIGURE_LABEL, AdwBin)

void seesaw_figure_label_set_values (SeesawFigureLabel *self, double value, double reference);

G_END_DECLS
