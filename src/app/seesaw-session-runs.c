/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The runs that are open, and those of them that are shown beside the present one. */

#include "config.h"

#include "seesaw-session-private.h"

static void
run_state_free (gpointer data)
{
  SeesawRunState *state = data;

  g_clear_pointer (&state->view, seesaw_view_unref);
  g_clear_pointer (&state->reference, seesaw_run_unref);
  g_clear_pointer (&state->look, seesaw_session_run_free);
  if (state->monitor != NULL)
    g_file_monitor_cancel (state->monitor);
  g_clear_object (&state->monitor);
  g_free (state->name);
  g_free (state->why_not);
  g_free (state->error);
  g_free (state);
}

/**
 * seesaw_session_get_state:
 * @position: of an open run
 *
 * Returns: (transfer none): what is known of it
 */
SeesawRunState *
seesaw_session_get_state (SeesawSession *self, guint position)
{
  return g_ptr_array_index (self->states, position);
}

/**
 * seesaw_session_find_state:
 * @run: a run
 *
 * Returns: (transfer none) (nullable): what is known of it, if it is open
 */
SeesawRunState *
seesaw_session_find_state (SeesawSession *self, SeesawOpenRun *run)
{
  guint position;

  return g_list_store_find (self->runs, run, &position) ? seesaw_session_get_state (self, position)
                                                        : NULL;
}

static void
signal_runs (SeesawSession *self)
{
  g_signal_emit_by_name (self, "runs-changed");
}

/**
 * seesaw_session_init_runs:
 *
 * Nothing is open.
 */
void
seesaw_session_init_runs (SeesawSession *self)
{
  self->runs = g_list_store_new (SEESAW_TYPE_OPEN_RUN);
  self->states = g_ptr_array_new_with_free_func (run_state_free);
  self->beside = g_array_new (FALSE, TRUE, sizeof (SeesawRunSubject));
  self->epoch.from = SEESAW_EPOCH_AT_END;
  self->expected = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                          (GDestroyNotify) seesaw_session_run_free);
  self->order = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/**
 * seesaw_session_clear_runs:
 *
 * Frees what seesaw_session_init_runs() has made.
 */
void
seesaw_session_clear_runs (SeesawSession *self)
{
  g_clear_object (&self->runs);
  g_clear_pointer (&self->states, g_ptr_array_unref);
  g_clear_pointer (&self->beside, g_array_unref);
  g_clear_pointer (&self->expected, g_hash_table_unref);
  g_clear_pointer (&self->order, g_hash_table_unref);
}

/* As it was chosen, else that of the run, or of its file where another run has that name, too. */
static char *
choose_name (SeesawSession *self, guint position)
{
  const SeesawRunState *state = seesaw_session_get_state (self, position);
  const SeesawRun *run = state->view->run;
  g_autofree char *base = g_path_get_basename (run->path);

  if (state->look->name != NULL)
    return g_strdup (state->look->name);

  for (guint i = 0; i < self->states->len; i++)
    if (i != position &&
        g_str_equal (seesaw_session_get_state (self, i)->view->run->name, run->name))
      return g_filename_display_name (base);

  return g_strdup (run->name);
}

/* Names of classes are many: a pair of runs is compared once. */
static void
compare (SeesawRunState *state, SeesawRun *reference)
{
  if (state->reference == reference)
    return;

  g_clear_pointer (&state->reference, seesaw_run_unref);
  g_clear_pointer (&state->why_not, g_free);
  state->reference = seesaw_run_ref (reference);
  if (state->view->run != reference)
    state->why_not = seesaw_runs_why_not (reference, state->view->run);
}

/**
 * seesaw_session_compare_runs:
 *
 * Finds out what the open runs are called, and which can be overlaid with the present one.
 */
void
seesaw_session_compare_runs (SeesawSession *self)
{
  for (guint i = 0; i < self->states->len; i++)
    {
      g_free (seesaw_session_get_state (self, i)->name);
      seesaw_session_get_state (self, i)->name = choose_name (self, i);
      if (self->view != NULL)
        compare (seesaw_session_get_state (self, i), self->view->run);
    }
}

/* Before those that a session file puts after it. */
static guint
find_place (SeesawSession *self, guint order)
{
  for (guint i = 0; i < self->states->len; i++)
    if (order < seesaw_session_get_state (self, i)->order &&
        seesaw_session_get_state (self, i)->order != G_MAXUINT)
      return i;

  return self->states->len;
}

/**
 * seesaw_session_keep_view:
 * @run: a run; it is open from now on
 * @view: (transfer none): the last view of it
 */
void
seesaw_session_keep_view (SeesawSession *self, SeesawOpenRun *run, SeesawView *view)
{
  SeesawRunState *state = seesaw_session_find_state (self, run);
  gboolean is_new = state == NULL;
  guint place = self->states->len;

  if (is_new)
    {
      state = g_new0 (SeesawRunState, 1);
      seesaw_session_take_look (self, run, state);
      seesaw_session_watch (self, run, state);
      place = find_place (self, state->order);
      g_ptr_array_insert (self->states, (int) place, state);
    }

  seesaw_view_ref (view);
  g_clear_pointer (&state->view, seesaw_view_unref);
  state->view = view;
  g_clear_pointer (&state->error, g_free);

  /* Those who hear of it may ask about it at once. */
  seesaw_session_compare_runs (self);
  if (is_new)
    g_list_store_insert (self->runs, place, run);
}

/**
 * seesaw_session_forget_run:
 * @run: an open run
 *
 * It is not open any more.
 */
void
seesaw_session_forget_run (SeesawSession *self, SeesawOpenRun *run)
{
  guint position;

  if (!g_list_store_find (self->runs, run, &position))
    return;

  g_ptr_array_remove_index (self->states, position);
  seesaw_session_compare_runs (self);
  g_list_store_remove (self->runs, position);
  if (self->states->len == 0)
    self->epoch = (SeesawEpochSetting){ SEESAW_EPOCH_AT_END, 0 };
}

/**
 * seesaw_session_get_runs:
 *
 * Returns: (transfer none): the open runs, of `SeesawOpenRun`
 */
GListModel *
seesaw_session_get_runs (SeesawSession *self)
{
  return G_LIST_MODEL (self->runs);
}

/**
 * seesaw_session_get_run_name:
 * @run: an open run
 *
 * Returns: (transfer none) (nullable): what it is called among the others
 */
const char *
seesaw_session_get_run_name (SeesawSession *self, SeesawOpenRun *run)
{
  const SeesawRunState *state = seesaw_session_find_state (self, run);

  return state != NULL ? state->name : NULL;
}

/**
 * seesaw_session_get_run_view:
 * @run: an open run
 *
 * Returns: (transfer none) (nullable): the last view of it, which may be older than the present
 *   request
 */
SeesawView *
seesaw_session_get_run_view (SeesawSession *self, SeesawOpenRun *run)
{
  const SeesawRunState *state = seesaw_session_find_state (self, run);

  return state != NULL ? state->view : NULL;
}

/**
 * seesaw_session_get_visible:
 * @run: an open run
 *
 * Returns: whether it is shown beside the present one, if it can be
 */
gboolean
seesaw_session_get_visible (SeesawSession *self, SeesawOpenRun *run)
{
  const SeesawRunState *state = seesaw_session_find_state (self, run);

  return state != NULL && !state->look->is_hidden;
}

/**
 * seesaw_session_set_visible:
 * @run: an open run
 * @is_visible: whether to show it beside the present one; that one itself is shown in any case
 */
void
seesaw_session_set_visible (SeesawSession *self, SeesawOpenRun *run, gboolean is_visible)
{
  SeesawRunState *state = seesaw_session_find_state (self, run);

  if (state == NULL || state->look->is_hidden == !is_visible)
    return;

  state->look->is_hidden = !is_visible;
  signal_runs (self);
}

/**
 * seesaw_session_set_lists_runs:
 * @lists_runs: whether a list beside the figures says which run is which
 */
void
seesaw_session_set_lists_runs (SeesawSession *self, gboolean lists_runs)
{
  if (self->lists_runs == lists_runs)
    return;

  self->lists_runs = lists_runs;
  signal_runs (self);
}
