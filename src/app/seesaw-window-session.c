/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Sessions: saved and opened by the user, and the last one, which is offered at the next start. */

#include "config.h"

#include "seesaw-window-private.h"

#include "seesaw-figure-styles.h"

#include <glib/gi18n.h>

#define N_NAMES 3

static char *
get_last_path (void)
{
  return g_build_filename (g_get_user_state_dir (), "seesaw", "last" SEESAW_SESSION_SUFFIX, NULL);
}

static SeesawSessionFile *
gather (SeesawWindow *self)
{
  SeesawSessionFile *file = seesaw_session_save (self->session);
  g_autoptr (JsonNode) figures = seesaw_figure_styles_to_json (seesaw_figure_styles_get_default ());

  file->page = g_strdup (adw_view_stack_get_visible_child_name (self->pages));
  seesaw_compare_page_save (self->compare, file);
  file->figures = json_node_dup_object (figures);

  return file;
}

/**
 * seesaw_window_keep_session:
 *
 * Keeps what is open for the next start. Nothing is said if that fails: nobody asked for it.
 */
void
seesaw_window_keep_session (SeesawWindow *self)
{
  g_autoptr (SeesawSessionFile) file = gather (self);
  g_autofree char *path = get_last_path ();
  g_autofree char *folder = g_path_get_dirname (path);

  if (file->runs->len > 0 && g_mkdir_with_parents (folder, 0700) == 0)
    seesaw_session_file_save (file, path, NULL);
}

static void
say_saved (SeesawWindow *self)
{
  g_autofree char *base = g_path_get_basename (self->session_path);
  g_autofree char *name = g_filename_display_name (base);
  g_autofree char *text = g_strdup_printf (_ ("Session saved as “%s”"), name);
  g_autofree char *markup = g_markup_escape_text (text, -1);

  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (markup));
}

static void
save_to (SeesawWindow *self, const char *path)
{
  g_autoptr (SeesawSessionFile) file = gather (self);
  g_autoptr (GError) error = NULL;
  g_autofree char *copy = g_strdup (path);

  if (!seesaw_session_file_save (file, copy, &error))
    {
      seesaw_window_show_error (self, error->message);
      return;
    }

  g_free (self->session_path);
  self->session_path = g_steal_pointer (&copy);
  say_saved (self);
}

static void
on_save_response (GtkNativeDialog *dialog, int response, SeesawWindow *self)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  g_assert (SEESAW_IS_WINDOW (self));

  if (response == GTK_RESPONSE_ACCEPT && path != NULL)
    {
      g_autofree char *full = g_strconcat (
          path, g_str_has_suffix (path, SEESAW_SESSION_SUFFIX) ? "" : SEESAW_SESSION_SUFFIX, NULL);

      save_to (self, full);
    }
  g_clear_object (&self->chooser);
}

/**
 * seesaw_window_show_chooser:
 * @on_response: what hears of the answer, with the window as user data
 *
 * Shows the chooser that has been made.
 */
void
seesaw_window_show_chooser (SeesawWindow *self, GCallback on_response)
{
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  g_signal_connect_object (self->chooser, "response", on_response, self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

/* Beside the first run, if there is no better place. */
static GFile *
choose_folder (SeesawWindow *self)
{
  g_autoptr (SeesawOpenRun) run =
      g_list_model_get_item (seesaw_session_get_runs (self->session), 0);
  g_autoptr (GFile) file = g_file_new_for_path (
      self->session_path != NULL ? self->session_path : seesaw_open_run_get_path (run));

  return g_file_get_parent (file);
}

static void
save_as_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SeesawWindow *self = user_data;
  g_autofree char *name =
      self->session_path != NULL ? g_path_get_basename (self->session_path) : NULL;
  g_autoptr (GFile) folder = NULL;

  if (self->chooser != NULL)
    return;

  folder = choose_folder (self);
  self->chooser =
      gtk_file_chooser_native_new (_ ("Save Session"), GTK_WINDOW (self),
                                   GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), _ ("_Cancel"));
  gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (self->chooser), folder, NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser),
                                     name != NULL ? name : "session" SEESAW_SESSION_SUFFIX);
  seesaw_window_show_chooser (self, G_CALLBACK (on_save_response));
}

static void
save_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SeesawWindow *self = user_data;

  if (self->session_path != NULL)
    save_to (self, self->session_path);
  else
    save_as_action (action, parameter, user_data);
}

static void
reopen_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autofree char *path = get_last_path ();
  g_autoptr (GFile) file = g_file_new_for_path (path);

  seesaw_window_open (user_data, file);
}

static void
close_runs (SeesawWindow *self)
{
  GListModel *runs = seesaw_session_get_runs (self->session);
  SeesawOpenRun *present = seesaw_session_get_open_run (self->session);

  for (guint i = g_list_model_get_n_items (runs); i > 0; i--)
    {
      g_autoptr (SeesawOpenRun) run = g_list_model_get_item (runs, i - 1);

      if (run != present)
        seesaw_session_close (self->session, run);
    }
  if (present != NULL)
    seesaw_session_close (self->session, present);
}

static void
set_state (SeesawWindow *self, const char *name, const char *state)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_string (state));
}

/* Those that cannot be understood are told of, and stay as they were. */
static void
restore_figures (SeesawWindow *self, const SeesawSessionFile *file)
{
  g_autoptr (JsonNode) figures = json_node_new (JSON_NODE_OBJECT);
  g_autoptr (GError) error = NULL;

  if (file->figures == NULL)
    return;

  json_node_set_object (figures, file->figures);
  if (!seesaw_figure_styles_from_json (seesaw_figure_styles_get_default (), figures, &error))
    seesaw_window_show_error (self, error->message);
}

static void
restore_ways (SeesawWindow *self, const SeesawSessionFile *file)
{
  set_state (self, "score", file->score == SEESAW_SCORE_NCM ? "ncm" : "logit");
  set_state (self, "average", file->average == SEESAW_AVERAGE_CLASS ? "class" : "sample");
  set_state (self, "top-k", file->top_k == 1 ? "1" : "5");
  set_state (self, "side", file->side ? "seen" : "unseen");
  seesaw_session_set_side (self->session, file->side);
  self->selected_later = file->selected;
  seesaw_compare_page_restore (self->compare, file);
  if (file->page != NULL && adw_view_stack_get_child_by_name (self->pages, file->page) != NULL)
    adw_view_stack_set_visible_child_name (self->pages, file->page);
  restore_figures (self, file);
}

/* The present one first; the others find their places. */
static void
queue_runs (SeesawWindow *self, const SeesawSessionFile *file)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  for (guint i = 0; i < file->runs->len; i++)
    {
      const SeesawSessionRun *run = seesaw_session_file_get_run (file, i);

      if (g_file_test (run->path, G_FILE_TEST_EXISTS))
        g_ptr_array_insert (found, run->is_present ? 0 : -1, run->path);
      else
        seesaw_window_miss_run (self, run->path);
    }
  for (guint i = found->len; i > 0; i--)
    g_queue_push_head (&self->waiting, g_file_new_for_path (g_ptr_array_index (found, i - 1)));
}

/**
 * seesaw_window_open_session:
 * @path: a session file
 *
 * Closes what is open, and lets what the session says be opened in its place. If the file cannot be
 * read, that is said and nothing changes.
 */
void
seesaw_window_open_session (SeesawWindow *self, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SeesawSessionFile) file = seesaw_session_file_load (path, &error);
  g_autofree char *last = get_last_path ();

  if (file == NULL)
    {
      seesaw_window_show_error (self, error->message);
      return;
    }

  close_runs (self);
  seesaw_window_forget_missing (self);
  seesaw_session_restore (self->session, file);
  restore_ways (self, file);
  queue_runs (self, file);

  g_clear_pointer (&self->session_path, g_free);
  if (!g_str_equal (path, last))
    self->session_path = g_strdup (path);
}

static char *
list_names (const SeesawSessionFile *file)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;
  g_autofree char *list = NULL;
  guint n = file->runs->len;

  for (guint i = 0; i < MIN (n, N_NAMES); i++)
    {
      const SeesawSessionRun *run = seesaw_session_file_get_run (file, i);
      g_autofree char *base = g_path_get_basename (run->path);
      g_autofree char *name = g_filename_display_name (base);

      g_strv_builder_add (builder, run->name != NULL ? run->name : name);
    }
  names = g_strv_builder_end (builder);
  list = g_strjoinv (", ", names);

  /* Translators: %s are names of runs, %u is how many more there are. */
  return n > N_NAMES ? g_strdup_printf (ngettext ("%s and %u more", "%s and %u more", n - N_NAMES),
                                        list, n - N_NAMES)
                     : g_steal_pointer (&list);
}

static void
offer_last (SeesawWindow *self)
{
  g_autofree char *path = get_last_path ();
  g_autoptr (SeesawSessionFile) file = seesaw_session_file_load (path, NULL);
  g_autofree char *names = NULL;

  gtk_widget_set_visible (self->reopen, file != NULL && file->runs->len > 0);
  if (file == NULL)
    return;

  names = list_names (file);
  gtk_label_set_label (self->reopen_names, names);
}

static void
on_view (SeesawWindow *self)
{
  static const char *const names[] = { "save-session", "save-session-as" };
  gboolean has_view = seesaw_session_get_view (self->session) != NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    g_simple_action_set_enabled (
        G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), names[i])), has_view);

  if (!has_view || self->selected_later < 0)
    return;

  seesaw_session_set_selected (self->session, self->selected_later);
  self->selected_later = -1;
}

static const GActionEntry entries[] = {
  { "save-session", save_action, NULL, NULL, NULL, { 0 } },
  { "save-session-as", save_as_action, NULL, NULL, NULL, { 0 } },
  { "reopen-session", reopen_action, NULL, NULL, NULL, { 0 } },
};

/**
 * seesaw_window_follow_session:
 *
 * Adds the actions on sessions, and offers the last one.
 */
void
seesaw_window_follow_session (SeesawWindow *self)
{
  self->selected_later = -1;
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_signal_connect_object (self->session, "view-changed", G_CALLBACK (on_view), self,
                           G_CONNECT_SWAPPED);
  on_view (self);
  offer_last (self);
  seesaw_window_follow_missing (self);
}
