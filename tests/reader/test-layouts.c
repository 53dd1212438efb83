/* SPDX-License-Identifier: GPL-3.0-or-later */

/* However a run is stored, the same numbers come out: those that core finds in the values that were
 * written.
 */

#include "fixture.h"

#include "seesaw-reader.h"
#include "seesaw-reduce.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

static const Storage storages[] = {
  { .name = "f16", .bits = 16 },
  { .name = "f32", .bits = 32 },
  { .name = "f64", .bits = 64 },
  { .name = "f16-big-endian", .bits = 16, .big_endian = TRUE },
  { .name = "f32-big-endian", .bits = 32, .big_endian = TRUE },
  { .name = "f64-big-endian", .bits = 64, .big_endian = TRUE },
  { .name = "compact", .bits = 32, .compact = TRUE },
  { .name = "chunks", .bits = 32, .chunk = { 1, 16, 7 } },
  { .name = "chunks-split-all", .bits = 32, .chunk = { 2, 10, 3 } },
  { .name = "deflate", .bits = 32, .chunk = { 1, 16, 7 }, .deflate = TRUE },
  { .name = "shuffle-deflate",
    .bits = 16,
    .chunk = { 1, 16, 4 },
    .shuffle = TRUE,
    .deflate = TRUE },
  { .name = "shuffle", .bits = 64, .chunk = { 3, 20, 7 }, .shuffle = TRUE },
  { .name = "deflate-big-endian",
    .bits = 64,
    .big_endian = TRUE,
    .chunk = { 1, 9, 7 },
    .shuffle = TRUE,
    .deflate = TRUE },
  { .name = "fletcher", .bits = 32, .chunk = { 1, 16, 7 }, .deflate = TRUE, .fletcher = TRUE },
  { .name = "one-chunk", .bits = 32, .chunk = { 3, 53, 7 }, .deflate = TRUE },
};

static char *folder;

static SeesawClasses *
new_classes (gboolean (*is_seen) (gsize c))
{
  guint8 seen[FIXTURE_CLASSES];

  for (gsize c = 0; c < FIXTURE_CLASSES; c++)
    seen[c] = (guint8) is_seen (c);

  return seesaw_classes_new (seen, NULL, FIXTURE_CLASSES, NULL);
}

static double *
list_logits (guint seed, gsize epoch, gsize n)
{
  double *logits = g_new (double, n *FIXTURE_CLASSES);

  for (gsize i = 0; i < n; i++)
    for (gsize c = 0; c < FIXTURE_CLASSES; c++)
      logits[i * FIXTURE_CLASSES + c] = fixture_logit (seed, epoch, i, c);

  return logits;
}

static void
assert_samples (const SeesawSamples *found, const SeesawClasses *classes, guint seed, gsize epoch)
{
  g_autofree double *logits = list_logits (seed, epoch, found->n_samples);
  g_autoptr (SeesawSamples) expected = seesaw_samples_new (found->n_samples);

  for (gsize i = 0; i < found->n_samples; i++)
    expected->label[i] = found->label[i];
  seesaw_reduce_samples (classes, logits, SEESAW_SCALAR_F64, 0, found->n_samples, TRUE, expected);

  g_assert_cmpmem (found->gap, seesaw_samples_size (found->n_samples), expected->gap,
                   seesaw_samples_size (found->n_samples));
}

static void
assert_alg (const SeesawClasses *classes, const SeesawEpoch *epoch)
{
  g_autofree double *logits = list_logits (1, epoch->index, FIXTURE_TRAIN);
  gint32 labels[FIXTURE_TRAIN];
  SeesawMeanGap gap;

  for (gsize i = 0; i < FIXTURE_TRAIN; i++)
    labels[i] = fixture_label (1, i);
  gap = seesaw_reduce_mean_gap (classes, logits, SEESAW_SCALAR_F64, labels, FIXTURE_TRAIN);

  g_assert_cmpfloat_with_epsilon (epoch->alg, gap.sum / (double) gap.n_samples, 1e-12);
}

static void
test_storage (gconstpointer data)
{
  const Storage *storage = data;
  g_autofree char *path = fixture_new_path (folder, storage->name);
  g_autoptr (SeesawClasses) classes = new_classes (fixture_is_seen);
  g_autoptr (SeesawClasses) pseudo_classes = new_classes (fixture_is_pseudo_seen);
  g_autoptr (SeesawReader) reader = NULL;
  g_autoptr (SeesawFold) fold = NULL;
  g_autoptr (GError) error = NULL;

  fixture_write (path, storage);
  reader = seesaw_reader_open (path, NULL, &error);
  g_assert_no_error (error);

  for (gsize e = 0; e < FIXTURE_EPOCHS; e++)
    {
      g_autoptr (SeesawEpoch) epoch =
          seesaw_reader_reduce_epoch (reader, e, SEESAW_SCORE_LOGIT, NULL, NULL, NULL, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (epoch->test->n_samples, ==, FIXTURE_SAMPLES);
      for (gsize i = 0; i < FIXTURE_SAMPLES; i++)
        g_assert_cmpint (epoch->test->label[i], ==, fixture_label (0, i));
      assert_samples (epoch->test, classes, 0, e);
      assert_alg (classes, epoch);
    }

  fold = seesaw_reader_reduce_fold (reader, 0, NULL, &error);
  g_assert_no_error (error);
  for (gsize i = 0; i < FIXTURE_FOLD; i++)
    {
      int label = fixture_label (2, i);

      /* Classes that are not in S take no part. */
      g_assert_cmpint (fold->samples->label[i], ==,
                       label >= 0 && fixture_is_seen ((gsize) label) ? label : -1);
    }
  assert_samples (fold->samples, pseudo_classes, 2, 0);
  g_unlink (path);
}

static void
test_description (void)
{
  g_autofree char *path = fixture_new_path (folder, "description");
  g_autoptr (SeesawReader) reader = NULL;
  const SeesawRun *run;
  const char *method;
  double rate;

  fixture_write (path, &fixture_plain);
  reader = seesaw_reader_open (path, NULL, NULL);
  g_assert_nonnull (reader);
  run = seesaw_reader_get_run (reader);

  g_assert_cmpstr (run->name, ==, "Fixture");
  g_assert_cmpuint (run->n_epochs, ==, 3);
  g_assert_cmpint (run->epochs[2], ==, 5);
  g_assert_cmpuint (run->classes->n_seen, ==, 4);
  g_assert_cmpuint (run->n_samples, ==, FIXTURE_SAMPLES);
  g_assert_cmpuint (run->n_train_samples, ==, FIXTURE_TRAIN);
  g_assert_cmpuint (run->n_folds, ==, 1);
  g_assert_true (g_variant_lookup (run->attributes, "method", "&s", &method));
  g_assert_cmpstr (method, ==, "none");
  g_assert_true (g_variant_lookup (run->attributes, "learning_rate", "d", &rate));
  g_assert_cmpfloat (rate, ==, 0.25);
  g_assert_true (seesaw_run_has (run, "/train/logit"));
  g_assert_false (seesaw_run_has (run, "/classifier/weight"));
  g_unlink (path);
}

/* What a fold or the training split lacks hides γ_PCV or γ_ALG, and nothing else. */
typedef struct
{
  const char *name;
  const char *dataset;
  int rank; /* 0: deleted; otherwise it has no samples */
  gsize n_folds;
  gsize n_train_samples;
} Lacking;

static const Lacking lackings[] = {
  { "no-fold", "fold", 0, 0, FIXTURE_TRAIN },
  { "fold-without-seen", "fold/0/seen", 0, 0, FIXTURE_TRAIN },
  { "fold-without-label", "fold/0/label", 0, 0, FIXTURE_TRAIN },
  { "fold-without-logit", "fold/0/logit", 0, 0, FIXTURE_TRAIN },
  { "fold-of-no-samples", "fold/0/label", 1, 0, FIXTURE_TRAIN },
  { "train-without-label", "train/label", 0, 1, 0 },
  { "train-without-logit", "train/logit", 0, 1, 0 },
  { "train-of-no-samples", "train/label", 1, 1, 0 },
};

static void
test_lacking (gconstpointer data)
{
  const Lacking *lacking = data;
  g_autofree char *path = fixture_new_path (folder, lacking->name);
  g_autofree char *dataset = g_strconcat ("/", lacking->dataset, NULL);
  g_autoptr (SeesawReader) reader = NULL;
  g_autoptr (SeesawEpoch) epoch = NULL;
  g_autoptr (GError) error = NULL;
  const hsize_t none = 0;
  hid_t file;

  fixture_write (path, &fixture_plain);
  file = fixture_reopen (path);
  if (lacking->rank == 0)
    H5Ldelete (file, lacking->dataset, H5P_DEFAULT);
  else
    fixture_replace (file, lacking->dataset, H5T_NATIVE_INT32, 1, &none, NULL);
  H5Fclose (file);

  reader = seesaw_reader_open (path, NULL, &error);
  g_assert_no_error (error);
  epoch = seesaw_reader_reduce_epoch (reader, 1, SEESAW_SCORE_LOGIT, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (seesaw_reader_get_run (reader)->n_folds, ==, lacking->n_folds);
  g_assert_cmpuint (seesaw_reader_get_run (reader)->n_train_samples, ==, lacking->n_train_samples);
  g_assert_false (seesaw_run_has (seesaw_reader_get_run (reader), dataset));
  g_assert_true (isnan (epoch->alg) == (lacking->n_train_samples == 0));
  g_unlink (path);
}

/* The ones after it are folds like any other. */
static void
test_incomplete_first_fold (void)
{
  g_autofree char *path = fixture_new_path (folder, "folds");
  g_autoptr (SeesawReader) reader = NULL;
  g_autoptr (SeesawFold) fold = NULL;
  g_autoptr (GError) error = NULL;
  hid_t file;

  fixture_write (path, &fixture_plain);
  file = fixture_reopen (path);
  H5Ocopy (file, "fold/0", file, "fold/1", H5P_DEFAULT, H5P_DEFAULT);
  H5Ldelete (file, "fold/0/logit", H5P_DEFAULT);
  H5Fclose (file);

  reader = seesaw_reader_open (path, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (seesaw_reader_get_run (reader)->n_folds, ==, 1);
  fold = seesaw_reader_reduce_fold (reader, 0, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (fold->samples->n_samples, ==, FIXTURE_FOLD);
  g_unlink (path);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  fixture_add_cases ("/layouts/", storages, G_N_ELEMENTS (storages), sizeof *storages,
                     test_storage);
  fixture_add_cases ("/layouts/", lackings, G_N_ELEMENTS (lackings), sizeof *lackings,
                     test_lacking);
  g_test_add_func ("/layouts/incomplete-first-fold", test_incomplete_first_fold);
  g_test_add_func ("/layouts/description", test_description);

  return fixture_run (&folder);
}
