/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-open-run.h"

G_BEGIN_DECLS

#define SEESAW_TYPE_SESSION (seesaw_session_get_type ())
G_DECLARE_FINAL_TYPE (SeesawSession, seesaw_session, SEESAW, SESSION, GObject)

SeesawSession *seesaw_session_new (void);

void seesaw_session_show (SeesawSession *self, SeesawOpenRun *run, SeesawView *view);
void seesaw_session_close (SeesawSession *self, SeesawOpenRun *run);

GListModel *seesaw_session_get_runs (SeesawSession *self);
SeesawOpenRun *seesaw_session_get_open_run (SeesawSession *self);
const SeesawRun *seesaw_session_get_run (SeesawSession *self);
const SeesawAnalysis *seesaw_session_get_now (SeesawSession *self);
const SeesawAnalysis *seesaw_session_get_start (SeesawSession *self);

double seesaw_session_get_gamma (SeesawSession *self);
void seesaw_session_set_gamma (SeesawSession *self, double gamma);
void seesaw_session_get_range (SeesawSession *self, double *low, double *high);

SeesawAverage seesaw_session_get_average (SeesawSession *self);
void seesaw_session_set_average (SeesawSession *self, SeesawAverage average);
guint seesaw_session_get_top_k (SeesawSession *self);
void seesaw_session_set_top_k (SeesawSession *self, guint top_k);

G_END_DECLS
