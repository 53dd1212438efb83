/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Exponentials of some registers at once: each is one long chain of operations, and a processor
 * that has some of them to choose from hardly ever waits.
 */

#pragma once

typedef double Terms __attribute__ ((vector_size (VECTOR_BYTES)));
typedef gint64 Longs __attribute__ ((vector_size (VECTOR_BYTES)));

#define TERMS ((gsize) (VECTOR_BYTES / sizeof (double)))

/* A register of classes each. */
#define N_CHAINS 4
#define CHAINED (N_CHAINS * TERMS)

static inline Longs
as_longs (double value)
{
  return (Longs) (value - (Terms){ 0 });
}

static inline Longs
choose_longs (Longs mask, Longs x, Longs y)
{
  return (mask & x) | (~mask & y);
}

/* All ones for each class that is on the side, from class @first of the word. */
static inline Longs
on_side (const SeesawWord *sides, gboolean seen, gsize first)
{
#if VECTOR_BYTES == 64
  const Longs bits = { 1, 2, 4, 8, 16, 32, 64, 128 };
#elif VECTOR_BYTES == 32
  const Longs bits = { 1, 2, 4, 8 };
#else
  const Longs bits = { 1, 2 };
#endif
  const Longs zero = { 0 };

  return (((gint64) (sides->bits[seen] >> first) - zero) & bits) != 0;
}

/* sums = sums · x + c */
static inline void
horner (Terms sums[N_CHAINS], const Terms x[N_CHAINS], double c)
{
  for (int i = 0; i < N_CHAINS; i++)
    sums[i] = sums[i] * x[i] + c;
}

/* exp (x) for x <= 0, to about 1e-15 relative, without a branch. Below the smallest normal number,
 * and for NaN, the result is as good as 0 beside a sum of at least 1.
 */
static inline void
exp_of_negative (Terms x[N_CHAINS])
{
  const double round_to_integer = 0x1.8p52;
  Terms r[N_CHAINS];
  Terms square[N_CHAINS];
  Terms even[N_CHAINS];
  Terms odd[N_CHAINS];
  Terms root[N_CHAINS];
  Longs exponent[N_CHAINS];

  /* x = n ln 2 + 2 r. The integer n stands in the low bits of what was rounded to it. */
  for (int i = 0; i < N_CHAINS; i++)
    {
      Terms clamped = (Terms) choose_longs (x[i] > -708.0, (Longs) x[i], as_longs (-708.0));
      Terms shifted = clamped * 0x1.71547652b82fep0 + round_to_integer;
      Terms n = shifted - round_to_integer;

      r[i] = (0.5 * clamped - n * 0x1.62e42fefa3800p-2) - n * 0x1.ef35793c76730p-46;
      exponent[i] = (Longs) shifted << 52;
    }

  /* Taylor series of exp (r), |r| <= ln 2 / 4: the first term left out is below 2e-16. */
  for (int i = 0; i < N_CHAINS; i++)
    {
      square[i] = r[i] * r[i];
      even[i] = square[i] * (1.0 / 3628800.0) + 1.0 / 40320.0;
      odd[i] = square[i] * (1.0 / 362880.0) + 1.0 / 5040.0;
    }
  horner (even, square, 1.0 / 720.0);
  horner (odd, square, 1.0 / 120.0);
  horner (even, square, 1.0 / 24.0);
  horner (odd, square, 1.0 / 6.0);
  horner (even, square, 0.5);
  horner (odd, square, 1.0);
  horner (even, square, 1.0);

  for (int i = 0; i < N_CHAINS; i++)
    root[i] = even[i] + r[i] * odd[i];

  /* Adding n to the exponent scales by 2^n. */
  for (int i = 0; i < N_CHAINS; i++)
    x[i] = (Terms) ((Longs) (root[i] * root[i]) + exponent[i]);
}
