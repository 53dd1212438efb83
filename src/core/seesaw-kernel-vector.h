/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A register full of REAL, and the few operations on it that the compiler does not find by
 * itself. Included once for each floating type, so there is no guard.
 */

typedef REAL SUFFIX (Vector) __attribute__ ((vector_size (VECTOR_BYTES)));

/* As many integers as a register has lanes. */
#undef INTEGER
#undef NEXT_AFTER
#if defined(REAL_IS_DOUBLE)
#define INTEGER gint64
#define NEXT_AFTER nextafter
#else
#define INTEGER gint32
#define NEXT_AFTER nextafterf
#endif
typedef INTEGER SUFFIX (Indices) __attribute__ ((vector_size (VECTOR_BYTES)));

#undef LANES
#define LANES ((int) (VECTOR_BYTES / sizeof (REAL)))

/* One bit for each of LANES lanes. */
#undef LANE_BITS
#if (VECTOR_BYTES == 32 && !defined(REAL_IS_DOUBLE))
#define LANE_BITS 1, 2, 4, 8, 16, 32, 64, 128
#elif (VECTOR_BYTES == 32) || !defined(REAL_IS_DOUBLE)
#define LANE_BITS 1, 2, 4, 8
#else
#define LANE_BITS 1, 2
#endif

#undef OP
#undef COMPARE
#undef MASK
#undef LOAD_MASK
#undef JOIN
#if defined(__AVX512F__) && defined(REAL_IS_DOUBLE)
#define OP(name) _mm512_##name##_pd
#define COMPARE _mm512_cmp_pd_mask
#define MASK __mmask8
#define LOAD_MASK "kmovb"
#define JOIN(low, high)                                                                            \
  _mm512_insertf64x4 (_mm512_castpd256_pd512 (_mm256_loadu_pd (low)), _mm256_loadu_pd (high), 1)
#elif defined(__AVX512F__)
#define OP(name) _mm512_##name##_ps
#define COMPARE _mm512_cmp_ps_mask
#define MASK __mmask16
#define LOAD_MASK "kmovw"
#define JOIN(low, high)                                                                            \
  _mm512_insertf32x8 (_mm512_castps256_ps512 (_mm256_loadu_ps (low)), _mm256_loadu_ps (high), 1)
#elif defined(__AVX2__) && defined(REAL_IS_DOUBLE)
#define OP(name) _mm256_##name##_pd
#define JOIN(low, high)                                                                            \
  _mm256_insertf128_pd (_mm256_castpd128_pd256 (_mm_loadu_pd (low)), _mm_loadu_pd (high), 1)
#elif defined(__AVX2__)
#define OP(name) _mm256_##name##_ps
#define JOIN(low, high)                                                                            \
  _mm256_insertf128_ps (_mm256_castps128_ps256 (_mm_loadu_ps (low)), _mm_loadu_ps (high), 1)
#endif

static inline SUFFIX (Vector) SUFFIX (load) (const REAL *values)
{
  SUFFIX (Vector) v;

  memcpy (&v, values, sizeof v);
  return v;
}

static inline SUFFIX (Vector) SUFFIX (fill) (REAL value) { return value - (SUFFIX (Vector)){ 0 }; }

#ifdef OP

/* Half a register from either. */
static inline SUFFIX (Vector) SUFFIX (join_halves) (const REAL *low, const REAL *high)
{
  return JOIN (low, high);
}

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
SUFFIX (greater_lanes) (SUFFIX (Vector) a, SUFFIX (Vector) b)
{
#if defined(__AVX512F__)
  return COMPARE (a, b, _CMP_GT_OQ);
#else
  return (guint) OP (movemask) (OP (cmp) (a, b, _CMP_GT_OQ));
#endif
}

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

/* Whether any of LANES registers has a NaN. */
static inline gboolean
SUFFIX (has_nan) (const SUFFIX (Vector) square[LANES])
{
#if defined(__AVX512F__)
  MASK nan = 0;

  for (int i = 0; i < LANES; i += 2)
    nan |= COMPARE (square[i], square[i + 1], _CMP_UNORD_Q);

  return nan != 0;
#else
  SUFFIX (Vector) nan = { 0 };

  for (int i = 0; i < LANES; i += 2)
    nan = OP (or) (nan, OP (cmp) (square[i], square[i + 1], _CMP_UNORD_Q));

  return OP (movemask) (nan) != 0;
#endif
}

#if !defined(__AVX512F__)
/* Lanes in which a is not less than b: it may be NaN. */
static inline guint
SUFFIX (not_less_lanes) (SUFFIX (Vector) a, SUFFIX (Vector) b)
{
  return (guint) OP (movemask) (OP (cmp) (a, b, _CMP_NLT_UQ));
}
#endif

#else

static inline SUFFIX (Vector)
    SUFFIX (blend) (SUFFIX (Indices) mask, SUFFIX (Vector) x, SUFFIX (Vector) y)
{
  return (SUFFIX (Vector)) ((mask & (SUFFIX (Indices)) x) | (~mask & (SUFFIX (Indices)) y));
}

static inline guint
SUFFIX (mask_lanes) (SUFFIX (Indices) mask)
{
  guint lanes = 0;

  for (int lane = 0; lane < LANES; lane++)
    lanes |= (guint) (mask[lane] & 1) << lane;

  return lanes;
}

static inline SUFFIX (Vector)
    SUFFIX (choose) (SUFFIX (Vector) a, SUFFIX (Vector) b, SUFFIX (Vector) x, SUFFIX (Vector) y)
{
  return SUFFIX (blend) ((SUFFIX (Indices)) (a > b), x, y);
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
  return SUFFIX (blend) ((SUFFIX (Indices)) (a == b), x, y);
}

static inline guint
SUFFIX (greater_lanes) (SUFFIX (Vector) a, SUFFIX (Vector) b)
{
  return SUFFIX (mask_lanes) ((SUFFIX (Indices)) (a > b));
}

static inline guint
SUFFIX (equal_lanes) (SUFFIX (Vector) a, SUFFIX (Vector) b)
{
  return SUFFIX (mask_lanes) ((SUFFIX (Indices)) (a == b));
}

static inline guint
SUFFIX (unordered_lanes) (SUFFIX (Vector) a, SUFFIX (Vector) b)
{
  return SUFFIX (mask_lanes) ((SUFFIX (Indices)) (a != a) | (SUFFIX (Indices)) (b != b));
}

static inline gboolean
SUFFIX (has_nan) (const SUFFIX (Vector) square[LANES])
{
  SUFFIX (Indices) nan = { 0 };

  for (int i = 0; i < LANES; i++)
    nan |= (SUFFIX (Indices)) (square[i] != square[i]);

  return SUFFIX (mask_lanes) (nan) != 0;
}

static inline guint
SUFFIX (not_less_lanes) (SUFFIX (Vector) a, SUFFIX (Vector) b)
{
  return SUFFIX (mask_lanes) (~(SUFFIX (Indices)) (a < b));
}

#endif

#if defined(__AVX512F__)
/* Straight from memory: compilers go by way of an integer register, which takes twice as long. */
typedef MASK SUFFIX (Mask) __attribute__ ((may_alias));

static inline MASK
SUFFIX (side_mask) (const SeesawWord *sides, gboolean seen, int first)
{
  gconstpointer bits = (const char *) &sides->bits[seen] + first / 8;
  MASK mask;

  __asm__(LOAD_MASK " %1, %0" : "=k"(mask) : "m"(*(const SUFFIX (Mask) *) bits));

  return mask;
}
#else
static inline SUFFIX (Indices)
    SUFFIX (not_on_side) (const SeesawWord *sides, gboolean seen, int first)
{
  const SUFFIX (Indices) zero = { 0 };
  const SUFFIX (Indices) bits = { LANE_BITS };

  return (((INTEGER) (sides->bits[seen] >> first) - zero) & bits) == 0;
}
#endif

/* Raises, lane by lane, the largest so far of the side that the lane's class is on; the class of
 * lane 0 has bit @first. NaNs raise nothing.
 */
static inline void
SUFFIX (raise) (SUFFIX (Vector) v,
                const SeesawWord *sides,
                int first,
                SUFFIX (Vector) * of_seen,
                SUFFIX (Vector) * of_unseen)
{
#if defined(__AVX512F__)
  *of_seen = OP (mask_max) (*of_seen, SUFFIX (side_mask) (sides, TRUE, first), v, *of_seen);
  *of_unseen = OP (mask_max) (*of_unseen, SUFFIX (side_mask) (sides, FALSE, first), v, *of_unseen);
#else
  SUFFIX (Indices) not_seen = SUFFIX (not_on_side) (sides, TRUE, first);
  SUFFIX (Indices) not_unseen = SUFFIX (not_on_side) (sides, FALSE, first);

  /* All ones are a NaN. */
  *of_seen = SUFFIX (larger) ((SUFFIX (Vector)) (not_seen | (SUFFIX (Indices)) v), *of_seen);
  *of_unseen = SUFFIX (larger) ((SUFFIX (Vector)) (not_unseen | (SUFFIX (Indices)) v), *of_unseen);
#endif
}

/* Lanes that reach the cut of their side. */
static inline guint
SUFFIX (reaching_lanes) (SUFFIX (Vector) v,
                         const SeesawWord *sides,
                         int first,
                         SUFFIX (Vector) cut_seen,
                         SUFFIX (Vector) cut_unseen)
{
#if defined(__AVX512F__)
  return COMPARE (v,
                  OP (mask_blend) (SUFFIX (side_mask) (sides, TRUE, first), cut_unseen, cut_seen),
                  _CMP_NLT_UQ);
#else
  guint seen = (guint) (sides->bits[TRUE] >> first);

  return (SUFFIX (not_less_lanes) (v, cut_seen) & seen) |
         (SUFFIX (not_less_lanes) (v, cut_unseen) & ~seen);
#endif
}

/* a < b ? x : y */
static inline SUFFIX (Vector) SUFFIX (choose_less) (SUFFIX (Indices) a,
                                                    SUFFIX (Indices) b,
                                                    SUFFIX (Vector) x,
                                                    SUFFIX (Vector) y)
{
  SUFFIX (Indices) mask = a < b;

  return (SUFFIX (Vector)) ((mask & (SUFFIX (Indices)) x) | (~mask & (SUFFIX (Indices)) y));
}

static inline void
SUFFIX (sort_pair) (SUFFIX (Vector) * high, SUFFIX (Vector) * low)
{
  SUFFIX (Vector) smaller = SUFFIX (smaller) (*low, *high);

  *high = SUFFIX (larger) (*low, *high);
  *low = smaller;
}
