/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Bytes of logits reduced per second, against a plain float sum over the same bytes on the same
 * threads: the rate at which memory can be read at all.
 */

#include "seesaw-kernel.h"
#include "seesaw-parallel.h"
#include "seesaw-reduce.h"

#include <stdlib.h>
#include <string.h>

#define BUFFER_BYTES ((gsize) 1 << 30)
#define N_REPEATS 21

typedef float Lanes __attribute__ ((vector_size (64)));

/* The loops for one instruction set, beside those that are chosen for this processor. */
typedef struct
{
  const char *name;
  const SeesawKernel *kernel;
} Loops;

static const Loops all_loops[] = {
  { "generic", &seesaw_kernel_generic },
#if defined(__x86_64__)
  { "avx2", &seesaw_kernel_avx2 },
  { "avx512", &seesaw_kernel_avx512 },
#endif
};

typedef struct
{
  SeesawClasses *classes;
  SeesawSamples *samples;
  const float *logits;
  gsize n_samples;
  const SeesawKernel *kernel;
  gboolean with_log_odds;
} Bench;

static volatile float sink; /* so that the sums are not thrown away */

static void
sum_rows (gsize first, gsize n_rows, gpointer user_data)
{
  const Bench *bench = user_data;
  gsize n = n_rows * bench->classes->n_classes;
  const float *values = bench->logits + first * bench->classes->n_classes;
  Lanes sums[4] = { 0 };
  float total = 0.0f;
  gsize i = 0;

  for (; i + 64 <= n; i += 64)
    for (int j = 0; j < 4; j++)
      {
        Lanes v;

        memcpy (&v, values + i + 16 * j, sizeof v);
        sums[j] += v;
      }
  for (; i < n; i++)
    total += values[i];
  for (int j = 0; j < 64; j++)
    total += sums[j / 16][j % 16];
  sink = total;
}

static void
reduce_rows (gsize first, gsize n_rows, gpointer user_data)
{
  const Bench *bench = user_data;

  seesaw_reduce_samples (bench->classes, bench->logits + first * bench->classes->n_classes,
                         SEESAW_SCALAR_F32, first, n_rows, bench->with_log_odds, bench->samples);
}

static void
reduce_rows_by_kernel (gsize first, gsize n_rows, gpointer user_data)
{
  const Bench *bench = user_data;
  SeesawKernelJob job = { bench->classes, bench->samples, FALSE };

  bench->kernel->reduce_f32 (&job, bench->logits + first * bench->classes->n_classes, first,
                             n_rows);
}

static gboolean
can_run (const SeesawKernel *kernel)
{
#if defined(__x86_64__)
  if (kernel == &seesaw_kernel_avx512)
    return __builtin_cpu_supports ("avx512f") && __builtin_cpu_supports ("avx512vl") &&
           __builtin_cpu_supports ("avx512bw") && __builtin_cpu_supports ("avx512dq");
  if (kernel == &seesaw_kernel_avx2)
    return __builtin_cpu_supports ("avx2");
#endif

  return TRUE;
}

/* In GB/s. */
static double
measure (Bench *bench, SeesawRangeFunc func)
{
  gsize row = bench->classes->n_classes * sizeof (float);
  gsize grain = seesaw_samples_get_range ((1 << 20) / row);
  gint64 start = g_get_monotonic_time ();

  seesaw_parallel_for (bench->n_samples, grain, func, bench);

  return (double) (bench->n_samples * row) * 1e-3 / (double) (g_get_monotonic_time () - start);
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

/* The best of either, and the median of the ratios of neighbours: a machine is not equally fast all
 * the time.
 */
static double
compare (Bench *bench, SeesawRangeFunc func, double *sum, double *rate)
{
  double ratios[N_REPEATS];

  *sum = *rate = 0.0;
  for (int i = 0; i < N_REPEATS; i++)
    {
      double of_sum = measure (bench, sum_rows);
      double of_func = measure (bench, func);

      *sum = MAX (*sum, of_sum);
      *rate = MAX (*rate, of_func);
      ratios[i] = of_func / of_sum;
    }
  qsort (ratios, N_REPEATS, sizeof *ratios, compare_doubles);

  return ratios[N_REPEATS / 2];
}

/* As of a trained classifier: seven of eight labels lead their side. */
static void
favour_labels (const Bench *bench, float *logits)
{
  for (gsize i = 0; i < bench->n_samples; i++)
    {
      gint32 label = (gint32) (i * 7919 % bench->classes->n_classes);

      bench->samples->label[i] = label;
      logits[i * bench->classes->n_classes + (gsize) label] += 28.0f;
    }
}

static void
bench_kernels (Bench *bench)
{
  double sum;
  double rate;
  double ratio;

  for (gsize i = 0; i < G_N_ELEMENTS (all_loops); i++)
    {
      bench->kernel = all_loops[i].kernel;
      if (!can_run (bench->kernel))
        continue;

      ratio = compare (bench, reduce_rows_by_kernel, &sum, &rate);
      g_print ("%24s: %.2f of it\n", all_loops[i].name, ratio);
    }
}

static void
bench_classes (float *logits, gsize n_classes)
{
  g_autofree guint8 *seen = g_new0 (guint8, n_classes);
  Bench bench = { .logits = logits };
  double sum;
  double reduce;
  double ratio;
  double with_log_odds;

  for (gsize c = 0; c < n_classes; c++)
    seen[c] = c % 2;
  bench.classes = seesaw_classes_new (seen, NULL, n_classes, NULL);
  bench.n_samples = BUFFER_BYTES / sizeof (float) / n_classes;
  bench.samples = seesaw_samples_new (bench.n_samples);
  favour_labels (&bench, logits);

  ratio = compare (&bench, reduce_rows, &sum, &reduce);
  bench.with_log_odds = TRUE;
  with_log_odds = measure (&bench, reduce_rows);

  g_print ("%6zu classes: float sum %5.1f GB/s, reduction %5.1f GB/s (%.2f of it), "
           "with log-sum-exp %5.1f GB/s (%.2f)\n",
           n_classes, sum, reduce, ratio, with_log_odds, with_log_odds / sum);
  bench_kernels (&bench);

  seesaw_samples_unref (bench.samples);
  seesaw_classes_unref (bench.classes);
}

int
main (void)
{
  g_autofree float *logits = g_malloc (BUFFER_BYTES);
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);

  for (gsize i = 0; i < BUFFER_BYTES / sizeof (float); i++)
    logits[i] = (float) (g_rand_int (rand) % 65536) / 2048.0f;

  g_print ("%u threads\n", g_get_num_processors ());
  bench_classes (logits, 100);
  bench_classes (logits, 1000);
  bench_classes (logits, 21000);

  return 0;
}
