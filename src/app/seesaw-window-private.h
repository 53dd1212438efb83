/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-classes-page.h"
#include "seesaw-compare-page.h"
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
  gboolean opens_run;    /* what is loaded is not open yet */
  char *failed_path;     /* what the banner is about; NULL: something else */
  char *session_path;    /* NULL until it was saved or opened */
  GPtrArray *missing;    /* paths of runs of the session that were not found */
  int selected_later;    /* once there is a view; −1: none */

  /* Template children */
  AdwViewSwitcherTitle *title;
  GtkWidget *runs_button;
  GtkStack *stack;
  AdwFlap *runs_flap;
  SeesawRunList *run_list;
  AdwFlap *flap;
  AdwViewStack *pages;
  SeesawClassesPage *classes;
  AdwToastOverlay *toasts;
  GtkRevealer *loading;
  GtkLabel *loading_name;
  GtkProgressBar *progress;
  GtkLabel *amount;
  GtkRevealer *banner;
  GtkLabel *banner_text;
  SeesawGammaBar *gamma_bar;
  SeesawComparePage *compare;
  GtkRevealer *missing_banner;
  GtkLabel *missing_text;
  GtkWidget *reopen;
  GtkLabel *reopen_names;
};

void seesaw_window_add_actions (SeesawWindow *self);
void seesaw_window_update_actions (SeesawWindow *self);
void seesaw_window_load (SeesawWindow *self, SeesawOpenRun *run, gsize epoch);
void seesaw_window_reload (SeesawWindow *self);
gboolean seesaw_window_is_opening (SeesawWindow *self);
void seesaw_window_cancel_opening (SeesawWindow *self);
void seesaw_window_show_opening (SeesawWindow *self);
void seesaw_window_follow_runs (SeesawWindow *self);
void seesaw_window_replace_run (SeesawWindow *self,
                                SeesawOpenRun *old,
                                SeesawOpenRun *run,
                                SeesawView *view);
void seesaw_window_close_run (SeesawWindow *self, SeesawOpenRun *run);
void seesaw_window_follow_session (SeesawWindow *self);
void seesaw_window_open_session (SeesawWindow *self, const char *path);
void seesaw_window_keep_session (SeesawWindow *self);
void seesaw_window_show_chooser (SeesawWindow *self, GCallback on_response);
void seesaw_window_follow_missing (SeesawWindow *self);
void seesaw_window_forget_missing (SeesawWindow *self);
void seesaw_window_miss_run (SeesawWindow *self, const char *path);
void seesaw_window_locate (SeesawWindow *self, const char *path);
void seesaw_window_show_error (SeesawWindow *self, const char *message);
void seesaw_window_hide_error (SeesawWindow *self);

G_END_DECLS
