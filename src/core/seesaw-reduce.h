/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-classes.h"
#include "seesaw-samples.h"
#include "seesaw-scalar.h"

G_BEGIN_DECLS

/**
 * SeesawMeanGap:
 * @sum: sum over samples with label y in S of [mean over c in S, c≠y of z_c − mean over U of z_c]
 * @n_samples: how many samples that are
 *
 * The parts of γ_ALG, which is @sum / @n_samples. Parts of disjoint blocks add up.
 */
typedef struct
{
  double sum;
  guint64 n_samples;
} SeesawMeanGap;

guint64 seesaw_reduce_samples (const SeesawClasses *classes,
                               gconstpointer logits,
                               SeesawScalar scalar,
                               gsize first,
                               gsize n_rows,
                               gboolean with_log_odds,
                               SeesawSamples *samples);

SeesawMeanGap seesaw_reduce_mean_gap (const SeesawClasses *classes,
                                      gconstpointer logits,
                                      SeesawScalar scalar,
                                      const gint32 *labels,
                                      gsize n_rows);

G_END_DECLS
