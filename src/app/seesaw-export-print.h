/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-export-content.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkPrintOperation *seesaw_export_print_new (SeesawPage *page, const char *name);
void seesaw_export_print (GtkWindow *parent,
                          SeesawExportContent *content,
                          const SeesawFigureSettings *settings);

G_END_DECLS
