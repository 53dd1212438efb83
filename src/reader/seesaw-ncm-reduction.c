/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Features of a file through core's nearest class mean. */

#include "config.h"

#include "seesaw-reduction.h"

#include "seesaw-blocks.h"
#include "seesaw-error.h"
#include "seesaw-ncm.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef void (*TakeRows) (gconstpointer rows, gsize first, gsize n_rows, gpointer user_data);

typedef struct
{
  SeesawNcm *ncm;
  const SeesawSplit *split;
  SeesawScalar scalar;
  SeesawSamples *samples;
} Work;

static void
add_rows (gconstpointer rows, gsize first, gsize n_rows, gpointer user_data)
{
  Work *work = user_data;

  seesaw_ncm_add (work->ncm, rows, work->scalar, work->split->label + first, n_rows);
}

static void
reduce_rows (gconstpointer rows, gsize first, gsize n_rows, gpointer user_data)
{
  Work *work = user_data;

  seesaw_ncm_reduce (work->ncm, work->split->classes, rows, work->scalar, first, n_rows,
                     work->samples);
}

static gboolean
read_features (SeesawReduction *self, gsize epoch, Work *work, TakeRows take, GError **error)
{
  const SeesawSplit *split = work->split;
  g_autoptr (SeesawBlocks) blocks =
      seesaw_blocks_new (self->layout->file, split->feature, 1, error);
  gsize at_once;

  if (blocks == NULL)
    return FALSE;

  work->scalar = seesaw_reduction_scalar_of (split->feature);
  at_once = seesaw_blocks_get_rows_at_once (blocks);
  for (gsize first = 0; first < split->n_samples; first += at_once)
    {
      gsize n_rows = MIN (at_once, split->n_samples - first);
      gconstpointer rows = seesaw_blocks_read (blocks, epoch, first, n_rows, error);

      if (rows == NULL)
        return FALSE;

      take (rows, first, n_rows, work);
      seesaw_reduction_report (self, n_rows * seesaw_blocks_get_row_size (blocks));
    }

  return TRUE;
}

/* Of one epoch: later ones may not be there yet. */
static gboolean
are_stored (const SeesawSplit *split, GError **error)
{
  const SeesawDataset *feature = split->feature;

  return seesaw_dataset_check_claim (feature, feature->dims[1] * feature->dims[2], error);
}

static guint64
size_of (const SeesawSplit *split)
{
  return (guint64) split->n_samples * split->feature->dims[2] * split->feature->value_size;
}

/**
 * seesaw_reduction_run_ncm:
 * @epoch: index of an epoch
 * @samples: room for the test split; filled
 * @error: return location for a `SEESAW_ERROR`
 *
 * Class means from the training split, scores of the test split.
 *
 * Returns: whether the epoch has features, and they could be read
 */
gboolean
seesaw_reduction_run_ncm (SeesawReduction *self,
                          gsize epoch,
                          SeesawSamples *samples,
                          GError **error)
{
  const SeesawSplit *test = self->layout->test;
  const SeesawSplit *train = self->layout->train;
  g_autoptr (SeesawNcm) ncm = NULL;
  Work work = { .samples = samples };

  if (train == NULL || train->feature == NULL || test->feature == NULL)
    {
      g_set_error_literal (error, SEESAW_ERROR, SEESAW_ERROR_MISSING,
                           _ ("nearest class means need /train/label, /train/feature and "
                              "/test/feature; record all three"));
      return FALSE;
    }

  if (!are_stored (train, error) || !are_stored (test, error))
    return FALSE;

  self->done = 0;
  self->total = size_of (test) + size_of (train);
  ncm = seesaw_ncm_new (test->classes->n_classes, (gsize) test->feature->dims[2]);
  memcpy (samples->label, test->label, test->n_samples * sizeof *test->label);

  work.ncm = ncm;
  work.split = train;
  if (!read_features (self, epoch, &work, add_rows, error))
    return FALSE;

  seesaw_ncm_finish (ncm);
  work.split = test;

  return read_features (self, epoch, &work, reduce_rows, error);
}
