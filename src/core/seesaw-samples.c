/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "seesaw-samples.h"

typedef struct
{
  SeesawSamples samples;
  GDestroyNotify release;
  gpointer release_data;
} Owned;

#define BYTES_PER_SAMPLE (7 * sizeof (double) + 3 * sizeof (gint32) + 2 * sizeof (guint8))

/* Each array begins with a cache line, so that a register that is stored at a multiple of its
 * lanes fills lines and does not lie across two of them.
 */
static gsize
round_up_to_lines (gsize n_samples)
{
  return (n_samples + SEESAW_SAMPLES_ALIGNMENT - 1) / SEESAW_SAMPLES_ALIGNMENT *
         SEESAW_SAMPLES_ALIGNMENT;
}

static void
place_arrays (SeesawSamples *self, gpointer block)
{
  double **doubles[] = { &self->gap,        &self->top_k_threshold, &self->log_odds,
                         &self->best_seen,  &self->best_unseen,     &self->label_logit,
                         &self->other_logit };
  gint32 **integers[] = { &self->label, &self->seen_class, &self->unseen_class };
  gsize length = round_up_to_lines (self->n_samples);
  double *next_double = block;
  gint32 *next_integer = (gint32 *) (next_double + G_N_ELEMENTS (doubles) * length);
  guint8 *next_byte = (guint8 *) (next_integer + G_N_ELEMENTS (integers) * length);

  for (gsize i = 0; i < G_N_ELEMENTS (doubles); i++, next_double += length)
    *doubles[i] = next_double;
  for (gsize i = 0; i < G_N_ELEMENTS (integers); i++, next_integer += length)
    *integers[i] = next_integer;
  self->own_rank = next_byte;
  self->wins_tie = next_byte + length;
}

static void
clear (gpointer data)
{
  Owned *owned = data;

  if (owned->release != NULL)
    owned->release (owned->release_data);
}

/**
 * seesaw_samples_size:
 * @n_samples: number of samples; small enough that the result fits a `gsize`
 *
 * Returns: bytes that a block for @n_samples samples takes
 */
gsize
seesaw_samples_size (gsize n_samples)
{
  return round_up_to_lines (n_samples) * BYTES_PER_SAMPLE;
}

/**
 * seesaw_samples_get_range:
 * @n_samples: how many samples to work on at once
 *
 * Returns: at most @n_samples, and so many that one range after the other fills whole lines of
 *   the cache, which is faster; @n_samples where that is too few for any
 */
gsize
seesaw_samples_get_range (gsize n_samples)
{
  return n_samples < SEESAW_SAMPLES_ALIGNMENT ? n_samples
                                              : n_samples - n_samples % SEESAW_SAMPLES_ALIGNMENT;
}

/**
 * seesaw_samples_new:
 * @n_samples: number of samples
 *
 * Returns: (transfer full): samples with every number 0, to be filled
 */
SeesawSamples *
seesaw_samples_new (gsize n_samples)
{
  gsize size = MAX (seesaw_samples_size (n_samples), 1);
  gpointer block = g_aligned_alloc0 (1, size, SEESAW_SAMPLES_ALIGNMENT);

  return seesaw_samples_new_in (block, n_samples, g_aligned_free, block);
}

/**
 * seesaw_samples_new_in:
 * @block: seesaw_samples_size() bytes, aligned to %SEESAW_SAMPLES_ALIGNMENT; laid out as another
 *   call laid it out
 * @n_samples: number of samples
 * @release: (nullable): called with @release_data when the last reference is gone
 * @release_data: for @release
 *
 * Sees a block of memory as samples, without copying it.
 *
 * Returns: (transfer full): the samples
 */
SeesawSamples *
seesaw_samples_new_in (gpointer block,
                       gsize n_samples,
                       GDestroyNotify release,
                       gpointer release_data)
{
  Owned *owned = g_atomic_rc_box_new0 (Owned);

  owned->samples.n_samples = n_samples;
  owned->release = release;
  owned->release_data = release_data;
  place_arrays (&owned->samples, block);

  return &owned->samples;
}

/**
 * seesaw_samples_ref:
 *
 * Returns: (transfer full): @self
 */
SeesawSamples *
seesaw_samples_ref (SeesawSamples *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * seesaw_samples_unref:
 * @self: (transfer full): the samples
 */
void
seesaw_samples_unref (SeesawSamples *self)
{
  g_atomic_rc_box_release_full (self, clear);
}
