/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A dataset of another shape or type than its role asks for: the sentence tells what was found. */

#include "fixture.h"

#include <glib/gstdio.h>

typedef struct
{
  const char *name;
  const char *dataset;
  hid_t (*new_type) (void);
  int rank; /* 0: a single value; −1: not even that */
  hsize_t dims[4];
  SeesawError code;
  const char *says;
} Wrong;

static char *folder;

static hid_t
new_int (void)
{
  return H5Tcopy (H5T_STD_I32LE);
}

static hid_t
new_float (void)
{
  return H5Tcopy (H5T_IEEE_F32LE);
}

static hid_t
new_long_double (void)
{
  return H5Tcopy (H5T_NATIVE_LDOUBLE);
}

/* As h5py writes complex64. */
static hid_t
new_complex (void)
{
  hid_t type = H5Tcreate (H5T_COMPOUND, 8);

  H5Tinsert (type, "r", 0, H5T_IEEE_F32LE);
  H5Tinsert (type, "i", 4, H5T_IEEE_F32LE);

  return type;
}

static hid_t
new_bfloat16 (void)
{
  hid_t type = H5Tcopy (H5T_IEEE_F32LE);

  H5Tset_fields (type, 15, 7, 8, 0, 7);
  H5Tset_size (type, 2);
  H5Tset_ebias (type, 127);

  return type;
}

static hid_t
new_odd_integer (void)
{
  hid_t type = new_int ();

  H5Tset_precision (type, 17);

  return type;
}

static hid_t
new_opaque (void)
{
  return H5Tcreate (H5T_OPAQUE, 3);
}

static hid_t
new_sequence (void)
{
  return H5Tvlen_create (H5T_IEEE_F32LE);
}

#define E FIXTURE_EPOCHS
#define N FIXTURE_SAMPLES
#define C FIXTURE_CLASSES
#define SHAPE SEESAW_ERROR_SHAPE
#define EMPTY SEESAW_ERROR_EMPTY
#define TYPE SEESAW_ERROR_TYPE

static const Wrong wrongs[] = {
  { "flat-logit", "test/logit", new_float, 2, { N, C }, SHAPE, "has the shape [53, 7], expected" },
  { "deep-logit",
    "test/logit",
    new_float,
    4,
    { E, N, C, 1 },
    SHAPE,
    "/test/logit has the shape [3, 53, 7, 1], expected [E = 3, N = 53, C = 7]" },
  { "deep-label", "test/label", new_int, 4, { N, 1, 1, 1 }, SHAPE, "[53, 1, 1, 1], expected [N]" },
  { "single-logit",
    "test/logit",
    new_float,
    0,
    { 0 },
    SHAPE,
    "/test/logit is a single value, expected the shape [E = 3, N = 53, C = 7]" },
  { "single-label",
    "test/label",
    new_int,
    0,
    { 0 },
    SHAPE,
    "/test/label is a single value, expected the shape [N]" },
  { "single-epoch", "epoch", new_int, 0, { 0 }, SHAPE, "/epoch is a single value" },
  { "null-label", "test/label", new_int, -1, { 0 }, SHAPE, "/test/label has no values" },
  { "no-epochs", "epoch", new_int, 1, { 0 }, EMPTY, "/epoch is empty: it has the shape [0]" },
  { "no-classes", "class/seen", new_int, 1, { 0 }, EMPTY, "expected [C]" },
  { "no-labels", "test/label", new_int, 1, { 0 }, EMPTY, "it has the shape [0], expected [N]" },
  { "no-logit-epochs",
    "test/logit",
    new_float,
    3,
    { 0, N, C },
    EMPTY,
    "/test/logit is empty: it has the shape [0, 53, 7], expected [E = 3, N = 53, C = 7]" },
  { "no-logit-classes", "test/logit", new_float, 3, { E, N, 0 }, EMPTY, "[3, 53, 0], expected" },
  { "integer", "test/logit", new_int, 3, { E, N, C }, TYPE, "[3, 53, 7] int32, expected float16" },
  { "complex",
    "test/logit",
    new_complex,
    3,
    { E, N, C },
    TYPE,
    "/test/logit is [3, 53, 7] compound of 64 bits, expected float16" },
  { "bfloat16",
    "test/logit",
    new_bfloat16,
    3,
    { E, N, C },
    TYPE,
    "float16 with 8 bits of exponent and 7 of mantissa" },
  { "long-double", "test/logit", new_long_double, 3, { E, N, C }, TYPE, "bits of exponent" },
  { "odd-integer", "test/label", new_odd_integer, 1, { N }, TYPE, "integer of 17 bits" },
  { "opaque", "test/label", new_opaque, 1, { N }, TYPE, "opaque of 24 bits" },
  { "sequence", "test/logit", new_sequence, 1, { E }, TYPE, "sequences" },
};

static void
spoil (const Wrong *wrong, const char *path)
{
  hid_t file = fixture_reopen (path);
  hid_t type = wrong->new_type ();
  hid_t space = wrong->rank > 0 ? H5Screate_simple (wrong->rank, wrong->dims, NULL)
                                : H5Screate (wrong->rank < 0 ? H5S_NULL : H5S_SCALAR);

  H5Ldelete (file, wrong->dataset, H5P_DEFAULT);
  H5Dclose (H5Dcreate2 (file, wrong->dataset, type, space, H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT));
  H5Sclose (space);
  H5Tclose (type);
  H5Fclose (file);
}

static void
test_wrong (gconstpointer data)
{
  const Wrong *wrong = data;
  g_autofree char *path = fixture_new_path (folder, wrong->name);

  fixture_write (path, &fixture_plain);
  spoil (wrong, path);
  fixture_assert_fails (path, wrong->code, wrong->says);
  g_unlink (path);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  fixture_add_cases ("/shapes/", wrongs, G_N_ELEMENTS (wrongs), sizeof *wrongs, test_wrong);

  return fixture_run (&folder);
}
