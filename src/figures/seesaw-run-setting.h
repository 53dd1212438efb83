/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-history.h"

G_BEGIN_DECLS

/**
 * SeesawGammaFrom:
 * @SEESAW_GAMMA_COMMON: the γ of all runs that have none of their own
 * @SEESAW_GAMMA_NUMBER: a number
 * @SEESAW_GAMMA_KNOWN: one of the run's known γs, whatever it is at the epoch that is looked at
 *
 * Where a run's γ comes from.
 */
typedef enum
{
  SEESAW_GAMMA_COMMON,
  SEESAW_GAMMA_NUMBER,
  SEESAW_GAMMA_KNOWN,
} SeesawGammaFrom;

/**
 * SeesawGammaSetting:
 * @from: where γ comes from
 * @known: which one, if it is a known one
 * @number: γ, if it is a number
 *
 * The γ of a run, for one kind of score.
 */
typedef struct
{
  SeesawGammaFrom from;
  SeesawKnownGamma known;
  double number;
} SeesawGammaSetting;

/**
 * SeesawEpochFrom:
 * @SEESAW_EPOCH_OF_ALL: the epoch of all runs that have none of their own
 * @SEESAW_EPOCH_AT_END: the last one
 * @SEESAW_EPOCH_AT_BEST: the one with the best test Acc Y/Y at γ_ALG
 * @SEESAW_EPOCH_OF_NUMBER: the one with some number
 *
 * Where a run's epoch comes from.
 */
typedef enum
{
  SEESAW_EPOCH_OF_ALL,
  SEESAW_EPOCH_AT_END,
  SEESAW_EPOCH_AT_BEST,
  SEESAW_EPOCH_OF_NUMBER,
} SeesawEpochFrom;

/**
 * SeesawEpochSetting:
 * @from: where the epoch comes from
 * @number: its number, if it is chosen by number
 *
 * The epoch of a run.
 */
typedef struct
{
  SeesawEpochFrom from;
  gint32 number;
} SeesawEpochSetting;

gboolean seesaw_gamma_setting_equal (const SeesawGammaSetting *a, const SeesawGammaSetting *b);
double
seesaw_gamma_setting_get (const SeesawGammaSetting *self, const SeesawAnalysis *now, double common);

gboolean seesaw_epoch_setting_equal (const SeesawEpochSetting *a, const SeesawEpochSetting *b);
gsize seesaw_epoch_setting_find (const SeesawEpochSetting *self,
                                 const SeesawRun *run,
                                 SeesawAnalysis *const *analyses);
SeesawEpochSetting seesaw_epoch_setting_of (const SeesawRun *run, gsize index);

G_END_DECLS
