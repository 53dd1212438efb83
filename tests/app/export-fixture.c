/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "export-fixture.h"

#include "seesaw-export-form.h"

#include <glib/gstdio.h>

void
export_open_window (ExportFixture *self)
{
  self->window = seesaw_export_window_new (NULL, self->content);
  self->preview = fixture_child (self->window, SEESAW_TYPE_EXPORT_WINDOW, "preview");
  g_object_add_weak_pointer (G_OBJECT (self->window), (gpointer *) &self->window);
  g_object_add_weak_pointer (G_OBJECT (self->preview), (gpointer *) &self->preview);
}

void
export_set_up (ExportFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  SeesawSubject subject;
  SeesawFigureSettings fresh;

  self->folder = g_dir_make_tmp ("seesaw-XXXXXX", &error);
  g_assert_no_error (error);
  self->session = seesaw_session_new ();
  self->run = fixture_show_sample (self->session, 0);
  g_assert_true (seesaw_session_get_subject (self->session, &subject));
  self->content = seesaw_export_content_new (seesaw_figure_find ("curve"), &subject);

  seesaw_figure_settings_init (&fresh);
  seesaw_figure_styles_set (seesaw_figure_styles_get_default (), "curve", &fresh);
  seesaw_figure_settings_clear (&fresh);
  export_open_window (self);
  gtk_window_present (GTK_WINDOW (self->window));
}

gboolean
export_is_null (gpointer user_data)
{
  return *(gpointer *) user_data == NULL;
}

void
export_tear_down (ExportFixture *self, gconstpointer data)
{
  if (self->window != NULL)
    gtk_window_destroy (GTK_WINDOW (self->window));
  g_assert_true (fixture_wait_until (export_is_null, &self->window));
  g_assert_true (fixture_wait_until (export_is_null, &self->preview));
  seesaw_export_content_unref (self->content);
  seesaw_session_close (self->session, self->run);
  g_assert_finalize_object (self->session);
  g_assert_finalize_object (self->run);
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_free (self->folder);
}

GtkWidget *
export_get_row (ExportFixture *self, const char *name)
{
  GtkWidget *form = fixture_child (self->window, SEESAW_TYPE_EXPORT_WINDOW, "form");

  return fixture_child (form, SEESAW_TYPE_EXPORT_FORM, name);
}

void
export_type (ExportFixture *self, const char *row, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (export_get_row (self, row)), text);
}

const char *
export_get_text (ExportFixture *self, const char *row)
{
  return gtk_editable_get_text (GTK_EDITABLE (export_get_row (self, row)));
}

void
export_select (ExportFixture *self, const char *row, guint position)
{
  adw_combo_row_set_selected (ADW_COMBO_ROW (export_get_row (self, row)), position);
}

guint
export_get_selected (ExportFixture *self, const char *row)
{
  return adw_combo_row_get_selected (ADW_COMBO_ROW (export_get_row (self, row)));
}

gboolean
export_says_something (gpointer user_data)
{
  ExportFixture *self = user_data;

  return gtk_revealer_get_reveal_child (
      GTK_REVEALER (fixture_child (self->window, SEESAW_TYPE_EXPORT_WINDOW, "banner")));
}

gboolean
export_says_nothing (gpointer user_data)
{
  return !export_says_something (user_data);
}

const char *
export_get_message (ExportFixture *self)
{
  return gtk_label_get_label (
      GTK_LABEL (fixture_child (self->window, SEESAW_TYPE_EXPORT_WINDOW, "banner_text")));
}

char *
export_in_folder (ExportFixture *self, const char *name)
{
  return g_build_filename (self->folder, name, NULL);
}

void
export_write (ExportFixture *self, const char *name)
{
  g_autofree char *path = export_in_folder (self, name);

  seesaw_export_window_write (self->window, path);
}

/* And takes it away. */
GBytes *
export_take_file (ExportFixture *self, const char *name)
{
  g_autofree char *path = export_in_folder (self, name);
  g_autoptr (GError) error = NULL;
  char *text = NULL;
  gsize length;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_remove (path), ==, 0);

  return g_bytes_new_take (text, length);
}

/* No half file, and no other that nobody asked for. */
void
export_assert_empty (ExportFixture *self)
{
  g_autoptr (GDir) folder = g_dir_open (self->folder, 0, NULL);

  g_assert_cmpstr (g_dir_read_name (folder), ==, NULL);
}

void
export_run_program (char **argv, char **output)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *said = NULL;
  int status;

  g_spawn_sync (NULL, argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, output, &said, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (said, ==, "");
  g_assert_cmpint (status, ==, 0);
}

int
export_run_tests (int *argc, char ***argv, void (*add_tests) (void))
{
  g_autofree char *config = g_dir_make_tmp ("seesaw-config-XXXXXX", NULL);

  g_setenv ("XDG_CONFIG_HOME", config, TRUE);
  g_setenv ("SOURCE_DATE_EPOCH", "1700000000", TRUE);
  gtk_test_init (argc, argv, NULL);
  adw_init ();
  add_tests ();

  return g_test_run ();
}
