/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bench-blas.h"

/* Both sides use the same threads: OpenBLAS as many as it finds processors, and so does core. The
 * environment may ask OpenBLAS for the kernels of an older processor.
 */
void
bench_print_setup (void)
{
  const char *asked = g_getenv ("OPENBLAS_CORETYPE");

  g_print ("OpenBLAS with %d threads, kernels for %s%s\n", openblas_get_num_threads (),
           openblas_get_corename (), asked != NULL ? " (OPENBLAS_CORETYPE is set)" : "");
}

/* Best of a few, in seconds. */
double
bench_measure (BenchFunc func, gpointer data, int n_repeats)
{
  gint64 best = G_MAXINT64;

  for (int i = 0; i < n_repeats; i++)
    {
      gint64 start = g_get_monotonic_time ();

      func (data);
      best = MIN (best, g_get_monotonic_time () - start);
    }

  return (double) best / G_USEC_PER_SEC;
}

/* Best of a few of both, by turns: a machine that others use is not equally slow all the time. */
void
bench_compare (const BenchFunc *funcs, gpointer data, int n_repeats, double *seconds)
{
  seconds[0] = seconds[1] = G_MAXDOUBLE;
  for (int i = 0; i < n_repeats; i++)
    for (int j = 0; j < 2; j++)
      seconds[j] = MIN (seconds[j], bench_measure (funcs[j], data, 1));
}

/* Spread about 0; what they are does not matter. */
void
bench_fill (GRand *rand, float *values, gsize n)
{
  guint32 state = g_rand_int (rand);

  for (gsize i = 0; i < n; i++)
    {
      state = state * 1664525u + 1013904223u;
      values[i] = (float) (state >> 8) * 0x1p-23f - 1.0f;
    }
}
