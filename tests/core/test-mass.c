/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "brute.h"
#include "seesaw-mass.h"

#include <math.h>

static void
test_against_sum (gconstpointer data)
{
  double width = GPOINTER_TO_UINT (data);
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  double log_odds[500];
  g_autoptr (SeesawMass) mass = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (log_odds); i++)
    log_odds[i] = width * (g_rand_double (rand) - 0.5);
  mass = seesaw_mass_new (log_odds, G_N_ELEMENTS (log_odds));

  for (double gamma = -60.0; gamma <= 60.0; gamma += 0.7)
    {
      long double sum = 0.0L;
      double expected;

      for (gsize i = 0; i < G_N_ELEMENTS (log_odds); i++)
        sum += 1.0L / (1.0L + expl (-(long double) (log_odds[i] + gamma)));
      expected = (double) (sum / G_N_ELEMENTS (log_odds));

      g_assert_cmpfloat_with_epsilon (seesaw_mass_at (mass, gamma) / expected, 1.0, 1e-12);
    }
}

static void
test_infinite (void)
{
  const double log_odds[] = { INFINITY, -INFINITY, NAN, 0.0, -1e6 };
  g_autoptr (SeesawMass) mass = seesaw_mass_new (log_odds, G_N_ELEMENTS (log_odds));

  assert_same (seesaw_mass_at (mass, 0.0), 1.5 / 4.0);
  assert_same (seesaw_mass_at (mass, 2e6), 3.0 / 4.0);
}

static void
test_empty (void)
{
  g_autoptr (SeesawMass) mass = seesaw_mass_new (NULL, 0);

  assert_same (seesaw_mass_at (mass, 0.0), NAN);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/mass/narrow", GUINT_TO_POINTER (1), test_against_sum);
  g_test_add_data_func ("/mass/usual", GUINT_TO_POINTER (40), test_against_sum);
  g_test_add_data_func ("/mass/wide", GUINT_TO_POINTER (2000), test_against_sum);
  g_test_add_func ("/mass/infinite", test_infinite);
  g_test_add_func ("/mass/empty", test_empty);

  return g_test_run ();
}
