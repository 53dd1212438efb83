/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-attribute.h"
#include "seesaw-history.h"
#include "seesaw-metric.h"

G_BEGIN_DECLS

/**
 * SeesawCompared:
 * @run: the run
 * @epoch: index of the epoch that is compared
 * @measures: its metrics
 *
 * A run among those that are compared.
 */
typedef struct
{
  SeesawRun *run;
  gsize epoch;
  SeesawMeasures measures;
} SeesawCompared;

/**
 * SeesawComparison:
 * @runs: (element-type SeesawCompared): in the order they were added
 *
 * Runs side by side. Reference counted; not changed once it is filled.
 */
typedef struct
{
  GPtrArray *runs;
} SeesawComparison;

/**
 * SeesawMean:
 * @mean: arithmetic mean; NaN over nothing
 * @sd: sample standard deviation, with n − 1; NaN for less than two
 * @n: how many numbers there are
 *
 * Repeated measurements of one number.
 */
typedef struct
{
  double mean;
  double sd;
  gsize n;
} SeesawMean;

/**
 * SeesawGroup:
 * @keys: `[n_keys]`, what its runs have in common
 * @n_keys: number of attributes they were grouped by
 * @members: (element-type guint): positions of its runs in the comparison
 *
 * Runs that agree in all chosen attributes, such as repetitions with another seed.
 */
typedef struct
{
  SeesawAttribute *keys;
  gsize n_keys;
  GArray *members;
} SeesawGroup;

/**
 * SeesawSort:
 * @attribute: (nullable): name of the attribute to sort by
 * @metric: the metric to sort by, without an attribute; the highest first
 * @reversed: whether the other way round; what is undefined or missing stays last
 */
typedef struct
{
  const char *attribute;
  SeesawMetric metric;
  gboolean reversed;
} SeesawSort;

SeesawComparison *seesaw_comparison_new (void);
SeesawComparison *seesaw_comparison_ref (SeesawComparison *self);
void seesaw_comparison_unref (SeesawComparison *self);

void seesaw_comparison_add (SeesawComparison *self,
                            SeesawRun *run,
                            const SeesawAnalysis *start,
                            const SeesawAnalysis *now,
                            const SeesawAnalysis *ncm);
SeesawComparison *seesaw_comparison_rename (const SeesawComparison *self, const char *const *names);
const SeesawCompared *seesaw_comparison_get (const SeesawComparison *self, guint index);
char **seesaw_comparison_list_attributes (const SeesawComparison *self);
char **seesaw_comparison_list_varying (const SeesawComparison *self);
guint seesaw_comparison_count (const SeesawComparison *self, SeesawMetric metric);
gboolean seesaw_comparison_has_attribute (const SeesawComparison *self, const char *name);

GPtrArray *seesaw_comparison_group (const SeesawComparison *self, const char *const *attributes);
void
seesaw_comparison_sort (const SeesawComparison *self, GPtrArray *groups, const SeesawSort *sort);
SeesawMean seesaw_comparison_average (const SeesawComparison *self,
                                      const SeesawGroup *group,
                                      SeesawMetric metric);

SeesawMean seesaw_mean_of (const double *values, gsize n_values);
gsize seesaw_comparison_find_best_epoch (SeesawAnalysis *const *analyses,
                                         const gint32 *epochs,
                                         gsize n_epochs);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SeesawComparison, seesaw_comparison_unref)

G_END_DECLS
