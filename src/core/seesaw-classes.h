/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SeesawWord:
 * @bits: by side, 1 for the seen one: bit b tells whether class first + b is on it
 *
 * The sides of 64 neighbouring classes. Word w begins with class 64·w, but the last one ends with
 * the last class, if there are 64 at all; what the word before has already is then on neither side.
 */
typedef struct
{
  guint64 bits[2];
} SeesawWord;

/**
 * SeesawClasses:
 * @n_classes: number of classes, C
 * @n_seen: how many of them are seen, in 1 .. C - 1
 * @seen: `[n_classes]`, 1 for a seen class and 0 for an unseen one
 * @words: `[⌈n_classes / 64⌉]`, the same as @seen, in bits
 * @order: `[n_classes]`, the seen classes first, then the unseen ones, both ascending
 * @places: `[n_classes]`, where each class stands in @order
 * @names: `[n_classes]` UTF-8 names, or %NULL if the file has none
 *
 * The classes a classifier knows, and which of them it was fine-tuned on. Immutable and
 * reference counted; may be read from any thread.
 */
typedef struct
{
  gsize n_classes;
  gsize n_seen;
  const guint8 *seen;
  const SeesawWord *words;
  const gint32 *order;
  const gint32 *places;
  const char *const *names;
} SeesawClasses;

SeesawClasses *seesaw_classes_new (const guint8 *seen,
                                   const char *const *names,
                                   gsize n_classes,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;
SeesawClasses *seesaw_classes_ref (SeesawClasses *self);
void seesaw_classes_unref (SeesawClasses *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SeesawClasses, seesaw_classes_unref)

G_END_DECLS
