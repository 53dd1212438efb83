/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-reader.h"

#include <gio/gunixfdlist.h>

G_BEGIN_DECLS

struct _SeesawReader
{
  char *path;
  GMutex mutex; /* one call at a time */
  GMainContext *context;
  GSubprocess *process;
  GDBusConnection *connection;
  SeesawRun *run;
  GError *broken; /* why no further call can be answered */
};

/* A call under way. */
typedef struct
{
  SeesawReader *reader;
  SeesawProgress progress;
  gpointer user_data;
  GCancellable *cancellable;
  gint64 last_sign;
  gboolean hung;
  gboolean done;
  GAsyncResult *result;
} SeesawCall;

int seesaw_reader_start_process (SeesawReader *self, GError **error);
GVariant *seesaw_reader_call (SeesawReader *self,
                              const char *method,
                              GVariant *parameters,
                              const char *reply_type,
                              SeesawCall *call,
                              GUnixFDList **fds,
                              GError **error);

G_END_DECLS
