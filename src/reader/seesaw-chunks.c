/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Chunks are read raw, one by one, since HDF5 holds a global lock; but what is costly, inflating
 * and unshuffling, is done here on all cores. A chunk must inflate to exactly its size: HDF5 itself
 * does not check that.
 */

#include "config.h"

#include "seesaw-chunks.h"

#include "seesaw-error.h"
#include "seesaw-parallel.h"

#include <glib/gi18n-lib.h>
#include <libdeflate.h>
#include <string.h>

#define CHUNKS_AT_ONCE 16

/* A raw chunk may be a little larger than its values, where those do not compress. */
#define RAW_SLACK(bytes) ((bytes) + (bytes) / 8 + 65536)

typedef struct
{
  gsize row;    /* of the slab, where the chunk begins */
  gsize column; /* likewise */
  guint8 *raw;
  gsize raw_size;
  guint32 skipped; /* bit i: filter i was not applied */
  gboolean damaged;
} Chunk;

typedef struct
{
  const SeesawDataset *dataset;
  const SeesawSlab *slab;
  const SeesawRows *rows;
  gsize chunk_size;
  Chunk chunks[CHUNKS_AT_ONCE];
  gsize n_chunks;
} Batch;

static gboolean
fail_chunk (const Batch *batch, const Chunk *chunk, const char *what, GError **error)
{
  g_set_error (error, SEESAW_ERROR, SEESAW_ERROR_DAMAGED,
               _ ("the chunk of %s at epoch %zu, row %zu, column %zu %s"), batch->dataset->path,
               batch->rows->epoch, chunk->row, chunk->column, what);

  return FALSE;
}

static gboolean
read_raw (const Batch *batch, Chunk *chunk, GError **error)
{
  const SeesawSlab *slab = batch->slab;
  const gsize origin[] = { batch->rows->epoch / slab->chunk[0] * slab->chunk[0], chunk->row,
                           chunk->column };
  hsize_t offset[SEESAW_MAX_RANK];
  hsize_t size = 0;

  for (int i = 0; i < SEESAW_MAX_RANK; i++)
    if (slab->axis[i] >= 0)
      offset[slab->axis[i]] = origin[i];

  if (H5Dget_chunk_storage_size (batch->dataset->id, offset, &size) < 0 || size == 0)
    return fail_chunk (batch, chunk, _ ("was never written"), error);
  if (size > RAW_SLACK (batch->chunk_size))
    return fail_chunk (batch, chunk, _ ("claims more bytes than its values can take"), error);

  chunk->raw_size = (gsize) size;
  chunk->raw = g_malloc (chunk->raw_size);
  if (H5Dread_chunk (batch->dataset->id, H5P_DEFAULT, offset, &chunk->skipped, chunk->raw) < 0)
    return fail_chunk (batch, chunk, _ ("cannot be read; the file is probably damaged"), error);

  return TRUE;
}

/* Byte b of value i was stored at b · n_values + i. */
static guint8 *
unshuffle (const guint8 *stored, gsize size, gsize value_size)
{
  guint8 *values = g_malloc (size);
  gsize n_values = size / value_size;

  for (gsize b = 0; b < value_size; b++)
    for (gsize i = 0; i < n_values; i++)
      values[i * value_size + b] = stored[b * n_values + i];
  memcpy (values + n_values * value_size, stored + n_values * value_size, size % value_size);

  return values;
}

static guint8 *
inflate_exactly (const guint8 *stored, gsize stored_size, gsize size)
{
  struct libdeflate_decompressor *decompressor = libdeflate_alloc_decompressor ();
  guint8 *values = g_malloc (size);
  enum libdeflate_result result =
      libdeflate_zlib_decompress (decompressor, stored, stored_size, values, size, NULL);

  libdeflate_free_decompressor (decompressor);
  if (result != LIBDEFLATE_SUCCESS)
    g_clear_pointer (&values, g_free);

  return values;
}

/* Takes the filters back, last first; NULL if the chunk does not come out at its size. */
static guint8 *
undo_filters (const Batch *batch, Chunk *chunk)
{
  const SeesawDataset *dataset = batch->dataset;
  g_autofree guint8 *values = g_steal_pointer (&chunk->raw);
  gsize size = chunk->raw_size;

  for (int i = dataset->n_filters - 1; i >= 0; i--)
    {
      guint8 *undone;

      if (chunk->skipped & (1u << i))
        continue;

      if (dataset->filters[i] == H5Z_FILTER_DEFLATE)
        {
          undone = inflate_exactly (values, size, batch->chunk_size);
          size = batch->chunk_size;
        }
      else
        undone = unshuffle (values, size, dataset->value_size);

      g_free (values);
      values = undone;
      if (values == NULL)
        return NULL;
    }

  return size == batch->chunk_size ? g_steal_pointer (&values) : NULL;
}

/* Copies the rows that are wanted, and as much of each as lies within the dataset. */
static void
place_values (const Batch *batch, const Chunk *chunk, const guint8 *values)
{
  const SeesawSlab *slab = batch->slab;
  const SeesawRows *rows = batch->rows;
  gsize value_size = batch->dataset->value_size;
  gsize row_size = slab->dims[2] * value_size;
  gsize epoch = rows->epoch % slab->chunk[0];
  gsize end = MIN (chunk->row + slab->chunk[1], rows->first + rows->n_rows);
  gsize width = MIN (slab->chunk[2], slab->dims[2] - chunk->column) * value_size;

  for (gsize row = chunk->row; row < end; row++)
    {
      gsize from = (epoch * slab->chunk[1] + row - chunk->row) * slab->chunk[2] * value_size;
      gsize to = (row - rows->first) * row_size + chunk->column * value_size;

      memcpy ((guint8 *) rows->values + to, values + from, width);
    }
}

static void
decode_chunks (gsize first, gsize n_chunks, gpointer user_data)
{
  Batch *batch = user_data;

  for (gsize i = first; i < first + n_chunks; i++)
    {
      Chunk *chunk = &batch->chunks[i];
      g_autofree guint8 *values = undo_filters (batch, chunk);

      chunk->damaged = values == NULL;
      if (!chunk->damaged)
        place_values (batch, chunk, values);
    }
}

static gboolean
finish_batch (Batch *batch, GError **error)
{
  gsize n_chunks = batch->n_chunks;

  seesaw_parallel_for (n_chunks, 1, decode_chunks, batch);
  batch->n_chunks = 0;

  for (gsize i = 0; i < n_chunks; i++)
    if (batch->chunks[i].damaged)
      return fail_chunk (batch, &batch->chunks[i],
                         _ ("does not decompress to its size; the file is damaged"), error);

  return TRUE;
}

/* Reads the chunk at @row and @column; works the batch off when it is full. */
static gboolean
take_chunk (Batch *batch, gsize row, gsize column, GError **error)
{
  Chunk *chunk = &batch->chunks[batch->n_chunks];

  *chunk = (Chunk){ .row = row, .column = column };
  if (!read_raw (batch, chunk, error))
    {
      g_clear_pointer (&chunk->raw, g_free);
      for (gsize i = 0; i < batch->n_chunks; i++)
        g_clear_pointer (&batch->chunks[i].raw, g_free);
      return FALSE;
    }

  return ++batch->n_chunks < CHUNKS_AT_ONCE || finish_batch (batch, error);
}

/**
 * seesaw_chunks_read:
 * @dataset: a chunked dataset, whose filters are deflate and shuffle at most
 * @slab: its dimensions
 * @rows: which rows to read, and where to
 * @error: return location for a `SEESAW_ERROR`
 *
 * Fails with `SEESAW_ERROR_DAMAGED` if a chunk is missing or does not decompress to its size.
 *
 * Returns: whether all rows were read
 */
gboolean
seesaw_chunks_read (const SeesawDataset *dataset,
                    const SeesawSlab *slab,
                    const SeesawRows *rows,
                    GError **error)
{
  Batch batch = { .dataset = dataset, .slab = slab, .rows = rows };

  batch.chunk_size = slab->chunk[0] * slab->chunk[1] * slab->chunk[2] * dataset->value_size;

  for (gsize row = rows->first; row < rows->first + rows->n_rows; row += slab->chunk[1])
    for (gsize column = 0; column < slab->dims[2]; column += slab->chunk[2])
      if (!take_chunk (&batch, row, column, error))
        return FALSE;

  return finish_batch (&batch, error);
}

/**
 * seesaw_swap_bytes:
 * @values: (inout): `[n_values]` of @value_size bytes each
 * @n_values: number of values
 * @value_size: 1, 2, 4 or 8
 *
 * Reverses the byte order of each value in place.
 */
void
seesaw_swap_bytes (gpointer values, gsize n_values, gsize value_size)
{
  guint16 *two = values;
  guint32 *four = values;
  guint64 *eight = values;

  for (gsize i = 0; i < n_values; i++)
    if (value_size == 2)
      two[i] = GUINT16_SWAP_LE_BE (two[i]);
    else if (value_size == 4)
      four[i] = GUINT32_SWAP_LE_BE (four[i]);
    else if (value_size == 8)
      eight[i] = GUINT64_SWAP_LE_BE (eight[i]);
}
