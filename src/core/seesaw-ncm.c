/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Scores come from one matrix product in single precision. Whatever decides a prediction is then
 * computed again in double precision: the best class of each side, the label, its best rival on its
 * own side, and every class so close to one of them that single precision cannot tell which is
 * larger.
 */

#include "config.h"

#include "seesaw-ncm.h"

#include "seesaw-kernel.h"
#include "seesaw-memory.h"
#include "seesaw-parallel.h"

#include <cblas.h>
#include <math.h>
#include <string.h>

/* Scores and features of a batch take about this many floats. The fewer batches the better: after
 * each matrix product the threads of OpenBLAS go on spinning for a while.
 */
#define BATCH_FLOATS ((gsize) 32 << 20)
#define MIN_BATCH ((gsize) 128)
#define GRAIN 16

struct _SeesawNcm
{
  gsize n_classes;
  gsize n_features;
  double *means;  /* [n_classes, n_features]; sums until finished */
  float *singles; /* the same in single precision */
  gsize *counts;
};

/**
 * seesaw_ncm_new:
 * @n_classes: number of classes, C
 * @n_features: number of features, D
 *
 * Returns: (transfer full): a classifier that has seen nothing yet
 */
SeesawNcm *
seesaw_ncm_new (gsize n_classes, gsize n_features)
{
  SeesawNcm *self = g_new0 (SeesawNcm, 1);

  self->n_classes = n_classes;
  self->n_features = n_features;
  self->means = seesaw_memory_new (n_classes * n_features * sizeof (double));
  self->singles = seesaw_memory_new (n_classes * n_features * sizeof (float));
  self->counts = g_new0 (gsize, n_classes);

  return self;
}

/**
 * seesaw_ncm_free:
 * @self: (transfer full): the classifier
 */
void
seesaw_ncm_free (SeesawNcm *self)
{
  gsize size = self->n_classes * self->n_features;

  seesaw_memory_free (self->means, size * sizeof (double));
  seesaw_memory_free (self->singles, size * sizeof (float));
  g_free (self->counts);
  g_free (self);
}

/* Scales a vector to length 1; a vector of zeros stays as it is. Quotients are rounded once, so
 * that opposite vectors cancel.
 */
static void
normalize (double *values, gsize n_values)
{
  double length = sqrt (seesaw_kernel_choose ()->dot (values, values, n_values));

  for (gsize i = 0; i < n_values && length > 0.0; i++)
    values[i] /= length;
}

typedef struct
{
  SeesawNcm *ncm;
  const char *features;
  SeesawScalar scalar;
  const gint32 *labels;
  gsize n_rows;
  double *units; /* [n_rows, n_features] */
} Adding;

static void
normalize_rows (gsize first, gsize n_rows, gpointer user_data)
{
  Adding *adding = user_data;
  gsize n_features = adding->ncm->n_features;
  gsize row_size = n_features * seesaw_scalar_size (adding->scalar);

  for (gsize i = first; i < first + n_rows; i++)
    {
      double *unit = adding->units + i * n_features;

      seesaw_scalar_to_double (adding->features + i * row_size, adding->scalar, n_features, unit);
      normalize (unit, n_features);
    }
}

static void
add_columns (gsize first, gsize n_columns, gpointer user_data)
{
  Adding *adding = user_data;
  gsize n_features = adding->ncm->n_features;

  for (gsize i = 0; i < adding->n_rows; i++)
    {
      const double *unit = adding->units + i * n_features;
      double *sum;

      if (adding->labels[i] < 0)
        continue;

      sum = adding->ncm->means + (gsize) adding->labels[i] * n_features;
      for (gsize d = first; d < first + n_columns; d++)
        sum[d] += unit[d];
    }
}

/**
 * seesaw_ncm_add:
 * @features: `[n_rows, n_features]` of training samples
 * @scalar: their type
 * @labels: `[n_rows]` class indices < C, or negative
 * @n_rows: number of rows
 *
 * Takes training samples into the means, in double precision.
 */
void
seesaw_ncm_add (SeesawNcm *self,
                gconstpointer features,
                SeesawScalar scalar,
                const gint32 *labels,
                gsize n_rows)
{
  gsize size = n_rows * self->n_features * sizeof (double);
  double *units = seesaw_memory_new (size);
  Adding adding = { self, features, scalar, labels, n_rows, units };

  seesaw_parallel_for (n_rows, GRAIN, normalize_rows, &adding);
  seesaw_parallel_for (self->n_features, 64, add_columns, &adding);
  for (gsize i = 0; i < n_rows; i++)
    if (labels[i] >= 0)
      self->counts[labels[i]]++;
  seesaw_memory_free (units, size);
}

/**
 * seesaw_ncm_finish:
 *
 * Turns the sums into means; nothing may be added any more.
 */
void
seesaw_ncm_finish (SeesawNcm *self)
{
  for (gsize c = 0; c < self->n_classes; c++)
    normalize (self->means + c * self->n_features, self->n_features);
  for (gsize i = 0; i < self->n_classes * self->n_features; i++)
    self->singles[i] = (float) self->means[i];
}

typedef struct
{
  const SeesawNcm *ncm;
  const SeesawKernel *kernel;
  const SeesawClasses *classes;
  const char *features;
  SeesawScalar scalar;
  gsize first;   /* sample of the batch's first row */
  float *units;  /* [n_rows, n_features] */
  double *norms; /* [n_rows] */
  float *scores; /* [n_rows, n_classes] */
  float error;   /* of a difference of scores, at most */
  SeesawSamples *samples;
} Batch;

static void
prepare_rows (gsize first, gsize n_rows, gpointer user_data)
{
  Batch *batch = user_data;
  gsize n_features = batch->ncm->n_features;
  gsize row_size = n_features * seesaw_scalar_size (batch->scalar);
  g_autofree double *feature = g_new (double, n_features);

  for (gsize i = first; i < first + n_rows; i++)
    {
      double norm;

      seesaw_scalar_to_double (batch->features + i * row_size, batch->scalar, n_features, feature);
      norm = batch->norms[i] = sqrt (batch->kernel->dot (feature, feature, n_features));
      batch->kernel->scale (feature, norm > 0.0 ? 1.0 / norm : 1.0, n_features,
                            batch->units + i * n_features);
    }
}

/* The largest score of a side, that of @except left out. */
static float
find_best (const Batch *batch, const float *scores, gboolean seen, gint32 except)
{
  const SeesawClasses *classes = batch->classes;
  const gint32 *order = classes->order + (seen ? 0 : classes->n_seen);
  gsize n = seen ? classes->n_seen : classes->n_classes - classes->n_seen;
  float best = -INFINITY;

  for (gsize i = 0; i < n; i++)
    if (batch->ncm->counts[order[i]] > 0 && order[i] != except && scores[order[i]] > best)
      best = scores[order[i]];

  return best;
}

/* Scores of one row in double precision; the ones that matter are computed as such. */
static void
refine_row (const Batch *batch, gsize row, double *feature, double *refined)
{
  const SeesawNcm *ncm = batch->ncm;
  const float *scores = batch->scores + row * ncm->n_classes;
  gint32 label = batch->samples->label[batch->first + row];
  gboolean seen = label >= 0 && batch->classes->seen[label];
  float near[] = { find_best (batch, scores, FALSE, -1), find_best (batch, scores, TRUE, -1),
                   label >= 0 ? scores[label] : (float) NAN,
                   label >= 0 ? find_best (batch, scores, seen, label) : (float) NAN };
  double norm = batch->norms[row] > 0.0 ? batch->norms[row] : 1.0;

  seesaw_scalar_to_double (batch->features +
                               row * ncm->n_features * seesaw_scalar_size (batch->scalar),
                           batch->scalar, ncm->n_features, feature);

  for (gsize c = 0; c < ncm->n_classes; c++)
    {
      gboolean matters = fabsf (scores[c] - near[batch->classes->seen[c]]) <= batch->error ||
                         fabsf (scores[c] - near[2]) <= batch->error ||
                         fabsf (scores[c] - near[3]) <= batch->error;

      if (ncm->counts[c] == 0)
        refined[c] = -(double) INFINITY;
      else if (matters)
        refined[c] =
            batch->kernel->dot (feature, ncm->means + c * ncm->n_features, ncm->n_features) / norm;
      else
        refined[c] = (double) scores[c];
    }
}

static void
reduce_rows (gsize first, gsize n_rows, gpointer user_data)
{
  Batch *batch = user_data;
  gsize n_classes = batch->ncm->n_classes;
  g_autofree double *refined = g_new (double, GRAIN *n_classes);
  g_autofree double *feature = g_new (double, batch->ncm->n_features);

  for (gsize done = 0; done < n_rows; done += GRAIN)
    {
      gsize n = MIN (GRAIN, n_rows - done);

      for (gsize i = 0; i < n; i++)
        refine_row (batch, first + done + i, feature, refined + i * n_classes);
      seesaw_reduce_samples (batch->classes, refined, SEESAW_SCALAR_F64,
                             batch->first + first + done, n, FALSE, batch->samples);
    }
}

/* Rounding of both factors, and of a sum of products of unit vectors, twice over: two scores are
 * compared.
 */
static float
bound_error (gsize n_features)
{
  return 2.0f * (float) (n_features + 4) * 0x1p-24f;
}

/**
 * seesaw_ncm_reduce:
 * @classes: which classes are seen
 * @features: `[n_rows, n_features]`
 * @scalar: their type
 * @first: sample of the first row
 * @n_rows: number of rows
 * @samples: where the numbers go; labels are already there
 *
 * Scores samples against the means and reduces the scores as seesaw_reduce_samples() does logits.
 * Gaps and margins, and with them top-1 predictions, are those of double precision; thresholds of
 * top-k are those of single precision.
 */
void
seesaw_ncm_reduce (const SeesawNcm *self,
                   const SeesawClasses *classes,
                   gconstpointer features,
                   SeesawScalar scalar,
                   gsize first,
                   gsize n_rows,
                   SeesawSamples *samples)
{
  gsize at_once =
      MIN (MAX (BATCH_FLOATS / (self->n_classes + self->n_features), MIN_BATCH), MAX (n_rows, 1));
  gsize units_size = at_once * self->n_features * sizeof (float);
  gsize scores_size = at_once * self->n_classes * sizeof (float);
  float *units = seesaw_memory_new (units_size);
  float *scores = seesaw_memory_new (scores_size);
  g_autofree double *norms = g_new (double, at_once);
  Batch batch = { .ncm = self,
                  .kernel = seesaw_kernel_choose (),
                  .classes = classes,
                  .scalar = scalar,
                  .units = units,
                  .norms = norms,
                  .scores = scores,
                  .error = bound_error (self->n_features),
                  .samples = samples };

  for (gsize done = 0; done < n_rows; done += at_once)
    {
      gsize n = MIN (at_once, n_rows - done);

      batch.features =
          (const char *) features + done * self->n_features * seesaw_scalar_size (scalar);
      batch.first = first + done;
      seesaw_parallel_for (n, GRAIN, prepare_rows, &batch);
      cblas_sgemm (CblasRowMajor, CblasNoTrans, CblasTrans, (blasint) n, (blasint) self->n_classes,
                   (blasint) self->n_features, 1.0f, units, (blasint) self->n_features,
                   self->singles, (blasint) self->n_features, 0.0f, scores,
                   (blasint) self->n_classes);
      seesaw_parallel_for (n, GRAIN, reduce_rows, &batch);
    }

  seesaw_memory_free (units, units_size);
  seesaw_memory_free (scores, scores_size);
}
