/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-drift.h"
#include "seesaw-layout.h"
#include "seesaw-scalar.h"

G_BEGIN_DECLS

/**
 * SeesawReductionProgress:
 * @done: bytes worked through
 * @total: bytes in all
 * @user_data: as given with the function
 */
typedef void (*SeesawReductionProgress) (guint64 done, guint64 total, gpointer user_data);

/**
 * SeesawReduction:
 * @layout: the file
 * @progress: (nullable): told after each block
 * @user_data: for @progress
 * @done: bytes worked through so far
 * @total: bytes that the present call will work through
 *
 * A piece of work on a file, and how far it is.
 */
typedef struct
{
  SeesawLayout *layout;
  SeesawReductionProgress progress;
  gpointer user_data;
  guint64 done;
  guint64 total;
} SeesawReduction;

gboolean seesaw_reduction_run_epoch (SeesawReduction *self,
                                     gsize epoch,
                                     SeesawSamples *samples,
                                     double *alg,
                                     guint64 *n_nan,
                                     GError **error);
gboolean seesaw_reduction_run_fold (SeesawReduction *self,
                                    gsize fold,
                                    SeesawSamples *samples,
                                    GError **error);
gboolean seesaw_reduction_run_ncm (SeesawReduction *self,
                                   gsize epoch,
                                   SeesawSamples *samples,
                                   GError **error);
gboolean
seesaw_reduction_run_drift (SeesawReduction *self, gsize epoch, SeesawDrift *drift, GError **error);

SeesawScalar seesaw_reduction_scalar_of (const SeesawDataset *dataset);
void seesaw_reduction_report (SeesawReduction *self, guint64 bytes);

G_END_DECLS
