/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SeesawExportGoOn:
 * @done: how much is written, from 0 to 1
 *
 * Returns: whether to go on
 */
typedef gboolean (*SeesawExportGoOn) (double done, gpointer user_data);

GPtrArray *seesaw_export_files_new (void) G_GNUC_WARN_UNUSED_RESULT;
void seesaw_export_files_add (GPtrArray *files, const char *path, GBytes *bytes);
GBytes *seesaw_export_files_get (const GPtrArray *files, guint index);
gboolean seesaw_export_files_write (const GPtrArray *files,
                                    SeesawExportGoOn go_on,
                                    gpointer user_data,
                                    GError **error);

G_END_DECLS
