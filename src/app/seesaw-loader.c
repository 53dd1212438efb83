/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "seesaw-loader.h"

/* Makes views in a worker thread. A new load supersedes the one under way: that one's answer is
 * dropped, so that a stale view never arrives.
 */
struct _SeesawLoader
{
  GObject parent_instance;

  GCancellable *cancellable; /* of the load under way */
  guint serial;
  double fraction;
};

typedef struct
{
  SeesawOpenRun *run;
  SeesawViewRequest request;
  guint serial;

  /* How far the worker is; one idle at a time takes it to the main thread. */
  GMutex mutex;
  double fraction;
  gboolean idle_pending;
} Load;

enum
{
  PROP_0,
  PROP_LOADING,
  PROP_FRACTION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SeesawLoader, seesaw_loader, G_TYPE_OBJECT)

static void
load_free (gpointer data)
{
  Load *load = data;

  g_object_unref (load->run);
  g_mutex_clear (&load->mutex);
  g_free (load);
}

static void
set_fraction (SeesawLoader *self, double fraction)
{
  self->fraction = fraction;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FRACTION]);
}

static gboolean
take_progress (gpointer data)
{
  GTask *task = data;
  SeesawLoader *self = g_task_get_source_object (task);
  Load *load = g_task_get_task_data (task);
  double fraction;

  g_mutex_lock (&load->mutex);
  fraction = load->fraction;
  load->idle_pending = FALSE;
  g_mutex_unlock (&load->mutex);

  if (load->serial == self->serial && self->cancellable != NULL)
    set_fraction (self, fraction);

  return G_SOURCE_REMOVE;
}

/* In the worker. */
static void
on_progress (guint64 done, guint64 total, gpointer user_data)
{
  GTask *task = user_data;
  Load *load = g_task_get_task_data (task);

  g_mutex_lock (&load->mutex);
  load->fraction = total > 0 ? (double) done / (double) total : 0.0;
  if (!load->idle_pending)
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, take_progress, g_object_ref (task), g_object_unref);
  load->idle_pending = TRUE;
  g_mutex_unlock (&load->mutex);
}

static void
run_load (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  Load *load = task_data;
  GError *error = NULL;
  SeesawView *view =
      seesaw_open_run_make_view (load->run, &load->request, on_progress, task, cancellable, &error);

  if (view != NULL)
    g_task_return_pointer (task, view, (GDestroyNotify) seesaw_view_unref);
  else
    g_task_return_error (task, error);
}

static void
set_cancellable (SeesawLoader *self, GCancellable *cancellable)
{
  gboolean was_loading = self->cancellable != NULL;

  g_set_object (&self->cancellable, cancellable);
  if (was_loading != (cancellable != NULL))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

static void
seesaw_loader_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  SeesawLoader *self = SEESAW_LOADER (object);

  switch (prop_id)
    {
    case PROP_LOADING:
      g_value_set_boolean (value, self->cancellable != NULL);
      break;

    case PROP_FRACTION:
      g_value_set_double (value, self->fraction);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
seesaw_loader_dispose (GObject *object)
{
  SeesawLoader *self = SEESAW_LOADER (object);

  seesaw_loader_cancel (self);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (seesaw_loader_parent_class)->dispose (object);
}

static void
seesaw_loader_class_init (SeesawLoaderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = seesaw_loader_get_property;
  object_class->dispose = seesaw_loader_dispose;

  /**
   * SeesawLoader:loading:
   *
   * Whether a load is under way.
   */
  properties[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * SeesawLoader:fraction:
   *
   * How far the load under way is, from 0 to 1.
   */
  properties[PROP_FRACTION] = g_param_spec_double ("fraction", NULL, NULL, 0.0, 1.0, 0.0,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
seesaw_loader_init (SeesawLoader *self)
{
}

/**
 * seesaw_loader_new:
 *
 * Returns: (transfer full): a loader with nothing to do
 */
SeesawLoader *
seesaw_loader_new (void)
{
  return g_object_new (SEESAW_TYPE_LOADER, NULL);
}

/**
 * seesaw_loader_load:
 * @run: what to look at
 * @request: how
 * @callback: called with the view, or an error; with `G_IO_ERROR_CANCELLED` if superseded
 * @user_data: for @callback
 *
 * Makes a view without blocking.
 */
void
seesaw_loader_load (SeesawLoader *self,
                    SeesawOpenRun *run,
                    const SeesawViewRequest *request,
                    GAsyncReadyCallback callback,
                    gpointer user_data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Load *load = g_new0 (Load, 1);

  g_mutex_init (&load->mutex);
  load->run = g_object_ref (run);
  load->request = *request;
  load->serial = ++self->serial;
  g_task_set_task_data (task, load, load_free);

  seesaw_loader_cancel (self);
  set_fraction (self, 0.0);
  set_cancellable (self, cancellable);
  g_task_run_in_thread (task, run_load);
}

/**
 * seesaw_loader_load_finish:
 * @result: as given to the callback
 * @run: (out) (transfer full): what was looked at
 * @error: return location for an error
 *
 * Returns: (transfer full): the view, or %NULL with @error set
 */
SeesawView *
seesaw_loader_load_finish (SeesawLoader *self,
                           GAsyncResult *result,
                           SeesawOpenRun **run,
                           GError **error)
{
  Load *load = g_task_get_task_data (G_TASK (result));

  *run = g_object_ref (load->run);
  if (load->serial == self->serial)
    set_cancellable (self, NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * seesaw_loader_cancel:
 *
 * Cancels the load under way, if any.
 */
void
seesaw_loader_cancel (SeesawLoader *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
}
