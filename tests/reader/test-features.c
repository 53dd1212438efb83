/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Features and weights: the same numbers as core finds in the values that were written. */

#include "fixture.h"

#include "seesaw-error.h"
#include "seesaw-ncm.h"
#include "seesaw-reader.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

static const Storage storages[] = {
  { .name = "f16", .bits = 16 },
  { .name = "f32", .bits = 32 },
  { .name = "f64", .bits = 64 },
  { .name = "f16-big-endian", .bits = 16, .big_endian = TRUE },
  { .name = "f64-big-endian", .bits = 64, .big_endian = TRUE },
  { .name = "compact", .bits = 32, .compact = TRUE },
  { .name = "chunks", .bits = 32, .chunk = { 2, 5, 4 } },
  { .name = "shuffle-deflate", .bits = 16, .chunk = { 1, 3, 6 }, .shuffle = TRUE, .deflate = TRUE },
};

static char *folder;

static double *
list_values (guint seed, gsize epoch, gsize n_rows)
{
  double *values = g_new (double, n_rows *FIXTURE_FEATURES);

  for (gsize i = 0; i < n_rows; i++)
    for (gsize d = 0; d < FIXTURE_FEATURES; d++)
      values[i * FIXTURE_FEATURES + d] = fixture_logit (seed, epoch, i, d);

  return values;
}

static void
assert_ncm (SeesawReader *reader, gsize e)
{
  const SeesawClasses *classes = seesaw_reader_get_run (reader)->classes;
  g_autoptr (GError) error = NULL;
  g_autoptr (SeesawEpoch) epoch =
      seesaw_reader_reduce_epoch (reader, e, SEESAW_SCORE_NCM, NULL, NULL, NULL, &error);
  g_autofree double *train = list_values (FIXTURE_SEED_TRAIN, e, FIXTURE_TRAIN);
  g_autofree double *test = list_values (FIXTURE_SEED_TEST, e, FIXTURE_SAMPLES);
  g_autoptr (SeesawNcm) ncm = seesaw_ncm_new (FIXTURE_CLASSES, FIXTURE_FEATURES);
  g_autoptr (SeesawSamples) expected = seesaw_samples_new (FIXTURE_SAMPLES);
  gint32 labels[FIXTURE_TRAIN];
  const gsize size = FIXTURE_SAMPLES * sizeof (double);

  g_assert_no_error (error);
  for (gsize i = 0; i < FIXTURE_TRAIN; i++)
    labels[i] = fixture_label (1, i);
  for (gsize i = 0; i < FIXTURE_SAMPLES; i++)
    expected->label[i] = fixture_label (0, i);
  seesaw_ncm_add (ncm, train, SEESAW_SCALAR_F64, labels, FIXTURE_TRAIN);
  seesaw_ncm_finish (ncm);
  seesaw_ncm_reduce (ncm, classes, test, SEESAW_SCALAR_F64, 0, FIXTURE_SAMPLES, expected);

  g_assert_cmpuint (epoch->index, ==, e);
  g_assert_true (isnan (epoch->alg));
  g_assert_cmpmem (epoch->test->gap, size, expected->gap, size);
  g_assert_cmpmem (epoch->test->label_logit, size, expected->label_logit, size);
  g_assert_cmpmem (epoch->test->own_rank, FIXTURE_SAMPLES, expected->own_rank, FIXTURE_SAMPLES);
  g_assert_cmpmem (epoch->test->label, size / 2, expected->label, size / 2);
}

static void
assert_drift (SeesawReader *reader, gsize e)
{
  const SeesawClasses *classes = seesaw_reader_get_run (reader)->classes;
  g_autoptr (GError) error = NULL;
  g_autoptr (SeesawDrift) found = seesaw_reader_measure_drift (reader, e, NULL, &error);
  g_autofree double *now = list_values (FIXTURE_SEED_WEIGHT, e, FIXTURE_CLASSES);
  g_autofree double *then = list_values (FIXTURE_SEED_WEIGHT, 0, FIXTURE_CLASSES);
  g_autoptr (SeesawDrift) expected = seesaw_drift_new (FIXTURE_CLASSES, FIXTURE_FEATURES);
  g_autoptr (SeesawDriftSums) sums = seesaw_drift_begin (expected, classes);
  const gsize size = seesaw_drift_size (FIXTURE_CLASSES, FIXTURE_FEATURES);
  double bias[2][FIXTURE_CLASSES];

  g_assert_no_error (error);
  for (gsize c = 0; c < FIXTURE_CLASSES; c++)
    {
      bias[0][c] = fixture_logit (FIXTURE_SEED_BIAS, 0, 0, c);
      bias[1][c] = fixture_logit (FIXTURE_SEED_BIAS, 0, e, c);
    }
  seesaw_drift_add (sums, now, then, SEESAW_SCALAR_F64, 0, FIXTURE_CLASSES);
  seesaw_drift_end (sums, bias[1], bias[0]);

  g_assert_true (found->has_start);
  g_assert_cmpuint (found->n_features, ==, FIXTURE_FEATURES);
  g_assert_cmpmem (found->weight_norm, size, expected->weight_norm, size);
  g_assert_cmpmem (&found->cosine, sizeof found->cosine, &expected->cosine, sizeof found->cosine);
  g_assert_cmpmem (&found->pearson, sizeof found->pearson, &expected->pearson,
                   sizeof found->pearson);
}

static void
test_storage (gconstpointer data)
{
  const Storage *storage = data;
  g_autofree char *path = fixture_new_path (folder, storage->name);
  g_autoptr (SeesawReader) reader = NULL;
  g_autoptr (GError) error = NULL;

  fixture_write_features (path, storage);
  reader = seesaw_reader_open (path, NULL, &error);
  g_assert_no_error (error);
  for (gsize e = 0; e < FIXTURE_EPOCHS; e++)
    {
      assert_ncm (reader, e);
      assert_drift (reader, e);
    }
  g_unlink (path);
}

/* A split of features alone is enough for nearest class means. */
static void
test_no_training_logits (void)
{
  g_autofree char *path = fixture_new_path (folder, "no-logits");
  g_autoptr (SeesawReader) reader = NULL;
  hid_t file;

  fixture_write_features (path, &fixture_plain);
  file = fixture_reopen (path);
  H5Ldelete (file, "train/logit", H5P_DEFAULT);
  H5Fclose (file);

  reader = seesaw_reader_open (path, NULL, NULL);
  g_assert_cmpuint (seesaw_reader_get_run (reader)->n_train_samples, ==, 0);
  assert_ncm (reader, 1);
  g_unlink (path);
}

/* Without an epoch 0 there are norms, but no drift. */
static void
test_no_start (void)
{
  const int epochs[] = { 1, 2, 3 };
  const hsize_t dims[] = { FIXTURE_EPOCHS };
  g_autofree char *path = fixture_new_path (folder, "no-start");
  g_autoptr (SeesawReader) reader = NULL;
  g_autoptr (SeesawDrift) drift = NULL;
  hid_t file;

  fixture_write_features (path, &fixture_plain);
  file = fixture_reopen (path);
  fixture_replace (file, "epoch", H5T_NATIVE_INT, 1, dims, epochs);
  H5Fclose (file);

  reader = seesaw_reader_open (path, NULL, NULL);
  drift = seesaw_reader_measure_drift (reader, 2, NULL, NULL);
  g_assert_false (drift->has_start);
  g_assert_true (drift->weight_norm[3] > 0.0);
  g_assert_true (isnan (drift->norm[3]) && isnan (drift->cosine.across));
  g_assert_true (isnan (drift->bias_change[3]));
  g_assert_cmpfloat (drift->bias[3], ==, fixture_logit (FIXTURE_SEED_BIAS, 0, 2, 3));
  g_unlink (path);
}

static void
test_no_such_epoch (void)
{
  g_autofree char *path = fixture_new_path (folder, "epochs");
  g_autoptr (SeesawReader) reader = NULL;
  g_autoptr (GError) error = NULL;

  fixture_write_features (path, &fixture_plain);
  reader = seesaw_reader_open (path, NULL, NULL);
  g_assert_null (seesaw_reader_measure_drift (reader, 99, NULL, &error));
  g_assert_error (error, SEESAW_ERROR, SEESAW_ERROR_ARGUMENT);
  g_clear_error (&error);
  g_assert_null (
      seesaw_reader_reduce_epoch (reader, 99, SEESAW_SCORE_NCM, NULL, NULL, NULL, &error));
  g_assert_error (error, SEESAW_ERROR, SEESAW_ERROR_ARGUMENT);
  assert_ncm (reader, 0);
  g_unlink (path);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  fixture_add_cases ("/features/", storages, G_N_ELEMENTS (storages), sizeof *storages,
                     test_storage);
  g_test_add_func ("/features/no-training-logits", test_no_training_logits);
  g_test_add_func ("/features/no-start", test_no_start);
  g_test_add_func ("/features/no-such-epoch", test_no_such_epoch);

  return fixture_run (&folder);
}
