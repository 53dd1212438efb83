/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "seesaw-compare-figure.h"

#include "seesaw-figure-gestures.h"
#include "seesaw-figure-output.h"
#include "seesaw-metric-name.h"

#include <glib/gi18n.h>

/* A metric of several runs over what they differ in, as something to point at. */
struct _SeesawCompareFigure
{
  AdwBin parent_instance;

  SeesawCompareSubject *subject; /* NULL: nothing is shown */
  double dragged_x;
  double dragged_y;

  /* Template children */
  SeesawFigureView *view;
  GtkLabel *missing;
  GtkLabel *read_out;
  GtkPopoverMenu *menu;
};

G_DEFINE_FINAL_TYPE (SeesawCompareFigure, seesaw_compare_figure, ADW_TYPE_BIN)

static void
say (SeesawCompareFigure *self, const char *text)
{
  gtk_label_set_label (self->read_out, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->read_out), text != NULL);
}

static void
on_motion (GtkEventControllerMotion *controller, double x, double y, SeesawCompareFigure *self)
{
  const SeesawPlotLayout *layout = seesaw_figure_view_get_layout (self->view);
  g_autofree char *text = NULL;

  g_assert (SEESAW_IS_COMPARE_FIGURE (self));

  if (self->subject != NULL && layout != NULL)
    text = seesaw_compare_read_out (self->subject, layout, x, y);
  say (self, text);
}

static void
on_leave (GtkEventControllerMotion *controller, SeesawCompareFigure *self)
{
  g_assert (SEESAW_IS_COMPARE_FIGURE (self));

  say (self, NULL);
}

static void
on_drag_begin (GtkGestureDrag *gesture, double x, double y, SeesawCompareFigure *self)
{
  g_assert (SEESAW_IS_COMPARE_FIGURE (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  self->dragged_x = self->dragged_y = 0.0;
}

static void
on_drag_update (GtkGestureDrag *gesture, double dx, double dy, SeesawCompareFigure *self)
{
  g_assert (SEESAW_IS_COMPARE_FIGURE (self));

  seesaw_figure_view_pan (self->view, dx - self->dragged_x, dy - self->dragged_y);
  self->dragged_x = dx;
  self->dragged_y = dy;
}

static void
on_menu (GtkGestureClick *gesture, int n_press, double x, double y, SeesawCompareFigure *self)
{
  g_assert (SEESAW_IS_COMPARE_FIGURE (self));

  seesaw_figure_gestures_pop_up (GTK_POPOVER (self->menu), x, y);
}

static gboolean
on_key (GtkEventControllerKey *controller,
        guint key,
        guint code,
        GdkModifierType modifiers,
        SeesawCompareFigure *self)
{
  g_assert (SEESAW_IS_COMPARE_FIGURE (self));

  if (seesaw_figure_gestures_is_menu_key (key, modifiers))
    {
      seesaw_figure_gestures_pop_up (GTK_POPOVER (self->menu), 24.0, 24.0);
      return GDK_EVENT_STOP;
    }
  if (modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK))
    return GDK_EVENT_PROPAGATE;

  if (key == GDK_KEY_Escape && seesaw_figure_view_is_zoomed (self->view))
    {
      seesaw_figure_view_fit (self->view);
      return GDK_EVENT_STOP;
    }

  return seesaw_figure_gestures_zoom_by_key (self->view, key);
}

static void
copy_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  SeesawCompareFigure *self = SEESAW_COMPARE_FIGURE (widget);

  if (self->subject != NULL)
    seesaw_figure_output_copy (widget, seesaw_export_content_new_compare (self->subject));
}

static void
copy_csv_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  SeesawCompareFigure *self = SEESAW_COMPARE_FIGURE (widget);
  g_autofree char *csv = NULL;

  if (self->subject == NULL)
    return;

  csv = seesaw_compare_to_csv (self->subject);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), csv);
}

static void
export_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  SeesawCompareFigure *self = SEESAW_COMPARE_FIGURE (widget);

  if (self->subject != NULL)
    seesaw_figure_output_export (widget, seesaw_export_content_new_compare (self->subject));
}

static void
print_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  SeesawCompareFigure *self = SEESAW_COMPARE_FIGURE (widget);

  if (self->subject != NULL)
    seesaw_figure_output_print (widget, seesaw_export_content_new_compare (self->subject));
}

static void
fit_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  seesaw_figure_view_fit (SEESAW_COMPARE_FIGURE (widget)->view);
}

static void
seesaw_compare_figure_dispose (GObject *object)
{
  SeesawCompareFigure *self = SEESAW_COMPARE_FIGURE (object);

  g_clear_pointer (&self->subject, seesaw_compare_subject_free);
  if (self->menu != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->menu));
  /* AdwBin would let go of it after the template has. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), SEESAW_TYPE_COMPARE_FIGURE);

  G_OBJECT_CLASS (seesaw_compare_figure_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "figure.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "figure.copy-csv", NULL, copy_csv_action);
  gtk_widget_class_install_action (widget_class, "figure.export", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "figure.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "figure.fit", NULL, fit_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_e, GDK_CONTROL_MASK, "figure.export",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "figure.print",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "figure.copy",
                                       NULL);
}

static void
seesaw_compare_figure_class_init (SeesawCompareFigureClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = seesaw_compare_figure_dispose;

  g_type_ensure (SEESAW_TYPE_FIGURE_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/seesaw/Seesaw/ui/seesaw-compare-figure.ui");
  gtk_widget_class_bind_template_child (widget_class, SeesawCompareFigure, view);
  gtk_widget_class_bind_template_child (widget_class, SeesawCompareFigure, missing);
  gtk_widget_class_bind_template_child (widget_class, SeesawCompareFigure, read_out);
  gtk_widget_class_bind_template_child (widget_class, SeesawCompareFigure, menu);
  gtk_widget_class_bind_template_callback (widget_class, on_motion);
  gtk_widget_class_bind_template_callback (widget_class, on_leave);
  gtk_widget_class_bind_template_callback (widget_class, on_drag_begin);
  gtk_widget_class_bind_template_callback (widget_class, on_drag_update);
  gtk_widget_class_bind_template_callback (widget_class, on_menu);
  gtk_widget_class_bind_template_callback (widget_class, on_key);
  install_actions (widget_class);
}

static void
seesaw_compare_figure_init (SeesawCompareFigure *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->menu), GTK_WIDGET (self->view));
  seesaw_figure_gestures_attach (self->view);
}

static void
describe (SeesawCompareFigure *self)
{
  g_autofree char *metric = seesaw_metric_get_name (self->subject->metrics[0]);
  g_autofree char *x = seesaw_attribute_get_title (self->subject->x);
  /* Translators: a metric over an attribute of runs, such as "Acc Y/Y, +ALG over learning rate". */
  g_autofree char *what = g_strdup_printf (_ ("%s over %s"), metric, x);
  guint n = self->subject->comparison->runs->len;
  g_autofree char *runs = g_strdup_printf (ngettext ("%u run", "%u runs", n), n);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, what,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, runs, -1);
}

/**
 * seesaw_compare_figure_show:
 * @subject: (nullable): what the figure is about: one metric of runs. A copy is kept
 *
 * Where the metric is not defined for any run, there is a sentence instead of a figure.
 */
void
seesaw_compare_figure_show (SeesawCompareFigure *self, const SeesawCompareSubject *subject)
{
  g_autoptr (SeesawScene) scene = NULL;
  gboolean is_missing;

  g_return_if_fail (subject == NULL || subject->n_metrics == 1);

  is_missing =
      subject != NULL && seesaw_comparison_count (subject->comparison, subject->metrics[0]) == 0;
  g_clear_pointer (&self->subject, seesaw_compare_subject_free);
  if (subject != NULL && !is_missing)
    {
      self->subject = seesaw_compare_subject_copy (subject);
      describe (self);
      scene = seesaw_compare_new_scene (subject);
    }
  seesaw_figure_view_set_scene (self->view, scene, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->missing), is_missing);
  say (self, NULL);
}
