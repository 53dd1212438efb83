/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Figures out of the window: as a picture on the clipboard, into a file, and to a printer. */

#include "config.h"

#include "seesaw-figure-output.h"

#include "seesaw-compare-figure.h"
#include "seesaw-export-job.h"
#include "seesaw-export-print.h"
#include "seesaw-export-window.h"
#include "seesaw-figure-pane.h"

/* As it was exported last. */
static void
get_settings (const SeesawExportContent *content, SeesawFigureSettings *settings)
{
  seesaw_figure_settings_init (settings);
  seesaw_figure_styles_get (seesaw_figure_styles_get_default (),
                            seesaw_export_content_get_id (content), settings);
}

static void
on_copied (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) widget = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkContentProvider) content = seesaw_export_copy_finish (result, &error);

  if (content != NULL)
    gdk_clipboard_set_content (gtk_widget_get_clipboard (widget), content);
  else
    gtk_widget_activate_action (widget, "win.show-error", "s", error->message);
}

/**
 * seesaw_figure_output_copy:
 * @widget: what shows the figure
 * @content: (transfer full): the figure
 *
 * Puts the figure on the clipboard as it was exported last, with the bytes that files would have.
 */
void
seesaw_figure_output_copy (GtkWidget *widget, SeesawExportContent *content)
{
  g_auto (SeesawFigureSettings) settings;

  get_settings (content, &settings);
  seesaw_export_copy_async (content, &settings, NULL, NULL, on_copied, g_object_ref (widget));
  seesaw_export_content_unref (content);
}

/**
 * seesaw_figure_output_export:
 * @widget: what shows the figure
 * @content: (transfer full): the figure
 *
 * Asks how, and into which file, the figure is to be exported.
 */
void
seesaw_figure_output_export (GtkWidget *widget, SeesawExportContent *content)
{
  GtkWindow *parent = GTK_WINDOW (gtk_widget_get_root (widget));

  gtk_window_present (GTK_WINDOW (seesaw_export_window_new (parent, content)));
  seesaw_export_content_unref (content);
}

/**
 * seesaw_figure_output_print:
 * @widget: what shows the figure
 * @content: (transfer full): the figure
 *
 * Prints the figure as it was exported last.
 */
void
seesaw_figure_output_print (GtkWidget *widget, SeesawExportContent *content)
{
  g_auto (SeesawFigureSettings) settings;

  get_settings (content, &settings);
  seesaw_export_print (GTK_WINDOW (gtk_widget_get_root (widget)), content, &settings);
  seesaw_export_content_unref (content);
}

static gboolean
is_figure (GtkWidget *widget)
{
  return SEESAW_IS_FIGURE_PANE (widget) || SEESAW_IS_COMPARE_FIGURE (widget);
}

static GtkWidget *
find_below (GtkWidget *widget)
{
  GtkWidget *found = is_figure (widget) && gtk_widget_get_mapped (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_below (child);

  return found;
}

/**
 * seesaw_figure_output_find:
 * @pages: where figures are
 * @focus: (nullable): what has the focus
 *
 * Returns: (transfer none) (nullable): the figure that has the focus, or else the first one that is
 *   on screen
 */
GtkWidget *
seesaw_figure_output_find (GtkWidget *pages, GtkWidget *focus)
{
  for (GtkWidget *widget = focus; widget != NULL; widget = gtk_widget_get_parent (widget))
    if (is_figure (widget))
      return widget;

  return find_below (pages);
}
