/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fixture.h"

#include "seesaw-reader.h"

#include <glib/gstdio.h>
#include <string.h>

const Storage fixture_plain = { .name = "plain", .bits = 64 };

char *
fixture_new_path (const char *folder, const char *name)
{
  g_autofree char *file = g_strconcat (name, ".h5", NULL);

  return g_build_filename (folder, file, NULL);
}

/* Any numbers will do, as long as they are spread: a multiplicative hash. */
double
fixture_logit (guint seed, gsize epoch, gsize sample, gsize c)
{
  guint32 hash = (guint32) ((((seed * 31 + epoch) * 977 + sample) * 131 + c) * 2654435761u);

  return ((int) (hash >> 16) % 256 - 128) / 8.0;
}

int
fixture_label (guint seed, gsize sample)
{
  int label = (int) ((sample * 5 + seed) % (FIXTURE_CLASSES + 1)) - 1;

  return label;
}

gboolean
fixture_is_seen (gsize c)
{
  return c % 2 == 0;
}

gboolean
fixture_is_pseudo_seen (gsize c)
{
  return c % 4 == 0;
}

static hid_t
new_half (gboolean big_endian)
{
  hid_t type = H5Tcopy (big_endian ? H5T_IEEE_F32BE : H5T_IEEE_F32LE);

  H5Tset_fields (type, 15, 10, 5, 0, 10);
  H5Tset_size (type, 2);
  H5Tset_ebias (type, 15);

  return type;
}

static hid_t
new_type (const Storage *storage)
{
  if (storage->bits == 16)
    return new_half (storage->big_endian);
  if (storage->bits == 32)
    return H5Tcopy (storage->big_endian ? H5T_IEEE_F32BE : H5T_IEEE_F32LE);

  return H5Tcopy (storage->big_endian ? H5T_IEEE_F64BE : H5T_IEEE_F64LE);
}

static hid_t
new_creation (const Storage *storage, int rank, const hsize_t *dims)
{
  hid_t creation = H5Pcreate (H5P_DATASET_CREATE);
  hsize_t chunk[3];

  if (storage->compact)
    H5Pset_layout (creation, H5D_COMPACT);
  if (storage->chunk[0] == 0)
    return creation;

  for (int i = 0; i < rank; i++)
    chunk[i] = MIN (storage->chunk[3 - rank + i], dims[i]);
  H5Pset_chunk (creation, rank, chunk);
  if (storage->shuffle)
    H5Pset_shuffle (creation);
  if (storage->deflate)
    H5Pset_deflate (creation, 4);
  if (storage->fletcher)
    H5Pset_fletcher32 (creation);

  return creation;
}

/* fixture_logit() of each place, by epoch unless @n_epochs is 0. Parent groups are made. */
void
fixture_write_matrix (hid_t file,
                      const char *path,
                      const Storage *storage,
                      guint seed,
                      gsize n_epochs,
                      gsize n_rows,
                      gsize n_columns)
{
  const hsize_t dims[] = { n_epochs, n_rows, n_columns };
  int rank = n_epochs > 0 ? 3 : 2;
  gsize n_matrices = MAX (n_epochs, 1);
  g_autofree double *values = g_new (double, n_matrices *n_rows *n_columns);
  hid_t type = new_type (storage);
  hid_t creation = new_creation (storage, rank, dims + 3 - rank);
  hid_t space = H5Screate_simple (rank, dims + 3 - rank, NULL);
  hid_t links = H5Pcreate (H5P_LINK_CREATE);
  hid_t dataset;
  double *next = values;

  for (gsize e = 0; e < n_matrices; e++)
    for (gsize i = 0; i < n_rows; i++)
      for (gsize c = 0; c < n_columns; c++)
        *next++ = fixture_logit (seed, e, i, c);

  H5Pset_create_intermediate_group (links, 1);
  dataset = H5Dcreate2 (file, path, type, space, links, creation, H5P_DEFAULT);
  g_assert_cmpint (H5Dwrite (dataset, H5T_NATIVE_DOUBLE, H5S_ALL, H5S_ALL, H5P_DEFAULT, values), >=,
                   0);
  H5Dclose (dataset);
  H5Sclose (space);
  H5Pclose (links);
  H5Pclose (creation);
  H5Tclose (type);
}

static void
write_logits (hid_t file,
              const char *path,
              const Storage *storage,
              guint seed,
              gsize n_epochs,
              gsize n)
{
  fixture_write_matrix (file, path, storage, seed, n_epochs, n, FIXTURE_CLASSES);
}

static void
write_vector (hid_t file, const char *path, hid_t type, const int *values, gsize n)
{
  const hsize_t dims[] = { n };
  hid_t space = H5Screate_simple (1, dims, NULL);
  hid_t dataset = H5Dcreate2 (file, path, type, space, H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT);

  H5Dwrite (dataset, H5T_NATIVE_INT, H5S_ALL, H5S_ALL, H5P_DEFAULT, values);
  H5Dclose (dataset);
  H5Sclose (space);
}

static void
write_labels (hid_t file, const char *path, hid_t type, guint seed, gsize n)
{
  g_autofree int *labels = g_new (int, n);

  for (gsize i = 0; i < n; i++)
    labels[i] = fixture_label (seed, i);
  write_vector (file, path, type, labels, n);
}

static void
write_text (hid_t file, const char *name, const char *text)
{
  hid_t type = H5Tcopy (H5T_C_S1);
  hid_t space = H5Screate (H5S_SCALAR);
  hid_t attribute;

  H5Tset_size (type, strlen (text) + 1);
  attribute = H5Acreate2 (file, name, type, space, H5P_DEFAULT, H5P_DEFAULT);
  H5Awrite (attribute, type, text);
  H5Aclose (attribute);
  H5Sclose (space);
  H5Tclose (type);
}

static void
write_attributes (hid_t file)
{
  hid_t space = H5Screate (H5S_SCALAR);
  hid_t version =
      H5Acreate2 (file, "format_version", H5T_STD_I64LE, space, H5P_DEFAULT, H5P_DEFAULT);
  hid_t rate = H5Acreate2 (file, "learning_rate", H5T_IEEE_F32BE, space, H5P_DEFAULT, H5P_DEFAULT);
  const gint64 one = 1;
  const double quarter = 0.25;

  H5Awrite (version, H5T_NATIVE_INT64, &one);
  H5Awrite (rate, H5T_NATIVE_DOUBLE, &quarter);
  H5Aclose (version);
  H5Aclose (rate);
  H5Sclose (space);
  write_text (file, "format", "seesaw");
  write_text (file, "name", "Fixture");
  write_text (file, "method", "none");
}

/* Labels come in several integer types, so that each is read. */
void
fixture_write (const char *path, const Storage *storage)
{
  hid_t file = H5Fcreate (path, H5F_ACC_TRUNC, H5P_DEFAULT, H5P_DEFAULT);
  static const char *const groups[] = { "class", "test", "train", "fold", "fold/0" };
  const int epochs[] = { 0, 1, 5 };
  int seen[FIXTURE_CLASSES];
  int pseudo_seen[FIXTURE_CLASSES];

  g_assert_cmpint (file, >=, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (groups); i++)
    H5Gclose (H5Gcreate2 (file, groups[i], H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT));
  for (gsize c = 0; c < FIXTURE_CLASSES; c++)
    {
      seen[c] = fixture_is_seen (c);
      pseudo_seen[c] = fixture_is_pseudo_seen (c);
    }

  write_attributes (file);
  write_vector (file, "class/seen", H5T_STD_U8LE, seen, FIXTURE_CLASSES);
  write_vector (file, "epoch", H5T_STD_I32BE, epochs, FIXTURE_EPOCHS);
  write_labels (file, "test/label", H5T_STD_I16BE, 0, FIXTURE_SAMPLES);
  write_logits (file, "test/logit", storage, 0, FIXTURE_EPOCHS, FIXTURE_SAMPLES);
  write_labels (file, "train/label", H5T_STD_I64LE, 1, FIXTURE_TRAIN);
  write_logits (file, "train/logit", storage, 1, FIXTURE_EPOCHS, FIXTURE_TRAIN);
  write_vector (file, "fold/0/seen", H5T_STD_I32LE, pseudo_seen, FIXTURE_CLASSES);
  write_labels (file, "fold/0/label", H5T_STD_I8LE, 2, FIXTURE_FOLD);
  write_logits (file, "fold/0/logit", storage, 2, 0, FIXTURE_FOLD);
  H5Fclose (file);
}

/* fixture_write(), and features and a classifier. */
void
fixture_write_features (const char *path, const Storage *storage)
{
  hid_t file;

  fixture_write (path, storage);
  file = fixture_reopen (path);
  fixture_write_matrix (file, "test/feature", storage, FIXTURE_SEED_TEST, FIXTURE_EPOCHS,
                        FIXTURE_SAMPLES, FIXTURE_FEATURES);
  fixture_write_matrix (file, "train/feature", storage, FIXTURE_SEED_TRAIN, FIXTURE_EPOCHS,
                        FIXTURE_TRAIN, FIXTURE_FEATURES);
  fixture_write_matrix (file, "classifier/weight", storage, FIXTURE_SEED_WEIGHT, FIXTURE_EPOCHS,
                        FIXTURE_CLASSES, FIXTURE_FEATURES);
  fixture_write_matrix (file, "classifier/bias", storage, FIXTURE_SEED_BIAS, 0, FIXTURE_EPOCHS,
                        FIXTURE_CLASSES);
  H5Fclose (file);
}

hid_t
fixture_reopen (const char *path)
{
  return H5Fopen (path, H5F_ACC_RDWR, H5P_DEFAULT);
}

/* @values may be NULL: nothing is written then. */
void
fixture_replace (hid_t file,
                 const char *path,
                 hid_t type,
                 int rank,
                 const hsize_t *dims,
                 const void *values)
{
  hid_t space = H5Screate_simple (rank, dims, NULL);
  hid_t dataset;

  if (H5Lexists (file, path, H5P_DEFAULT) > 0)
    H5Ldelete (file, path, H5P_DEFAULT);
  dataset = H5Dcreate2 (file, path, type, space, H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT);
  if (values != NULL)
    H5Dwrite (dataset, type, H5S_ALL, H5S_ALL, H5P_DEFAULT, values);
  H5Dclose (dataset);
  H5Sclose (space);
}

/* Opens @path and reads its first epoch; one of both must fail. */
void
fixture_assert_fails (const char *path, SeesawError code, const char *says)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SeesawReader) reader = seesaw_reader_open (path, NULL, &error);
  g_autoptr (SeesawEpoch) epoch =
      reader != NULL
          ? seesaw_reader_reduce_epoch (reader, 0, SEESAW_SCORE_LOGIT, NULL, NULL, NULL, &error)
          : NULL;

  g_assert_null (epoch);
  g_assert_nonnull (error);
  g_test_message ("%s", error->message);
  g_assert_error (error, SEESAW_ERROR, (int) code);
  g_assert_true (g_str_has_prefix (error->message, path));
  g_assert_nonnull (strstr (error->message, says));
  g_assert_null (strchr (error->message, '\n'));
}

/* Spoils a sound run. */
void
fixture_test_wrong (const char *folder, const FixtureWrong *wrong)
{
  g_autofree char *path = fixture_new_path (folder, wrong->name);
  hid_t file;

  fixture_write (path, &fixture_plain);
  file = fixture_reopen (path);
  wrong->spoil (path, file);
  H5Fclose (file);

  fixture_assert_fails (path, wrong->code, wrong->says);
  g_unlink (path);
}

void
fixture_add_cases (const char *prefix,
                   gconstpointer cases,
                   gsize n_cases,
                   gsize case_size,
                   GTestDataFunc test)
{
  for (gsize i = 0; i < n_cases; i++)
    {
      gconstpointer one = (const char *) cases + i * case_size;
      g_autofree char *path = g_strconcat (prefix, *(const char *const *) one, NULL);

      g_test_add_data_func (path, one, test);
    }
}

int
fixture_run (char **folder)
{
  int status;

  *folder = g_dir_make_tmp ("seesaw-XXXXXX", NULL);
  status = g_test_run ();
  g_rmdir (*folder);
  g_free (*folder);

  return status;
}
