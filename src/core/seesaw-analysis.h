/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-curve.h"
#include "seesaw-mass.h"
#include "seesaw-run.h"
#include "seesaw-steps.h"

G_BEGIN_DECLS

/**
 * SeesawKnownGamma:
 * @SEESAW_KNOWN_GAMMA_ALG: γ_ALG, the average logit gap of the training split
 * @SEESAW_KNOWN_GAMMA_PCV: γ_PCV, pseudo cross-validation
 * @SEESAW_KNOWN_GAMMA_ORACLE: γ*, best test Acc Y/Y
 * @SEESAW_KNOWN_GAMMA_BALANCE: γ_bal, where test Acc S/Y and Acc U/Y are closest
 *
 * The γs that have a name. The order is that of reports.
 */
typedef enum
{
  SEESAW_KNOWN_GAMMA_ALG,
  SEESAW_KNOWN_GAMMA_PCV,
  SEESAW_KNOWN_GAMMA_ORACLE,
  SEESAW_KNOWN_GAMMA_BALANCE,
  SEESAW_N_KNOWN_GAMMAS,
} SeesawKnownGamma;

/**
 * SeesawAnalysis:
 * @epoch: what was analysed
 * @curve: accuracies for every γ
 * @gamma: the known γs, by `SeesawKnownGamma`; NaN where one is undefined
 * @mass_unseen: mean P(U given x) over U samples
 * @mass_seen: mean P(U given x) over S samples
 * @absent: the γ from which each U sample is predicted to be in U
 * @absent_always: how many of them are for every γ
 * @n_unseen: number of U samples
 *
 * One epoch, ready for any γ. Immutable and reference counted; may be read from any thread.
 */
typedef struct
{
  SeesawEpoch *epoch;
  SeesawCurve *curve;
  double gamma[SEESAW_N_KNOWN_GAMMAS];
  SeesawMass *mass_unseen;
  SeesawMass *mass_seen;
  SeesawSteps *absent;
  double absent_always;
  double n_unseen;
} SeesawAnalysis;

SeesawAnalysis *seesaw_analysis_new (const SeesawRun *run,
                                     SeesawEpoch *epoch,
                                     double pcv,
                                     guint top_k,
                                     SeesawAverage average) G_GNUC_WARN_UNUSED_RESULT;
SeesawAnalysis *seesaw_analysis_ref (SeesawAnalysis *self);
void seesaw_analysis_unref (SeesawAnalysis *self);

void seesaw_analysis_get_range (const SeesawAnalysis *self, double *low, double *high);
double seesaw_analysis_get_absent_recall (const SeesawAnalysis *self, double gamma);

double seesaw_fold_get_gamma (const SeesawFold *fold);
double seesaw_pcv_of_folds (const double *gammas, gsize n_folds);

const char *seesaw_known_gamma_get_id (SeesawKnownGamma which);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SeesawAnalysis, seesaw_analysis_unref)

G_END_DECLS
