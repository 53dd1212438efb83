/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Blocks of a file through core's reduction, on all cores. */

#include "config.h"

#include "seesaw-reduction.h"

#include "seesaw-blocks.h"
#include "seesaw-parallel.h"
#include "seesaw-reduce.h"

#include <math.h>
#include <string.h>

/* Rows that a thread takes at a time are about this large. */
#define GRAIN_BYTES ((gsize) 256 << 10)

typedef struct
{
  const SeesawSplit *split;
  SeesawScalar scalar;
  gsize row_size;
  gsize first; /* sample of the block's first row */
  const char *rows;
  SeesawSamples *samples; /* NULL: only the mean gap is wanted */
  GMutex mutex;
  guint64 n_nan;
  SeesawMeanGap gap;
} Work;

static void
work_on_rows (gsize first, gsize n_rows, gpointer user_data)
{
  Work *work = user_data;
  const char *rows = work->rows + first * work->row_size;
  gsize sample = work->first + first;
  SeesawMeanGap gap = { 0 };
  guint64 n_nan = 0;

  if (work->samples != NULL)
    n_nan = seesaw_reduce_samples (work->split->classes, rows, work->scalar, sample, n_rows, TRUE,
                                   work->samples);
  else
    gap = seesaw_reduce_mean_gap (work->split->classes, rows, work->scalar,
                                  work->split->label + sample, n_rows);

  g_mutex_lock (&work->mutex);
  work->n_nan += n_nan;
  work->gap.sum += gap.sum;
  work->gap.n_samples += gap.n_samples;
  g_mutex_unlock (&work->mutex);
}

/**
 * seesaw_reduction_scalar_of:
 * @dataset: real numbers
 *
 * Returns: their type once they are in memory
 */
SeesawScalar
seesaw_reduction_scalar_of (const SeesawDataset *dataset)
{
  return dataset->value_size == 2   ? SEESAW_SCALAR_F16
         : dataset->value_size == 4 ? SEESAW_SCALAR_F32
                                    : SEESAW_SCALAR_F64;
}

/**
 * seesaw_reduction_report:
 * @bytes: how much more has been worked through
 */
void
seesaw_reduction_report (SeesawReduction *self, guint64 bytes)
{
  self->done += bytes;
  if (self->progress != NULL)
    self->progress (self->done, self->total, self->user_data);
}

static gboolean
work_on_split (SeesawReduction *self, gsize epoch, Work *work, GError **error)
{
  const SeesawDataset *logit = work->split->logit;
  g_autoptr (SeesawBlocks) blocks =
      seesaw_blocks_new (self->layout->file, logit, logit->rank - 2, error);
  gsize rows_at_once;
  gsize grain;

  if (blocks == NULL)
    return FALSE;

  work->scalar = seesaw_reduction_scalar_of (logit);
  work->row_size = seesaw_blocks_get_row_size (blocks);
  rows_at_once = seesaw_blocks_get_rows_at_once (blocks);
  grain = seesaw_samples_get_range (MAX (GRAIN_BYTES / work->row_size, 16));

  for (work->first = 0; work->first < work->split->n_samples; work->first += rows_at_once)
    {
      gsize n_rows = MIN (rows_at_once, work->split->n_samples - work->first);

      work->rows = seesaw_blocks_read (blocks, epoch, work->first, n_rows, error);
      if (work->rows == NULL)
        return FALSE;

      seesaw_parallel_for (n_rows, grain, work_on_rows, work);
      seesaw_reduction_report (self, n_rows * work->row_size);
    }

  return TRUE;
}

static guint64
split_size (const SeesawSplit *split)
{
  return split == NULL || split->logit == NULL
             ? 0
             : (guint64) split->n_samples * split->classes->n_classes * split->logit->value_size;
}

static gboolean
reduce_split (SeesawReduction *self,
              const SeesawSplit *split,
              gsize epoch,
              SeesawSamples *samples,
              guint64 *n_nan,
              GError **error)
{
  Work work = { .split = split, .samples = samples };
  gboolean ok;

  memcpy (samples->label, split->label, split->n_samples * sizeof *split->label);
  ok = work_on_split (self, epoch, &work, error);
  *n_nan = work.n_nan;
  g_mutex_clear (&work.mutex);

  return ok;
}

static gboolean
find_alg (SeesawReduction *self, gsize epoch, double *alg, GError **error)
{
  Work work = { .split = self->layout->train };
  gboolean ok;

  *alg = (double) NAN;
  if (work.split == NULL || work.split->logit == NULL)
    return TRUE;

  ok = work_on_split (self, epoch, &work, error);
  g_mutex_clear (&work.mutex);
  if (ok && work.gap.n_samples > 0 && isfinite (work.gap.sum))
    *alg = work.gap.sum / (double) work.gap.n_samples;

  return ok;
}

/**
 * seesaw_reduction_run_epoch:
 * @epoch: index of an epoch
 * @samples: room for the test split; filled
 * @alg: (out): γ_ALG, or NaN
 * @n_nan: (out): NaN logits in the test split
 * @error: return location for a `SEESAW_ERROR`
 *
 * Returns: whether the epoch could be read
 */
gboolean
seesaw_reduction_run_epoch (SeesawReduction *self,
                            gsize epoch,
                            SeesawSamples *samples,
                            double *alg,
                            guint64 *n_nan,
                            GError **error)
{
  self->done = 0;
  self->total = split_size (self->layout->test) + split_size (self->layout->train);

  return reduce_split (self, self->layout->test, epoch, samples, n_nan, error) &&
         find_alg (self, epoch, alg, error);
}

/**
 * seesaw_reduction_run_fold:
 * @fold: number of a fold
 * @samples: room for the fold's samples; filled
 * @error: return location for a `SEESAW_ERROR`
 *
 * Returns: whether the fold could be read
 */
gboolean
seesaw_reduction_run_fold (SeesawReduction *self,
                           gsize fold,
                           SeesawSamples *samples,
                           GError **error)
{
  const SeesawSplit *split = g_ptr_array_index (self->layout->folds, fold);
  guint64 n_nan;

  self->done = 0;
  self->total = split_size (split);

  return reduce_split (self, split, 0, samples, &n_nan, error);
}
