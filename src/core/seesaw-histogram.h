/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-classes.h"
#include "seesaw-samples.h"

G_BEGIN_DECLS

/**
 * SeesawHistogram:
 * @low: lower edge of the first bin
 * @high: upper edge of the last bin
 * @step: width of a bin
 * @n_bins: number of bins
 * @counts: `[n_bins]`; the upper edge belongs to the next bin, but for the last
 *
 * How many values fall where. Values that are not finite, or outside, are in no bin.
 */
typedef struct
{
  double low;
  double high;
  double step;
  gsize n_bins;
  double *counts;
} SeesawHistogram;

/**
 * SeesawGapHistogram:
 * @right: by seen: gaps of samples whose label is the best of its own side
 * @wrong: by seen: gaps of the others, which are wrong for every γ
 * @n_samples: by seen: number of labelled samples
 *
 * Distribution of the gap, best seen minus best unseen logit: S samples by one group, U samples by
 * the other. γ is right for an S sample of @right below its gap, for a U sample above.
 */
typedef struct
{
  SeesawHistogram right[2];
  SeesawHistogram wrong[2];
  double n_samples[2];
} SeesawGapHistogram;

void seesaw_histogram_init (SeesawHistogram *self, double low, double high, gsize n_bins);
void seesaw_histogram_clear (SeesawHistogram *self);
void seesaw_histogram_add (SeesawHistogram *self, double value);

SeesawGapHistogram *seesaw_gap_histogram_new (const SeesawClasses *classes,
                                              const SeesawSamples *samples,
                                              guint top_k,
                                              gsize n_bins) G_GNUC_WARN_UNUSED_RESULT;
void seesaw_gap_histogram_free (SeesawGapHistogram *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SeesawHistogram, seesaw_histogram_clear)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SeesawGapHistogram, seesaw_gap_histogram_free)

G_END_DECLS
