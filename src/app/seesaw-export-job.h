/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-export-content.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SeesawExportProgress:
 * @done: how much is done, from 0 to 1
 */
typedef void (*SeesawExportProgress) (double done, gpointer user_data);

void seesaw_export_hold_application (GTask *task);

void seesaw_export_write_async (SeesawExportContent *content,
                                const SeesawFigureSettings *settings,
                                const char *path,
                                GCancellable *cancellable,
                                SeesawExportProgress progress,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
gboolean seesaw_export_write_finish (GAsyncResult *result, GError **error);

void seesaw_export_copy_async (SeesawExportContent *content,
                               const SeesawFigureSettings *settings,
                               GCancellable *cancellable,
                               SeesawExportProgress progress,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
GdkContentProvider *
seesaw_export_copy_finish (GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;

void seesaw_export_page_async (SeesawExportContent *content,
                               const SeesawFigureSettings *settings,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
SeesawPage *
seesaw_export_page_finish (GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
