/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-amount.h"
#include "seesaw-open-run.h"

G_BEGIN_DECLS

/**
 * SeesawLoadProgress:
 * @work: what is further than before
 * @amount: how far
 *
 * Called in the thread that began it.
 */
typedef void (*SeesawLoadProgress) (GTask *work, SeesawAmount amount);

/**
 * SeesawLoad:
 * @run: what is looked at
 * @request: how
 * @serial: 0 while nobody has asked for it
 * @asked: (nullable): whom to answer
 *
 * A view that a worker makes, as the data of a task. The fields below are its own.
 */
typedef struct
{
  SeesawOpenRun *run;
  SeesawViewRequest request;
  guint serial;
  GTask *asked;

  /* How far the worker is; one idle at a time takes it to the thread that began it. */
  SeesawLoadProgress progress;
  GMutex mutex;
  SeesawAmount amount;
  gboolean idle_pending;
} SeesawLoad;

GTask *seesaw_load_start (gpointer source,
                          SeesawOpenRun *run,
                          const SeesawViewRequest *request,
                          SeesawLoadProgress progress) G_GNUC_WARN_UNUSED_RESULT;
SeesawLoad *seesaw_load_of (gpointer work);
SeesawAmount seesaw_load_get_amount (SeesawLoad *self);
void seesaw_load_answer (GTask *work);

G_END_DECLS
