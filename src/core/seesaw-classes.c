/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "seesaw-classes.h"

#include "seesaw-error.h"

#include <glib/gi18n-lib.h>

/* Class indices travel through single-precision registers. */
#define MAX_CLASSES ((gsize) 1 << 24)

static void
clear (gpointer data)
{
  SeesawClasses *self = data;

  g_free ((gpointer) self->seen);
  g_free ((gpointer) self->words);
  g_free ((gpointer) self->order);
  g_free ((gpointer) self->places);
  g_strfreev ((char **) self->names);
}

static SeesawWord *
pack_bits (const guint8 *seen, gsize n_classes)
{
  gsize n_words = (n_classes + 63) / 64;
  SeesawWord *words = g_new0 (SeesawWord, n_words);

  for (gsize c = 0; c < n_classes; c++)
    {
      gsize word = c / 64;
      gsize first = word + 1 < n_words || n_classes < 64 ? word * 64 : n_classes - 64;

      words[word].bits[seen[c]] |= G_GUINT64_CONSTANT (1) << (c - first);
    }

  return words;
}

static gint32 *
order_by_side (const guint8 *seen, gsize n_classes, gsize n_seen)
{
  gint32 *order = g_new (gint32, n_classes);
  gsize next_seen = 0;
  gsize next_unseen = n_seen;

  for (gsize c = 0; c < n_classes; c++)
    order[seen[c] ? next_seen++ : next_unseen++] = (gint32) c;

  return order;
}

static gint32 *
invert (const gint32 *order, gsize n_classes)
{
  gint32 *places = g_new (gint32, n_classes);

  for (gsize i = 0; i < n_classes; i++)
    places[order[i]] = (gint32) i;

  return places;
}

static const char *const *
copy_names (const char *const *names, gsize n_classes)
{
  char **copy = g_new0 (char *, n_classes + 1);

  for (gsize c = 0; c < n_classes; c++)
    copy[c] = g_utf8_make_valid (names[c], -1);

  return (const char *const *) copy;
}

/**
 * seesaw_classes_new:
 * @seen: `[n_classes]`, nonzero for a seen class; copied
 * @names: (nullable): `[n_classes]` names; copied
 * @n_classes: number of classes, at most 2^24
 * @error: return location for a `SEESAW_ERROR`
 *
 * Fails with `SEESAW_ERROR_EMPTY` if all classes are on one side: there is nothing to weigh; with
 * `SEESAW_ERROR_UNSUPPORTED` if there are too many.
 *
 * Returns: (transfer full): the classes, or %NULL with @error set
 */
SeesawClasses *
seesaw_classes_new (const guint8 *seen, const char *const *names, gsize n_classes, GError **error)
{
  g_autofree guint8 *mask = NULL;
  SeesawClasses *self;
  gsize n_seen = 0;

  if (n_classes > MAX_CLASSES)
    {
      g_set_error (error, SEESAW_ERROR, SEESAW_ERROR_UNSUPPORTED,
                   _ ("found %zu classes, expected at most %zu"), n_classes, MAX_CLASSES);
      return NULL;
    }

  mask = g_new (guint8, n_classes);
  for (gsize c = 0; c < n_classes; c++)
    {
      mask[c] = seen[c] != 0;
      n_seen += mask[c];
    }

  if (n_seen == 0 || n_seen == n_classes)
    {
      g_set_error (error, SEESAW_ERROR, SEESAW_ERROR_EMPTY,
                   _ ("found %zu seen and %zu unseen classes, expected at least one of each"),
                   n_seen, n_classes - n_seen);
      return NULL;
    }

  self = g_atomic_rc_box_new0 (SeesawClasses);
  self->n_classes = n_classes;
  self->n_seen = n_seen;
  self->words = pack_bits (mask, n_classes);
  self->order = order_by_side (mask, n_classes, n_seen);
  self->places = invert (self->order, n_classes);
  self->seen = g_steal_pointer (&mask);
  self->names = names != NULL ? copy_names (names, n_classes) : NULL;

  return self;
}

/**
 * seesaw_classes_ref:
 *
 * Returns: (transfer full): @self
 */
SeesawClasses *
seesaw_classes_ref (SeesawClasses *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * seesaw_classes_unref:
 * @self: (transfer full): the classes
 */
void
seesaw_classes_unref (SeesawClasses *self)
{
  g_atomic_rc_box_release_full (self, clear);
}
