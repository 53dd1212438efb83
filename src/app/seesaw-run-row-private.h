/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-run-editor.h"
#include "seesaw-run-row.h"
#include "seesaw-run-swatch.h"

G_BEGIN_DECLS

/* An open run in the list: how it is drawn, its AUSUC, what was chosen for it alone, and whether it
 * is shown beside the present one.
 */
struct _SeesawRunRow
{
  GtkListBoxRow parent_instance;

  SeesawSession *session;
  SeesawOpenRun *run;
  gboolean is_updating;
  GtkWidget *context_menu; /* NULL until it was asked for */
  SeesawRunEditor *editor; /* likewise */

  /* Template children */
  GtkWidget *style;
  SeesawRunSwatch *swatch;
  GtkStack *name_stack;
  GtkLabel *name;
  GtkText *entry;
  GtkLabel *ausuc;
  GtkLabel *own;
  GtkWidget *warning;
  GtkWidget *reload;
  GtkToggleButton *eye;
  GtkMenuButton *menu;
};

/* seesaw-run-row-actions.c */
void seesaw_run_row_install_actions (GtkWidgetClass *widget_class);
void seesaw_run_row_update_actions (SeesawRunRow *self);

G_END_DECLS
