/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "seesaw-class-keys.h"

#include <math.h>

struct _SeesawClassKeys
{
  double *keys[SEESAW_N_CLASS_COLUMNS]; /* [n_classes], NULL until they are asked for */
};

/**
 * seesaw_class_keys_new:
 *
 * Returns: (transfer full): no keys yet
 */
SeesawClassKeys *
seesaw_class_keys_new (void)
{
  return g_new0 (SeesawClassKeys, 1);
}

/**
 * seesaw_class_keys_free:
 * @self: (transfer full): the keys
 */
void
seesaw_class_keys_free (SeesawClassKeys *self)
{
  seesaw_class_keys_forget (self, FALSE);
  g_free (self);
}

static int
compare_names (gconstpointer a, gconstpointer b, gpointer user_data)
{
  char **names = user_data;

  return g_strcmp0 (names[*(const gint32 *) a], names[*(const gint32 *) b]);
}

/* Places in the order of the reader's language; names with numbers in them by number. */
static void
rank_names (const SeesawClasses *classes, double *keys)
{
  gsize n = classes->n_classes;
  g_auto (GStrv) names = g_new0 (char *, n + 1);
  g_autofree gint32 *order = g_new (gint32, n);

  for (gsize c = 0; c < n; c++)
    {
      g_autofree char *name = seesaw_class_get_name (classes, (gint32) c);

      names[c] = g_utf8_collate_key_for_filename (name, -1);
      order[c] = (gint32) c;
    }
  g_qsort_with_data (order, (int) n, sizeof *order, compare_names, names);
  for (gsize i = 0; i < n; i++)
    keys[order[i]] = (double) i;
}

/**
 * seesaw_class_keys_get:
 * @column: what to sort by
 * @subject: what the keys are of, until they are forgotten
 *
 * Returns: (transfer none): `[n_classes]`; what is undefined comes before all else
 */
const double *
seesaw_class_keys_get (SeesawClassKeys *self,
                       SeesawClassColumn column,
                       const SeesawSubject *subject)
{
  gsize n = subject->view->run->classes->n_classes;
  double *keys = self->keys[column];

  if (keys != NULL)
    return keys;

  keys = self->keys[column] = g_new (double, n);
  if (column == SEESAW_CLASS_COLUMN_NAME)
    rank_names (subject->view->run->classes, keys);
  else
    for (gsize c = 0; c < n; c++)
      {
        keys[c] = seesaw_class_column_get_value (column, subject, (gint32) c);
        if (isnan (keys[c]))
          keys[c] = -(double) INFINITY;
      }

  return keys;
}

/**
 * seesaw_class_keys_forget:
 * @only_gamma: whether only γ has changed
 */
void
seesaw_class_keys_forget (SeesawClassKeys *self, gboolean only_gamma)
{
  for (int c = 0; c < SEESAW_N_CLASS_COLUMNS; c++)
    if (!only_gamma || seesaw_class_column_depends_on_gamma ((SeesawClassColumn) c))
      g_clear_pointer (&self->keys[c], g_free);
}
