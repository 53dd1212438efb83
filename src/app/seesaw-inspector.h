/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-follower.h"

G_BEGIN_DECLS

#define SEESAW_TYPE_INSPECTOR (seesaw_inspector_get_type ())
G_DECLARE_FINAL_TYPE (SeesawInspector, seesaw_inspector, SEESAW, INSPECTOR, SeesawFollower)

G_END_DECLS
