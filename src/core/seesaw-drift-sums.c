/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Weights in, drift out. */

#include "config.h"

#include "seesaw-drift.h"

#include "seesaw-kernel.h"
#include "seesaw-memory.h"
#include "seesaw-parallel.h"

#include <math.h>
#include <string.h>

/* Rows that one thread takes in at once, and that have sums of their own until they are added up in
 * order: so results do not depend on the number of threads.
 */
#define GRAIN 64

/* A vector whose entries differ by less than this part of its length is constant. */
#define CONSTANT 1e-12

/* Sums of unit vectors: the mean cosine of all pairs of a set follows from the sum's length. */
typedef struct
{
  double *sum; /* [n_features] */
  double n;
} Group;

typedef enum
{
  COSINE,
  PEARSON,
  N_MEASURES,
} Measure;

typedef struct
{
  Group groups[N_MEASURES][2]; /* by seen */
} Groups;

struct _SeesawDriftSums
{
  SeesawDrift *drift;
  const SeesawClasses *classes;
  Groups groups;
  double *sums; /* of all groups */
};

static gsize
sums_per_range (gsize n_features)
{
  return N_MEASURES * 2 * n_features;
}

static void
groups_place (Groups *self, double *sums, gsize n_features)
{
  for (int measure = 0; measure < N_MEASURES; measure++)
    for (int seen = 0; seen < 2; seen++, sums += n_features)
      self->groups[measure][seen] = (Group){ sums, 0.0 };
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
  sums->sums = g_new0 (double, sums_per_range (self->n_features));
  groups_place (&sums->groups, sums->sums, self->n_features);

  return sums;
}

/**
 * seesaw_drift_sums_free:
 * @sums: (transfer full): the sums
 */
void
seesaw_drift_sums_free (SeesawDriftSums *sums)
{
  g_free (sums->sums);
  g_free (sums);
}

/* Rows that are being taken in. */
typedef struct
{
  SeesawDriftSums *sums;
  const SeesawKernel *kernel;
  const char *weights;
  const char *start;
  SeesawScalar scalar;
  gsize first; /* class of the first row */
  Groups *ranges;
} Adding;

/* A vector that is 0, NaN or infinite has no direction: its scale is 0. */
static double
scale_of (double length, double least)
{
  return length > least && isfinite (length) ? 1.0 / length : 0.0;
}

/* Half precision goes by way of single precision; @room is for both rows. */
static SeesawKernelChange
subtract (const Adding *adding, gsize row, float *room, double *change)
{
  gsize n = adding->sums->drift->n_features;
  gsize offset = row * n * seesaw_scalar_size (adding->scalar);
  gconstpointer now = adding->weights + offset;
  gconstpointer then = adding->start + offset;

  if (adding->scalar == SEESAW_SCALAR_F64)
    return adding->kernel->change_f64 (now, then, n, change);
  if (adding->scalar == SEESAW_SCALAR_F32)
    return adding->kernel->change_f32 (now, then, n, change);

  adding->kernel->widen_f16 (now, n, room);
  adding->kernel->widen_f16 (then, n, room + n);

  return adding->kernel->change_f32 (room, room + n, n, change);
}

static void
add_change (const Adding *adding, gsize row, float *room, double *change, Groups *into)
{
  const SeesawKernel *kernel = adding->kernel;
  SeesawDrift *drift = adding->sums->drift;
  gsize c = adding->first + row;
  gsize n = drift->n_features;
  gboolean seen = adding->sums->classes->seen[c];
  SeesawKernelChange found = subtract (adding, row, room, change);
  double norm = sqrt (found.square);
  double scale = scale_of (norm, 0.0);
  Group *cosine = &into->groups[COSINE][seen];
  Group *pearson = &into->groups[PEARSON][seen];

  drift->weight_norm[c] = sqrt (found.now_square);
  drift->cosine_to_start[c] = found.product / (drift->weight_norm[c] * sqrt (found.then_square));
  drift->norm[c] = norm;
  if (!(scale > 0.0))
    {
      memset (drift->direction + c * n, 0, n * sizeof (float));
      return;
    }

  kernel->scale (change, scale, n, drift->direction + c * n);
  kernel->add_scaled (cosine->sum, change, 0.0, scale, n);
  cosine->n += 1.0;

  scale = scale_of (sqrt (kernel->square_around (change, found.mean, n)), CONSTANT * norm);
  if (scale > 0.0)
    {
      kernel->add_scaled (pearson->sum, change, found.mean, scale, n);
      pearson->n += 1.0;
    }
}

/* Without a start there is nothing but the weights' own length. */
static void
measure_weight (const Adding *adding, gsize row, double *now)
{
  SeesawDrift *drift = adding->sums->drift;
  gsize c = adding->first + row;
  gsize n = drift->n_features;

  seesaw_scalar_to_double (adding->weights + row * n * seesaw_scalar_size (adding->scalar),
                           adding->scalar, n, now);
  drift->weight_norm[c] = sqrt (adding->kernel->dot (now, now, n));
  drift->norm[c] = drift->cosine_to_start[c] = (double) NAN;
  memset (drift->direction + c * n, 0, n * sizeof (float));
}

static void
add_rows (gsize first, gsize n_rows, gpointer user_data)
{
  const Adding *adding = user_data;
  gsize n = adding->sums->drift->n_features;
  g_autofree double *values = g_new (double, n);
  g_autofree float *room = g_new (float, 2 * n);

  for (gsize i = first; i < first + n_rows; i++)
    if (adding->start != NULL)
      add_change (adding, i, room, values, &adding->ranges[first / GRAIN]);
    else
      measure_weight (adding, i, values);
}

static void
add_groups (Groups *self, const Groups *other, gsize n_features)
{
  for (int measure = 0; measure < N_MEASURES; measure++)
    for (int seen = 0; seen < 2; seen++)
      {
        Group *into = &self->groups[measure][seen];
        const Group *from = &other->groups[measure][seen];

        for (gsize d = 0; d < n_features && from->n > 0.0; d++)
          into->sum[d] += from->sum[d];
        into->n += from->n;
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
  gsize n_features = sums->drift->n_features;
  gsize n_ranges = (n_rows + GRAIN - 1) / GRAIN;
  gsize size = n_ranges * sums_per_range (n_features) * sizeof (double);
  double *of_ranges = start != NULL ? seesaw_memory_new (size) : NULL;
  g_autofree Groups *ranges = g_new0 (Groups, n_ranges + 1);
  Adding adding = { sums, seesaw_kernel_choose (), weights, start, scalar, first, ranges };

  for (gsize i = 0; i < n_ranges && start != NULL; i++)
    groups_place (&ranges[i], of_ranges + i * sums_per_range (n_features), n_features);
  seesaw_parallel_for (n_rows, GRAIN, add_rows, &adding);
  for (gsize i = 0; i < n_ranges && start != NULL; i++)
    add_groups (&sums->groups, &ranges[i], n_features);

  seesaw_memory_free (of_ranges, size);
  sums->drift->has_start = sums->drift->has_start || start != NULL;
}

static double
mean_within (const Group *group, gsize n_features)
{
  double square = seesaw_kernel_choose ()->dot (group->sum, group->sum, n_features);

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
        n_pairs > 0.0
            ? seesaw_kernel_choose ()->dot (groups[0].sum, groups[1].sum, n_features) / n_pairs
            : (double) NAN,
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

  drift->cosine = mean_blocks (sums->groups.groups[COSINE], drift->n_features);
  drift->pearson = mean_blocks (sums->groups.groups[PEARSON], drift->n_features);
  for (gsize c = 0; c < drift->n_classes; c++)
    {
      drift->bias[c] = bias != NULL ? bias[c] : (double) NAN;
      drift->bias_change[c] =
          bias != NULL && start_bias != NULL ? bias[c] - start_bias[c] : (double) NAN;
    }
}
