/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-classes.h"
#include "seesaw-reduce.h"

G_BEGIN_DECLS

/**
 * SeesawBlockMeans:
 * @seen: mean over pairs of different seen classes
 * @unseen: mean over pairs of different unseen classes
 * @across: mean over pairs of a seen and an unseen class
 *
 * Mean similarity between the Δw of classes, by block of the matrix. NaN where there is no pair.
 * Classes whose Δw is 0, or no number, have no direction and are left out; so are, for Pearson
 * correlation, classes whose Δw is the same for all features.
 */
typedef struct
{
  double seen;
  double unseen;
  double across;
} SeesawBlockMeans;

/**
 * SeesawDrift:
 * @n_classes: number of classes, C
 * @n_features: number of features, D
 * @has_start: whether there is an epoch before fine-tuning to drift from
 * @cosine: mean cos (Δw_c, Δw_d)
 * @pearson: mean Pearson correlation of Δw_c and Δw_d
 * @weight_norm: `[n_classes]`, norm of w_c (e)
 * @norm: `[n_classes]`, norm of Δw_c = w_c (e) − w_c (0); NaN without a start
 * @cosine_to_start: `[n_classes]`, cos (w_c (0), w_c (e)); NaN without a start
 * @bias: `[n_classes]`, b_c (e); NaN if none was recorded
 * @bias_change: `[n_classes]`, b_c (e) − b_c (0); NaN if none was recorded
 * @direction: `[n_classes, n_features]`, Δw_c at length 1; zeros where it has no direction
 *
 * What fine-tuning did to the weights of the classifier up to an epoch. The arrays lie in one block
 * of memory of seesaw_drift_size() bytes. Reference counted; not changed once it is filled.
 */
typedef struct
{
  gsize n_classes;
  gsize n_features;
  gboolean has_start;
  SeesawBlockMeans cosine;
  SeesawBlockMeans pearson;
  double *weight_norm;
  double *norm;
  double *cosine_to_start;
  double *bias;
  double *bias_change;
  float *direction;
} SeesawDrift;

/**
 * SeesawDriftSums:
 *
 * What is summed up while a drift is filled.
 */
typedef struct _SeesawDriftSums SeesawDriftSums;

gsize seesaw_drift_size (gsize n_classes, gsize n_features);
SeesawDrift *seesaw_drift_new (gsize n_classes, gsize n_features);
SeesawDrift *seesaw_drift_new_in (gpointer block,
                                  gsize n_classes,
                                  gsize n_features,
                                  GDestroyNotify release,
                                  gpointer release_data);
SeesawDrift *seesaw_drift_copy_numbers (const SeesawDrift *self);
SeesawDrift *seesaw_drift_ref (SeesawDrift *self);
void seesaw_drift_unref (SeesawDrift *self);

SeesawDriftSums *seesaw_drift_begin (SeesawDrift *self, const SeesawClasses *classes);
void seesaw_drift_add (SeesawDriftSums *sums,
                       gconstpointer weights,
                       gconstpointer start,
                       SeesawScalar scalar,
                       gsize first,
                       gsize n_rows);
void seesaw_drift_end (SeesawDriftSums *sums, const double *bias, const double *start_bias);
void seesaw_drift_sums_free (SeesawDriftSums *sums);

double
seesaw_drift_mean_norm (const SeesawDrift *self, const SeesawClasses *classes, gboolean seen);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SeesawDrift, seesaw_drift_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SeesawDriftSums, seesaw_drift_sums_free)

G_END_DECLS
