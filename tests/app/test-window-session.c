/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Sessions in the window, from within: what is opened, asked for, kept and offered. */

#include "config.h"

#include "seesaw-figure-styles.h"
#include "window-fixture.h"

#include <glib/gstdio.h>

typedef struct
{
  SeesawWindow *window;
  SeesawSession *session;
  char *here;  /* a copy of the sample */
  char *there; /* another one, in another folder */
  char *gone;  /* where that one was, beside the first */
  char *session_path;
} Fixture;

static void
new_window (Fixture *self, GtkApplication *application)
{
  self->window = seesaw_window_new (application);
  g_object_get (self->window, "session", &self->session, NULL);
  gtk_window_present (GTK_WINDOW (self->window));
}

static void
set_up (Fixture *self, gconstpointer application)
{
  g_autofree char *folder = NULL;
  g_autofree char *moved = NULL;

  self->here = fixture_copy_sample ();
  self->there = fixture_copy_sample ();
  folder = g_path_get_dirname (self->there);
  moved = g_build_filename (folder, "moved.h5", NULL);
  g_assert_cmpint (g_rename (self->there, moved), ==, 0);
  g_free (self->there);
  self->there = g_steal_pointer (&moved);

  g_free (folder);
  folder = g_path_get_dirname (self->here);
  self->gone = g_build_filename (folder, "moved.h5", NULL);
  self->session_path = g_build_filename (folder, "s.seesaw", NULL);
  new_window (self, (GtkApplication *) application);
}

static void
close_window (Fixture *self)
{
  gtk_window_close (GTK_WINDOW (self->window));
  fixture_assert_finalized (self->session);
}

static void
tear_down (Fixture *self, gconstpointer application)
{
  g_autofree char *a = g_path_get_dirname (self->here);
  g_autofree char *b = g_path_get_dirname (self->there);

  close_window (self);
  g_unlink (self->session_path);
  g_unlink (self->here);
  g_unlink (self->there);
  g_rmdir (a);
  g_rmdir (b);
  g_free (self->here);
  g_free (self->there);
  g_free (self->gone);
  g_free (self->session_path);
}

static void
open_file (Fixture *self, const char *path)
{
  window_open_file (self->window, path);
  g_assert_true (window_wait (self->window));
}

/* The second run is not there. */
/* As the window keeps them. */
static JsonObject *
write_figures (void)
{
  g_autoptr (SeesawFigureStyles) styles = seesaw_figure_styles_new ("/nowhere");
  g_auto (SeesawFigureSettings) settings;
  g_autoptr (JsonNode) node = NULL;

  seesaw_figure_settings_init (&settings);
  settings.style.font_size = 7.5;
  settings.with_marks = FALSE;
  seesaw_figure_styles_set (styles, "curve", &settings);
  node = seesaw_figure_styles_to_json (styles);

  return json_node_dup_object (node);
}

static void
write_session (Fixture *self)
{
  g_autoptr (SeesawSessionFile) file = seesaw_session_file_new ();
  SeesawSessionRun *run = seesaw_session_file_add_run (file, self->gone);

  run->name = g_strdup ("moved");
  run->color = (SeesawColor) (SEESAW_COLOR_RUN + 3);
  run = seesaw_session_file_add_run (file, self->here);
  run->is_present = TRUE;
  run->gamma[SEESAW_SCORE_LOGIT].from = SEESAW_GAMMA_KNOWN;
  file->epoch = (SeesawEpochSetting){ SEESAW_EPOCH_OF_NUMBER, 4 };
  file->gamma[SEESAW_SCORE_LOGIT] = 2.25;
  file->page = g_strdup ("classes");
  file->top_k = SEESAW_TOP_K;
  file->selected = 3;
  file->compare_metric = g_strdup ("ausuc");
  file->compare_split = g_strdup ("");
  file->figures = write_figures ();
  g_assert_true (seesaw_session_file_save (file, self->session_path, NULL));
}

static const char *
get_name (Fixture *self, guint position)
{
  g_autoptr (SeesawOpenRun) run =
      g_list_model_get_item (seesaw_session_get_runs (self->session), position);

  return seesaw_session_get_run_name (self->session, run);
}

static guint
count_runs (Fixture *self)
{
  return g_list_model_get_n_items (seesaw_session_get_runs (self->session));
}

static void
test_open_and_locate (Fixture *self, gconstpointer application)
{
  const SeesawView *view;
  g_autoptr (SeesawOpenRun) found = NULL;
  g_auto (SeesawFigureSettings) settings;

  seesaw_figure_settings_init (&settings);
  write_session (self);
  open_file (self, self->session_path);
  g_assert_cmpuint (count_runs (self), ==, 1);
  view = seesaw_session_get_view (self->session);
  g_assert_cmpint (view->run->epochs[view->request.epoch], ==, 4);
  g_assert_cmpuint (view->request.top_k, ==, SEESAW_TOP_K);
  g_assert_cmpfloat (seesaw_session_get_gamma (self->session), ==,
                     view->now->gamma[SEESAW_KNOWN_GAMMA_ALG]);
  g_assert_cmpint (seesaw_session_get_selected (self->session), ==, 3);
  g_assert_cmpstr (adw_view_stack_get_visible_child_name (self->window->pages), ==, "classes");
  g_assert_true (gtk_revealer_get_reveal_child (self->window->missing_banner));
  seesaw_figure_styles_get (seesaw_figure_styles_get_default (), "curve", &settings);
  g_assert_cmpfloat (settings.style.font_size, ==, 7.5);
  g_assert_false (settings.with_marks);

  /* It goes to its place, with what was chosen for it. */
  seesaw_window_locate (self->window, self->there);
  g_assert_true (window_wait (self->window));
  g_assert_false (gtk_revealer_get_reveal_child (self->window->missing_banner));
  g_assert_cmpuint (count_runs (self), ==, 2);
  g_assert_cmpstr (get_name (self, 0), ==, "moved");
  found = g_list_model_get_item (seesaw_session_get_runs (self->session), 0);
  g_assert_cmpint (seesaw_session_get_run_style (self->session, found).color, ==,
                   SEESAW_COLOR_RUN + 3);
  g_assert_cmpfloat (seesaw_session_get_run_gamma (self->session, found), ==, 2.25);
}

/* A run that is not there is not lost when the session is saved. */
static void
test_save_again (Fixture *self, gconstpointer application)
{
  g_autoptr (SeesawSessionFile) before = NULL;
  g_autoptr (SeesawSessionFile) after = NULL;
  g_autofree char *json = NULL;
  g_autofree char *json_after = NULL;

  write_session (self);
  before = seesaw_session_file_load (self->session_path, NULL);
  /* Read from a file without styles, the second run has the second. */
  open_file (self, self->session_path);
  g_action_group_activate_action (G_ACTION_GROUP (self->window), "save-session", NULL);
  after = seesaw_session_file_load (self->session_path, NULL);
  json = seesaw_session_file_to_json (before, NULL);
  json_after = seesaw_session_file_to_json (after, NULL);
  g_assert_cmpstr (json, ==, json_after);

  g_action_group_activate_action (G_ACTION_GROUP (self->window), "leave-out-run", NULL);
  g_action_group_activate_action (G_ACTION_GROUP (self->window), "save-session", NULL);
  g_clear_pointer (&after, seesaw_session_file_free);
  after = seesaw_session_file_load (self->session_path, NULL);
  g_assert_cmpuint (after->runs->len, ==, 1);
}

/* A session takes the place of what is open; one that cannot be read leaves it. */
static void
test_replaces (Fixture *self, gconstpointer application)
{
  open_file (self, fixture_sample ());
  g_assert_true (g_file_set_contents (self->session_path, "{\"format\": 1}", -1, NULL));
  open_file (self, self->session_path);
  g_assert_cmpuint (count_runs (self), ==, 1);
  g_assert_true (gtk_revealer_get_reveal_child (self->window->banner));

  write_session (self);
  open_file (self, self->session_path);
  g_assert_cmpuint (count_runs (self), ==, 1);
  g_assert_cmpstr (seesaw_session_get_run (self->session)->path, ==, self->here);
}

static void
test_last (Fixture *self, gconstpointer application)
{
  g_autoptr (SeesawOpenRun) run = NULL;

  open_file (self, self->here);
  run = g_object_ref (seesaw_session_get_open_run (self->session));
  seesaw_session_rename (self->session, run, "mine");
  g_clear_object (&run);
  close_window (self);

  new_window (self, (GtkApplication *) application);
  g_assert_true (gtk_widget_get_visible (self->window->reopen));
  g_assert_cmpstr (gtk_label_get_label (self->window->reopen_names), ==, "mine");
  g_action_group_activate_action (G_ACTION_GROUP (self->window), "reopen-session", NULL);
  g_assert_true (window_wait (self->window));
  g_assert_cmpstr (get_name (self, 0), ==, "mine");
  /* It is nobody's file. */
  g_assert_null (self->window->session_path);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GtkApplication) application = NULL;

  g_test_init (&argc, &argv, NULL);
  application = GTK_APPLICATION (adw_application_new (NULL, G_APPLICATION_DEFAULT_FLAGS));
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));

  g_test_add ("/window-session/open-and-locate", Fixture, application, set_up, test_open_and_locate,
              tear_down);
  g_test_add ("/window-session/save-again", Fixture, application, set_up, test_save_again,
              tear_down);
  g_test_add ("/window-session/replaces", Fixture, application, set_up, test_replaces, tear_down);
  g_test_add ("/window-session/last", Fixture, application, set_up, test_last, tear_down);

  return g_test_run ();
}
