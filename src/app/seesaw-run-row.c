/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "seesaw-run-row.h"

#include "seesaw-number.h"
#include "seesaw-run-swatch.h"

#include <glib/gi18n.h>

/* An open run in the list: how it is drawn, its AUSUC, and whether it is shown beside the present
 * one.
 */
struct _SeesawRunRow
{
  GtkListBoxRow parent_instance;

  SeesawSession *session;
  SeesawOpenRun *run;
  gboolean is_updating;

  /* Template children */
  SeesawRunSwatch *swatch;
  GtkLabel *name;
  GtkLabel *ausuc;
  GtkWidget *warning;
  GtkToggleButton *eye;
  GtkWidget *close;
};

G_DEFINE_FINAL_TYPE (SeesawRunRow, seesaw_run_row, GTK_TYPE_LIST_BOX_ROW)

static gboolean
is_present (SeesawRunRow *self)
{
  return self->run == seesaw_session_get_open_run (self->session);
}

static void
set_css_class (GtkWidget *widget, const char *name, gboolean has_it)
{
  if (has_it)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static void
set_label (GtkWidget *widget, const char *label)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
}

/* No number while it is not looked at as the present run is: the two would be held against each
 * other. */
static char *
say_ausuc (SeesawRunRow *self)
{
  const SeesawView *view = seesaw_session_get_run_view (self->session, self->run);
  g_autofree char *ausuc = NULL;

  if (!seesaw_session_is_run_current (self->session, self->run) || view->now == NULL)
    return g_strdup (_ ("AUSUC –"));

  ausuc = seesaw_number_fraction (seesaw_curve_get_ausuc (view->now->curve));

  /* Translators: %s is the area under the seen-unseen curve of a run. */
  return g_strdup_printf (_ ("AUSUC %s"), ausuc);
}

static void
show_eye (SeesawRunRow *self, const char *name, gboolean is_visible)
{
  g_autofree char *label = g_strdup_printf (_ ("Show %s beside the present run"), name);

  self->is_updating = TRUE;
  gtk_toggle_button_set_active (self->eye, is_visible);
  self->is_updating = FALSE;
  gtk_button_set_icon_name (GTK_BUTTON (self->eye),
                            is_visible ? "view-reveal-symbolic" : "view-conceal-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->eye),
                               is_present (self) ? _ ("The present run is always shown")
                               : is_visible      ? _ ("Hide in the figures (Space)")
                                                 : _ ("Show in the figures (Space)"));
  set_label (GTK_WIDGET (self->eye), label);
}

static const char *
say_state (SeesawRunRow *self, const char *why_not)
{
  return is_present (self)                                       ? _ ("present run")
         : why_not != NULL                                       ? why_not
         : seesaw_session_get_visible (self->session, self->run) ? _ ("shown")
                                                                 : _ ("hidden");
}

/**
 * seesaw_run_row_update:
 *
 * Shows what the session says of the run.
 */
void
seesaw_run_row_update (SeesawRunRow *self)
{
  const char *name = seesaw_session_get_run_name (self->session, self->run);
  g_autofree char *why_not = seesaw_session_why_not (self->session, self->run);
  g_autofree char *ausuc = say_ausuc (self);
  gboolean present = is_present (self);
  gboolean is_visible = present || seesaw_session_get_visible (self->session, self->run);
  g_autofree char *path = g_filename_display_name (seesaw_open_run_get_path (self->run));
  g_autofree char *label = NULL;
  g_autofree char *close = NULL;
  guint position;

  if (!g_list_store_find (G_LIST_STORE (seesaw_session_get_runs (self->session)), self->run,
                          &position))
    return;

  /* Translators: a run, its AUSUC, and whether it is shown, for those who do not see the list. */
  label = g_strdup_printf (_ ("%s, %s, %s"), name, ausuc, say_state (self, why_not));
  close = g_strdup_printf (_ ("Close %s"), name);
  seesaw_run_swatch_set_index (self->swatch, position);
  gtk_label_set_label (self->name, name);
  gtk_label_set_label (self->ausuc, ausuc);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), why_not != NULL ? why_not : path);
  gtk_widget_set_visible (self->warning, why_not != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->eye), why_not == NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->eye), !present);
  show_eye (self, name, is_visible);
  set_css_class (GTK_WIDGET (self), "present", present);
  set_css_class (GTK_WIDGET (self), "aside", !is_visible || why_not != NULL);
  set_label (self->close, close);
  set_label (GTK_WIDGET (self), label);
}

static void
on_eye (GtkToggleButton *eye, SeesawRunRow *self)
{
  g_assert (SEESAW_IS_RUN_ROW (self));

  if (!self->is_updating)
    seesaw_session_set_visible (self->session, self->run, gtk_toggle_button_get_active (eye));
}

static void
toggle_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  SeesawRunRow *self = SEESAW_RUN_ROW (widget);

  if (gtk_widget_get_visible (GTK_WIDGET (self->eye)) && !is_present (self))
    seesaw_session_set_visible (self->session, self->run,
                                !seesaw_session_get_visible (self->session, self->run));
}

static void
close_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.close-run-at", "u",
                              (guint32) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (widget)));
}

static void
seesaw_run_row_dispose (GObject *object)
{
  SeesawRunRow *self = SEESAW_RUN_ROW (object);

  g_clear_object (&self->session);
  g_clear_object (&self->run);
  /* GtkListBoxRow would let go of it after the template has. */
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), SEESAW_TYPE_RUN_ROW);

  G_OBJECT_CLASS (seesaw_run_row_parent_class)->dispose (object);
}

static void
seesaw_run_row_class_init (SeesawRunRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = seesaw_run_row_dispose;

  g_type_ensure (SEESAW_TYPE_RUN_SWATCH);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/seesaw/Seesaw/ui/seesaw-run-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SeesawRunRow, swatch);
  gtk_widget_class_bind_template_child (widget_class, SeesawRunRow, name);
  gtk_widget_class_bind_template_child (widget_class, SeesawRunRow, ausuc);
  gtk_widget_class_bind_template_child (widget_class, SeesawRunRow, warning);
  gtk_widget_class_bind_template_child (widget_class, SeesawRunRow, eye);
  gtk_widget_class_bind_template_child (widget_class, SeesawRunRow, close);
  gtk_widget_class_bind_template_callback (widget_class, on_eye);
  gtk_widget_class_install_action (widget_class, "run.toggle", NULL, toggle_action);
  gtk_widget_class_install_action (widget_class, "run.close", NULL, close_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_space, 0, "run.toggle", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "run.close", NULL);
}

static void
seesaw_run_row_init (SeesawRunRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * seesaw_run_row_new:
 * @session: what is open
 * @run: an open run
 *
 * Returns: (transfer none): a row for it, empty until it is updated
 */
SeesawRunRow *
seesaw_run_row_new (SeesawSession *session, SeesawOpenRun *run)
{
  SeesawRunRow *self = g_object_new (SEESAW_TYPE_RUN_ROW, NULL);

  self->session = g_object_ref (session);
  self->run = g_object_ref (run);

  return self;
}
