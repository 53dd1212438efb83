/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Three ways to the rows of a dataset, the fastest that its storage allows:
 *
 *   contiguous, our byte order     a window of the file is mapped; nothing is copied
 *   chunks of deflate and shuffle  raw chunks, undone on all cores
 *   anything else                  H5Dread, in the type of the file
 *
 * HDF5 never converts a value: it is slow at it, above all with half precision.
 */

#include "config.h"

#include "seesaw-blocks.h"

#include "seesaw-chunks.h"
#include "seesaw-error.h"
#include "seesaw-samples.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <sys/mman.h>
#include <unistd.h>

#define BLOCK_BYTES ((gsize) 16 << 20)
#define MAX_BLOCK_BYTES ((gsize) 1 << 30)

typedef enum
{
  ACCESS_MAP,
  ACCESS_CHUNKS,
  ACCESS_HDF5,
} Access;

struct _SeesawBlocks
{
  SeesawFile *file;
  const SeesawDataset *dataset;
  SeesawSlab slab;
  Access access;
  gsize row_size;
  gsize rows_at_once;
  guint64 offset; /* of a contiguous dataset in the file */
  gpointer buffer;
  gpointer window;
  gsize window_size;
};

/* The three dimensions of the slab, whatever the rank: @row_axis says which is the row. */
static void
spread_dims (const SeesawDataset *dataset, int row_axis, SeesawSlab *slab)
{
  for (int i = 0; i < SEESAW_MAX_RANK; i++)
    {
      int axis = i - 1 + row_axis;
      gboolean there = axis >= 0 && axis < dataset->rank;

      slab->axis[i] = there ? axis : -1;
      slab->dims[i] = there ? (gsize) dataset->dims[axis] : 1;
      slab->chunk[i] = there && dataset->layout == H5D_CHUNKED ? (gsize) dataset->chunk[axis] : 1;
    }
}

static gboolean
can_undo (const SeesawDataset *dataset)
{
  int n_deflate = 0;

  for (int i = 0; i < dataset->n_filters; i++)
    {
      n_deflate += dataset->filters[i] == H5Z_FILTER_DEFLATE;
      if (dataset->filters[i] != H5Z_FILTER_DEFLATE && dataset->filters[i] != H5Z_FILTER_SHUFFLE)
        return FALSE;
    }

  return n_deflate <= 1;
}

static gboolean
locate_contiguous (SeesawBlocks *self, GError **error)
{
  const SeesawDataset *dataset = self->dataset;
  guint64 bytes = seesaw_dataset_count (dataset) * dataset->value_size;
  haddr_t offset = H5Dget_offset (dataset->id);

  if (offset == HADDR_UNDEF)
    {
      g_set_error (error, SEESAW_ERROR, SEESAW_ERROR_EMPTY, _ ("%s was never written"),
                   dataset->path);
      return FALSE;
    }

  self->offset = offset;
  if (offset > self->file->size || bytes > self->file->size - offset)
    {
      g_set_error (error, SEESAW_ERROR, SEESAW_ERROR_DAMAGED,
                   _ ("%s reaches beyond the end of the file (%zu bytes); the file is cut short"),
                   dataset->path, (gsize) self->file->size);
      return FALSE;
    }

  return TRUE;
}

static gboolean
choose_access (SeesawBlocks *self, GError **error)
{
  const SeesawDataset *dataset = self->dataset;

  self->access = ACCESS_HDF5;

  if (dataset->layout == H5D_CONTIGUOUS)
    {
      if (!locate_contiguous (self, error))
        return FALSE;
      if (!dataset->swapped && self->offset % dataset->value_size == 0)
        self->access = ACCESS_MAP;
    }
  else if (dataset->layout == H5D_CHUNKED && can_undo (dataset))
    self->access = ACCESS_CHUNKS;

  return TRUE;
}

static gboolean
choose_block (SeesawBlocks *self, GError **error)
{
  const SeesawSlab *slab = &self->slab;
  gsize rows = seesaw_samples_get_range (MAX (BLOCK_BYTES / MAX (self->row_size, 1), 1));
  guint64 chunk_bytes = self->dataset->value_size;
  guint64 bytes;
  gboolean fits = TRUE;

  if (self->dataset->layout == H5D_CHUNKED)
    rows = MAX (rows / slab->chunk[1], 1) * slab->chunk[1];
  self->rows_at_once = MIN (rows, MAX (slab->dims[1], 1));

  for (int i = 0; i < SEESAW_MAX_RANK; i++)
    fits = fits && g_uint64_checked_mul (&chunk_bytes, chunk_bytes, slab->chunk[i]);
  fits = fits && g_uint64_checked_mul (&bytes, self->rows_at_once, self->row_size);

  if (!fits || bytes > MAX_BLOCK_BYTES || chunk_bytes > MAX_BLOCK_BYTES)
    {
      g_autofree char *storage = seesaw_dataset_describe (self->dataset);

      g_set_error (error, SEESAW_ERROR, SEESAW_ERROR_UNSUPPORTED,
                   _ ("%s is stored in chunks too large to read (%s); save it with smaller ones"),
                   self->dataset->path, storage);
      return FALSE;
    }

  return TRUE;
}

/**
 * seesaw_blocks_new:
 * @file: the file
 * @dataset: a numeric dataset in it; must outlive the blocks
 * @row_axis: 1 if the dataset's dimensions are [epoch, row, ...]; 0 if they are [row, ...]
 * @error: return location for a `SEESAW_ERROR`
 *
 * Returns: (transfer full): blocks of @dataset, or %NULL with @error set
 */
SeesawBlocks *
seesaw_blocks_new (SeesawFile *file, const SeesawDataset *dataset, int row_axis, GError **error)
{
  g_autoptr (SeesawBlocks) self = g_new0 (SeesawBlocks, 1);

  self->file = file;
  self->dataset = dataset;
  spread_dims (dataset, row_axis, &self->slab);
  self->row_size = self->slab.dims[2] * dataset->value_size;

  if (!choose_access (self, error) || !choose_block (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

static void
unmap_window (SeesawBlocks *self)
{
  if (self->window != NULL)
    munmap (self->window, self->window_size);
  self->window = NULL;
}

/**
 * seesaw_blocks_free:
 * @self: (transfer full): the blocks
 */
void
seesaw_blocks_free (SeesawBlocks *self)
{
  unmap_window (self);
  g_free (self->buffer);
  g_free (self);
}

/**
 * seesaw_blocks_get_n_rows:
 *
 * Returns: rows of an epoch
 */
gsize
seesaw_blocks_get_n_rows (const SeesawBlocks *self)
{
  return self->slab.dims[1];
}

/**
 * seesaw_blocks_get_row_size:
 *
 * Returns: bytes of a row
 */
gsize
seesaw_blocks_get_row_size (const SeesawBlocks *self)
{
  return self->row_size;
}

/**
 * seesaw_blocks_get_rows_at_once:
 *
 * Returns: how many rows to ask for at a time, starting at row 0; ends on the borders of chunks
 */
gsize
seesaw_blocks_get_rows_at_once (const SeesawBlocks *self)
{
  return self->rows_at_once;
}

/* Only a window is mapped, so that resident memory does not grow with the file. */
static gconstpointer
map_rows (SeesawBlocks *self, gsize epoch, gsize first, gsize n_rows, GError **error)
{
  guint64 begin =
      self->offset + ((guint64) epoch * self->slab.dims[1] + first) * (guint64) self->row_size;
  guint64 page = (guint64) sysconf (_SC_PAGESIZE);
  guint64 aligned = begin / page * page;

  unmap_window (self);
  self->window_size = (gsize) (begin - aligned) + n_rows * self->row_size;
  self->window =
      mmap (NULL, self->window_size, PROT_READ, MAP_SHARED, self->file->fd, (off_t) aligned);
  if (self->window == MAP_FAILED)
    {
      self->window = NULL;
      g_set_error (error, SEESAW_ERROR, SEESAW_ERROR_ACCESS, _ ("%s cannot be mapped: %s"),
                   self->dataset->path, g_strerror (errno));
      return NULL;
    }

  return (const char *) self->window + (begin - aligned);
}

static gboolean
read_by_hdf5 (SeesawBlocks *self, gsize epoch, gsize first, gsize n_rows, GError **error)
{
  const gsize from[] = { epoch, first, 0 };
  const gsize many[] = { 1, n_rows, self->slab.dims[2] };
  hsize_t start[SEESAW_MAX_RANK];
  hsize_t count[SEESAW_MAX_RANK];
  hid_t space = H5Dget_space (self->dataset->id);
  hid_t memory;
  herr_t status;

  for (int i = 0; i < SEESAW_MAX_RANK; i++)
    if (self->slab.axis[i] >= 0)
      {
        start[self->slab.axis[i]] = from[i];
        count[self->slab.axis[i]] = many[i];
      }

  memory = H5Screate_simple (self->dataset->rank, count, NULL);
  H5Sselect_hyperslab (space, H5S_SELECT_SET, start, NULL, count, NULL);
  status =
      H5Dread (self->dataset->id, self->dataset->type, memory, space, H5P_DEFAULT, self->buffer);
  H5Sclose (memory);
  H5Sclose (space);

  if (status < 0)
    g_set_error (error, SEESAW_ERROR, SEESAW_ERROR_DAMAGED,
                 _ ("the values of %s cannot be read; the file is probably damaged"),
                 self->dataset->path);

  return status >= 0;
}

/**
 * seesaw_blocks_read:
 * @epoch: index of the epoch; 0 where the dataset has no epochs
 * @first_row: a multiple of seesaw_blocks_get_rows_at_once()
 * @n_rows: at most that many, and not beyond the last row
 * @error: return location for a `SEESAW_ERROR`
 *
 * Returns: (transfer none): `[n_rows, row_values]` in the byte order of the machine, valid until
 *   the next call, or %NULL with @error set
 */
gconstpointer
seesaw_blocks_read (SeesawBlocks *self, gsize epoch, gsize first_row, gsize n_rows, GError **error)
{
  gsize size = n_rows * self->row_size;

  if (self->access == ACCESS_MAP)
    return map_rows (self, epoch, first_row, n_rows, error);

  if (self->buffer == NULL)
    self->buffer = g_malloc (MAX (self->rows_at_once * self->row_size, 1));

  if (self->access == ACCESS_CHUNKS)
    {
      SeesawRows rows = { epoch, first_row, n_rows, self->buffer };

      if (!seesaw_chunks_read (self->dataset, &self->slab, &rows, error))
        return NULL;
    }
  else if (!read_by_hdf5 (self, epoch, first_row, n_rows, error))
    return NULL;

  if (self->dataset->swapped)
    seesaw_swap_bytes (self->buffer, size / self->dataset->value_size, self->dataset->value_size);

  return self->buffer;
}
