/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-follower.h"

G_BEGIN_DECLS

#define SEESAW_TYPE_WEIGHTS_PAGE (seesaw_weights_page_get_type ())
G_DECLARE_FINAL_TYPE (SeesawWeightsPage, seesaw_weights_page, SEESAW, WEIGHTS_PAGE, SeesawFollower)

G_END_DECLS
