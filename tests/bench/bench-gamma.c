/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a step of the slider costs: all accuracies at one γ, and the mean of P(U given x), with ten
 * thousand samples and with a million.
 */

#include "seesaw-analysis.h"

#include <locale.h>
#include <math.h>
#include <stdlib.h>

#define N_QUERIES 2000
#define N_CLASSES 1000

/* Others use the machine, too: what is told is the median of rounds. */
#define N_ROUNDS 21

static volatile double sink; /* so that no answer is thrown away */

static SeesawEpoch *
new_epoch (const SeesawClasses *classes, gsize n_samples)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  g_autoptr (SeesawSamples) samples = seesaw_samples_new (n_samples);

  for (gsize i = 0; i < n_samples; i++)
    {
      samples->label[i] = g_rand_int_range (rand, 0, N_CLASSES);
      samples->seen_class[i] = 1;
      samples->unseen_class[i] = 0;
      samples->gap[i] = 20.0 * (g_rand_double (rand) - 0.3);
      samples->log_odds[i] = -samples->gap[i];
      samples->own_rank[i] = (guint8) g_rand_int_range (rand, 0, 2);
    }

  return seesaw_epoch_new (0, samples, (double) NAN, 0);
}

static SeesawAnalysis *
analyse (const SeesawRun *run, gsize n_samples)
{
  g_autoptr (SeesawEpoch) epoch = new_epoch (run->classes, n_samples);

  return seesaw_analysis_new (run, epoch, (double) NAN, 1, SEESAW_AVERAGE_SAMPLE);
}

/* In microseconds each. */
static double
measure_query (const SeesawAnalysis *analysis, int round)
{
  gint64 start = g_get_monotonic_time ();

  for (int i = 0; i < N_QUERIES; i++)
    sink = seesaw_curve_at (analysis->curve,
                            (i * 7919 % N_QUERIES + (double) round / N_ROUNDS) * 20.0 / N_QUERIES -
                                6.0)
               .h;

  return (double) (g_get_monotonic_time () - start) / N_QUERIES;
}

static double
measure_mass (const SeesawAnalysis *analysis, int round)
{
  gint64 start = g_get_monotonic_time ();

  for (int i = 0; i < N_QUERIES / 10; i++)
    sink = seesaw_mass_at (analysis->mass_unseen, i * 0.01 + round * 0.0001);

  return (double) (g_get_monotonic_time () - start) / (N_QUERIES / 10.0);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  return (*(const double *) a > *(const double *) b) - (*(const double *) a < *(const double *) b);
}

static double
median (double values[N_ROUNDS])
{
  qsort (values, N_ROUNDS, sizeof *values, compare);

  return values[N_ROUNDS / 2];
}

/* Turn by turn, so that neither has the cache to itself, as between the frames of a window. */
static void
measure (const char *what,
         double (*cost) (const SeesawAnalysis *analysis, int round),
         const SeesawAnalysis *small,
         const SeesawAnalysis *large)
{
  double of_small[N_ROUNDS];
  double of_large[N_ROUNDS];
  double ratio[N_ROUNDS];

  for (int round = 0; round < N_ROUNDS; round++)
    {
      of_small[round] = cost (small, round);
      of_large[round] = cost (large, round);
      ratio[round] = of_large[round] / of_small[round];
    }

  g_print ("%s: %6.3f µs with 10,000 samples, %6.3f µs with 1,000,000: %.2f times the time\n", what,
           median (of_small), median (of_large), median (ratio));
}

int
main (void)
{
  const gint32 number = 0;
  guint8 seen[N_CLASSES];
  g_autoptr (SeesawClasses) classes = NULL;
  g_autoptr (SeesawRun) run = NULL;
  g_autoptr (SeesawAnalysis) small = NULL;
  g_autoptr (SeesawAnalysis) large = NULL;

  setlocale (LC_ALL, "");
  for (gsize c = 0; c < N_CLASSES; c++)
    seen[c] = c % 2;
  classes = seesaw_classes_new (seen, NULL, N_CLASSES, NULL);
  run = seesaw_run_new ("bench.h5", "bench", classes, &number, 1);
  small = analyse (run, 10000);
  large = analyse (run, 1000000);

  measure ("accuracies at a γ", measure_query, small, large);
  measure ("P(U|x) at a γ", measure_mass, small, large);

  return 0;
}
