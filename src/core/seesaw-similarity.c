/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The mean of u_i·v_j over a block is (Σu_i)·(Σv_j) over the number of pairs: a level is rows of
 * the level below added in twos, and each piece of it one matrix product.
 */

#include "config.h"

#include "seesaw-similarity.h"

#include "seesaw-memory.h"
#include "seesaw-parallel.h"

#include <cblas.h>
#include <math.h>
#include <string.h>

/* A vector whose entries differ by less than this part of its length is constant. */
#define CONSTANT 1e-12

/* Rows, or columns, that a thread takes at once. */
#define GRAIN 64
#define TILE 64

/* The coarsest level has no more cells than this along a side. */
#define COARSEST 512

typedef struct
{
  gsize n_rows;
  gsize size;  /* bytes */
  float *rows; /* [n_rows, n_features] */
} Level;

typedef struct
{
  float *values; /* [n, n] */
  gsize n;
} Square;

struct _SeesawSimilarity
{
  gsize n_features;
  GArray *levels; /* of Level */
};

static Level
level_new (gsize n_rows, gsize n_features)
{
  gsize size = n_rows * n_features * sizeof (float);

  return (Level){ n_rows, size, seesaw_memory_new (size) };
}

static void
level_clear (gpointer data)
{
  Level *level = data;

  seesaw_memory_free (level->rows, level->size);
}

/* Takes the mean of a unit vector away, and makes it one again. */
static void
center (float *row, gsize n)
{
  double mean = 0.0;
  double square = 0.0;
  double norm;

  for (gsize d = 0; d < n; d++)
    mean += (double) row[d];
  mean /= (double) n;
  for (gsize d = 0; d < n; d++)
    square += ((double) row[d] - mean) * ((double) row[d] - mean);

  norm = sqrt (square);
  for (gsize d = 0; d < n; d++)
    row[d] = norm > CONSTANT ? (float) (((double) row[d] - mean) / norm) : 0.0f;
}

typedef struct
{
  const SeesawDrift *drift;
  SeesawMeasure measure;
  const gint32 *order;
  float *rows;
} Finest;

static void
copy_rows (gsize first, gsize n_rows, gpointer user_data)
{
  const Finest *finest = user_data;
  gsize n = finest->drift->n_features;

  for (gsize i = first; i < first + n_rows; i++)
    {
      float *row = finest->rows + i * n;

      memcpy (row, finest->drift->direction + (gsize) finest->order[i] * n, n * sizeof *row);
      if (finest->measure == SEESAW_MEASURE_PEARSON)
        center (row, n);
    }
}

static Level
new_finest (const SeesawDrift *drift, SeesawMeasure measure, const gint32 *order, gsize n_rows)
{
  Level level = level_new (n_rows, drift->n_features);
  Finest finest = { drift, measure, order, level.rows };

  seesaw_parallel_for (n_rows, GRAIN, copy_rows, &finest);

  return level;
}

static Level
new_coarser (const Level *below, gsize n)
{
  Level level = level_new ((below->n_rows + 1) / 2, n);

  for (gsize i = 0; i < level.n_rows; i++)
    {
      const float *a = below->rows + 2 * i * n;
      const float *b = 2 * i + 1 < below->n_rows ? a + n : NULL;

      for (gsize d = 0; d < n; d++)
        level.rows[i * n + d] = b != NULL ? a[d] + b[d] : a[d];
    }

  return level;
}

/**
 * seesaw_similarity_new:
 * @drift: a drift
 * @measure: how to compare
 * @order: `[n_rows]`, classes in the order of rows and columns
 * @n_rows: number of them
 *
 * A class whose Δw has no direction is alike to none: 0.
 *
 * Returns: (transfer full): the matrix, uncomputed
 */
SeesawSimilarity *
seesaw_similarity_new (const SeesawDrift *drift,
                       SeesawMeasure measure,
                       const gint32 *order,
                       gsize n_rows)
{
  SeesawSimilarity *self = g_atomic_rc_box_new0 (SeesawSimilarity);
  Level level = new_finest (drift, measure, order, n_rows);

  self->n_features = drift->n_features;
  self->levels = g_array_new (FALSE, FALSE, sizeof (Level));
  g_array_set_clear_func (self->levels, level_clear);
  g_array_append_val (self->levels, level);
  while (level.n_rows > COARSEST)
    {
      level = new_coarser (&level, self->n_features);
      g_array_append_val (self->levels, level);
    }

  return self;
}

/**
 * seesaw_similarity_ref:
 *
 * Returns: (transfer full): @self
 */
SeesawSimilarity *
seesaw_similarity_ref (SeesawSimilarity *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  SeesawSimilarity *self = data;

  g_array_unref (self->levels);
}

/**
 * seesaw_similarity_unref:
 * @self: (transfer full): the matrix
 */
void
seesaw_similarity_unref (SeesawSimilarity *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

/**
 * seesaw_similarity_get_n_levels:
 *
 * Returns: number of levels, at least 1
 */
guint
seesaw_similarity_get_n_levels (const SeesawSimilarity *self)
{
  return self->levels->len;
}

/**
 * seesaw_similarity_get_n_cells:
 * @level: a level
 *
 * Returns: cells along a side of it
 */
gsize
seesaw_similarity_get_n_cells (const SeesawSimilarity *self, guint level)
{
  return g_array_index (self->levels, Level, level).n_rows;
}

/* Pairs of classes that a cell stands for, along one side. */
static float
count_at (const SeesawSimilarity *self, guint level, gsize cell)
{
  gsize n = seesaw_similarity_get_n_cells (self, 0);
  gsize first = cell << level;

  return (float) MIN ((gsize) 1 << level, n - first);
}

static void
divide (const SeesawSimilarity *self,
        guint level,
        gsize row,
        gsize n_rows,
        gsize column,
        gsize n_columns,
        float *values)
{
  for (gsize i = 0; i < n_rows; i++)
    for (gsize j = 0; j < n_columns; j++)
      values[i * n_columns + j] /=
          count_at (self, level, row + i) * count_at (self, level, column + j);
}

/* Square by square, so that rows which are read across stay in the cache. */
static void
mirror (gsize first, gsize n_columns, gpointer user_data)
{
  const Square *square = user_data;
  gsize n = square->n;

  for (gsize row = first; row < n; row += TILE)
    for (gsize i = row; i < MIN (row + TILE, n); i++)
      for (gsize j = first; j < MIN (first + n_columns, i); j++)
        square->values[i * n + j] = square->values[j * n + i];
}

/* A piece on the diagonal is symmetric: half of it is enough. */
static void
compute_symmetric (const float *rows, gsize n_rows, gsize n_features, float *values)
{
  Square square = { values, n_rows };

  cblas_ssyrk (CblasRowMajor, CblasUpper, CblasNoTrans, (blasint) n_rows, (blasint) n_features,
               1.0f, rows, (blasint) n_features, 0.0f, values, (blasint) n_rows);
  seesaw_parallel_for (n_rows, TILE, mirror, &square);
}

/**
 * seesaw_similarity_compute:
 * @level: a level
 * @row: first row
 * @n_rows: number of rows
 * @column: first column
 * @n_columns: number of columns
 * @values: (out): `[n_rows, n_columns]`, from −1 to 1
 *
 * Computes a piece of the matrix, by SSYRK on the diagonal and SGEMM elsewhere.
 */
void
seesaw_similarity_compute (const SeesawSimilarity *self,
                           guint level,
                           gsize row,
                           gsize n_rows,
                           gsize column,
                           gsize n_columns,
                           float *values)
{
  const Level *source = &g_array_index (self->levels, Level, level);
  blasint n = (blasint) self->n_features;
  const float *rows = source->rows + row * self->n_features;
  const float *columns = source->rows + column * self->n_features;

  if (row == column && n_rows == n_columns)
    compute_symmetric (rows, n_rows, self->n_features, values);
  else
    cblas_sgemm (CblasRowMajor, CblasNoTrans, CblasTrans, (blasint) n_rows, (blasint) n_columns, n,
                 1.0f, rows, n, columns, n, 0.0f, values, (blasint) n_columns);

  if (level > 0)
    divide (self, level, row, n_rows, column, n_columns, values);
}

/**
 * seesaw_similarity_at:
 * @row: a row of level 0
 * @column: a column of level 0
 *
 * Returns: the similarity of two classes, summed in double precision
 */
double
seesaw_similarity_at (const SeesawSimilarity *self, gsize row, gsize column)
{
  const Level *finest = &g_array_index (self->levels, Level, 0);
  const float *a = finest->rows + row * self->n_features;
  const float *b = finest->rows + column * self->n_features;
  double sum = 0.0;

  for (gsize d = 0; d < self->n_features; d++)
    sum += (double) a[d] * (double) b[d];

  return sum;
}
