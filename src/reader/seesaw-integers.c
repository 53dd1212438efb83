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

/* All values. Those of uint64 from 2^63 on come back negative, see find_outside(). */
static gint64 *
read_integers (SeesawFile *file, const SeesawDataset *dataset, GError **error)
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

/* Where the first value is that lies outside of a range, and how it reads. */
static gboolean
find_outside (const SeesawDataset *dataset,
              const gint64 *integers,
              gint64 lowest,
              gint64 highest,
              gsize *index,
              char **found)
{
  for (gsize i = 0; i < dataset->dims[0]; i++)
    if (integers[i] < lowest || integers[i] > highest || (!dataset->is_signed && integers[i] < 0))
      {
        *index = i;
        *found = dataset->is_signed ? g_strdup_printf ("%" G_GINT64_FORMAT, integers[i])
                                    : g_strdup_printf ("%" G_GUINT64_FORMAT, (guint64) integers[i]);
        return TRUE;
      }

  return FALSE;
}

/**
 * seesaw_epochs_read:
 * @file: the file
 * @dataset: a vector of integers in it
 * @error: return location for a `SEESAW_ERROR`
 *
 * Fails with `SEESAW_ERROR_TYPE` at a value that does not fit into an int32.
 *
 * Returns: (transfer full): the epochs' numbers, or %NULL with @error set
 */
gint32 *
seesaw_epochs_read (SeesawFile *file, const SeesawDataset *dataset, GError **error)
{
  g_autofree gint64 *integers = read_integers (file, dataset, error);
  g_autofree char *found = NULL;
  gsize n = (gsize) dataset->dims[0];
  gint32 *epochs;
  gsize index;

  if (integers == NULL)
    return NULL;

  if (find_outside (dataset, integers, G_MININT32, G_MAXINT32, &index, &found))
    {
      g_set_error (error, SEESAW_ERROR, SEESAW_ERROR_TYPE,
                   _ ("%s[%zu] is %s, expected the number of an epoch, from %d to %d"),
                   dataset->path, index, found, G_MININT32, G_MAXINT32);
      return NULL;
    }

  epochs = g_new (gint32, MAX (n, 1));
  for (gsize i = 0; i < n; i++)
    epochs[i] = (gint32) integers[i];

  return epochs;
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
  g_autofree gint64 *integers = read_integers (file, dataset, error);
  g_autofree char *found = NULL;
  gsize n = (gsize) dataset->dims[0];
  gint32 *labels;
  gsize index;

  if (integers == NULL)
    return NULL;

  if (find_outside (dataset, integers, G_MININT64, (gint64) n_classes - 1, &index, &found))
    {
      g_set_error (error, SEESAW_ERROR, SEESAW_ERROR_LABEL,
                   _ ("%s[%zu] is %s, expected a class from 0 to %zu, or −1 for no label"),
                   dataset->path, index, found, n_classes - 1);
      return NULL;
    }

  labels = g_new (gint32, MAX (n, 1));
  for (gsize i = 0; i < n; i++)
    labels[i] = integers[i] < 0 ? -1 : (gint32) integers[i];

  return labels;
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
  g_autofree gint64 *integers = read_integers (file, dataset, error);
  g_autofree char *found = NULL;
  gsize n = (gsize) dataset->dims[0];
  guint8 *mask;
  gsize index;

  if (integers == NULL)
    return NULL;

  if (find_outside (dataset, integers, 0, 1, &index, &found))
    {
      g_set_error (error, SEESAW_ERROR, SEESAW_ERROR_TYPE,
                   _ ("%s[%zu] is %s, expected 1 (seen) or 0 (unseen)"), dataset->path, index,
                   found);
      return NULL;
    }

  mask = g_new (guint8, MAX (n, 1));
  for (gsize i = 0; i < n; i++)
    mask[i] = (guint8) integers[i];

  return mask;
}
