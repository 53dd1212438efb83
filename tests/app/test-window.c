/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The whole window from within: its actions, and what is left of it when it is closed. */

#include "config.h"

#include "window-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

static gsize
epoch_of (WindowFixture *self)
{
  return seesaw_session_get_view (self->session)->request.epoch;
}

static void
test_empty (WindowFixture *self, gconstpointer application)
{
  static const char *const names[] = { "gamma", "epoch", "step-epoch", "page", "find-class" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (self->window), names[i]));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (self->window->stack), ==, "empty");

  /* What may be chosen beforehand holds for the first run. */
  window_activate (self, "top-k", g_variant_new_string ("5"));
  window_open_sample (self);
  g_assert_cmpuint (seesaw_session_get_view (self->session)->request.top_k, ==, SEESAW_TOP_K);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (self->window->stack), ==, "run");
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (self->window), names[i]));
}

static void
test_epochs (WindowFixture *self, gconstpointer application)
{
  gsize last;

  window_open_sample (self);
  last = seesaw_session_get_run (self->session)->n_epochs - 1;
  g_assert_cmpuint (epoch_of (self), ==, last);
  window_activate (self, "step-epoch", g_variant_new_int32 (1));
  g_assert_true (window_is_idle (self->window));
  window_activate (self, "step-epoch", g_variant_new_int32 (-1));
  g_assert_true (window_wait (self->window));
  g_assert_cmpuint (epoch_of (self), ==, last - 1);
  window_activate (self, "step-epoch", g_variant_new_int32 (G_MININT32));
  g_assert_true (window_wait (self->window));
  g_assert_cmpuint (epoch_of (self), ==, 0);
  window_activate (self, "epoch", g_variant_new_uint32 (G_MAXUINT32));
  g_assert_true (window_wait (self->window));
  g_assert_cmpuint (epoch_of (self), ==, last);

  /* The last of several is what counts. */
  for (guint32 epoch = 0; epoch < 5; epoch++)
    window_activate (self, "epoch", g_variant_new_uint32 (epoch));
  g_assert_true (window_wait (self->window));
  g_assert_cmpuint (epoch_of (self), ==, 4);
  g_assert_false (window_shows_error (self));
}

static void
test_ways_to_look (WindowFixture *self, gconstpointer application)
{
  const SeesawViewRequest *request;

  window_open_sample (self);
  window_activate (self, "average", g_variant_new_string ("class"));
  window_activate (self, "score", g_variant_new_string ("ncm"));
  window_activate (self, "top-k", g_variant_new_string ("5"));
  window_activate (self, "side", g_variant_new_string ("seen"));
  g_assert_true (window_wait (self->window));
  request = &seesaw_session_get_view (self->session)->request;
  g_assert_cmpint (request->average, ==, SEESAW_AVERAGE_CLASS);
  g_assert_cmpint (request->score, ==, SEESAW_SCORE_NCM);
  g_assert_cmpuint (request->top_k, ==, SEESAW_TOP_K);

  window_activate (self, "average", g_variant_new_string ("sample"));
  window_activate (self, "score", g_variant_new_string ("logit"));
  window_activate (self, "top-k", g_variant_new_string ("1"));
  g_assert_true (window_wait (self->window));
  request = &seesaw_session_get_view (self->session)->request;
  g_assert_cmpint (request->average, ==, SEESAW_AVERAGE_SAMPLE);
  g_assert_cmpint (request->score, ==, SEESAW_SCORE_LOGIT);
  g_assert_cmpuint (request->top_k, ==, 1);
}

static void
test_pages (WindowFixture *self, gconstpointer application)
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

  window_open_sample (self);
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      window_activate (self, "page", g_variant_new_string (pages[i].page));
      fixture_wait_ms (300);
      g_assert_true (window_wait (self->window));
      g_assert_cmpuint (seesaw_session_get_view (self->session)->request.parts & pages[i].parts, ==,
                        pages[i].parts);
    }

  /* A class is inspected where classes are shown. */
  seesaw_session_set_selected (self->session, 5);
  g_assert_true (adw_flap_get_reveal_flap (self->window->flap));
  window_activate (self, "page", g_variant_new_string ("calibration"));
  g_assert_false (adw_flap_get_reveal_flap (self->window->flap));
}

static void
test_errors_leave_what_is_open (WindowFixture *self, gconstpointer application)
{
  g_autoptr (GFile) far_away = g_file_new_for_uri ("https://example.org/run.h5");
  const SeesawView *view;

  window_open_sample (self);
  view = seesaw_session_get_view (self->session);
  window_open_file (self->window, "/nowhere/at/all.h5");
  g_assert_true (window_wait (self->window));
  g_assert_true (window_shows_error (self));
  g_assert_nonnull (strstr (gtk_label_get_label (self->window->banner_text), "/nowhere/at/all.h5"));
  g_assert_true (seesaw_session_get_view (self->session) == view);

  seesaw_window_open (self->window, far_away);
  g_assert_true (window_wait (self->window));
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
test_close_runs (WindowFixture *self, gconstpointer application)
{
  g_autofree char *copy = fixture_copy_sample ();
  SeesawOpenRun *run;

  window_open_sample (self);
  window_open_file (self->window, copy);
  g_assert_true (window_wait (self->window));
  run = g_object_ref (seesaw_session_get_open_run (self->session));
  g_assert_cmpstr (seesaw_open_run_get_path (run), ==, copy);
  g_assert_true (adw_flap_get_reveal_flap (self->window->runs_flap));

  window_activate (self, "close-run", NULL);
  g_assert_true (window_wait (self->window));
  g_assert_cmpstr (seesaw_open_run_get_path (seesaw_session_get_open_run (self->session)), ==,
                   fixture_sample ());
  g_assert_false (adw_flap_get_reveal_flap (self->window->runs_flap));
  fixture_assert_finalized (run);

  window_activate (self, "close-run", NULL);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (self->window->stack), ==, "empty");
  g_assert_null (seesaw_session_get_open_run (self->session));
  remove_copy (copy);
}

/* Every page has been on screen. */
static void
test_closes_after_use (WindowFixture *self, gconstpointer application)
{
  static const char *const pages[] = { "histories", "margins", "weights",
                                       "classes",   "compare", "calibration" };

  window_open_sample (self);
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      window_activate (self, "page", g_variant_new_string (pages[i]));
      seesaw_session_set_selected (self->session, (int) i);
      seesaw_session_set_gamma (self->session, (double) i);
      fixture_wait_ms (300);
      g_assert_true (window_wait (self->window));
    }
}

static void
test_closes_while_reading (WindowFixture *self, gconstpointer application)
{
  g_autofree char *copy = fixture_copy_sample ();

  window_open_sample (self);
  window_open_file (self->window, copy);
  g_assert_false (window_is_idle (self->window));
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

  g_test_add ("/window/empty", WindowFixture, application, window_set_up, test_empty,
              window_tear_down);
  g_test_add ("/window/epochs", WindowFixture, application, window_set_up, test_epochs,
              window_tear_down);
  g_test_add ("/window/ways-to-look", WindowFixture, application, window_set_up, test_ways_to_look,
              window_tear_down);
  g_test_add ("/window/pages", WindowFixture, application, window_set_up, test_pages,
              window_tear_down);
  g_test_add ("/window/errors-leave-what-is-open", WindowFixture, application, window_set_up,
              test_errors_leave_what_is_open, window_tear_down);
  g_test_add ("/window/close-runs", WindowFixture, application, window_set_up, test_close_runs,
              window_tear_down);
  g_test_add ("/window/closes-after-use", WindowFixture, application, window_set_up,
              test_closes_after_use, window_tear_down);
  g_test_add ("/window/closes-while-reading", WindowFixture, application, window_set_up,
              test_closes_while_reading, window_tear_down);

  return g_test_run ();
}
