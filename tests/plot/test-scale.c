/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "seesaw-scale.h"

typedef struct
{
  SeesawScale scale;
  guint max_ticks;
  double step;
  double first;
  guint n_ticks;
  const char *labels; /* of the first and the last */
} Case;

static const Case cases[] = {
  { { 0.0, 1.0 }, 6, 0.2, 0.0, 6, "0.0 1.0" },
  { { 0.0, 1.0 }, 11, 0.1, 0.0, 11, "0.0 1.0" },
  { { 0.0, 100.0 }, 6, 20.0, 0.0, 6, "0 100" },
  { { 0.0, 90.0 }, 10, 10.0, 0.0, 10, "0 90" },
  { { 0.0, 90.0 }, 4, 50.0, 0.0, 2, "0 50" },
  { { -1.05, 1.05 },
    4,
    1.0,
    -1.0,
    3,
    "\xe2\x88\x92"
    "1 1" },
  { { -0.3, 0.3 },
    7,
    0.1,
    -0.3,
    7,
    "\xe2\x88\x92"
    "0.3 0.3" },
  { { 0.1, 0.7 }, 7, 0.1, 0.1, 7, "0.1 0.7" },
  { { 12.5, 13.5 }, 3, 0.5, 12.5, 3, "12.5 13.5" },
  { { 1e-6, 5e-6 }, 5, 1e-6, 1e-6, 5, "0.000001 0.000005" },
  { { 0.0, 21000.0 }, 4, 10000.0, 0.0, 3, "0 20000" },
  { { 0.0, 0.9 }, 5, 0.2, 0.0, 5, "0.0 0.8" },
};

static void
test_ticks (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const Case *c = &cases[i];
      double step = seesaw_scale_round_step (c->scale, c->max_ticks);
      double first;
      guint n_ticks = seesaw_scale_list_ticks (c->scale, step, &first);
      g_autofree char *low = seesaw_scale_format_tick (first, step);
      g_autofree char *high = seesaw_scale_format_tick (first + (n_ticks - 1) * step, step);
      g_autofree char *labels = g_strdup_printf ("%s %s", low, high);

      g_test_message ("case %zu", i);
      g_assert_cmpfloat_with_epsilon (step, c->step, 1e-12);
      g_assert_cmpfloat_with_epsilon (first, c->first, 1e-12);
      g_assert_cmpuint (n_ticks, ==, c->n_ticks);
      g_assert_cmpuint (n_ticks, <=, c->max_ticks);
      g_assert_cmpstr (labels, ==, c->labels);
    }
}

static void
test_no_negative_zero (void)
{
  g_autofree char *label = seesaw_scale_format_tick (-1e-17, 0.1);

  g_assert_cmpstr (label, ==, "0.0");
}

static void
test_units (void)
{
  const SeesawScale scale = { 10.0, 30.0 };

  g_assert_cmpfloat (seesaw_scale_to_unit (scale, 15.0), ==, 0.25);
  g_assert_cmpfloat (seesaw_scale_from_unit (scale, 0.25), ==, 15.0);
  g_assert_cmpfloat (seesaw_scale_to_unit (scale, 40.0), ==, 1.5);
}

static void
test_zoom (void)
{
  const SeesawScale scale = { 10.0, 30.0 };
  SeesawScale near = seesaw_scale_zoom (scale, 20.0, 2.0);
  SeesawScale shifted = seesaw_scale_shift (scale, 0.5);

  g_assert_cmpfloat (near.low, ==, 15.0);
  g_assert_cmpfloat (near.high, ==, 25.0);
  /* What is zoomed about stays where it is. */
  near = seesaw_scale_zoom (scale, 12.0, 4.0);
  g_assert_cmpfloat_with_epsilon (seesaw_scale_to_unit (near, 12.0), 0.1, 1e-12);
  g_assert_cmpfloat (shifted.low, ==, 20.0);
  g_assert_cmpfloat (shifted.high, ==, 40.0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/scale/ticks", test_ticks);
  g_test_add_func ("/scale/no-negative-zero", test_no_negative_zero);
  g_test_add_func ("/scale/units", test_units);
  g_test_add_func ("/scale/zoom", test_zoom);

  return g_test_run ();
}
