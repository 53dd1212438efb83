/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-follower.h"

G_BEGIN_DECLS

#define SEESAW_TYPE_RUN_LIST (seesaw_run_list_get_type ())
G_DECLARE_FINAL_TYPE (SeesawRunList, seesaw_run_list, SEESAW, RUN_LIST, SeesawFollower)

gboolean seesaw_run_list_has_focus (SeesawRunList *self);
void seesaw_run_list_focus_row (SeesawRunList *self, guint position);

G_END_DECLS
