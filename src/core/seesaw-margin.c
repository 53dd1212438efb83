/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "seesaw-margin.h"

#include "seesaw-sort.h"

#include <math.h>

static double
quantile (const double *sorted, gsize n_values, double fraction)
{
  double position = fraction * (double) (n_values - 1);
  gsize below = (gsize) position;
  double weight = position - (double) below;

  if (weight == 0.0)
    return sorted[below];

  return sorted[below] + weight * (sorted[below + 1] - sorted[below]);
}

/**
 * seesaw_distribution_of:
 * @values: (inout): `[n_values]`, without NaN; sorted in place
 * @n_values: number of values
 *
 * Returns: mean and quartiles
 */
SeesawDistribution
seesaw_distribution_of (double *values, gsize n_values)
{
  double sum = 0.0;

  if (n_values == 0)
    return (SeesawDistribution){ NAN, NAN, NAN, NAN };

  seesaw_sort_values (values, n_values);
  for (gsize i = 0; i < n_values; i++)
    sum += values[i];

  return (SeesawDistribution){
    .mean = sum / (double) n_values,
    .q1 = quantile (values, n_values, 0.25),
    .median = quantile (values, n_values, 0.5),
    .q3 = quantile (values, n_values, 0.75),
  };
}

/**
 * seesaw_margin_of:
 * @classes: which classes are seen
 * @samples: per-sample numbers
 * @seen: whether to look at the samples with a seen label, or at the others
 *
 * Margins within the label's own side. Samples whose margin is undefined (no other class on the
 * side, or the same infinity twice) are left out.
 *
 * Returns: distributions of label logit, best other logit, and margin
 */
SeesawMargin
seesaw_margin_of (const SeesawClasses *classes, const SeesawSamples *samples, gboolean seen)
{
  g_autofree double *label = g_new (double, samples->n_samples);
  g_autofree double *other = g_new (double, samples->n_samples);
  g_autofree double *margin = g_new (double, samples->n_samples);
  gsize n = 0;

  for (gsize i = 0; i < samples->n_samples; i++)
    {
      if (samples->label[i] < 0 || classes->seen[samples->label[i]] != seen)
        continue;

      label[n] = samples->label_logit[i];
      other[n] = samples->other_logit[i];
      margin[n] = label[n] - other[n];
      n += !isnan (margin[n]);
    }

  return (SeesawMargin){
    .label = seesaw_distribution_of (label, n),
    .other = seesaw_distribution_of (other, n),
    .margin = seesaw_distribution_of (margin, n),
  };
}
