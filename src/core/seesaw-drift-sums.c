/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Weights in, drift out. */

#include "config.h"

#include "seesaw-drift.h"

#include "seesaw-parallel.h"

#include <math.h>
#include <string.h>

/* Rows that are taken in at once: few enough to stay in a cache. */
#define BATCH 64
#define GRAIN 4
#define COLUMN_GRAIN 256

/* A vector whose entries differ by less than this part of its length is constant. */
#define CONSTANT 1e-12

/* Sums of unit vectors: the mean cosine of all pairs of a set follows from the sum's length. */
typedef struct
{
  double *sum; /* [n_features] */
  double n;
} Group;

struct _SeesawDriftSums
{
  SeesawDrift *drift;
  const SeesawClasses *classes;
  Group cosine[2]; /* by seen */
  Group pearson[2];

  /* The rows at hand. */
  const char *weights;
  const char *start;
  SeesawScalar scalar;
  gsize first; /* class of the first row */
  gsize n_rows;
  double *change; /* [BATCH, n_features] */
  double mean[BATCH];
  double cosine_scale[BATCH]; /* what makes a change a unit vector; 0 if nothing does */
  double pearson_scale[BATCH];
};

/**
 * seesaw_drift_begin:
 * @classes: which classes are seen; must outlive the sums
 *
 * Returns: (transfer full): what to give to seesaw_drift_add() and seesaw_drift_end()
 */
SeesawDriftSums *
seesaw_drift_begin (SeesawDrift *self, const SeesawClasses *classes)
{
  SeesawDriftSums *sums = g_new0 (SeesawDriftSums, 1);

  sums->drift = self;
  sums->classes = classes;
  for (int side = 0; side < 2; side++)
    {
      sums->cosine[side].sum = g_new0 (double, self->n_features);
      sums->pearson[side].sum = g_new0 (double, self->n_features);
    }
  sums->change = g_new (double, BATCH * self->n_features);

  return sums;
}

/**
 * seesaw_drift_sums_free:
 * @sums: (transfer full): the sums
 */
void
seesaw_drift_sums_free (SeesawDriftSums *sums)
{
  for (int side = 0; side < 2; side++)
    {
      g_free (sums->cosine[side].sum);
      g_free (sums->pearson[side].sum);
    }
  g_free (sums->change);
  g_free (sums);
}

static double
dot (const double *a, const double *b, gsize n)
{
  double sum = 0.0;

#pragma omp simd reduction(+ : sum)
  for (gsize i = 0; i < n; i++)
    sum += a[i] * b[i];

  return sum;
}

/* Length of values − mean. */
static double
length_around (const double *values, double mean, gsize n)
{
  double square = 0.0;

#pragma omp simd reduction(+ : square)
  for (gsize d = 0; d < n; d++)
    square += (values[d] - mean) * (values[d] - mean);

  return sqrt (square);
}

/* now − then, into now; returns the mean entry. */
static double
subtract (double *now, const double *then, gsize n)
{
  double sum = 0.0;

#pragma omp simd reduction(+ : sum)
  for (gsize d = 0; d < n; d++)
    {
      now[d] -= then[d];
      sum += now[d];
    }

  return sum / (double) n;
}

/* A vector that is 0, NaN or infinite has no direction. */
static double
scale_of (double length, double least)
{
  return length > least && isfinite (length) ? 1.0 / length : 0.0;
}

static void
measure_change (SeesawDriftSums *sums, gsize row, double *change, const double *then)
{
  SeesawDrift *drift = sums->drift;
  gsize c = sums->first + row;
  gsize n = drift->n_features;
  float *direction = drift->direction + c * n;
  double scale;

  drift->cosine_to_start[c] =
      dot (change, then, n) / (drift->weight_norm[c] * sqrt (dot (then, then, n)));
  sums->mean[row] = subtract (change, then, n);
  drift->norm[c] = sqrt (dot (change, change, n));
  scale = sums->cosine_scale[row] = scale_of (drift->norm[c], 0.0);
  sums->pearson_scale[row] =
      scale_of (length_around (change, sums->mean[row], n), CONSTANT * drift->norm[c]);

  for (gsize d = 0; d < n; d++)
    direction[d] = scale > 0.0 ? (float) (change[d] * scale) : 0.0f;
}

static void
measure_rows (gsize first, gsize n_rows, gpointer user_data)
{
  SeesawDriftSums *sums = user_data;
  SeesawDrift *drift = sums->drift;
  gsize n = drift->n_features;
  gsize row_size = n * seesaw_scalar_size (sums->scalar);
  g_autofree double *then = g_new (double, n);

  for (gsize i = first; i < first + n_rows; i++)
    {
      gsize c = sums->first + i;
      double *now = sums->change + i * n;

      seesaw_scalar_to_double (sums->weights + i * row_size, sums->scalar, n, now);
      drift->weight_norm[c] = sqrt (dot (now, now, n));
      drift->norm[c] = drift->cosine_to_start[c] = (double) NAN;
      if (sums->start == NULL)
        memset (drift->direction + c * n, 0, n * sizeof (float));
      else
        {
          seesaw_scalar_to_double (sums->start + i * row_size, sums->scalar, n, then);
          measure_change (sums, i, now, then);
        }
    }
}

/* Adds (change − mean) · scale; an entry that is infinite or NaN comes with a scale of 0. */
static void
add_scaled (double *sum, const double *change, double mean, double scale, gsize first, gsize n)
{
  if (scale > 0.0)
    for (gsize d = first; d < first + n; d++)
      sum[d] += (change[d] - mean) * scale;
}

/* Threads share the features, not the classes: sums are the same for any number of threads. */
static void
add_columns (gsize first, gsize n_columns, gpointer user_data)
{
  SeesawDriftSums *sums = user_data;

  for (gsize i = 0; i < sums->n_rows; i++)
    {
      const double *change = sums->change + i * sums->drift->n_features;
      gboolean seen = sums->classes->seen[sums->first + i];

      add_scaled (sums->cosine[seen].sum, change, 0.0, sums->cosine_scale[i], first, n_columns);
      add_scaled (sums->pearson[seen].sum, change, sums->mean[i], sums->pearson_scale[i], first,
                  n_columns);
    }
}

static void
add_batch (SeesawDriftSums *sums)
{
  seesaw_parallel_for (sums->n_rows, GRAIN, measure_rows, sums);
  if (sums->start == NULL)
    return;

  sums->drift->has_start = TRUE;
  seesaw_parallel_for (sums->drift->n_features, COLUMN_GRAIN, add_columns, sums);
  for (gsize i = 0; i < sums->n_rows; i++)
    {
      gboolean seen = sums->classes->seen[sums->first + i];

      sums->cosine[seen].n += sums->cosine_scale[i] > 0.0;
      sums->pearson[seen].n += sums->pearson_scale[i] > 0.0;
    }
}

/**
 * seesaw_drift_add:
 * @weights: `[n_rows, n_features]`, w (e)
 * @start: (nullable): likewise, w (0)
 * @scalar: type of both
 * @first: class of the first row
 * @n_rows: number of rows
 *
 * Takes the weights of some classes in; each class exactly once. Sums are in double precision.
 */
void
seesaw_drift_add (SeesawDriftSums *sums,
                  gconstpointer weights,
                  gconstpointer start,
                  SeesawScalar scalar,
                  gsize first,
                  gsize n_rows)
{
  gsize row_size = sums->drift->n_features * seesaw_scalar_size (scalar);

  sums->scalar = scalar;
  for (gsize done = 0; done < n_rows; done += BATCH)
    {
      sums->weights = (const char *) weights + done * row_size;
      sums->start = start != NULL ? (const char *) start + done * row_size : NULL;
      sums->first = first + done;
      sums->n_rows = MIN (BATCH, n_rows - done);
      add_batch (sums);
    }
}

static double
mean_within (const Group *group, gsize n_features)
{
  double square = dot (group->sum, group->sum, n_features);

  return group->n > 1.0 ? (square - group->n) / (group->n * (group->n - 1.0)) : (double) NAN;
}

static SeesawBlockMeans
mean_blocks (const Group *groups, gsize n_features)
{
  double n_pairs = groups[0].n * groups[1].n;

  return (SeesawBlockMeans){
    .seen = mean_within (&groups[1], n_features),
    .unseen = mean_within (&groups[0], n_features),
    .across =
        n_pairs > 0.0 ? dot (groups[0].sum, groups[1].sum, n_features) / n_pairs : (double) NAN,
  };
}

/**
 * seesaw_drift_end:
 * @bias: (nullable): `[n_classes]`, b (e)
 * @start_bias: (nullable): `[n_classes]`, b (0)
 *
 * Finishes what seesaw_drift_add() began: means over blocks of the similarity matrix, without the
 * matrix. For n unit vectors u, the mean of u_c·u_d over c ≠ d is (|Σu|² − n) / (n (n − 1)).
 */
void
seesaw_drift_end (SeesawDriftSums *sums, const double *bias, const double *start_bias)
{
  SeesawDrift *drift = sums->drift;

  drift->cosine = mean_blocks (sums->cosine, drift->n_features);
  drift->pearson = mean_blocks (sums->pearson, drift->n_features);
  for (gsize c = 0; c < drift->n_classes; c++)
    {
      drift->bias[c] = bias != NULL ? bias[c] : (double) NAN;
      drift->bias_change[c] =
          bias != NULL && start_bias != NULL ? bias[c] - start_bias[c] : (double) NAN;
    }
}
