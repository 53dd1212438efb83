/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-comparison.h"
#include "seesaw-figure.h"

G_BEGIN_DECLS

/**
 * SeesawCompareMarks:
 * @SEESAW_COMPARE_POINTS: a point for each mean, and lines between numbers
 * @SEESAW_COMPARE_BARS: a bar from 0 for each mean
 */
typedef enum
{
  SEESAW_COMPARE_POINTS,
  SEESAW_COMPARE_BARS,
} SeesawCompareMarks;

/**
 * SeesawCompareSort:
 * @SEESAW_COMPARE_SORT_AUTO: by the attribute if it is a number, else as runs stand
 * @SEESAW_COMPARE_SORT_ATTRIBUTE: numbers by size, texts by alphabet, then what is missing
 * @SEESAW_COMPARE_SORT_ATTRIBUTE_DOWN: the other way round, but for what is missing
 * @SEESAW_COMPARE_SORT_VALUE: by the mean of the first metric that is defined, the highest first;
 * what is equal by attribute, and what is undefined last
 * @SEESAW_COMPARE_SORT_VALUE_UP: likewise, the lowest first
 * @SEESAW_COMPARE_SORT_RUNS: in the order of the runs
 *
 * What is along x from left to right. Only the first two keep numbers at their places on a scale.
 */
typedef enum
{
  SEESAW_COMPARE_SORT_AUTO,
  SEESAW_COMPARE_SORT_ATTRIBUTE,
  SEESAW_COMPARE_SORT_ATTRIBUTE_DOWN,
  SEESAW_COMPARE_SORT_VALUE,
  SEESAW_COMPARE_SORT_VALUE_UP,
  SEESAW_COMPARE_SORT_RUNS,
} SeesawCompareSort;

/**
 * SeesawCompareScale:
 * @SEESAW_COMPARE_SCALE_AUTO: points on a logarithmic scale if they are positive and span more than
 *   a factor of 30, else on a linear one; bars side by side
 * @SEESAW_COMPARE_SCALE_LINEAR: a linear one
 * @SEESAW_COMPARE_SCALE_LOG: a logarithmic one
 * @SEESAW_COMPARE_SCALE_NAMES: names at even distances
 *
 * Where numbers stand along x. What is not possible is chosen automatically.
 */
typedef enum
{
  SEESAW_COMPARE_SCALE_AUTO,
  SEESAW_COMPARE_SCALE_LINEAR,
  SEESAW_COMPARE_SCALE_LOG,
  SEESAW_COMPARE_SCALE_NAMES,
} SeesawCompareScale;

/**
 * SeesawCompareWay:
 * @marks: what is drawn
 * @sort: in which order
 * @scale: where
 *
 * How a comparison is drawn.
 */
typedef struct
{
  SeesawCompareMarks marks;
  SeesawCompareSort sort;
  SeesawCompareScale scale;
} SeesawCompareWay;

/* So many metrics are told apart by colours of bars, and by what is within them. */
#define SEESAW_COMPARE_MAX_BARS SEESAW_N_RUN_COLORS

/**
 * SeesawCompareSubject:
 * @comparison: the runs
 * @metrics: `[n_metrics]`, what is shown of them; see seesaw_compare_share_axis()
 * @n_metrics: number of them, at least 1
 * @x: name of the attribute along x
 * @split: (nullable): name of the attribute that tells series apart
 * @way: how it is drawn
 * @styles: (nullable): `[n_runs]`, what each run looks like where it stands for itself; %NULL for
 *   seesaw_run_style()
 *
 * What a figure of several runs is about. Runs that agree in both attributes are one point.
 */
typedef struct
{
  const SeesawComparison *comparison;
  const SeesawMetric *metrics;
  gsize n_metrics;
  const char *x;
  const char *split;
  SeesawCompareWay way;
  const SeesawRunStyle *styles;
} SeesawCompareSubject;

/* seesaw-compare-subject.c */
SeesawCompareSubject *seesaw_compare_subject_copy (const SeesawCompareSubject *self);
void seesaw_compare_subject_free (SeesawCompareSubject *self);
gboolean seesaw_compare_share_axis (const SeesawMetric *metrics, gsize n_metrics);
gboolean seesaw_compare_can_scale (const SeesawComparison *comparison,
                                   const char *x,
                                   SeesawCompareScale scale);
gboolean seesaw_compare_is_sorted_by_number (const SeesawComparison *comparison,
                                             const char *x,
                                             SeesawCompareSort sort);

/* seesaw-figure-compare.c */
SeesawScene *seesaw_compare_new_scene (const SeesawCompareSubject *subject);

/* seesaw-compare-text.c */
char *seesaw_compare_read_out (const SeesawCompareSubject *subject,
                               const SeesawPlotLayout *layout,
                               double x,
                               double y);
char *seesaw_compare_to_csv (const SeesawCompareSubject *subject);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SeesawCompareSubject, seesaw_compare_subject_free)

G_END_DECLS
