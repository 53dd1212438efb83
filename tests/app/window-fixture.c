/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "window-fixture.h"

void
window_set_up (WindowFixture *self, gconstpointer application)
{
  self->window = seesaw_window_new ((GtkApplication *) application);
  g_object_get (self->window, "session", &self->session, NULL);
  gtk_window_present (GTK_WINDOW (self->window));
}

void
window_tear_down (WindowFixture *self, gconstpointer application)
{
  if (self->window != NULL)
    fixture_assert_destroyed (self->window);
  fixture_assert_finalized (self->session);
}

/* Whether nothing is being read, nor is about to be. */
gboolean
window_is_idle (gpointer window)
{
  SeesawWindow *self = window;
  gboolean loading;

  g_object_get (self->loader, "loading", &loading, NULL);

  return !loading && self->reload_source == 0 && g_queue_is_empty (&self->waiting);
}

gboolean
window_wait (SeesawWindow *window)
{
  return fixture_wait_until (window_is_idle, window);
}

void
window_open_file (SeesawWindow *window, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  seesaw_window_open (window, file);
}

void
window_open_sample (WindowFixture *self)
{
  window_open_file (self->window, fixture_sample ());
  g_assert_true (window_wait (self->window));
  g_assert_nonnull (seesaw_session_get_view (self->session));
}

void
window_activate (WindowFixture *self, const char *action, GVariant *parameter)
{
  g_action_group_activate_action (G_ACTION_GROUP (self->window), action, parameter);
}

gboolean
window_shows_error (WindowFixture *self)
{
  return gtk_revealer_get_reveal_child (self->window->banner);
}
