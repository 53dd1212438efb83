/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-analysis.h"
#include "seesaw-drift.h"
#include "seesaw-margin.h"

G_BEGIN_DECLS

/**
 * SeesawHistory:
 * @n_epochs: number of epochs, E
 * @epochs: `[n_epochs]`, their numbers
 * @analyses: by `SeesawScore`: `[n_epochs]`, or %NULL if the run has no such scores
 * @spreads: `[n_epochs]`, margins and scale of one of the scores
 * @drifts: `[n_epochs]`, or %NULL if the run has no weights
 *
 * A run over all its epochs. Reference counted; not changed once it is filled.
 */
typedef struct
{
  gsize n_epochs;
  gint32 *epochs;
  SeesawAnalysis **analyses[SEESAW_N_SCORES];
  SeesawSpread *spreads;
  SeesawDrift **drifts;
} SeesawHistory;

SeesawHistory *seesaw_history_new (const SeesawRun *run) G_GNUC_WARN_UNUSED_RESULT;
SeesawHistory *seesaw_history_ref (SeesawHistory *self);
void seesaw_history_unref (SeesawHistory *self);

void
seesaw_history_set (SeesawHistory *self, SeesawScore score, gsize index, SeesawAnalysis *analysis);
void seesaw_history_set_drift (SeesawHistory *self, gsize index, SeesawDrift *drift);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SeesawHistory, seesaw_history_unref)

G_END_DECLS
