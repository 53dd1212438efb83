/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "seesaw-history.h"

/**
 * seesaw_history_new:
 * @run: the run
 *
 * Returns: (transfer full): a history of its epochs, to be filled
 */
SeesawHistory *
seesaw_history_new (const SeesawRun *run)
{
  SeesawHistory *self = g_atomic_rc_box_new0 (SeesawHistory);

  self->n_epochs = run->n_epochs;
  self->epochs = g_memdup2 (run->epochs, run->n_epochs * sizeof *run->epochs);
  self->spreads = g_new0 (SeesawSpread, run->n_epochs);

  return self;
}

/**
 * seesaw_history_ref:
 *
 * Returns: (transfer full): @self
 */
SeesawHistory *
seesaw_history_ref (SeesawHistory *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  SeesawHistory *self = data;

  for (gsize e = 0; e < self->n_epochs; e++)
    {
      for (int score = 0; score < SEESAW_N_SCORES; score++)
        if (self->analyses[score] != NULL)
          g_clear_pointer (&self->analyses[score][e], seesaw_analysis_unref);
      if (self->drifts != NULL)
        g_clear_pointer (&self->drifts[e], seesaw_drift_unref);
    }
  for (int score = 0; score < SEESAW_N_SCORES; score++)
    g_free (self->analyses[score]);
  g_free (self->drifts);
  g_free (self->spreads);
  g_free (self->epochs);
}

/**
 * seesaw_history_unref:
 * @self: (transfer full): the history
 */
void
seesaw_history_unref (SeesawHistory *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

/**
 * seesaw_history_set:
 * @score: which scores were analysed
 * @index: position of the epoch
 * @analysis: the analysis; a reference is kept instead of that to the one before
 */
void
seesaw_history_set (SeesawHistory *self, SeesawScore score, gsize index, SeesawAnalysis *analysis)
{
  if (self->analyses[score] == NULL)
    self->analyses[score] = g_new0 (SeesawAnalysis *, self->n_epochs);
  seesaw_analysis_ref (analysis);
  g_clear_pointer (&self->analyses[score][index], seesaw_analysis_unref);
  self->analyses[score][index] = analysis;
}

/**
 * seesaw_history_set_drift:
 * @index: position of the epoch
 * @drift: what happened to the weights up to it; a reference is kept instead of that to the one
 *   before
 */
void
seesaw_history_set_drift (SeesawHistory *self, gsize index, SeesawDrift *drift)
{
  if (self->drifts == NULL)
    self->drifts = g_new0 (SeesawDrift *, self->n_epochs);
  seesaw_drift_ref (drift);
  g_clear_pointer (&self->drifts[index], seesaw_drift_unref);
  self->drifts[index] = drift;
}
