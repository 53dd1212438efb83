/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Labels, masks and epoch numbers: vectors of integers that are read whole. */

#include "config.h"

#include "seesaw-integers.h"

#include "seesaw-blocks.h"
#include "seesaw-error.h"

#include <glib/gi18n-lib.h>

static gint64
widen (gconstpointer values, gsize i, gsize value_size, gboolean is_signed)
{
  switch (value_size)
    {
    case 1:
      return is_signed ? ((const gint8 *) values)[i] : ((const guint8 *) values)[i];
    case 2:
      return is_signed ? ((const gint16 *) values)[i] : ((const guint16 *) values)[i];
    case 4:
      return is_signed ? ((const gint32 *) values)[i] : (gint64) ((const guint32 *) values)[i];
    default:
      return ((const gint64 *) values)[i];
    }
}

/**
 * seesaw_integers_read:
 * @file: the file
 * @dataset: a vector of integers in it
 * @error: return location for a `SEESAW_ERROR`
 *
 * Returns: (transfer full): all values, or %NULL with @error set
 */
gint64 *
seesaw_integers_read (SeesawFile *file, const SeesawDataset *dataset, GError **error)
{
  g_autoptr (SeesawBlocks) blocks = NULL;
  g_autofree gint64 *integers = NULL;
  gsize n = (gsize) dataset->dims[0];

  if (!seesaw_dataset_check_claim (dataset, seesaw_dataset_count (dataset), error))
    return NULL;

  blocks = seesaw_blocks_new (file, dataset, 0, error);
  if (blocks == NULL)
    return NULL;

  integers = g_new (gint64, MAX (n, 1));
  for (gsize first = 0; first < n; first += seesaw_blocks_get_rows_at_once (blocks))
    {
      gsize n_rows = MIN (seesaw_blocks_get_rows_at_once (blocks), n - first);
      gconstpointer values = seesaw_blocks_read (blocks, 0, first, n_rows, error);

      if (values == NULL)
        return NULL;

      for (gsize i = 0; i < n_rows; i++)
        integers[first + i] = widen (values, i, dataset->value_size, dataset->is_signed);
    }

  return g_steal_pointer (&integers);
}

/**
 * seesaw_labels_read:
 * @file: the file
 * @dataset: a vector of integers in it
 * @n_classes: number of classes
 * @error: return location for a `SEESAW_ERROR`
 *
 * Fails with `SEESAW_ERROR_LABEL` at a label of @n_classes or above. Any negative label means "no
 * label" and comes back as −1.
 *
 * Returns: (transfer full): the labels, or %NULL with @error set
 */
gint32 *
seesaw_labels_read (SeesawFile *file, const SeesawDataset *dataset, gsize n_classes, GError **error)
{
  g_autofree gint64 *integers = seesaw_integers_read (file, dataset, error);
  g_autofree gint32 *labels = NULL;
  gsize n = (gsize) dataset->dims[0];

  if (integers == NULL)
    return NULL;

  labels = g_new (gint32, MAX (n, 1));
  for (gsize i = 0; i < n; i++)
    {
      if (integers[i] >= (gint64) n_classes)
        {
          g_set_error (error, SEESAW_ERROR, SEESAW_ERROR_LABEL,
                       _ ("%s[%zu] is %zd, expected a class from 0 to %zu, or −1 for no label"),
                       dataset->path, i, (gssize) integers[i], n_classes - 1);
          return NULL;
        }
      labels[i] = integers[i] < 0 ? -1 : (gint32) integers[i];
    }

  return g_steal_pointer (&labels);
}

/**
 * seesaw_mask_read:
 * @file: the file
 * @dataset: a vector of integers in it
 * @error: return location for a `SEESAW_ERROR`
 *
 * Fails with `SEESAW_ERROR_TYPE` at a value other than 0 and 1.
 *
 * Returns: (transfer full): the mask, or %NULL with @error set
 */
guint8 *
seesaw_mask_read (SeesawFile *file, const SeesawDataset *dataset, GError **error)
{
  g_autofree gint64 *integers = seesaw_integers_read (file, dataset, error);
  g_autofree guint8 *mask = NULL;
  gsize n = (gsize) dataset->dims[0];

  if (integers == NULL)
    return NULL;

  mask = g_new (guint8, MAX (n, 1));
  for (gsize i = 0; i < n; i++)
    {
      if (integers[i] != 0 && integers[i] != 1)
        {
          g_set_error (error, SEESAW_ERROR, SEESAW_ERROR_TYPE,
                       _ ("%s[%zu] is %zd, expected 1 (seen) or 0 (unseen)"), dataset->path, i,
                       (gssize) integers[i]);
          return NULL;
        }
      mask[i] = (guint8) integers[i];
    }

  return g_steal_pointer (&mask);
}
