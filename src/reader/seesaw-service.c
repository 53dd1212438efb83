/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The calls that the reading process answers. Its main thread only talks; one other thread touches
 * the file. So the process notices at once when nobody listens any more, even if HDF5 never
 * returns.
 */

#include "config.h"

#include "seesaw-service.h"

#include "seesaw-error.h"
#include "seesaw-reduction.h"
#include "seesaw-wire.h"

#include <gio/gunixfdlist.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <unistd.h>

#define PROGRESS_INTERVAL (100 * G_TIME_SPAN_MILLISECOND)

static const char introspection[] =
    "<node><interface name='" SEESAW_WIRE_INTERFACE "'>"
    "<method name='" SEESAW_WIRE_DESCRIBE "'>"
    "  <arg direction='out' type='s'/><arg direction='out' type='ay'/>"
    "  <arg direction='out' type='as'/><arg direction='out' type='ai'/>"
    "  <arg direction='out' type='t'/><arg direction='out' type='t'/>"
    "  <arg direction='out' type='t'/><arg direction='out' type='a{sv}'/>"
    "  <arg direction='out' type='a(sbs)'/>"
    "</method>"
    "<method name='" SEESAW_WIRE_REDUCE_EPOCH "'>"
    "  <arg direction='in' type='t'/><arg direction='out' type='d'/>"
    "  <arg direction='out' type='t'/><arg direction='out' type='h'/>"
    "</method>"
    "<method name='" SEESAW_WIRE_REDUCE_NCM "'>"
    "  <arg direction='in' type='t'/><arg direction='out' type='d'/>"
    "  <arg direction='out' type='t'/><arg direction='out' type='h'/>"
    "</method>"
    "<method name='" SEESAW_WIRE_MEASURE_DRIFT "'>"
    "  <arg direction='in' type='t'/><arg direction='out' type='t'/>"
    "  <arg direction='out' type='b'/><arg direction='out' type='d'/>"
    "  <arg direction='out' type='d'/><arg direction='out' type='d'/>"
    "  <arg direction='out' type='d'/><arg direction='out' type='d'/>"
    "  <arg direction='out' type='d'/><arg direction='out' type='h'/>"
    "</method>"
    "<method name='" SEESAW_WIRE_REDUCE_FOLD "'>"
    "  <arg direction='in' type='t'/><arg direction='out' type='ay'/>"
    "  <arg direction='out' type='t'/><arg direction='out' type='h'/>"
    "</method>"
    "<signal name='" SEESAW_WIRE_PROGRESS "'><arg type='t'/><arg type='t'/></signal>"
    "</interface></node>";

typedef struct
{
  const char *path;
  GDBusConnection *connection;
  GThreadPool *worker;  /* one thread */
  SeesawLayout *layout; /* of the worker */
  gint64 last_progress;
} Service;

static void
send_progress (guint64 done, guint64 total, gpointer user_data)
{
  Service *service = user_data;
  gint64 now = g_get_monotonic_time ();

  if (now - service->last_progress < PROGRESS_INTERVAL)
    return;

  service->last_progress = now;
  g_dbus_connection_emit_signal (service->connection, NULL, SEESAW_WIRE_PATH, SEESAW_WIRE_INTERFACE,
                                 SEESAW_WIRE_PROGRESS,
                                 g_variant_new (SEESAW_WIRE_PROGRESS_TYPE, done, total), NULL);
}

static SeesawReduction
new_reduction (Service *service)
{
  return (SeesawReduction){ .layout = service->layout,
                            .progress = send_progress,
                            .user_data = service };
}

/* Takes @fd; returns the list in which it is handle 0. */
static GUnixFDList *
seal_and_list (int fd, GError **error)
{
  if (!seesaw_wire_seal (fd, error))
    {
      close (fd);
      return NULL;
    }

  return g_unix_fd_list_new_from_array (&fd, 1);
}

static gboolean
ensure_layout (Service *service, GError **error)
{
  if (service->layout == NULL)
    service->layout = seesaw_layout_open (service->path, error);

  return service->layout != NULL;
}

static gboolean
has_epoch (Service *service, guint64 epoch, GError **error)
{
  if (epoch < service->layout->run->n_epochs)
    return TRUE;

  g_set_error (error, SEESAW_ERROR, SEESAW_ERROR_ARGUMENT, _ ("there is no epoch %zu"),
               (gsize) epoch);

  return FALSE;
}

static GVariant *
reduce_epoch (Service *service, guint64 epoch, gboolean with_ncm, GUnixFDList **fds, GError **error)
{
  SeesawReduction reduction = new_reduction (service);
  SeesawSamples *samples;
  double alg = (double) NAN;
  guint64 n_nan = 0;
  gboolean ok;
  int fd;

  if (!has_epoch (service, epoch, error))
    return NULL;

  samples = seesaw_wire_allocate_samples (service->layout->test->n_samples, &fd, error);
  if (samples == NULL)
    return NULL;

  ok = with_ncm ? seesaw_reduction_run_ncm (&reduction, epoch, samples, error)
                : seesaw_reduction_run_epoch (&reduction, epoch, samples, &alg, &n_nan, error);
  seesaw_samples_unref (samples);
  if (!ok)
    close (fd);
  else
    *fds = seal_and_list (fd, error);

  return ok && *fds != NULL ? g_variant_new (SEESAW_WIRE_EPOCH_TYPE, alg, n_nan, 0) : NULL;
}

static gboolean
has_weights (const SeesawDataset *weight, GError **error)
{
  if (weight != NULL)
    return seesaw_dataset_check_claim (weight, weight->dims[1] * weight->dims[2], error);

  g_set_error_literal (error, SEESAW_ERROR, SEESAW_ERROR_MISSING,
                       _ ("drift of weights needs /classifier/weight; record it"));

  return FALSE;
}

static GVariant *
measure_drift (Service *service, guint64 epoch, GUnixFDList **fds, GError **error)
{
  SeesawReduction reduction = new_reduction (service);
  const SeesawDataset *weight = service->layout->weight;
  g_autoptr (SeesawDrift) drift = NULL;
  int fd;

  if (!has_epoch (service, epoch, error) || !has_weights (weight, error))
    return NULL;

  drift = seesaw_drift_new ((gsize) weight->dims[1], (gsize) weight->dims[2]);
  if (!seesaw_reduction_run_drift (&reduction, epoch, drift, error) ||
      !seesaw_wire_store_drift (drift, &fd, error))
    return NULL;

  *fds = seal_and_list (fd, error);
  if (*fds == NULL)
    return NULL;

  return g_variant_new (SEESAW_WIRE_DRIFT_TYPE, (guint64) drift->n_features, drift->has_start,
                        drift->cosine.seen, drift->cosine.unseen, drift->cosine.across,
                        drift->pearson.seen, drift->pearson.unseen, drift->pearson.across, 0);
}

static GVariant *
reduce_fold (Service *service, guint64 fold, GUnixFDList **fds, GError **error)
{
  SeesawReduction reduction = new_reduction (service);
  const SeesawSplit *split;
  SeesawSamples *samples;
  gboolean ok;
  int fd;

  if (fold >= service->layout->folds->len)
    {
      g_set_error (error, SEESAW_ERROR, SEESAW_ERROR_ARGUMENT, _ ("there is no fold %zu"),
                   (gsize) fold);
      return NULL;
    }

  split = g_ptr_array_index (service->layout->folds, fold);
  samples = seesaw_wire_allocate_samples (split->n_samples, &fd, error);
  if (samples == NULL)
    return NULL;

  ok = seesaw_reduction_run_fold (&reduction, fold, samples, error);
  seesaw_samples_unref (samples);
  if (!ok)
    close (fd);
  else
    *fds = seal_and_list (fd, error);

  return ok && *fds != NULL ? g_variant_new ("(@ayth)", seesaw_wire_pack_mask (split->classes),
                                             (guint64) split->n_samples, 0)
                            : NULL;
}

/* In the worker. */
static void
answer (gpointer data, gpointer user_data)
{
  GDBusMethodInvocation *invocation = data;
  Service *service = user_data;
  const char *method = g_dbus_method_invocation_get_method_name (invocation);
  GVariant *parameters = g_dbus_method_invocation_get_parameters (invocation);
  g_autoptr (GUnixFDList) fds = NULL;
  GVariant *reply = NULL;
  GError *error = NULL;
  guint64 index = 0;

  if (g_variant_n_children (parameters) > 0)
    g_variant_get (parameters, "(t)", &index);

  if (!ensure_layout (service, &error))
    ;
  else if (g_str_equal (method, SEESAW_WIRE_DESCRIBE))
    reply = seesaw_wire_pack_run (service->layout->run);
  else if (g_str_equal (method, SEESAW_WIRE_REDUCE_EPOCH))
    reply = reduce_epoch (service, index, FALSE, &fds, &error);
  else if (g_str_equal (method, SEESAW_WIRE_REDUCE_NCM))
    reply = reduce_epoch (service, index, TRUE, &fds, &error);
  else if (g_str_equal (method, SEESAW_WIRE_MEASURE_DRIFT))
    reply = measure_drift (service, index, &fds, &error);
  else
    reply = reduce_fold (service, index, &fds, &error);

  if (reply != NULL)
    g_dbus_method_invocation_return_value_with_unix_fd_list (invocation, reply, fds);
  else
    g_dbus_method_invocation_take_error (invocation, error);
}

static void
on_method_call (GDBusConnection *connection,
                const char *sender,
                const char *object_path,
                const char *interface_name,
                const char *method_name,
                GVariant *parameters,
                GDBusMethodInvocation *invocation,
                gpointer user_data)
{
  Service *service = user_data;

  g_thread_pool_push (service->worker, invocation, NULL);
}

/* The client is gone, or has cancelled. The worker may be anywhere, so nothing is torn down. */
static void
on_closed (GDBusConnection *connection,
           gboolean remote_peer_vanished,
           GError *error,
           gpointer user_data)
{
  _exit (0);
}

static GDBusConnection *
connect_to_client (int fd, GError **error)
{
  g_autoptr (GSocket) socket = g_socket_new_from_fd (fd, error);
  g_autoptr (GSocketConnection) stream = NULL;
  g_autofree char *guid = g_dbus_generate_guid ();

  if (socket == NULL)
    return NULL;

  stream = g_socket_connection_factory_create_connection (socket);

  return g_dbus_connection_new_sync (G_IO_STREAM (stream), guid,
                                     G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_SERVER |
                                         G_DBUS_CONNECTION_FLAGS_DELAY_MESSAGE_PROCESSING,
                                     NULL, NULL, error);
}

/**
 * seesaw_service_run:
 * @path: the file to read
 * @fd: a socket whose other end is the client's
 * @error: return location for an error
 *
 * Answers calls about @path until the client is gone; then the process ends.
 *
 * Returns: %FALSE, with @error set, if there is no client
 */
gboolean
seesaw_service_run (const char *path, int fd, GError **error)
{
  static const GDBusInterfaceVTable vtable = { .method_call = on_method_call };
  Service service = { .path = path };
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (introspection, error);
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);

  seesaw_wire_register_errors ();
  service.connection = node != NULL ? connect_to_client (fd, error) : NULL;
  if (service.connection == NULL)
    return FALSE;

  service.worker = g_thread_pool_new (answer, &service, 1, TRUE, NULL);
  g_signal_connect (service.connection, "closed", G_CALLBACK (on_closed), NULL);
  if (g_dbus_connection_register_object (service.connection, SEESAW_WIRE_PATH, node->interfaces[0],
                                         &vtable, &service, NULL, error) == 0)
    return FALSE;

  g_dbus_connection_start_message_processing (service.connection);
  g_main_loop_run (loop);

  return TRUE;
}
