/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean seesaw_folder_is (GFile *file);
void seesaw_folder_list_runs (GFile *folder,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
GPtrArray *seesaw_folder_list_runs_finish (GAsyncResult *result, GError **error);

G_END_DECLS
