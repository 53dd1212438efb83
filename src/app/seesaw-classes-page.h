/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-follower.h"

G_BEGIN_DECLS

#define SEESAW_TYPE_CLASSES_PAGE (seesaw_classes_page_get_type ())
G_DECLARE_FINAL_TYPE (SeesawClassesPage, seesaw_classes_page, SEESAW, CLASSES_PAGE, SeesawFollower)

void seesaw_classes_page_find (SeesawClassesPage *self);

G_END_DECLS
