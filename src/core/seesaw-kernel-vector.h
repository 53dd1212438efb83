/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A register full of REAL, and the few operations on it that the compiler does not find by
 * itself. Included once for each floating type, so there is no guard.
 */

typedef REAL SUFFIX (Vector) __attribute__ ((vector_size (VECTOR_BYTES)));

/* As many integers as a register has lanes. */
#undef INTEGER
#if defined(REAL_IS_DOUBLE)
#define INTEGER gint64
#else
#define INTEGER gint32
#endif
typedef INTEGER SUFFIX (Indices) __attribute__ ((vector_size (VECTOR_BYTES)));

#undef LANES
#define LANES ((int) (VECTOR_BYTES / sizeof (REAL)))

#undef OP
#undef COMPARE
#if defined(__AVX512F__) && defined(REAL_IS_DOUBLE)
#define OP(name) _mm512_##name##_pd
#define COMPARE _mm512_cmp_pd_mask
#elif defined(__AVX512F__)
#define OP(name) _mm512_##name##_ps
#define COMPARE _mm512_cmp_ps_mask
#elif defined(__AVX2__) && defined(REAL_IS_DOUBLE)
#define OP(name) _mm256_##name##_pd
#elif defined(__AVX2__)
#define OP(name) _mm256_##name##_ps
#endif

static inline SUFFIX (Vector) SUFFIX (load) (const REAL *values)
{
  SUFFIX (Vector) v;

  memcpy (&v, values, sizeof v);
  return v;
}

static inline SUFFIX (Vector) SUFFIX (fill) (REAL value) { return value - (SUFFIX (Vector)){ 0 }; }

#ifdef OP

/* @b where @a is NaN. */
static inline SUFFIX (Vector) SUFFIX (larger) (SUFFIX (Vector) a, SUFFIX (Vector) b)
{
  return OP (max) (a, b);
}

static inline SUFFIX (Vector) SUFFIX (smaller) (SUFFIX (Vector) a, SUFFIX (Vector) b)
{
  return OP (min) (a, b);
}

/* a > b ? x : y */
static inline SUFFIX (Vector)
    SUFFIX (choose) (SUFFIX (Vector) a, SUFFIX (Vector) b, SUFFIX (Vector) x, SUFFIX (Vector) y)
{
#if defined(__AVX512F__)
  return OP (mask_blend) (COMPARE (a, b, _CMP_GT_OQ), y, x);
#else
  return OP (blendv) (y, x, OP (cmp) (a, b, _CMP_GT_OQ));
#endif
}

/* a = b ? x : y */
static inline SUFFIX (Vector) SUFFIX (choose_equal) (SUFFIX (Vector) a,
                                                     SUFFIX (Vector) b,
                                                     SUFFIX (Vector) x,
                                                     SUFFIX (Vector) y)
{
#if defined(__AVX512F__)
  return OP (mask_blend) (COMPARE (a, b, _CMP_EQ_OQ), y, x);
#else
  return OP (blendv) (y, x, OP (cmp) (a, b, _CMP_EQ_OQ));
#endif
}

/* One bit a lane. */
static inline guint
SUFFIX (equal_lanes) (SUFFIX (Vector) a, SUFFIX (Vector) b)
{
#if defined(__AVX512F__)
  return COMPARE (a, b, _CMP_EQ_OQ);
#else
  return (guint) OP (movemask) (OP (cmp) (a, b, _CMP_EQ_OQ));
#endif
}

/* Lanes in which either is NaN. */
static inline guint
SUFFIX (unordered_lanes) (SUFFIX (Vector) a, SUFFIX (Vector) b)
{
#if defined(__AVX512F__)
  return COMPARE (a, b, _CMP_UNORD_Q);
#else
  return (guint) OP (movemask) (OP (cmp) (a, b, _CMP_UNORD_Q));
#endif
}

#else

static inline SUFFIX (Vector)
    SUFFIX (choose) (SUFFIX (Vector) a, SUFFIX (Vector) b, SUFFIX (Vector) x, SUFFIX (Vector) y)
{
  SUFFIX (Vector) result;

  for (int lane = 0; lane < LANES; lane++)
    result[lane] = a[lane] > b[lane] ? x[lane] : y[lane];

  return result;
}

static inline SUFFIX (Vector) SUFFIX (larger) (SUFFIX (Vector) a, SUFFIX (Vector) b)
{
  return SUFFIX (choose) (a, b, a, b);
}

static inline SUFFIX (Vector) SUFFIX (smaller) (SUFFIX (Vector) a, SUFFIX (Vector) b)
{
  return SUFFIX (choose) (a, b, b, a);
}

static inline SUFFIX (Vector) SUFFIX (choose_equal) (SUFFIX (Vector) a,
                                                     SUFFIX (Vector) b,
                                                     SUFFIX (Vector) x,
                                                     SUFFIX (Vector) y)
{
  SUFFIX (Vector) result;

  for (int lane = 0; lane < LANES; lane++)
    result[lane] = a[lane] == b[lane] ? x[lane] : y[lane];

  return result;
}

static inline guint
SUFFIX (equal_lanes) (SUFFIX (Vector) a, SUFFIX (Vector) b)
{
  guint lanes = 0;

  for (int lane = 0; lane < LANES; lane++)
    lanes |= (guint) (a[lane] == b[lane]) << lane;

  return lanes;
}

static inline guint
SUFFIX (unordered_lanes) (SUFFIX (Vector) a, SUFFIX (Vector) b)
{
  guint lanes = 0;

  for (int lane = 0; lane < LANES; lane++)
    lanes |= (guint) (a[lane] != a[lane] || b[lane] != b[lane]) << lane;

  return lanes;
}

#endif

/* The lower (upper) halves of two registers, lane by lane in turn. */
#undef LOW
#undef HIGH
#if (VECTOR_BYTES == 64 && !defined(REAL_IS_DOUBLE))
#define LOW 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23
#define HIGH 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31
#elif (VECTOR_BYTES == 64) || (VECTOR_BYTES == 32 && !defined(REAL_IS_DOUBLE))
#define LOW 0, 8, 1, 9, 2, 10, 3, 11
#define HIGH 4, 12, 5, 13, 6, 14, 7, 15
#elif (VECTOR_BYTES == 32) || !defined(REAL_IS_DOUBLE)
#define LOW 0, 4, 1, 5
#define HIGH 2, 6, 3, 7
#else
#define LOW 0, 2
#define HIGH 1, 3
#endif

/* Transposes a square of LANES registers: log2 (LANES) rounds of perfect shuffles. */
static inline void
SUFFIX (transpose) (SUFFIX (Vector) square[LANES])
{
  for (int round = 1; round < LANES; round *= 2)
    {
      SUFFIX (Vector) shuffled[LANES];

      for (int i = 0; i < LANES / 2; i++)
        {
          SUFFIX (Vector) a = square[i];
          SUFFIX (Vector) b = square[i + LANES / 2];

          shuffled[2 * i] = __builtin_shufflevector (a, b, LOW);
          shuffled[2 * i + 1] = __builtin_shufflevector (a, b, HIGH);
        }
      memcpy (square, shuffled, sizeof shuffled);
    }
}
