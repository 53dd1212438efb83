/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "seesaw-analysis.h"

#include <math.h>

static SeesawMass *
mass_of_side (const SeesawClasses *classes, const SeesawSamples *samples, gboolean seen)
{
  g_autofree double *log_odds = g_new (double, samples->n_samples);
  gsize n = 0;

  for (gsize i = 0; i < samples->n_samples; i++)
    if (samples->label[i] >= 0 && classes->seen[samples->label[i]] == seen)
      log_odds[n++] = samples->log_odds[i];

  return seesaw_mass_new (log_odds, n);
}

static void
count_absent (SeesawAnalysis *self, const SeesawClasses *classes, const SeesawSamples *samples)
{
  g_autofree SeesawStep *steps = g_new (SeesawStep, samples->n_samples);
  gsize n = 0;

  for (gsize i = 0; i < samples->n_samples; i++)
    {
      if (samples->label[i] < 0 || classes->seen[samples->label[i]])
        continue;

      self->n_unseen += 1.0;
      if (isfinite (samples->gap[i]))
        steps[n++] =
            (SeesawStep){ samples->gap[i], 1.0, samples->unseen_class[i] < samples->seen_class[i] };
      else
        self->absent_always += samples->gap[i] < 0.0;
    }

  self->absent = seesaw_steps_new (steps, n);
}

/**
 * seesaw_analysis_new:
 * @run: the run
 * @epoch: one of its epochs; a reference is kept
 * @pcv: γ_PCV, or NaN if the run has no folds
 * @top_k: 1 or %SEESAW_TOP_K
 * @average: how samples are averaged
 *
 * Prepares everything about the logits of an epoch for any γ, in O(N log N).
 *
 * Returns: (transfer full): the analysis
 */
SeesawAnalysis *
seesaw_analysis_new (const SeesawRun *run,
                     SeesawEpoch *epoch,
                     double pcv,
                     guint top_k,
                     SeesawAverage average)
{
  SeesawAnalysis *self = g_atomic_rc_box_new0 (SeesawAnalysis);

  self->epoch = seesaw_epoch_ref (epoch);
  self->curve = seesaw_curve_new (run->classes, epoch->test, top_k, average);
  self->gamma[SEESAW_KNOWN_GAMMA_ALG] = epoch->alg;
  self->gamma[SEESAW_KNOWN_GAMMA_PCV] = pcv;
  self->gamma[SEESAW_KNOWN_GAMMA_ORACLE] = seesaw_curve_get_oracle (self->curve);
  self->gamma[SEESAW_KNOWN_GAMMA_BALANCE] = seesaw_curve_get_balance (self->curve);
  self->mass_unseen = mass_of_side (run->classes, epoch->test, FALSE);
  self->mass_seen = mass_of_side (run->classes, epoch->test, TRUE);
  count_absent (self, run->classes, epoch->test);

  return self;
}

/**
 * seesaw_analysis_ref:
 *
 * Returns: (transfer full): @self
 */
SeesawAnalysis *
seesaw_analysis_ref (SeesawAnalysis *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  SeesawAnalysis *self = data;

  seesaw_epoch_unref (self->epoch);
  seesaw_curve_unref (self->curve);
  seesaw_mass_unref (self->mass_unseen);
  seesaw_mass_unref (self->mass_seen);
  seesaw_steps_free (self->absent);
}

/**
 * seesaw_analysis_unref:
 * @self: (transfer full): the analysis
 */
void
seesaw_analysis_unref (SeesawAnalysis *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

/**
 * seesaw_analysis_get_range:
 * @low: (out): lowest γ of interest
 * @high: (out): highest γ of interest
 *
 * The range of γ that there is reason to look at: every gap, 0, every known γ, and a little more.
 */
void
seesaw_analysis_get_range (const SeesawAnalysis *self, double *low, double *high)
{
  double more;

  seesaw_curve_get_span (self->curve, low, high);
  for (int i = 0; i < SEESAW_N_KNOWN_GAMMAS; i++)
    {
      *low = fmin (*low, self->gamma[i]);
      *high = fmax (*high, self->gamma[i]);
    }

  *low = MIN (*low, 0.0);
  *high = MAX (*high, 0.0);
  more = *high > *low ? 0.05 * (*high - *low) : 0.5;
  *low -= more;
  *high += more;
}

/**
 * seesaw_analysis_get_absent_recall:
 * @gamma: the calibration factor
 *
 * Returns: fraction of U samples whose prediction at @gamma is any class in U; NaN if there are
 *   none
 */
double
seesaw_analysis_get_absent_recall (const SeesawAnalysis *self, double gamma)
{
  return (self->absent_always + seesaw_steps_taken_at (self->absent, gamma)) / self->n_unseen;
}

/**
 * seesaw_fold_get_gamma:
 * @fold: a fold of pseudo cross-validation
 *
 * Returns: the γ where Acc S'/Y and Acc (S\S')/Y are closest; NaN if a side has no sample
 */
double
seesaw_fold_get_gamma (const SeesawFold *fold)
{
  g_autoptr (SeesawCurve) curve =
      seesaw_curve_new (fold->classes, fold->samples, 1, SEESAW_AVERAGE_SAMPLE);

  return seesaw_curve_get_balance (curve);
}

/**
 * seesaw_pcv_of_folds:
 * @gammas: `[n_folds]`, γ of each fold
 * @n_folds: number of folds
 *
 * Returns: γ_PCV, their mean; NaN if there are none, or one is undefined
 */
double
seesaw_pcv_of_folds (const double *gammas, gsize n_folds)
{
  double sum = 0.0;

  for (gsize k = 0; k < n_folds; k++)
    sum += gammas[k];

  return sum / (double) n_folds;
}

/**
 * seesaw_known_gamma_get_id:
 * @which: a known γ
 *
 * Returns: (transfer none): its name in files and on the command line
 */
const char *
seesaw_known_gamma_get_id (SeesawKnownGamma which)
{
  static const char *const ids[SEESAW_N_KNOWN_GAMMAS] = { "alg", "pcv", "oracle", "balance" };

  g_return_val_if_fail (which < SEESAW_N_KNOWN_GAMMAS, NULL);

  return ids[which];
}
