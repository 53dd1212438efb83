/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "seesaw-loader.h"

#include "seesaw-load.h"

/* Makes views in worker threads. A new load supersedes the one under way: that one's answer is
 * dropped, so that a stale view never arrives. Beside it runs are read ahead, whose answers wait
 * until they are asked for.
 */
struct _SeesawLoader
{
  GObject parent_instance;

  GTask *work; /* the load under way */
  guint serial;
  SeesawAmount amount; /* of that */
  GPtrArray *ahead;    /* of GTask: what nobody has asked for yet */
};

enum
{
  PROP_0,
  PROP_LOADING,
  PROP_FRACTION,
  PROP_AMOUNT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SeesawLoader, seesaw_loader, G_TYPE_OBJECT)

static void
set_amount (SeesawLoader *self, SeesawAmount amount)
{
  self->amount = amount;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FRACTION]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_AMOUNT]);
}

static void
on_progress (GTask *work, SeesawAmount amount)
{
  SeesawLoader *self = g_task_get_source_object (work);

  if (work == self->work)
    set_amount (self, amount);
}

static gboolean
is_same_request (const SeesawViewRequest *a, const SeesawViewRequest *b)
{
  return a->epoch == b->epoch && a->score == b->score && a->top_k == b->top_k &&
         a->average == b->average && a->measure == b->measure && a->order == b->order &&
         a->parts == b->parts;
}

/* What has been read of a run by then is taken from it even if something else is wanted now. */
static GTask *
take_ahead (SeesawLoader *self, SeesawOpenRun *run, const SeesawViewRequest *request)
{
  for (guint i = 0; i < self->ahead->len; i++)
    {
      GTask *work = g_ptr_array_index (self->ahead, i);

      if (seesaw_load_of (work)->run != run)
        continue;

      g_object_ref (work);
      g_ptr_array_remove_index (self->ahead, i);
      if (is_same_request (&seesaw_load_of (work)->request, request))
        return work;

      g_object_unref (work);
      return NULL;
    }

  return NULL;
}

static void
set_work (SeesawLoader *self, GTask *work)
{
  gboolean was_loading = self->work != NULL;

  g_set_object (&self->work, work);
  if (was_loading != (work != NULL))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

static void
seesaw_loader_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  SeesawLoader *self = SEESAW_LOADER (object);

  switch (prop_id)
    {
    case PROP_LOADING:
      g_value_set_boolean (value, self->work != NULL);
      break;

    case PROP_FRACTION:
      g_value_set_double (value, seesaw_amount_get_fraction (&self->amount));
      break;

    case PROP_AMOUNT:
      g_value_take_string (value, seesaw_amount_describe (&self->amount, g_get_monotonic_time ()));
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
  seesaw_loader_cancel_ahead (self);
  g_clear_object (&self->work);

  G_OBJECT_CLASS (seesaw_loader_parent_class)->dispose (object);
}

static void
seesaw_loader_finalize (GObject *object)
{
  g_ptr_array_unref (SEESAW_LOADER (object)->ahead);

  G_OBJECT_CLASS (seesaw_loader_parent_class)->finalize (object);
}

static void
seesaw_loader_class_init (SeesawLoaderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = seesaw_loader_get_property;
  object_class->dispose = seesaw_loader_dispose;
  object_class->finalize = seesaw_loader_finalize;

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

  /**
   * SeesawLoader:amount:
   *
   * That in bytes, and how fast it is, for people.
   */
  properties[PROP_AMOUNT] =
      g_param_spec_string ("amount", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
seesaw_loader_init (SeesawLoader *self)
{
  self->ahead = g_ptr_array_new_with_free_func (g_object_unref);
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

/* It is answered as if it was cancelled, and goes on as if it was read ahead. */
static void
set_aside (SeesawLoader *self, GTask *work)
{
  g_autoptr (GTask) asked = g_steal_pointer (&seesaw_load_of (work)->asked);

  seesaw_load_of (work)->serial = 0;
  g_ptr_array_add (self->ahead, g_object_ref (work));
  if (asked != NULL)
    g_task_return_new_error (asked, G_IO_ERROR, G_IO_ERROR_CANCELLED, "set aside");
}

/* Returns: (transfer full) (nullable): the load that was under way */
static GTask *
start_load (SeesawLoader *self,
            SeesawOpenRun *run,
            const SeesawViewRequest *request,
            GAsyncReadyCallback callback,
            gpointer user_data)
{
  g_autoptr (GTask) before = self->work != NULL ? g_object_ref (self->work) : NULL;
  g_autoptr (GTask) work = take_ahead (self, run, request);
  SeesawLoad *load;

  if (work == NULL)
    work = seesaw_load_start (self, run, request, on_progress);

  load = seesaw_load_of (work);
  load->serial = ++self->serial;
  load->asked = g_task_new (self, g_task_get_cancellable (work), callback, user_data);
  g_task_set_task_data (load->asked, g_object_ref (work), g_object_unref);
  set_amount (self, seesaw_load_get_amount (load));
  set_work (self, work);

  return g_steal_pointer (&before);
}

/* Unless it is to come. */
static void
answer_what_is_ready (SeesawLoader *self)
{
  if (g_task_get_completed (self->work))
    seesaw_load_answer (self->work);
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
  g_autoptr (GTask) before = start_load (self, run, request, callback, user_data);

  if (before != NULL)
    g_cancellable_cancel (g_task_get_cancellable (before));
  answer_what_is_ready (self);
}

/**
 * seesaw_loader_interject:
 * @run: what to look at
 * @request: how
 * @callback: as for seesaw_loader_load()
 * @user_data: for @callback
 *
 * The same, but what was under way goes on as if it was read ahead: asked for again, it does not
 * begin anew.
 */
void
seesaw_loader_interject (SeesawLoader *self,
                         SeesawOpenRun *run,
                         const SeesawViewRequest *request,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) before = start_load (self, run, request, callback, user_data);

  if (before != NULL)
    set_aside (self, before);
  answer_what_is_ready (self);
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
  SeesawLoad *load = seesaw_load_of (g_task_get_task_data (G_TASK (result)));

  *run = g_object_ref (load->run);
  if (load->serial == self->serial)
    set_work (self, NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * seesaw_loader_cancel:
 *
 * Cancels the load under way, if any; what is read ahead is not.
 */
void
seesaw_loader_cancel (SeesawLoader *self)
{
  if (self->work != NULL)
    g_cancellable_cancel (g_task_get_cancellable (self->work));
}

/**
 * seesaw_loader_read_ahead:
 * @run: what will soon be looked at
 * @request: how
 *
 * Begins to make a view that seesaw_loader_load() then answers with, whether it is ready by then,
 * still under way, or failed.
 */
void
seesaw_loader_read_ahead (SeesawLoader *self, SeesawOpenRun *run, const SeesawViewRequest *request)
{
  g_ptr_array_add (self->ahead, seesaw_load_start (self, run, request, on_progress));
}

/**
 * seesaw_loader_find_ahead:
 * @path: a file
 *
 * Returns: (transfer none) (nullable): the run in it, if it is read ahead
 */
SeesawOpenRun *
seesaw_loader_find_ahead (SeesawLoader *self, const char *path)
{
  for (guint i = 0; i < self->ahead->len; i++)
    {
      SeesawOpenRun *run = seesaw_load_of (g_ptr_array_index (self->ahead, i))->run;

      if (g_str_equal (seesaw_open_run_get_path (run), path))
        return run;
    }

  return NULL;
}

/**
 * seesaw_loader_cancel_ahead:
 *
 * Gives up what is read ahead.
 */
void
seesaw_loader_cancel_ahead (SeesawLoader *self)
{
  for (guint i = 0; i < self->ahead->len; i++)
    g_cancellable_cancel (g_task_get_cancellable (g_ptr_array_index (self->ahead, i)));
  g_ptr_array_set_size (self->ahead, 0);
}
