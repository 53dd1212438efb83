/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "seesaw-open-run-private.h"

enum
{
  PROP_0,
  PROP_NAME,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SeesawOpenRun, seesaw_open_run, G_TYPE_OBJECT)

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

/**
 * seesaw_open_run_ensure_reader:
 * @cancellable: (nullable): cancelling kills the process
 * @error: return location for an error
 *
 * Starts a reading process, unless there is one; the first one tells what the file holds.
 *
 * Returns: whether there is one
 */
gboolean
seesaw_open_run_ensure_reader (SeesawOpenRun *self, GCancellable *cancellable, GError **error)
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
      seesaw_open_run_make_room (self);
    }
  self->reader = g_steal_pointer (&reader);

  return TRUE;
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

  return self->run != NULL || seesaw_open_run_ensure_reader (self, cancellable, error) ? self->run
                                                                                       : NULL;
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
  gboolean ok;
  SeesawWork work = {
    .progress = progress, .user_data = user_data, .n_calls = 2, .cancellable = cancellable
  };

  if (self->run == NULL && !seesaw_open_run_ensure_reader (self, cancellable, error))
    return NULL;

  view = seesaw_view_new (self->run, request);
  view->request.epoch = MIN (request->epoch, self->run->n_epochs - 1);
  if (!seesaw_run_has_score (self->run, request->score))
    view->request.score = SEESAW_SCORE_LOGIT;

  ok = seesaw_open_run_fill_view (self, view, &work, error);

  /* It may have been killed after its last answer. */
  if (g_cancellable_is_cancelled (cancellable))
    g_clear_pointer (&self->reader, seesaw_reader_unref);
  if (!ok)
    return NULL;

  g_clear_pointer (&self->last, seesaw_view_unref);
  self->last = seesaw_view_ref (view);

  return g_steal_pointer (&view);
}
