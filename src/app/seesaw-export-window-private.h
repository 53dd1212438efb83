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
  SeesawFigureSettings settings; /* that were read last */
  GtkFileChooserNative *chooser;
  guint update_source;
  gboolean is_read;      /* whether what is typed can be understood */
  gboolean is_refused;   /* whether no page can be made of it */
  GCancellable *working; /* while something is written */
  guint busy_source;     /* until that is worth showing */

  /* Template children */
  GtkRevealer *progress;
  GtkLabel *progress_text;
  GtkProgressBar *progress_bar;
  GtkWidget *cancel;
  GtkButton *copy;
  GtkButton *print;
  GtkLabel *size;
  GtkWidget *side;
  GtkRevealer *banner;
  GtkLabel *banner_text;
  GtkBox *body;
  SeesawExportPreview *preview;
  SeesawExportForm *form;
};

/* seesaw-export-window.c */
gboolean seesaw_export_window_update (SeesawExportWindow *self);
void seesaw_export_window_say (SeesawExportWindow *self, const char *message);
void seesaw_export_window_enable_actions (SeesawExportWindow *self);

/* seesaw-export-busy.c */
GCancellable *seesaw_export_window_begin (SeesawExportWindow *self, const char *what);
void seesaw_export_window_advance (double done, gpointer user_data);
void seesaw_export_window_cancel (SeesawExportWindow *self);
void seesaw_export_window_end (SeesawExportWindow *self, const GError *error);

/* seesaw-export-actions.c */
void seesaw_export_window_install_actions (GtkWidgetClass *widget_class);

G_END_DECLS
