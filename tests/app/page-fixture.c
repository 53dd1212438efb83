/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "page-fixture.h"

#define ALL_PARTS (SEESAW_PART_HISTORY | SEESAW_PART_DRIFT | SEESAW_PART_CLASSES)

void
page_set_up (PageFixture *self, gconstpointer type)
{
  self->session = seesaw_session_new ();
  self->page = g_object_new (*(const GType *) type, "session", self->session, NULL);
  self->run = fixture_show_sample (self->session, ALL_PARTS);
  self->window = fixture_put_in_window (self->page, 1000, 600);
}

static gboolean
is_null (gpointer user_data)
{
  return *(gpointer *) user_data == NULL;
}

/* Whatever was done to it, nothing is held by anybody afterwards. */
void
page_tear_down (PageFixture *self, gconstpointer type)
{
  gpointer page = self->page;

  g_object_add_weak_pointer (G_OBJECT (self->page), &page);
  seesaw_session_close (self->session, self->run);
  fixture_assert_destroyed (self->window);
  g_assert_true (fixture_wait_until (is_null, &page));
  g_assert_cmpuint (seesaw_session_get_request (self->session).parts, ==, 0);
  g_assert_finalize_object (self->run);
  g_assert_finalize_object (self->session);
}

void
page_test_session_is_set_once (PageFixture *self, gconstpointer type)
{
  const guint *notified = fixture_count (self->page, "notify::session");
  g_autoptr (SeesawSession) session = NULL;

  g_object_set (self->page, "session", self->session, NULL);
  g_assert_cmpuint (*notified, ==, 0);
  g_object_get (self->page, "session", &session, NULL);
  g_assert_true (session == self->session);
}
