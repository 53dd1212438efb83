/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "brute.h"
#include "seesaw-analysis.h"

#include <math.h>

static SeesawAnalysis *
analyse (const Case *random, double pcv)
{
  const gint32 number = 0;
  g_autoptr (SeesawSamples) samples = case_reduce (random, SEESAW_SCALAR_F64);
  g_autoptr (SeesawEpoch) epoch = seesaw_epoch_new (0, samples, 1.25, 0);
  g_autoptr (SeesawRun) run = seesaw_run_new ("run.h5", "run", random->classes, &number, 1);

  return seesaw_analysis_new (run, epoch, pcv, 1, SEESAW_AVERAGE_SAMPLE);
}

static void
test_known (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (23);
  g_autoptr (Case) random = case_new_random (rand, 200, 12, 0.5, 0.0);
  g_autoptr (SeesawAnalysis) analysis = analyse (random, NAN);
  double best = -1.0;
  double nearest = 2.0;

  for (double gamma = -25.125; gamma < 25.0; gamma += 0.25)
    {
      SeesawAccuracy at = brute_accuracy (random, gamma, 1, SEESAW_AVERAGE_SAMPLE);

      best = MAX (best, at.yy);
      nearest = MIN (nearest, fabs (at.sy - at.uy));
    }

  {
    double oracle = analysis->gamma[SEESAW_KNOWN_GAMMA_ORACLE];
    double balance = analysis->gamma[SEESAW_KNOWN_GAMMA_BALANCE];
    SeesawAccuracy at = brute_accuracy (random, balance, 1, SEESAW_AVERAGE_SAMPLE);

    assert_same (brute_accuracy (random, oracle, 1, SEESAW_AVERAGE_SAMPLE).yy, best);
    assert_same (fabs (at.sy - at.uy), nearest);
  }

  assert_same (analysis->gamma[SEESAW_KNOWN_GAMMA_ALG], 1.25);
  assert_same (analysis->gamma[SEESAW_KNOWN_GAMMA_PCV], NAN);
}

static void
test_absent_recall (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (29);
  g_autoptr (Case) random = case_new_random (rand, 100, 9, 0.5, 0.03);
  g_autoptr (SeesawAnalysis) analysis = analyse (random, NAN);

  for (double gamma = -25.0; gamma <= 25.0; gamma += 0.25)
    {
      double n = 0.0;
      double recalled = 0.0;

      for (gsize i = 0; i < random->n_samples; i++)
        if (random->labels[i] >= 0 && !random->classes->seen[random->labels[i]])
          {
            n += 1.0;
            recalled += !random->classes->seen[brute_prediction (random, i, gamma, NULL)];
          }

      assert_same (seesaw_analysis_get_absent_recall (analysis, gamma), recalled / n);
    }
}

static void
test_fold (void)
{
  g_autoptr (Case) tiny = case_new ("ssuu", 2);
  g_autoptr (SeesawSamples) samples = NULL;
  g_autoptr (SeesawFold) fold = NULL;

  /* S'/Y holds up to 4, (S\S')/Y from 2: both are 1 in between. */
  tiny->logits[0] = 4.0;
  tiny->labels[0] = 0;
  tiny->logits[4] = 2.0;
  tiny->labels[1] = 2;
  samples = case_reduce (tiny, SEESAW_SCALAR_F32);
  fold = seesaw_fold_new (tiny->classes, samples);

  assert_same (seesaw_fold_get_gamma (fold), 3.0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/gamma/known", test_known);
  g_test_add_func ("/gamma/absent-recall", test_absent_recall);
  g_test_add_func ("/gamma/fold", test_fold);

  return g_test_run ();
}
