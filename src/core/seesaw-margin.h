/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-classes.h"
#include "seesaw-samples.h"

G_BEGIN_DECLS

/**
 * SeesawDistribution:
 * @mean: arithmetic mean
 * @q1: first quartile
 * @median: second quartile
 * @q3: third quartile
 *
 * What a set of numbers looks like; quartiles by linear interpolation between order statistics.
 * All NaN for an empty set.
 */
typedef struct
{
  double mean;
  double q1;
  double median;
  double q3;
} SeesawDistribution;

/**
 * SeesawMargin:
 * @label: logit of the label
 * @other: largest logit among the other classes of the label's side
 * @margin: @label minus @other
 */
typedef struct
{
  SeesawDistribution label;
  SeesawDistribution other;
  SeesawDistribution margin;
} SeesawMargin;

/**
 * SeesawSpread:
 * @margin: by seen: margins of the samples of a side
 * @best: by seen of the sample, by seen of the class: the largest logit
 *
 * How far apart the logits of an epoch are.
 */
typedef struct
{
  SeesawMargin margin[2];
  SeesawDistribution best[2][2];
} SeesawSpread;

SeesawDistribution seesaw_distribution_of (double *values, gsize n_values);
SeesawMargin
seesaw_margin_of (const SeesawClasses *classes, const SeesawSamples *samples, gboolean seen);
double *seesaw_margin_list (const SeesawClasses *classes,
                            const SeesawSamples *samples,
                            gboolean seen,
                            gsize *n_margins);
SeesawSpread seesaw_spread_of (const SeesawClasses *classes, const SeesawSamples *samples);

G_END_DECLS
