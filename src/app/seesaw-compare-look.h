/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-figure-compare.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define SEESAW_TYPE_COMPARE_LOOK (seesaw_compare_look_get_type ())
G_DECLARE_FINAL_TYPE (SeesawCompareLook, seesaw_compare_look, SEESAW, COMPARE_LOOK, AdwBin)

void seesaw_compare_look_set_comparison (SeesawCompareLook *self,
                                         const SeesawComparison *comparison,
                                         const char *x);
void seesaw_compare_look_set_way (SeesawCompareLook *self, SeesawCompareWay way);
SeesawCompareWay seesaw_compare_look_get_way (SeesawCompareLook *self);

G_END_DECLS
