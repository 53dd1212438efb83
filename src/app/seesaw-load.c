/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "seesaw-load.h"

static void
load_free (gpointer data)
{
  SeesawLoad *self = data;

  g_object_unref (self->run);
  g_mutex_clear (&self->mutex);
  g_free (self);
}

static gboolean
take_progress (gpointer data)
{
  GTask *work = data;
  SeesawLoad *self = seesaw_load_of (work);
  SeesawAmount amount;

  g_mutex_lock (&self->mutex);
  amount = self->amount;
  self->idle_pending = FALSE;
  g_mutex_unlock (&self->mutex);

  self->progress (work, amount);

  return G_SOURCE_REMOVE;
}

/* In the worker. */
static void
on_progress (guint64 done, guint64 total, gpointer user_data)
{
  GTask *work = user_data;
  SeesawLoad *self = seesaw_load_of (work);

  g_mutex_lock (&self->mutex);
  seesaw_amount_set (&self->amount, done, total, g_get_monotonic_time ());
  if (!self->idle_pending)
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, take_progress, g_object_ref (work), g_object_unref);
  self->idle_pending = TRUE;
  g_mutex_unlock (&self->mutex);
}

static void
run_load (GTask *work, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  SeesawLoad *self = task_data;
  GError *error = NULL;
  SeesawView *view =
      seesaw_open_run_make_view (self->run, &self->request, on_progress, work, cancellable, &error);

  if (view != NULL)
    g_task_return_pointer (work, view, (GDestroyNotify) seesaw_view_unref);
  else
    g_task_return_error (work, error);
}

static void
on_worked (GObject *object, GAsyncResult *result, gpointer user_data)
{
  if (seesaw_load_of (result)->asked != NULL)
    seesaw_load_answer (G_TASK (result));
}

/**
 * seesaw_load_start:
 * @source: (type GObject): whose task it is
 * @run: what to look at
 * @request: how
 * @progress: told how far it is
 *
 * Begins to make a view in a worker. Nobody has asked for it yet.
 *
 * Returns: (transfer full): the task
 */
GTask *
seesaw_load_start (gpointer source,
                   SeesawOpenRun *run,
                   const SeesawViewRequest *request,
                   SeesawLoadProgress progress)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  GTask *work = g_task_new (source, cancellable, on_worked, NULL);
  SeesawLoad *self = g_new0 (SeesawLoad, 1);

  g_mutex_init (&self->mutex);
  self->run = g_object_ref (run);
  self->request = *request;
  self->progress = progress;
  g_task_set_task_data (work, self, load_free);
  g_task_run_in_thread (work, run_load);

  return work;
}

/**
 * seesaw_load_of:
 * @work: (type GTask): a task that seesaw_load_start() returned
 *
 * Returns: (transfer none): what it does
 */
SeesawLoad *
seesaw_load_of (gpointer work)
{
  return g_task_get_task_data (G_TASK (work));
}

/**
 * seesaw_load_get_amount:
 *
 * Returns: how far the worker is
 */
SeesawAmount
seesaw_load_get_amount (SeesawLoad *self)
{
  SeesawAmount amount;

  g_mutex_lock (&self->mutex);
  amount = self->amount;
  g_mutex_unlock (&self->mutex);

  return amount;
}

/**
 * seesaw_load_answer:
 * @work: a task that is completed
 *
 * Gives the view, or what went wrong, to whoever has asked for it.
 */
void
seesaw_load_answer (GTask *work)
{
  g_autoptr (GTask) asked = g_steal_pointer (&seesaw_load_of (work)->asked);
  GError *error = NULL;
  SeesawView *view = g_task_propagate_pointer (work, &error);

  if (view != NULL)
    g_task_return_pointer (asked, view, (GDestroyNotify) seesaw_view_unref);
  else
    g_task_return_error (asked, error);
}
