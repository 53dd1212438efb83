/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-open-run.h"

G_BEGIN_DECLS

#define SEESAW_TYPE_LOADER (seesaw_loader_get_type ())
G_DECLARE_FINAL_TYPE (SeesawLoader, seesaw_loader, SEESAW, LOADER, GObject)

SeesawLoader *seesaw_loader_new (void);

void seesaw_loader_load (SeesawLoader *self,
                         SeesawOpenRun *run,
                         const SeesawViewRequest *request,
                         GAsyncReadyCallback callback,
                         gpointer user_data);
void seesaw_loader_interject (SeesawLoader *self,
                              SeesawOpenRun *run,
                              const SeesawViewRequest *request,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
SeesawView *seesaw_loader_load_finish (SeesawLoader *self,
                                       GAsyncResult *result,
                                       SeesawOpenRun **run,
                                       GError **error);
void seesaw_loader_cancel (SeesawLoader *self);

void
seesaw_loader_read_ahead (SeesawLoader *self, SeesawOpenRun *run, const SeesawViewRequest *request);
SeesawOpenRun *seesaw_loader_find_ahead (SeesawLoader *self, const char *path);
void seesaw_loader_cancel_ahead (SeesawLoader *self);

G_END_DECLS
