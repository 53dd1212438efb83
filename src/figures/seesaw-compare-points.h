/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-figure-compare.h"

G_BEGIN_DECLS

/**
 * SeesawCompareSeries:
 * @metric: what it shows
 * @split: (nullable): the value of the attribute that splits the runs, if it is of some of them
 * @style: how it looks
 * @hollow: whether its markers are
 *
 * Points that look alike.
 */
typedef struct
{
  SeesawMetric metric;
  char *split;
  SeesawRunStyle style;
  gboolean hollow;
} SeesawCompareSeries;

/**
 * SeesawComparePoint:
 * @series: position of its series
 * @x: where it stands on x, in data units
 * @text: the value of the attribute on x
 * @mean: the metric over the runs it stands for
 */
typedef struct
{
  guint series;
  double x;
  char *text;
  SeesawMean mean;
} SeesawComparePoint;

/**
 * SeesawComparePoints:
 * @format: of x: names, whole numbers, numbers or decimal logarithms
 * @names: (element-type utf8): what stands at 0, 1, ... on an axis of names
 * @series: (element-type SeesawCompareSeries): in the order of the legend
 * @points: (element-type SeesawComparePoint): series by series, from left to right; of defined
 *   numbers only
 *
 * What a comparison looks like, before it is drawn.
 */
typedef struct
{
  SeesawAxisFormat format;
  GPtrArray *names;
  GArray *series;
  GArray *points;
} SeesawComparePoints;

SeesawComparePoints *seesaw_compare_points_new (const SeesawCompareSubject *subject);
void seesaw_compare_points_free (SeesawComparePoints *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SeesawComparePoints, seesaw_compare_points_free)

G_END_DECLS
