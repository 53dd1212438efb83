/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "seesaw-view.h"

/**
 * seesaw_view_new:
 * @run: the run
 * @request: what is asked for
 *
 * Returns: (transfer full): a view with no parts, to be filled until it is shared
 */
SeesawView *
seesaw_view_new (SeesawRun *run, const SeesawViewRequest *request)
{
  SeesawView *self = g_atomic_rc_box_new0 (SeesawView);

  self->run = seesaw_run_ref (run);
  self->request = *request;

  return self;
}

/**
 * seesaw_view_ref:
 *
 * Returns: (transfer full): @self
 */
SeesawView *
seesaw_view_ref (SeesawView *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  SeesawView *self = data;

  g_clear_pointer (&self->run, seesaw_run_unref);
  g_clear_pointer (&self->start, seesaw_analysis_unref);
  g_clear_pointer (&self->now, seesaw_analysis_unref);
  g_clear_pointer (&self->history, seesaw_history_unref);
  g_clear_pointer (&self->drift, seesaw_drift_unref);
  g_clear_pointer (&self->map, seesaw_drift_map_unref);
  g_clear_pointer (&self->classes, seesaw_class_table_unref);
  g_clear_pointer (&self->ncm_classes, seesaw_class_table_unref);
}

/**
 * seesaw_view_unref:
 * @self: (transfer full): the view
 */
void
seesaw_view_unref (SeesawView *self)
{
  g_atomic_rc_box_release_full (self, clear);
}
