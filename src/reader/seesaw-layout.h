/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-hdf5.h"
#include "seesaw-run.h"

G_BEGIN_DECLS

/**
 * SeesawSplit:
 * @classes: which classes count as seen here
 * @logit: scores, [epoch, sample, class] or [sample, class]
 * @label: `[n_samples]`
 * @n_samples: number of samples
 *
 * Labelled logits: the test split, the training split, or a fold.
 */
typedef struct
{
  SeesawClasses *classes;
  SeesawDataset *logit;
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
} SeesawLayout;

SeesawLayout *seesaw_layout_open (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void seesaw_layout_free (SeesawLayout *self);

void seesaw_split_free (SeesawSplit *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SeesawLayout, seesaw_layout_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SeesawSplit, seesaw_split_free)

G_END_DECLS
