/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Weights of a file through core's drift. */

#include "config.h"

#include "seesaw-reduction.h"

#include "seesaw-blocks.h"
#include "seesaw-error.h"

#include <glib/gi18n-lib.h>

/* Weights of the epoch and, if there is one before fine-tuning, of that, side by side. */
static gboolean
add_weights (SeesawReduction *self,
             gsize epoch,
             const gsize *start,
             SeesawDriftSums *sums,
             GError **error)
{
  const SeesawDataset *weight = self->layout->weight;
  g_autoptr (SeesawBlocks) now = seesaw_blocks_new (self->layout->file, weight, 1, error);
  g_autoptr (SeesawBlocks) then =
      now != NULL ? seesaw_blocks_new (self->layout->file, weight, 1, error) : NULL;
  SeesawScalar scalar = seesaw_reduction_scalar_of (weight);
  gsize n_classes = (gsize) weight->dims[1];
  gsize at_once;

  if (then == NULL)
    return FALSE;

  at_once = seesaw_blocks_get_rows_at_once (now);
  for (gsize first = 0; first < n_classes; first += at_once)
    {
      gsize n_rows = MIN (at_once, n_classes - first);
      gconstpointer rows = seesaw_blocks_read (now, epoch, first, n_rows, error);
      gconstpointer start_rows = NULL;

      if (rows != NULL && start != NULL)
        start_rows = seesaw_blocks_read (then, *start, first, n_rows, error);
      if (rows == NULL || (start != NULL && start_rows == NULL))
        return FALSE;

      seesaw_drift_add (sums, rows, start_rows, scalar, first, n_rows);
      seesaw_reduction_report (self, n_rows * seesaw_blocks_get_row_size (now));
    }

  return TRUE;
}

/* NULL without error if none was recorded. */
static double *
read_bias (SeesawReduction *self, gsize epoch, GError **error)
{
  const SeesawDataset *bias = self->layout->bias;
  g_autoptr (SeesawBlocks) blocks = NULL;
  gsize n_classes = self->layout->run->classes->n_classes;
  gsize at_once;
  g_autofree double *values = NULL;

  if (bias == NULL)
    return NULL;

  blocks = seesaw_blocks_new (self->layout->file, bias, 1, error);
  if (blocks == NULL)
    return NULL;

  values = g_new (double, n_classes);
  at_once = seesaw_blocks_get_rows_at_once (blocks);
  for (gsize first = 0; first < n_classes; first += at_once)
    {
      gsize n = MIN (at_once, n_classes - first);
      gconstpointer rows = seesaw_blocks_read (blocks, epoch, first, n, error);

      if (rows == NULL)
        return NULL;

      seesaw_scalar_to_double (rows, seesaw_reduction_scalar_of (bias), n, values + first);
    }

  return g_steal_pointer (&values);
}

/**
 * seesaw_reduction_run_drift:
 * @epoch: index of an epoch
 * @drift: room for the classifier; filled
 * @error: return location for a `SEESAW_ERROR`
 *
 * Returns: whether the file has weights, and they could be read
 */
gboolean
seesaw_reduction_run_drift (SeesawReduction *self, gsize epoch, SeesawDrift *drift, GError **error)
{
  const SeesawRun *run = self->layout->run;
  g_autoptr (SeesawDriftSums) sums = seesaw_drift_begin (drift, run->classes);
  g_autofree double *bias = NULL;
  g_autofree double *start_bias = NULL;
  GError *wrong = NULL;
  gsize start;
  gboolean has_start = seesaw_run_find_epoch (run, 0, &start);

  self->done = 0;
  self->total = (guint64) drift->n_classes * drift->n_features * self->layout->weight->value_size;
  if (!add_weights (self, epoch, has_start ? &start : NULL, sums, error))
    return FALSE;

  bias = read_bias (self, epoch, &wrong);
  if (wrong == NULL && has_start)
    start_bias = read_bias (self, start, &wrong);
  if (wrong != NULL)
    {
      g_propagate_error (error, wrong);
      return FALSE;
    }

  seesaw_drift_end (sums, bias, start_bias);

  return TRUE;
}
