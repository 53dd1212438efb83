/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Nearest class means of 50,000 samples with 2048 features and 1000 classes, down to the numbers
 * per sample, against the one matrix product in single precision that cannot be avoided.
 */

#include "bench-blas.h"
#include "seesaw-ncm.h"

#define N_SAMPLES ((gsize) 50000)
#define N_TRAIN ((gsize) 10000)
#define N_FEATURES ((gsize) 2048)
#define N_CLASSES ((gsize) 1000)
#define N_REPEATS 4

typedef struct
{
  SeesawClasses *classes;
  SeesawSamples *samples;
  SeesawNcm *ncm;
  float *features; /* [N_SAMPLES, N_FEATURES] */
  float *means;    /* [N_CLASSES, N_FEATURES] */
  float *scores;   /* [N_SAMPLES, N_CLASSES] */
  gint32 *labels;
} Bench;

static void
multiply (gpointer data)
{
  Bench *bench = data;

  cblas_sgemm (CblasRowMajor, CblasNoTrans, CblasTrans, N_SAMPLES, N_CLASSES, N_FEATURES, 1.0f,
               bench->features, N_FEATURES, bench->means, N_FEATURES, 0.0f, bench->scores,
               N_CLASSES);
}

static void
add (gpointer data)
{
  Bench *bench = data;

  g_clear_pointer (&bench->ncm, seesaw_ncm_free);
  bench->ncm = seesaw_ncm_new (N_CLASSES, N_FEATURES);
  seesaw_ncm_add (bench->ncm, bench->features, SEESAW_SCALAR_F32, bench->labels, N_TRAIN);
  seesaw_ncm_finish (bench->ncm);
}

static void
reduce (gpointer data)
{
  Bench *bench = data;

  seesaw_ncm_reduce (bench->ncm, bench->classes, bench->features, SEESAW_SCALAR_F32, 0, N_SAMPLES,
                     bench->samples);
}

/* Each class has a centre of its own, as trained features do. */
static void
fill (Bench *bench)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);

  bench_fill (rand, bench->means, N_CLASSES * N_FEATURES);
  bench_fill (rand, bench->features, N_SAMPLES * N_FEATURES);
  for (gsize i = 0; i < N_SAMPLES; i++)
    {
      const float *mean;

      bench->labels[i] = (gint32) (i * 7919 % N_CLASSES);
      bench->samples->label[i] = bench->labels[i];
      mean = bench->means + (gsize) bench->labels[i] * N_FEATURES;
      for (gsize d = 0; d < N_FEATURES; d++)
        bench->features[i * N_FEATURES + d] += 0.5f * mean[d];
    }
}

int
main (void)
{
  g_autofree guint8 *seen = g_new0 (guint8, N_CLASSES);
  Bench bench = { .features = g_new (float, N_SAMPLES *N_FEATURES),
                  .means = g_new (float, N_CLASSES *N_FEATURES),
                  .scores = g_new (float, N_SAMPLES *N_CLASSES),
                  .labels = g_new (gint32, N_SAMPLES),
                  .samples = seesaw_samples_new (N_SAMPLES) };
  const BenchFunc funcs[] = { multiply, reduce };
  double seconds[2];
  double means;

  for (gsize c = 0; c < N_CLASSES; c++)
    seen[c] = c % 2;
  bench.classes = seesaw_classes_new (seen, NULL, N_CLASSES, NULL);
  fill (&bench);

  means = bench_measure (add, &bench, N_REPEATS);
  bench_compare (funcs, &bench, N_REPEATS, seconds);

  bench_print_setup ();
  g_print ("means of %zu training samples: %.0f ms\n", N_TRAIN, 1e3 * means);
  g_print ("%zu x %zu features, %zu classes: SGEMM %.2f s (%.0f GFLOP/s), nearest class means "
           "%.2f s: %.2f of its rate\n",
           N_SAMPLES, N_FEATURES, N_CLASSES, seconds[0],
           2e-9 * (double) (N_SAMPLES * N_FEATURES * N_CLASSES) / seconds[0], seconds[1],
           seconds[0] / seconds[1]);

  seesaw_ncm_free (bench.ncm);
  seesaw_samples_unref (bench.samples);
  seesaw_classes_unref (bench.classes);
  g_free (bench.features);
  g_free (bench.means);
  g_free (bench.scores);
  g_free (bench.labels);

  return seconds[0] / seconds[1] >= 0.6 ? 0 : 1;
}
