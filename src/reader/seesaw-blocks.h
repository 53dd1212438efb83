/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-hdf5.h"

G_BEGIN_DECLS

/**
 * SeesawBlocks:
 *
 * A numeric dataset, seen as `[n_epochs, n_rows, row_values]` and read in blocks of rows of
 * bounded size, in the byte order of the machine. Fewer dimensions stand at the end or in the
 * middle as seesaw_blocks_new() is told.
 */
typedef struct _SeesawBlocks SeesawBlocks;

SeesawBlocks *
seesaw_blocks_new (SeesawFile *file, const SeesawDataset *dataset, int row_axis, GError **error);
void seesaw_blocks_free (SeesawBlocks *self);

gsize seesaw_blocks_get_n_rows (const SeesawBlocks *self);
gsize seesaw_blocks_get_row_size (const SeesawBlocks *self);
gsize seesaw_blocks_get_rows_at_once (const SeesawBlocks *self);
gconstpointer
seesaw_blocks_read (SeesawBlocks *self, gsize epoch, gsize first_row, gsize n_rows, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SeesawBlocks, seesaw_blocks_free)

G_END_DECLS
