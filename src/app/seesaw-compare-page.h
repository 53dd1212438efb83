/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-follower.h"

G_BEGIN_DECLS

#define SEESAW_TYPE_COMPARE_PAGE (seesaw_compare_page_get_type ())
G_DECLARE_FINAL_TYPE (SeesawComparePage, seesaw_compare_page, SEESAW, COMPARE_PAGE, SeesawFollower)

void seesaw_compare_page_save (SeesawComparePage *self, SeesawSessionFile *file);
void seesaw_compare_page_restore (SeesawComparePage *self, const SeesawSessionFile *file);

G_END_DECLS
