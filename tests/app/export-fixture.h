/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What tests of the window in front of exported figures have in common. */

#pragma once

#include "app-fixture.h"

#include "seesaw-export-window.h"

G_BEGIN_DECLS

/* The curve of the sample, in a window that asks how it shall look. */
typedef struct
{
  SeesawSession *session;
  SeesawOpenRun *run;
  SeesawExportContent *content;
  SeesawExportWindow *window; /* NULL once it is gone */
  GtkWidget *preview;         /* NULL once it is gone, and its worker is done */
  char *folder;
} ExportFixture;

#define EXPORT_ADD(path, data, function)                                                           \
  g_test_add (path, ExportFixture, data, export_set_up, function, export_tear_down)

int export_run_tests (int *argc, char ***argv, void (*add_tests) (void));
void export_open_window (ExportFixture *self);
void export_set_up (ExportFixture *self, gconstpointer data);
gboolean export_is_null (gpointer user_data);
void export_tear_down (ExportFixture *self, gconstpointer data);
GtkWidget *export_get_row (ExportFixture *self, const char *name);
void export_type (ExportFixture *self, const char *row, const char *text);
const char *export_get_text (ExportFixture *self, const char *row);
void export_select (ExportFixture *self, const char *row, guint position);
guint export_get_selected (ExportFixture *self, const char *row);
gboolean export_says_something (gpointer user_data);
gboolean export_says_nothing (gpointer user_data);
const char *export_get_message (ExportFixture *self);
char *export_in_folder (ExportFixture *self, const char *name);
void export_write (ExportFixture *self, const char *name);
GBytes *export_take_file (ExportFixture *self, const char *name);
void export_assert_empty (ExportFixture *self);
void export_run_program (char **argv, char **output);

G_END_DECLS
