/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-export-content.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SEESAW_TYPE_EXPORT_PREVIEW (seesaw_export_preview_get_type ())
G_DECLARE_FINAL_TYPE (SeesawExportPreview, seesaw_export_preview, SEESAW, EXPORT_PREVIEW, GtkWidget)

void seesaw_export_preview_show (SeesawExportPreview *self,
                                 SeesawExportContent *content,
                                 const SeesawFigureSettings *settings);
void seesaw_export_preview_get_size (SeesawExportPreview *self, double *width, double *height);
double seesaw_export_preview_get_dpi (SeesawExportPreview *self);

G_END_DECLS
