/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-figure-compare.h"
#include "seesaw-figure-view.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define SEESAW_TYPE_COMPARE_FIGURE (seesaw_compare_figure_get_type ())
G_DECLARE_FINAL_TYPE (SeesawCompareFigure, seesaw_compare_figure, SEESAW, COMPARE_FIGURE, AdwBin)

void seesaw_compare_figure_show (SeesawCompareFigure *self, const SeesawCompareSubject *subject);

G_END_DECLS
