/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Opening a dataset, and looking at everything about it that could lead astray before a value is
 * read: where it is stored, through which filters it goes, how large it claims to be.
 */

#include "config.h"

#include "seesaw-hdf5.h"

#include "seesaw-error.h"

#include <glib/gi18n-lib.h>

/* A link that leads out of the file is refused; the class of external links is unregistered, so
 * that soft links cannot lead there either.
 */
static gboolean
check_links (SeesawFile *file, const char *path, gboolean *missing, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (path + 1, "/", -1);
  g_autoptr (GString) prefix = g_string_new (NULL);

  for (gsize i = 0; parts[i] != NULL; i++)
    {
      H5L_info_t info;

      g_string_append_printf (prefix, "/%s", parts[i]);
      *missing = H5Lexists (file->id, prefix->str, H5P_DEFAULT) <= 0;
      if (*missing)
        return FALSE;

      if (H5Lget_info (file->id, prefix->str, &info, H5P_DEFAULT) < 0 ||
          (info.type != H5L_TYPE_HARD && info.type != H5L_TYPE_SOFT))
        {
          g_set_error (error, SEESAW_ERROR, SEESAW_ERROR_UNSUPPORTED,
                       _ ("%s is a link to another file, expected it in this one"), prefix->str);
          return FALSE;
        }
    }

  return TRUE;
}

static hid_t
open_object (SeesawFile *file, const char *path, GError **error)
{
  hid_t id = H5Oopen (file->id, path, H5P_DEFAULT);

  if (id >= 0 && H5Iget_type (id) == H5I_DATASET)
    return id;

  if (id >= 0)
    H5Oclose (id);
  g_set_error (error, SEESAW_ERROR, id >= 0 ? SEESAW_ERROR_TYPE : SEESAW_ERROR_DAMAGED,
               id >= 0 ? _ ("%s is a group, expected a dataset")
                       : _ ("%s cannot be opened; the file is probably damaged, or the link leads "
                            "nowhere"),
               path);

  return H5I_INVALID_HID;
}

static gboolean
is_half (hid_t type)
{
  size_t sign;
  size_t exponent;
  size_t exponent_size;
  size_t mantissa;
  size_t mantissa_size;

  return H5Tget_size (type) == 2 &&
         H5Tget_fields (type, &sign, &exponent, &exponent_size, &mantissa, &mantissa_size) >= 0 &&
         sign == 15 && exponent == 10 && exponent_size == 5 && mantissa == 0 &&
         mantissa_size == 10 && H5Tget_ebias (type) == 15;
}

static gboolean
is_ieee (hid_t type)
{
  return is_half (type) || H5Tequal (type, H5T_IEEE_F32LE) > 0 ||
         H5Tequal (type, H5T_IEEE_F32BE) > 0 || H5Tequal (type, H5T_IEEE_F64LE) > 0 ||
         H5Tequal (type, H5T_IEEE_F64BE) > 0;
}

static void
inspect_integer (SeesawDataset *self, hid_t type)
{
  gboolean usual = self->value_size == 1 || self->value_size == 2 || self->value_size == 4 ||
                   self->value_size == 8;

  if (!usual || H5Tget_precision (type) != 8 * self->value_size)
    return;

  self->kind = SEESAW_VALUE_INTEGER;
  self->is_signed = H5Tget_sign (type) == H5T_SGN_2;
  self->swapped = self->value_size > 1 && H5Tget_order (type) != H5Tget_order (H5T_NATIVE_INT);
}

static void
inspect_type (SeesawDataset *self)
{
  hid_t base;

  self->kind = SEESAW_VALUE_OTHER;
  self->value_size = H5Tget_size (self->type);

  switch ((int) H5Tget_class (self->type))
    {
    case H5T_FLOAT:
      if (is_ieee (self->type))
        self->kind = SEESAW_VALUE_FLOAT;
      self->swapped = H5Tget_order (self->type) != H5Tget_order (H5T_NATIVE_INT);
      break;

    case H5T_INTEGER:
      inspect_integer (self, self->type);
      break;

    case H5T_ENUM: /* what h5py makes of a Boolean */
      base = H5Tget_super (self->type);
      inspect_integer (self, base);
      H5Tclose (base);
      break;

    case H5T_STRING:
      self->kind = SEESAW_VALUE_STRING;
      break;

    default:
      break;
    }
}

static gboolean
inspect_shape (SeesawDataset *self, GError **error)
{
  hsize_t largest[H5S_MAX_RANK] = { 0 };
  hid_t space = H5Dget_space (self->id);
  guint64 bytes = self->value_size;
  gboolean countable = TRUE;

  if (H5Sget_simple_extent_type (space) == H5S_SIMPLE)
    self->rank = MAX (H5Sget_simple_extent_dims (space, self->dims, largest), 0);
  H5Sclose (space);

  self->extensible = largest[0] == H5S_UNLIMITED || largest[0] > self->dims[0];
  for (int i = 0; i < self->rank; i++)
    countable = countable && g_uint64_checked_mul (&bytes, bytes, self->dims[i]);

  if (!countable || bytes > G_MAXINT64)
    {
      g_autofree char *shape = seesaw_dataset_describe_shape (self);

      g_set_error (error, SEESAW_ERROR, SEESAW_ERROR_DAMAGED,
                   _ ("%s claims the impossible shape %s"), self->path, shape);
      return FALSE;
    }

  return TRUE;
}

static gboolean
refuse_filter (SeesawDataset *self, H5Z_filter_t filter, const char *name, GError **error)
{
  gboolean has_name = *name != '\0' && g_str_is_ascii (name);

  g_set_error (error, SEESAW_ERROR, SEESAW_ERROR_UNSUPPORTED,
               _ ("%s is compressed with filter %d (%s), which is not read; save it with gzip or "
                  "without compression"),
               self->path, (int) filter, has_name ? name : "?");

  return FALSE;
}

static gboolean
inspect_filters (SeesawDataset *self, hid_t creation, GError **error)
{
  self->n_filters = H5Pget_nfilters (creation);

  for (int i = 0; i < self->n_filters; i++)
    {
      char name[64] = "";
      size_t n_values = 0;
      unsigned flags;
      H5Z_filter_t filter = H5Pget_filter2 (creation, (unsigned) i, &flags, &n_values, NULL,
                                            sizeof name - 1, name, NULL);

      if (i >= SEESAW_MAX_FILTERS || filter < 0 || filter > H5Z_FILTER_SCALEOFFSET ||
          H5Zfilter_avail (filter) <= 0)
        return refuse_filter (self, filter, name, error);

      self->filters[i] = filter;
    }

  return TRUE;
}

static gboolean
inspect_storage (SeesawDataset *self, GError **error)
{
  hid_t creation = H5Dget_create_plist (self->id);
  gboolean elsewhere;
  gboolean ok;

  self->layout = H5Pget_layout (creation);
  elsewhere = self->layout == H5D_VIRTUAL ||
              (self->layout == H5D_CONTIGUOUS && H5Pget_external_count (creation) > 0);
  if (self->layout == H5D_CHUNKED &&
      H5Pget_chunk (creation, H5S_MAX_RANK, self->chunk) != self->rank)
    self->layout = H5D_LAYOUT_ERROR;

  if (elsewhere || self->layout < H5D_COMPACT)
    g_set_error (error, SEESAW_ERROR, elsewhere ? SEESAW_ERROR_UNSUPPORTED : SEESAW_ERROR_DAMAGED,
                 elsewhere ? _ ("%s is stored in other files, expected it in this one; copy it "
                                "with h5repack")
                           : _ ("%s has a damaged storage layout"),
                 self->path);
  ok = !elsewhere && self->layout >= H5D_COMPACT && inspect_filters (self, creation, error);
  H5Pclose (creation);

  return ok;
}

/**
 * seesaw_dataset_open:
 * @file: an open file
 * @path: absolute path of the dataset
 * @missing: (out): whether there is nothing at @path
 * @error: return location for a `SEESAW_ERROR`
 *
 * Opens a dataset and checks how it is stored; reads no value. Follows no link out of the file.
 *
 * Returns: (transfer full): the dataset, or %NULL with @missing or @error set
 */
SeesawDataset *
seesaw_dataset_open (SeesawFile *file, const char *path, gboolean *missing, GError **error)
{
  g_autoptr (SeesawDataset) self = NULL;
  hid_t id;

  *missing = FALSE;
  if (!check_links (file, path, missing, error))
    return NULL;

  id = open_object (file, path, error);
  if (id < 0)
    return NULL;

  self = g_new0 (SeesawDataset, 1);
  self->path = g_strdup (path);
  self->id = id;
  self->type = H5Dget_type (id);
  inspect_type (self);
  if (!inspect_shape (self, error) || !inspect_storage (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * seesaw_dataset_free:
 * @self: (transfer full): the dataset
 */
void
seesaw_dataset_free (SeesawDataset *self)
{
  H5Tclose (self->type);
  H5Dclose (self->id);
  g_free (self->path);
  g_free (self);
}

/**
 * seesaw_dataset_check_claim:
 * @n_values: how many values will be needed at least; all, or those of one epoch
 * @error: return location for a `SEESAW_ERROR`
 *
 * To be asked before memory is taken for that many values.
 *
 * Returns: whether so many can be stored in the file
 */
gboolean
seesaw_dataset_check_claim (const SeesawDataset *self, guint64 n_values, GError **error)
{
  guint64 claimed = n_values * self->value_size;
  guint64 stored = H5Dget_storage_size (self->id);
  guint64 factor = self->n_filters > 0 ? SEESAW_MAX_COMPRESSION : 1;

  if (claimed / factor <= stored)
    return TRUE;

  g_set_error (error, SEESAW_ERROR, SEESAW_ERROR_DAMAGED,
               _ ("%s claims %zu bytes, but only %zu are stored"), self->path, (gsize) claimed,
               (gsize) stored);

  return FALSE;
}

/**
 * seesaw_dataset_count:
 *
 * Returns: number of values
 */
guint64
seesaw_dataset_count (const SeesawDataset *self)
{
  guint64 count = 1;

  for (int i = 0; i < self->rank; i++)
    count *= self->dims[i];

  return count;
}
