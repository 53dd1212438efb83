/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How a vector changed. Included once for each floating type, so there is no guard. Sums run in
 * eight lanes whatever the instruction set, so that they are rounded the same everywhere.
 */

typedef REAL SUFFIX (Eight) __attribute__ ((vector_size (8 * sizeof (REAL))));

/* Eight values, or as many as are left and zeros. */
static inline Doubles
SUFFIX (load_eight) (const REAL *values, gsize n_left)
{
  SUFFIX (Eight) eight = { 0 };

  if (n_left >= 8)
    memcpy (&eight, values, sizeof eight);
  else
    memcpy (&eight, values, n_left * sizeof *values);

  return __builtin_convertvector(eight, Doubles);
}

static SeesawKernelChange
SUFFIX (measure_change) (const REAL *now, const REAL *then, gsize n, double *change)
{
  Doubles sums[5] = { { 0 } };

  for (gsize i = 0; i < n; i += 8)
    {
      Doubles a = SUFFIX (load_eight) (now + i, n - i);
      Doubles b = SUFFIX (load_eight) (then + i, n - i);
      Doubles c = a - b;

      sums[0] += a * a;
      sums[1] += b * b;
      sums[2] += a * b;
      sums[3] += c * c;
      sums[4] += c;
      memcpy (change + i, &c, MIN (n - i, 8) * sizeof *change);
    }

  return (SeesawKernelChange){ .now_square = add_lanes (sums[0]),
                               .then_square = add_lanes (sums[1]),
                               .product = add_lanes (sums[2]),
                               .square = add_lanes (sums[3]),
                               .mean = add_lanes (sums[4]) / (double) n };
}
