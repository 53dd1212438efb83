/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SeesawStep:
 * @threshold: the γ at which the step is taken; finite
 * @weight: what it counts
 * @early: taken at γ equal to @threshold already; otherwise only above it
 */
typedef struct
{
  double threshold;
  double weight;
  gboolean early;
} SeesawStep;

/**
 * SeesawSteps:
 * @n_steps: number of steps
 * @threshold: `[n_steps]`, ascending, in the order the steps are taken
 * @early: `[n_steps]`
 * @taken: `[n_steps + 1]`, total weight of the first i steps
 * @guide: `[⌊n_steps / 64⌋]`, the last threshold of each 64: few enough to stay in the cache
 *
 * A step function of γ, as sorted thresholds. Immutable.
 */
typedef struct
{
  gsize n_steps;
  double *threshold;
  guint8 *early;
  double *taken;
  double *guide;
} SeesawSteps;

SeesawSteps *seesaw_steps_new (const SeesawStep *steps, gsize n_steps);
void seesaw_steps_free (SeesawSteps *self);

gsize seesaw_steps_find_block (const SeesawSteps *self, double gamma);
double seesaw_steps_taken_in (const SeesawSteps *self, gsize block, double gamma);
double seesaw_steps_taken_at (const SeesawSteps *self, double gamma);
double seesaw_steps_get_total (const SeesawSteps *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SeesawSteps, seesaw_steps_free)

G_END_DECLS
