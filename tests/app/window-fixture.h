/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What tests of the whole window have in common. */

#pragma once

#include "app-fixture.h"

#include "seesaw-window-private.h"

G_BEGIN_DECLS

/* A window in which nothing is open. */
typedef struct
{
  SeesawWindow *window;
  SeesawSession *session;
} WindowFixture;

void window_set_up (WindowFixture *self, gconstpointer application);
void window_tear_down (WindowFixture *self, gconstpointer application);
gboolean window_is_idle (gpointer window);
gboolean window_wait (SeesawWindow *window);
void window_open_file (SeesawWindow *window, const char *path);
void window_open_sample (WindowFixture *self);
void window_activate (WindowFixture *self, const char *action, GVariant *parameter);
gboolean window_shows_error (WindowFixture *self);

G_END_DECLS
