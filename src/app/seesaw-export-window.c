/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "seesaw-export-window-private.h"

#include "seesaw-export-values.h"

#include <glib/gi18n.h>

/* Typing is followed when it pauses. */
#define UPDATE_DELAY_MS 120

/* Below this width the settings stand below the preview. */
#define NARROW 680

/* Of the settings, where they stand beside the preview. */
#define SIDE_WIDTH 360

/* How a figure comes out, beside what can be chosen about that. */
G_DEFINE_FINAL_TYPE (SeesawExportWindow, seesaw_export_window, ADW_TYPE_WINDOW)

/**
 * seesaw_export_window_enable_actions:
 *
 * Those that make sense now.
 */
void
seesaw_export_window_enable_actions (SeesawExportWindow *self)
{
  static const char *const names[] = { "export.save", "export.copy", "export.print",
                                       "export.save-style" };
  gboolean is_idle = self->working == NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), names[i],
                                   self->is_read && !self->is_refused && is_idle);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "export.cancel",
                                 !is_idle && !g_cancellable_is_cancelled (self->working));
}

/**
 * seesaw_export_window_say:
 * @message: (nullable): what is wrong, if something is
 */
void
seesaw_export_window_say (SeesawExportWindow *self, const char *message)
{
  if (message != NULL)
    gtk_label_set_label (self->banner_text, message);
  gtk_revealer_set_reveal_child (self->banner, message != NULL);
}

static void
explain (SeesawExportWindow *self, const GError *error)
{
  g_autofree char *sentence = seesaw_export_form_explain (self->form, error);

  seesaw_export_window_say (self, sentence);
}

/* Where that makes no sense there is a sentence. */
static gboolean
read_form (SeesawExportWindow *self)
{
  g_auto (SeesawFigureSettings) settings;
  g_autoptr (GError) error = NULL;

  seesaw_figure_settings_init (&settings);
  g_clear_handle_id (&self->update_source, g_source_remove);
  self->is_read = seesaw_export_form_read (self->form, &settings, &error);
  if (self->is_read)
    seesaw_figure_settings_copy (&self->settings, &settings);
  else
    {
      self->is_refused = FALSE;
      explain (self, error);
    }
  seesaw_export_window_enable_actions (self);

  return self->is_read;
}

/**
 * seesaw_export_window_update:
 *
 * Shows what is chosen. Where that makes no sense there is a sentence, and the last preview stays.
 *
 * Returns: whether it can be understood
 */
gboolean
seesaw_export_window_update (SeesawExportWindow *self)
{
  if (!read_form (self))
    return FALSE;

  /* A sentence on the last page stays until it is known whether it fits this one, too. */
  if (!self->is_refused)
    seesaw_export_window_say (self, NULL);
  seesaw_export_preview_show (self->preview, self->content, &self->settings);

  return TRUE;
}

static void
show_size (SeesawExportWindow *self)
{
  double width;
  double height;
  g_autofree char *size = NULL;

  seesaw_export_preview_get_size (self->preview, &width, &height);
  size = seesaw_export_values_format_size (&self->settings, width, height);
  gtk_label_set_label (self->size, size);
}

static void
on_previewed (SeesawExportPreview *preview, const GError *error, SeesawExportWindow *self)
{
  /* What is typed by now has its own sentence; or the window is closed. */
  if (!self->is_read || self->form == NULL)
    return;

  if (error != NULL)
    explain (self, error);
  else
    {
      show_size (self);
      if (self->is_refused)
        seesaw_export_window_say (self, NULL);
    }
  self->is_refused = error != NULL;
  seesaw_export_window_enable_actions (self);
}

static gboolean
update_later (gpointer data)
{
  SeesawExportWindow *self = data;

  self->update_source = 0;
  seesaw_export_window_update (self);

  return G_SOURCE_REMOVE;
}

static void
on_form_changed (SeesawExportForm *form, SeesawExportWindow *self)
{
  g_clear_handle_id (&self->update_source, g_source_remove);
  self->update_source = g_timeout_add (UPDATE_DELAY_MS, update_later, self);
}

static void
show_as (GtkButton *button, const char *icon, const char *label, gboolean is_narrow)
{
  if (is_narrow)
    gtk_button_set_icon_name (button, icon);
  else
    gtk_button_set_label (button, label);
}

static void
arrange (SeesawExportWindow *self)
{
  int width;
  int height;
  gboolean is_narrow;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  is_narrow = width > 0 && width < NARROW;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->body), is_narrow
                                                                   ? GTK_ORIENTATION_VERTICAL
                                                                   : GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_size_request (self->side, is_narrow ? -1 : SIDE_WIDTH, -1);
  show_as (self->copy, "edit-copy-symbolic", _ ("C_opy"), is_narrow);
  show_as (self->print, "printer-symbolic", _ ("_Print…"), is_narrow);
}

/* Nobody needs to be told that a choice will be forgotten. */
static void
remember (SeesawExportWindow *self)
{
  SeesawFigureStyles *styles = seesaw_figure_styles_get_default ();
  g_autoptr (GError) error = NULL;

  if (self->update_source != 0)
    read_form (self);
  if (self->is_refused)
    return;

  seesaw_figure_styles_set (styles, seesaw_export_content_get_id (self->content), &self->settings);
  if (!seesaw_figure_styles_save (styles, &error))
    g_message ("%s", error->message);
}

static gboolean
seesaw_export_window_close_request (GtkWindow *window)
{
  seesaw_export_window_cancel (SEESAW_EXPORT_WINDOW (window));
  remember (SEESAW_EXPORT_WINDOW (window));

  return GTK_WINDOW_CLASS (seesaw_export_window_parent_class)->close_request (window);
}

/* Also where the window that it belongs to is closed; workers hold it until they end. */
static void
seesaw_export_window_unrealize (GtkWidget *widget)
{
  seesaw_export_window_cancel (SEESAW_EXPORT_WINDOW (widget));

  GTK_WIDGET_CLASS (seesaw_export_window_parent_class)->unrealize (widget);
}

static void
seesaw_export_window_dispose (GObject *object)
{
  SeesawExportWindow *self = SEESAW_EXPORT_WINDOW (object);

  g_clear_handle_id (&self->update_source, g_source_remove);
  g_clear_handle_id (&self->busy_source, g_source_remove);
  if (self->chooser != NULL)
    gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (self->chooser));
  g_clear_object (&self->chooser);
  adw_window_set_content (ADW_WINDOW (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), SEESAW_TYPE_EXPORT_WINDOW);

  G_OBJECT_CLASS (seesaw_export_window_parent_class)->dispose (object);
}

static void
seesaw_export_window_finalize (GObject *object)
{
  SeesawExportWindow *self = SEESAW_EXPORT_WINDOW (object);

  g_clear_object (&self->working);
  g_clear_pointer (&self->content, seesaw_export_content_unref);
  seesaw_figure_settings_clear (&self->settings);

  G_OBJECT_CLASS (seesaw_export_window_parent_class)->finalize (object);
}

static void
seesaw_export_window_class_init (SeesawExportWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = seesaw_export_window_dispose;
  object_class->finalize = seesaw_export_window_finalize;
  widget_class->unrealize = seesaw_export_window_unrealize;
  GTK_WINDOW_CLASS (klass)->close_request = seesaw_export_window_close_request;

  g_type_ensure (SEESAW_TYPE_EXPORT_FORM);
  g_type_ensure (SEESAW_TYPE_EXPORT_PREVIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/seesaw/Seesaw/ui/seesaw-export-window.ui");
  gtk_widget_class_bind_template_child (widget_class, SeesawExportWindow, progress);
  gtk_widget_class_bind_template_child (widget_class, SeesawExportWindow, progress_text);
  gtk_widget_class_bind_template_child (widget_class, SeesawExportWindow, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, SeesawExportWindow, cancel);
  gtk_widget_class_bind_template_child (widget_class, SeesawExportWindow, copy);
  gtk_widget_class_bind_template_child (widget_class, SeesawExportWindow, print);
  gtk_widget_class_bind_template_child (widget_class, SeesawExportWindow, size);
  gtk_widget_class_bind_template_child (widget_class, SeesawExportWindow, side);
  gtk_widget_class_bind_template_child (widget_class, SeesawExportWindow, banner);
  gtk_widget_class_bind_template_child (widget_class, SeesawExportWindow, banner_text);
  gtk_widget_class_bind_template_child (widget_class, SeesawExportWindow, body);
  gtk_widget_class_bind_template_child (widget_class, SeesawExportWindow, preview);
  gtk_widget_class_bind_template_child (widget_class, SeesawExportWindow, form);
  seesaw_export_window_install_actions (widget_class);
}

static void
seesaw_export_window_init (SeesawExportWindow *self)
{
  seesaw_figure_settings_init (&self->settings);
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self->form, "changed", G_CALLBACK (on_form_changed), self);
  g_signal_connect_object (self->preview, "done", G_CALLBACK (on_previewed), self, 0);
  g_signal_connect (self, "notify::default-width", G_CALLBACK (arrange), NULL);
}

/**
 * seesaw_export_window_new:
 * @parent: (nullable): the window it belongs to
 * @content: what is exported; a reference is kept
 *
 * Returns: (transfer none): a window that asks how, as it was chosen last
 */
SeesawExportWindow *
seesaw_export_window_new (GtkWindow *parent, SeesawExportContent *content)
{
  SeesawExportWindow *self =
      g_object_new (SEESAW_TYPE_EXPORT_WINDOW, "transient-for", parent, NULL);

  self->content = seesaw_export_content_ref (content);
  seesaw_figure_styles_get (seesaw_figure_styles_get_default (),
                            seesaw_export_content_get_id (content), &self->settings);
  seesaw_export_form_show (self->form, &self->settings);
  seesaw_export_window_update (self);
  seesaw_export_form_focus (self->form);

  return self;
}
