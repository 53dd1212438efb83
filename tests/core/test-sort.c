/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "seesaw-sort.h"

#include <math.h>

static void
test_specials (void)
{
  double values[] = { 1.0, -INFINITY, 0.5, -2.0, INFINITY, -0.5, 1e-310, -1e-310, 1e300 };
  const double sorted[] = { -INFINITY, -2.0, -0.5, -1e-310, 1e-310, 0.5, 1.0, 1e300, INFINITY };

  seesaw_sort_values (values, G_N_ELEMENTS (values));
  g_assert_cmpmem (values, sizeof values, sorted, sizeof sorted);
}

static void
test_equals_keep_their_order (void)
{
  const double values[] = { 1.0, 0.0, 1.0, -0.0, 1.0, 0.0 };
  const gsize expected[] = { 1, 3, 5, 0, 2, 4 };
  g_autofree gsize *order = seesaw_sort_order (values, G_N_ELEMENTS (values));

  g_assert_cmpmem (order, sizeof expected, expected, sizeof expected);
}

static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);

  for (gsize n = 0; n < 5000; n = 2 * n + 1)
    {
      g_autofree double *values = g_new (double, n + 1);
      g_autofree gsize *order = NULL;

      for (gsize i = 0; i < n; i++)
        values[i] = ldexp (g_rand_double_range (rand, -1.0, 1.0), g_rand_int_range (rand, -40, 40));
      order = seesaw_sort_order (values, n);
      for (gsize i = 1; i < n; i++)
        g_assert_true (values[order[i - 1]] < values[order[i]] ||
                       (values[order[i - 1]] == values[order[i]] && order[i - 1] < order[i]));
      seesaw_sort_values (values, n);
      for (gsize i = 1; i < n; i++)
        g_assert_cmpfloat (values[i - 1], <=, values[i]);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sort/specials", test_specials);
  g_test_add_func ("/sort/equals-keep-their-order", test_equals_keep_their_order);
  g_test_add_func ("/sort/random", test_random);

  return g_test_run ();
}
