/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-reader.h"
#include "seesaw-view.h"

G_BEGIN_DECLS

#define SEESAW_TYPE_OPEN_RUN (seesaw_open_run_get_type ())
G_DECLARE_FINAL_TYPE (SeesawOpenRun, seesaw_open_run, SEESAW, OPEN_RUN, GObject)

SeesawOpenRun *seesaw_open_run_new (const char *path);

const char *seesaw_open_run_get_path (SeesawOpenRun *self);
SeesawRun *seesaw_open_run_get_run (SeesawOpenRun *self);

SeesawRun *
seesaw_open_run_describe (SeesawOpenRun *self, GCancellable *cancellable, GError **error);
SeesawView *seesaw_open_run_make_view (SeesawOpenRun *self,
                                       const SeesawViewRequest *request,
                                       SeesawProgress progress,
                                       gpointer user_data,
                                       GCancellable *cancellable,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
