/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>
#include <hdf5.h>

G_BEGIN_DECLS

/* Datasets of a run have at most three dimensions: [epoch, sample, class]. */
#define SEESAW_MAX_RANK 3
#define SEESAW_MAX_FILTERS 8

/* Deflate cannot do better: a dataset that claims more than its storage times this is not what it
 * says. */
#define SEESAW_MAX_COMPRESSION 1032

/**
 * SeesawFile:
 * @id: the open HDF5 file
 * @fd: the same file, for mapping
 * @size: its size in bytes
 */
typedef struct
{
  hid_t id;
  int fd;
  guint64 size;
} SeesawFile;

/**
 * SeesawValueKind:
 * @SEESAW_VALUE_FLOAT: IEEE 754, of 2, 4 or 8 bytes
 * @SEESAW_VALUE_INTEGER: of 1, 2, 4 or 8 bytes; Booleans too
 * @SEESAW_VALUE_STRING: strings of fixed or variable length
 * @SEESAW_VALUE_OTHER: anything else
 */
typedef enum
{
  SEESAW_VALUE_FLOAT,
  SEESAW_VALUE_INTEGER,
  SEESAW_VALUE_STRING,
  SEESAW_VALUE_OTHER,
} SeesawValueKind;

/**
 * SeesawDataset:
 * @path: absolute path in the file
 * @id: the open dataset
 * @type: its type in the file
 * @kind: what its values are
 * @value_size: bytes of one value
 * @is_signed: whether integers are signed
 * @swapped: whether values are in the other byte order
 * @rank: number of dimensions; 0 if it is no array
 * @dims: its shape
 * @extensible: whether the first dimension may grow
 * @layout: how it is stored: compact, contiguous or chunked
 * @chunk: shape of a chunk
 * @filters: what a chunk goes through when it is written
 *
 * A dataset that is safe to read: stored in this file, by known filters, and not claiming more
 * bytes than can be counted.
 */
typedef struct
{
  char *path;
  hid_t id;
  hid_t type;
  SeesawValueKind kind;
  gsize value_size;
  gboolean is_signed;
  gboolean swapped;
  int rank;
  hsize_t dims[H5S_MAX_RANK];
  gboolean extensible;
  H5D_layout_t layout;
  hsize_t chunk[H5S_MAX_RANK];
  H5Z_filter_t filters[SEESAW_MAX_FILTERS];
  int n_filters;
} SeesawDataset;

SeesawFile *seesaw_file_open (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void seesaw_file_free (SeesawFile *self);

SeesawDataset *
seesaw_dataset_open (SeesawFile *file, const char *path, gboolean *missing, GError **error);
void seesaw_dataset_free (SeesawDataset *self);

guint64 seesaw_dataset_count (const SeesawDataset *self);
gboolean seesaw_dataset_check_claim (const SeesawDataset *self, guint64 n_values, GError **error);
char *seesaw_dataset_describe (const SeesawDataset *self);
char *seesaw_dataset_describe_shape (const SeesawDataset *self);
char **
seesaw_dataset_read_strings (const SeesawDataset *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;

GVariant *seesaw_file_read_attributes (SeesawFile *file);
gboolean seesaw_file_check_format (SeesawFile *file, GVariantDict *attributes, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SeesawFile, seesaw_file_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SeesawDataset, seesaw_dataset_free)

G_END_DECLS
