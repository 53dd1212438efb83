/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-export-content.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define SEESAW_TYPE_EXPORT_WINDOW (seesaw_export_window_get_type ())
G_DECLARE_FINAL_TYPE (SeesawExportWindow, seesaw_export_window, SEESAW, EXPORT_WINDOW, AdwWindow)

SeesawExportWindow *seesaw_export_window_new (GtkWindow *parent, SeesawExportContent *content);
void seesaw_export_window_write (SeesawExportWindow *self, const char *path);

G_END_DECLS
