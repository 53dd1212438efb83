/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-open-run.h"

G_BEGIN_DECLS

/* What has been analysed under one k and average. */
typedef struct
{
  guint top_k;
  SeesawAverage average;
  GPtrArray *analyses[SEESAW_N_SCORES];    /* of SeesawAnalysis, by epoch; NULL until analysed */
  SeesawHistory *history[SEESAW_N_SCORES]; /* by the score of the spreads */
} SeesawWay;

/* A file that is open, with what has been read and analysed of it so far: nothing is done twice.
 * Everything happens in worker threads, one at a time; the reading process is started again should
 * it have been killed.
 */
struct _SeesawOpenRun
{
  GObject parent_instance;

  char *path;
  GMutex mutex;
  SeesawReader *reader;
  SeesawRun *run;
  GPtrArray *epochs[SEESAW_N_SCORES]; /* of SeesawEpoch; NULL until reduced */
  GPtrArray *drifts;                  /* of SeesawDrift, without directions; NULL until measured */
  double pcv;
  GPtrArray *ways; /* of SeesawWay */
  SeesawView *last;
  SeesawDrift *drift; /* with directions, of the last epoch for which they were asked */
  gsize drift_epoch;
};

/* A call under way, as one of several. */
typedef struct
{
  SeesawProgress progress;
  gpointer user_data;
  guint64 n_calls;
  guint64 n_done;
  GCancellable *cancellable;
} SeesawWork;

gboolean
seesaw_open_run_ensure_reader (SeesawOpenRun *self, GCancellable *cancellable, GError **error);
void seesaw_open_run_make_room (SeesawOpenRun *self);
gboolean
seesaw_open_run_fill_view (SeesawOpenRun *self, SeesawView *view, SeesawWork *work, GError **error);

G_END_DECLS
