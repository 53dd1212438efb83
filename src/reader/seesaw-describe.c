/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Datasets in a few words, for people. */

#include "config.h"

#include "seesaw-hdf5.h"

static char *
describe_dims (const hsize_t *dims, int rank)
{
  g_autoptr (GString) text = g_string_new ("[");

  for (int i = 0; i < rank; i++)
    g_string_append_printf (text, "%s%zu", i > 0 ? ", " : "", (gsize) dims[i]);
  g_string_append_c (text, ']');

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * seesaw_dataset_describe_shape:
 *
 * Returns: (transfer full): its shape, such as "[11, 1475, 100]"
 */
char *
seesaw_dataset_describe_shape (const SeesawDataset *self)
{
  return describe_dims (self->dims, self->rank);
}

/* Such as bfloat16, or long double as numpy stores it. */
static void
append_unusual_float (hid_t type, GString *text)
{
  size_t sign;
  size_t exponent;
  size_t exponent_size = 0;
  size_t mantissa;
  size_t mantissa_size = 0;

  H5Tget_fields (type, &sign, &exponent, &exponent_size, &mantissa, &mantissa_size);
  g_string_append_printf (text, " float%zu with %zu bits of exponent and %zu of mantissa",
                          8 * H5Tget_size (type), exponent_size, mantissa_size);
}

/* Complex numbers of h5py are compounds. */
static void
append_unsupported (hid_t type, GString *text)
{
  static const char *const names[H5T_NCLASSES] = {
    [H5T_INTEGER] = "integer",  [H5T_TIME] = "time",         [H5T_BITFIELD] = "bit field",
    [H5T_OPAQUE] = "opaque",    [H5T_COMPOUND] = "compound", [H5T_REFERENCE] = "reference",
    [H5T_ENUM] = "enumeration", [H5T_ARRAY] = "array",
  };
  int class = (int) H5Tget_class (type);

  /* A class is negative if the type is damaged. */
  if (class == H5T_FLOAT)
    append_unusual_float (type, text);
  else if (class == H5T_VLEN)
    g_string_append (text, " sequences of any length");
  else if (class >= 0 && class < H5T_NCLASSES && names[class] != NULL)
    g_string_append_printf (text, " %s of %zu bits", names[class],
                            class == H5T_INTEGER ? H5Tget_precision (type)
                                                 : 8 * H5Tget_size (type));
  else
    g_string_append_printf (text, " unknown type of %zu bits", 8 * H5Tget_size (type));
}

static void
append_type (const SeesawDataset *self, GString *text)
{
  switch (self->kind)
    {
    case SEESAW_VALUE_FLOAT:
      g_string_append_printf (text, " float%zu", 8 * self->value_size);
      break;
    case SEESAW_VALUE_INTEGER:
      g_string_append_printf (text, " %sint%zu", self->is_signed ? "" : "u", 8 * self->value_size);
      break;
    case SEESAW_VALUE_STRING:
      g_string_append (text, " string");
      break;
    case SEESAW_VALUE_OTHER:
      append_unsupported (self->type, text);
      break;
    default:
      g_assert_not_reached ();
    }

  if (self->swapped)
    g_string_append (text, G_BYTE_ORDER == G_LITTLE_ENDIAN ? " big-endian" : " little-endian");
}

/**
 * seesaw_dataset_describe:
 *
 * Returns: (transfer full): shape, type and storage in a few words
 */
char *
seesaw_dataset_describe (const SeesawDataset *self)
{
  static const char *const filters[] = { "",     "deflate", "shuffle",    "fletcher32",
                                         "szip", "nbit",    "scaleoffset" };
  g_autofree char *shape = self->rank > 0 ? seesaw_dataset_describe_shape (self) : g_strdup ("one");
  g_autoptr (GString) text = g_string_new (shape);

  append_type (self, text);
  if (self->layout == H5D_CHUNKED)
    {
      g_autofree char *chunk = describe_dims (self->chunk, self->rank);

      g_string_append_printf (text, ", chunks %s", chunk);
    }
  for (int i = 0; i < self->n_filters; i++)
    g_string_append_printf (text, ", %s", filters[self->filters[i]]);

  return g_string_free (g_steal_pointer (&text), FALSE);
}
