/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "seesaw-gamma-bar.h"

#include "seesaw-figure-label.h"
#include "seesaw-gamma-marks.h"
#include "seesaw-number.h"
#include "seesaw-remarks.h"

#include <glib/gi18n.h>
#include <math.h>

#define GLIDE_MS 150

/* The slider for γ and what it yields. It holds no state of its own: γ lives in the session. */
struct _SeesawGammaBar
{
  SeesawFollower parent_instance;

  AdwAnimation *glide;
  gboolean is_updating; /* the widgets are being set from the session */

  /* Template children */
  GtkWidget *own;
  GtkScale *slider;
  GtkAdjustment *slider_gamma;
  GtkSpinButton *entry;
  GtkDropDown *epochs;
  GtkWidget *known[SEESAW_N_KNOWN_GAMMAS];
  SeesawFigureLabel *seen;
  SeesawFigureLabel *unseen;
  SeesawFigureLabel *all;
  SeesawFigureLabel *harmonic;
  SeesawFigureLabel *mass;
  GtkLabel *remarks;
};

G_DEFINE_FINAL_TYPE (SeesawGammaBar, seesaw_gamma_bar, SEESAW_TYPE_FOLLOWER)

static SeesawSession *
session_of (SeesawGammaBar *self)
{
  return seesaw_follower_get_session (SEESAW_FOLLOWER (self));
}

static void
show_figures (SeesawGammaBar *self, double gamma)
{
  const SeesawAnalysis *now = seesaw_session_get_now (session_of (self));
  SeesawAccuracy at;
  SeesawAccuracy before;

  if (now == NULL)
    return;

  at = seesaw_curve_at (now->curve, gamma);
  before = seesaw_curve_at (now->curve, 0.0);
  seesaw_figure_label_set_values (self->seen, at.sy, before.sy);
  seesaw_figure_label_set_values (self->unseen, at.uy, before.uy);
  seesaw_figure_label_set_values (self->all, at.yy, before.yy);
  seesaw_figure_label_set_values (self->harmonic, at.h, before.h);
  seesaw_figure_label_set_values (self->mass, seesaw_mass_at (now->mass_unseen, gamma),
                                  seesaw_mass_at (now->mass_unseen, 0.0));
}

/* The slider's range is that of the data. Of a γ beyond it, it shows the end. */
static void
show_gamma (SeesawGammaBar *self)
{
  double gamma = seesaw_session_get_gamma (session_of (self));

  self->is_updating = TRUE;
  gtk_adjustment_set_value (self->slider_gamma, gamma);
  gtk_spin_button_set_value (self->entry, gamma);
  gtk_widget_set_visible (
      self->own, seesaw_session_has_own_gamma (session_of (self),
                                               seesaw_session_get_open_run (session_of (self))));
  self->is_updating = FALSE;

  show_figures (self, gamma);
}

static void
show_marks (SeesawGammaBar *self)
{
  const SeesawAnalysis *now = seesaw_session_get_now (session_of (self));
  double low;
  double high;

  if (now == NULL)
    return;

  seesaw_session_get_range (session_of (self), &low, &high);
  seesaw_gamma_marks_show (self->slider, now, high - low);
}

static void
show_epochs (SeesawGammaBar *self, const SeesawRun *run, gsize index)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (gsize e = 0; e < run->n_epochs; e++)
    gtk_string_list_take (names, g_strdup_printf (_ ("Epoch %d"), run->epochs[e]));

  gtk_drop_down_set_model (self->epochs, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->epochs, (guint) index);
}

static void
show_remarks (SeesawGammaBar *self, const SeesawAnalysis *now)
{
  g_autofree char *remarks = seesaw_remarks_new (now, "; ");

  gtk_label_set_label (self->remarks, remarks);
  gtk_widget_set_visible (GTK_WIDGET (self->remarks), remarks[0] != '\0');
}

static void
show_view (SeesawGammaBar *self)
{
  const SeesawAnalysis *now = seesaw_session_get_now (session_of (self));
  double low;
  double high;
  double step;

  if (now == NULL)
    return;

  self->is_updating = TRUE;
  seesaw_session_get_range (session_of (self), &low, &high);
  step = seesaw_session_get_step (session_of (self));
  gtk_adjustment_configure (self->slider_gamma, seesaw_session_get_gamma (session_of (self)), low,
                            high, step, 10.0 * step, 0.0);
  gtk_spin_button_set_increments (self->entry, step, 10.0 * step);
  show_marks (self);
  show_epochs (self, seesaw_session_get_run (session_of (self)), now->epoch->index);
  for (int i = 0; i < SEESAW_N_KNOWN_GAMMAS; i++)
    gtk_widget_set_visible (self->known[i], !isnan (now->gamma[i]));
  show_remarks (self, now);
  self->is_updating = FALSE;

  show_gamma (self);
}

static void
seesaw_gamma_bar_show_gamma (SeesawFollower *follower)
{
  show_gamma (SEESAW_GAMMA_BAR (follower));
}

static void
seesaw_gamma_bar_show_view (SeesawFollower *follower)
{
  show_view (SEESAW_GAMMA_BAR (follower));
}

/* γ may be the same number, and yet that of one run from now on. */
static void
seesaw_gamma_bar_show_runs (SeesawFollower *follower)
{
  if (seesaw_session_get_now (seesaw_follower_get_session (follower)) != NULL)
    show_gamma (SEESAW_GAMMA_BAR (follower));
}

static void
take_gamma (SeesawGammaBar *self, double gamma)
{
  if (self->is_updating || session_of (self) == NULL)
    return;

  adw_animation_reset (self->glide);
  seesaw_session_set_gamma (session_of (self), gamma);
}

static void
on_slider (GtkAdjustment *adjustment, SeesawGammaBar *self)
{
  g_assert (SEESAW_IS_GAMMA_BAR (self));

  take_gamma (self, gtk_adjustment_get_value (adjustment));
}

static void
on_entry (GtkSpinButton *entry, SeesawGammaBar *self)
{
  g_assert (SEESAW_IS_GAMMA_BAR (self));

  take_gamma (self, gtk_spin_button_get_value (entry));
}

/* Text that was only shown, not typed, stands for the exact value behind it. */
static int
on_entry_input (GtkSpinButton *entry, double *value, SeesawGammaBar *self)
{
  double exact = gtk_adjustment_get_value (gtk_spin_button_get_adjustment (entry));
  g_autofree char *shown = seesaw_number_gamma (exact);
  const char *text = gtk_editable_get_text (GTK_EDITABLE (entry));

  if (g_str_equal (shown, text))
    *value = exact;
  else if (!seesaw_number_parse (text, value))
    return GTK_INPUT_ERROR;

  return TRUE;
}

static gboolean
on_entry_output (GtkSpinButton *entry, SeesawGammaBar *self)
{
  g_autofree char *text =
      seesaw_number_gamma (gtk_adjustment_get_value (gtk_spin_button_get_adjustment (entry)));

  if (!g_str_equal (text, gtk_editable_get_text (GTK_EDITABLE (entry))))
    gtk_editable_set_text (GTK_EDITABLE (entry), text);

  return TRUE;
}

static void
on_epoch (GtkDropDown *epochs, GParamSpec *pspec, SeesawGammaBar *self)
{
  guint selected = gtk_drop_down_get_selected (epochs);

  g_assert (SEESAW_IS_GAMMA_BAR (self));

  if (!self->is_updating && selected != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.epoch", "u", selected);
}

static void
glide (double gamma, gpointer user_data)
{
  seesaw_session_set_gamma (session_of (SEESAW_GAMMA_BAR (user_data)), gamma);
}

static void
seesaw_gamma_bar_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (seesaw_gamma_bar_parent_class)->realize (widget);

  g_signal_connect_object (gtk_native_get_surface (gtk_widget_get_native (widget)), "notify::width",
                           G_CALLBACK (show_marks), widget, G_CONNECT_SWAPPED);
}

static void
seesaw_gamma_bar_dispose (GObject *object)
{
  SeesawGammaBar *self = SEESAW_GAMMA_BAR (object);

  g_clear_object (&self->glide);
  /* AdwBin would let go of it after the template has. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), SEESAW_TYPE_GAMMA_BAR);

  G_OBJECT_CLASS (seesaw_gamma_bar_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  static const char *const known[SEESAW_N_KNOWN_GAMMAS] = { "alg", "pcv", "oracle", "balance" };

  for (gsize i = 0; i < SEESAW_N_KNOWN_GAMMAS; i++)
    gtk_widget_class_bind_template_child_full (widget_class, known[i], FALSE,
                                               G_STRUCT_OFFSET (SeesawGammaBar, known) +
                                                   (gssize) (i * sizeof (GtkWidget *)));
  gtk_widget_class_bind_template_child (widget_class, SeesawGammaBar, own);
  gtk_widget_class_bind_template_child (widget_class, SeesawGammaBar, slider);
  gtk_widget_class_bind_template_child (widget_class, SeesawGammaBar, slider_gamma);
  gtk_widget_class_bind_template_child (widget_class, SeesawGammaBar, entry);
  gtk_widget_class_bind_template_child (widget_class, SeesawGammaBar, epochs);
  gtk_widget_class_bind_template_child (widget_class, SeesawGammaBar, seen);
  gtk_widget_class_bind_template_child (widget_class, SeesawGammaBar, unseen);
  gtk_widget_class_bind_template_child (widget_class, SeesawGammaBar, all);
  gtk_widget_class_bind_template_child (widget_class, SeesawGammaBar, harmonic);
  gtk_widget_class_bind_template_child (widget_class, SeesawGammaBar, mass);
  gtk_widget_class_bind_template_child (widget_class, SeesawGammaBar, remarks);
  gtk_widget_class_bind_template_callback (widget_class, on_slider);
  gtk_widget_class_bind_template_callback (widget_class, on_entry);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_input);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_output);
  gtk_widget_class_bind_template_callback (widget_class, on_epoch);
}

static void
seesaw_gamma_bar_class_init (SeesawGammaBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = seesaw_gamma_bar_dispose;
  SEESAW_FOLLOWER_CLASS (klass)->show_view = seesaw_gamma_bar_show_view;
  SEESAW_FOLLOWER_CLASS (klass)->show_runs = seesaw_gamma_bar_show_runs;
  SEESAW_FOLLOWER_CLASS (klass)->show_gamma = seesaw_gamma_bar_show_gamma;
  widget_class->realize = seesaw_gamma_bar_realize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/seesaw/Seesaw/ui/seesaw-gamma-bar.ui");
  bind_children (widget_class);

  g_type_ensure (SEESAW_TYPE_FIGURE_LABEL);
}

static void
seesaw_gamma_bar_init (SeesawGammaBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->glide = adw_timed_animation_new (GTK_WIDGET (self), 0.0, 0.0, GLIDE_MS,
                                         adw_callback_animation_target_new (glide, self, NULL));
}

/**
 * seesaw_gamma_bar_focus_slider:
 *
 * Takes the keyboard to the slider.
 */
void
seesaw_gamma_bar_focus_slider (SeesawGammaBar *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->slider));
}

/**
 * seesaw_gamma_bar_glide_to:
 * @gamma: where γ is to go
 *
 * Moves γ there so that the eye can follow; at once where animations are off.
 */
void
seesaw_gamma_bar_glide_to (SeesawGammaBar *self, double gamma)
{
  AdwTimedAnimation *timed = ADW_TIMED_ANIMATION (self->glide);

  adw_animation_pause (self->glide);
  adw_timed_animation_set_value_from (timed, seesaw_session_get_gamma (session_of (self)));
  adw_timed_animation_set_value_to (timed, gamma);
  adw_animation_reset (self->glide);
  adw_animation_play (self->glide);
}
