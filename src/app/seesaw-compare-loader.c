/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "seesaw-compare-loader.h"

/* Compares runs in a worker thread. A new comparison supersedes the one under way: that one's
 * answer is dropped, so that a stale one never arrives.
 */
struct _SeesawCompareLoader
{
  GObject parent_instance;

  GCancellable *cancellable; /* of the comparison under way */
  guint serial;
};

typedef struct
{
  GPtrArray *runs;
  SeesawCompareRequest request;
  guint serial;
  GStrvBuilder *messages; /* of runs that are left out */
} Load;

enum
{
  PROP_0,
  PROP_LOADING,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SeesawCompareLoader, seesaw_compare_loader, G_TYPE_OBJECT)

static void
load_free (gpointer data)
{
  Load *load = data;

  g_clear_pointer (&load->runs, g_ptr_array_unref);
  g_strv_builder_unref (load->messages);
  g_free (load);
}

/* FALSE if it was cancelled. What is wrong with one run is no reason to leave out the others. */
static gboolean
add_run (Load *load, guint index, SeesawComparison *comparison, GTask *task)
{
  g_autoptr (GError) error = NULL;

  if (seesaw_compare_run (g_ptr_array_index (load->runs, index), &load->request, comparison,
                          g_task_get_cancellable (task), &error))
    return TRUE;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return FALSE;
    }
  g_strv_builder_add (load->messages, error->message);

  return TRUE;
}

static void
run_load (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  Load *load = task_data;
  g_autoptr (SeesawComparison) comparison = seesaw_comparison_new ();

  for (guint i = 0; i < load->runs->len; i++)
    if (!add_run (load, i, comparison, task))
      return;

  g_task_return_pointer (task, g_steal_pointer (&comparison),
                         (GDestroyNotify) seesaw_comparison_unref);
}

static void
set_cancellable (SeesawCompareLoader *self, GCancellable *cancellable)
{
  gboolean was_loading = self->cancellable != NULL;

  g_set_object (&self->cancellable, cancellable);
  if (was_loading != (cancellable != NULL))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

static void
seesaw_compare_loader_get_property (GObject *object,
                                    guint prop_id,
                                    GValue *value,
                                    GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_LOADING:
      g_value_set_boolean (value, SEESAW_COMPARE_LOADER (object)->cancellable != NULL);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
seesaw_compare_loader_dispose (GObject *object)
{
  SeesawCompareLoader *self = SEESAW_COMPARE_LOADER (object);

  seesaw_compare_loader_cancel (self);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (seesaw_compare_loader_parent_class)->dispose (object);
}

static void
seesaw_compare_loader_class_init (SeesawCompareLoaderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = seesaw_compare_loader_get_property;
  object_class->dispose = seesaw_compare_loader_dispose;

  /**
   * SeesawCompareLoader:loading:
   *
   * Whether a comparison is under way.
   */
  properties[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
seesaw_compare_loader_init (SeesawCompareLoader *self)
{
}

/**
 * seesaw_compare_loader_new:
 *
 * Returns: (transfer full): a loader with nothing to do
 */
SeesawCompareLoader *
seesaw_compare_loader_new (void)
{
  return g_object_new (SEESAW_TYPE_COMPARE_LOADER, NULL);
}

/**
 * seesaw_compare_loader_load:
 * @runs: (element-type SeesawOpenRun): what to compare; not changed afterwards
 * @request: how
 * @callback: called with the comparison; with `G_IO_ERROR_CANCELLED` if superseded
 * @user_data: for @callback
 *
 * Compares runs without blocking.
 */
void
seesaw_compare_loader_load (SeesawCompareLoader *self,
                            GPtrArray *runs,
                            const SeesawCompareRequest *request,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Load *load = g_new0 (Load, 1);

  load->runs = g_ptr_array_ref (runs);
  load->request = *request;
  load->serial = ++self->serial;
  load->messages = g_strv_builder_new ();
  g_task_set_task_data (task, load, load_free);

  seesaw_compare_loader_cancel (self);
  set_cancellable (self, cancellable);
  g_task_run_in_thread (task, run_load);
}

/**
 * seesaw_compare_loader_load_finish:
 * @result: as given to the callback
 * @messages: (out) (transfer full): a sentence for each run that is left out, ending with %NULL
 * @error: return location for `G_IO_ERROR_CANCELLED`
 *
 * Returns: (transfer full): all runs that could be compared, or %NULL with @error set
 */
SeesawComparison *
seesaw_compare_loader_load_finish (SeesawCompareLoader *self,
                                   GAsyncResult *result,
                                   char ***messages,
                                   GError **error)
{
  Load *load = g_task_get_task_data (G_TASK (result));

  *messages = g_strv_builder_end (load->messages);
  /* The worker may take a moment to let go of the task. */
  g_clear_pointer (&load->runs, g_ptr_array_unref);
  if (load->serial == self->serial)
    set_cancellable (self, NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * seesaw_compare_loader_cancel:
 *
 * Cancels the comparison under way, if any.
 */
void
seesaw_compare_loader_cancel (SeesawCompareLoader *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
}
