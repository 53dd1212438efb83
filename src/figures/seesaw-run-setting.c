/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The γ and the epoch of a run: its own, or those that all runs share. */

#include "config.h"

#include "seesaw-run-setting.h"

#include "seesaw-comparison.h"

#include <math.h>

/**
 * seesaw_gamma_setting_equal:
 * @a: a setting
 * @b: another one
 *
 * Returns: whether they mean the same
 */
gboolean
seesaw_gamma_setting_equal (const SeesawGammaSetting *a, const SeesawGammaSetting *b)
{
  return a->from == b->from && (a->from != SEESAW_GAMMA_KNOWN || a->known == b->known) &&
         (a->from != SEESAW_GAMMA_NUMBER || a->number == b->number);
}

/**
 * seesaw_gamma_setting_get:
 * @now: the epoch of the run that is looked at
 * @common: the γ of all runs that have none of their own
 *
 * Returns: the run's γ; @common if the known γ that is asked for is undefined
 */
double
seesaw_gamma_setting_get (const SeesawGammaSetting *self, const SeesawAnalysis *now, double common)
{
  double gamma = common;

  if (self->from == SEESAW_GAMMA_NUMBER)
    gamma = self->number;
  else if (self->from == SEESAW_GAMMA_KNOWN && now != NULL)
    gamma = now->gamma[self->known];

  return isfinite (gamma) ? gamma : common;
}

/**
 * seesaw_epoch_setting_equal:
 * @a: a setting
 * @b: another one
 *
 * Returns: whether they mean the same
 */
gboolean
seesaw_epoch_setting_equal (const SeesawEpochSetting *a, const SeesawEpochSetting *b)
{
  return a->from == b->from && (a->from != SEESAW_EPOCH_OF_NUMBER || a->number == b->number);
}

/**
 * seesaw_epoch_setting_find:
 * @run: a run
 * @analyses: (nullable): `[n_epochs]`, all its epochs; without them there is no best one
 *
 * Returns: the index of the epoch; that of the last one if the run has no such epoch
 */
gsize
seesaw_epoch_setting_find (const SeesawEpochSetting *self,
                           const SeesawRun *run,
                           SeesawAnalysis *const *analyses)
{
  gsize index;

  if (self->from == SEESAW_EPOCH_AT_BEST && analyses != NULL)
    return seesaw_comparison_find_best_epoch (analyses, run->epochs, run->n_epochs);

  if (self->from == SEESAW_EPOCH_OF_NUMBER && seesaw_run_find_epoch (run, self->number, &index))
    return index;

  return run->n_epochs - 1;
}

/**
 * seesaw_epoch_setting_of:
 * @run: a run
 * @index: index of one of its epochs
 *
 * Returns: what stands for it in other runs, too: the last one, or its number
 */
SeesawEpochSetting
seesaw_epoch_setting_of (const SeesawRun *run, gsize index)
{
  if (index + 1 >= run->n_epochs)
    return (SeesawEpochSetting){ SEESAW_EPOCH_AT_END, 0 };

  return (SeesawEpochSetting){ SEESAW_EPOCH_OF_NUMBER, run->epochs[index] };
}
