/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What can be done with a figure once it looks right. */

#include "config.h"

#include "seesaw-export-window-private.h"

#include "seesaw-export-job.h"
#include "seesaw-export-print.h"

#include <glib/gi18n.h>

static void
on_written (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SeesawExportWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean is_written = seesaw_export_write_finish (result, &error);

  /* It may have been closed meanwhile. */
  if (self->form == NULL)
    return;

  seesaw_export_window_end (self, error);
  if (is_written)
    gtk_window_close (GTK_WINDOW (self));
}

/* What was typed just now counts; whether a page can be made of that, the worker will see. */
static gboolean
is_ready (SeesawExportWindow *self)
{
  if (self->working != NULL)
    return FALSE;

  return self->update_source == 0 ? self->is_read && !self->is_refused
                                  : seesaw_export_window_update (self);
}

/**
 * seesaw_export_window_write:
 * @path: the file; its name says which format, or gets an end where it has none
 *
 * Writes the figure as it is chosen, and closes the window. An error is shown in it.
 */
void
seesaw_export_window_write (SeesawExportWindow *self, const char *path)
{
  g_autofree char *base = g_path_get_basename (path);
  const char *format = seesaw_figure_settings_list_formats ()[self->settings.format];
  g_autofree char *whole =
      strchr (base, '.') == NULL ? g_strconcat (path, ".", format, NULL) : g_strdup (path);
  g_autofree char *name = g_path_get_basename (whole);
  /* Translators: the name of a file. */
  g_autofree char *what = g_strdup_printf (_ ("Writing %s"), name);

  if (!is_ready (self))
    return;

  seesaw_export_window_say (self, NULL);
  seesaw_export_write_async (self->content, &self->settings, whole,
                             seesaw_export_window_begin (self, what), seesaw_export_window_advance,
                             on_written, g_object_ref (self));
}

static void
save_style (SeesawExportWindow *self, const char *path)
{
  g_autoptr (GError) error = NULL;

  if (!seesaw_style_save (&self->settings.style, path, &error))
    seesaw_export_window_say (self, error->message);
}

static void
load_style (SeesawExportWindow *self, const char *path)
{
  g_auto (SeesawFigureSettings) settings;
  g_autoptr (GError) error = NULL;

  seesaw_figure_settings_init (&settings);
  seesaw_figure_settings_copy (&settings, &self->settings);
  if (!seesaw_style_load (&settings.style, path, &error))
    {
      seesaw_export_window_say (self, error->message);
      return;
    }

  seesaw_export_form_show (self->form, &settings);
  seesaw_export_window_update (self);
}

typedef void (*UseFile) (SeesawExportWindow *self, const char *path);

static void
on_response (GtkNativeDialog *dialog, int response, SeesawExportWindow *self)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  UseFile use = (UseFile) g_object_get_data (G_OBJECT (dialog), "use");

  g_assert (SEESAW_IS_EXPORT_WINDOW (self));

  gtk_native_dialog_hide (dialog);
  if (response == GTK_RESPONSE_ACCEPT && path != NULL)
    use (self, path);
  g_clear_object (&self->chooser);
}

static void
ask_for_file (SeesawExportWindow *self,
              const char *title,
              const char *accept,
              const char *name,
              UseFile use)
{
  if (self->chooser != NULL)
    return;

  self->chooser = gtk_file_chooser_native_new (title, GTK_WINDOW (self),
                                               name != NULL ? GTK_FILE_CHOOSER_ACTION_SAVE
                                                            : GTK_FILE_CHOOSER_ACTION_OPEN,
                                               accept, _ ("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  if (name != NULL)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), name);
  g_object_set_data (G_OBJECT (self->chooser), "use", (gpointer) use);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (on_response), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
save_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  SeesawExportWindow *self = SEESAW_EXPORT_WINDOW (widget);
  g_autofree char *name = NULL;

  if (!is_ready (self))
    return;

  name = g_strconcat (seesaw_export_content_get_id (self->content), ".",
                      seesaw_figure_settings_list_formats ()[self->settings.format], NULL);
  ask_for_file (self, _ ("Export Figure As"), _ ("_Export"), name, seesaw_export_window_write);
}

static void
on_copied (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SeesawExportWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkContentProvider) content = seesaw_export_copy_finish (result, &error);

  if (self->form == NULL)
    return;

  seesaw_export_window_end (self, error);
  if (content != NULL)
    gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), content);
}

static void
copy_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  SeesawExportWindow *self = SEESAW_EXPORT_WINDOW (widget);

  if (!is_ready (self))
    return;

  seesaw_export_copy_async (self->content, &self->settings,
                            seesaw_export_window_begin (self, _ ("Copying the figure")),
                            seesaw_export_window_advance, on_copied, g_object_ref (self));
}

static void
print_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  SeesawExportWindow *self = SEESAW_EXPORT_WINDOW (widget);

  if (is_ready (self))
    seesaw_export_print (GTK_WINDOW (self), self->content, &self->settings);
}

static void
save_style_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  SeesawExportWindow *self = SEESAW_EXPORT_WINDOW (widget);

  if (is_ready (self))
    ask_for_file (self, _ ("Save Style"), _ ("_Save"), "style.json", save_style);
}

static void
load_style_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  ask_for_file (SEESAW_EXPORT_WINDOW (widget), _ ("Load Style"), _ ("_Load"), NULL, load_style);
}

static void
reset_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  SeesawExportWindow *self = SEESAW_EXPORT_WINDOW (widget);
  g_auto (SeesawFigureSettings) settings;

  seesaw_figure_settings_init (&settings);
  seesaw_export_form_show (self->form, &settings);
  seesaw_export_window_update (self);
}

static void
cancel_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  seesaw_export_window_cancel (SEESAW_EXPORT_WINDOW (widget));
}

/* First what is going on, then the window. */
static void
leave_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  SeesawExportWindow *self = SEESAW_EXPORT_WINDOW (widget);

  if (self->working != NULL)
    seesaw_export_window_cancel (self);
  else
    gtk_window_close (GTK_WINDOW (self));
}

static void
show_error_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  seesaw_export_window_say (SEESAW_EXPORT_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

/**
 * seesaw_export_window_install_actions:
 * @widget_class: the class of export windows
 *
 * Adds the actions that buttons, menu and keys share.
 */
void
seesaw_export_window_install_actions (GtkWidgetClass *widget_class)
{
  static const guint enter[] = { GDK_KEY_Return, GDK_KEY_KP_Enter };

  gtk_widget_class_install_action (widget_class, "export.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "export.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "export.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "export.save-style", NULL, save_style_action);
  gtk_widget_class_install_action (widget_class, "export.load-style", NULL, load_style_action);
  gtk_widget_class_install_action (widget_class, "export.reset", NULL, reset_action);
  gtk_widget_class_install_action (widget_class, "export.cancel", NULL, cancel_action);
  gtk_widget_class_install_action (widget_class, "export.leave", NULL, leave_action);
  gtk_widget_class_install_action (widget_class, "export.show-error", "s", show_error_action);
  for (gsize i = 0; i < G_N_ELEMENTS (enter); i++)
    gtk_widget_class_add_binding_action (widget_class, enter[i], GDK_CONTROL_MASK, "export.save",
                                         NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "export.print",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "export.leave", NULL);
}
