/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "seesaw-curve.h"

#include "seesaw-side.h"

#include <math.h>

/* Sums of class averages carry rounding errors; sums of samples are whole numbers. Differences
 * below this are equalities.
 */
#define TOLERANCE 1e-9

struct _SeesawCurve
{
  SeesawSide seen;
  SeesawSide unseen;
  double n_seen; /* total weights */
  double n_unseen;
  double low; /* extreme gaps */
  double high;
  gsize n_unlabelled;
  SeesawPoint *points;
  gsize n_points;
  double ausuc;
  double oracle;
  double balance;
};

/* A search among the intervals between neighbouring thresholds, lowest first, for the lowest run
 * of adjoining ones that attain the smallest cost.
 */
typedef struct
{
  double cost;
  double low;
  double high;
  gboolean open; /* the last interval looked at belongs to the run */
} Run;

static void
run_look_at (Run *run, double low, double high, double cost)
{
  if (cost < run->cost - TOLERANCE)
    *run = (Run){ cost, low, high, TRUE };
  else if (run->open && cost <= run->cost + TOLERANCE)
    run->high = high;
  else
    run->open = FALSE;
}

/* Weights by class: 1 for the sample average, 1 / (samples of the class) for the class average. */
static double *
weigh_classes (const SeesawClasses *classes, const SeesawSamples *samples, SeesawAverage average)
{
  double *weights = g_new0 (double, classes->n_classes);

  for (gsize i = 0; i < samples->n_samples; i++)
    if (samples->label[i] >= 0)
      weights[samples->label[i]] += 1.0;

  for (gsize c = 0; c < classes->n_classes; c++)
    if (weights[c] > 0.0)
      weights[c] = average == SEESAW_AVERAGE_CLASS ? 1.0 / weights[c] : 1.0;

  return weights;
}

static double
total_weight (const SeesawClasses *classes,
              const SeesawSamples *samples,
              const double *weights,
              SeesawAverage average,
              gboolean seen)
{
  double total = 0.0;

  if (average == SEESAW_AVERAGE_CLASS)
    {
      for (gsize c = 0; c < classes->n_classes; c++)
        total += weights[c] > 0.0 && classes->seen[c] == seen;
      return total;
    }

  for (gsize i = 0; i < samples->n_samples; i++)
    total += samples->label[i] >= 0 && classes->seen[samples->label[i]] == seen;

  return total;
}

static void
init_side (SeesawSide *side,
           const SeesawClasses *classes,
           const SeesawSamples *samples,
           const double *weights,
           guint top_k,
           gboolean seen)
{
  g_autofree gint32 *members = g_new (gint32, samples->n_samples + 1);
  gsize n = 0;

  for (gsize i = 0; i < samples->n_samples; i++)
    if (samples->label[i] >= 0 && classes->seen[samples->label[i]] == seen)
      members[n++] = (gint32) i;

  seesaw_side_init (side, samples, members, n, weights, top_k, seen);
}

static void
find_span (SeesawCurve *self, const SeesawSamples *samples, guint top_k)
{
  self->low = INFINITY;
  self->high = -INFINITY;

  for (gsize i = 0; i < samples->n_samples; i++)
    {
      double values[] = { samples->gap[i], samples->top_k_threshold[i] };

      self->n_unlabelled += samples->label[i] < 0;
      for (guint j = 0; j < (top_k == 1 ? 1 : 2) && samples->label[i] >= 0; j++)
        if (isfinite (values[j]))
          {
            self->low = MIN (self->low, values[j]);
            self->high = MAX (self->high, values[j]);
          }
    }

  if (self->low > self->high)
    self->low = self->high = 0.0;
}

static double
next_threshold (const SeesawCurve *self, gsize i_seen, gsize i_unseen)
{
  const SeesawSteps *seen = self->seen.steps;
  const SeesawSteps *unseen = self->unseen.steps;
  double next_seen = i_seen < seen->n_steps ? seen->threshold[i_seen] : (double) INFINITY;
  double next_unseen = i_unseen < unseen->n_steps ? unseen->threshold[i_unseen] : (double) INFINITY;

  return MIN (next_seen, next_unseen);
}

static gsize
skip_threshold (const SeesawSteps *steps, gsize i, double threshold)
{
  while (i < steps->n_steps && steps->threshold[i] <= threshold)
    i++;

  return i;
}

/* Walks all intervals from γ = −∞ to +∞: each is one operating point. */
static void
walk (SeesawCurve *self)
{
  const SeesawSide *seen = &self->seen;
  const SeesawSide *unseen = &self->unseen;
  Run oracle = { .cost = INFINITY };
  Run balance = { .cost = INFINITY };
  double threshold = -INFINITY;
  gsize i_seen = 0;
  gsize i_unseen = 0;

  self->points = g_new (SeesawPoint, seen->steps->n_steps + unseen->steps->n_steps + 1);

  for (;;)
    {
      double right_seen =
          seen->always + seesaw_steps_get_total (seen->steps) - seen->steps->taken[i_seen];
      double right_unseen = unseen->always + unseen->steps->taken[i_unseen];
      double next = next_threshold (self, i_seen, i_unseen);
      double from = isinf (threshold) ? self->low - 1.0 : threshold;
      double to = isinf (next) ? self->high + 1.0 : next;
      SeesawPoint point = { threshold, right_seen / self->n_seen, right_unseen / self->n_unseen };

      self->points[self->n_points++] = point;
      run_look_at (&oracle, from, to, -(right_seen + right_unseen));
      run_look_at (&balance, from, to, fabs (point.sy - point.uy));

      if (isinf (next))
        break;

      i_seen = skip_threshold (seen->steps, i_seen, next);
      i_unseen = skip_threshold (unseen->steps, i_unseen, next);
      threshold = next;
    }

  self->oracle =
      self->n_seen + self->n_unseen > 0.0 ? (oracle.low + oracle.high) / 2.0 : (double) NAN;
  self->balance = self->n_seen > 0.0 && self->n_unseen > 0.0 ? (balance.low + balance.high) / 2.0
                                                             : (double) NAN;
}

static double
area_under (const SeesawPoint *points, gsize n_points)
{
  double area = 0.0 * points[0].sy * points[0].uy; /* NaN if either side is empty */

  for (gsize i = 1; i < n_points; i++)
    area += (points[i - 1].sy - points[i].sy) * (points[i - 1].uy + points[i].uy) / 2.0;

  return area;
}

/**
 * seesaw_curve_new:
 * @classes: which classes are seen
 * @samples: per-sample numbers, of N samples; not kept
 * @top_k: 1 or %SEESAW_TOP_K
 * @average: how samples are averaged
 *
 * Sorts the thresholds of each side, in O(N log N): accuracies are step functions of γ, known
 * exactly from them. Unlabelled samples are left out. An empty side is no error; what is
 * undefined without it is NaN.
 *
 * Returns: (transfer full): the curve
 */
SeesawCurve *
seesaw_curve_new (const SeesawClasses *classes,
                  const SeesawSamples *samples,
                  guint top_k,
                  SeesawAverage average)
{
  SeesawCurve *self;
  g_autofree double *weights = NULL;

  g_return_val_if_fail (top_k == 1 || top_k == SEESAW_TOP_K, NULL);

  self = g_atomic_rc_box_new0 (SeesawCurve);
  weights = weigh_classes (classes, samples, average);

  self->n_seen = total_weight (classes, samples, weights, average, TRUE);
  self->n_unseen = total_weight (classes, samples, weights, average, FALSE);
  init_side (&self->seen, classes, samples, weights, top_k, TRUE);
  init_side (&self->unseen, classes, samples, weights, top_k, FALSE);
  find_span (self, samples, top_k);
  walk (self);
  self->ausuc = area_under (self->points, self->n_points);

  return self;
}

/**
 * seesaw_curve_ref:
 *
 * Returns: (transfer full): @self
 */
SeesawCurve *
seesaw_curve_ref (SeesawCurve *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  SeesawCurve *self = data;

  seesaw_side_clear (&self->seen);
  seesaw_side_clear (&self->unseen);
  g_free (self->points);
}

/**
 * seesaw_curve_unref:
 * @self: (transfer full): the curve
 */
void
seesaw_curve_unref (SeesawCurve *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

static double
harmonic_mean (double a, double b)
{
  if (a + b == 0.0)
    return 0.0;

  return 2.0 * a * b / (a + b);
}

/**
 * seesaw_curve_at:
 * @gamma: the calibration factor, in logits; ±infinity gives the ends of the curve
 *
 * Accuracies of argmax over c of z_c + γ·[c in U], in O(log N).
 *
 * Returns: the accuracies
 */
SeesawAccuracy
seesaw_curve_at (const SeesawCurve *self, double gamma)
{
  const SeesawSide *seen = &self->seen;
  const SeesawSide *unseen = &self->unseen;
  gsize seen_block = seesaw_steps_find_block (seen->steps, gamma);
  gsize unseen_block = seesaw_steps_find_block (unseen->steps, gamma);
  double right_seen = seesaw_side_right_in (seen, seen_block, gamma);
  double right_unseen = seesaw_side_right_in (unseen, unseen_block, gamma);
  SeesawAccuracy accuracy = {
    .yy = (right_seen + right_unseen) / (self->n_seen + self->n_unseen),
    .sy = right_seen / self->n_seen,
    .uy = right_unseen / self->n_unseen,
    .ss = seen->own / self->n_seen,
    .uu = unseen->own / self->n_unseen,
  };

  accuracy.h = harmonic_mean (accuracy.sy, accuracy.uy);

  return accuracy;
}

/**
 * seesaw_curve_get_n_points:
 *
 * Returns: number of distinct operating points, at least 1
 */
gsize
seesaw_curve_get_n_points (const SeesawCurve *self)
{
  return self->n_points;
}

/**
 * seesaw_curve_get_points:
 *
 * Returns: (transfer none): the operating points, by ascending γ
 */
const SeesawPoint *
seesaw_curve_get_points (const SeesawCurve *self)
{
  return self->points;
}

/**
 * seesaw_curve_get_ausuc:
 *
 * Returns: area under the seen-unseen curve, by trapezoids through every operating point, as a
 *   fraction; NaN if a side has no sample
 */
double
seesaw_curve_get_ausuc (const SeesawCurve *self)
{
  return self->ausuc;
}

/**
 * seesaw_curve_get_oracle:
 *
 * Returns: γ*, the γ of best Acc Y/Y: the middle of the lowest run of intervals that attain it,
 *   an open end cut at 1 beyond the last gap; NaN without samples
 */
double
seesaw_curve_get_oracle (const SeesawCurve *self)
{
  return self->oracle;
}

/**
 * seesaw_curve_get_balance:
 *
 * Returns: γ_bal, where Acc S/Y and Acc U/Y are closest, found as γ* is; NaN if a side has no
 *   sample
 */
double
seesaw_curve_get_balance (const SeesawCurve *self)
{
  return self->balance;
}

/**
 * seesaw_curve_get_span:
 * @low: (out): the lowest finite gap
 * @high: (out): the highest finite gap
 *
 * The range of γ outside of which nothing changes any more; both 0 if there is no finite gap.
 */
void
seesaw_curve_get_span (const SeesawCurve *self, double *low, double *high)
{
  *low = self->low;
  *high = self->high;
}

/**
 * seesaw_curve_get_n_unlabelled:
 *
 * Returns: how many samples were left out for want of a label
 */
gsize
seesaw_curve_get_n_unlabelled (const SeesawCurve *self)
{
  return self->n_unlabelled;
}
