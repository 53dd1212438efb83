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
 * seesaw_session_find_gamma:
 * @state: of an open run
 *
 * Returns: its γ: its own, or that of all runs
 */
double
seesaw_session_find_gamma (SeesawSession *self, const SeesawRunState *state)
{
  SeesawScore score = present_score (self);

  return seesaw_gamma_setting_get (&state->look->gamma[score], state->view->now,
                                   self->gamma[score]);
}

static SeesawRunState *
find_present (SeesawSession *self)
{
  return self->run != NULL ? seesaw_session_find_state (self, self->run) : NULL;
}

/**
 * seesaw_session_get_gamma:
 *
 * Returns: the present γ: the present run's own, or that of all runs
 */
double
seesaw_session_get_gamma (SeesawSession *self)
{
  const SeesawRunState *present = find_present (self);

  return present != NULL ? seesaw_session_find_gamma (self, present)
                         : self->gamma[present_score (self)];
}

/**
 * seesaw_session_set_gamma:
 * @gamma: a finite number
 *
 * Sets the present run's own γ, if it has one, else that of all runs.
 */
void
seesaw_session_set_gamma (SeesawSession *self, double gamma)
{
  SeesawScore score = present_score (self);
  SeesawRunState *present = find_present (self);

  if (!isfinite (gamma) || seesaw_session_get_gamma (self) == gamma)
    return;

  if (present != NULL && present->look->gamma[score].from != SEESAW_GAMMA_COMMON)
    present->look->gamma[score] = (SeesawGammaSetting){ SEESAW_GAMMA_NUMBER, 0, gamma };
  else
    self->gamma[score] = gamma;
  g_object_notify (G_OBJECT (self), "gamma");
}

/**
 * seesaw_session_get_run_gamma:
 * @run: an open run
 *
 * Returns: its γ: its own, or that of all runs
 */
double
seesaw_session_get_run_gamma (SeesawSession *self, SeesawOpenRun *run)
{
  return seesaw_session_find_gamma (self, seesaw_session_find_state (self, run));
}

/**
 * seesaw_session_has_own_gamma:
 * @run: (nullable): a run
 *
 * Returns: whether it is open and has a γ of its own
 */
gboolean
seesaw_session_has_own_gamma (SeesawSession *self, SeesawOpenRun *run)
{
  const SeesawRunState *state = run != NULL ? seesaw_session_find_state (self, run) : NULL;

  return state != NULL && state->look->gamma[present_score (self)].from != SEESAW_GAMMA_COMMON;
}

/**
 * seesaw_session_set_run_gamma:
 * @run: an open run
 * @setting: where its γ comes from; a number is meant for the present kind of score only
 */
void
seesaw_session_set_run_gamma (SeesawSession *self,
                              SeesawOpenRun *run,
                              const SeesawGammaSetting *setting)
{
  SeesawRunState *state = seesaw_session_find_state (self, run);
  double before = seesaw_session_get_gamma (self);

  if (state == NULL ||
      seesaw_gamma_setting_equal (&state->look->gamma[present_score (self)], setting))
    return;

  for (int score = 0; score < SEESAW_N_SCORES; score++)
    if (setting->from != SEESAW_GAMMA_NUMBER || score == (int) present_score (self))
      state->look->gamma[score] = *setting;

  g_signal_emit_by_name (self, "runs-changed");
  if (seesaw_session_get_gamma (self) != before)
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
