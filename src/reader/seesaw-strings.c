/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Strings of fixed and of variable length. */

#include "config.h"

#include "seesaw-hdf5.h"

#include "seesaw-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static char **
read_variable_strings (const SeesawDataset *self, gsize n)
{
  g_autofree char **texts = g_new0 (char *, n);
  char **strings = NULL;
  hid_t memory = H5Tcopy (H5T_C_S1);
  hid_t space = H5Dget_space (self->id);

  H5Tset_size (memory, H5T_VARIABLE);
  H5Tset_cset (memory, H5Tget_cset (self->type));
  if (H5Dread (self->id, memory, H5S_ALL, H5S_ALL, H5P_DEFAULT, texts) >= 0)
    {
      strings = g_new0 (char *, n + 1);
      for (gsize i = 0; i < n; i++)
        strings[i] = g_utf8_make_valid (texts[i] != NULL ? texts[i] : "", -1);
      H5Dvlen_reclaim (memory, space, H5P_DEFAULT, texts);
    }
  H5Sclose (space);
  H5Tclose (memory);

  return strings;
}

static char **
read_fixed_strings (const SeesawDataset *self, gsize n)
{
  g_autofree char *texts = g_malloc0 (n * self->value_size + 1);
  char **strings;

  if (H5Dread (self->id, self->type, H5S_ALL, H5S_ALL, H5P_DEFAULT, texts) < 0)
    return NULL;

  strings = g_new0 (char *, n + 1);
  for (gsize i = 0; i < n; i++)
    {
      const char *text = texts + i * self->value_size;

      strings[i] = g_utf8_make_valid (text, (gssize) strnlen (text, self->value_size));
      g_strchomp (strings[i]);
    }

  return strings;
}

/**
 * seesaw_dataset_read_strings:
 * @error: return location for a `SEESAW_ERROR`
 *
 * Returns: (transfer full): all strings of a dataset of kind `SEESAW_VALUE_STRING`, made valid
 *   UTF-8, or %NULL with @error set
 */
char **
seesaw_dataset_read_strings (const SeesawDataset *self, GError **error)
{
  guint64 n = seesaw_dataset_count (self);
  char **strings = NULL;

  if (n * self->value_size <= SEESAW_MAX_COMPRESSION * (guint64) H5Dget_storage_size (self->id))
    strings = H5Tis_variable_str (self->type) > 0 ? read_variable_strings (self, n)
                                                  : read_fixed_strings (self, n);

  if (strings == NULL)
    g_set_error (error, SEESAW_ERROR, SEESAW_ERROR_DAMAGED,
                 _ ("the strings of %s cannot be read; the file is probably damaged"), self->path);

  return strings;
}
