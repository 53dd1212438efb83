/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-export-form.h"
#include "seesaw-export-preview.h"
#include "seesaw-export-window.h"

G_BEGIN_DECLS

struct _SeesawExportWindow
{
  AdwWindow parent_instance;

  SeesawExportContent *content;
  SeesawFigureSettings settings; /* of the preview */
  GtkFileChooserNative *chooser;
  guint update_source;
  gboolean is_good; /* whether what is chosen can be printed */
  gboolean is_busy;

  /* Template children */
  GtkSpinner *spinner;
  GtkRevealer *banner;
  GtkLabel *banner_text;
  GtkBox *body;
  SeesawExportPreview *preview;
  SeesawExportForm *form;
};

/* seesaw-export-window.c */
gboolean seesaw_export_window_update (SeesawExportWindow *self);
void seesaw_export_window_say (SeesawExportWindow *self, const char *message);
void seesaw_export_window_set_busy (SeesawExportWindow *self, gboolean is_busy);

/* seesaw-export-actions.c */
void seesaw_export_window_install_actions (GtkWidgetClass *widget_class);

G_END_DECLS
