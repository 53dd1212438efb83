/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Cosines between the changes of the weights of 1000 classes with 2048 features, from weights in
 * memory to the whole matrix, against the one symmetric product that cannot be avoided. With a
 * file, how long it takes from there.
 *
 * usage: bench-drift [FILE]
 */

#include "bench-blas.h"
#include "seesaw-reader.h"
#include "seesaw-similarity.h"

#define N_FEATURES ((gsize) 2048)
#define N_CLASSES ((gsize) 1000)
#define N_REPEATS 60
#define N_OPENINGS 7

typedef struct
{
  SeesawClasses *classes;
  gint32 *order;
  float *now;    /* [N_CLASSES, N_FEATURES] */
  float *then;   /* likewise */
  float *matrix; /* [N_CLASSES, N_CLASSES] */
  const char *path;
} Bench;

static void
multiply (gpointer data)
{
  Bench *bench = data;

  cblas_ssyrk (CblasRowMajor, CblasUpper, CblasNoTrans, N_CLASSES, N_FEATURES, 1.0f, bench->now,
               N_FEATURES, 0.0f, bench->matrix, N_CLASSES);
}

static void
compare (const Bench *bench, const SeesawDrift *drift)
{
  g_autoptr (SeesawSimilarity) similarity =
      seesaw_similarity_new (drift, SEESAW_MEASURE_COSINE, bench->order, N_CLASSES);

  seesaw_similarity_compute (similarity, 0, 0, N_CLASSES, 0, N_CLASSES, bench->matrix);
}

static void
measure (gpointer data)
{
  Bench *bench = data;
  g_autoptr (SeesawDrift) drift = seesaw_drift_new (N_CLASSES, N_FEATURES);
  g_autoptr (SeesawDriftSums) sums = seesaw_drift_begin (drift, bench->classes);

  seesaw_drift_add (sums, bench->now, bench->then, SEESAW_SCALAR_F32, 0, N_CLASSES);
  seesaw_drift_end (sums, NULL, NULL);
  compare (bench, drift);
}

static void
only_open (gpointer data)
{
  Bench *bench = data;
  g_autoptr (SeesawReader) reader = seesaw_reader_open (bench->path, NULL, NULL);

  g_assert (reader != NULL);
}

static void
open_and_measure (gpointer data)
{
  Bench *bench = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SeesawReader) reader = seesaw_reader_open (bench->path, NULL, &error);
  g_autoptr (SeesawDrift) drift = NULL;

  if (reader != NULL)
    drift = seesaw_reader_measure_drift (reader, seesaw_reader_get_run (reader)->n_epochs - 1, NULL,
                                         &error);
  if (drift == NULL)
    g_error ("%s", error->message);

  compare (bench, drift);
}

static int
bench_memory (Bench *bench)
{
  const BenchFunc funcs[] = { multiply, measure };
  double seconds[2];

  bench_compare (funcs, bench, N_REPEATS, seconds);
  bench_print_setup ();
  g_print ("%zu x %zu weights: SSYRK %.1f ms, drift and cosines %.1f ms: %.2f of its rate\n",
           N_CLASSES, N_FEATURES, 1e3 * seconds[0], 1e3 * seconds[1], seconds[0] / seconds[1]);

  return seconds[0] / seconds[1] >= 0.6 ? 0 : 1;
}

/* For a script: milliseconds to open alone and in all, and an entry of the matrix. */
static int
bench_file (Bench *bench)
{
  const BenchFunc funcs[] = { only_open, open_and_measure };
  double seconds[2];

  bench_compare (funcs, bench, N_OPENINGS, seconds);
  g_print ("%.2f %.2f %.9g\n", 1e3 * seconds[0], 1e3 * seconds[1], (double) bench->matrix[1]);

  return 0;
}

int
main (int argc, char *argv[])
{
  g_autofree guint8 *seen = g_new0 (guint8, N_CLASSES);
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autofree gint32 *order = g_new (gint32, N_CLASSES);
  g_autofree float *now = g_new (float, N_CLASSES *N_FEATURES);
  g_autofree float *then = g_new (float, N_CLASSES *N_FEATURES);
  g_autofree float *matrix = g_new (float, N_CLASSES *N_CLASSES);
  g_autoptr (SeesawClasses) classes = NULL;
  Bench bench = { NULL, order, now, then, matrix, argc > 1 ? argv[1] : NULL };

  for (gsize c = 0; c < N_CLASSES; c++)
    {
      seen[c] = c % 2;
      order[c] = (gint32) c;
    }
  bench_fill (rand, now, N_CLASSES * N_FEATURES);
  bench_fill (rand, then, N_CLASSES * N_FEATURES);
  bench.classes = classes = seesaw_classes_new (seen, NULL, N_CLASSES, NULL);

  return bench.path != NULL ? bench_file (&bench) : bench_memory (&bench);
}
