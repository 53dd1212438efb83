/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What tests of the application's parts have in common. */

#pragma once

#include "seesaw-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

const char *fixture_sample (void);
char *fixture_copy_sample (void);

SeesawView *
fixture_view_of_nothing (const char *name, gsize n_classes, SeesawScore score, SeesawParts parts);
SeesawOpenRun *fixture_show_nothing (SeesawSession *session, const char *name, gsize n_classes);
SeesawView *fixture_read (SeesawOpenRun *run, SeesawViewRequest request);
SeesawOpenRun *fixture_show_sample (SeesawSession *session, SeesawParts parts);

guint *fixture_count (gpointer object, const char *signal);
gboolean fixture_wait_until (gboolean (*is_done) (gpointer user_data), gpointer user_data);
void fixture_wait_ms (guint ms);
void fixture_assert_finalized (gpointer object);
void fixture_assert_destroyed (gpointer window);

GtkWindow *fixture_put_in_window (GtkWidget *widget, int width, int height);
GtkWidget *fixture_child (gpointer widget, GType type, const char *name);

G_END_DECLS
