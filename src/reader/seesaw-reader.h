/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-analysis.h"
#include "seesaw-drift.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SeesawReader:
 *
 * An open run: the client's side of one seesaw-reader process, which alone touches the file.
 *
 * Calls block, may come from any thread, and are answered one at a time. Cancelling one kills
 * the process; so does the last unref. A process that crashes, is killed or falls silent turns
 * the call under way, and every later one, into a `SEESAW_ERROR_READER`.
 */
typedef struct _SeesawReader SeesawReader;

/**
 * SeesawProgress:
 * @done: bytes of the file worked through so far
 * @total: bytes in all; 0 while that is not known
 * @user_data: as given with the function
 *
 * Tells how far a call is. Called in the thread that made the call.
 */
typedef void (*SeesawProgress) (guint64 done, guint64 total, gpointer user_data);

SeesawReader *seesaw_reader_open (const char *path,
                                  GCancellable *cancellable,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;
SeesawReader *seesaw_reader_ref (SeesawReader *self);
void seesaw_reader_unref (SeesawReader *self);

SeesawRun *seesaw_reader_get_run (SeesawReader *self);
GPid seesaw_reader_get_pid (SeesawReader *self);

SeesawEpoch *seesaw_reader_reduce_epoch (SeesawReader *self,
                                         gsize index,
                                         SeesawScore score,
                                         SeesawProgress progress,
                                         gpointer user_data,
                                         GCancellable *cancellable,
                                         GError **error) G_GNUC_WARN_UNUSED_RESULT;
SeesawFold *seesaw_reader_reduce_fold (SeesawReader *self,
                                       gsize fold,
                                       GCancellable *cancellable,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;
SeesawDrift *seesaw_reader_measure_drift (SeesawReader *self,
                                          gsize index,
                                          GCancellable *cancellable,
                                          GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SeesawReader, seesaw_reader_unref)

G_END_DECLS
