/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Runs of a session that were not found: the user is asked where they are. */

#include "config.h"

#include "seesaw-window-private.h"

#include <glib/gi18n.h>

static void
show_missing (SeesawWindow *self)
{
  const char *path = self->missing->len > 0 ? g_ptr_array_index (self->missing, 0) : NULL;
  g_autofree char *shown = path != NULL ? g_filename_display_name (path) : NULL;
  g_autofree char *text = NULL;
  guint n = self->missing->len;

  gtk_revealer_set_reveal_child (self->missing_banner, path != NULL);
  if (path == NULL)
    return;

  text = n == 1 ? g_strdup_printf (_ ("A run of the session is not there: %s"), shown)
                : g_strdup_printf (ngettext ("%u run of the session is not there: %s",
                                             "%u runs of the session are not there: %s …", n),
                                   n, shown);
  gtk_label_set_label (self->missing_text, text);
}

/**
 * seesaw_window_miss_run:
 * @path: a run of a session that could not be opened
 *
 * Asks where it is. What the session says of it is kept until that is known.
 */
void
seesaw_window_miss_run (SeesawWindow *self, const char *path)
{
  if (g_ptr_array_find_with_equal_func (self->missing, path, g_str_equal, NULL))
    return;

  g_ptr_array_add (self->missing, g_strdup (path));
  show_missing (self);
}

static void
find_at (SeesawWindow *self, guint index, const char *path)
{
  g_autofree char *old = g_ptr_array_steal_index (self->missing, index);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  seesaw_session_relocate (self->session, old, path);
  seesaw_window_open (self, file);
}

/* Others may have been moved to the same folder. */
static void
find_beside (SeesawWindow *self, const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  for (guint i = self->missing->len; i > 0; i--)
    {
      g_autofree char *base = g_path_get_basename (g_ptr_array_index (self->missing, i - 1));
      g_autofree char *candidate = g_build_filename (folder, base, NULL);

      if (g_file_test (candidate, G_FILE_TEST_IS_REGULAR))
        find_at (self, i - 1, candidate);
    }
}

/* The missing run that is called like that; else the one that was asked about. */
static guint
find_missing (SeesawWindow *self, const char *path)
{
  g_autofree char *base = g_path_get_basename (path);

  for (guint i = 0; i < self->missing->len; i++)
    {
      g_autofree char *other = g_path_get_basename (g_ptr_array_index (self->missing, i));

      if (g_str_equal (base, other))
        return i;
    }

  return 0;
}

/**
 * seesaw_window_locate:
 * @path: where a missing run is now
 *
 * Opens it, and those that were moved together with it.
 */
void
seesaw_window_locate (SeesawWindow *self, const char *path)
{
  if (self->missing->len == 0)
    return;

  find_at (self, find_missing (self, path), path);
  find_beside (self, path);
  show_missing (self);
}

static void
on_locate_response (GtkNativeDialog *dialog, int response, SeesawWindow *self)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  g_assert (SEESAW_IS_WINDOW (self));

  if (response == GTK_RESPONSE_ACCEPT && path != NULL)
    seesaw_window_locate (self, path);
  g_clear_object (&self->chooser);
}

static void
locate_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SeesawWindow *self = user_data;
  g_autofree char *base = NULL;
  g_autofree char *name = NULL;
  g_autofree char *title = NULL;

  if (self->chooser != NULL || self->missing->len == 0)
    return;

  base = g_path_get_basename (g_ptr_array_index (self->missing, 0));
  name = g_filename_display_name (base);
  title = g_strdup_printf (_ ("Where Is %s?"), name);
  self->chooser = gtk_file_chooser_native_new (
      title, GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"), _ ("_Cancel"));
  seesaw_window_show_chooser (self, G_CALLBACK (on_locate_response));
}

static void
leave_out_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SeesawWindow *self = user_data;

  if (self->missing->len == 0)
    return;

  seesaw_session_dismiss (self->session, g_ptr_array_index (self->missing, 0));
  g_ptr_array_remove_index (self->missing, 0);
  show_missing (self);
}

static const GActionEntry entries[] = {
  { "locate-run", locate_action, NULL, NULL, NULL, { 0 } },
  { "leave-out-run", leave_out_action, NULL, NULL, NULL, { 0 } },
};

/**
 * seesaw_window_follow_missing:
 *
 * Adds the actions on runs of a session that were not found.
 */
void
seesaw_window_follow_missing (SeesawWindow *self)
{
  self->missing = g_ptr_array_new_with_free_func (g_free);
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

/**
 * seesaw_window_forget_missing:
 *
 * Does not ask for any run any more.
 */
void
seesaw_window_forget_missing (SeesawWindow *self)
{
  g_ptr_array_set_size (self->missing, 0);
  show_missing (self);
}
