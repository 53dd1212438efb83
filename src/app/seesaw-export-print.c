/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "seesaw-export-print.h"

static void
free_page (gpointer data, GClosure *closure)
{
  seesaw_page_free (data);
}

/* In true size if there is room for it, or as large as there is. */
static void
on_draw_page (GtkPrintOperation *operation, GtkPrintContext *context, int n, SeesawPage *page)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  double width = gtk_print_context_get_width (context);
  double height = gtk_print_context_get_height (context);
  double scale =
      MIN (1.0, MIN (width / seesaw_page_get_width (page), height / seesaw_page_get_height (page)));

  cairo_translate (cr, (width - scale * seesaw_page_get_width (page)) / 2.0, 0.0);
  cairo_scale (cr, scale, scale);
  seesaw_page_paint (page, cr);
}

/**
 * seesaw_export_print_new:
 * @page: (transfer full): what is printed
 * @name: of the job
 *
 * Returns: (transfer full): an operation that draws @page on one sheet, at the top of it
 */
GtkPrintOperation *
seesaw_export_print_new (SeesawPage *page, const char *name)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();

  gtk_print_operation_set_job_name (operation, name);
  gtk_print_operation_set_n_pages (operation, 1);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect_data (operation, "draw-page", G_CALLBACK (on_draw_page), page, free_page, 0);

  return operation;
}

static void
show_error (GtkWidget *window, const char *message)
{
  if (!gtk_widget_activate_action (window, "export.show-error", "s", message))
    gtk_widget_activate_action (window, "win.show-error", "s", message);
}

static void
on_done (GtkPrintOperation *operation, GtkPrintOperationResult result, GtkWindow *parent)
{
  g_autoptr (GError) error = NULL;

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;

  gtk_print_operation_get_error (operation, &error);
  if (error != NULL)
    show_error (GTK_WIDGET (parent), error->message);
}

/**
 * seesaw_export_print:
 * @parent: the window that asks
 * @content: what is printed
 * @settings: how it looks
 *
 * Asks for a printer, and prints. An error is shown by @parent.
 */
void
seesaw_export_print (GtkWindow *parent,
                     const SeesawExportContent *content,
                     const SeesawFigureSettings *settings)
{
  g_autoptr (GtkPrintOperation) operation = NULL;
  g_autoptr (GError) error = NULL;
  SeesawPage *page = seesaw_export_content_make_page (content, settings, &error);

  if (page == NULL)
    {
      show_error (GTK_WIDGET (parent), error->message);
      return;
    }

  operation = seesaw_export_print_new (page, seesaw_export_content_get_id (content));
  g_signal_connect_object (operation, "done", G_CALLBACK (on_done), parent, 0);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, NULL);
}
