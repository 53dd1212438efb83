/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Opening runs, one after the other, and looking at others of their epochs. */

#include "config.h"

#include "seesaw-window-private.h"

#include "seesaw-folder.h"

#include <glib/gi18n.h>

/* Starting a process takes a while, most of it on one core. */
#define MAX_AHEAD 2

static void load_next (SeesawWindow *self);

/* What is chosen in the drop-down of epochs is what is shown, even if something else was asked for.
 */
static void
restore_choices (SeesawWindow *self)
{
  if (seesaw_session_get_view (self->session) != NULL)
    g_signal_emit_by_name (self->session, "view-changed");
}

static SeesawOpenRun *
find_open (SeesawWindow *self, const char *path)
{
  GListModel *runs = seesaw_session_get_runs (self->session);

  for (guint i = 0; i < g_list_model_get_n_items (runs); i++)
    {
      g_autoptr (SeesawOpenRun) run = g_list_model_get_item (runs, i);

      if (g_str_equal (seesaw_open_run_get_path (run), path))
        return g_steal_pointer (&run);
    }

  return NULL;
}

/* A run that was being opened when something else was asked for is opened after that. */
static void
open_later (SeesawWindow *self, SeesawOpenRun *run)
{
  g_autoptr (SeesawOpenRun) open = find_open (self, seesaw_open_run_get_path (run));

  if (!self->is_cancelled && open == NULL)
    g_queue_push_head (&self->waiting, g_file_new_for_path (seesaw_open_run_get_path (run)));
}

/* Of many that are opened together, the last is looked at: to show each would take longer than to
 * read it. Of those of a session, only the one that was looked at. */
static void
take_view (SeesawWindow *self, SeesawOpenRun *run, SeesawView *view)
{
  const char *path = seesaw_open_run_get_path (run);
  gboolean is_first = seesaw_session_get_now (self->session) == NULL;
  gboolean is_last = g_queue_is_empty (&self->waiting);
  gboolean is_of_session = seesaw_session_is_expected (self->session, path);
  g_autoptr (SeesawOpenRun) old = find_open (self, path);

  if (old != NULL && old != run)
    seesaw_window_replace_run (self, old, run, view);
  else if (old == NULL && !is_first && (!is_last || is_of_session))
    seesaw_session_add (self->session, run, view);
  else
    seesaw_session_show (self->session, run, view);
  if (is_last && is_of_session)
    g_signal_emit_by_name (self->session, "runs-changed");
  if (is_first)
    seesaw_gamma_bar_focus_slider (self->gamma_bar);
}

/* It may have been opened at another epoch than the one that was chosen for it. */
static void
catch_up (SeesawWindow *self)
{
  const SeesawView *view = seesaw_session_get_view (self->session);
  SeesawViewRequest wanted = seesaw_session_get_request (self->session);
  gboolean loading;

  g_object_get (self->loader, "loading", &loading, NULL);
  if (!loading && view != NULL &&
      (wanted.epoch != view->request.epoch || (wanted.parts & ~view->request.parts) != 0))
    seesaw_window_reload (self);
}

/* What a session says of a run is kept for when it can be opened. */
static void
say_error (SeesawWindow *self, SeesawOpenRun *run, const char *message)
{
  const char *path = seesaw_open_run_get_path (run);

  seesaw_window_show_error (self, message);
  self->failed_path = g_strdup (path);
  if (seesaw_session_is_expected (self->session, path))
    seesaw_window_miss_run (self, path);
}

/* A run that was closed while another of its epochs was read stays closed. */
static gboolean
was_closed (SeesawWindow *self, SeesawOpenRun *run, gboolean was_open)
{
  g_autoptr (SeesawOpenRun) open = find_open (self, seesaw_open_run_get_path (run));

  return was_open && open == NULL;
}

static void
take_result (SeesawWindow *self, SeesawLoader *loader, GAsyncResult *result, gboolean was_open)
{
  g_autoptr (SeesawOpenRun) run = NULL;
  g_autoptr (GError) error = NULL;
  SeesawView *view = seesaw_loader_load_finish (loader, result, &run, &error);

  if (was_closed (self, run, was_open))
    g_clear_pointer (&view, seesaw_view_unref);
  else if (view != NULL)
    {
      take_view (self, run, view);
      catch_up (self);
    }
  else
    {
      if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        open_later (self, run);
      else
        say_error (self, run, error->message);
      if (g_queue_is_empty (&self->waiting))
        restore_choices (self);
    }
  self->is_cancelled = FALSE;

  load_next (self);
}

static void
on_loaded (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SeesawWindow) self = user_data;

  take_result (self, SEESAW_LOADER (object), result, FALSE);
}

static void
on_reloaded (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SeesawWindow) self = user_data;

  take_result (self, SEESAW_LOADER (object), result, TRUE);
}

/**
 * seesaw_window_load:
 * @run: an open run, or one to be opened
 * @epoch: index of an epoch; %G_MAXSIZE for the last
 *
 * Looks at an epoch of a run as soon as it has been read. A run that is being opened waits, and
 * what was said of this one is no longer so.
 */
void
seesaw_window_load (SeesawWindow *self, SeesawOpenRun *run, gsize epoch)
{
  SeesawViewRequest request = seesaw_session_get_request (self->session);
  g_autofree char *base = g_path_get_basename (seesaw_open_run_get_path (run));
  g_autofree char *name = g_filename_display_name (base);
  g_autoptr (SeesawOpenRun) open = find_open (self, seesaw_open_run_get_path (run));

  request.epoch = epoch;
  gtk_label_set_label (self->loading_name, name);
  if (g_strcmp0 (self->failed_path, seesaw_open_run_get_path (run)) == 0)
    seesaw_window_hide_error (self);
  if (open == NULL)
    seesaw_loader_load (self->loader, run, &request, on_loaded, g_object_ref (self));
  else if (self->opens_run)
    seesaw_loader_interject (self->loader, run, &request, on_reloaded, g_object_ref (self));
  else
    seesaw_loader_load (self->loader, run, &request, on_reloaded, g_object_ref (self));
  self->opens_run = open == NULL;
}

/**
 * seesaw_window_reload:
 *
 * Looks at the present run again, as the session says now.
 */
void
seesaw_window_reload (SeesawWindow *self)
{
  if (seesaw_session_get_now (self->session) != NULL)
    seesaw_window_load (self, seesaw_session_get_open_run (self->session),
                        seesaw_session_get_request (self->session).epoch);
}

/* In its place. */
static void
on_listed (GObject *folder, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SeesawWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) files = seesaw_folder_list_runs_finish (result, &error);

  g_clear_object (&self->folder);
  g_clear_object (&self->listing);
  if (self->session == NULL)
    return;

  if (files == NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    seesaw_window_show_error (self, error->message);
  for (guint i = files != NULL ? files->len : 0; i > 0; i--)
    g_queue_push_head (&self->waiting, g_object_ref (g_ptr_array_index (files, i - 1)));
  load_next (self);
}

static void
list_folder (SeesawWindow *self, GFile *folder)
{
  g_autofree char *path = g_file_get_path (folder);
  g_autofree char *name = g_filename_display_basename (path);

  self->folder = g_object_ref (folder);
  self->listing = g_cancellable_new ();
  gtk_label_set_label (self->loading_name, name);
  seesaw_window_show_opening (self);
  seesaw_folder_list_runs (folder, self->listing, on_listed, g_object_ref (self));
}

static gboolean
is_loading (SeesawWindow *self)
{
  gboolean loading;

  g_object_get (self->loader, "loading", &loading, NULL);

  return loading;
}

static gboolean
is_busy (SeesawWindow *self)
{
  return is_loading (self) || self->folder != NULL;
}

/* Files that come next, up to a folder; their order stays. */
static void
read_ahead (SeesawWindow *self)
{
  SeesawViewRequest request = seesaw_session_get_request (self->session);
  GList *next = self->waiting.head;

  request.epoch = G_MAXSIZE;
  for (guint i = 0; i < MAX_AHEAD && next != NULL; i++, next = next->next)
    {
      const char *path = g_file_peek_path (next->data);
      g_autoptr (SeesawOpenRun) run = path != NULL ? find_open (self, path) : NULL;

      if (path == NULL || seesaw_folder_is (next->data))
        return;
      if (run != NULL || seesaw_loader_find_ahead (self->loader, path) != NULL)
        continue;

      run = seesaw_open_run_new (path);
      seesaw_loader_read_ahead (self->loader, run, &request);
    }
}

static void
load_next (SeesawWindow *self)
{
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;
  g_autoptr (SeesawOpenRun) run = NULL;

  if (is_busy (self) || g_queue_is_empty (&self->waiting))
    {
      seesaw_window_show_opening (self);
      return;
    }

  file = g_queue_pop_head (&self->waiting);
  if (seesaw_folder_is (file))
    {
      list_folder (self, file);
      return;
    }

  path = g_file_get_path (file);
  if (path == NULL)
    {
      g_autofree char *uri = g_file_get_uri (file);
      g_autofree char *message =
          g_strdup_printf (_ ("%s: only files on this computer can be opened"), uri);

      seesaw_window_show_error (self, message);
      restore_choices (self);
      load_next (self);
      return;
    }

  if (g_str_has_suffix (path, SEESAW_SESSION_SUFFIX))
    {
      seesaw_window_open_session (self, path);
      load_next (self);
      return;
    }

  run = find_open (self, path);
  if (run == NULL)
    g_set_object (&run, seesaw_loader_find_ahead (self->loader, path));
  if (run == NULL)
    run = seesaw_open_run_new (path);
  seesaw_window_load (self, run, G_MAXSIZE);
  read_ahead (self);
}

/**
 * seesaw_window_open:
 * @file: a file, or a folder
 *
 * Opens a run, all in a folder, or a session, after those that were asked for before.
 */
void
seesaw_window_open (SeesawWindow *self, GFile *file)
{
  g_queue_push_tail (&self->waiting, g_object_ref (file));
  load_next (self);
}

/**
 * seesaw_window_is_opening:
 *
 * Returns: whether something is being read, or waits for it
 */
gboolean
seesaw_window_is_opening (SeesawWindow *self)
{
  return is_busy (self) || !g_queue_is_empty (&self->waiting);
}

/**
 * seesaw_window_cancel_opening:
 *
 * Gives up what is being read, and all that waits.
 */
void
seesaw_window_cancel_opening (SeesawWindow *self)
{
  self->is_cancelled = is_loading (self);
  g_queue_clear_full (&self->waiting, g_object_unref);
  if (self->listing != NULL)
    g_cancellable_cancel (self->listing);
  seesaw_loader_cancel_ahead (self->loader);
  seesaw_loader_cancel (self->loader);
}
