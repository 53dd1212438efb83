/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-figure-styles.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

char *seesaw_export_values_format (const SeesawFigureSettings *settings, const char *name);
char *seesaw_export_values_format_size (const SeesawFigureSettings *settings,
                                        double width,
                                        double height);
gboolean seesaw_export_values_parse (SeesawFigureSettings *settings,
                                     const char *name,
                                     const char *text,
                                     GError **error);
gboolean seesaw_export_values_match_preset (const SeesawFigureStyle *style);
GtkStringList *seesaw_export_values_list_fonts (void);

G_END_DECLS
