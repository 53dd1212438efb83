/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Opening several files and folders in a window, and changing one's mind. */

#include "config.h"

#include "window-fixture.h"

#include <glib/gstdio.h>

static GtkWidget *
find_button (GtkWidget *widget, const char *label)
{
  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, label);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
remove_copy (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  g_unlink (path);
  g_rmdir (folder);
}

static void
test_cancelled_open_leaves_what_is_open (WindowFixture *self, gconstpointer application)
{
  g_autofree char *copy = fixture_copy_sample ();
  GtkWidget *cancel = find_button (GTK_WIDGET (self->window->loading), "_Cancel");
  GListModel *runs = seesaw_session_get_runs (self->session);
  const SeesawView *view;

  window_open_sample (self);
  view = seesaw_session_get_view (self->session);
  window_open_file (self->window, copy);
  g_assert_false (window_is_idle (self->window));
  g_signal_emit_by_name (cancel, "clicked");
  g_assert_true (window_wait (self->window));
  g_assert_true (seesaw_session_get_view (self->session) == view);
  g_assert_cmpuint (g_list_model_get_n_items (runs), ==, 1);
  g_assert_false (window_shows_error (self));

  /* It may be opened after all. */
  window_open_file (self->window, copy);
  g_assert_true (window_wait (self->window));
  g_assert_cmpuint (g_list_model_get_n_items (runs), ==, 2);
  /* What is open already is not opened twice. */
  window_open_file (self->window, fixture_sample ());
  g_assert_true (window_wait (self->window));
  g_assert_cmpuint (g_list_model_get_n_items (runs), ==, 2);
  remove_copy (copy);
}

/* Another epoch is looked at while a file is read, which goes on. */
static void
test_epoch_meanwhile (WindowFixture *self, gconstpointer application)
{
  g_autofree char *copy = fixture_copy_sample ();

  window_open_sample (self);
  window_open_file (self->window, copy);
  window_activate (self, "epoch", g_variant_new_uint32 (3));
  g_assert_nonnull (seesaw_loader_find_ahead (self->window->loader, copy));
  g_assert_true (window_wait (self->window));
  g_assert_cmpuint (g_list_model_get_n_items (seesaw_session_get_runs (self->session)), ==, 2);
  g_assert_cmpstr (seesaw_open_run_get_path (seesaw_session_get_open_run (self->session)), ==,
                   copy);
  window_activate (self, "show-run", g_variant_new_uint32 (0));
  g_assert_true (window_wait (self->window));
  g_assert_cmpuint (seesaw_session_get_now (self->session)->epoch->index, ==, 3);
  remove_copy (copy);
}

/* What was said of a file is not said of what stands there now. */
static void
test_mended (WindowFixture *self, gconstpointer application)
{
  g_autofree char *copy = fixture_copy_sample ();
  g_autofree char *sample = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (copy, &sample, &size, NULL));
  g_assert_true (g_file_set_contents (copy, sample, (gssize) size / 2, NULL));
  window_open_file (self->window, copy);
  g_assert_true (window_wait (self->window));
  g_assert_true (window_shows_error (self));

  /* That another file opens does not mend it. */
  window_open_sample (self);
  g_assert_true (window_shows_error (self));
  g_assert_true (g_file_set_contents (copy, sample, (gssize) size, NULL));
  window_open_file (self->window, copy);
  g_assert_true (window_wait (self->window));
  g_assert_false (window_shows_error (self));
  remove_copy (copy);
}

static gboolean
has_two_runs (gpointer user_data)
{
  WindowFixture *self = user_data;

  return g_list_model_get_n_items (seesaw_session_get_runs (self->session)) == 2 &&
         window_is_idle (self->window);
}

static gboolean
shows_error_of (gpointer user_data)
{
  return window_shows_error (user_data);
}

static void
test_folder (WindowFixture *self, gconstpointer application)
{
  g_autofree char *copy = fixture_copy_sample ();
  g_autofree char *folder = g_path_get_dirname (copy);

  window_open_sample (self);
  window_open_file (self->window, folder);
  g_assert_true (fixture_wait_until (has_two_runs, self));
  g_assert_true (window_wait (self->window));
  g_assert_false (window_shows_error (self));

  /* A row by its position, and what is done with it. */
  window_activate (self, "show-run", g_variant_new_uint32 (0));
  g_assert_cmpstr (seesaw_open_run_get_path (seesaw_session_get_open_run (self->session)), ==,
                   fixture_sample ());
  window_activate (self, "close-run-at", g_variant_new_uint32 (1));
  window_activate (self, "close-run-at", g_variant_new_uint32 (1));
  g_assert_cmpuint (g_list_model_get_n_items (seesaw_session_get_runs (self->session)), ==, 1);

  g_unlink (copy);
  window_open_file (self->window, folder);
  g_assert_true (fixture_wait_until (shows_error_of, self));
  g_rmdir (folder);
}

static gboolean
has_runs (gpointer user_data)
{
  WindowFixture *self = user_data;

  return g_list_model_get_n_items (seesaw_session_get_runs (self->session)) > 0;
}

static gboolean
is_at_rest (gpointer user_data)
{
  return !seesaw_window_is_opening (((WindowFixture *) user_data)->window);
}

#define N_COPIES 5

/* They are listed in the order of their names, whichever was read first. */
static char *
copy_many (char *paths[N_COPIES])
{
  g_autofree char *sample = NULL;
  gsize size;
  char *folder = g_dir_make_tmp ("seesaw-XXXXXX", NULL);

  g_assert_true (g_file_get_contents (fixture_sample (), &sample, &size, NULL));
  for (int i = 0; i < N_COPIES; i++)
    {
      paths[i] = g_strdup_printf ("%s/%d.h5", folder, i + 1);
      g_assert_true (g_file_set_contents (paths[i], sample, (gssize) size, NULL));
    }

  return folder;
}

static void
remove_many (const char *folder, char *paths[N_COPIES])
{
  for (int i = 0; i < N_COPIES; i++)
    {
      g_unlink (paths[i]);
      g_free (paths[i]);
    }
  g_rmdir (folder);
}

static void
test_folder_in_order (WindowFixture *self, gconstpointer application)
{
  char *paths[N_COPIES];
  g_autofree char *folder = copy_many (paths);
  GListModel *runs = seesaw_session_get_runs (self->session);

  /* One that cannot be opened is left out. */
  g_assert_true (g_file_set_contents (paths[3], "damaged", -1, NULL));
  window_open_file (self->window, folder);
  g_assert_true (fixture_wait_until (is_at_rest, self));
  g_assert_true (window_shows_error (self));
  g_assert_cmpuint (g_list_model_get_n_items (runs), ==, N_COPIES - 1);
  for (guint i = 0; i < N_COPIES - 1; i++)
    {
      g_autoptr (SeesawOpenRun) run = g_list_model_get_item (runs, i);

      g_assert_cmpstr (seesaw_open_run_get_path (run), ==, paths[i + (i >= 3)]);
    }
  g_assert_cmpstr (seesaw_open_run_get_path (seesaw_session_get_open_run (self->session)), ==,
                   paths[N_COPIES - 1]);

  remove_many (folder, paths);
}

static void
test_cancel_stops_what_waits (WindowFixture *self, gconstpointer application)
{
  char *paths[N_COPIES];
  g_autofree char *folder = copy_many (paths);
  GtkWidget *cancel = find_button (GTK_WIDGET (self->window->loading), "_Cancel");
  GListModel *runs = seesaw_session_get_runs (self->session);
  guint n_runs;

  /* While the folder is listed. */
  window_open_file (self->window, folder);
  g_assert_nonnull (self->window->folder);
  g_signal_emit_by_name (cancel, "clicked");
  g_assert_true (fixture_wait_until (is_at_rest, self));
  fixture_wait_ms (300);
  g_assert_cmpuint (g_list_model_get_n_items (runs), ==, 0);

  /* While its files are read, some ahead. */
  window_open_file (self->window, folder);
  g_assert_true (fixture_wait_until (has_runs, self));
  g_signal_emit_by_name (cancel, "clicked");
  n_runs = g_list_model_get_n_items (runs);
  g_assert_cmpuint (n_runs, <, N_COPIES);
  g_assert_true (fixture_wait_until (is_at_rest, self));
  fixture_wait_ms (300);
  g_assert_cmpuint (g_list_model_get_n_items (runs), ==, n_runs);
  g_assert_false (window_shows_error (self));

  /* It can be opened after all. */
  window_open_file (self->window, folder);
  g_assert_true (fixture_wait_until (is_at_rest, self));
  g_assert_cmpuint (g_list_model_get_n_items (runs), ==, N_COPIES);

  remove_many (folder, paths);
}

static GtkApplication *
new_application (void)
{
  GtkApplication *application =
      GTK_APPLICATION (adw_application_new (NULL, G_APPLICATION_DEFAULT_FLAGS));
  g_autoptr (GError) error = NULL;

  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);

  return application;
}

int
main (int argc, char *argv[])
{
  g_autoptr (GtkApplication) application = NULL;

  g_test_init (&argc, &argv, NULL);
  application = new_application ();

  g_test_add ("/opening/cancelled-open-leaves-what-is-open", WindowFixture, application,
              window_set_up, test_cancelled_open_leaves_what_is_open, window_tear_down);
  g_test_add ("/opening/epoch-meanwhile", WindowFixture, application, window_set_up,
              test_epoch_meanwhile, window_tear_down);
  g_test_add ("/opening/mended", WindowFixture, application, window_set_up, test_mended,
              window_tear_down);
  g_test_add ("/opening/folder", WindowFixture, application, window_set_up, test_folder,
              window_tear_down);
  g_test_add ("/opening/folder-in-order", WindowFixture, application, window_set_up,
              test_folder_in_order, window_tear_down);
  g_test_add ("/opening/cancel-stops-what-waits", WindowFixture, application, window_set_up,
              test_cancel_stops_what_waits, window_tear_down);

  return g_test_run ();
}
