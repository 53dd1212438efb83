/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-comparison.h"
#include "seesaw-figure.h"

G_BEGIN_DECLS

/**
 * SeesawCompareSubject:
 * @comparison: the runs
 * @metrics: `[n_metrics]`, what is shown of them; see seesaw_compare_share_axis()
 * @n_metrics: number of them, at least 1
 * @x: name of the attribute along x
 * @split: (nullable): name of the attribute that tells series apart
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
} SeesawCompareSubject;

gboolean seesaw_compare_share_axis (const SeesawMetric *metrics, gsize n_metrics);

SeesawScene *seesaw_compare_new_scene (const SeesawCompareSubject *subject);
char *seesaw_compare_read_out (const SeesawCompareSubject *subject,
                               const SeesawPlotLayout *layout,
                               double x,
                               double y);
char *seesaw_compare_to_csv (const SeesawCompareSubject *subject);

G_END_DECLS
