/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What can be asked of an open run. */

#include "config.h"

#include "seesaw-reader-private.h"

#include "seesaw-error.h"
#include "seesaw-wire.h"

#include <glib/gi18n-lib.h>
#include <unistd.h>

/* −1, with @error set, if the answer came without one. */
static int
take_handle (SeesawReader *self, GUnixFDList *fds, GError **error)
{
  if (fds != NULL && g_unix_fd_list_get_length (fds) > 0)
    return g_unix_fd_list_get (fds, 0, error);

  g_set_error (error, SEESAW_ERROR, SEESAW_ERROR_READER, _ ("%s: the reader answered without data"),
               self->path);

  return -1;
}

static SeesawSamples *
take_samples (SeesawReader *self,
              GUnixFDList *fds,
              const SeesawClasses *classes,
              gsize n_samples,
              GError **error)
{
  SeesawSamples *samples;
  int fd = take_handle (self, fds, error);

  if (fd < 0)
    return NULL;

  samples = seesaw_wire_map_samples (fd, classes, n_samples, error);
  close (fd);
  if (samples == NULL)
    g_prefix_error (error, "%s: ", self->path);

  return samples;
}

/**
 * seesaw_reader_reduce_epoch:
 * @index: position of an epoch among `SeesawRun.epochs`
 * @score: what classes are ranked by
 * @progress: (nullable): told now and then
 * @user_data: for @progress
 * @cancellable: (nullable): cancelling kills the process
 * @error: return location for a `SEESAW_ERROR`, or `G_IO_ERROR_CANCELLED`
 *
 * Reads an epoch's logits once, or its features and those of the training split, and reduces them.
 *
 * Returns: (transfer full): the epoch, or %NULL with @error set
 */
SeesawEpoch *
seesaw_reader_reduce_epoch (SeesawReader *self,
                            gsize index,
                            SeesawScore score,
                            SeesawProgress progress,
                            gpointer user_data,
                            GCancellable *cancellable,
                            GError **error)
{
  SeesawCall call = { .progress = progress, .user_data = user_data, .cancellable = cancellable };
  g_autoptr (GUnixFDList) fds = NULL;
  g_autoptr (GVariant) reply = seesaw_reader_call (
      self, score == SEESAW_SCORE_NCM ? SEESAW_WIRE_REDUCE_NCM : SEESAW_WIRE_REDUCE_EPOCH,
      g_variant_new ("(t)", (guint64) index), SEESAW_WIRE_EPOCH_TYPE, &call, &fds, error);
  g_autoptr (SeesawSamples) samples = NULL;
  guint64 n_nan;
  double alg;
  int handle;

  if (reply == NULL)
    return NULL;

  g_variant_get (reply, SEESAW_WIRE_EPOCH_TYPE, &alg, &n_nan, &handle);
  samples = take_samples (self, fds, self->run->classes, self->run->n_samples, error);

  return samples != NULL ? seesaw_epoch_new (index, samples, alg, n_nan) : NULL;
}

/**
 * seesaw_reader_reduce_fold:
 * @fold: number of a fold, from 0
 * @cancellable: (nullable): cancelling kills the process
 * @error: return location for a `SEESAW_ERROR`, or `G_IO_ERROR_CANCELLED`
 *
 * Reads and reduces a fold of pseudo cross-validation.
 *
 * Returns: (transfer full): the fold, or %NULL with @error set
 */
SeesawFold *
seesaw_reader_reduce_fold (SeesawReader *self,
                           gsize fold,
                           GCancellable *cancellable,
                           GError **error)
{
  SeesawCall call = { .cancellable = cancellable };
  g_autoptr (GUnixFDList) fds = NULL;
  g_autoptr (GVariant) reply =
      seesaw_reader_call (self, SEESAW_WIRE_REDUCE_FOLD, g_variant_new ("(t)", (guint64) fold),
                          SEESAW_WIRE_FOLD_TYPE, &call, &fds, error);
  g_autoptr (SeesawClasses) classes = NULL;
  g_autoptr (SeesawSamples) samples = NULL;
  g_autoptr (GVariant) mask = NULL;
  guint64 n_samples;

  if (reply == NULL)
    return NULL;

  mask = g_variant_get_child_value (reply, 0);
  g_variant_get_child (reply, 1, "t", &n_samples);
  classes = seesaw_wire_unpack_mask (mask, NULL, error);
  if (classes != NULL && classes->n_classes == self->run->classes->n_classes)
    samples = take_samples (self, fds, classes, n_samples, error);
  else if (classes != NULL)
    g_set_error (error, SEESAW_ERROR, SEESAW_ERROR_READER,
                 _ ("%s: the reader answered for another number of classes"), self->path);

  return samples != NULL ? seesaw_fold_new (classes, samples) : NULL;
}

/**
 * seesaw_reader_measure_drift:
 * @index: position of an epoch among `SeesawRun.epochs`
 * @cancellable: (nullable): cancelling kills the process
 * @error: return location for a `SEESAW_ERROR`, or `G_IO_ERROR_CANCELLED`
 *
 * Reads the classifier's weights at an epoch and before fine-tuning, and compares them.
 *
 * Returns: (transfer full): the drift, or %NULL with @error set
 */
SeesawDrift *
seesaw_reader_measure_drift (SeesawReader *self,
                             gsize index,
                             GCancellable *cancellable,
                             GError **error)
{
  SeesawCall call = { .cancellable = cancellable };
  g_autoptr (GUnixFDList) fds = NULL;
  g_autoptr (GVariant) reply =
      seesaw_reader_call (self, SEESAW_WIRE_MEASURE_DRIFT, g_variant_new ("(t)", (guint64) index),
                          SEESAW_WIRE_DRIFT_TYPE, &call, &fds, error);
  SeesawBlockMeans cosine;
  SeesawBlockMeans pearson;
  SeesawDrift *drift;
  gboolean has_start;
  guint64 n_features;
  int handle;
  int fd = reply != NULL ? take_handle (self, fds, error) : -1;

  if (fd < 0)
    return NULL;

  g_variant_get (reply, SEESAW_WIRE_DRIFT_TYPE, &n_features, &has_start, &cosine.seen,
                 &cosine.unseen, &cosine.across, &pearson.seen, &pearson.unseen, &pearson.across,
                 &handle);
  drift = seesaw_wire_load_drift (fd, self->run->classes->n_classes, n_features, error);
  close (fd);
  if (drift == NULL)
    {
      g_prefix_error (error, "%s: ", self->path);
      return NULL;
    }

  drift->has_start = has_start;
  drift->cosine = cosine;
  drift->pearson = pearson;

  return drift;
}
