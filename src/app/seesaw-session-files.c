/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Files that change while they are open, and what a session file keeps. */

#include "config.h"

#include "seesaw-session-private.h"

typedef struct
{
  SeesawSession *session; /* which outlives the monitor */
  SeesawRunState *state;
} Watch;

static void
on_file (GFileMonitor *monitor,
         GFile *file,
         GFile *other,
         GFileMonitorEvent event,
         const Watch *watch)
{
  if (event != G_FILE_MONITOR_EVENT_CHANGED && event != G_FILE_MONITOR_EVENT_CREATED &&
      event != G_FILE_MONITOR_EVENT_CHANGES_DONE_HINT)
    return;

  if (watch->state->is_changed)
    return;

  watch->state->is_changed = TRUE;
  g_signal_emit_by_name (watch->session, "runs-changed");
}

static void
watch_free (gpointer data, GClosure *closure)
{
  g_free (data);
}

/**
 * seesaw_session_watch:
 * @run: an open run
 * @state: of it
 *
 * Finds out when its file changes. Where that cannot be found out, nothing is told.
 */
void
seesaw_session_watch (SeesawSession *self, SeesawOpenRun *run, SeesawRunState *state)
{
  g_autoptr (GFile) file = g_file_new_for_path (seesaw_open_run_get_path (run));
  Watch *watch;

  state->monitor = g_file_monitor_file (file, G_FILE_MONITOR_NONE, NULL, NULL);
  if (state->monitor == NULL)
    return;

  watch = g_new (Watch, 1);
  watch->session = self;
  watch->state = state;
  g_signal_connect_data (state->monitor, "changed", G_CALLBACK (on_file), watch, watch_free, 0);
}

/**
 * seesaw_session_is_run_changed:
 * @run: an open run
 *
 * Returns: whether its file has changed since it was opened
 */
gboolean
seesaw_session_is_run_changed (SeesawSession *self, SeesawOpenRun *run)
{
  const SeesawRunState *state = seesaw_session_find_state (self, run);

  return state != NULL && state->is_changed;
}

/**
 * seesaw_session_replace:
 * @old: an open run
 * @run: the same file, opened again
 * @view: (transfer full): a view of it
 *
 * Puts @run in the place of @old; what was chosen for that stays.
 */
void
seesaw_session_replace (SeesawSession *self,
                        SeesawOpenRun *old,
                        SeesawOpenRun *run,
                        SeesawView *view)
{
  SeesawRunState *state = seesaw_session_find_state (self, old);
  gpointer items[] = { run };
  gboolean is_present = old == self->run;
  guint position;

  if (!g_list_store_find (self->runs, old, &position))
    {
      seesaw_view_unref (view);
      return;
    }

  state->is_changed = FALSE;
  g_clear_pointer (&state->reference, seesaw_run_unref);
  g_clear_pointer (&state->why_not, g_free);
  g_clear_pointer (&state->error, g_free);
  g_clear_pointer (&state->view, seesaw_view_unref);
  state->view = seesaw_view_ref (view);
  if (is_present)
    {
      /* What looks at the list meanwhile finds the present run in it. */
      g_set_object (&self->run, run);
      g_clear_pointer (&self->view, seesaw_view_unref);
      self->view = seesaw_view_ref (view);
    }
  seesaw_session_compare_runs (self);
  g_list_store_splice (self->runs, position, 1, items, 1);

  if (is_present)
    {
      g_object_notify (G_OBJECT (self), "open-run");
      g_signal_emit_by_name (self, "view-changed");
      g_object_notify (G_OBJECT (self), "gamma");
      if (!seesaw_session_has_class (self, self->selected))
        seesaw_session_set_selected (self, -1);
    }
  else
    g_signal_emit_by_name (self, "runs-changed");
  seesaw_view_unref (view);
}

/* Runs that were not found yet, or have not been opened yet, are not lost. */
static void
add_expected (SeesawSession *self, SeesawSessionFile *file)
{
  GHashTableIter iter;
  gpointer path;
  gpointer look;

  g_hash_table_iter_init (&iter, self->expected);
  while (g_hash_table_iter_next (&iter, &path, &look))
    {
      guint order = GPOINTER_TO_UINT (g_hash_table_lookup (self->order, path));
      SeesawSessionRun *copy = seesaw_session_run_copy (look);

      copy->is_present = FALSE;
      g_ptr_array_insert (file->runs, (int) MIN (order, file->runs->len), copy);
    }
}

/**
 * seesaw_session_save:
 *
 * Returns: (transfer full): all that is open and how it is looked at, but for what pages know
 */
SeesawSessionFile *
seesaw_session_save (SeesawSession *self)
{
  SeesawSessionFile *file = seesaw_session_file_new ();

  for (guint i = 0; i < self->states->len; i++)
    {
      g_autoptr (SeesawOpenRun) run = g_list_model_get_item (G_LIST_MODEL (self->runs), i);
      SeesawSessionRun *copy = seesaw_session_run_copy (seesaw_session_get_state (self, i)->look);

      copy->is_present = run == self->run;
      g_ptr_array_add (file->runs, copy);
    }
  add_expected (self, file);
  for (int score = 0; score < SEESAW_N_SCORES; score++)
    file->gamma[score] = self->gamma[score];
  file->epoch = self->epoch;
  file->score = self->request.score;
  file->top_k = self->request.top_k;
  file->average = self->request.average;
  file->measure = self->request.measure;
  file->order = self->request.order;
  file->side = self->side;
  file->selected = self->selected;

  return file;
}

/**
 * seesaw_session_restore:
 * @file: a session
 *
 * Takes over how runs are looked at. Nothing may be open. Each run is to be opened by somebody, and
 * then gets what the session says of it.
 */
void
seesaw_session_restore (SeesawSession *self, const SeesawSessionFile *file)
{
  g_return_if_fail (self->states->len == 0);

  g_hash_table_remove_all (self->expected);
  g_hash_table_remove_all (self->order);
  for (guint i = 0; i < file->runs->len; i++)
    seesaw_session_expect (self, seesaw_session_file_get_run (file, i), i);
  for (int score = 0; score < SEESAW_N_SCORES; score++)
    self->gamma[score] = file->gamma[score];
  self->epoch = file->epoch;
  self->request.score = file->score;
  self->request.top_k = file->top_k;
  self->request.average = file->average;
  self->request.measure = file->measure;
  self->request.order = file->order;
  g_object_notify (G_OBJECT (self), "gamma");
}

/**
 * seesaw_session_expect:
 * @look: what is chosen for a run that is to be opened
 * @order: its place among the runs of a session file
 */
void
seesaw_session_expect (SeesawSession *self, const SeesawSessionRun *look, guint order)
{
  g_hash_table_insert (self->expected, g_strdup (look->path), seesaw_session_run_copy (look));
  g_hash_table_insert (self->order, g_strdup (look->path), GUINT_TO_POINTER (order));
}

/**
 * seesaw_session_is_expected:
 * @path: a file
 *
 * Returns: whether it is a run of a session that has not been opened yet
 */
gboolean
seesaw_session_is_expected (SeesawSession *self, const char *path)
{
  return g_hash_table_contains (self->expected, path);
}

/**
 * seesaw_session_dismiss:
 * @path: a run of a session that has not been opened yet
 *
 * Forgets what the session says of it.
 */
void
seesaw_session_dismiss (SeesawSession *self, const char *path)
{
  g_hash_table_remove (self->order, path);
  g_hash_table_remove (self->expected, path);
}

/**
 * seesaw_session_relocate:
 * @path: a run of a session that has not been opened yet
 * @found: where it is now
 */
void
seesaw_session_relocate (SeesawSession *self, const char *path, const char *found)
{
  guint order = GPOINTER_TO_UINT (g_hash_table_lookup (self->order, path));
  const SeesawSessionRun *look = g_hash_table_lookup (self->expected, path);
  g_autoptr (SeesawSessionRun) moved = NULL;

  if (look == NULL || g_str_equal (path, found))
    return;

  moved = seesaw_session_run_copy (look);
  g_free (moved->path);
  moved->path = g_strdup (found);
  seesaw_session_dismiss (self, path);
  seesaw_session_expect (self, moved, order);
}
