/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-figure-styles.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define SEESAW_TYPE_EXPORT_FORM (seesaw_export_form_get_type ())
G_DECLARE_FINAL_TYPE (SeesawExportForm, seesaw_export_form, SEESAW, EXPORT_FORM, AdwBin)

void seesaw_export_form_focus (SeesawExportForm *self);
void seesaw_export_form_show (SeesawExportForm *self, const SeesawFigureSettings *settings);
gboolean
seesaw_export_form_read (SeesawExportForm *self, SeesawFigureSettings *settings, GError **error);

char *seesaw_export_form_explain (SeesawExportForm *self, const GError *error);

G_END_DECLS
