/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "seesaw-steps.h"

#include <stdlib.h>

static int
compare_steps (const void *a, const void *b)
{
  const SeesawStep *x = a;
  const SeesawStep *y = b;

  if (x->threshold != y->threshold)
    return x->threshold < y->threshold ? -1 : 1;

  return (y->early != FALSE) - (x->early != FALSE);
}

/**
 * seesaw_steps_new:
 * @steps: (inout): `[n_steps]`, in any order; sorted in place
 * @n_steps: number of steps
 *
 * Sorts the steps, in O(n log n).
 *
 * Returns: (transfer full): the step function
 */
SeesawSteps *
seesaw_steps_new (SeesawStep *steps, gsize n_steps)
{
  SeesawSteps *self = g_new0 (SeesawSteps, 1);

  qsort (steps, n_steps, sizeof *steps, compare_steps);

  self->n_steps = n_steps;
  self->threshold = g_new (double, n_steps);
  self->early = g_new (guint8, n_steps);
  self->taken = g_new (double, n_steps + 1);

  self->taken[0] = 0.0;
  for (gsize i = 0; i < n_steps; i++)
    {
      self->threshold[i] = steps[i].threshold;
      self->early[i] = steps[i].early != FALSE;
      self->taken[i + 1] = self->taken[i] + steps[i].weight;
    }

  return self;
}

/**
 * seesaw_steps_free:
 * @self: (transfer full): the step function
 */
void
seesaw_steps_free (SeesawSteps *self)
{
  g_free (self->threshold);
  g_free (self->early);
  g_free (self->taken);
  g_free (self);
}

/**
 * seesaw_steps_taken_at:
 * @gamma: a calibration factor, ±infinity included
 *
 * Returns: total weight of the steps taken at @gamma, by binary search
 */
double
seesaw_steps_taken_at (const SeesawSteps *self, double gamma)
{
  gsize low = 0;
  gsize high = self->n_steps;

  while (low < high)
    {
      gsize middle = low + (high - low) / 2;
      double threshold = self->threshold[middle];

      if (threshold < gamma || (threshold == gamma && self->early[middle]))
        low = middle + 1;
      else
        high = middle;
    }

  return self->taken[low];
}

/**
 * seesaw_steps_get_total:
 *
 * Returns: total weight of all steps
 */
double
seesaw_steps_get_total (const SeesawSteps *self)
{
  return self->taken[self->n_steps];
}
