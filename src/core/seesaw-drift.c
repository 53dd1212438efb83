/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "seesaw-drift.h"

#include "seesaw-memory.h"

#include <math.h>

#define N_DOUBLES 5

typedef struct
{
  SeesawDrift drift;
  GDestroyNotify release;
  gpointer release_data;
} Owned;

/**
 * seesaw_drift_size:
 * @n_classes: number of classes
 * @n_features: number of features; the result must fit a `gsize`
 *
 * Returns: bytes that a block takes
 */
gsize
seesaw_drift_size (gsize n_classes, gsize n_features)
{
  return n_classes * (N_DOUBLES * sizeof (double) + n_features * sizeof (float));
}

static void
clear (gpointer data)
{
  Owned *owned = data;

  if (owned->release != NULL)
    owned->release (owned->release_data);
}

/**
 * seesaw_drift_new_in:
 * @block: seesaw_drift_size() bytes, aligned for double; laid out as another call laid it out
 * @n_classes: number of classes
 * @n_features: number of features
 * @release: (nullable): called with @release_data when the last reference is gone
 * @release_data: for @release
 *
 * Sees a block of memory as a drift, without copying it.
 *
 * Returns: (transfer full): the drift
 */
SeesawDrift *
seesaw_drift_new_in (gpointer block,
                     gsize n_classes,
                     gsize n_features,
                     GDestroyNotify release,
                     gpointer release_data)
{
  Owned *owned = g_atomic_rc_box_new0 (Owned);
  SeesawDrift *self = &owned->drift;
  double *next = block;

  self->n_classes = n_classes;
  self->n_features = n_features;
  self->cosine = self->pearson = (SeesawBlockMeans){ NAN, NAN, NAN };
  self->weight_norm = next;
  self->norm = next + n_classes;
  self->cosine_to_start = next + 2 * n_classes;
  self->bias = next + 3 * n_classes;
  self->bias_change = next + 4 * n_classes;
  self->direction = (float *) (next + N_DOUBLES * n_classes);
  owned->release = release;
  owned->release_data = release_data;

  return self;
}

typedef struct
{
  gpointer memory;
  gsize size;
} Block;

static void
free_block (gpointer data)
{
  Block *block = data;

  seesaw_memory_free (block->memory, block->size);
  g_free (block);
}

/**
 * seesaw_drift_new:
 * @n_classes: number of classes
 * @n_features: number of features
 *
 * Returns: (transfer full): a drift to be filled
 */
SeesawDrift *
seesaw_drift_new (gsize n_classes, gsize n_features)
{
  gsize size = seesaw_drift_size (n_classes, n_features);
  Block *block = g_new (Block, 1);

  *block = (Block){ seesaw_memory_new (size), size };

  return seesaw_drift_new_in (block->memory, n_classes, n_features, free_block, block);
}

/**
 * seesaw_drift_copy_numbers:
 *
 * Returns: (transfer full): the same without directions, as if there were no features
 */
SeesawDrift *
seesaw_drift_copy_numbers (const SeesawDrift *self)
{
  SeesawDrift *copy = seesaw_drift_new (self->n_classes, 0);

  copy->has_start = self->has_start;
  copy->cosine = self->cosine;
  copy->pearson = self->pearson;
  memcpy (copy->weight_norm, self->weight_norm, seesaw_drift_size (self->n_classes, 0));

  return copy;
}

/**
 * seesaw_drift_ref:
 *
 * Returns: (transfer full): @self
 */
SeesawDrift *
seesaw_drift_ref (SeesawDrift *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * seesaw_drift_unref:
 * @self: (transfer full): the drift
 */
void
seesaw_drift_unref (SeesawDrift *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

/**
 * seesaw_drift_mean_norm:
 * @classes: which classes are seen
 * @seen: which side
 *
 * Returns: mean norm of w_c (e) over a side
 */
double
seesaw_drift_mean_norm (const SeesawDrift *self, const SeesawClasses *classes, gboolean seen)
{
  double sum = 0.0;
  double n = 0.0;

  for (gsize c = 0; c < self->n_classes; c++)
    if (classes->seen[c] == seen)
      {
        sum += self->weight_norm[c];
        n += 1.0;
      }

  return sum / n;
}
