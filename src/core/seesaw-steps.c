/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "seesaw-steps.h"

#include "seesaw-sort.h"

/* Thresholds to one of the guide. */
#define STRIDE 64

/* Numbers in a line of the cache. */
#define LINE 8

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

  self->guide = g_new (double, n_steps / STRIDE);
  for (gsize g = 0; g < n_steps / STRIDE; g++)
    self->guide[g] = self->threshold[(g + 1) * STRIDE - 1];

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
  g_free (self->guide);
  g_free (self);
}

static gboolean
is_taken (const SeesawSteps *self, gsize step, double threshold, double gamma)
{
  return threshold < gamma || (threshold == gamma && self->early[step]);
}

/**
 * seesaw_steps_find_block:
 * @gamma: a calibration factor, ±infinity included
 *
 * Asks memory for what seesaw_steps_taken_in() needs, so that other work can be done meanwhile.
 *
 * Returns: which block of thresholds decides at @gamma, by binary search in the guide
 */
gsize
seesaw_steps_find_block (const SeesawSteps *self, double gamma)
{
  gsize low = 0;
  gsize high = self->n_steps / STRIDE;

  while (low < high)
    {
      gsize middle = low + (high - low) / 2;

      if (is_taken (self, (middle + 1) * STRIDE - 1, self->guide[middle], gamma))
        low = middle + 1;
      else
        high = middle;
    }

  for (gsize i = low * STRIDE; i < MIN ((low + 1) * STRIDE, self->n_steps); i += LINE)
    {
      __builtin_prefetch (self->threshold + i);
      __builtin_prefetch (self->taken + i);
    }

  return low;
}

/**
 * seesaw_steps_taken_in:
 * @block: what seesaw_steps_find_block() says of @gamma
 * @gamma: a calibration factor, ±infinity included
 *
 * Returns: total weight of the steps taken at @gamma, by binary search
 */
double
seesaw_steps_taken_in (const SeesawSteps *self, gsize block, double gamma)
{
  gsize low = block * STRIDE;
  gsize high = MIN (low + STRIDE, self->n_steps);

  while (low < high)
    {
      gsize middle = low + (high - low) / 2;

      if (is_taken (self, middle, self->threshold[middle], gamma))
        low = middle + 1;
      else
        high = middle;
    }

  return self->taken[low];
}

/**
 * seesaw_steps_taken_at:
 * @gamma: a calibration factor, ±infinity included
 *
 * Returns: total weight of the steps taken at @gamma
 */
double
seesaw_steps_taken_at (const SeesawSteps *self, double gamma)
{
  return seesaw_steps_taken_in (self, seesaw_steps_find_block (self, gamma), gamma);
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
