/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A square of values turned around its diagonal. Registers consist of blocks of 16 bytes, within
 * which values move at twice the rate: halves of registers are read to where they belong, squares
 * of a block's size are transposed in place, and where a half has two blocks these move at last.
 * Included once for each floating type.
 */

#undef IN_BLOCK
#define IN_BLOCK ((int) (16 / sizeof (REAL)))

/* Values in turn from the lower (upper) halves of the blocks of two registers; every other block
 * of both, the even (odd) ones.
 */
#undef LOW
#undef HIGH
#undef EVEN
#undef ODD
#if (VECTOR_BYTES == 64 && !defined(REAL_IS_DOUBLE))
#define LOW 0, 16, 1, 17, 4, 20, 5, 21, 8, 24, 9, 25, 12, 28, 13, 29
#define HIGH 2, 18, 3, 19, 6, 22, 7, 23, 10, 26, 11, 27, 14, 30, 15, 31
#define EVEN 0, 1, 2, 3, 8, 9, 10, 11, 16, 17, 18, 19, 24, 25, 26, 27
#define ODD 4, 5, 6, 7, 12, 13, 14, 15, 20, 21, 22, 23, 28, 29, 30, 31
#elif (VECTOR_BYTES == 64)
#define LOW 0, 8, 2, 10, 4, 12, 6, 14
#define HIGH 1, 9, 3, 11, 5, 13, 7, 15
#define EVEN 0, 1, 4, 5, 8, 9, 12, 13
#define ODD 2, 3, 6, 7, 10, 11, 14, 15
#elif (VECTOR_BYTES == 32 && !defined(REAL_IS_DOUBLE))
#define LOW 0, 8, 1, 9, 4, 12, 5, 13
#define HIGH 2, 10, 3, 11, 6, 14, 7, 15
#elif (VECTOR_BYTES == 32)
#define LOW 0, 4, 2, 6
#define HIGH 1, 5, 3, 7
#elif !defined(REAL_IS_DOUBLE)
#define LOW 0, 4, 1, 5
#define HIGH 2, 6, 3, 7
#else
#define LOW 0, 2
#define HIGH 1, 3
#endif

static inline void
SUFFIX (transpose_in_blocks) (SUFFIX (Vector) square[IN_BLOCK])
{
  for (int round = 1; round < IN_BLOCK; round *= 2)
    {
      SUFFIX (Vector) shuffled[IN_BLOCK];

      for (int i = 0; i < IN_BLOCK / 2; i++)
        {
          SUFFIX (Vector) a = square[i];
          SUFFIX (Vector) b = square[i + IN_BLOCK / 2];

          shuffled[2 * i] = __builtin_shufflevector (a, b, LOW);
          shuffled[2 * i + 1] = __builtin_shufflevector (a, b, HIGH);
        }
      memcpy (square, shuffled, sizeof shuffled);
    }
}

#if (VECTOR_BYTES == 16)
static inline void
SUFFIX (load_turned) (const REAL *values, gsize stride, SUFFIX (Vector) square[LANES])
{
  for (int lane = 0; lane < LANES; lane++)
    square[lane] = SUFFIX (load) (values + (gsize) lane * stride);
  SUFFIX (transpose_in_blocks) (square);
}
#else
/* Halves of registers from rows that are a block apart. */
static inline void
SUFFIX (load_halves) (const REAL *values, gsize stride, SUFFIX (Vector) halves[IN_BLOCK])
{
  for (int i = 0; i < IN_BLOCK; i++)
    halves[i] = SUFFIX (join_halves) (values + (gsize) i * stride,
                                      values + (gsize) (i + IN_BLOCK) * stride);
}

#ifdef EVEN
static inline void
SUFFIX (load_turned) (const REAL *values, gsize stride, SUFFIX (Vector) square[LANES])
{
  for (int half = 0; half < LANES; half += LANES / 2)
    {
      SUFFIX (Vector) upper[IN_BLOCK];
      SUFFIX (Vector) lower[IN_BLOCK];

      SUFFIX (load_halves) (values + half, stride, upper);
      SUFFIX (load_halves) (values + half + (gsize) (LANES / 2) * stride, stride, lower);
      SUFFIX (transpose_in_blocks) (upper);
      SUFFIX (transpose_in_blocks) (lower);
      for (int i = 0; i < IN_BLOCK; i++)
        {
          square[half + i] = __builtin_shufflevector (upper[i], lower[i], EVEN);
          square[half + IN_BLOCK + i] = __builtin_shufflevector (upper[i], lower[i], ODD);
        }
    }
}
#else
static inline void
SUFFIX (load_turned) (const REAL *values, gsize stride, SUFFIX (Vector) square[LANES])
{
  for (int half = 0; half < LANES; half += LANES / 2)
    {
      SUFFIX (load_halves) (values + half, stride, square + half);
      SUFFIX (transpose_in_blocks) (square + half);
    }
}
#endif
#endif
