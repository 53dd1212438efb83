/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "seesaw-sort.h"

#include <string.h>

/* Radix sort, lowest digit first. A million thresholds are sorted whenever an epoch is looked at,
 * and comparing them one by one would take ten times as long.
 */
#define DIGIT_BITS 11
#define N_DIGITS 6
#define N_BUCKETS (1 << DIGIT_BITS)

typedef struct
{
  guint64 key;
  gsize index;
} Item;

/* Bits that, as an integer, are ordered as the doubles are: negative numbers run backwards. −0 and
 * +0 are equal.
 */
static guint64
key_of (double value)
{
  guint64 bits;
  double positive_zero = value + 0.0;

  memcpy (&bits, &positive_zero, sizeof bits);

  return bits >> 63 ? ~bits : bits | (G_GUINT64_CONSTANT (1) << 63);
}

static guint
digit_of (guint64 key, int digit)
{
  return (guint) (key >> (DIGIT_BITS * digit)) & (N_BUCKETS - 1);
}

/* Moves @from to @to by one digit, equal digits in the order they come. */
static void
distribute (const Item *from, Item *to, gsize n, int digit, gsize *counts)
{
  gsize next = 0;

  for (guint bucket = 0; bucket < N_BUCKETS; bucket++)
    {
      gsize count = counts[bucket];

      counts[bucket] = next;
      next += count;
    }

  for (gsize i = 0; i < n; i++)
    to[counts[digit_of (from[i].key, digit)]++] = from[i];
}

/* Returns sorted items; both arrays are as long as @values. */
static Item *
sort_items (const double *values, gsize n, Item *items, Item *spare)
{
  g_autofree gsize *counts = g_new0 (gsize, N_DIGITS * N_BUCKETS);

  for (gsize i = 0; i < n; i++)
    {
      items[i] = (Item){ key_of (values[i]), i };
      for (int digit = 0; digit < N_DIGITS; digit++)
        counts[digit * N_BUCKETS + (int) digit_of (items[i].key, digit)]++;
    }

  for (int digit = 0; digit < N_DIGITS; digit++)
    {
      gsize *of_digit = counts + digit * N_BUCKETS;
      Item *sorted = spare;

      if (n == 0 || of_digit[digit_of (items[0].key, digit)] == n)
        continue; /* the same digit everywhere */

      distribute (items, spare, n, digit, of_digit);
      spare = items;
      items = sorted;
    }

  return items;
}

/**
 * seesaw_sort_order:
 * @values: `[n_values]`, without NaN; infinities are allowed
 * @n_values: number of values
 *
 * Returns: (transfer full): `[n_values]`, the indices of @values by ascending value; of equal ones
 *   the first comes first
 */
gsize *
seesaw_sort_order (const double *values, gsize n_values)
{
  g_autofree Item *items = g_new (Item, n_values + 1);
  g_autofree Item *spare = g_new (Item, n_values + 1);
  const Item *sorted = sort_items (values, n_values, items, spare);
  gsize *order = g_new (gsize, n_values + 1);

  for (gsize i = 0; i < n_values; i++)
    order[i] = sorted[i].index;

  return order;
}

/**
 * seesaw_sort_values:
 * @values: (inout): `[n_values]`, without NaN; ascending afterwards
 * @n_values: number of values
 */
void
seesaw_sort_values (double *values, gsize n_values)
{
  g_autofree gsize *order = seesaw_sort_order (values, n_values);
  g_autofree double *copy = g_memdup2 (values, n_values * sizeof *values);

  for (gsize i = 0; i < n_values; i++)
    values[i] = copy[order[i]];
}
