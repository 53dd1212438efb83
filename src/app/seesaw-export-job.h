/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-export-content.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void seesaw_export_write_async (SeesawExportContent *content,
                                const SeesawFigureSettings *settings,
                                const char *path,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
gboolean seesaw_export_write_finish (GAsyncResult *result, GError **error);

void seesaw_export_copy_async (SeesawExportContent *content,
                               const SeesawFigureSettings *settings,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
GdkContentProvider *
seesaw_export_copy_finish (GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
