/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The list of runs beside the figures: when it is there, and what is done with it. */

#include "config.h"

#include "seesaw-window-private.h"

static SeesawOpenRun *
get_run (SeesawWindow *self, guint position)
{
  return g_list_model_get_item (seesaw_session_get_runs (self->session), position);
}

static gboolean
has_several (SeesawWindow *self)
{
  return g_list_model_get_n_items (seesaw_session_get_runs (self->session)) > 1;
}

/* Where it lies over the figures it comes only when called. */
static void
on_runs (SeesawWindow *self)
{
  gboolean several = has_several (self);

  gtk_widget_set_visible (self->runs_button, several);
  g_simple_action_set_enabled (
      G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), "show-runs")), several);
  if (!several)
    adw_flap_set_reveal_flap (self->runs_flap, FALSE);
  else if (!adw_flap_get_folded (self->runs_flap))
    adw_flap_set_reveal_flap (self->runs_flap, self->wants_runs);
}

static void
on_revealed (SeesawWindow *self)
{
  gboolean is_revealed = adw_flap_get_reveal_flap (self->runs_flap);
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "show-runs");

  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (is_revealed));
  seesaw_session_set_lists_runs (self->session,
                                 is_revealed && !adw_flap_get_folded (self->runs_flap));
}

static void
on_folded (SeesawWindow *self)
{
  adw_flap_set_reveal_flap (self->runs_flap, has_several (self) && self->wants_runs &&
                                                 !adw_flap_get_folded (self->runs_flap));
  on_revealed (self);
}

/* What has been read of it is shown at once; the rest follows. */
static void
show_run (SeesawWindow *self, SeesawOpenRun *run)
{
  SeesawViewRequest request = seesaw_session_get_run_request (self->session, run);
  gboolean is_current = seesaw_session_is_run_current (self->session, run);

  seesaw_loader_cancel (self->loader);
  seesaw_session_show (self->session, run,
                       seesaw_view_ref (seesaw_session_get_run_view (self->session, run)));
  if (!is_current || seesaw_session_is_outdated (self->session))
    seesaw_window_load (self, run, request.epoch);
}

/* Where the keyboard was before a row went away. */
static void
restore_focus (SeesawWindow *self, guint position)
{
  guint n = g_list_model_get_n_items (seesaw_session_get_runs (self->session));

  if (n > 1)
    seesaw_run_list_focus_row (self->run_list, MIN (position, n - 1));
  else if (n > 0)
    seesaw_gamma_bar_focus_slider (self->gamma_bar);
}

/**
 * seesaw_window_close_run:
 * @run: an open run
 *
 * Closes a run; its neighbour is looked at if it was.
 */
void
seesaw_window_close_run (SeesawWindow *self, SeesawOpenRun *run)
{
  GListStore *runs = G_LIST_STORE (seesaw_session_get_runs (self->session));
  gboolean had_focus = seesaw_run_list_has_focus (self->run_list);
  guint position;

  if (!g_list_store_find (runs, run, &position))
    return;

  if (run == seesaw_session_get_open_run (self->session) && has_several (self))
    {
      g_autoptr (SeesawOpenRun) next = get_run (self, position > 0 ? position - 1 : 1);

      show_run (self, next);
    }
  seesaw_session_close (self->session, run);
  if (had_focus)
    restore_focus (self, position);
}

static void
show_run_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SeesawWindow *self = user_data;
  g_autoptr (SeesawOpenRun) run = get_run (self, g_variant_get_uint32 (parameter));

  if (run != NULL && run != seesaw_session_get_open_run (self->session))
    show_run (self, run);
  if (adw_flap_get_folded (self->runs_flap))
    adw_flap_set_reveal_flap (self->runs_flap, FALSE);
}

static void
close_run_at_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SeesawWindow *self = user_data;
  g_autoptr (SeesawOpenRun) run = get_run (self, g_variant_get_uint32 (parameter));

  if (run != NULL)
    seesaw_window_close_run (self, run);
}

/**
 * seesaw_window_replace_run:
 * @old: an open run
 * @run: the same file, read again
 * @view: (transfer full): a view of it
 *
 * Puts @run in the place of @old; the keyboard stays where it is.
 */
void
seesaw_window_replace_run (SeesawWindow *self,
                           SeesawOpenRun *old,
                           SeesawOpenRun *run,
                           SeesawView *view)
{
  gboolean had_focus = seesaw_run_list_has_focus (self->run_list);
  guint position;

  if (!g_list_store_find (G_LIST_STORE (seesaw_session_get_runs (self->session)), old, &position))
    had_focus = FALSE;
  seesaw_session_replace (self->session, old, run, view);
  if (had_focus)
    restore_focus (self, position);
}

/* Its row is another one afterwards. */
static void
move_run_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SeesawWindow *self = user_data;
  gboolean had_focus = seesaw_run_list_has_focus (self->run_list);
  guint32 from;
  guint32 to;

  g_variant_get (parameter, "(uu)", &from, &to);
  seesaw_session_move (self->session, from, to);
  if (had_focus)
    seesaw_run_list_focus_row (
        self->run_list,
        MIN (to, g_list_model_get_n_items (seesaw_session_get_runs (self->session)) - 1));
}

/* The same file in a new process; until it has been read the old one stays. */
static void
reload_run_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SeesawWindow *self = user_data;
  g_autoptr (SeesawOpenRun) old = get_run (self, g_variant_get_uint32 (parameter));
  g_autoptr (SeesawOpenRun) run = NULL;
  const SeesawSessionRun *look;
  SeesawEpochSetting setting;

  if (old == NULL)
    return;

  run = seesaw_open_run_new (seesaw_open_run_get_path (old));
  look = seesaw_session_get_look (self->session, old);
  setting = look->epoch.from != SEESAW_EPOCH_OF_ALL ? look->epoch
                                                    : seesaw_session_get_epoch (self->session);
  seesaw_window_load (self, run,
                      setting.from == SEESAW_EPOCH_OF_NUMBER
                          ? seesaw_session_get_run_epoch (self->session, old)
                          : G_MAXSIZE);
}

/* The present run's own γ goes. */
static void
common_gamma_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SeesawWindow *self = user_data;
  SeesawOpenRun *run = seesaw_session_get_open_run (self->session);
  const SeesawGammaSetting setting = { SEESAW_GAMMA_COMMON, 0, 0.0 };

  if (run != NULL)
    seesaw_session_set_run_gamma (self->session, run, &setting);
  seesaw_gamma_bar_focus_slider (self->gamma_bar);
}

static SeesawEpochFrom
find_epoch_from (const char *name)
{
  return g_str_equal (name, "best") ? SEESAW_EPOCH_AT_BEST : SEESAW_EPOCH_AT_END;
}

/* That of all runs; a number is chosen below the figures. */
static void
common_epoch_action (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  SeesawWindow *self = user_data;
  const SeesawEpochSetting setting = { find_epoch_from (g_variant_get_string (value, NULL)), 0 };

  seesaw_session_set_epoch (self->session, &setting);
}

static void
show_common_epoch (SeesawWindow *self)
{
  SeesawEpochSetting setting = seesaw_session_get_epoch (self->session);
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "common-epoch");

  g_simple_action_set_state (G_SIMPLE_ACTION (action),
                             g_variant_new_string (setting.from == SEESAW_EPOCH_AT_BEST ? "best"
                                                   : setting.from == SEESAW_EPOCH_OF_NUMBER
                                                       ? "number"
                                                       : "last"));
}

/* Who calls the list by key goes on in it. */
static void
move_focus (SeesawWindow *self, gboolean is_shown)
{
  SeesawOpenRun *run = seesaw_session_get_open_run (self->session);
  guint position;

  if (!is_shown && seesaw_run_list_has_focus (self->run_list))
    seesaw_gamma_bar_focus_slider (self->gamma_bar);
  else if (is_shown && run != NULL &&
           g_list_store_find (G_LIST_STORE (seesaw_session_get_runs (self->session)), run,
                              &position))
    seesaw_run_list_focus_row (self->run_list, position);
}

static void
show_runs_action (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  SeesawWindow *self = user_data;
  gboolean is_wanted = g_variant_get_boolean (value);

  if (!adw_flap_get_folded (self->runs_flap))
    self->wants_runs = is_wanted;
  adw_flap_set_reveal_flap (self->runs_flap, is_wanted);
  move_focus (self, is_wanted);
}

static const GActionEntry entries[] = {
  { "show-run", show_run_action, "u", NULL, NULL, { 0 } },
  { "close-run-at", close_run_at_action, "u", NULL, NULL, { 0 } },
  { "move-run", move_run_action, "(uu)", NULL, NULL, { 0 } },
  { "reload-run", reload_run_action, "u", NULL, NULL, { 0 } },
  { "common-gamma", common_gamma_action, NULL, NULL, NULL, { 0 } },
  { "common-epoch", NULL, "s", "'last'", common_epoch_action, { 0 } },
  { "show-runs", NULL, NULL, "false", show_runs_action, { 0 } },
};

/**
 * seesaw_window_follow_runs:
 *
 * Adds the actions on the list of runs, and shows it from when there are several.
 */
void
seesaw_window_follow_runs (SeesawWindow *self)
{
  self->wants_runs = TRUE;
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_signal_connect_object (seesaw_session_get_runs (self->session), "items-changed",
                           G_CALLBACK (on_runs), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "view-changed", G_CALLBACK (show_common_epoch), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "runs-changed", G_CALLBACK (show_common_epoch), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->runs_flap, "notify::folded", G_CALLBACK (on_folded), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->runs_flap, "notify::reveal-flap", G_CALLBACK (on_revealed), self,
                           G_CONNECT_SWAPPED);
  on_runs (self);
}
