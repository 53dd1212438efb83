/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "seesaw-drift.h"

#include <math.h>
#include <string.h>

#define N_DOUBLES 5

typedef struct
{
  SeesawDrift drift;
  GDestroyNotify release;
  gpointer release_data;
} Owned;

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
  double *now; /* a row each */
  double *then;
};

/**
 * seesaw_drift_size:
 * @n_classes: number of classes
 * @n_features: number of features; the result must fit a `gsize`
 *
 * Returns: bytes that a block takes
 */
gsize
seesaw_drift_size (gsize n_classes, gsize n_features)
{
  return n_classes * (N_DOUBLES * sizeof (double) + n_features * sizeof (float));
}

static void
clear (gpointer data)
{
  Owned *owned = data;

  if (owned->release != NULL)
    owned->release (owned->release_data);
}

/**
 * seesaw_drift_new_in:
 * @block: seesaw_drift_size() bytes, aligned for double; laid out as another call laid it out
 * @n_classes: number of classes
 * @n_features: number of features
 * @release: (nullable): called with @release_data when the last reference is gone
 * @release_data: for @release
 *
 * Sees a block of memory as a drift, without copying it.
 *
 * Returns: (transfer full): the drift
 */
SeesawDrift *
seesaw_drift_new_in (gpointer block,
                     gsize n_classes,
                     gsize n_features,
                     GDestroyNotify release,
                     gpointer release_data)
{
  Owned *owned = g_atomic_rc_box_new0 (Owned);
  SeesawDrift *self = &owned->drift;
  double *next = block;

  self->n_classes = n_classes;
  self->n_features = n_features;
  self->cosine = self->pearson = (SeesawBlockMeans){ NAN, NAN, NAN };
  self->weight_norm = next;
  self->norm = next + n_classes;
  self->cosine_to_start = next + 2 * n_classes;
  self->bias = next + 3 * n_classes;
  self->bias_change = next + 4 * n_classes;
  self->direction = (float *) (next + N_DOUBLES * n_classes);
  owned->release = release;
  owned->release_data = release_data;

  return self;
}

/**
 * seesaw_drift_new:
 * @n_classes: number of classes
 * @n_features: number of features
 *
 * Returns: (transfer full): a drift to be filled
 */
SeesawDrift *
seesaw_drift_new (gsize n_classes, gsize n_features)
{
  gpointer block = g_malloc0 (MAX (seesaw_drift_size (n_classes, n_features), 1));

  return seesaw_drift_new_in (block, n_classes, n_features, g_free, block);
}

/**
 * seesaw_drift_ref:
 *
 * Returns: (transfer full): @self
 */
SeesawDrift *
seesaw_drift_ref (SeesawDrift *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * seesaw_drift_unref:
 * @self: (transfer full): the drift
 */
void
seesaw_drift_unref (SeesawDrift *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

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
  sums->now = g_new (double, self->n_features);
  sums->then = g_new (double, self->n_features);

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
  g_free (sums->now);
  g_free (sums->then);
  g_free (sums);
}

static double
dot (const double *a, const double *b, gsize n)
{
  double sum = 0.0;

  for (gsize i = 0; i < n; i++)
    sum += a[i] * b[i];

  return sum;
}

/* Adds (values − mean) / |values − mean|, if that has a direction. */
static void
group_add (Group *group, const double *values, double mean, gsize n)
{
  double square = 0.0;
  double norm;

  for (gsize d = 0; d < n; d++)
    square += (values[d] - mean) * (values[d] - mean);
  norm = sqrt (square);
  if (!(norm > 0.0))
    return;

  for (gsize d = 0; d < n; d++)
    group->sum[d] += (values[d] - mean) / norm;
  group->n += 1.0;
}

static void
add_change (SeesawDriftSums *sums, gsize c)
{
  SeesawDrift *drift = sums->drift;
  gsize n = drift->n_features;
  gboolean seen = sums->classes->seen[c];
  double *change = sums->now;
  float *direction = drift->direction + c * n;
  double mean = 0.0;

  drift->cosine_to_start[c] = dot (sums->now, sums->then, n) /
                              (drift->weight_norm[c] * sqrt (dot (sums->then, sums->then, n)));
  for (gsize d = 0; d < n; d++)
    {
      change[d] -= sums->then[d];
      mean += change[d];
    }
  drift->norm[c] = sqrt (dot (change, change, n));

  group_add (&sums->cosine[seen], change, 0.0, n);
  group_add (&sums->pearson[seen], change, mean / (double) n, n);
  for (gsize d = 0; d < n; d++)
    direction[d] = drift->norm[c] > 0.0 ? (float) (change[d] / drift->norm[c]) : 0.0f;
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
  SeesawDrift *drift = sums->drift;
  gsize n = drift->n_features;
  gsize row_size = n * seesaw_scalar_size (scalar);

  for (gsize i = 0; i < n_rows; i++)
    {
      gsize c = first + i;

      seesaw_scalar_to_double ((const char *) weights + i * row_size, scalar, n, sums->now);
      drift->weight_norm[c] = sqrt (dot (sums->now, sums->now, n));
      drift->norm[c] = drift->cosine_to_start[c] = (double) NAN;
      if (start == NULL)
        {
          memset (drift->direction + c * n, 0, n * sizeof (float));
          continue;
        }

      drift->has_start = TRUE;
      seesaw_scalar_to_double ((const char *) start + i * row_size, scalar, n, sums->then);
      add_change (sums, c);
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

/**
 * seesaw_drift_mean_norm:
 * @classes: which classes are seen
 * @seen: which side
 *
 * Returns: mean norm of w_c (e) over a side
 */
double
seesaw_drift_mean_norm (const SeesawDrift *self, const SeesawClasses *classes, gboolean seen)
{
  double sum = 0.0;
  double n = 0.0;

  for (gsize c = 0; c < self->n_classes; c++)
    if (classes->seen[c] == seen)
      {
        sum += self->weight_norm[c];
        n += 1.0;
      }

  return sum / n;
}
