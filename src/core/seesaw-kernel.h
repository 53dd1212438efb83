/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-reduce.h"

G_BEGIN_DECLS

/**
 * SeesawKernelJob:
 * @classes: which classes are seen
 * @samples: where the numbers go; labels are already there
 * @with_log_odds: whether to do the exponentials, too
 *
 * What a kernel needs to know beside the rows.
 */
typedef struct
{
  const SeesawClasses *classes;
  SeesawSamples *samples;
  gboolean with_log_odds;
} SeesawKernelJob;

/**
 * SeesawKernelChange:
 * @now_square: sum of squares of the vector as it is
 * @then_square: ... as it was
 * @product: sum of products of both
 * @square: sum of squares of the change
 * @mean: mean of the change
 *
 * How a vector changed.
 */
typedef struct
{
  double now_square;
  double then_square;
  double product;
  double square;
  double mean;
} SeesawKernelChange;

/**
 * SeesawKernel:
 *
 * The inner loops, compiled for one instruction set. Rows are `[n_rows, n_classes]`, row `i`
 * belonging to sample `first + i`. The reducing functions return the number of NaNs.
 */
typedef struct
{
  guint64 (*reduce_f32) (const SeesawKernelJob *job, const float *rows, gsize first, gsize n_rows);
  guint64 (*reduce_f64) (const SeesawKernelJob *job, const double *rows, gsize first, gsize n_rows);
  double (*mean_gap_f32) (const SeesawClasses *classes, const float *row, gint32 label);
  double (*mean_gap_f64) (const SeesawClasses *classes, const double *row, gint32 label);
  void (*widen_f16) (const guint16 *half, gsize n_values, float *single);
  void (*widen_f32) (const float *single, gsize n_values, double *twice);
  double (*dot) (const double *a, const double *b, gsize n);
  double (*square_around) (const double *values, double mean, gsize n);
  void (*add_scaled) (double *sum, const double *values, double mean, double scale, gsize n);
  void (*scale) (const double *values, double scale, gsize n, float *scaled);
  SeesawKernelChange (*change_f32) (const float *now, const float *then, gsize n, double *change);
  SeesawKernelChange (*change_f64) (const double *now, const double *then, gsize n, double *change);
} SeesawKernel;

extern const SeesawKernel seesaw_kernel_generic;
extern const SeesawKernel seesaw_kernel_avx2;
extern const SeesawKernel seesaw_kernel_avx512;

const SeesawKernel *seesaw_kernel_choose (void);

G_END_DECLS
