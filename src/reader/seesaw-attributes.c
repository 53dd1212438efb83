/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Attributes of the root group, as far as they can be shown: single strings and numbers. Two of
 * them tell a run from any other file.
 */

#include "config.h"

#include "seesaw-hdf5.h"

#include "seesaw-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_STRING 4096
#define FORMAT "seesaw"
#define FORMAT_VERSION 1

static GVariant *
new_string (const char *text, gsize length)
{
  g_autofree char *valid = g_utf8_make_valid (text, (gssize) length);

  return g_variant_new_string (valid);
}

static GVariant *
read_fixed_string (hid_t attribute, hid_t type)
{
  gsize size = H5Tget_size (type);
  g_autofree char *text = NULL;

  if (size > MAX_STRING)
    return NULL;

  text = g_malloc0 (size + 1);

  return H5Aread (attribute, type, text) < 0 ? NULL : new_string (text, strlen (text));
}

static GVariant *
read_variable_string (hid_t attribute, hid_t type)
{
  GVariant *value = NULL;
  char *text = NULL;
  hid_t memory = H5Tcopy (H5T_C_S1);

  H5Tset_size (memory, H5T_VARIABLE);
  H5Tset_cset (memory, H5Tget_cset (type));
  if (H5Aread (attribute, memory, &text) >= 0 && text != NULL)
    {
      value = new_string (text, strnlen (text, MAX_STRING));
      H5free_memory (text);
    }
  H5Tclose (memory);

  return value;
}

static GVariant *
read_value (hid_t attribute, hid_t type)
{
  gint64 integer;
  double real;

  switch ((int) H5Tget_class (type))
    {
    case H5T_STRING:
      return H5Tis_variable_str (type) > 0 ? read_variable_string (attribute, type)
                                           : read_fixed_string (attribute, type);

    case H5T_INTEGER:
      return H5Aread (attribute, H5T_NATIVE_INT64, &integer) < 0 ? NULL
                                                                 : g_variant_new_int64 (integer);

    case H5T_ENUM:
      {
        gint8 flag;

        if (H5Tget_size (type) != sizeof flag || H5Aread (attribute, type, &flag) < 0)
          return NULL;
        return g_variant_new_int64 (flag);
      }

    case H5T_FLOAT:
      return H5Aread (attribute, H5T_NATIVE_DOUBLE, &real) < 0 ? NULL : g_variant_new_double (real);

    default:
      return NULL;
    }
}

static herr_t
add_attribute (hid_t location, const char *name, const H5A_info_t *info, void *user_data)
{
  GVariantDict *dict = user_data;
  hid_t attribute = H5Aopen (location, name, H5P_DEFAULT);
  hid_t type = H5Aget_type (attribute);
  hid_t space = H5Aget_space (attribute);
  g_autofree char *key = g_utf8_make_valid (name, -1);

  if (space >= 0 && H5Sget_simple_extent_npoints (space) == 1)
    {
      GVariant *value = read_value (attribute, type);

      if (value != NULL)
        g_variant_dict_insert_value (dict, key, value);
    }

  H5Sclose (space);
  H5Tclose (type);
  H5Aclose (attribute);

  return 0;
}

/**
 * seesaw_file_read_attributes:
 * @file: an open file
 *
 * Returns: (transfer floating): `a{sv}` of the strings, int64s and doubles among the attributes of
 *   the root group
 */
GVariant *
seesaw_file_read_attributes (SeesawFile *file)
{
  g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);

  H5Aiterate2 (file->id, H5_INDEX_NAME, H5_ITER_INC, NULL, add_attribute, &dict);

  return g_variant_dict_end (&dict);
}

/* What is there in place of an attribute that was expected. */
static char *
describe_attribute (SeesawFile *file, GVariantDict *attributes, const char *name)
{
  g_autoptr (GVariant) value = g_variant_dict_lookup_value (attributes, name, NULL);
  g_autofree char *text = NULL;

  if (value == NULL)
    return g_strdup (H5Aexists (file->id, name) > 0 ? _ ("neither a text nor a number")
                                                    : _ ("missing"));

  if (g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
    {
      text = g_strdelimit (g_variant_dup_string (value, NULL), "\n\r", ' '); /* errors are a line */
      return g_strdup_printf (_ ("the text “%s”"), text);
    }

  return g_variant_print (value, FALSE);
}

/**
 * seesaw_file_check_format:
 * @file: an open file
 * @attributes: what seesaw_file_read_attributes() found in it
 * @error: return location for a `SEESAW_ERROR`
 *
 * Returns: whether it is a run, of a version that is known
 */
gboolean
seesaw_file_check_format (SeesawFile *file, GVariantDict *attributes, GError **error)
{
  g_autofree char *format = NULL;
  g_autofree char *found = NULL;
  gint64 version = 0;

  if (!g_variant_dict_lookup (attributes, "format", "s", &format) || !g_str_equal (format, FORMAT))
    {
      found = describe_attribute (file, attributes, "format");
      g_set_error (error, SEESAW_ERROR, SEESAW_ERROR_FORMAT,
                   _ ("this is HDF5, but not a run: the attribute “format” is %s, expected “%s”"),
                   found, FORMAT);
      return FALSE;
    }

  if (!g_variant_dict_lookup (attributes, "format_version", "x", &version) ||
      version != FORMAT_VERSION)
    {
      found = describe_attribute (file, attributes, "format_version");
      g_set_error (error, SEESAW_ERROR, SEESAW_ERROR_FORMAT,
                   _ ("the attribute “format_version” is %s, expected the number %d"), found,
                   FORMAT_VERSION);
      return FALSE;
    }

  return TRUE;
}
