/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "seesaw-result.h"

/* The nearest class mean needs features of both splits. */
static gboolean
has_features (const SeesawRun *run)
{
  return seesaw_run_has (run, "/train/label") && seesaw_run_has (run, "/train/feature") &&
         seesaw_run_has (run, "/test/feature");
}

/**
 * seesaw_result_analyse:
 * @loaded: a run
 * @question: what is asked
 * @score: what classes are ranked by
 * @index: position of an epoch among `SeesawRun.epochs`
 * @error: return location for a `SEESAW_ERROR`
 *
 * Returns: (transfer full): the epoch's scores, analysed, or %NULL with @error set
 */
SeesawAnalysis *
seesaw_result_analyse (const SeesawLoaded *loaded,
                       const SeesawQuestion *question,
                       SeesawScore score,
                       gsize index,
                       GError **error)
{
  g_autoptr (SeesawEpoch) epoch =
      seesaw_reader_reduce_epoch (loaded->reader, index, score, NULL, NULL, NULL, error);

  return epoch != NULL ? seesaw_analysis_new (loaded->run, epoch, loaded->pcv, question->top_k,
                                              question->average)
                       : NULL;
}

/**
 * seesaw_result_init:
 * @loaded: a run
 * @question: what is asked
 * @index: position of an epoch among `SeesawRun.epochs`
 * @error: return location for a `SEESAW_ERROR`
 *
 * Finds out about an epoch all that the run can tell. Scores that were asked for must be there;
 * nearest class means beside logits, and weights, need not.
 *
 * Returns: whether it could be read
 */
gboolean
seesaw_result_init (SeesawResult *self,
                    const SeesawLoaded *loaded,
                    const SeesawQuestion *question,
                    gsize index,
                    GError **error)
{
  *self = (SeesawResult){ .index = index };
  self->analysis = seesaw_result_analyse (loaded, question, question->score, index, error);
  if (self->analysis == NULL)
    return FALSE;

  if (question->score == SEESAW_SCORE_NCM)
    self->ncm = seesaw_analysis_ref (self->analysis);
  else if (has_features (loaded->run))
    {
      self->ncm = seesaw_result_analyse (loaded, question, SEESAW_SCORE_NCM, index, error);
      if (self->ncm == NULL)
        return FALSE;
    }

  if (!seesaw_run_has (loaded->run, "/classifier/weight"))
    return TRUE;

  self->drift = seesaw_reader_measure_drift (loaded->reader, index, NULL, error);

  return self->drift != NULL;
}

/**
 * seesaw_result_clear:
 */
void
seesaw_result_clear (SeesawResult *self)
{
  g_clear_pointer (&self->analysis, seesaw_analysis_unref);
  g_clear_pointer (&self->ncm, seesaw_analysis_unref);
  g_clear_pointer (&self->drift, seesaw_drift_unref);
}
