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

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/margin/quartiles", test_quartiles);
  g_test_add_func ("/margin/sides", test_sides);
  g_test_add_func ("/margin/lonely-class", test_lonely_class);

  return g_test_run ();
}
