/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "seesaw-open-run.h"

#include "seesaw-error.h"
#include "seesaw-reader.h"

/* A file that is open, with what has been read of it so far. Everything is read in worker threads,
 * one at a time; the reading process is started again should it have been killed.
 */
struct _SeesawOpenRun
{
  GObject parent_instance;

  char *path;
  GMutex mutex;
  SeesawReader *reader;
  SeesawRun *run;
  SeesawEpoch **epochs; /* [run->n_epochs], NULL until reduced */
  double pcv;
};

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

  for (gsize e = 0; self->epochs != NULL && e < self->run->n_epochs; e++)
    g_clear_pointer (&self->epochs[e], seesaw_epoch_unref);
  g_free (self->epochs);
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
      self->epochs = g_new0 (SeesawEpoch *, self->run->n_epochs);
    }
  self->reader = g_steal_pointer (&reader);

  return TRUE;
}

static SeesawEpoch *
ensure_epoch (SeesawOpenRun *self,
              gsize index,
              SeesawOpenRunProgress progress,
              gpointer user_data,
              GCancellable *cancellable,
              GError **error)
{
  if (self->epochs[index] == NULL && ensure_reader (self, cancellable, error))
    {
      self->epochs[index] = seesaw_reader_reduce_epoch (self->reader, index, SEESAW_SCORE_LOGIT,
                                                        progress, user_data, cancellable, error);
      if (self->epochs[index] == NULL)
        g_clear_pointer (&self->reader, seesaw_reader_unref);
    }

  return self->epochs[index];
}

/**
 * seesaw_open_run_make_view:
 * @request: what is wanted
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
                           SeesawOpenRunProgress progress,
                           gpointer user_data,
                           GCancellable *cancellable,
                           GError **error)
{
  G_GNUC_UNUSED g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  g_autoptr (SeesawView) view = g_new0 (SeesawView, 1);
  SeesawEpoch *now;
  SeesawEpoch *start = NULL;
  gsize first;

  if (self->run == NULL && !ensure_reader (self, cancellable, error))
    return NULL;

  now = ensure_epoch (self, MIN (request->epoch, self->run->n_epochs - 1), progress, user_data,
                      cancellable, error);
  if (now == NULL)
    return NULL;

  if (seesaw_run_find_epoch (self->run, 0, &first))
    {
      start = ensure_epoch (self, first, progress, user_data, cancellable, error);
      if (start == NULL)
        return NULL;
    }

  view->now = seesaw_analysis_new (self->run, now, self->pcv, request->top_k, request->average);
  if (start == now)
    view->start = seesaw_analysis_ref (view->now);
  else if (start != NULL)
    view->start =
        seesaw_analysis_new (self->run, start, self->pcv, request->top_k, request->average);

  return g_steal_pointer (&view);
}

/**
 * seesaw_view_free:
 * @self: (transfer full): the view
 */
void
seesaw_view_free (SeesawView *self)
{
  g_clear_pointer (&self->start, seesaw_analysis_unref);
  g_clear_pointer (&self->now, seesaw_analysis_unref);
  g_free (self);
}
