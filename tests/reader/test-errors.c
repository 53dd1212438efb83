/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whatever is wrong with a file becomes a sentence that names the file and what is wrong. */

#include "fixture.h"

#include "seesaw-reader.h"

#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

static char *folder;

static void
no_format (const char *path, hid_t file)
{
  H5Adelete (file, "format");
}

static void
other_version (const char *path, hid_t file)
{
  hid_t attribute = H5Aopen (file, "format_version", H5P_DEFAULT);
  const gint64 two = 2;

  H5Awrite (attribute, H5T_NATIVE_INT64, &two);
  H5Aclose (attribute);
}

static void
replace_attribute (hid_t file, const char *name, hid_t type, hid_t space, const void *value)
{
  hid_t attribute;

  H5Adelete (file, name);
  attribute = H5Acreate2 (file, name, type, space, H5P_DEFAULT, H5P_DEFAULT);
  H5Awrite (attribute, type, value);
  H5Aclose (attribute);
  H5Sclose (space);
}

static void
text_version (const char *path, hid_t file)
{
  hid_t type = H5Tcopy (H5T_C_S1);

  H5Tset_size (type, 7);
  replace_attribute (file, "format_version", type, H5Screate (H5S_SCALAR), "one\ntwo");
  H5Tclose (type);
}

static void
no_version (const char *path, hid_t file)
{
  H5Adelete (file, "format_version");
}

static void
real_version (const char *path, hid_t file)
{
  const double version = 1.5;

  replace_attribute (file, "format_version", H5T_NATIVE_DOUBLE, H5Screate (H5S_SCALAR), &version);
}

static void
many_versions (const char *path, hid_t file)
{
  const hsize_t two = 2;
  const int versions[] = { 1, 1 };

  replace_attribute (file, "format_version", H5T_NATIVE_INT, H5Screate_simple (1, &two, NULL),
                     versions);
}

static void
number_format (const char *path, hid_t file)
{
  const int format = 7;

  replace_attribute (file, "format", H5T_NATIVE_INT, H5Screate (H5S_SCALAR), &format);
}

static void
no_logits (const char *path, hid_t file)
{
  H5Ldelete (file, "test/logit", H5P_DEFAULT);
}

static void
no_seen (const char *path, hid_t file)
{
  H5Ldelete (file, "class/seen", H5P_DEFAULT);
}

static void
group_for_dataset (const char *path, hid_t file)
{
  H5Ldelete (file, "test/label", H5P_DEFAULT);
  H5Gclose (H5Gcreate2 (file, "test/label", H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT));
}

static void
replace_vector (hid_t file, const char *path, hid_t type, hsize_t n, const void *values)
{
  fixture_replace (file, path, type, 1, &n, values);
}

static void
all_seen (const char *path, hid_t file)
{
  const guint8 seen[FIXTURE_CLASSES] = { 1, 1, 1, 1, 1, 1, 1 };

  replace_vector (file, "class/seen", H5T_NATIVE_UINT8, FIXTURE_CLASSES, seen);
}

static void
none_seen (const char *path, hid_t file)
{
  const guint8 seen[FIXTURE_CLASSES] = { 0 };

  replace_vector (file, "class/seen", H5T_NATIVE_UINT8, FIXTURE_CLASSES, seen);
}

static void
odd_mask (const char *path, hid_t file)
{
  const guint8 seen[FIXTURE_CLASSES] = { 0, 1, 2, 0, 0, 0, 0 };

  replace_vector (file, "class/seen", H5T_NATIVE_UINT8, FIXTURE_CLASSES, seen);
}

static void
fewer_classes (const char *path, hid_t file)
{
  const guint8 seen[] = { 0, 1, 0 };

  replace_vector (file, "class/seen", H5T_NATIVE_UINT8, 3, seen);
}

static void
label_too_large (const char *path, hid_t file)
{
  gint32 labels[FIXTURE_SAMPLES] = { 0 };

  labels[4] = FIXTURE_CLASSES;
  replace_vector (file, "test/label", H5T_NATIVE_INT32, FIXTURE_SAMPLES, labels);
}

static void
label_above_int64 (const char *path, hid_t file)
{
  guint64 labels[FIXTURE_SAMPLES] = { 0 };

  labels[4] = G_MAXUINT64;
  replace_vector (file, "test/label", H5T_NATIVE_UINT64, FIXTURE_SAMPLES, labels);
}

static void
mask_above_int64 (const char *path, hid_t file)
{
  const guint64 seen[FIXTURE_CLASSES] = { 1, 0, G_MAXUINT64 };

  replace_vector (file, "class/seen", H5T_NATIVE_UINT64, FIXTURE_CLASSES, seen);
}

static void
epoch_above_int32 (const char *path, hid_t file)
{
  const gint64 epochs[FIXTURE_EPOCHS] = { 0, 1, (gint64) 1 << 40 };

  replace_vector (file, "epoch", H5T_NATIVE_INT64, FIXTURE_EPOCHS, epochs);
}

static void
epoch_above_int64 (const char *path, hid_t file)
{
  const guint64 epochs[FIXTURE_EPOCHS] = { 0, G_MAXUINT64, 2 };

  replace_vector (file, "epoch", H5T_NATIVE_UINT64, FIXTURE_EPOCHS, epochs);
}

static void
fewer_labels (const char *path, hid_t file)
{
  const gint32 labels[FIXTURE_SAMPLES] = { 0 };

  replace_vector (file, "test/label", H5T_NATIVE_INT32, FIXTURE_SAMPLES - 1, labels);
}

static void
float_labels (const char *path, hid_t file)
{
  const float labels[FIXTURE_SAMPLES] = { 0 };

  replace_vector (file, "test/label", H5T_NATIVE_FLOAT, FIXTURE_SAMPLES, labels);
}

static void
no_samples (const char *path, hid_t file)
{
  const hsize_t dims[] = { FIXTURE_EPOCHS, 0, FIXTURE_CLASSES };

  replace_vector (file, "test/label", H5T_NATIVE_INT32, 0, NULL);
  fixture_replace (file, "test/logit", H5T_NATIVE_FLOAT, 3, dims, NULL);
}

static void
wrong_optional (const char *path, hid_t file)
{
  const hsize_t dims[] = { 1, 2, 3 };

  H5Gclose (H5Gcreate2 (file, "classifier", H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT));
  fixture_replace (file, "classifier/weight", H5T_NATIVE_FLOAT, 3, dims, NULL);
}

static const FixtureWrong wrongs[] = {
  { "no-format", no_format, SEESAW_ERROR_FORMAT, "“format” is missing, expected “seesaw”" },
  { "number-format", number_format, SEESAW_ERROR_FORMAT, "“format” is 7, expected “seesaw”" },
  { "no-version", no_version, SEESAW_ERROR_FORMAT, "“format_version” is missing" },
  { "other-version", other_version, SEESAW_ERROR_FORMAT, "is 2, expected the number 1" },
  { "text-version", text_version, SEESAW_ERROR_FORMAT,
    "is the text “one two”, expected the number 1" },
  { "real-version", real_version, SEESAW_ERROR_FORMAT, "is 1.5, expected the number 1" },
  { "many-versions", many_versions, SEESAW_ERROR_FORMAT, "is neither a text nor a number" },
  { "no-logits", no_logits, SEESAW_ERROR_MISSING, "/test/logit" },
  { "no-seen", no_seen, SEESAW_ERROR_MISSING, "/class/seen" },
  { "group-for-dataset", group_for_dataset, SEESAW_ERROR_TYPE, "/test/label is a group" },
  { "all-seen", all_seen, SEESAW_ERROR_EMPTY, "/class/seen: found 7 seen and 0 unseen" },
  { "none-seen", none_seen, SEESAW_ERROR_EMPTY, "/class/seen: found 0 seen and 7 unseen" },
  { "odd-mask", odd_mask, SEESAW_ERROR_TYPE, "/class/seen[2] is 2" },
  { "fewer-classes", fewer_classes, SEESAW_ERROR_SHAPE, "/test/logit has the shape [3, 53, 7]" },
  { "label-too-large", label_too_large, SEESAW_ERROR_LABEL, "/test/label[4] is 7" },
  { "label-above-int64", label_above_int64, SEESAW_ERROR_LABEL,
    "/test/label[4] is 18446744073709551615, expected a class from 0 to 6" },
  { "mask-above-int64", mask_above_int64, SEESAW_ERROR_TYPE, "[2] is 18446744073709551615" },
  { "epoch-above-int32", epoch_above_int32, SEESAW_ERROR_TYPE, "/epoch[2] is 1099511627776" },
  { "epoch-above-int64", epoch_above_int64, SEESAW_ERROR_TYPE, "[1] is 18446744073709551615" },
  { "fewer-labels", fewer_labels, SEESAW_ERROR_SHAPE, "expected [E = 3, N = 52, C = 7]" },
  { "float-labels", float_labels, SEESAW_ERROR_TYPE, "/test/label is [53] float32" },
  { "no-samples", no_samples, SEESAW_ERROR_EMPTY, "/test/label" },
  { "wrong-optional", wrong_optional, SEESAW_ERROR_SHAPE, "/classifier/weight" },
};

static void
test_wrong (gconstpointer data)
{
  fixture_test_wrong (folder, data);
}

static void
test_no_file (void)
{
  fixture_assert_fails ("/nowhere/run.h5", SEESAW_ERROR_ACCESS, "No such file");
  fixture_assert_fails (folder, SEESAW_ERROR_ACCESS, "folder");
  fixture_assert_fails ("/dev/null", SEESAW_ERROR_ACCESS, "device");
}

static void
test_pipe (void)
{
  g_autofree char *path = fixture_new_path (folder, "pipe");

  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  fixture_assert_fails (path, SEESAW_ERROR_ACCESS, "pipe");
  g_unlink (path);
}

static void
test_no_permission (void)
{
  g_autofree char *path = fixture_new_path (folder, "secret");

  if (geteuid () == 0)
    {
      g_test_skip ("root may read everything");
      return;
    }

  fixture_write (path, &fixture_plain);
  g_chmod (path, 0);
  fixture_assert_fails (path, SEESAW_ERROR_ACCESS, "Permission denied");
  g_unlink (path);
}

static void
test_not_hdf5 (void)
{
  g_autofree char *path = fixture_new_path (folder, "text");

  g_assert_true (g_file_set_contents (path, "epoch,accuracy\n", -1, NULL));
  fixture_assert_fails (path, SEESAW_ERROR_FORMAT, "not an HDF5 file");
  g_assert_true (g_file_set_contents (path, "", -1, NULL));
  fixture_assert_fails (path, SEESAW_ERROR_FORMAT, "empty file");
  g_unlink (path);
}

static void
test_truncated (void)
{
  g_autofree char *path = fixture_new_path (folder, "truncated");
  struct stat info;

  fixture_write (path, &fixture_plain);
  g_assert_cmpint (stat (path, &info), ==, 0);
  g_assert_cmpint (truncate (path, info.st_size / 2), ==, 0);
  fixture_assert_fails (path, SEESAW_ERROR_DAMAGED, "cut short");
  g_unlink (path);
}

static void
test_no_such_epoch (void)
{
  g_autofree char *path = fixture_new_path (folder, "epochs");
  g_autoptr (SeesawReader) reader = NULL;
  g_autoptr (SeesawEpoch) epoch = NULL;
  g_autoptr (GError) error = NULL;

  fixture_write (path, &fixture_plain);
  reader = seesaw_reader_open (path, NULL, NULL);
  g_assert_null (
      seesaw_reader_reduce_epoch (reader, 99, SEESAW_SCORE_LOGIT, NULL, NULL, NULL, &error));
  g_assert_error (error, SEESAW_ERROR, SEESAW_ERROR_ARGUMENT);

  /* An answer that says no leaves the reader as it was. */
  epoch = seesaw_reader_reduce_epoch (reader, 0, SEESAW_SCORE_LOGIT, NULL, NULL, NULL, NULL);
  g_assert_nonnull (epoch);
  g_unlink (path);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  fixture_add_cases ("/errors/", wrongs, G_N_ELEMENTS (wrongs), sizeof *wrongs, test_wrong);
  g_test_add_func ("/errors/no-file", test_no_file);
  g_test_add_func ("/errors/pipe", test_pipe);
  g_test_add_func ("/errors/no-permission", test_no_permission);
  g_test_add_func ("/errors/not-hdf5", test_not_hdf5);
  g_test_add_func ("/errors/truncated", test_truncated);
  g_test_add_func ("/errors/no-such-epoch", test_no_such_epoch);

  return fixture_run (&folder);
}
