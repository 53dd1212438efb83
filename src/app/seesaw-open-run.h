/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-analysis.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define SEESAW_TYPE_OPEN_RUN (seesaw_open_run_get_type ())
G_DECLARE_FINAL_TYPE (SeesawOpenRun, seesaw_open_run, SEESAW, OPEN_RUN, GObject)

/**
 * SeesawView:
 * @start: (nullable): the epoch before fine-tuning, analysed
 * @now: the epoch that is looked at
 *
 * What pages show of a run.
 */
typedef struct
{
  SeesawAnalysis *start;
  SeesawAnalysis *now;
} SeesawView;

/**
 * SeesawViewRequest:
 * @epoch: index of an epoch; %G_MAXSIZE for the last
 * @top_k: 1 or %SEESAW_TOP_K
 * @average: how samples are averaged
 */
typedef struct
{
  gsize epoch;
  guint top_k;
  SeesawAverage average;
} SeesawViewRequest;

typedef void (*SeesawOpenRunProgress) (guint64 done, guint64 total, gpointer user_data);

SeesawOpenRun *seesaw_open_run_new (const char *path);

const char *seesaw_open_run_get_path (SeesawOpenRun *self);
SeesawRun *seesaw_open_run_get_run (SeesawOpenRun *self);

SeesawView *seesaw_open_run_make_view (SeesawOpenRun *self,
                                       const SeesawViewRequest *request,
                                       SeesawOpenRunProgress progress,
                                       gpointer user_data,
                                       GCancellable *cancellable,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;

void seesaw_view_free (SeesawView *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SeesawView, seesaw_view_free)

G_END_DECLS
