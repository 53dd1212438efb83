/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-export-content.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void seesaw_figure_output_copy (GtkWidget *widget, SeesawExportContent *content);
void seesaw_figure_output_export (GtkWidget *widget, SeesawExportContent *content);
void seesaw_figure_output_print (GtkWidget *widget, SeesawExportContent *content);
GtkWidget *seesaw_figure_output_find (GtkWidget *pages, GtkWidget *focus);

G_END_DECLS
