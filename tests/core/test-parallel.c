/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "seesaw-parallel.h"

static void
count_visits (gsize first, gsize n_items, gpointer user_data)
{
  guint8 *visits = user_data;

  for (gsize i = first; i < first + n_items; i++)
    visits[i]++;
}

static void
test_each_once (void)
{
  const gsize sizes[] = { 0, 1, 2, 99, 100, 101, 1000 };
  const gsize grains[] = { 1, 7, 100, 5000 };

  for (gsize s = 0; s < G_N_ELEMENTS (sizes); s++)
    for (gsize g = 0; g < G_N_ELEMENTS (grains); g++)
      {
        g_autofree guint8 *visits = g_new0 (guint8, sizes[s] + 1);

        seesaw_parallel_for (sizes[s], grains[g], count_visits, visits);
        for (gsize i = 0; i < sizes[s]; i++)
          g_assert_cmpuint (visits[i], ==, 1);
        g_assert_cmpuint (visits[sizes[s]], ==, 0);
      }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/parallel/each-once", test_each_once);

  return g_test_run ();
}
