/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-follower.h"

G_BEGIN_DECLS

#define SEESAW_TYPE_GAMMA_BAR (seesaw_gamma_bar_get_type ())
G_DECLARE_FINAL_TYPE (SeesawGammaBar, seesaw_gamma_bar, SEESAW, GAMMA_BAR, SeesawFollower)

void seesaw_gamma_bar_focus_slider (SeesawGammaBar *self);
void seesaw_gamma_bar_glide_to (SeesawGammaBar *self, double gamma);

G_END_DECLS
