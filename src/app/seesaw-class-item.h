/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define SEESAW_TYPE_CLASS_ITEM (seesaw_class_item_get_type ())
G_DECLARE_FINAL_TYPE (SeesawClassItem, seesaw_class_item, SEESAW, CLASS_ITEM, GObject)

SeesawClassItem *seesaw_class_item_new (int label, gboolean seen, const char *name);

int seesaw_class_item_get_label (SeesawClassItem *self);
gboolean seesaw_class_item_get_seen (SeesawClassItem *self);
gboolean seesaw_class_item_matches (SeesawClassItem *self, const char *folded);

G_END_DECLS
