/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is shown beside the present run, and what is still to be read for it. */

#include "config.h"

#include "seesaw-session-private.h"

#include <glib/gi18n.h>

/* Of the parts that are needed on screen, those that a figure of several runs shows. */
static SeesawParts
list_parts (SeesawSession *self)
{
  gsize n_figures;
  const SeesawFigure *const *figures = seesaw_figure_list (&n_figures);
  SeesawParts parts = 0;

  for (gsize i = 0; i < n_figures; i++)
    if (figures[i]->overlays_runs)
      parts |= figures[i]->parts;

  return parts & seesaw_session_get_request (self).parts;
}

/* NULL until all epochs have been read. */
static SeesawAnalysis *const *
get_analyses (const SeesawView *view)
{
  return view->history != NULL ? view->history->analyses[SEESAW_SCORE_LOGIT] : NULL;
}

/**
 * seesaw_session_find_epoch_setting:
 * @state: of an open run
 *
 * Returns: (transfer none): where its epoch comes from: its own, or that of all runs
 */
SeesawEpochSetting *
seesaw_session_find_epoch_setting (SeesawSession *self, SeesawRunState *state)
{
  return state->look->epoch.from != SEESAW_EPOCH_OF_ALL ? &state->look->epoch : &self->epoch;
}

/**
 * seesaw_session_find_epoch:
 * @state: of an open run
 *
 * Returns: the index of the epoch at which it is to be looked at; as long as the best one is not
 *   known, that of the last view
 */
gsize
seesaw_session_find_epoch (SeesawSession *self, const SeesawRunState *state)
{
  const SeesawEpochSetting *setting =
      seesaw_session_find_epoch_setting (self, (SeesawRunState *) state);
  SeesawAnalysis *const *analyses = get_analyses (state->view);

  if (setting->from == SEESAW_EPOCH_AT_BEST && analyses == NULL)
    return state->view->request.epoch;

  return seesaw_epoch_setting_find (setting, state->view->run, analyses);
}

/**
 * seesaw_session_get_run_request:
 * @run: an open run, while one is looked at
 *
 * Returns: how to look at it as the present one is looked at
 */
SeesawViewRequest
seesaw_session_get_run_request (SeesawSession *self, SeesawOpenRun *run)
{
  SeesawViewRequest request = self->view->request;
  SeesawRunState *state = seesaw_session_find_state (self, run);

  request.epoch = seesaw_session_find_epoch (self, state);
  request.parts = list_parts (self);
  if (seesaw_session_find_epoch_setting (self, state)->from == SEESAW_EPOCH_AT_BEST)
    request.parts |= SEESAW_PART_HISTORY;

  return request;
}

static gboolean
is_same_way (const SeesawViewRequest *a, const SeesawViewRequest *b)
{
  return a->score == b->score && a->top_k == b->top_k && a->average == b->average;
}

static gboolean
answers (const SeesawViewRequest *found, const SeesawViewRequest *wanted)
{
  return is_same_way (found, wanted) && found->epoch == wanted->epoch &&
         (wanted->parts & ~found->parts) == 0;
}

static gboolean
has_failed (const SeesawRunState *state, const SeesawViewRequest *wanted)
{
  return state->error != NULL && answers (&state->failed, wanted) &&
         !answers (&state->view->request, wanted);
}

/* Whether a run would be shown beside the present one if there were a view of it. */
static gboolean
is_shown (SeesawSession *self, const SeesawRunState *state)
{
  return self->view != NULL && !state->look->is_hidden && state->why_not == NULL &&
         seesaw_run_has_score (state->view->run, self->view->request.score);
}

/**
 * seesaw_session_why_not:
 * @run: an open run
 *
 * Returns: (transfer full) (nullable): why it cannot be overlaid with the present one, as a
 *   translated sentence; %NULL if it can
 */
char *
seesaw_session_why_not (SeesawSession *self, SeesawOpenRun *run)
{
  const SeesawRunState *state = seesaw_session_find_state (self, run);
  SeesawViewRequest wanted;

  if (state == NULL || self->view == NULL || run == self->run)
    return NULL;

  if (state->why_not != NULL)
    return g_strdup (state->why_not);

  if (!seesaw_run_has_score (state->view->run, self->view->request.score))
    return g_strdup_printf (_ ("“%s” has no features, which nearest class means need."),
                            state->name);

  wanted = seesaw_session_get_run_request (self, run);

  return has_failed (state, &wanted) ? g_strdup (state->error) : NULL;
}

/**
 * seesaw_session_is_run_current:
 * @run: an open run
 *
 * Returns: whether the last view of it is looked at as the present one is
 */
gboolean
seesaw_session_is_run_current (SeesawSession *self, SeesawOpenRun *run)
{
  const SeesawRunState *state = seesaw_session_find_state (self, run);
  SeesawViewRequest wanted;

  if (state == NULL || self->view == NULL)
    return FALSE;

  wanted = seesaw_session_get_run_request (self, run);
  wanted.parts = 0;

  return answers (&state->view->request, &wanted);
}

/**
 * seesaw_session_is_outdated:
 *
 * Returns: whether the present view is not what is asked for
 */
gboolean
seesaw_session_is_outdated (SeesawSession *self)
{
  SeesawViewRequest wanted = seesaw_session_get_request (self);

  return self->view != NULL && (!answers (&self->view->request, &wanted) ||
                                self->view->request.measure != wanted.measure ||
                                self->view->request.order != wanted.order);
}

/**
 * seesaw_session_find_wanted:
 * @request: (out): how to look at it
 *
 * Returns: (transfer full) (nullable): a run of which a view is wanted beside the present one
 */
SeesawOpenRun *
seesaw_session_find_wanted (SeesawSession *self, SeesawViewRequest *request)
{
  for (guint i = 0; i < self->states->len; i++)
    {
      const SeesawRunState *state = seesaw_session_get_state (self, i);
      g_autoptr (SeesawOpenRun) run = g_list_model_get_item (G_LIST_MODEL (self->runs), i);

      if (run == self->run || !is_shown (self, state))
        continue;

      *request = seesaw_session_get_run_request (self, run);
      if (!answers (&state->view->request, request) && !has_failed (state, request))
        return g_steal_pointer (&run);
    }

  return NULL;
}

/**
 * seesaw_session_take_view:
 * @run: a run that may have been closed meanwhile
 * @view: (transfer full): a view of it, to be shown beside the present one
 */
void
seesaw_session_take_view (SeesawSession *self, SeesawOpenRun *run, SeesawView *view)
{
  if (seesaw_session_find_state (self, run) != NULL && run != self->run)
    {
      seesaw_session_keep_view (self, run, view);
      g_signal_emit_by_name (self, "runs-changed");
    }
  seesaw_view_unref (view);
}

/**
 * seesaw_session_take_error:
 * @run: a run that may have been closed meanwhile
 * @request: what was asked for
 * @message: why there is no such view, as a sentence
 */
void
seesaw_session_take_error (SeesawSession *self,
                           SeesawOpenRun *run,
                           const SeesawViewRequest *request,
                           const char *message)
{
  SeesawRunState *state = seesaw_session_find_state (self, run);

  if (state == NULL)
    return;

  g_free (state->error);
  state->error = g_strdup (message);
  state->failed = *request;
  g_signal_emit_by_name (self, "runs-changed");
}

/* In the order of the list; empty unless there are several. While another epoch is being read, a
 * run is shown at the one before; never looked at in another way. */
static void
list_beside (SeesawSession *self, SeesawParts parts)
{
  g_array_set_size (self->beside, 0);
  for (guint i = 0; self->view != NULL && i < self->states->len; i++)
    {
      const SeesawRunState *state = seesaw_session_get_state (self, i);
      const SeesawRunSubject subject = { .view = state->view,
                                         .gamma = seesaw_session_find_gamma (self, state),
                                         .name = state->name,
                                         .style = seesaw_session_run_get_style (state->look) };

      if (state->view == self->view ||
          (is_shown (self, state) && is_same_way (&state->view->request, &self->view->request) &&
           (parts & ~state->view->request.parts) == 0))
        g_array_append_val (self->beside, subject);
    }
  if (self->beside->len < 2)
    g_array_set_size (self->beside, 0);
}

static gboolean
fill_subject (SeesawSession *self, gboolean has_runs, SeesawParts parts, SeesawSubject *subject)
{
  *subject = (SeesawSubject){ .view = self->view,
                              .gamma = seesaw_session_get_gamma (self),
                              .side = self->side,
                              .selected = self->selected,
                              .hides_legend = self->lists_runs };

  if (has_runs)
    list_beside (self, parts);
  if (has_runs && self->beside->len > 0)
    {
      subject->runs = &g_array_index (self->beside, SeesawRunSubject, 0);
      subject->n_runs = self->beside->len;
    }

  return self->view != NULL;
}

/**
 * seesaw_session_get_subject:
 * @subject: (out): what figures are about; valid until the next change or call
 *
 * Returns: whether anything is looked at
 */
gboolean
seesaw_session_get_subject (SeesawSession *self, SeesawSubject *subject)
{
  return fill_subject (self, TRUE, 0, subject);
}

/**
 * seesaw_session_get_figure_subject:
 * @figure: a figure
 * @subject: (out): what it is about, with those runs that it can show; valid until the next change
 *   or call
 *
 * Returns: whether anything is looked at
 */
gboolean
seesaw_session_get_figure_subject (SeesawSession *self,
                                   const SeesawFigure *figure,
                                   SeesawSubject *subject)
{
  return fill_subject (self, figure->overlays_runs, figure->parts, subject);
}
