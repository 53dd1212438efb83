/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "seesaw-open-run.h"

#include <math.h>

/* What has been analysed under one k and average. */
typedef struct
{
  guint top_k;
  SeesawAverage average;
  GPtrArray *analyses[SEESAW_N_SCORES];    /* of SeesawAnalysis, by epoch; NULL until analysed */
  SeesawHistory *history[SEESAW_N_SCORES]; /* by the score of the spreads */
} Way;

/* A file that is open, with what has been read and analysed of it so far: nothing is done twice.
 * Everything happens in worker threads, one at a time; the reading process is started again should
 * it have been killed.
 */
struct _SeesawOpenRun
{
  GObject parent_instance;

  char *path;
  GMutex mutex;
  SeesawReader *reader;
  SeesawRun *run;
  GPtrArray *epochs[SEESAW_N_SCORES]; /* of SeesawEpoch; NULL until reduced */
  GPtrArray *drifts;                  /* of SeesawDrift, without directions; NULL until measured */
  double pcv;
  GPtrArray *ways; /* of Way */
  SeesawView *last;
  SeesawDrift *drift; /* with directions, of the last epoch for which they were asked */
  gsize drift_epoch;
};

/* A call under way, as one of several. */
typedef struct
{
  SeesawProgress progress;
  gpointer user_data;
  guint64 n_calls;
  guint64 n_done;
  GCancellable *cancellable;
} Work;

enum
{
  PROP_0,
  PROP_NAME,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SeesawOpenRun, seesaw_open_run, G_TYPE_OBJECT)

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
  Way *way = data;

  for (int score = 0; score < SEESAW_N_SCORES; score++)
    {
      g_ptr_array_unref (way->analyses[score]);
      g_clear_pointer (&way->history[score], seesaw_history_unref);
    }
  g_free (way);
}

static Way *
find_way (SeesawOpenRun *self, const SeesawViewRequest *request)
{
  Way *way;

  for (guint i = 0; i < self->ways->len; i++)
    {
      way = g_ptr_array_index (self->ways, i);
      if (way->top_k == request->top_k && way->average == request->average)
        return way;
    }

  way = g_new0 (Way, 1);
  way->top_k = request->top_k;
  way->average = request->average;
  for (int score = 0; score < SEESAW_N_SCORES; score++)
    way->analyses[score] = new_slots (self->run->n_epochs, free_analysis);
  g_ptr_array_add (self->ways, way);

  return way;
}

static void
seesaw_open_run_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  SeesawOpenRun *self = SEESAW_OPEN_RUN (object);

  switch (prop_id)
    {
    case PROP_NAME:
      g_value_set_string (value, self->run != NULL ? self->run->name : NULL);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
seesaw_open_run_finalize (GObject *object)
{
  SeesawOpenRun *self = SEESAW_OPEN_RUN (object);

  for (int score = 0; score < SEESAW_N_SCORES; score++)
    g_clear_pointer (&self->epochs[score], g_ptr_array_unref);
  g_clear_pointer (&self->drifts, g_ptr_array_unref);
  g_clear_pointer (&self->drift, seesaw_drift_unref);
  g_clear_pointer (&self->last, seesaw_view_unref);
  g_clear_pointer (&self->ways, g_ptr_array_unref);
  g_clear_pointer (&self->run, seesaw_run_unref);
  g_clear_pointer (&self->reader, seesaw_reader_unref);
  g_mutex_clear (&self->mutex);
  g_free (self->path);

  G_OBJECT_CLASS (seesaw_open_run_parent_class)->finalize (object);
}

static void
seesaw_open_run_class_init (SeesawOpenRunClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = seesaw_open_run_get_property;
  object_class->finalize = seesaw_open_run_finalize;

  /**
   * SeesawOpenRun:name:
   *
   * What the run calls itself.
   */
  properties[PROP_NAME] =
      g_param_spec_string ("name", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
seesaw_open_run_init (SeesawOpenRun *self)
{
  g_mutex_init (&self->mutex);
  self->ways = g_ptr_array_new_with_free_func (way_free);
}

/**
 * seesaw_open_run_new:
 * @path: a file
 *
 * Nothing is read yet.
 *
 * Returns: (transfer full): the run to be
 */
SeesawOpenRun *
seesaw_open_run_new (const char *path)
{
  SeesawOpenRun *self = g_object_new (SEESAW_TYPE_OPEN_RUN, NULL);

  self->path = g_strdup (path);

  return self;
}

/**
 * seesaw_open_run_get_path:
 *
 * Returns: (transfer none): where the file is
 */
const char *
seesaw_open_run_get_path (SeesawOpenRun *self)
{
  return self->path;
}

/**
 * seesaw_open_run_get_run:
 *
 * Returns: (transfer none): what the file says about the run, once a view has been made
 */
SeesawRun *
seesaw_open_run_get_run (SeesawOpenRun *self)
{
  return self->run;
}

static gboolean
find_pcv (SeesawOpenRun *self, SeesawReader *reader, GCancellable *cancellable, GError **error)
{
  gsize n_folds = seesaw_reader_get_run (reader)->n_folds;
  g_autofree double *gammas = g_new (double, n_folds + 1);

  for (gsize k = 0; k < n_folds; k++)
    {
      g_autoptr (SeesawFold) fold = seesaw_reader_reduce_fold (reader, k, cancellable, error);

      if (fold == NULL)
        return FALSE;

      gammas[k] = seesaw_fold_get_gamma (fold);
    }
  self->pcv = seesaw_pcv_of_folds (gammas, n_folds);

  return TRUE;
}

static gboolean
ensure_reader (SeesawOpenRun *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (SeesawReader) reader = NULL;

  if (self->reader != NULL)
    return TRUE;

  reader = seesaw_reader_open (self->path, cancellable, error);
  if (reader == NULL)
    return FALSE;

  if (self->run == NULL)
    {
      if (!find_pcv (self, reader, cancellable, error))
        return FALSE;

      self->run = seesaw_run_ref (seesaw_reader_get_run (reader));
      for (int score = 0; score < SEESAW_N_SCORES; score++)
        self->epochs[score] = new_slots (self->run->n_epochs, free_epoch);
      self->drifts = new_slots (self->run->n_epochs, free_drift);
    }
  self->reader = g_steal_pointer (&reader);

  return TRUE;
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
  const Work *work = user_data;

  if (work->progress != NULL)
    work->progress (work->n_done * total + done, work->n_calls * total, work->user_data);
}

static SeesawEpoch *
ensure_epoch (SeesawOpenRun *self, SeesawScore score, gsize index, Work *work, GError **error)
{
  gpointer *slot = &g_ptr_array_index (self->epochs[score], index);

  if (*slot == NULL && ensure_reader (self, work->cancellable, error))
    *slot = answered (self, seesaw_reader_reduce_epoch (self->reader, index, score, report_call,
                                                        work, work->cancellable, error));
  work->n_done++;

  return *slot;
}

static SeesawAnalysis *
ensure_analysis (SeesawOpenRun *self,
                 Way *way,
                 SeesawScore score,
                 gsize index,
                 Work *work,
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
ensure_drift (SeesawOpenRun *self, gsize index, Work *work, GError **error)
{
  if (self->drift != NULL && self->drift_epoch == index)
    return self->drift;

  g_clear_pointer (&self->drift, seesaw_drift_unref);
  if (ensure_reader (self, work->cancellable, error))
    self->drift = answered (
        self, seesaw_reader_measure_drift (self->reader, index, work->cancellable, error));
  self->drift_epoch = index;

  return self->drift;
}

/* Directions of all epochs would take as much room as the weights do in the file. */
static SeesawDrift *
ensure_numbers (SeesawOpenRun *self, gsize index, Work *work, GError **error)
{
  gpointer *slot = &g_ptr_array_index (self->drifts, index);
  g_autoptr (SeesawDrift) drift = NULL;

  if (*slot != NULL)
    return *slot;

  if (ensure_reader (self, work->cancellable, error))
    drift = answered (self,
                      seesaw_reader_measure_drift (self->reader, index, work->cancellable, error));
  if (drift != NULL)
    *slot = seesaw_drift_copy_numbers (drift);

  return *slot;
}

static gboolean
fill_history (SeesawOpenRun *self, Way *way, SeesawHistory *history, Work *work, GError **error)
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
          SeesawDrift *numbers = ensure_numbers (self, e, work, error);

          if (numbers == NULL)
            return FALSE;
          seesaw_history_set_drift (history, e, numbers);
        }
    }

  return TRUE;
}

static SeesawHistory *
ensure_history (SeesawOpenRun *self, Way *way, SeesawScore score, Work *work, GError **error)
{
  g_autoptr (SeesawHistory) history = NULL;

  if (way->history[score] != NULL)
    return way->history[score];

  work->n_calls = SEESAW_N_SCORES * self->run->n_epochs;
  work->n_done = 0;
  history = seesaw_history_new (self->run);
  if (!fill_history (self, way, history, work, error))
    return NULL;

  for (gsize e = 0; e < self->run->n_epochs; e++)
    history->spreads[e] =
        seesaw_spread_of (self->run->classes, history->analyses[score][e]->epoch->test);
  way->history[score] = g_steal_pointer (&history);

  return way->history[score];
}

static gboolean
add_drift (SeesawOpenRun *self, SeesawView *view, Work *work, GError **error)
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
add_classes (SeesawOpenRun *self, SeesawView *view, Work *work, GError **error)
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
add_epochs (SeesawOpenRun *self, Way *way, SeesawView *view, Work *work, GError **error)
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
add_parts (SeesawOpenRun *self, Way *way, SeesawView *view, Work *work, GError **error)
{
  SeesawParts parts = view->request.parts;
  SeesawHistory *history;

  if ((parts & SEESAW_PART_HISTORY) != 0)
    {
      history = ensure_history (self, way, view->request.score, work, error);
      if (history == NULL)
        return FALSE;
      view->history = seesaw_history_ref (history);
    }

  return ((parts & SEESAW_PART_DRIFT) == 0 || add_drift (self, view, work, error)) &&
         ((parts & SEESAW_PART_CLASSES) == 0 || add_classes (self, view, work, error));
}

/**
 * seesaw_open_run_describe:
 * @cancellable: (nullable): cancelling kills the process
 * @error: return location for a `SEESAW_ERROR`, or `G_IO_ERROR_CANCELLED`
 *
 * Opens the file, unless that has been done. Blocks; for worker threads.
 *
 * Returns: (transfer none): what the file says about the run, or %NULL with @error set
 */
SeesawRun *
seesaw_open_run_describe (SeesawOpenRun *self, GCancellable *cancellable, GError **error)
{
  G_GNUC_UNUSED g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  return self->run != NULL || ensure_reader (self, cancellable, error) ? self->run : NULL;
}

/**
 * seesaw_open_run_make_view:
 * @request: what is wanted; NCM scores of a run without features are taken for logits
 * @progress: (nullable): told now and then
 * @user_data: for @progress
 * @cancellable: (nullable): cancelling loses no more than this view
 * @error: return location for a `SEESAW_ERROR`, or `G_IO_ERROR_CANCELLED`
 *
 * Reads what has not been read yet, and analyses it. Blocks; for worker threads.
 *
 * Returns: (transfer full): the view, or %NULL with @error set
 */
SeesawView *
seesaw_open_run_make_view (SeesawOpenRun *self,
                           const SeesawViewRequest *request,
                           SeesawProgress progress,
                           gpointer user_data,
                           GCancellable *cancellable,
                           GError **error)
{
  G_GNUC_UNUSED g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  g_autoptr (SeesawView) view = NULL;
  Work work = {
    .progress = progress, .user_data = user_data, .n_calls = 2, .cancellable = cancellable
  };
  Way *way;

  if (self->run == NULL && !ensure_reader (self, cancellable, error))
    return NULL;

  view = seesaw_view_new (self->run, request);
  view->request.epoch = MIN (request->epoch, self->run->n_epochs - 1);
  if (!seesaw_run_has_score (self->run, request->score))
    view->request.score = SEESAW_SCORE_LOGIT;

  way = find_way (self, request);
  if (!add_epochs (self, way, view, &work, error) || !add_parts (self, way, view, &work, error))
    return NULL;

  g_clear_pointer (&self->last, seesaw_view_unref);
  self->last = seesaw_view_ref (view);

  return g_steal_pointer (&view);
}
