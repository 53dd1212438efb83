/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "seesaw-reader-private.h"

#include "seesaw-error.h"
#include "seesaw-watch.h"
#include "seesaw-wire.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <unistd.h>

#define TICK_MS 200

static void
on_progress (GDBusConnection *connection,
             const char *sender,
             const char *object_path,
             const char *interface_name,
             const char *signal_name,
             GVariant *parameters,
             gpointer user_data)
{
  SeesawCall *call = user_data;
  guint64 done;
  guint64 total;

  if (!g_variant_is_of_type (parameters, G_VARIANT_TYPE (SEESAW_WIRE_PROGRESS_TYPE)))
    return;

  call->last_sign = g_get_monotonic_time ();
  g_variant_get (parameters, SEESAW_WIRE_PROGRESS_TYPE, &done, &total);
  if (call->progress != NULL)
    call->progress (done, total, call->user_data);
}

/* A process that gives no sign for long, though the disk answers, will not give any. */
static gboolean
on_tick (gpointer user_data)
{
  SeesawCall *call = user_data;
  const char *pid = g_subprocess_get_identifier (call->reader->process);
  gint64 now = g_get_monotonic_time ();

  if (pid != NULL && seesaw_watch_is_waiting_for_disk (atoi (pid)))
    call->last_sign = now;

  if (now - call->last_sign > seesaw_watch_get_patience () && !call->hung)
    {
      call->hung = TRUE;
      g_subprocess_force_exit (call->reader->process);
    }

  return G_SOURCE_CONTINUE;
}

static gboolean
on_cancelled (GCancellable *cancellable, gpointer user_data)
{
  SeesawReader *self = user_data;

  g_subprocess_force_exit (self->process);

  return G_SOURCE_REMOVE;
}

static void
on_result (GObject *object, GAsyncResult *result, gpointer user_data)
{
  SeesawCall *call = user_data;

  call->result = g_object_ref (result);
  call->done = TRUE;
}

static GSource *
attach (SeesawReader *self, GSource *source, GSourceFunc func, gpointer user_data)
{
  g_source_set_callback (source, func, user_data, NULL);
  g_source_attach (source, self->context);

  return source;
}

static void
destroy_source (GSource *source)
{
  g_source_destroy (source);
  g_source_unref (source);
}

/* Runs the context until the call is done; the caller has made it the thread's default. */
static void
wait_for (SeesawCall *call)
{
  SeesawReader *self = call->reader;
  GSource *tick = attach (self, g_timeout_source_new (TICK_MS), on_tick, call);
  GSource *cancel = NULL;

  if (call->cancellable != NULL)
    cancel = attach (self, g_cancellable_source_new (call->cancellable),
                     G_SOURCE_FUNC (on_cancelled), self);

  call->last_sign = g_get_monotonic_time ();
  while (!call->done)
    g_main_context_iteration (self->context, TRUE);

  destroy_source (tick);
  g_clear_pointer (&cancel, destroy_source);
}

/* What a failed call means. An answer with an error leaves the process as it was. */
static void
explain (SeesawCall *call, GError *cause, GError **error)
{
  SeesawReader *self = call->reader;
  g_autofree char *end = NULL;

  if (cause->domain == SEESAW_ERROR)
    {
      g_dbus_error_strip_remote_error (cause);
      g_propagate_prefixed_error (error, g_error_copy (cause), "%s: ", self->path);
      return;
    }

  if (g_cancellable_set_error_if_cancelled (call->cancellable, error))
    self->broken = g_error_new (SEESAW_ERROR, SEESAW_ERROR_READER,
                                _ ("%s: reading was cancelled; open the file again"), self->path);
  else
    {
      if (!g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CLOSED))
        g_subprocess_force_exit (self->process);
      end = call->hung ? g_strdup (_ ("the reader did not get any further; the file is probably "
                                      "damaged"))
                       : seesaw_watch_describe_end (self->process);
      self->broken = g_error_new (SEESAW_ERROR, SEESAW_ERROR_READER, "%s: %s", self->path, end);
      g_propagate_error (error, g_error_copy (self->broken));
    }
}

static gboolean
is_alive (SeesawReader *self, GError **error)
{
  if (self->broken == NULL)
    return TRUE;

  g_propagate_error (error, g_error_copy (self->broken));

  return FALSE;
}

static GVariant *
finish_call (SeesawCall *call, GUnixFDList **fds, GError **error)
{
  GError *cause = NULL;
  GVariant *reply = g_dbus_connection_call_with_unix_fd_list_finish (call->reader->connection, fds,
                                                                     call->result, &cause);

  g_clear_object (&call->result);
  if (reply == NULL)
    {
      explain (call, cause, error);
      g_error_free (cause);
    }

  return reply;
}

/**
 * seesaw_reader_call:
 * @method: which of the service's methods
 * @parameters: (nullable): floating
 * @reply_type: what must come back
 * @call: how to report and cancel; its other fields are filled in
 * @fds: (out) (nullable): handles in the reply
 * @error: return location for a `SEESAW_ERROR`, or `G_IO_ERROR_CANCELLED`
 *
 * Calls the process and waits.
 *
 * Returns: (transfer full): the reply, or %NULL with @error set
 */
GVariant *
seesaw_reader_call (SeesawReader *self,
                    const char *method,
                    GVariant *parameters,
                    const char *reply_type,
                    SeesawCall *call,
                    GUnixFDList **fds,
                    GError **error)
{
  G_GNUC_UNUSED g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  g_autoptr (GVariant) sunk = parameters != NULL ? g_variant_ref_sink (parameters) : NULL;
  GVariant *reply;
  guint subscription;

  call->reader = self;
  if (!is_alive (self, error) || g_cancellable_set_error_if_cancelled (call->cancellable, error))
    return NULL;

  g_main_context_push_thread_default (self->context);
  subscription = g_dbus_connection_signal_subscribe (
      self->connection, NULL, SEESAW_WIRE_INTERFACE, SEESAW_WIRE_PROGRESS, SEESAW_WIRE_PATH, NULL,
      G_DBUS_SIGNAL_FLAGS_NONE, on_progress, call, NULL);
  g_dbus_connection_call_with_unix_fd_list (
      self->connection, NULL, SEESAW_WIRE_PATH, SEESAW_WIRE_INTERFACE, method, sunk,
      G_VARIANT_TYPE (reply_type), G_DBUS_CALL_FLAGS_NO_AUTO_START, G_MAXINT, NULL, NULL, on_result,
      call);
  wait_for (call);
  reply = finish_call (call, fds, error);
  g_dbus_connection_signal_unsubscribe (self->connection, subscription);
  while (g_main_context_iteration (self->context, FALSE))
    ;
  g_main_context_pop_thread_default (self->context);

  return reply;
}

static gboolean
connect_to_process (SeesawReader *self, int fd, GCancellable *cancellable, GError **error)
{
  g_autoptr (GSocketConnection) stream = NULL;
  g_autoptr (GSocket) socket = NULL;
  SeesawCall call = { .reader = self, .cancellable = cancellable };
  GError *cause = NULL;

  socket = g_socket_new_from_fd (fd, error);
  if (socket == NULL)
    {
      close (fd);
      return FALSE;
    }

  stream = g_socket_connection_factory_create_connection (socket);
  g_main_context_push_thread_default (self->context);
  g_dbus_connection_new (G_IO_STREAM (stream), NULL, G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT,
                         NULL, NULL, on_result, &call);
  wait_for (&call);
  self->connection = g_dbus_connection_new_finish (call.result, &cause);
  g_clear_object (&call.result);
  g_main_context_pop_thread_default (self->context);

  if (self->connection == NULL)
    {
      explain (&call, cause, error);
      g_error_free (cause);
    }

  return self->connection != NULL;
}

static SeesawRun *
describe (SeesawReader *self, GCancellable *cancellable, GError **error)
{
  SeesawCall call = { .cancellable = cancellable };
  g_autoptr (GVariant) reply = seesaw_reader_call (self, SEESAW_WIRE_DESCRIBE, NULL,
                                                   SEESAW_WIRE_RUN_TYPE, &call, NULL, error);
  SeesawRun *run;

  if (reply == NULL)
    return NULL;

  run = seesaw_wire_unpack_run (reply, self->path, error);
  if (run == NULL)
    g_prefix_error (error, "%s: ", self->path);

  return run;
}

/**
 * seesaw_reader_open:
 * @path: an HDF5 file, in the encoding of file names
 * @cancellable: (nullable): cancelling kills the process
 * @error: return location for a `SEESAW_ERROR`, or `G_IO_ERROR_CANCELLED`
 *
 * Starts a reading process for @path and asks it what the file holds. Messages of errors begin
 * with the path.
 *
 * Returns: (transfer full): the open run, or %NULL with @error set
 */
SeesawReader *
seesaw_reader_open (const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (SeesawReader) self = g_atomic_rc_box_new0 (SeesawReader);
  int fd;

  seesaw_wire_register_errors ();
  g_mutex_init (&self->mutex);
  self->path = g_strdup (path);
  self->context = g_main_context_new ();

  fd = seesaw_reader_start_process (self, error);
  if (fd < 0 || !connect_to_process (self, fd, cancellable, error))
    return NULL;

  self->run = describe (self, cancellable, error);

  return self->run != NULL ? g_steal_pointer (&self) : NULL;
}

/**
 * seesaw_reader_ref:
 *
 * Returns: (transfer full): @self
 */
SeesawReader *
seesaw_reader_ref (SeesawReader *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  SeesawReader *self = data;

  if (self->process != NULL)
    g_subprocess_force_exit (self->process);
  g_clear_object (&self->connection);
  g_clear_object (&self->process);
  g_clear_pointer (&self->run, seesaw_run_unref);
  g_clear_pointer (&self->context, g_main_context_unref);
  g_clear_error (&self->broken);
  g_mutex_clear (&self->mutex);
  g_free (self->path);
}

/**
 * seesaw_reader_unref:
 * @self: (transfer full): the reader
 *
 * The last reference takes the process with it.
 */
void
seesaw_reader_unref (SeesawReader *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

/**
 * seesaw_reader_get_run:
 *
 * Returns: (transfer none): what the file says about its run
 */
SeesawRun *
seesaw_reader_get_run (SeesawReader *self)
{
  return self->run;
}

/**
 * seesaw_reader_get_pid:
 *
 * Returns: the reading process, or 0 if it has ended
 */
GPid
seesaw_reader_get_pid (SeesawReader *self)
{
  const char *pid = g_subprocess_get_identifier (self->process);

  return pid != NULL ? atoi (pid) : 0;
}
