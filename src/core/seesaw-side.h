/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-samples.h"
#include "seesaw-steps.h"

G_BEGIN_DECLS

/**
 * SeesawSide:
 * @seen: whether the samples' labels are seen
 * @steps: thresholds, in order
 * @always: weight of what is right for every γ
 * @own: weight of what is right among the classes of its own side
 *
 * Samples whose labels are all seen, or all unseen, each counting a weight.
 *
 *   seen:   right up to the threshold    right (γ) = always + steps not yet taken
 *   unseen: right from the threshold on  right (γ) = always + steps taken
 */
typedef struct
{
  gboolean seen;
  SeesawSteps *steps;
  double always;
  double own;
} SeesawSide;

void seesaw_side_init (SeesawSide *self,
                       const SeesawSamples *samples,
                       const gint32 *members,
                       gsize n_members,
                       const double *weights,
                       guint top_k,
                       gboolean seen);
void seesaw_side_clear (SeesawSide *self);

double seesaw_side_right_at (const SeesawSide *self, double gamma);
double seesaw_side_right_in (const SeesawSide *self, gsize block, double gamma);

G_END_DECLS
