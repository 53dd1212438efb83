/* SPDX-License-Identifier: GPL-3.0-or-later */

/* γ, and which of its values are worth looking at. */

#include "config.h"

#include "seesaw-session-private.h"

#include <math.h>

static SeesawScore
present_score (SeesawSession *self)
{
  return self->view != NULL ? self->view->request.score : self->request.score;
}

/**
 * seesaw_session_get_gamma:
 *
 * Returns: the present γ
 */
double
seesaw_session_get_gamma (SeesawSession *self)
{
  return self->gamma[present_score (self)];
}

/**
 * seesaw_session_set_gamma:
 * @gamma: a finite number
 */
void
seesaw_session_set_gamma (SeesawSession *self, double gamma)
{
  double *present = &self->gamma[present_score (self)];

  if (*present == gamma || !isfinite (gamma))
    return;

  *present = gamma;
  g_object_notify (G_OBJECT (self), "gamma");
}

/**
 * seesaw_session_get_range:
 * @low: (out): lowest γ of interest
 * @high: (out): highest γ of interest
 *
 * The range of γ that the present view gives reason to look at.
 */
void
seesaw_session_get_range (SeesawSession *self, double *low, double *high)
{
  *low = -1.0;
  *high = 1.0;
  if (self->view != NULL)
    seesaw_analysis_get_range (self->view->now, low, high);
}

/**
 * seesaw_session_get_step:
 *
 * Returns: a step of γ that is small for the present range: 0.1, or less where scores are closer
 */
double
seesaw_session_get_step (SeesawSession *self)
{
  double low;
  double high;

  seesaw_session_get_range (self, &low, &high);

  return MIN (0.1, pow (10.0, floor (log10 ((high - low) / 50.0))));
}
