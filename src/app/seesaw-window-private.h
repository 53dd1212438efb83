/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-classes-page.h"
#include "seesaw-gamma-bar.h"
#include "seesaw-loader.h"
#include "seesaw-overlays.h"
#include "seesaw-run-list.h"
#include "seesaw-window.h"

G_BEGIN_DECLS

struct _SeesawWindow
{
  AdwApplicationWindow parent_instance;

  SeesawSession *session;
  SeesawLoader *loader;
  SeesawOverlays *overlays;
  GSettings *settings;
  GQueue waiting; /* of GFile: to be opened after the one that is being loaded */
  GtkFileChooserNative *chooser;
  guint loading_source;  /* until the bar is shown */
  guint reload_source;   /* until the view is made again */
  GFile *folder;         /* what is in it is being found out */
  GCancellable *listing; /* of that */
  gboolean wants_runs;   /* the list of them, where there is room for it */
  gboolean is_cancelled; /* by the user */

  /* Template children */
  AdwViewSwitcherTitle *title;
  GtkWidget *runs_button;
  GtkStack *stack;
  AdwFlap *runs_flap;
  SeesawRunList *run_list;
  AdwFlap *flap;
  AdwViewStack *pages;
  SeesawClassesPage *classes;
  GtkRevealer *loading;
  GtkLabel *loading_name;
  GtkProgressBar *progress;
  GtkRevealer *banner;
  GtkLabel *banner_text;
  SeesawGammaBar *gamma_bar;
};

void seesaw_window_add_actions (SeesawWindow *self);
void seesaw_window_update_actions (SeesawWindow *self);
void seesaw_window_load (SeesawWindow *self, SeesawOpenRun *run, gsize epoch);
void seesaw_window_reload (SeesawWindow *self);
gboolean seesaw_window_is_opening (SeesawWindow *self);
void seesaw_window_cancel_opening (SeesawWindow *self);
void seesaw_window_show_opening (SeesawWindow *self);
void seesaw_window_follow_runs (SeesawWindow *self);
void seesaw_window_close_run (SeesawWindow *self, SeesawOpenRun *run);
void seesaw_window_show_error (SeesawWindow *self, const char *message);

G_END_DECLS
