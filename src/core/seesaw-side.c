/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "seesaw-side.h"

#include <math.h>

/**
 * seesaw_side_init:
 * @samples: per-sample numbers; not kept
 * @members: `[n_members]`, samples whose labels are of the side
 * @n_members: number of them
 * @weights: (nullable): by class, what a sample counts; 1 if there are none
 * @top_k: 1 or %SEESAW_TOP_K
 * @seen: which side it is
 */
void
seesaw_side_init (SeesawSide *self,
                  const SeesawSamples *samples,
                  const gint32 *members,
                  gsize n_members,
                  const double *weights,
                  guint top_k,
                  gboolean seen)
{
  const double *threshold = top_k == 1 ? samples->gap : samples->top_k_threshold;
  guint8 tie = top_k == 1 ? SEESAW_TIE_TOP_1 : SEESAW_TIE_TOP_K;
  g_autofree SeesawStep *steps = g_new (SeesawStep, n_members + 1);
  gsize n_steps = 0;

  *self = (SeesawSide){ .seen = seen };
  for (gsize m = 0; m < n_members; m++)
    {
      gint32 i = members[m];
      double weight = weights != NULL ? weights[samples->label[i]] : 1.0;
      gboolean wins_tie = (samples->wins_tie[i] & tie) != 0;

      if (samples->own_rank[i] >= top_k)
        continue;

      self->own += weight;
      if (isfinite (threshold[i]))
        steps[n_steps++] = (SeesawStep){ threshold[i], weight, seen != wins_tie };
      else if ((threshold[i] > 0.0) == seen)
        self->always += weight;
    }

  self->steps = seesaw_steps_new (steps, n_steps);
}

/**
 * seesaw_side_clear:
 */
void
seesaw_side_clear (SeesawSide *self)
{
  g_clear_pointer (&self->steps, seesaw_steps_free);
}

/**
 * seesaw_side_right_at:
 * @gamma: the calibration factor; may be infinite
 *
 * Returns: weight of the samples that are right at @gamma, in O(log n)
 */
double
seesaw_side_right_at (const SeesawSide *self, double gamma)
{
  return seesaw_side_right_in (self, seesaw_steps_find_block (self->steps, gamma), gamma);
}

/**
 * seesaw_side_right_in:
 * @block: what seesaw_steps_find_block() says of the side's steps at @gamma
 * @gamma: the calibration factor; may be infinite
 *
 * Returns: weight of the samples that are right at @gamma
 */
double
seesaw_side_right_in (const SeesawSide *self, gsize block, double gamma)
{
  double taken = seesaw_steps_taken_in (self->steps, block, gamma);

  return self->always + (self->seen ? seesaw_steps_get_total (self->steps) - taken : taken);
}
