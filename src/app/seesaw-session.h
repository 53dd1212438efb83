/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-figure.h"
#include "seesaw-open-run.h"
#include "seesaw-session-file.h"

G_BEGIN_DECLS

#define SEESAW_TYPE_SESSION (seesaw_session_get_type ())
G_DECLARE_FINAL_TYPE (SeesawSession, seesaw_session, SEESAW, SESSION, GObject)

SeesawSession *seesaw_session_new (void);

void seesaw_session_show (SeesawSession *self, SeesawOpenRun *run, SeesawView *view);
void seesaw_session_add (SeesawSession *self, SeesawOpenRun *run, SeesawView *view);
void seesaw_session_close (SeesawSession *self, SeesawOpenRun *run);

SeesawOpenRun *seesaw_session_get_open_run (SeesawSession *self);
const SeesawRun *seesaw_session_get_run (SeesawSession *self);
const SeesawView *seesaw_session_get_view (SeesawSession *self);
const SeesawAnalysis *seesaw_session_get_now (SeesawSession *self);

GListModel *seesaw_session_get_runs (SeesawSession *self);
const char *seesaw_session_get_run_name (SeesawSession *self, SeesawOpenRun *run);
SeesawView *seesaw_session_get_run_view (SeesawSession *self, SeesawOpenRun *run);
gboolean seesaw_session_is_run_current (SeesawSession *self, SeesawOpenRun *run);
SeesawViewRequest seesaw_session_get_run_request (SeesawSession *self, SeesawOpenRun *run);
char *seesaw_session_why_not (SeesawSession *self, SeesawOpenRun *run);
gboolean seesaw_session_get_visible (SeesawSession *self, SeesawOpenRun *run);
void seesaw_session_set_visible (SeesawSession *self, SeesawOpenRun *run, gboolean is_visible);
void seesaw_session_set_lists_runs (SeesawSession *self, gboolean lists_runs);

const SeesawSessionRun *seesaw_session_get_look (SeesawSession *self, SeesawOpenRun *run);
SeesawRunStyle seesaw_session_get_run_style (SeesawSession *self, SeesawOpenRun *run);
void seesaw_session_rename (SeesawSession *self, SeesawOpenRun *run, const char *name);
void seesaw_session_set_color (SeesawSession *self, SeesawOpenRun *run, SeesawColor color);
void seesaw_session_move (SeesawSession *self, guint from, guint to);

double seesaw_session_get_run_gamma (SeesawSession *self, SeesawOpenRun *run);
gboolean seesaw_session_has_own_gamma (SeesawSession *self, SeesawOpenRun *run);
void seesaw_session_set_run_gamma (SeesawSession *self,
                                   SeesawOpenRun *run,
                                   const SeesawGammaSetting *setting);
gsize seesaw_session_get_run_epoch (SeesawSession *self, SeesawOpenRun *run);
void seesaw_session_set_run_epoch (SeesawSession *self,
                                   SeesawOpenRun *run,
                                   const SeesawEpochSetting *setting);
SeesawEpochSetting seesaw_session_get_epoch (SeesawSession *self);
void seesaw_session_set_epoch (SeesawSession *self, const SeesawEpochSetting *setting);
void seesaw_session_settle_epoch (SeesawSession *self);

gboolean seesaw_session_is_run_changed (SeesawSession *self, SeesawOpenRun *run);
void seesaw_session_replace (SeesawSession *self,
                             SeesawOpenRun *old,
                             SeesawOpenRun *run,
                             SeesawView *view);

SeesawSessionFile *seesaw_session_save (SeesawSession *self);
void seesaw_session_restore (SeesawSession *self, const SeesawSessionFile *file);
void seesaw_session_expect (SeesawSession *self, const SeesawSessionRun *look, guint order);
void seesaw_session_relocate (SeesawSession *self, const char *path, const char *found);
void seesaw_session_dismiss (SeesawSession *self, const char *path);
gboolean seesaw_session_is_expected (SeesawSession *self, const char *path);

SeesawOpenRun *seesaw_session_find_wanted (SeesawSession *self, SeesawViewRequest *request);
void seesaw_session_take_view (SeesawSession *self, SeesawOpenRun *run, SeesawView *view);
void seesaw_session_take_error (SeesawSession *self,
                                SeesawOpenRun *run,
                                const SeesawViewRequest *request,
                                const char *message);

gboolean seesaw_session_get_subject (SeesawSession *self, SeesawSubject *subject);
gboolean seesaw_session_get_figure_subject (SeesawSession *self,
                                            const SeesawFigure *figure,
                                            SeesawSubject *subject);

SeesawViewRequest seesaw_session_get_request (SeesawSession *self);
void seesaw_session_set_request (SeesawSession *self, const SeesawViewRequest *request);
gboolean seesaw_session_is_outdated (SeesawSession *self);
void seesaw_session_hold (SeesawSession *self, SeesawParts parts);
void seesaw_session_release (SeesawSession *self, SeesawParts parts);

double seesaw_session_get_gamma (SeesawSession *self);
void seesaw_session_set_gamma (SeesawSession *self, double gamma);
void seesaw_session_get_range (SeesawSession *self, double *low, double *high);
double seesaw_session_get_step (SeesawSession *self);

int seesaw_session_get_selected (SeesawSession *self);
void seesaw_session_set_selected (SeesawSession *self, int selected);
void seesaw_session_set_side (SeesawSession *self, gboolean side);

G_END_DECLS
