/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-export-content.h"
#include "seesaw-figure-view.h"

G_BEGIN_DECLS

void seesaw_figure_output_copy (SeesawFigureView *view, SeesawScene *scene, SeesawScene *overlay);
void seesaw_figure_output_copy_content (GtkWidget *widget, SeesawExportContent *content);
void seesaw_figure_output_export (GtkWidget *widget, SeesawExportContent *content);
void seesaw_figure_output_print (GtkWidget *widget, SeesawExportContent *content);
GtkWidget *seesaw_figure_output_find (GtkWidget *pages, GtkWidget *focus);

G_END_DECLS
