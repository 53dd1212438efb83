/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-session.h"

G_BEGIN_DECLS

#define N_PARTS 3 /* of SeesawParts */

/* The only state that changes: which runs are open, what is looked at, and at which γ. Views and
 * widgets follow it.
 */
struct _SeesawSession
{
  GObject parent_instance;

  GListStore *runs;
  SeesawOpenRun *run;
  SeesawView *view;
  SeesawViewRequest request;     /* epoch and parts follow from the rest */
  guint holds[N_PARTS];          /* how many widgets on screen need each part */
  double gamma[SEESAW_N_SCORES]; /* logits and cosines differ in scale */
  int selected;
  gboolean side;
};

G_END_DECLS
