/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The largest few of a side, a lane a row. Included once for each floating type. */

typedef struct
{
  SUFFIX (Vector) value[SEESAW_TOP_K]; /* largest first; −∞ where the side has fewer classes */
} SUFFIX (Top);

static inline void
SUFFIX (top_init) (SUFFIX (Top) * top)
{
  for (int k = 0; k < SEESAW_TOP_K; k++)
    top->value[k] = SUFFIX (fill) ((REAL) -INFINITY);
}

static inline void
SUFFIX (top_insert) (SUFFIX (Top) * top, SUFFIX (Vector) v)
{
  for (int k = 0; k < SEESAW_TOP_K; k++)
    SUFFIX (sort_pair) (&top->value[k], &v);
}

/* Four values at once, which costs two thirds of one after the other. Put in order, and laid
 * against the largest so far in reverse, they leave the larger of each pair: descending at first,
 * then ascending, and in order after five more comparisons.
 */
static inline void
SUFFIX (top_merge) (SUFFIX (Top) * top, SUFFIX (Vector) four[4])
{
  static const guint8 sort[][2] = { { 0, 1 }, { 2, 3 }, { 0, 2 }, { 1, 3 }, { 1, 2 } };
  static const guint8 settle[][2] = { { 0, 4 }, { 1, 3 }, { 2, 4 }, { 1, 2 }, { 3, 4 } };

  G_STATIC_ASSERT (SEESAW_TOP_K == 5);

#pragma GCC unroll 5
  for (guint i = 0; i < G_N_ELEMENTS (sort); i++)
    SUFFIX (sort_pair) (&four[sort[i][0]], &four[sort[i][1]]);
  for (int k = 0; k < 4; k++)
    top->value[4 - k] = SUFFIX (larger) (four[k], top->value[4 - k]);
#pragma GCC unroll 5
  for (guint i = 0; i < G_N_ELEMENTS (settle); i++)
    SUFFIX (sort_pair) (&top->value[settle[i][0]], &top->value[settle[i][1]]);
}

/* @values must not be NaN. */
static inline void
SUFFIX (top_take) (SUFFIX (Top) * self, const SUFFIX (Vector) * values, gsize n_values)
{
  SUFFIX (Top) top = *self;
  gsize i = 0;

  for (; i + 4 <= n_values; i += 4)
    {
      SUFFIX (Vector) four[4] = { values[i], values[i + 1], values[i + 2], values[i + 3] };

      SUFFIX (top_merge) (&top, four);
    }
  for (; i < n_values; i++)
    SUFFIX (top_insert) (&top, values[i]);

  *self = top;
}
