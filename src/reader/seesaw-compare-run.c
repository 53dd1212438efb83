/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From an open run to a row of a comparison. */

#include "config.h"

#include "seesaw-compare-run.h"

#include "seesaw-error.h"

#include <glib/gi18n-lib.h>

static SeesawView *
look_at (SeesawOpenRun *open_run,
         const SeesawCompareRequest *request,
         SeesawScore score,
         gsize epoch,
         GCancellable *cancellable,
         GError **error)
{
  const SeesawViewRequest way = {
    .epoch = epoch, .score = score, .top_k = request->top_k, .average = request->average
  };

  return seesaw_open_run_make_view (open_run, &way, NULL, NULL, cancellable, error);
}

static gboolean
find_best (SeesawOpenRun *open_run,
           const SeesawRun *run,
           const SeesawCompareRequest *request,
           gsize *index,
           GCancellable *cancellable,
           GError **error)
{
  g_autoptr (GPtrArray) views = g_ptr_array_new_with_free_func ((GDestroyNotify) seesaw_view_unref);
  g_autofree SeesawAnalysis **analyses = g_new (SeesawAnalysis *, run->n_epochs);

  for (gsize e = 0; e < run->n_epochs; e++)
    {
      SeesawView *view = look_at (open_run, request, SEESAW_SCORE_LOGIT, e, cancellable, error);

      if (view == NULL)
        return FALSE;

      g_ptr_array_add (views, view);
      analyses[e] = view->now;
    }
  *index = seesaw_comparison_find_best_epoch (analyses, run->epochs, run->n_epochs);

  return TRUE;
}

/**
 * seesaw_compare_find_epoch:
 * @open_run: a run
 * @request: which epoch of it, and how the best one is measured
 * @index: (out): position of the epoch among the run's
 * @cancellable: (nullable): cancelling gives up
 * @error: return location for a `SEESAW_ERROR`, or `G_IO_ERROR_CANCELLED`
 *
 * The best epoch is known when all have been read. Blocks; for worker threads.
 *
 * Returns: whether the run has such an epoch
 */
gboolean
seesaw_compare_find_epoch (SeesawOpenRun *open_run,
                           const SeesawCompareRequest *request,
                           gsize *index,
                           GCancellable *cancellable,
                           GError **error)
{
  const SeesawRun *run = seesaw_open_run_describe (open_run, cancellable, error);

  if (run == NULL)
    return FALSE;

  *index = run->n_epochs - 1;
  if (request->choice == SEESAW_EPOCH_BEST)
    return find_best (open_run, run, request, index, cancellable, error);

  if (request->choice == SEESAW_EPOCH_LAST || seesaw_run_find_epoch (run, request->number, index))
    return TRUE;

  g_set_error (error, SEESAW_ERROR, SEESAW_ERROR_ARGUMENT,
               _ ("%s: there is no epoch %d; its epochs go from %d to %d"), run->path,
               request->number, run->epochs[0], run->epochs[run->n_epochs - 1]);

  return FALSE;
}

/**
 * seesaw_compare_run:
 * @open_run: a run
 * @request: which epoch of it, and how it is measured
 * @comparison: where to add it
 * @cancellable: (nullable): cancelling leaves @comparison as it was
 * @error: return location for a `SEESAW_ERROR`, or `G_IO_ERROR_CANCELLED`
 *
 * Reads and analyses what a comparison tells of a run: logits of the epoch and of the start, and
 * nearest class means if there are features. Blocks; for worker threads.
 *
 * Returns: whether the run was added
 */
gboolean
seesaw_compare_run (SeesawOpenRun *open_run,
                    const SeesawCompareRequest *request,
                    SeesawComparison *comparison,
                    GCancellable *cancellable,
                    GError **error)
{
  SeesawRun *run = seesaw_open_run_describe (open_run, cancellable, error);
  g_autoptr (SeesawView) logits = NULL;
  g_autoptr (SeesawView) ncm = NULL;
  gsize epoch;

  if (run == NULL || !seesaw_compare_find_epoch (open_run, request, &epoch, cancellable, error))
    return FALSE;

  logits = look_at (open_run, request, SEESAW_SCORE_LOGIT, epoch, cancellable, error);
  if (logits == NULL)
    return FALSE;

  if (seesaw_run_has_score (run, SEESAW_SCORE_NCM))
    {
      ncm = look_at (open_run, request, SEESAW_SCORE_NCM, epoch, cancellable, error);
      if (ncm == NULL)
        return FALSE;
    }

  seesaw_comparison_add (comparison, run, logits->start, logits->now,
                         ncm != NULL ? ncm->now : NULL);

  return TRUE;
}
