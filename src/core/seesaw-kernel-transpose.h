/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A square of values turned around its diagonal. Registers consist of blocks of 16 bytes, within
 * which values move at twice the rate: squares of a block's size are transposed first, all in
 * place, and then whole blocks move. Included once for each floating type.
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
#define EVEN 0, 1, 2, 3, 8, 9, 10, 11
#define ODD 4, 5, 6, 7, 12, 13, 14, 15
#elif (VECTOR_BYTES == 32)
#define LOW 0, 4, 2, 6
#define HIGH 1, 5, 3, 7
#define EVEN 0, 1, 4, 5
#define ODD 2, 3, 6, 7
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

#ifdef EVEN
static inline void
SUFFIX (transpose_blocks) (SUFFIX (Vector) square[LANES])
{
  for (int round = IN_BLOCK; round < LANES; round *= 2)
    {
      SUFFIX (Vector) shuffled[LANES];

      for (int i = 0; i < LANES / 2; i++)
        {
          int first = i + i / IN_BLOCK * IN_BLOCK;
          SUFFIX (Vector) a = square[first];
          SUFFIX (Vector) b = square[first + IN_BLOCK];

          shuffled[i] = __builtin_shufflevector (a, b, EVEN);
          shuffled[i + LANES / 2] = __builtin_shufflevector (a, b, ODD);
        }
      memcpy (square, shuffled, sizeof shuffled);
    }
}
#endif

static inline void
SUFFIX (transpose) (SUFFIX (Vector) square[LANES])
{
  for (int first = 0; first < LANES; first += IN_BLOCK)
    SUFFIX (transpose_in_blocks) (square + first);
#ifdef EVEN
  SUFFIX (transpose_blocks) (square);
#endif
}
