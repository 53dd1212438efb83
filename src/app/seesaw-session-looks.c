/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What was chosen for a run: its name, colour and epoch, and its place among the others. */

#include "config.h"

#include "seesaw-session-private.h"

static void
signal_runs (SeesawSession *self)
{
  g_signal_emit_by_name (self, "runs-changed");
}

static gboolean
is_style_taken (SeesawSession *self, guint style)
{
  for (guint i = 0; i < self->states->len; i++)
    if (seesaw_session_get_state (self, i)->look->style == style)
      return TRUE;

  return FALSE;
}

/**
 * seesaw_session_take_look:
 * @run: a run that is being opened
 * @state: of it; not among the others yet
 *
 * Gives the run what a session file says of it, or else the first style that no other run has.
 */
void
seesaw_session_take_look (SeesawSession *self, SeesawOpenRun *run, SeesawRunState *state)
{
  const char *path = seesaw_open_run_get_path (run);
  gpointer key;
  gpointer look;

  state->order = G_MAXUINT;
  if (g_hash_table_contains (self->order, path))
    state->order = GPOINTER_TO_UINT (g_hash_table_lookup (self->order, path));
  g_hash_table_remove (self->order, path);

  if (g_hash_table_steal_extended (self->expected, path, &key, &look))
    {
      g_free (key);
      state->look = look;
      return;
    }

  state->look = seesaw_session_run_new (path);
  while (is_style_taken (self, state->look->style))
    state->look->style++;
}

/**
 * seesaw_session_get_look:
 * @run: an open run
 *
 * Returns: (transfer none): what was chosen for it
 */
const SeesawSessionRun *
seesaw_session_get_look (SeesawSession *self, SeesawOpenRun *run)
{
  return seesaw_session_find_state (self, run)->look;
}

/**
 * seesaw_session_get_run_style:
 * @run: an open run
 *
 * Returns: how it is drawn
 */
SeesawRunStyle
seesaw_session_get_run_style (SeesawSession *self, SeesawOpenRun *run)
{
  return seesaw_session_run_get_style (seesaw_session_get_look (self, run));
}

/**
 * seesaw_session_rename:
 * @run: an open run
 * @name: (nullable): what it is to be called in this session; %NULL or blank: as the file says
 */
void
seesaw_session_rename (SeesawSession *self, SeesawOpenRun *run, const char *name)
{
  SeesawRunState *state = seesaw_session_find_state (self, run);
  g_autofree char *stripped = name != NULL ? g_strstrip (g_strdup (name)) : NULL;

  if (state == NULL)
    return;

  if (stripped != NULL && *stripped == '\0')
    g_clear_pointer (&stripped, g_free);
  if (g_strcmp0 (stripped, state->look->name) == 0)
    return;

  g_free (state->look->name);
  state->look->name = g_steal_pointer (&stripped);
  seesaw_session_compare_runs (self);
  signal_runs (self);
}

/**
 * seesaw_session_set_color:
 * @run: an open run
 * @color: its colour; %SEESAW_COLOR_ALL: that of its style
 *
 * Its marker stays.
 */
void
seesaw_session_set_color (SeesawSession *self, SeesawOpenRun *run, SeesawColor color)
{
  SeesawRunState *state = seesaw_session_find_state (self, run);

  if (state == NULL || state->look->color == color)
    return;

  state->look->color = color;
  signal_runs (self);
}

/**
 * seesaw_session_move:
 * @from: position of an open run
 * @to: where it is to be
 *
 * Legends and tables follow the list; each run keeps its style.
 */
void
seesaw_session_move (SeesawSession *self, guint from, guint to)
{
  guint low = MIN (from, to);
  guint n = MAX (from, to) - low + 1;
  g_autoptr (GPtrArray) runs = g_ptr_array_new_with_free_func (g_object_unref);

  if (from == to || low + n > self->states->len)
    return;

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (runs, g_list_model_get_item (G_LIST_MODEL (self->runs), low + i));
  g_ptr_array_insert (runs, (int) (to - low), g_ptr_array_steal_index (runs, from - low));
  g_ptr_array_insert (self->states, (int) to, g_ptr_array_steal_index (self->states, from));

  /* Places from a session file say nothing any more. */
  for (guint i = 0; i < self->states->len; i++)
    seesaw_session_get_state (self, i)->order = G_MAXUINT;
  seesaw_session_compare_runs (self);
  g_list_store_splice (self->runs, low, n, runs->pdata, n);
  signal_runs (self);
}

/**
 * seesaw_session_get_run_epoch:
 * @run: an open run
 *
 * Returns: the index of the epoch at which it is to be looked at
 */
gsize
seesaw_session_get_run_epoch (SeesawSession *self, SeesawOpenRun *run)
{
  return seesaw_session_find_epoch (self, seesaw_session_find_state (self, run));
}

static void
signal_epoch (SeesawSession *self)
{
  if (self->view == NULL)
    return;

  signal_runs (self);
  if (seesaw_session_is_outdated (self))
    g_signal_emit_by_name (self, "view-outdated");
}

/**
 * seesaw_session_set_run_epoch:
 * @run: an open run
 * @setting: where its epoch comes from
 */
void
seesaw_session_set_run_epoch (SeesawSession *self,
                              SeesawOpenRun *run,
                              const SeesawEpochSetting *setting)
{
  SeesawRunState *state = seesaw_session_find_state (self, run);

  if (state == NULL || seesaw_epoch_setting_equal (&state->look->epoch, setting))
    return;

  state->look->epoch = *setting;
  signal_epoch (self);
}

/**
 * seesaw_session_get_epoch:
 *
 * Returns: the epoch of all runs that have none of their own
 */
SeesawEpochSetting
seesaw_session_get_epoch (SeesawSession *self)
{
  return self->epoch;
}

/**
 * seesaw_session_set_epoch:
 * @setting: the epoch of all runs that have none of their own
 */
void
seesaw_session_set_epoch (SeesawSession *self, const SeesawEpochSetting *setting)
{
  if (seesaw_epoch_setting_equal (&self->epoch, setting))
    return;

  self->epoch = *setting;
  signal_epoch (self);
}

/**
 * seesaw_session_settle_epoch:
 *
 * If the present run is looked at where it is best, that epoch is the chosen one from now on, so
 * that another one can be chosen.
 */
void
seesaw_session_settle_epoch (SeesawSession *self)
{
  SeesawRunState *state = self->run != NULL ? seesaw_session_find_state (self, self->run) : NULL;
  SeesawEpochSetting *setting;

  if (state == NULL)
    return;

  setting = seesaw_session_find_epoch_setting (self, state);
  if (setting->from == SEESAW_EPOCH_AT_BEST)
    *setting = seesaw_epoch_setting_of (self->view->run, self->view->request.epoch);
}
