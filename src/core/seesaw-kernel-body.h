/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The reduction for one floating type. As many rows as a register has lanes are worked on at
 * once, one row a lane: what is found (the largest few, the arg max) then needs no sum across a
 * register, which is what short rows would spend their time on.
 *
 *   rows in memory -> squares, transposed -> strip [CLASSES_IN_STRIP][LANES] in the L1 cache
 *                  -> largest SEESAW_TOP_K of each side, a lane a row -> numbers of each row
 */

#include "seesaw-kernel-vector.h"

#include "seesaw-kernel-transpose.h"

#include "seesaw-kernel-top.h"

#include "seesaw-kernel-tile.h"

#include "seesaw-kernel-list.h"

#include "seesaw-kernel-standing.h"

#include "seesaw-kernel-odds.h"

#include "seesaw-kernel-finish.h"

static guint64
SUFFIX (count_nans) (const REAL *values, gsize n_values)
{
  guint64 n = 0;

  for (gsize i = 0; i < n_values; i++)
    n += values[i] != values[i];

  return n;
}

/* Long rows are gone through twice, the second time from the L2 cache. */
static gsize
SUFFIX (rows_at_once) (gsize n_classes)
{
  return CLAMP (TILE_BYTES / (n_classes * sizeof (REAL)), 1, (gsize) LANES);
}

static guint64
SUFFIX (reduce) (const SeesawKernelJob *job, const REAL *rows, gsize first, gsize n_rows)
{
  const SeesawClasses *classes = job->classes;
  gsize at_once = SUFFIX (rows_at_once) (classes->n_classes);
  guint64 n_nan = 0;

  for (gsize done = 0; done < n_rows; done += at_once)
    {
      gsize n = MIN (at_once, n_rows - done);
      const REAL *block = rows + done * classes->n_classes;
      SUFFIX (Tile) tile;
      gboolean has_nan;

      SUFFIX (expect_stores) (job->samples, first + done + (gsize) LANES);
      SUFFIX (tile_init) (&tile, classes, block, n);
      has_nan = SUFFIX (classes_are_few) (classes) ? SUFFIX (tile_run_short) (&tile)
                                                   : SUFFIX (tile_run_long) (&tile);
      if (has_nan)
        n_nan += SUFFIX (count_nans) (block, n * classes->n_classes);

      SUFFIX (finish_tile) (&tile, job, first + done);
    }

  return n_nan;
}

/* mean over c in S, c≠label, of z_c − mean over c in U of z_c */
static double
SUFFIX (mean_gap) (const SeesawClasses *classes, const REAL *row, gint32 label)
{
  const guint8 *seen = classes->seen;
  double sum_seen = 0.0;
  double sum_unseen = 0.0;

#pragma omp simd reduction(+ : sum_seen, sum_unseen)
  for (gsize c = 0; c < classes->n_classes; c++)
    {
      double value = (double) SUFFIX (without_nan) (row[c]);

      sum_seen += seen[c] && (gint64) c != label ? value : 0.0;
      sum_unseen += seen[c] ? 0.0 : value;
    }

  return sum_seen / (double) (classes->n_seen - 1) -
         sum_unseen / (double) (classes->n_classes - classes->n_seen);
}
