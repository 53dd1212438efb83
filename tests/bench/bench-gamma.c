/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a step of the slider costs: all accuracies at one γ, and the mean of P(U given x), with ten
 * thousand samples and with a million.
 */

#include "seesaw-analysis.h"

#include <math.h>

#define N_QUERIES 20000
#define N_CLASSES 1000

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

typedef struct
{
  double query;
  double mass;
} Cost;

/* In microseconds each. */
static Cost
measure (const SeesawRun *run, gsize n_samples)
{
  g_autoptr (SeesawEpoch) epoch = new_epoch (run->classes, n_samples);
  gint64 start = g_get_monotonic_time ();
  g_autoptr (SeesawAnalysis) analysis =
      seesaw_analysis_new (run, epoch, (double) NAN, 1, SEESAW_AVERAGE_SAMPLE);
  gint64 analysed = g_get_monotonic_time ();
  gint64 queried;
  Cost cost;

  for (int i = 0; i < N_QUERIES; i++)
    sink = seesaw_curve_at (analysis->curve, (i * 7919 % N_QUERIES) * 20.0 / N_QUERIES - 6.0).h;
  queried = g_get_monotonic_time ();
  for (int i = 0; i < N_QUERIES / 10; i++)
    sink = seesaw_mass_at (analysis->mass_unseen, i * 0.001);

  cost.query = (double) (queried - analysed) / N_QUERIES;
  cost.mass = (double) (g_get_monotonic_time () - queried) / (N_QUERIES / 10.0);
  g_print ("%7zu samples: analysis %6.1f ms, accuracies at a γ %5.3f µs, P(U|x) at a γ %5.1f µs\n",
           n_samples, (double) (analysed - start) / 1000.0, cost.query, cost.mass);

  return cost;
}

int
main (void)
{
  const gint32 number = 0;
  guint8 seen[N_CLASSES];
  g_autoptr (SeesawClasses) classes = NULL;
  g_autoptr (SeesawRun) run = NULL;
  Cost small;
  Cost large;

  for (gsize c = 0; c < N_CLASSES; c++)
    seen[c] = c % 2;
  classes = seesaw_classes_new (seen, NULL, N_CLASSES, NULL);
  run = seesaw_run_new ("bench.h5", "bench", classes, &number, 1);

  small = measure (run, 10000);
  large = measure (run, 1000000);
  g_print ("a hundred times the samples: %.2f times the time for accuracies, %.2f for P(U|x)\n",
           large.query / small.query, large.mass / small.mass);

  return 0;
}
