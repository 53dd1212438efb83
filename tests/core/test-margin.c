/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "brute.h"
#include "seesaw-margin.h"

#include <math.h>
#include <string.h>

static void
test_quartiles (void)
{
  double five[] = { 5, 1, 4, 2, 3 };
  double four[] = { 4, 1, 3, 2 };
  double one[] = { 7 };
  SeesawDistribution d;

  d = seesaw_distribution_of (five, G_N_ELEMENTS (five));
  assert_same (d.mean, 3.0);
  assert_same (d.q1, 2.0);
  assert_same (d.median, 3.0);
  assert_same (d.q3, 4.0);

  /* Positions 0.75, 1.5 and 2.25 among four. */
  d = seesaw_distribution_of (four, G_N_ELEMENTS (four));
  assert_same (d.q1, 1.75);
  assert_same (d.median, 2.5);
  assert_same (d.q3, 3.25);

  d = seesaw_distribution_of (one, 1);
  assert_same (d.mean, 7.0);
  assert_same (d.q3, 7.0);

  d = seesaw_distribution_of (NULL, 0);
  assert_same (d.mean, NAN);
  assert_same (d.median, NAN);
}

static void
test_sides (void)
{
  g_autoptr (Case) tiny = case_new ("ssuu", 3);
  g_autoptr (SeesawSamples) samples = NULL;
  SeesawMargin margin;
  const double logits[] = { 4, 1, 9, 9, 9, 9, 2, 7, 9, 9, 3, 2 };

  memcpy (tiny->logits, logits, sizeof logits);
  tiny->labels[0] = 0;
  tiny->labels[1] = 2;
  tiny->labels[2] = 2;
  samples = case_reduce (tiny, SEESAW_SCALAR_F32);

  margin = seesaw_margin_of (tiny->classes, samples, TRUE);
  assert_same (margin.label.mean, 4.0);
  assert_same (margin.other.mean, 1.0);
  assert_same (margin.margin.mean, 3.0);

  /* 2 − 7 and 3 − 2 */
  margin = seesaw_margin_of (tiny->classes, samples, FALSE);
  assert_same (margin.label.mean, 2.5);
  assert_same (margin.other.mean, 4.5);
  assert_same (margin.margin.q1, -3.5);
}

static void
test_lonely_class (void)
{
  g_autoptr (Case) tiny = case_new ("suu", 1);
  g_autoptr (SeesawSamples) samples = NULL;

  tiny->labels[0] = 0;
  samples = case_reduce (tiny, SEESAW_SCALAR_F32);

  assert_same (seesaw_margin_of (tiny->classes, samples, TRUE).margin.mean, NAN);
}

/* Mean over samples of side @of of the largest logit on side @among; infinities left out. */
static double
brute_best (const Case *random, gboolean of, gboolean among)
{
  double sum = 0.0;
  double n = 0.0;

  for (gsize i = 0; i < random->n_samples; i++)
    {
      const double *logits = random->logits + i * random->classes->n_classes;
      double best = -INFINITY;

      if (random->labels[i] < 0 || random->classes->seen[random->labels[i]] != of)
        continue;

      for (gsize c = 0; c < random->classes->n_classes; c++)
        if (random->classes->seen[c] == among)
          best = fmax (best, logits[c]);
      sum += isfinite (best) ? best : 0.0;
      n += isfinite (best);
    }

  return sum / n;
}

static void
test_spread (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (21);

  for (int round = 0; round < 60; round++)
    {
      gsize n_classes = (gsize) g_rand_int_range (rand, 2, 9);
      g_autoptr (Case) random =
          case_new_random (rand, (gsize) round, n_classes, 0.5, round % 2 * 0.05);
      g_autoptr (SeesawSamples) samples = case_reduce (random, SEESAW_SCALAR_F64);
      SeesawSpread spread = seesaw_spread_of (random->classes, samples);

      for (int seen = 0; seen < 2; seen++)
        {
          SeesawMargin margin = seesaw_margin_of (random->classes, samples, seen);

          assert_same (spread.margin[seen].margin.median, margin.margin.median);
          assert_same (spread.margin[seen].other.q1, margin.other.q1);
          for (int among = 0; among < 2; among++)
            assert_same (spread.best[seen][among].mean, brute_best (random, seen, among));
        }
    }
}

/* A list is what the distribution is of. */
static void
test_list (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (22);

  for (gsize n_samples = 0; n_samples < 60; n_samples++)
    {
      gsize n_classes = (gsize) g_rand_int_range (rand, 2, 9);
      g_autoptr (Case) random = case_new_random (rand, n_samples, n_classes, 0.5, 0.0);
      g_autoptr (SeesawSamples) samples = case_reduce (random, SEESAW_SCALAR_F64);

      for (int seen = 0; seen < 2; seen++)
        {
          gsize n;
          g_autofree double *margins = seesaw_margin_list (random->classes, samples, seen, &n);
          SeesawDistribution found = seesaw_distribution_of (margins, n);
          SeesawDistribution expected = seesaw_margin_of (random->classes, samples, seen).margin;

          assert_same (found.mean, expected.mean);
          assert_same (found.q1, expected.q1);
          assert_same (found.median, expected.median);
          assert_same (found.q3, expected.q3);
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/margin/quartiles", test_quartiles);
  g_test_add_func ("/margin/sides", test_sides);
  g_test_add_func ("/margin/lonely-class", test_lonely_class);
  g_test_add_func ("/margin/spread", test_spread);
  g_test_add_func ("/margin/list", test_list);

  return g_test_run ();
}
