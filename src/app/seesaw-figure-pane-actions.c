/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a figure's context menu offers. */

#include "config.h"

#include "seesaw-figure-pane-private.h"

#include "seesaw-export.h"

#include <glib/gi18n.h>

#define PNG_SCALE 3.0

static SeesawScene *
new_overlay (SeesawFigurePane *self, const SeesawSubject *subject)
{
  return self->figure->new_overlay != NULL ? self->figure->new_overlay (subject) : NULL;
}

static gboolean
find_subject (SeesawFigurePane *self, SeesawSubject *subject)
{
  return self->shown != NULL &&
         seesaw_session_get_subject (seesaw_follower_get_session (SEESAW_FOLLOWER (self)),
                                     subject) &&
         subject->view == self->shown;
}

static void
copy_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  SeesawFigurePane *self = SEESAW_FIGURE_PANE (widget);
  const SeesawPlotLayout *layout = seesaw_figure_view_get_layout (self->view);
  SeesawTheme theme = seesaw_theme_print (11.0);
  SeesawSubject subject;
  g_autoptr (SeesawScene) scene = NULL;
  g_autoptr (SeesawScene) overlay = NULL;
  g_autoptr (GBytes) png = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  if (layout == NULL || !find_subject (self, &subject))
    return;

  scene = self->figure->new_scene (&subject);
  overlay = new_overlay (self, &subject);
  png = seesaw_export_png (scene, overlay, &theme, layout->width, layout->height, PNG_SCALE);
  texture = gdk_texture_new_from_bytes (png, NULL);
  if (texture != NULL)
    gdk_clipboard_set_texture (gtk_widget_get_clipboard (widget), texture);
}

static void
copy_csv_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  SeesawFigurePane *self = SEESAW_FIGURE_PANE (widget);
  SeesawSubject subject;
  g_autofree char *csv = NULL;

  if (!find_subject (self, &subject))
    return;

  csv = self->figure->to_csv (&subject);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), csv);
}

static void
export_to (SeesawFigurePane *self, const char *path)
{
  SeesawTheme theme = seesaw_theme_print (8.0);
  SeesawSubject subject;
  g_autoptr (SeesawScene) scene = NULL;
  g_autoptr (SeesawScene) overlay = NULL;
  g_autoptr (GError) error = NULL;

  if (!find_subject (self, &subject))
    return;

  scene = self->figure->new_scene (&subject);
  overlay = new_overlay (self, &subject);
  if (!seesaw_export_file (scene, overlay, &theme, 5.5 * 72.0, 4.0 * 72.0, path, &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-error", "s", error->message);
}

static void
on_export_response (GtkNativeDialog *dialog, int response, SeesawFigurePane *self)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  g_assert (SEESAW_IS_FIGURE_PANE (self));

  if (response == GTK_RESPONSE_ACCEPT && path != NULL)
    export_to (self, path);
  g_clear_object (&self->chooser);
}

static void
export_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  SeesawFigurePane *self = SEESAW_FIGURE_PANE (widget);
  g_autofree char *name = g_strconcat (self->figure->id, ".pdf", NULL);

  if (self->shown == NULL || self->chooser != NULL)
    return;

  self->chooser =
      gtk_file_chooser_native_new (_ ("Export Figure"), GTK_WINDOW (gtk_widget_get_root (widget)),
                                   GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Export"), _ ("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), name);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (on_export_response), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
fit_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  seesaw_figure_view_fit (SEESAW_FIGURE_PANE (widget)->view);
}

static void
expand_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  SeesawFigurePane *self = SEESAW_FIGURE_PANE (widget);

  if (self->can_expand)
    seesaw_figure_pane_set_expanded (self, !self->is_expanded);
}

/**
 * seesaw_figure_pane_install_actions:
 * @widget_class: the class of figure panes
 *
 * Adds the actions that menu, buttons and keys share.
 */
void
seesaw_figure_pane_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "figure.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "figure.copy-csv", NULL, copy_csv_action);
  gtk_widget_class_install_action (widget_class, "figure.export", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "figure.fit", NULL, fit_action);
  gtk_widget_class_install_action (widget_class, "figure.expand", NULL, expand_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_e, GDK_CONTROL_MASK, "figure.export",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "figure.copy",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, 0, "figure.expand", NULL);
}
