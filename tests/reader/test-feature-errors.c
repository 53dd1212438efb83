/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Features and weights that are missing, disagree with the rest, or are damaged: a sentence, and
 * the reader goes on.
 */

#include "fixture.h"

#include "seesaw-error.h"
#include "seesaw-reader.h"
#include "seesaw-watch.h"

#include <glib/gstdio.h>
#include <string.h>

static char *folder;

typedef enum
{
  WRITTEN,
  UNWRITTEN,
  INTEGERS,
} Content;

typedef struct
{
  const char *name;
  const char *dataset;
  int rank; /* 0: deleted */
  hsize_t dims[3];
  Content content;
  SeesawScore score; /* or SEESAW_N_SCORES: drift */
  SeesawError code;
  const char *says;
} Wrong;

#define E FIXTURE_EPOCHS
#define N FIXTURE_SAMPLES
#define M FIXTURE_TRAIN
#define C FIXTURE_CLASSES
#define D FIXTURE_FEATURES
#define DRIFT SEESAW_N_SCORES
#define NCM SEESAW_SCORE_NCM

static const Wrong wrongs[] = {
  { "no-test-feature", "test/feature", 0, { 0 }, WRITTEN, NCM, SEESAW_ERROR_MISSING, "record" },
  { "no-train-feature", "train/feature", 0, { 0 }, WRITTEN, NCM, SEESAW_ERROR_MISSING, "record" },
  { "no-train-label", "train/label", 0, { 0 }, WRITTEN, NCM, SEESAW_ERROR_MISSING, "record" },
  { "no-weight", "classifier/weight", 0, { 0 }, WRITTEN, DRIFT, SEESAW_ERROR_MISSING, "record" },
  { "other-features",
    "train/feature",
    3,
    { E, M, D + 1 },
    WRITTEN,
    NCM,
    SEESAW_ERROR_SHAPE,
    "/train/feature has the shape [3, 17, 7]" },
  { "fewer-samples",
    "test/feature",
    3,
    { E, N - 1, D },
    WRITTEN,
    NCM,
    SEESAW_ERROR_SHAPE,
    "/test/feature" },
  { "fewer-epochs",
    "test/feature",
    3,
    { E - 1, N, D },
    WRITTEN,
    NCM,
    SEESAW_ERROR_SHAPE,
    "/test/feature" },
  { "no-features",
    "test/feature",
    3,
    { E, N, 0 },
    WRITTEN,
    NCM,
    SEESAW_ERROR_EMPTY,
    "/test/feature is empty" },
  { "flat-features",
    "test/feature",
    2,
    { N, D },
    WRITTEN,
    NCM,
    SEESAW_ERROR_SHAPE,
    "/test/feature" },
  { "integers", "test/feature", 3, { E, N, D }, INTEGERS, NCM, SEESAW_ERROR_TYPE, "/test/feature" },
  { "unwritten-features",
    "test/feature",
    3,
    { E, N, D },
    UNWRITTEN,
    NCM,
    SEESAW_ERROR_DAMAGED,
    "/test/feature claims" },
  { "endless-features",
    "test/feature",
    3,
    { E, N, (hsize_t) 1 << 40 },
    UNWRITTEN,
    NCM,
    SEESAW_ERROR_SHAPE,
    "D = 1099511627776" },
  { "other-classes",
    "classifier/weight",
    3,
    { E, C + 1, D },
    WRITTEN,
    DRIFT,
    SEESAW_ERROR_SHAPE,
    "/classifier/weight has the shape [3, 8, 6]" },
  { "no-weights",
    "classifier/weight",
    3,
    { E, C, 0 },
    WRITTEN,
    DRIFT,
    SEESAW_ERROR_EMPTY,
    "/classifier/weight is empty" },
  { "unwritten-weights",
    "classifier/weight",
    3,
    { E, C, D },
    UNWRITTEN,
    DRIFT,
    SEESAW_ERROR_DAMAGED,
    "/classifier/weight claims" },
  { "endless-weights",
    "classifier/weight",
    3,
    { E, C, (hsize_t) 1 << 32 },
    UNWRITTEN,
    DRIFT,
    SEESAW_ERROR_DAMAGED,
    "/classifier/weight claims" },
  { "other-biases",
    "classifier/bias",
    2,
    { E, C - 1 },
    WRITTEN,
    DRIFT,
    SEESAW_ERROR_SHAPE,
    "/classifier/bias" },
};

#undef E
#undef N
#undef M
#undef C
#undef D

static void
spoil (const Wrong *wrong, const char *path)
{
  hid_t file = fixture_reopen (path);
  g_autofree double *zeros = NULL;
  hsize_t n = 1;

  for (int i = 0; i < wrong->rank; i++)
    n *= wrong->dims[i];
  if (wrong->content != UNWRITTEN)
    zeros = g_new0 (double, n + 1);

  if (wrong->rank == 0)
    H5Ldelete (file, wrong->dataset, H5P_DEFAULT);
  else
    fixture_replace (file, wrong->dataset,
                     wrong->content == INTEGERS ? H5T_NATIVE_INT32 : H5T_NATIVE_DOUBLE, wrong->rank,
                     wrong->dims, zeros);
  H5Fclose (file);
}

/* A whole run may be refused, or only the question. */
static void
ask (const Wrong *wrong, const char *path, GError **error)
{
  g_autoptr (SeesawReader) reader = seesaw_reader_open (path, NULL, error);
  g_autoptr (SeesawEpoch) epoch = NULL;
  g_autoptr (SeesawDrift) drift = NULL;

  if (reader == NULL)
    return;

  if (wrong->score == DRIFT)
    drift = seesaw_reader_measure_drift (reader, 1, NULL, error);
  else
    epoch = seesaw_reader_reduce_epoch (reader, 1, wrong->score, NULL, NULL, NULL, error);
  g_assert_true (drift == NULL && epoch == NULL);

  /* An answer that says no leaves the reader as it was. */
  epoch = seesaw_reader_reduce_epoch (reader, 0, SEESAW_SCORE_LOGIT, NULL, NULL, NULL, NULL);
  g_assert_nonnull (epoch);
}

static void
test_wrong (gconstpointer data)
{
  const Wrong *wrong = data;
  g_autofree char *path = fixture_new_path (folder, wrong->name);
  g_autoptr (GError) error = NULL;

  fixture_write_features (path, &fixture_plain);
  spoil (wrong, path);
  ask (wrong, path, &error);

  g_assert_nonnull (error);
  g_test_message ("%s", error->message);
  g_assert_error (error, SEESAW_ERROR, (int) wrong->code);
  g_assert_true (g_str_has_prefix (error->message, path));
  g_assert_nonnull (strstr (error->message, wrong->says));
  g_assert_null (strchr (error->message, '\n'));
  g_unlink (path);
}

/* Either an answer, or a sentence. */
static void
ask_damaged (const char *path)
{
  g_autoptr (SeesawReader) reader = seesaw_reader_open (path, NULL, NULL);
  g_autoptr (SeesawEpoch) epoch = NULL;
  g_autoptr (SeesawDrift) drift = NULL;
  GError *errors[2] = { NULL, NULL };

  if (reader == NULL)
    return;

  epoch = seesaw_reader_reduce_epoch (reader, 1, NCM, NULL, NULL, NULL, &errors[0]);
  drift = seesaw_reader_measure_drift (reader, 1, NULL, &errors[1]);
  g_assert_true ((epoch != NULL) == (errors[0] == NULL));
  g_assert_true ((drift != NULL) == (errors[1] == NULL));
  for (int i = 0; i < 2; i++)
    {
      g_assert_true (errors[i] == NULL || g_str_has_prefix (errors[i]->message, path));
      g_clear_error (&errors[i]);
    }
}

/* Compressed features in which a few bytes are wrong. */
static void
test_damaged (void)
{
  const Storage storage = { .bits = 16, .chunk = { 1, 9, 6 }, .shuffle = TRUE, .deflate = TRUE };
  g_autofree char *path = fixture_new_path (folder, "damaged");
  g_autofree char *bytes = NULL;
  g_autoptr (GRand) rand = g_rand_new_with_seed (23);
  gint64 patience = seesaw_watch_get_patience ();
  gsize size;

  fixture_write_features (path, &storage);
  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  seesaw_watch_set_patience (2 * G_TIME_SPAN_SECOND);
  for (int i = 0; i < 60; i++)
    {
      g_autofree char *copy = g_memdup2 (bytes, size);

      for (int n = g_rand_int_range (rand, 1, 6); n > 0; n--)
        copy[g_rand_int_range (rand, 0, (gint32) size)] = (char) g_rand_int (rand);
      g_assert_true (g_file_set_contents (path, copy, (gssize) size, NULL));
      ask_damaged (path);
    }
  seesaw_watch_set_patience (patience);
  g_unlink (path);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  fixture_add_cases ("/feature-errors/", wrongs, G_N_ELEMENTS (wrongs), sizeof *wrongs, test_wrong);
  g_test_add_func ("/feature-errors/damaged", test_damaged);

  return fixture_run (&folder);
}
