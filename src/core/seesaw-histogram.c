/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "seesaw-histogram.h"

#include <math.h>

/**
 * seesaw_histogram_init:
 * @low: lowest value
 * @high: highest value, above @low
 * @n_bins: number of bins, at least 1
 */
void
seesaw_histogram_init (SeesawHistogram *self, double low, double high, gsize n_bins)
{
  *self = (SeesawHistogram){ .low = low,
                             .high = high,
                             .step = (high - low) / (double) n_bins,
                             .n_bins = n_bins,
                             .counts = g_new0 (double, n_bins) };
}

/**
 * seesaw_histogram_clear:
 */
void
seesaw_histogram_clear (SeesawHistogram *self)
{
  g_clear_pointer (&self->counts, g_free);
}

/**
 * seesaw_histogram_add:
 * @value: any number
 */
void
seesaw_histogram_add (SeesawHistogram *self, double value)
{
  double bin = floor ((value - self->low) / self->step);

  /* The last edge may come out on either side of n_bins: the step is rounded. */
  if (value >= self->low && value <= self->high)
    self->counts[bin < (double) self->n_bins ? (gsize) bin : self->n_bins - 1] += 1.0;
}

static void
find_range (const SeesawSamples *samples, double *low, double *high)
{
  *low = (double) INFINITY;
  *high = -(double) INFINITY;
  for (gsize i = 0; i < samples->n_samples; i++)
    if (samples->label[i] >= 0 && isfinite (samples->gap[i]))
      {
        *low = MIN (*low, samples->gap[i]);
        *high = MAX (*high, samples->gap[i]);
      }

  if (*low > *high)
    *low = *high = 0.0;
  if (*low == *high)
    {
      *low -= 0.5;
      *high += 0.5;
    }
}

/**
 * seesaw_gap_histogram_new:
 * @classes: which classes are seen
 * @samples: per-sample numbers
 * @top_k: how far down its own side a label may stand to be right there
 * @n_bins: number of bins; they span all finite gaps
 *
 * Returns: (transfer full): the histogram
 */
SeesawGapHistogram *
seesaw_gap_histogram_new (const SeesawClasses *classes,
                          const SeesawSamples *samples,
                          guint top_k,
                          gsize n_bins)
{
  SeesawGapHistogram *self = g_new0 (SeesawGapHistogram, 1);
  double low;
  double high;

  find_range (samples, &low, &high);
  for (int seen = 0; seen < 2; seen++)
    {
      seesaw_histogram_init (&self->right[seen], low, high, n_bins);
      seesaw_histogram_init (&self->wrong[seen], low, high, n_bins);
    }

  for (gsize i = 0; i < samples->n_samples; i++)
    {
      gint32 label = samples->label[i];

      if (label < 0)
        continue;

      self->n_samples[classes->seen[label]] += 1.0;
      seesaw_histogram_add (samples->own_rank[i] < top_k ? &self->right[classes->seen[label]]
                                                         : &self->wrong[classes->seen[label]],
                            samples->gap[i]);
    }

  return self;
}

/**
 * seesaw_gap_histogram_free:
 * @self: (transfer full): the histogram
 */
void
seesaw_gap_histogram_free (SeesawGapHistogram *self)
{
  for (int seen = 0; seen < 2; seen++)
    {
      seesaw_histogram_clear (&self->right[seen]);
      seesaw_histogram_clear (&self->wrong[seen]);
    }
  g_free (self);
}
