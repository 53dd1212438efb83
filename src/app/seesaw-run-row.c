/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "seesaw-run-row-private.h"

#include "seesaw-number.h"

#include <glib/gi18n.h>

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

/* NULL if it is that of all runs. */
static char *
say_own_gamma (SeesawRunRow *self)
{
  static const char *const symbols[SEESAW_N_KNOWN_GAMMAS] = { "γ_ALG", "γ_PCV", "γ*", "γ_bal" };
  const SeesawSessionRun *look = seesaw_session_get_look (self->session, self->run);
  const SeesawView *view = seesaw_session_get_run_view (self->session, self->run);
  const SeesawGammaSetting *setting = &look->gamma[view->request.score];
  g_autofree char *gamma =
      seesaw_number_gamma (seesaw_session_get_run_gamma (self->session, self->run));

  if (setting->from == SEESAW_GAMMA_COMMON)
    return NULL;

  return g_strdup_printf (
      "%s %s", setting->from == SEESAW_GAMMA_KNOWN ? symbols[setting->known] : "γ", gamma);
}

static char *
say_own_epoch (SeesawRunRow *self)
{
  const SeesawSessionRun *look = seesaw_session_get_look (self->session, self->run);
  const SeesawView *view = seesaw_session_get_run_view (self->session, self->run);
  int number = view->run->epochs[seesaw_session_get_run_epoch (self->session, self->run)];

  switch (look->epoch.from)
    {
    case SEESAW_EPOCH_AT_END:
      return g_strdup_printf (_ ("last epoch %d"), number);

    case SEESAW_EPOCH_AT_BEST:
      return g_strdup_printf (_ ("best epoch %d"), number);

    case SEESAW_EPOCH_OF_NUMBER:
      return g_strdup_printf (_ ("epoch %d"), number);

    case SEESAW_EPOCH_OF_ALL:
    default:
      return NULL;
    }
}

/* What all runs share is said below the figures. NULL if there is nothing else. */
static char *
say_own (SeesawRunRow *self)
{
  g_autofree char *gamma = say_own_gamma (self);
  g_autofree char *epoch = say_own_epoch (self);

  if (gamma != NULL && epoch != NULL)
    return g_strdup_printf ("%s · %s", gamma, epoch);

  return gamma != NULL ? g_steal_pointer (&gamma) : g_steal_pointer (&epoch);
}

static char *
show_numbers (SeesawRunRow *self)
{
  g_autofree char *ausuc = say_ausuc (self);
  g_autofree char *own = say_own (self);

  gtk_label_set_label (self->ausuc, ausuc);
  gtk_label_set_label (self->own, own != NULL ? own : "");
  gtk_widget_set_visible (GTK_WIDGET (self->own), own != NULL);

  return own != NULL ? g_strdup_printf ("%s · %s", ausuc, own) : g_steal_pointer (&ausuc);
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

static void
set_labels (SeesawRunRow *self, const char *name, const char *numbers, const char *state)
{
  /* Translators: a run, its AUSUC, and whether it is shown, for those who do not see the list. */
  g_autofree char *row = g_strdup_printf (_ ("%s, %s, %s"), name, numbers, state);
  g_autofree char *menu = g_strdup_printf (_ ("Menu of %s"), name);
  g_autofree char *style = g_strdup_printf (_ ("Colour, γ and epoch of %s"), name);
  g_autofree char *reload = g_strdup_printf (_ ("Read %s again"), name);

  set_label (GTK_WIDGET (self), row);
  set_label (GTK_WIDGET (self->menu), menu);
  set_label (self->style, style);
  set_label (self->reload, reload);
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
  g_autofree char *why_not = NULL;
  g_autofree char *numbers = NULL;
  g_autofree char *tooltip = NULL;
  g_autofree char *path = g_filename_display_name (seesaw_open_run_get_path (self->run));
  gboolean present = is_present (self);
  gboolean is_visible = present || seesaw_session_get_visible (self->session, self->run);

  if (name == NULL)
    return;

  why_not = seesaw_session_why_not (self->session, self->run);
  numbers = show_numbers (self);
  seesaw_run_swatch_set_style (self->swatch,
                               seesaw_session_get_run_style (self->session, self->run));
  gtk_label_set_label (self->name, name);
  tooltip = g_strdup_printf ("%s\n%s", path, why_not != NULL ? why_not : numbers);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), tooltip);
  gtk_widget_set_visible (self->warning, why_not != NULL);
  gtk_widget_set_visible (self->reload, seesaw_session_is_run_changed (self->session, self->run));
  gtk_widget_set_visible (GTK_WIDGET (self->eye), why_not == NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->eye), !present);
  show_eye (self, name, is_visible);
  set_css_class (GTK_WIDGET (self), "present", present);
  set_css_class (GTK_WIDGET (self), "aside", !is_visible || why_not != NULL);
  set_labels (self, name, numbers, say_state (self, why_not));
  seesaw_run_row_update_actions (self);
}

static void
on_eye (GtkToggleButton *eye, SeesawRunRow *self)
{
  g_assert (SEESAW_IS_RUN_ROW (self));

  if (!self->is_updating)
    seesaw_session_set_visible (self->session, self->run, gtk_toggle_button_get_active (eye));
}

static void
seesaw_run_row_dispose (GObject *object)
{
  SeesawRunRow *self = SEESAW_RUN_ROW (object);

  g_clear_pointer (&self->context_menu, gtk_widget_unparent);
  if (self->editor != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->editor));
  self->editor = NULL;
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

  g_type_ensure (SEESAW_TYPE_OPEN_RUN);
  g_type_ensure (SEESAW_TYPE_RUN_SWATCH);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/seesaw/Seesaw/ui/seesaw-run-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SeesawRunRow, style);
  gtk_widget_class_bind_template_child (widget_class, SeesawRunRow, swatch);
  gtk_widget_class_bind_template_child (widget_class, SeesawRunRow, name_stack);
  gtk_widget_class_bind_template_child (widget_class, SeesawRunRow, name);
  gtk_widget_class_bind_template_child (widget_class, SeesawRunRow, entry);
  gtk_widget_class_bind_template_child (widget_class, SeesawRunRow, ausuc);
  gtk_widget_class_bind_template_child (widget_class, SeesawRunRow, own);
  gtk_widget_class_bind_template_child (widget_class, SeesawRunRow, warning);
  gtk_widget_class_bind_template_child (widget_class, SeesawRunRow, reload);
  gtk_widget_class_bind_template_child (widget_class, SeesawRunRow, eye);
  gtk_widget_class_bind_template_child (widget_class, SeesawRunRow, menu);
  gtk_widget_class_bind_template_callback (widget_class, on_eye);
  seesaw_run_row_install_actions (widget_class);
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
