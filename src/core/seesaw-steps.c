/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "seesaw-steps.h"

#include "seesaw-sort.h"

/* Those that are taken early stand before those that are not, and stay so among equals. */
static void
put_early_first (const SeesawStep *steps, gsize n_steps, gsize *order)
{
  gsize n = 0;

  for (int early = TRUE; early >= FALSE; early--)
    for (gsize i = 0; i < n_steps; i++)
      if ((steps[i].early != FALSE) == early)
        order[n++] = i;
}

/**
 * seesaw_steps_new:
 * @steps: `[n_steps]`, in any order; not kept
 * @n_steps: number of steps
 *
 * Sorts the steps.
 *
 * Returns: (transfer full): the step function
 */
SeesawSteps *
seesaw_steps_new (const SeesawStep *steps, gsize n_steps)
{
  SeesawSteps *self = g_new0 (SeesawSteps, 1);
  g_autofree gsize *first = g_new (gsize, n_steps + 1);
  g_autofree double *thresholds = g_new (double, n_steps + 1);
  g_autofree gsize *order = NULL;

  put_early_first (steps, n_steps, first);
  for (gsize i = 0; i < n_steps; i++)
    thresholds[i] = steps[first[i]].threshold;
  order = seesaw_sort_order (thresholds, n_steps);

  self->n_steps = n_steps;
  self->threshold = g_new (double, n_steps);
  self->early = g_new (guint8, n_steps);
  self->taken = g_new (double, n_steps + 1);

  self->taken[0] = 0.0;
  for (gsize i = 0; i < n_steps; i++)
    {
      const SeesawStep *step = &steps[first[order[i]]];

      self->threshold[i] = step->threshold;
      self->early[i] = step->early != FALSE;
      self->taken[i + 1] = self->taken[i] + step->weight;
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
