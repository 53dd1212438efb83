/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "seesaw-window-private.h"

#include "seesaw-figure-output.h"

#include <glib/gi18n.h>
#include <math.h>

static SeesawWindow *
window_of (gpointer user_data)
{
  g_assert (SEESAW_IS_WINDOW (user_data));

  return user_data;
}

/* Not the folder that the chooser shows: a path may have been typed. */
static void
remember_folder (SeesawWindow *self, GFile *file)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *path = folder != NULL ? g_file_get_path (folder) : NULL;

  if (path != NULL)
    g_settings_set_string (self->settings, "last-folder", path);
}

static void
on_open_response (GtkNativeDialog *dialog, int response, SeesawWindow *self)
{
  g_autoptr (GListModel) files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog));

  g_assert (SEESAW_IS_WINDOW (self));

  for (guint i = 0; response == GTK_RESPONSE_ACCEPT && i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);

      remember_folder (self, file);
      seesaw_window_open (self, file);
    }
  g_clear_object (&self->chooser);
}

static GtkFileFilter *
new_filter (const char *name, const char *pattern)
{
  GtkFileFilter *filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  gtk_file_filter_add_pattern (filter, pattern);

  return filter;
}

/* It may be gone since; the chooser would complain. */
static GFile *
find_last_folder (SeesawWindow *self)
{
  g_autofree char *last = g_settings_get_string (self->settings, "last-folder");

  return g_file_test (last, G_FILE_TEST_IS_DIR) ? g_file_new_for_path (last) : NULL;
}

static void
open_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SeesawWindow *self = window_of (user_data);
  g_autoptr (GFile) folder = find_last_folder (self);
  g_autoptr (GtkFileFilter) hdf5 = new_filter (_ ("Runs and sessions"), "*.h5");
  g_autoptr (GtkFileFilter) sessions = new_filter (_ ("Sessions"), "*" SEESAW_SESSION_SUFFIX);
  g_autoptr (GtkFileFilter) all = new_filter (_ ("All files"), "*");
  GtkFileChooser *chooser;

  if (self->chooser != NULL)
    return;

  self->chooser = gtk_file_chooser_native_new (
      _ ("Open Runs"), GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"), _ ("_Cancel"));
  chooser = GTK_FILE_CHOOSER (self->chooser);
  gtk_file_filter_add_pattern (hdf5, "*.hdf5");
  gtk_file_filter_add_pattern (hdf5, "*" SEESAW_SESSION_SUFFIX);
  gtk_file_chooser_set_select_multiple (chooser, TRUE);
  gtk_file_chooser_add_filter (chooser, hdf5);
  gtk_file_chooser_add_filter (chooser, sessions);
  gtk_file_chooser_add_filter (chooser, all);
  if (folder != NULL)
    gtk_file_chooser_set_current_folder (chooser, folder, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (on_open_response), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

/* With the run that is looked at; the window goes last. */
static void
close_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SeesawWindow *self = window_of (user_data);
  SeesawOpenRun *run = seesaw_session_get_open_run (self->session);

  if (run == NULL)
    {
      gtk_window_close (GTK_WINDOW (self));
      return;
    }

  seesaw_window_close_run (self, run);
}

static void
gamma_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SeesawWindow *self = window_of (user_data);
  const SeesawAnalysis *now = seesaw_session_get_now (self->session);
  const char *name = g_variant_get_string (parameter, NULL);
  double gamma = 0.0;

  if (now == NULL)
    return;

  for (int i = 0; i < SEESAW_N_KNOWN_GAMMAS; i++)
    if (g_str_equal (name, seesaw_known_gamma_get_id ((SeesawKnownGamma) i)))
      gamma = now->gamma[i];

  if (!isnan (gamma))
    seesaw_gamma_bar_glide_to (self->gamma_bar, gamma);
}

static void
epoch_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SeesawWindow *self = window_of (user_data);
  SeesawOpenRun *run = seesaw_session_get_open_run (self->session);

  if (run == NULL)
    return;

  seesaw_session_settle_epoch (self->session);
  seesaw_window_load (self, run, g_variant_get_uint32 (parameter));
}

static void
step_epoch_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SeesawWindow *self = window_of (user_data);
  const SeesawRun *run = seesaw_session_get_run (self->session);
  const SeesawAnalysis *now = seesaw_session_get_now (self->session);
  gint64 index;

  if (now == NULL)
    return;

  index = (gint64) now->epoch->index + g_variant_get_int32 (parameter);
  index = CLAMP (index, 0, (gint64) run->n_epochs - 1);
  if (index == (gint64) now->epoch->index)
    return;

  seesaw_session_settle_epoch (self->session);
  seesaw_window_load (self, seesaw_session_get_open_run (self->session), (gsize) index);
}

static void
average_action (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  SeesawSession *session = window_of (user_data)->session;
  SeesawViewRequest request = seesaw_session_get_request (session);

  g_simple_action_set_state (action, value);
  request.average = g_str_equal (g_variant_get_string (value, NULL), "class")
                        ? SEESAW_AVERAGE_CLASS
                        : SEESAW_AVERAGE_SAMPLE;
  seesaw_session_set_request (session, &request);
}

static void
top_k_action (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  SeesawSession *session = window_of (user_data)->session;
  SeesawViewRequest request = seesaw_session_get_request (session);

  g_simple_action_set_state (action, value);
  request.top_k = g_str_equal (g_variant_get_string (value, NULL), "5") ? SEESAW_TOP_K : 1;
  seesaw_session_set_request (session, &request);
}

static void
score_action (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  SeesawWindow *self = window_of (user_data);
  SeesawViewRequest request = seesaw_session_get_request (self->session);
  const SeesawRun *run = seesaw_session_get_run (self->session);

  request.score = g_str_equal (g_variant_get_string (value, NULL), "ncm") ? SEESAW_SCORE_NCM
                                                                          : SEESAW_SCORE_LOGIT;
  if (run != NULL && !seesaw_run_has_score (run, request.score))
    {
      seesaw_window_show_error (self, _ ("Nearest class means need features: record /test/feature, "
                                         "/train/feature and /train/label."));
      return;
    }

  g_simple_action_set_state (action, value);
  seesaw_session_set_request (self->session, &request);
}

static void
side_action (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  g_simple_action_set_state (action, value);
  seesaw_session_set_side (window_of (user_data)->session,
                           g_str_equal (g_variant_get_string (value, NULL), "seen"));
}

static void
page_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SeesawWindow *self = window_of (user_data);

  if (seesaw_session_get_view (self->session) != NULL)
    adw_view_stack_set_visible_child_name (self->pages, g_variant_get_string (parameter, NULL));
}

static void
find_class_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SeesawWindow *self = window_of (user_data);

  adw_view_stack_set_visible_child_name (self->pages, "classes");
  seesaw_classes_page_find (self->classes);
}

/* Of the figure that has the focus, or the first one. */
static void
activate_figure (SeesawWindow *self, const char *action)
{
  GtkWidget *page = adw_view_stack_get_visible_child (self->pages);
  GtkWidget *figure = seesaw_figure_output_find (page, gtk_window_get_focus (GTK_WINDOW (self)));

  if (figure != NULL)
    gtk_widget_activate_action (figure, action, NULL);
}

static void
export_figure_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  activate_figure (window_of (user_data), "figure.export");
}

static void
print_figure_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  activate_figure (window_of (user_data), "figure.print");
}

static void
show_error_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  seesaw_window_show_error (window_of (user_data), g_variant_get_string (parameter, NULL));
}

static const GActionEntry entries[] = {
  { "open", open_action, NULL, NULL, NULL, { 0 } },
  { "close-run", close_action, NULL, NULL, NULL, { 0 } },
  { "gamma", gamma_action, "s", NULL, NULL, { 0 } },
  { "epoch", epoch_action, "u", NULL, NULL, { 0 } },
  { "step-epoch", step_epoch_action, "i", NULL, NULL, { 0 } },
  { "average", NULL, "s", "'sample'", average_action, { 0 } },
  { "top-k", NULL, "s", "'1'", top_k_action, { 0 } },
  { "score", NULL, "s", "'logit'", score_action, { 0 } },
  { "side", NULL, "s", "'unseen'", side_action, { 0 } },
  { "page", page_action, "s", NULL, NULL, { 0 } },
  { "find-class", find_class_action, NULL, NULL, NULL, { 0 } },
  { "export-figure", export_figure_action, NULL, NULL, NULL, { 0 } },
  { "print-figure", print_figure_action, NULL, NULL, NULL, { 0 } },
  { "show-error", show_error_action, "s", NULL, NULL, { 0 } },
};

/**
 * seesaw_window_add_actions:
 *
 * Adds the actions of the window, which menus, keys and buttons share.
 */
void
seesaw_window_add_actions (SeesawWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

/**
 * seesaw_window_update_actions:
 *
 * Turns off what there is nothing to do for.
 */
void
seesaw_window_update_actions (SeesawWindow *self)
{
  static const char *const names[] = { "gamma",      "epoch",         "step-epoch",  "page",
                                       "find-class", "export-figure", "print-figure" };
  gboolean enabled = seesaw_session_get_now (self->session) != NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    g_simple_action_set_enabled (
        G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), names[i])), enabled);
}
