/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "seesaw-class-item.h"

#include <string.h>

/* A class, as a row of a list. What is known of it is looked up when it is shown. */
struct _SeesawClassItem
{
  GObject parent_instance;

  int label;
  gboolean seen;
  char *folded; /* its name, for searching */
};

G_DEFINE_FINAL_TYPE (SeesawClassItem, seesaw_class_item, G_TYPE_OBJECT)

static void
seesaw_class_item_finalize (GObject *object)
{
  g_free (SEESAW_CLASS_ITEM (object)->folded);

  G_OBJECT_CLASS (seesaw_class_item_parent_class)->finalize (object);
}

static void
seesaw_class_item_class_init (SeesawClassItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = seesaw_class_item_finalize;
}

static void
seesaw_class_item_init (SeesawClassItem *self)
{
}

/**
 * seesaw_class_item_new:
 * @label: index of a class
 * @seen: whether it was fine-tuned on
 * @name: its name
 *
 * Returns: (transfer full): the row
 */
SeesawClassItem *
seesaw_class_item_new (int label, gboolean seen, const char *name)
{
  SeesawClassItem *self = g_object_new (SEESAW_TYPE_CLASS_ITEM, NULL);

  self->label = label;
  self->seen = seen;
  self->folded = g_utf8_casefold (name, -1);

  return self;
}

/**
 * seesaw_class_item_get_label:
 *
 * Returns: index of the class
 */
int
seesaw_class_item_get_label (SeesawClassItem *self)
{
  return self->label;
}

/**
 * seesaw_class_item_get_seen:
 *
 * Returns: whether it was fine-tuned on
 */
gboolean
seesaw_class_item_get_seen (SeesawClassItem *self)
{
  return self->seen;
}

/**
 * seesaw_class_item_matches:
 * @folded: part of a name, case-folded
 *
 * Returns: whether the name has it
 */
gboolean
seesaw_class_item_matches (SeesawClassItem *self, const char *folded)
{
  return strstr (self->folded, folded) != NULL;
}
