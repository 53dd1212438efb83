/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "seesaw-drift-map.h"

#include <math.h>
#include <string.h>

typedef struct
{
  const SeesawClasses *classes;
  const SeesawDrift *drift;
} Keys;

static int
compare_names (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const Keys *keys = user_data;
  gint32 x = *(const gint32 *) a;
  gint32 y = *(const gint32 *) b;
  int order =
      keys->classes->names != NULL ? strcmp (keys->classes->names[x], keys->classes->names[y]) : 0;

  return order != 0 ? order : x - y;
}

/* Norms that are not known come last. */
static int
compare_norms (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const Keys *keys = user_data;
  gint32 x = *(const gint32 *) a;
  gint32 y = *(const gint32 *) b;
  double norm_x = isnan (keys->drift->norm[x]) ? -1.0 : keys->drift->norm[x];
  double norm_y = isnan (keys->drift->norm[y]) ? -1.0 : keys->drift->norm[y];

  return norm_x != norm_y ? (norm_x < norm_y ? 1 : -1) : x - y;
}

static void
sort_block (SeesawDriftMap *self, Keys *keys, gsize first, gsize n, GCompareDataFunc compare)
{
  g_qsort_with_data (self->label + first, (int) n, sizeof *self->label, compare, keys);
}

static void
cluster_block (SeesawDriftMap *self, Keys *keys, const SeesawSimilarity *by_index, gboolean seen)
{
  gsize first = seen ? 0 : self->n_seen;
  gsize n = seen ? self->n_seen : self->n_classes - self->n_seen;
  const gint32 *labels = keys->classes->order + first;

  if (n > SEESAW_CLUSTER_MAX)
    {
      sort_block (self, keys, first, n, compare_norms);
      return;
    }

  self->dendrogram[seen] = seesaw_cluster (by_index, first, n);
  for (gsize i = 0; i < n; i++)
    self->label[first + i] = labels[self->dendrogram[seen]->leaves[i]];
}

static void
order_rows (SeesawDriftMap *self, Keys *keys)
{
  gsize n_unseen = self->n_classes - self->n_seen;
  g_autoptr (SeesawSimilarity) by_index = NULL;
  GCompareDataFunc compare = self->order == SEESAW_ORDER_NAME   ? compare_names
                             : self->order == SEESAW_ORDER_NORM ? compare_norms
                                                                : NULL;

  memcpy (self->label, keys->classes->order, self->n_classes * sizeof *self->label);
  if (compare != NULL)
    {
      sort_block (self, keys, 0, self->n_seen, compare);
      sort_block (self, keys, self->n_seen, n_unseen, compare);
    }
  else if (self->order == SEESAW_ORDER_CLUSTER)
    {
      by_index =
          seesaw_similarity_new (keys->drift, self->measure, keys->classes->order, self->n_classes);
      cluster_block (self, keys, by_index, TRUE);
      cluster_block (self, keys, by_index, FALSE);
    }
}

/**
 * seesaw_drift_map_new:
 * @classes: which classes are seen, and their names
 * @drift: what happened to their weights; not kept
 * @measure: how to compare
 * @order: how to order classes within a block
 *
 * Orders the matrix; its cells are computed as they are asked for.
 *
 * Returns: (transfer full): the map
 */
SeesawDriftMap *
seesaw_drift_map_new (const SeesawClasses *classes,
                      const SeesawDrift *drift,
                      SeesawMeasure measure,
                      SeesawOrder order)
{
  SeesawDriftMap *self = g_atomic_rc_box_new0 (SeesawDriftMap);
  Keys keys = { classes, drift };

  self->measure = measure;
  self->order = order;
  self->n_classes = classes->n_classes;
  self->n_seen = classes->n_seen;
  self->label = g_new (gint32, self->n_classes);
  self->row = g_new (gint32, self->n_classes);

  order_rows (self, &keys);
  for (gsize i = 0; i < self->n_classes; i++)
    self->row[self->label[i]] = (gint32) i;
  self->similarity = seesaw_similarity_new (drift, measure, self->label, self->n_classes);

  return self;
}

/**
 * seesaw_drift_map_ref:
 *
 * Returns: (transfer full): @self
 */
SeesawDriftMap *
seesaw_drift_map_ref (SeesawDriftMap *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  SeesawDriftMap *self = data;

  g_free (self->label);
  g_free (self->row);
  seesaw_similarity_unref (self->similarity);
  g_clear_pointer (&self->dendrogram[FALSE], seesaw_dendrogram_free);
  g_clear_pointer (&self->dendrogram[TRUE], seesaw_dendrogram_free);
}

/**
 * seesaw_drift_map_unref:
 * @self: (transfer full): the map
 */
void
seesaw_drift_map_unref (SeesawDriftMap *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

static int
compare_similarity (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const SeesawAlike *x = a;
  const SeesawAlike *y = b;
  int order = x->similarity != y->similarity ? (x->similarity < y->similarity ? 1 : -1) : 0;

  return order != 0 ? (GPOINTER_TO_INT (user_data) ? order : -order) : x->label - y->label;
}

/**
 * seesaw_drift_map_list_alike:
 * @label: a class
 * @most: whether the most alike are wanted, or those that moved most against it
 * @alike: (out): so many other classes, the most extreme first
 * @max_alike: room for so many
 *
 * Returns: how many were written
 */
gsize
seesaw_drift_map_list_alike (const SeesawDriftMap *self,
                             gint32 label,
                             gboolean most,
                             SeesawAlike *alike,
                             gsize max_alike)
{
  g_autofree float *row = g_new (float, self->n_classes);
  g_autofree SeesawAlike *all = g_new (SeesawAlike, self->n_classes);
  gsize n = 0;

  seesaw_similarity_compute (self->similarity, 0, (gsize) self->row[label], 1, 0, self->n_classes,
                             row);
  for (gsize i = 0; i < self->n_classes; i++)
    if (self->label[i] != label)
      all[n++] = (SeesawAlike){ self->label[i], (double) row[i] };

  g_qsort_with_data (all, (int) n, sizeof *all, compare_similarity, GINT_TO_POINTER (most));
  n = MIN (n, max_alike);
  memcpy (alike, all, n * sizeof *alike);

  return n;
}
