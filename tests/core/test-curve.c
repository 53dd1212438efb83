/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "brute.h"

#include <math.h>
#include <string.h>

static void
assert_accuracy (SeesawAccuracy found, SeesawAccuracy expected)
{
  assert_same (found.yy, expected.yy);
  assert_same (found.sy, expected.sy);
  assert_same (found.uy, expected.uy);
  assert_same (found.ss, expected.ss);
  assert_same (found.uu, expected.uu);
  assert_same (found.h, expected.h);
}

/* Every accuracy at every γ: between thresholds, exactly on them, and far outside. */
static void
test_against_brute_force (gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (GPOINTER_TO_UINT (data));

  for (int round = 0; round < 60; round++)
    {
      gsize n_classes = (gsize) g_rand_int_range (rand, 2, 40);
      g_autoptr (Case) random = case_new_random (rand, 25, n_classes, 0.5, round % 3 * 0.04);
      SeesawScalar scalar = (SeesawScalar) g_rand_int_range (rand, 0, 3);
      g_autoptr (SeesawSamples) samples = case_reduce (random, scalar);

      for (guint top_k = 1; top_k <= SEESAW_TOP_K; top_k += SEESAW_TOP_K - 1)
        for (int average = SEESAW_AVERAGE_SAMPLE; average <= SEESAW_AVERAGE_CLASS; average++)
          {
            g_autoptr (SeesawCurve) curve =
                seesaw_curve_new (random->classes, samples, top_k, (SeesawAverage) average);

            for (double gamma = -21.0; gamma <= 21.0; gamma += 0.25)
              assert_accuracy (seesaw_curve_at (curve, gamma),
                               brute_accuracy (random, gamma, top_k, (SeesawAverage) average));
          }
    }
}

/* Classes s s u u; gaps of right samples: seen at 1 and 3, unseen at 2 and 2.
 *
 *   γ        < 1   1..2   2..3   > 3
 *   S/Y       1     1/2    1/2    0       (times 2/3: one of the three seen samples is never right)
 *   U/Y       0      0      1     1
 */
static Case *
new_staircase (void)
{
  Case *self = case_new ("ssuu", 5);
  const double logits[] = { 1, 0, 0,  -1, /* label 0, threshold 1 */
                            0, 3, 0,  -1, /* label 1, threshold 3 */
                            5, 0, 0,  -1, /* label 1, never right, gap 5 */
                            2, 0, 0,  -1, /* label 2, threshold 2 */
                            0, 2, -1, 0 /* label 3, threshold 2 */ };
  const gint32 labels[] = { 0, 1, 1, 2, 3 };

  memcpy (self->logits, logits, sizeof logits);
  memcpy (self->labels, labels, sizeof labels);

  return self;
}

static void
test_staircase (void)
{
  g_autoptr (Case) staircase = new_staircase ();
  g_autoptr (SeesawSamples) samples = case_reduce (staircase, SEESAW_SCALAR_F32);
  g_autoptr (SeesawCurve) curve =
      seesaw_curve_new (staircase->classes, samples, 1, SEESAW_AVERAGE_SAMPLE);
  const SeesawPoint *points = seesaw_curve_get_points (curve);
  const SeesawPoint expected[] = {
    { -INFINITY, 2.0 / 3.0, 0.0 },
    { 1.0, 1.0 / 3.0, 0.0 },
    { 2.0, 1.0 / 3.0, 1.0 },
    { 3.0, 0.0, 1.0 },
  };
  double low;
  double high;

  g_assert_cmpuint (seesaw_curve_get_n_points (curve), ==, G_N_ELEMENTS (expected));
  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      assert_same (points[i].gamma, expected[i].gamma);
      assert_same (points[i].sy, expected[i].sy);
      assert_same (points[i].uy, expected[i].uy);
    }

  /* Trapezoids: 1/3 · 0, 0, 1/3 · 1. */
  assert_same (seesaw_curve_get_ausuc (curve), 1.0 / 3.0);
  /* Y/Y is 2/5, 1/5, 3/5, 2/5: best from 2 to 3. */
  assert_same (seesaw_curve_get_oracle (curve), 2.5);
  /* |S/Y − U/Y| is 2/3, 1/3, 2/3, 1. */
  assert_same (seesaw_curve_get_balance (curve), 1.5);
  seesaw_curve_get_span (curve, &low, &high);
  assert_same (low, 1.0);
  assert_same (high, 5.0);
}

static void
test_open_ends (void)
{
  g_autoptr (Case) staircase = new_staircase ();
  g_autoptr (SeesawSamples) samples = NULL;
  g_autoptr (SeesawCurve) curve = NULL;

  /* Only the never-right sample and the unseen ones remain: Y/Y is best from 2 on, S/Y is 0. */
  staircase->labels[0] = staircase->labels[1] = -1;
  samples = case_reduce (staircase, SEESAW_SCALAR_F64);
  curve = seesaw_curve_new (staircase->classes, samples, 1, SEESAW_AVERAGE_SAMPLE);

  g_assert_cmpuint (seesaw_curve_get_n_unlabelled (curve), ==, 2);
  assert_same (seesaw_curve_get_oracle (curve), (2.0 + 6.0) / 2.0);
  assert_same (seesaw_curve_get_balance (curve), (1.0 + 2.0) / 2.0);
}

static void
test_empty_side (void)
{
  g_autoptr (Case) staircase = new_staircase ();
  g_autoptr (SeesawSamples) samples = NULL;
  g_autoptr (SeesawCurve) curve = NULL;
  SeesawAccuracy accuracy;

  staircase->labels[3] = staircase->labels[4] = -1;
  samples = case_reduce (staircase, SEESAW_SCALAR_F64);
  curve = seesaw_curve_new (staircase->classes, samples, 1, SEESAW_AVERAGE_SAMPLE);
  accuracy = seesaw_curve_at (curve, 0.0);

  assert_same (accuracy.sy, 2.0 / 3.0);
  assert_same (accuracy.yy, 2.0 / 3.0);
  assert_same (accuracy.uy, NAN);
  assert_same (accuracy.uu, NAN);
  assert_same (accuracy.h, NAN);
  assert_same (seesaw_curve_get_ausuc (curve), NAN);
  assert_same (seesaw_curve_get_balance (curve), NAN);
}

/* Between two neighbouring points no γ gives a third one, and the area under all of them is what
 * a sweep over a fine grid finds.
 */
static void
test_points_are_all_there_are (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  g_autoptr (Case) random = case_new_random (rand, 60, 9, 0.5, 0.0);
  g_autoptr (SeesawSamples) samples = case_reduce (random, SEESAW_SCALAR_F32);
  g_autoptr (SeesawCurve) curve =
      seesaw_curve_new (random->classes, samples, 1, SEESAW_AVERAGE_SAMPLE);
  const SeesawPoint *points = seesaw_curve_get_points (curve);
  SeesawAccuracy before = brute_accuracy (random, -30.0, 1, SEESAW_AVERAGE_SAMPLE);
  double area = 0.0;
  gsize n_points = 1;

  for (double gamma = -29.875; gamma < 30.0; gamma += 0.25)
    {
      SeesawAccuracy at = brute_accuracy (random, gamma, 1, SEESAW_AVERAGE_SAMPLE);

      if (at.sy != before.sy || at.uy != before.uy)
        {
          assert_same (points[n_points].sy, at.sy);
          assert_same (points[n_points].uy, at.uy);
          n_points++;
        }
      area += (before.sy - at.sy) * (before.uy + at.uy) / 2.0;
      before = at;
    }

  g_assert_cmpuint (seesaw_curve_get_n_points (curve), ==, n_points);
  assert_same (seesaw_curve_get_ausuc (curve), area);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/curve/brute-force/1", GUINT_TO_POINTER (1), test_against_brute_force);
  g_test_add_data_func ("/curve/brute-force/2", GUINT_TO_POINTER (2), test_against_brute_force);
  g_test_add_func ("/curve/staircase", test_staircase);
  g_test_add_func ("/curve/open-ends", test_open_ends);
  g_test_add_func ("/curve/empty-side", test_empty_side);
  g_test_add_func ("/curve/points", test_points_are_all_there_are);

  return g_test_run ();
}
