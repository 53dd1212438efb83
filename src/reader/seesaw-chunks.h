/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-hdf5.h"

G_BEGIN_DECLS

/**
 * SeesawSlab:
 * @dims: [epochs, rows, values of a row]
 * @chunk: shape of a chunk in the same terms
 * @axis: which dimension of the dataset each is; −1 for none
 *
 * A dataset of any rank in three dimensions.
 */
typedef struct
{
  gsize dims[SEESAW_MAX_RANK];
  gsize chunk[SEESAW_MAX_RANK];
  int axis[SEESAW_MAX_RANK];
} SeesawSlab;

/**
 * SeesawRows:
 * @epoch: index of the epoch
 * @first: first row; the first of a chunk
 * @n_rows: number of rows
 * @values: where they go, `[n_rows, dims[2]]`
 */
typedef struct
{
  gsize epoch;
  gsize first;
  gsize n_rows;
  gpointer values;
} SeesawRows;

gboolean seesaw_chunks_read (const SeesawDataset *dataset,
                             const SeesawSlab *slab,
                             const SeesawRows *rows,
                             GError **error);
void seesaw_swap_bytes (gpointer values, gsize n_values, gsize value_size);

G_END_DECLS
