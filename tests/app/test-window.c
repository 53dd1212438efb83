/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The whole window from within: its actions, and what is left of it when it is closed. */

#include "config.h"

#include "app-fixture.h"

#include "seesaw-window-private.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  SeesawWindow *window;
  SeesawSession *session;
} Fixture;

static void
set_up (Fixture *self, gconstpointer application)
{
  self->window = seesaw_window_new ((GtkApplication *) application);
  g_object_get (self->window, "session", &self->session, NULL);
  gtk_window_present (GTK_WINDOW (self->window));
}

static void
tear_down (Fixture *self, gconstpointer application)
{
  if (self->window != NULL)
    fixture_assert_destroyed (self->window);
  fixture_assert_finalized (self->session);
}

static gboolean
is_idle (gpointer user_data)
{
  Fixture *self = user_data;
  gboolean loading;

  g_object_get (self->window->loader, "loading", &loading, NULL);

  return !loading && self->window->reload_source == 0 && g_queue_is_empty (&self->window->waiting);
}

static void
open_file (Fixture *self, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  seesaw_window_open (self->window, file);
}

static void
open_sample (Fixture *self)
{
  open_file (self, fixture_sample ());
  g_assert_true (fixture_wait_until (is_idle, self));
  g_assert_nonnull (seesaw_session_get_view (self->session));
}

static gsize
epoch_of (Fixture *self)
{
  return seesaw_session_get_view (self->session)->request.epoch;
}

static void
activate (Fixture *self, const char *action, GVariant *parameter)
{
  g_action_group_activate_action (G_ACTION_GROUP (self->window), action, parameter);
}

static gboolean
shows_error (Fixture *self)
{
  return gtk_revealer_get_reveal_child (self->window->banner);
}

static void
test_empty (Fixture *self, gconstpointer application)
{
  static const char *const names[] = { "gamma", "epoch", "step-epoch", "page", "find-class" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (self->window), names[i]));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (self->window->stack), ==, "empty");

  /* What may be chosen beforehand holds for the first run. */
  activate (self, "top-k", g_variant_new_string ("5"));
  open_sample (self);
  g_assert_cmpuint (seesaw_session_get_view (self->session)->request.top_k, ==, SEESAW_TOP_K);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (self->window->stack), ==, "run");
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (self->window), names[i]));
}

static void
test_epochs (Fixture *self, gconstpointer application)
{
  gsize last;

  open_sample (self);
  last = seesaw_session_get_run (self->session)->n_epochs - 1;
  g_assert_cmpuint (epoch_of (self), ==, last);
  activate (self, "step-epoch", g_variant_new_int32 (1));
  g_assert_true (is_idle (self));
  activate (self, "step-epoch", g_variant_new_int32 (-1));
  g_assert_true (fixture_wait_until (is_idle, self));
  g_assert_cmpuint (epoch_of (self), ==, last - 1);
  activate (self, "step-epoch", g_variant_new_int32 (G_MININT32));
  g_assert_true (fixture_wait_until (is_idle, self));
  g_assert_cmpuint (epoch_of (self), ==, 0);
  activate (self, "epoch", g_variant_new_uint32 (G_MAXUINT32));
  g_assert_true (fixture_wait_until (is_idle, self));
  g_assert_cmpuint (epoch_of (self), ==, last);

  /* The last of several is what counts. */
  for (guint32 epoch = 0; epoch < 5; epoch++)
    activate (self, "epoch", g_variant_new_uint32 (epoch));
  g_assert_true (fixture_wait_until (is_idle, self));
  g_assert_cmpuint (epoch_of (self), ==, 4);
  g_assert_false (shows_error (self));
}

static void
test_ways_to_look (Fixture *self, gconstpointer application)
{
  const SeesawViewRequest *request;

  open_sample (self);
  activate (self, "average", g_variant_new_string ("class"));
  activate (self, "score", g_variant_new_string ("ncm"));
  activate (self, "top-k", g_variant_new_string ("5"));
  activate (self, "side", g_variant_new_string ("seen"));
  g_assert_true (fixture_wait_until (is_idle, self));
  request = &seesaw_session_get_view (self->session)->request;
  g_assert_cmpint (request->average, ==, SEESAW_AVERAGE_CLASS);
  g_assert_cmpint (request->score, ==, SEESAW_SCORE_NCM);
  g_assert_cmpuint (request->top_k, ==, SEESAW_TOP_K);

  activate (self, "average", g_variant_new_string ("sample"));
  activate (self, "score", g_variant_new_string ("logit"));
  activate (self, "top-k", g_variant_new_string ("1"));
  g_assert_true (fixture_wait_until (is_idle, self));
  request = &seesaw_session_get_view (self->session)->request;
  g_assert_cmpint (request->average, ==, SEESAW_AVERAGE_SAMPLE);
  g_assert_cmpint (request->score, ==, SEESAW_SCORE_LOGIT);
  g_assert_cmpuint (request->top_k, ==, 1);
}

static void
test_pages (Fixture *self, gconstpointer application)
{
  static const struct
  {
    const char *page;
    SeesawParts parts;
  } pages[] = {
    { "histories", SEESAW_PART_HISTORY },
    { "weights", SEESAW_PART_DRIFT },
    { "classes", SEESAW_PART_CLASSES | SEESAW_PART_DRIFT },
  };

  open_sample (self);
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      activate (self, "page", g_variant_new_string (pages[i].page));
      fixture_wait_ms (300);
      g_assert_true (fixture_wait_until (is_idle, self));
      g_assert_cmpuint (seesaw_session_get_view (self->session)->request.parts & pages[i].parts, ==,
                        pages[i].parts);
    }

  /* A class is inspected where classes are shown. */
  seesaw_session_set_selected (self->session, 5);
  g_assert_true (adw_flap_get_reveal_flap (self->window->flap));
  activate (self, "page", g_variant_new_string ("calibration"));
  g_assert_false (adw_flap_get_reveal_flap (self->window->flap));
}

static void
test_errors_leave_what_is_open (Fixture *self, gconstpointer application)
{
  g_autoptr (GFile) far_away = g_file_new_for_uri ("https://example.org/run.h5");
  const SeesawView *view;

  open_sample (self);
  view = seesaw_session_get_view (self->session);
  open_file (self, "/nowhere/at/all.h5");
  g_assert_true (fixture_wait_until (is_idle, self));
  g_assert_true (shows_error (self));
  g_assert_nonnull (strstr (gtk_label_get_label (self->window->banner_text), "/nowhere/at/all.h5"));
  g_assert_true (seesaw_session_get_view (self->session) == view);

  seesaw_window_open (self->window, far_away);
  g_assert_true (fixture_wait_until (is_idle, self));
  g_assert_nonnull (strstr (gtk_label_get_label (self->window->banner_text), "example.org"));
  g_assert_true (seesaw_session_get_view (self->session) == view);
}

static void
remove_copy (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  g_unlink (path);
  g_rmdir (folder);
}

static void
test_close_runs (Fixture *self, gconstpointer application)
{
  g_autofree char *copy = fixture_copy_sample ();
  SeesawOpenRun *run;

  open_sample (self);
  open_file (self, copy);
  g_assert_true (fixture_wait_until (is_idle, self));
  run = g_object_ref (seesaw_session_get_open_run (self->session));
  g_assert_cmpstr (seesaw_open_run_get_path (run), ==, copy);
  g_assert_true (adw_flap_get_reveal_flap (self->window->runs_flap));

  activate (self, "close-run", NULL);
  g_assert_true (fixture_wait_until (is_idle, self));
  g_assert_cmpstr (seesaw_open_run_get_path (seesaw_session_get_open_run (self->session)), ==,
                   fixture_sample ());
  g_assert_false (adw_flap_get_reveal_flap (self->window->runs_flap));
  fixture_assert_finalized (run);

  activate (self, "close-run", NULL);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (self->window->stack), ==, "empty");
  g_assert_null (seesaw_session_get_open_run (self->session));
  remove_copy (copy);
}

/* Every page has been on screen. */
static void
test_closes_after_use (Fixture *self, gconstpointer application)
{
  static const char *const pages[] = { "histories", "margins", "weights",
                                       "classes",   "compare", "calibration" };

  open_sample (self);
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      activate (self, "page", g_variant_new_string (pages[i]));
      seesaw_session_set_selected (self->session, (int) i);
      seesaw_session_set_gamma (self->session, (double) i);
      fixture_wait_ms (300);
      g_assert_true (fixture_wait_until (is_idle, self));
    }
}

static void
test_closes_while_reading (Fixture *self, gconstpointer application)
{
  g_autofree char *copy = fixture_copy_sample ();

  open_sample (self);
  open_file (self, copy);
  g_assert_false (is_idle (self));
  fixture_assert_destroyed (g_steal_pointer (&self->window));
  remove_copy (copy);
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

  g_test_add ("/window/empty", Fixture, application, set_up, test_empty, tear_down);
  g_test_add ("/window/epochs", Fixture, application, set_up, test_epochs, tear_down);
  g_test_add ("/window/ways-to-look", Fixture, application, set_up, test_ways_to_look, tear_down);
  g_test_add ("/window/pages", Fixture, application, set_up, test_pages, tear_down);
  g_test_add ("/window/errors-leave-what-is-open", Fixture, application, set_up,
              test_errors_leave_what_is_open, tear_down);
  g_test_add ("/window/close-runs", Fixture, application, set_up, test_close_runs, tear_down);
  g_test_add ("/window/closes-after-use", Fixture, application, set_up, test_closes_after_use,
              tear_down);
  g_test_add ("/window/closes-while-reading", Fixture, application, set_up,
              test_closes_while_reading, tear_down);

  return g_test_run ();
}
