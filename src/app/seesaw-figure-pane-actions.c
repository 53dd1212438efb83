/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a figure's context menu offers. */

#include "config.h"

#include "seesaw-figure-pane-private.h"

#include "seesaw-figure-output.h"

/* On paper there is no list beside the figure. */
static gboolean
find_subject (SeesawFigurePane *self, SeesawSubject *subject)
{
  gboolean is_shown = seesaw_figure_pane_get_shown (self, subject);

  subject->hides_legend = FALSE;

  return is_shown;
}

static void
copy_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  SeesawFigurePane *self = SEESAW_FIGURE_PANE (widget);
  SeesawSubject subject;

  if (find_subject (self, &subject))
    seesaw_figure_output_copy (widget, seesaw_export_content_new (self->figure, &subject));
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
export_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  SeesawFigurePane *self = SEESAW_FIGURE_PANE (widget);
  SeesawSubject subject;

  if (find_subject (self, &subject))
    seesaw_figure_output_export (widget, seesaw_export_content_new (self->figure, &subject));
}

static void
print_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  SeesawFigurePane *self = SEESAW_FIGURE_PANE (widget);
  SeesawSubject subject;

  if (find_subject (self, &subject))
    seesaw_figure_output_print (widget, seesaw_export_content_new (self->figure, &subject));
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
  gtk_widget_class_install_action (widget_class, "figure.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "figure.fit", NULL, fit_action);
  gtk_widget_class_install_action (widget_class, "figure.expand", NULL, expand_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_e, GDK_CONTROL_MASK, "figure.export",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "figure.print",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "figure.copy",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, 0, "figure.expand", NULL);
}
