/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The inner loops of the reduction. This file is compiled once for each instruction set, with
 * SEESAW_KERNEL naming the table that it fills; the body once for each floating type.
 */

#include "config.h"

#include "seesaw-kernel.h"

#include <math.h>
#include <string.h>

#if defined(__AVX2__) || defined(__AVX512F__)
#include <immintrin.h>
#endif

#if defined(__AVX512F__)
#define VECTOR_BYTES 64
#elif defined(__AVX2__)
#define VECTOR_BYTES 32
#else
#define VECTOR_BYTES 16
#endif

#define TILE_BYTES ((gsize) 128 * 1024)
#define CUT_BYTES ((gsize) 16 * 1024)

/* gcc unrolls a loop over lanes before it could see that it fits into a register. clang sees it by
 * itself, and where it does not, complains of being told.
 */
#if defined(__clang__)
#define LANES_AT_ONCE
#else
#define LANES_AT_ONCE _Pragma ("omp simd")
#endif

/* The γ from which (up to which) a score @ahead of @behind by γ is passed. Where both are the
 * same infinity, adding γ changes nothing and the index decides for all γ.
 */
static inline double
difference (double ahead, double behind, gboolean ahead_wins_tie)
{
  if (ahead == behind && isinf (ahead))
    return ahead_wins_tie ? INFINITY : -INFINITY;

  return ahead - behind;
}

/* What is known of a sample without a label. */
static inline void
finish_unlabelled (gsize sample, const SeesawSamples *samples)
{
  samples->top_k_threshold[sample] = (double) NAN;
  samples->label_logit[sample] = (double) NAN;
  samples->other_logit[sample] = (double) NAN;
  samples->own_rank[sample] = SEESAW_TOP_K;
  samples->wins_tie[sample] = 0;
}

typedef double Doubles __attribute__ ((vector_size (64)));

static inline double
add_lanes (Doubles v)
{
  return ((v[0] + v[4]) + (v[2] + v[6])) + ((v[1] + v[5]) + (v[3] + v[7]));
}

#include "seesaw-kernel-exp.h"

#define REAL float
#define SUFFIX(name) name##_f32
#include "seesaw-kernel-body.h"
#include "seesaw-kernel-change.h"
#undef REAL
#undef SUFFIX

#define REAL double
#define REAL_IS_DOUBLE 1
#define SUFFIX(name) name##_f64
#include "seesaw-kernel-body.h"
#include "seesaw-kernel-change.h"

static double
dot (const double *a, const double *b, gsize n)
{
  Doubles sums[2] = { { 0 } };
  gsize i = 0;

  for (; i + 16 <= n; i += 16)
    {
      sums[0] += load_eight_f64 (a + i, 8) * load_eight_f64 (b + i, 8);
      sums[1] += load_eight_f64 (a + i + 8, 8) * load_eight_f64 (b + i + 8, 8);
    }
  for (; i < n; i += 8)
    sums[0] += load_eight_f64 (a + i, n - i) * load_eight_f64 (b + i, n - i);

  return add_lanes (sums[0] + sums[1]);
}

/* Sum of (values − mean)². */
static double
square_around (const double *values, double mean, gsize n)
{
  Doubles sum = { 0 };
  double rest = 0.0;
  gsize i = 0;

  for (; i + 8 <= n; i += 8)
    {
      Doubles v = load_eight_f64 (values + i, 8) - mean;

      sum += v * v;
    }
  for (; i < n; i++)
    rest += (values[i] - mean) * (values[i] - mean);

  return add_lanes (sum) + rest;
}

static void
add_scaled (double *sum, const double *values, double mean, double scale, gsize n)
{
  for (gsize i = 0; i < n; i++)
    sum[i] += (values[i] - mean) * scale;
}

static void
scale_values (const double *values, double scale, gsize n, float *scaled)
{
  for (gsize i = 0; i < n; i++)
    scaled[i] = (float) (values[i] * scale);
}

static void
widen_f32 (const float *single, gsize n_values, double *twice)
{
  for (gsize i = 0; i < n_values; i++)
    twice[i] = (double) single[i];
}

#if !defined(__F16C__)
static float
widen_one (guint16 half)
{
  guint32 sign = (guint32) (half & 0x8000) << 16;
  guint32 magnitude = half & 0x7fff;
  guint32 bits;
  float value;

  if (magnitude < 0x0400) /* zero or subnormal: an integer times 2^-24 */
    {
      value = (float) magnitude * 0x1p-24f;
      return sign ? -value : value;
    }

  bits = magnitude >= 0x7c00 ? 0x7f800000 | (magnitude & 0x03ff) << 13
                             : (magnitude << 13) + ((127u - 15u) << 23);
  bits |= sign;
  memcpy (&value, &bits, sizeof value);

  return value;
}
#endif

static void
widen_f16 (const guint16 *half, gsize n_values, float *single)
{
  gsize i = 0;

#if defined(__F16C__)
  for (; i + 8 <= n_values; i += 8)
    _mm256_storeu_ps (single + i, _mm256_cvtph_ps (_mm_loadu_si128 ((const void *) (half + i))));
  for (; i < n_values; i++)
    single[i] = _cvtsh_ss (half[i]);
#else
  for (; i < n_values; i++)
    single[i] = widen_one (half[i]);
#endif
}

const SeesawKernel SEESAW_KERNEL = {
  .reduce_f32 = reduce_f32,
  .reduce_f64 = reduce_f64,
  .mean_gap_f32 = mean_gap_f32,
  .mean_gap_f64 = mean_gap_f64,
  .widen_f16 = widen_f16,
  .widen_f32 = widen_f32,
  .dot = dot,
  .square_around = square_around,
  .add_scaled = add_scaled,
  .scale = scale_values,
  .change_f32 = measure_change_f32,
  .change_f64 = measure_change_f64,
};
