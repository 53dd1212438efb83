/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Figures out of the window: as a picture on the clipboard, and into a file. */

#include "config.h"

#include "seesaw-figure-output.h"

#include <glib/gi18n.h>

#define PNG_SCALE 3.0
#define CHOOSER_KEY "seesaw-figure-chooser"

/* What was on screen when somebody asked for it to be exported. */
typedef struct
{
  GtkWidget *widget; /* outlives the chooser */
  SeesawScene *scene;
  SeesawScene *overlay;
  SeesawFigureInfo *info;
} Export;

static void
export_free (gpointer data, GClosure *closure)
{
  Export *export = data;

  seesaw_scene_unref (export->scene);
  g_clear_pointer (&export->overlay, seesaw_scene_unref);
  seesaw_figure_info_free (export->info);
  g_free (export);
}

static void
destroy_chooser (gpointer data)
{
  gtk_native_dialog_destroy (data);
  g_object_unref (data);
}

static void
export_to (const Export *export, const char *path)
{
  SeesawTheme theme = seesaw_theme_print (8.0);
  const SeesawExportPage page = { 5.5 * 72.0, 4.0 * 72.0, 0.0 };
  SeesawExportInfo info = seesaw_figure_info_get (export->info);
  g_autoptr (GError) error = NULL;

  if (!seesaw_export_file (export->scene, export->overlay, &theme, &page, &info, path, &error))
    gtk_widget_activate_action (export->widget, "win.show-error", "s", error->message);
}

static void
on_response (GtkNativeDialog *dialog, int response, Export *export)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  g_assert (GTK_IS_WIDGET (export->widget));

  if (response == GTK_RESPONSE_ACCEPT && path != NULL)
    export_to (export, path);
  g_object_set_data (G_OBJECT (export->widget), CHOOSER_KEY, NULL);
}

static GdkContentProvider *
new_content (GdkTexture *texture, GBytes *svg)
{
  GdkContentProvider *kinds[] = { gdk_content_provider_new_typed (GDK_TYPE_TEXTURE, texture),
                                  gdk_content_provider_new_for_bytes ("image/svg+xml", svg) };

  return gdk_content_provider_new_union (kinds, G_N_ELEMENTS (kinds));
}

/**
 * seesaw_figure_output_copy:
 * @view: where the figure is seen
 * @scene: the figure
 * @overlay: (nullable): what lies over it
 *
 * Puts a picture on the clipboard, of the size it has on screen but in the colours of print: as
 * pixels, and as SVG for what can take it.
 */
void
seesaw_figure_output_copy (SeesawFigureView *view, SeesawScene *scene, SeesawScene *overlay)
{
  const SeesawPlotLayout *layout = seesaw_figure_view_get_layout (view);
  SeesawTheme theme = seesaw_theme_print (11.0);
  g_autoptr (GBytes) png = NULL;
  g_autoptr (GBytes) svg = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autoptr (GdkContentProvider) content = NULL;

  if (layout == NULL)
    return;

  png = seesaw_export_png (scene, overlay, &theme, layout->width, layout->height, PNG_SCALE);
  svg = seesaw_export_svg (scene, overlay, &theme, layout->width, layout->height);
  texture = png != NULL ? gdk_texture_new_from_bytes (png, NULL) : NULL;
  if (texture == NULL || svg == NULL)
    return;

  content = new_content (texture, svg);
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (view)), content);
}

/**
 * seesaw_figure_output_export:
 * @widget: what shows the figure
 * @id: the name that is proposed for the file, without its end
 * @scene: the figure
 * @overlay: (nullable): what lies over it
 * @info: (transfer full): what the file says of itself
 *
 * Asks for a file, and draws the figure as it is now into that, unless @widget is asking already.
 * An error is shown by the window.
 */
void
seesaw_figure_output_export (GtkWidget *widget,
                             const char *id,
                             SeesawScene *scene,
                             SeesawScene *overlay,
                             SeesawFigureInfo *info)
{
  g_autofree char *name = g_strconcat (id, ".pdf", NULL);
  GtkFileChooserNative *chooser;
  Export *export;

  if (g_object_get_data (G_OBJECT (widget), CHOOSER_KEY) != NULL)
    {
      seesaw_figure_info_free (info);
      return;
    }

  export = g_new0 (Export, 1);
  export->widget = widget;
  export->scene = seesaw_scene_ref (scene);
  export->overlay = overlay != NULL ? seesaw_scene_ref (overlay) : NULL;
  export->info = info;

  chooser =
      gtk_file_chooser_native_new (_ ("Export Figure"), GTK_WINDOW (gtk_widget_get_root (widget)),
                                   GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Export"), _ ("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  g_signal_connect_data (chooser, "response", G_CALLBACK (on_response), export, export_free, 0);
  g_object_set_data_full (G_OBJECT (widget), CHOOSER_KEY, chooser, destroy_chooser);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}
