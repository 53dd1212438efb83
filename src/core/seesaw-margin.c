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

/**
 * seesaw_margin_list:
 * @classes: which classes are seen
 * @samples: per-sample numbers
 * @seen: which side's samples
 * @n_margins: (out): how many are defined
 *
 * Returns: (transfer full): `[n_margins]`, label's logit minus the best other of its side
 */
double *
seesaw_margin_list (const SeesawClasses *classes,
                    const SeesawSamples *samples,
                    gboolean seen,
                    gsize *n_margins)
{
  double *margins = g_new (double, samples->n_samples + 1);

  *n_margins = 0;
  for (gsize i = 0; i < samples->n_samples; i++)
    if (samples->label[i] >= 0 && classes->seen[samples->label[i]] == seen)
      {
        margins[*n_margins] = samples->label_logit[i] - samples->other_logit[i];
        *n_margins += !isnan (margins[*n_margins]);
      }

  return margins;
}

static SeesawDistribution
best_of (const SeesawClasses *classes, const SeesawSamples *samples, gboolean of, gboolean among)
{
  const double *best = among ? samples->best_seen : samples->best_unseen;
  g_autofree double *values = g_new (double, samples->n_samples + 1);
  gsize n = 0;

  for (gsize i = 0; i < samples->n_samples; i++)
    if (samples->label[i] >= 0 && classes->seen[samples->label[i]] == of && isfinite (best[i]))
      values[n++] = best[i];

  return seesaw_distribution_of (values, n);
}

/**
 * seesaw_spread_of:
 * @classes: which classes are seen
 * @samples: per-sample numbers
 *
 * Returns: margins of both sides, and the scale of the best logits
 */
SeesawSpread
seesaw_spread_of (const SeesawClasses *classes, const SeesawSamples *samples)
{
  SeesawSpread spread;

  for (int seen = 0; seen < 2; seen++)
    {
      spread.margin[seen] = seesaw_margin_of (classes, samples, seen);
      for (int among = 0; among < 2; among++)
        spread.best[seen][among] = best_of (classes, samples, seen, among);
    }

  return spread;
}
