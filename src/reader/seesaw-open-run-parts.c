/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The parts of a view: what is there already is taken, the rest read and analysed. */

#include "config.h"

#include "seesaw-open-run-private.h"

#include <math.h>

/* Elements may be NULL. */
#define DEFINE_FREE(name, type, unref)                                                             \
  static void name (gpointer data)                                                                 \
  {                                                                                                \
    type *self = data;                                                                             \
                                                                                                   \
    g_clear_pointer (&self, unref);                                                                \
  }

DEFINE_FREE (free_epoch, SeesawEpoch, seesaw_epoch_unref)
DEFINE_FREE (free_drift, SeesawDrift, seesaw_drift_unref)
DEFINE_FREE (free_analysis, SeesawAnalysis, seesaw_analysis_unref)

static GPtrArray *
new_slots (gsize n, GDestroyNotify free_slot)
{
  GPtrArray *slots = g_ptr_array_new_full ((guint) n, free_slot);

  g_ptr_array_set_size (slots, (int) n);

  return slots;
}

static void
way_free (gpointer data)
{
  SeesawWay *way = data;

  for (int score = 0; score < SEESAW_N_SCORES; score++)
    {
      g_ptr_array_unref (way->analyses[score]);
      g_clear_pointer (&way->history[score], seesaw_history_unref);
    }
  g_free (way);
}

/**
 * seesaw_open_run_make_room:
 *
 * Makes room for all that may be read, once it is known which epochs there are.
 */
void
seesaw_open_run_make_room (SeesawOpenRun *self)
{
  for (int score = 0; score < SEESAW_N_SCORES; score++)
    self->epochs[score] = new_slots (self->run->n_epochs, free_epoch);
  self->drifts = new_slots (self->run->n_epochs, free_drift);
  self->ways = g_ptr_array_new_with_free_func (way_free);
}

static SeesawWay *
find_way (SeesawOpenRun *self, const SeesawViewRequest *request)
{
  SeesawWay *way;

  for (guint i = 0; i < self->ways->len; i++)
    {
      way = g_ptr_array_index (self->ways, i);
      if (way->top_k == request->top_k && way->average == request->average)
        return way;
    }

  way = g_new0 (SeesawWay, 1);
  way->top_k = request->top_k;
  way->average = request->average;
  for (int score = 0; score < SEESAW_N_SCORES; score++)
    way->analyses[score] = new_slots (self->run->n_epochs, free_analysis);
  g_ptr_array_add (self->ways, way);

  return way;
}

/* A reader that did not answer is killed, if it is not dead already. */
static gpointer
answered (SeesawOpenRun *self, gpointer answer)
{
  if (answer == NULL)
    g_clear_pointer (&self->reader, seesaw_reader_unref);

  return answer;
}

static void
report_call (guint64 done, guint64 total, gpointer user_data)
{
  const SeesawWork *work = user_data;

  if (work->progress != NULL)
    work->progress (work->n_done * total + done, work->n_calls * total, work->user_data);
}

static SeesawEpoch *
ensure_epoch (SeesawOpenRun *self, SeesawScore score, gsize index, SeesawWork *work, GError **error)
{
  gpointer *slot = &g_ptr_array_index (self->epochs[score], index);

  if (*slot == NULL && seesaw_open_run_ensure_reader (self, work->cancellable, error))
    *slot = answered (self, seesaw_reader_reduce_epoch (self->reader, index, score, report_call,
                                                        work, work->cancellable, error));
  work->n_done++;

  return *slot;
}

static SeesawAnalysis *
ensure_analysis (SeesawOpenRun *self,
                 SeesawWay *way,
                 SeesawScore score,
                 gsize index,
                 SeesawWork *work,
                 GError **error)
{
  gpointer *slot = &g_ptr_array_index (way->analyses[score], index);
  SeesawEpoch *epoch = *slot == NULL ? ensure_epoch (self, score, index, work, error) : NULL;

  /* Pseudo cross-validation is of logits. */
  if (epoch != NULL)
    *slot = seesaw_analysis_new (self->run, epoch,
                                 score == SEESAW_SCORE_LOGIT ? self->pcv : (double) NAN, way->top_k,
                                 way->average);

  return *slot;
}

static SeesawDrift *
measure_drift (SeesawOpenRun *self, gsize index, SeesawWork *work, GError **error)
{
  if (!seesaw_open_run_ensure_reader (self, work->cancellable, error))
    return NULL;

  return answered (self,
                   seesaw_reader_measure_drift (self->reader, index, work->cancellable, error));
}

static SeesawDrift *
ensure_drift (SeesawOpenRun *self, gsize index, SeesawWork *work, GError **error)
{
  if (self->drift != NULL && self->drift_epoch == index)
    return self->drift;

  g_clear_pointer (&self->drift, seesaw_drift_unref);
  self->drift = measure_drift (self, index, work, error);
  self->drift_epoch = index;

  return self->drift;
}

/* Directions of all epochs would take as much room as the weights do in the file: only those of the
 * epoch that is looked at are held.
 */
static SeesawDrift *
ensure_numbers (SeesawOpenRun *self,
                gsize index,
                gboolean is_looked_at,
                SeesawWork *work,
                GError **error)
{
  gpointer *slot = &g_ptr_array_index (self->drifts, index);
  g_autoptr (SeesawDrift) drift = NULL;

  if (*slot != NULL)
    return *slot;

  if (is_looked_at && ensure_drift (self, index, work, error) == NULL)
    return NULL;

  if (self->drift != NULL && self->drift_epoch == index)
    drift = seesaw_drift_ref (self->drift);
  else
    drift = measure_drift (self, index, work, error);
  if (drift != NULL)
    *slot = seesaw_drift_copy_numbers (drift);

  return *slot;
}

static gboolean
fill_history (SeesawOpenRun *self,
              SeesawWay *way,
              SeesawHistory *history,
              gsize looked_at,
              SeesawWork *work,
              GError **error)
{
  for (gsize e = 0; e < self->run->n_epochs; e++)
    {
      for (int score = 0; score < SEESAW_N_SCORES; score++)
        {
          SeesawAnalysis *analysis;

          if (!seesaw_run_has_score (self->run, (SeesawScore) score))
            continue;

          analysis = ensure_analysis (self, way, (SeesawScore) score, e, work, error);
          if (analysis == NULL)
            return FALSE;
          seesaw_history_set (history, (SeesawScore) score, e, analysis);
        }

      if (seesaw_run_has (self->run, "/classifier/weight"))
        {
          SeesawDrift *numbers = ensure_numbers (self, e, e == looked_at, work, error);

          if (numbers == NULL)
            return FALSE;
          seesaw_history_set_drift (history, e, numbers);
        }
    }

  return TRUE;
}

static SeesawHistory *
ensure_history (SeesawOpenRun *self,
                SeesawWay *way,
                const SeesawViewRequest *request,
                SeesawWork *work,
                GError **error)
{
  const SeesawScore score = request->score;
  g_autoptr (SeesawHistory) history = NULL;

  if (way->history[score] != NULL)
    return way->history[score];

  work->n_calls = SEESAW_N_SCORES * self->run->n_epochs;
  work->n_done = 0;
  history = seesaw_history_new (self->run);
  if (!fill_history (self, way, history, request->epoch, work, error))
    return NULL;

  for (gsize e = 0; e < self->run->n_epochs; e++)
    history->spreads[e] =
        seesaw_spread_of (self->run->classes, history->analyses[score][e]->epoch->test);
  way->history[score] = g_steal_pointer (&history);

  return way->history[score];
}

static gboolean
add_drift (SeesawOpenRun *self, SeesawView *view, SeesawWork *work, GError **error)
{
  const SeesawViewRequest *request = &view->request;
  const SeesawView *last = self->last;
  SeesawDrift *drift;

  if (!seesaw_run_has (self->run, "/classifier/weight"))
    return TRUE;

  drift = ensure_drift (self, request->epoch, work, error);
  if (drift == NULL)
    return FALSE;

  view->drift = seesaw_drift_ref (drift);
  if (!drift->has_start)
    return TRUE;

  if (last != NULL && last->map != NULL && last->drift == drift &&
      last->map->measure == request->measure && last->map->order == request->order)
    view->map = seesaw_drift_map_ref (last->map);
  else
    view->map = seesaw_drift_map_new (self->run->classes, drift, request->measure, request->order);

  return TRUE;
}

static SeesawClassTable *
make_table (SeesawOpenRun *self, SeesawSamples *samples, guint top_k)
{
  const SeesawView *last = self->last;

  if (last != NULL && last->classes != NULL &&
      seesaw_class_table_is_of (last->classes, samples, top_k))
    return seesaw_class_table_ref (last->classes);

  if (last != NULL && last->ncm_classes != NULL &&
      seesaw_class_table_is_of (last->ncm_classes, samples, top_k))
    return seesaw_class_table_ref (last->ncm_classes);

  return seesaw_class_table_new (self->run->classes, samples, top_k);
}

static gboolean
add_classes (SeesawOpenRun *self, SeesawView *view, SeesawWork *work, GError **error)
{
  const SeesawViewRequest *request = &view->request;
  SeesawEpoch *ncm;

  view->classes = make_table (self, view->now->epoch->test, request->top_k);
  if (!seesaw_run_has_score (self->run, SEESAW_SCORE_NCM))
    return TRUE;

  ncm = ensure_epoch (self, SEESAW_SCORE_NCM, request->epoch, work, error);
  if (ncm != NULL)
    view->ncm_classes = make_table (self, ncm->test, request->top_k);

  return ncm != NULL;
}

static gboolean
add_epochs (SeesawOpenRun *self, SeesawWay *way, SeesawView *view, SeesawWork *work, GError **error)
{
  SeesawScore score = view->request.score;
  SeesawAnalysis *now = ensure_analysis (self, way, score, view->request.epoch, work, error);
  SeesawAnalysis *start = NULL;
  gsize first;

  if (now == NULL)
    return FALSE;
  view->now = seesaw_analysis_ref (now);

  if (seesaw_run_find_epoch (self->run, 0, &first))
    {
      start = ensure_analysis (self, way, score, first, work, error);
      if (start == NULL)
        return FALSE;
      view->start = seesaw_analysis_ref (start);
    }

  return TRUE;
}

static gboolean
add_parts (SeesawOpenRun *self, SeesawWay *way, SeesawView *view, SeesawWork *work, GError **error)
{
  SeesawParts parts = view->request.parts;
  SeesawHistory *history;

  if ((parts & SEESAW_PART_HISTORY) != 0)
    {
      history = ensure_history (self, way, &view->request, work, error);
      if (history == NULL)
        return FALSE;
      view->history = seesaw_history_ref (history);
    }

  return ((parts & SEESAW_PART_DRIFT) == 0 || add_drift (self, view, work, error)) &&
         ((parts & SEESAW_PART_CLASSES) == 0 || add_classes (self, view, work, error));
}

/**
 * seesaw_open_run_fill_view:
 * @view: a view without parts
 * @work: how to report progress, and be cancelled
 * @error: return location for an error
 *
 * Returns: whether @view now has what its request asks for
 */
gboolean
seesaw_open_run_fill_view (SeesawOpenRun *self, SeesawView *view, SeesawWork *work, GError **error)
{
  SeesawWay *way = find_way (self, &view->request);

  return add_epochs (self, way, view, work, error) && add_parts (self, way, view, work, error);
}
