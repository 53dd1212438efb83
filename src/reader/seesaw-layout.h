/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-hdf5.h"
#include "seesaw-run.h"

G_BEGIN_DECLS

/**
 * SeesawSplit:
 * @classes: which classes count as seen here
 * @logit: (nullable): scores, [epoch, sample, class] or [sample, class]
 * @feature: (nullable): features, [epoch, sample, feature]
 * @label: `[n_samples]`
 * @n_samples: number of samples
 *
 * Labelled samples: the test split, the training split, or a fold. Only the training split may be
 * without logits.
 */
typedef struct
{
  SeesawClasses *classes;
  SeesawDataset *logit;
  SeesawDataset *feature;
  gint32 *label;
  gsize n_samples;
} SeesawSplit;

/**
 * SeesawLayout:
 * @file: the open file
 * @run: what it says about the run
 * @test: the test split
 * @train: (nullable): the training split
 * @folds: (element-type SeesawSplit): folds of pseudo cross-validation
 * @weight: (nullable): the classifier's weights, [epoch, class, feature]
 * @bias: (nullable): its biases, [epoch, class]
 *
 * A file whose datasets have all been found and checked against each other.
 */
typedef struct
{
  SeesawFile *file;
  SeesawRun *run;
  SeesawSplit *test;
  SeesawSplit *train;
  GPtrArray *folds;
  SeesawDataset *weight;
  SeesawDataset *bias;
} SeesawLayout;

SeesawLayout *seesaw_layout_open (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void seesaw_layout_free (SeesawLayout *self);

void seesaw_split_free (SeesawSplit *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SeesawLayout, seesaw_layout_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SeesawSplit, seesaw_split_free)

G_END_DECLS
