/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "seesaw-export-print.h"

#include "seesaw-export-job.h"

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

typedef struct
{
  GtkWindow *parent;
  char *name;
} Asked;

static void
asked_free (Asked *self)
{
  g_object_unref (self->parent);
  g_free (self->name);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Asked, asked_free)

static void
on_page_made (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Asked) asked = user_data;
  g_autoptr (GtkPrintOperation) operation = NULL;
  g_autoptr (GError) error = NULL;
  SeesawPage *page = seesaw_export_page_finish (result, &error);

  if (page == NULL)
    {
      show_error (GTK_WIDGET (asked->parent), error->message);
      return;
    }

  operation = seesaw_export_print_new (page, asked->name);

  /* The window may have been closed meanwhile. */
  if (!gtk_widget_get_mapped (GTK_WIDGET (asked->parent)))
    return;

  g_signal_connect_object (operation, "done", G_CALLBACK (on_done), asked->parent, 0);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, asked->parent, NULL);
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
                     SeesawExportContent *content,
                     const SeesawFigureSettings *settings)
{
  Asked *asked = g_new0 (Asked, 1);

  asked->parent = g_object_ref (parent);
  asked->name = g_strdup (seesaw_export_content_get_id (content));
  seesaw_export_page_async (content, settings, on_page_made, asked);
}
