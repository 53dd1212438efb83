/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "seesaw-reduce.h"

#include "seesaw-kernel.h"

#include <math.h>

/* Values that are widened at a time: they stay in the L2 cache until they are reduced. */
#define WIDEN_AT_ONCE (64 * 1024)

static guint64
reduce_halves (const SeesawKernel *kernel,
               const SeesawKernelJob *job,
               const guint16 *logits,
               gsize first,
               gsize n_rows)
{
  gsize n_classes = job->classes->n_classes;
  gsize at_once = MAX (WIDEN_AT_ONCE / n_classes, 16);
  g_autofree float *rows = g_new (float, MIN (at_once, MAX (n_rows, 1)) * n_classes);
  guint64 n_nan = 0;

  for (gsize done = 0; done < n_rows; done += at_once)
    {
      gsize n = MIN (at_once, n_rows - done);

      kernel->widen_f16 (logits + done * n_classes, n * n_classes, rows);
      n_nan += kernel->reduce_f32 (job, rows, first + done, n);
    }

  return n_nan;
}

/**
 * seesaw_reduce_samples:
 * @classes: which classes are seen; C of them, at most 2^24
 * @logits: `[n_rows, n_classes]`, aligned for @scalar: the rows of samples @first and on
 * @scalar: their type
 * @first: sample that row 0 belongs to
 * @n_rows: number of rows
 * @with_log_odds: whether log-odds are wanted, which cost an exponential per logit; NaN otherwise
 * @samples: where the numbers go; `label` holds class indices < C, or −1, already
 *
 * Reduces each row to the numbers that `SeesawSamples` describes: what z_c + γ·[c in U] predicts,
 * for every γ. Equal scores go to the lowest class index; a NaN counts as −∞. Reads each logit
 * once from memory. Threads may reduce disjoint ranges of rows at once.
 *
 * Returns: how many logits were NaN
 */
guint64
seesaw_reduce_samples (const SeesawClasses *classes,
                       gconstpointer logits,
                       SeesawScalar scalar,
                       gsize first,
                       gsize n_rows,
                       gboolean with_log_odds,
                       SeesawSamples *samples)
{
  const SeesawKernel *kernel = seesaw_kernel_choose ();
  SeesawKernelJob job = { classes, samples, with_log_odds };

  switch (scalar)
    {
    case SEESAW_SCALAR_F16:
      return reduce_halves (kernel, &job, logits, first, n_rows);
    case SEESAW_SCALAR_F32:
      return kernel->reduce_f32 (&job, logits, first, n_rows);
    case SEESAW_SCALAR_F64:
      return kernel->reduce_f64 (&job, logits, first, n_rows);
    default:
      g_return_val_if_reached (0);
    }
}

static double
row_mean_gap (const SeesawKernel *kernel,
              const SeesawClasses *classes,
              gconstpointer row,
              SeesawScalar scalar,
              gint32 label,
              float *widened)
{
  if (scalar == SEESAW_SCALAR_F64)
    return kernel->mean_gap_f64 (classes, row, label);

  if (scalar == SEESAW_SCALAR_F16)
    {
      kernel->widen_f16 (row, classes->n_classes, widened);
      row = widened;
    }

  return kernel->mean_gap_f32 (classes, row, label);
}

/**
 * seesaw_reduce_mean_gap:
 * @classes: which classes are seen
 * @logits: `[n_rows, n_classes]` of training samples
 * @scalar: their type
 * @labels: `[n_rows]` class indices < C, or negative
 * @n_rows: number of rows
 *
 * The sum and count behind γ_ALG, the average logit gap of arXiv 2409.16223, over the rows with a
 * seen label. Sums are in double precision. With a single seen class no other is left to
 * average over, and no sample counts.
 *
 * Returns: the part of γ_ALG from these rows
 */
SeesawMeanGap
seesaw_reduce_mean_gap (const SeesawClasses *classes,
                        gconstpointer logits,
                        SeesawScalar scalar,
                        const gint32 *labels,
                        gsize n_rows)
{
  const SeesawKernel *kernel = seesaw_kernel_choose ();
  gsize row_size = classes->n_classes * seesaw_scalar_size (scalar);
  g_autofree float *widened = g_new (float, classes->n_classes);
  SeesawMeanGap gap = { 0 };

  if (classes->n_seen < 2)
    return gap;

  for (gsize i = 0; i < n_rows; i++)
    {
      gconstpointer row = (const char *) logits + i * row_size;

      if (labels[i] < 0 || !classes->seen[labels[i]])
        continue;

      gap.sum += row_mean_gap (kernel, classes, row, scalar, labels[i], widened);
      gap.n_samples++;
    }

  return gap;
}
