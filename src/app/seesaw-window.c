/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "seesaw-window-private.h"

#include "seesaw-figure-grid.h"
#include "seesaw-inspector.h"
#include "seesaw-weights-page.h"

#include <glib/gi18n.h>

#define LOADING_DELAY_MS 400

enum
{
  PROP_0,
  PROP_SESSION,
};

G_DEFINE_FINAL_TYPE (SeesawWindow, seesaw_window, ADW_TYPE_APPLICATION_WINDOW)

static void
show_run (SeesawWindow *self)
{
  const SeesawRun *run = seesaw_session_get_run (self->session);
  const char *name =
      run != NULL
          ? seesaw_session_get_run_name (self->session, seesaw_session_get_open_run (self->session))
          : _ ("Seesaw");
  g_autofree char *base = run != NULL ? g_path_get_basename (run->path) : NULL;
  g_autofree char *file = base != NULL ? g_filename_display_name (base) : NULL;

  adw_view_switcher_title_set_title (self->title, name);
  adw_view_switcher_title_set_subtitle (self->title, file != NULL ? file : "");
  adw_view_switcher_title_set_view_switcher_enabled (self->title, run != NULL);
  gtk_window_set_title (GTK_WINDOW (self), name);
  gtk_stack_set_visible_child_name (self->stack, run != NULL ? "run" : "empty");
  seesaw_window_update_actions (self);
}

/**
 * seesaw_window_show_error:
 * @message: a sentence
 *
 * Shows what went wrong until it is read; what is open stays open.
 */
void
seesaw_window_show_error (SeesawWindow *self, const char *message)
{
  g_clear_pointer (&self->failed_path, g_free);
  gtk_label_set_label (self->banner_text, message);
  gtk_revealer_set_reveal_child (self->banner, TRUE);
}

/**
 * seesaw_window_hide_error:
 *
 * What was shown is read, or no longer true.
 */
void
seesaw_window_hide_error (SeesawWindow *self)
{
  g_clear_pointer (&self->failed_path, g_free);
  gtk_revealer_set_reveal_child (self->banner, FALSE);
}

static void
on_cancel (GtkButton *button, SeesawWindow *self)
{
  g_assert (SEESAW_IS_WINDOW (self));

  seesaw_window_cancel_opening (self);
}

/* A class is inspected where classes are shown. */
static void
show_inspector (SeesawWindow *self)
{
  const char *page = adw_view_stack_get_visible_child_name (self->pages);
  gboolean shows_classes = g_strcmp0 (page, "weights") == 0 || g_strcmp0 (page, "classes") == 0;

  adw_flap_set_reveal_flap (self->flap,
                            shows_classes && seesaw_session_get_selected (self->session) >= 0);
}

static void
on_page (AdwViewStack *pages, GParamSpec *pspec, SeesawWindow *self)
{
  g_assert (SEESAW_IS_WINDOW (self));

  show_inspector (self);
}

/* Where it would cover the figures it comes only when a class is chosen. */
static void
on_folded (AdwFlap *flap, GParamSpec *pspec, SeesawWindow *self)
{
  g_assert (SEESAW_IS_WINDOW (self));

  if (adw_flap_get_folded (flap))
    adw_flap_set_reveal_flap (flap, FALSE);
  else
    show_inspector (self);
}

static void
on_close_banner (GtkButton *button, SeesawWindow *self)
{
  g_assert (SEESAW_IS_WINDOW (self));

  seesaw_window_hide_error (self);
}

static gboolean
on_drop (GtkDropTarget *target, const GValue *value, double x, double y, SeesawWindow *self)
{
  g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));

  g_assert (SEESAW_IS_WINDOW (self));

  for (GSList *l = files; l != NULL; l = l->next)
    seesaw_window_open (self, l->data);

  return files != NULL;
}

static void
save_size (SeesawWindow *self)
{
  int width;
  int height;

  g_settings_set_boolean (self->settings, "window-maximized",
                          gtk_window_is_maximized (GTK_WINDOW (self)));
  if (gtk_window_is_maximized (GTK_WINDOW (self)))
    return;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_int (self->settings, "window-width", width);
  g_settings_set_int (self->settings, "window-height", height);
}

static void
save_view (SeesawWindow *self)
{
  g_settings_set_boolean (self->settings, "shows-runs", self->wants_runs);
  g_settings_set_string (self->settings, "page",
                         adw_view_stack_get_visible_child_name (self->pages));
}

static gboolean
seesaw_window_close_request (GtkWindow *window)
{
  SeesawWindow *self = SEESAW_WINDOW (window);

  save_size (self);
  save_view (self);
  seesaw_window_keep_session (self);
  seesaw_window_cancel_opening (self);
  g_object_run_dispose (G_OBJECT (self->overlays));

  return GTK_WINDOW_CLASS (seesaw_window_parent_class)->close_request (window);
}

static void
seesaw_window_dispose (GObject *object)
{
  SeesawWindow *self = SEESAW_WINDOW (object);

  g_clear_handle_id (&self->loading_source, g_source_remove);
  g_clear_handle_id (&self->reload_source, g_source_remove);
  g_queue_clear_full (&self->waiting, g_object_unref);
  if (self->overlays != NULL)
    g_object_run_dispose (G_OBJECT (self->overlays));
  g_clear_object (&self->overlays);
  g_clear_object (&self->loader);
  g_clear_object (&self->session);
  g_clear_object (&self->settings);
  g_clear_object (&self->chooser);
  g_clear_pointer (&self->session_path, g_free);
  g_clear_pointer (&self->failed_path, g_free);
  g_clear_pointer (&self->missing, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), SEESAW_TYPE_WINDOW);

  G_OBJECT_CLASS (seesaw_window_parent_class)->dispose (object);
}

static void
seesaw_window_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, SEESAW_WINDOW (object)->session);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, SeesawWindow, title);
  gtk_widget_class_bind_template_child (widget_class, SeesawWindow, runs_button);
  gtk_widget_class_bind_template_child (widget_class, SeesawWindow, runs_flap);
  gtk_widget_class_bind_template_child (widget_class, SeesawWindow, run_list);
  gtk_widget_class_bind_template_child (widget_class, SeesawWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, SeesawWindow, flap);
  gtk_widget_class_bind_template_child (widget_class, SeesawWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, SeesawWindow, classes);
  gtk_widget_class_bind_template_child (widget_class, SeesawWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, SeesawWindow, loading);
  gtk_widget_class_bind_template_child (widget_class, SeesawWindow, loading_name);
  gtk_widget_class_bind_template_child (widget_class, SeesawWindow, amount);
  gtk_widget_class_bind_template_child (widget_class, SeesawWindow, progress);
  gtk_widget_class_bind_template_child (widget_class, SeesawWindow, banner);
  gtk_widget_class_bind_template_child (widget_class, SeesawWindow, banner_text);
  gtk_widget_class_bind_template_child (widget_class, SeesawWindow, gamma_bar);
  gtk_widget_class_bind_template_child (widget_class, SeesawWindow, compare);
  gtk_widget_class_bind_template_child (widget_class, SeesawWindow, missing_banner);
  gtk_widget_class_bind_template_child (widget_class, SeesawWindow, missing_text);
  gtk_widget_class_bind_template_child (widget_class, SeesawWindow, reopen);
  gtk_widget_class_bind_template_child (widget_class, SeesawWindow, reopen_names);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel);
  gtk_widget_class_bind_template_callback (widget_class, on_close_banner);
  gtk_widget_class_bind_template_callback (widget_class, on_page);
  gtk_widget_class_bind_template_callback (widget_class, on_folded);
}

static void
seesaw_window_class_init (SeesawWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = seesaw_window_get_property;
  object_class->dispose = seesaw_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = seesaw_window_close_request;

  /**
   * SeesawWindow:session:
   *
   * What is open in the window; set when it is made.
   */
  g_object_class_install_property (object_class, PROP_SESSION,
                                   g_param_spec_object ("session", NULL, NULL, SEESAW_TYPE_SESSION,
                                                        G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/seesaw/Seesaw/ui/seesaw-window.ui");
  bind_template (widget_class);

  g_type_ensure (SEESAW_TYPE_GAMMA_BAR);
  g_type_ensure (SEESAW_TYPE_FIGURE_GRID);
  g_type_ensure (SEESAW_TYPE_WEIGHTS_PAGE);
  g_type_ensure (SEESAW_TYPE_CLASSES_PAGE);
  g_type_ensure (SEESAW_TYPE_COMPARE_PAGE);
  g_type_ensure (SEESAW_TYPE_INSPECTOR);
  g_type_ensure (SEESAW_TYPE_RUN_LIST);
}

static void
accept_files (SeesawWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect (target, "drop", G_CALLBACK (on_drop), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

static void
restore_size (SeesawWindow *self)
{
  gtk_window_set_default_size (GTK_WINDOW (self),
                               g_settings_get_int (self->settings, "window-width"),
                               g_settings_get_int (self->settings, "window-height"));
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
}

static void
restore_view (SeesawWindow *self)
{
  g_autofree char *page = g_settings_get_string (self->settings, "page");

  self->wants_runs = g_settings_get_boolean (self->settings, "shows-runs");
  if (adw_view_stack_get_child_by_name (self->pages, page) != NULL)
    adw_view_stack_set_visible_child_name (self->pages, page);
}

static gboolean
reveal_loading (gpointer data)
{
  SeesawWindow *self = data;

  self->loading_source = 0;
  gtk_revealer_set_reveal_child (self->loading, TRUE);

  return G_SOURCE_REMOVE;
}

/**
 * seesaw_window_show_opening:
 *
 * Shows that something is being read, or no longer. A load that is over before the eye has found
 * the bar shows none: it would push all figures down and up again.
 */
void
seesaw_window_show_opening (SeesawWindow *self)
{
  if (self->loader == NULL)
    return;

  if (!seesaw_window_is_opening (self))
    {
      g_clear_handle_id (&self->loading_source, g_source_remove);
      gtk_revealer_set_reveal_child (self->loading, FALSE);
    }
  else if (self->loading_source == 0 && !gtk_revealer_get_reveal_child (self->loading))
    self->loading_source = g_timeout_add (LOADING_DELAY_MS, reveal_loading, self);
}

static gboolean
reload_now (gpointer data)
{
  SeesawWindow *self = data;

  self->reload_source = 0;
  seesaw_window_reload (self);

  return G_SOURCE_REMOVE;
}

/* A page asks for what it needs figure by figure; that is read in one go. */
static void
reload_soon (SeesawWindow *self)
{
  if (self->reload_source == 0)
    self->reload_source = g_idle_add_full (G_PRIORITY_DEFAULT, reload_now, self, NULL);
}

static void
seesaw_window_init (SeesawWindow *self)
{
  self->session = seesaw_session_new ();
  self->loader = seesaw_loader_new ();
  self->overlays = seesaw_overlays_new (self->session);
  self->settings = g_settings_new (APPLICATION_ID);
  g_queue_init (&self->waiting);

  gtk_widget_init_template (GTK_WIDGET (self));
  seesaw_window_add_actions (self);
  seesaw_window_follow_runs (self);
  seesaw_window_follow_session (self);

  g_signal_connect_object (self->loader, "notify::loading", G_CALLBACK (seesaw_window_show_opening),
                           self, G_CONNECT_SWAPPED);
  g_object_bind_property (self->loader, "fraction", self->progress, "fraction",
                          G_BINDING_SYNC_CREATE);
  g_object_bind_property (self->loader, "amount", self->amount, "label", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (self->session, "view-changed", G_CALLBACK (show_run), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "runs-changed", G_CALLBACK (show_run), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "view-outdated", G_CALLBACK (reload_soon), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::selected", G_CALLBACK (show_inspector), self,
                           G_CONNECT_SWAPPED);
  accept_files (self);
  restore_size (self);
  restore_view (self);
  show_run (self);
}

/**
 * seesaw_window_new:
 * @application: the application
 *
 * Returns: (transfer none): a window in which nothing is open
 */
SeesawWindow *
seesaw_window_new (GtkApplication *application)
{
  return g_object_new (SEESAW_TYPE_WINDOW, "application", application, NULL);
}
