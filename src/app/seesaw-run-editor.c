/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "seesaw-run-editor.h"

#include "seesaw-number.h"
#include "seesaw-run-swatch.h"
#include "seesaw-theme.h"

#include <glib/gi18n.h>
#include <math.h>

#define SWATCHES_PER_ROW 4

/* What stands before the known γs, and before the epochs, in their drop-downs. */
#define N_GAMMA_CHOICES 2
#define N_EPOCH_CHOICES 3

/* What is chosen for one run alone: its colour, its γ, its epoch. */
struct _SeesawRunEditor
{
  GtkPopover parent_instance;

  SeesawSession *session;
  SeesawOpenRun *run;
  const SeesawRun *listed; /* of which the epochs are listed; only to be compared */
  gboolean is_updating;
  GtkToggleButton *colors[SEESAW_N_RUN_COLORS];
  SeesawRunSwatch *samples[SEESAW_N_RUN_COLORS];

  /* Template children */
  GtkGrid *swatches;
  GtkDropDown *gamma;
  GtkEntry *gamma_number;
  GtkDropDown *epoch;
};

G_DEFINE_FINAL_TYPE (SeesawRunEditor, seesaw_run_editor, GTK_TYPE_POPOVER)

static const SeesawSessionRun *
get_look (SeesawRunEditor *self)
{
  return seesaw_session_get_look (self->session, self->run);
}

static const SeesawView *
get_view (SeesawRunEditor *self)
{
  return seesaw_session_get_run_view (self->session, self->run);
}

static void
on_color (GtkToggleButton *button, SeesawRunEditor *self)
{
  SeesawRunStyle automatic = seesaw_run_style (get_look (self)->style);

  g_assert (SEESAW_IS_RUN_EDITOR (self));

  for (int i = 0; !self->is_updating && i < SEESAW_N_RUN_COLORS; i++)
    if (button == self->colors[i])
      {
        SeesawColor color = (SeesawColor) (SEESAW_COLOR_RUN + i);

        seesaw_session_set_color (self->session, self->run,
                                  color == automatic.color ? SEESAW_COLOR_ALL : color);
      }
}

/* The dialog outlives the popover, which closes when the dialog takes the focus. */
typedef struct
{
  SeesawSession *session;
  SeesawOpenRun *run;
} ColorChoice;

static void
color_choice_free (gpointer data, GClosure *closure)
{
  ColorChoice *choice = data;

  g_object_unref (choice->session);
  g_object_unref (choice->run);
  g_free (choice);
}

static void
on_color_response (GtkDialog *dialog, int response, const ColorChoice *choice)
{
  GdkRGBA rgba;

  if (response == GTK_RESPONSE_OK)
    {
      gtk_color_chooser_get_rgba (GTK_COLOR_CHOOSER (dialog), &rgba);
      seesaw_session_set_color (choice->session, choice->run,
                                seesaw_color_of_hex ((guint) lroundf (rgba.red * 255.0f) << 16 |
                                                     (guint) lroundf (rgba.green * 255.0f) << 8 |
                                                     (guint) lroundf (rgba.blue * 255.0f)));
    }
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
on_custom (GtkButton *button, SeesawRunEditor *self)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
  guint hex = seesaw_color_to_hex (seesaw_session_get_run_style (self->session, self->run).color);
  const GdkRGBA rgba = { (float) (hex >> 16 & 0xff) / 255.0f, (float) (hex >> 8 & 0xff) / 255.0f,
                         (float) (hex & 0xff) / 255.0f, 1.0f };
  GtkWidget *dialog = gtk_color_chooser_dialog_new (_ ("Colour of the Run"), window);
  ColorChoice *choice = g_new (ColorChoice, 1);

  g_assert (SEESAW_IS_RUN_EDITOR (self));

  choice->session = g_object_ref (self->session);
  choice->run = g_object_ref (self->run);
  gtk_color_chooser_set_use_alpha (GTK_COLOR_CHOOSER (dialog), FALSE);
  gtk_color_chooser_set_rgba (GTK_COLOR_CHOOSER (dialog), &rgba);
  gtk_window_set_modal (GTK_WINDOW (dialog), TRUE);
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_color_response), choice,
                         color_choice_free, 0);
  gtk_popover_popdown (GTK_POPOVER (self));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
set_run_gamma (SeesawRunEditor *self, SeesawGammaSetting setting)
{
  seesaw_session_set_run_gamma (self->session, self->run, &setting);
}

/* A number begins where γ is. */
static void
on_gamma (GtkDropDown *drop_down, GParamSpec *pspec, SeesawRunEditor *self)
{
  guint selected = gtk_drop_down_get_selected (drop_down);

  g_assert (SEESAW_IS_RUN_EDITOR (self));

  if (self->is_updating || selected == GTK_INVALID_LIST_POSITION)
    return;

  if (selected == SEESAW_GAMMA_COMMON)
    set_run_gamma (self, (SeesawGammaSetting){ SEESAW_GAMMA_COMMON, 0, 0.0 });
  else if (selected == SEESAW_GAMMA_NUMBER)
    set_run_gamma (self,
                   (SeesawGammaSetting){ SEESAW_GAMMA_NUMBER, 0,
                                         seesaw_session_get_run_gamma (self->session, self->run) });
  else
    set_run_gamma (self,
                   (SeesawGammaSetting){ SEESAW_GAMMA_KNOWN,
                                         (SeesawKnownGamma) (selected - N_GAMMA_CHOICES), 0.0 });
}

static char *
say_gamma (SeesawRunEditor *self)
{
  return seesaw_number_gamma (seesaw_session_get_run_gamma (self->session, self->run));
}

/* Text that was only shown, not typed, stands for the exact value behind it. */
static void
take_number (SeesawRunEditor *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->gamma_number));
  g_autofree char *shown = say_gamma (self);
  double number;

  if (g_str_equal (shown, text))
    return;

  if (seesaw_number_parse (text, &number))
    set_run_gamma (self, (SeesawGammaSetting){ SEESAW_GAMMA_NUMBER, 0, number });
  seesaw_run_editor_update (self);
}

static void
on_gamma_number (GtkEntry *entry, SeesawRunEditor *self)
{
  g_assert (SEESAW_IS_RUN_EDITOR (self));

  take_number (self);
}

static void
on_gamma_leave (GtkEventControllerFocus *focus, SeesawRunEditor *self)
{
  g_assert (SEESAW_IS_RUN_EDITOR (self));

  if (gtk_widget_get_sensitive (GTK_WIDGET (self->gamma_number)))
    take_number (self);
}

static void
on_epoch (GtkDropDown *drop_down, GParamSpec *pspec, SeesawRunEditor *self)
{
  guint selected = gtk_drop_down_get_selected (drop_down);
  SeesawEpochSetting setting = { (SeesawEpochFrom) selected, 0 };

  g_assert (SEESAW_IS_RUN_EDITOR (self));

  if (self->is_updating || selected == GTK_INVALID_LIST_POSITION)
    return;

  if (selected >= N_EPOCH_CHOICES)
    setting = (SeesawEpochSetting){ SEESAW_EPOCH_OF_NUMBER,
                                    get_view (self)->run->epochs[selected - N_EPOCH_CHOICES] };
  seesaw_session_set_run_epoch (self->session, self->run, &setting);
}

static void
show_colors (SeesawRunEditor *self)
{
  SeesawRunStyle style = seesaw_session_get_run_style (self->session, self->run);

  for (int i = 0; i < SEESAW_N_RUN_COLORS; i++)
    {
      SeesawRunStyle sample = style;

      sample.color = (SeesawColor) (SEESAW_COLOR_RUN + i);
      seesaw_run_swatch_set_style (self->samples[i], sample);
      gtk_toggle_button_set_active (self->colors[i], sample.color == style.color);
    }
}

static void
list_gammas (SeesawRunEditor *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, _ ("That of all runs"));
  gtk_string_list_append (names, _ ("Number"));
  gtk_string_list_append (names, _ ("γ_ALG, average logit gap"));
  gtk_string_list_append (names, _ ("γ_PCV, pseudo cross-validation"));
  gtk_string_list_append (names, _ ("γ*, the oracle"));
  gtk_string_list_append (names, _ ("γ_bal, balance"));
  gtk_drop_down_set_model (self->gamma, G_LIST_MODEL (names));
}

static void
show_gamma (SeesawRunEditor *self)
{
  const SeesawGammaSetting *setting = &get_look (self)->gamma[get_view (self)->request.score];
  g_autofree char *gamma = say_gamma (self);

  gtk_drop_down_set_selected (self->gamma, setting->from == SEESAW_GAMMA_KNOWN
                                               ? N_GAMMA_CHOICES + (guint) setting->known
                                               : (guint) setting->from);
  gtk_editable_set_text (GTK_EDITABLE (self->gamma_number), gamma);
  gtk_widget_set_sensitive (GTK_WIDGET (self->gamma_number), setting->from == SEESAW_GAMMA_NUMBER);
}

static void
list_epochs (SeesawRunEditor *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  const SeesawRun *run = get_view (self)->run;

  if (self->listed == run)
    return;

  self->listed = run;
  gtk_string_list_append (names, _ ("That of all runs"));
  gtk_string_list_append (names, _ ("Last"));
  gtk_string_list_append (names, _ ("Best Y/Y at γ_ALG"));
  for (gsize e = 0; e < run->n_epochs; e++)
    gtk_string_list_take (names, g_strdup_printf (_ ("Epoch %d"), run->epochs[e]));
  gtk_drop_down_set_model (self->epoch, G_LIST_MODEL (names));
}

static void
show_epoch (SeesawRunEditor *self)
{
  const SeesawEpochSetting *setting = &get_look (self)->epoch;
  guint selected = (guint) setting->from;

  list_epochs (self);
  if (setting->from == SEESAW_EPOCH_OF_NUMBER)
    selected = N_EPOCH_CHOICES + (guint) seesaw_session_get_run_epoch (self->session, self->run);
  gtk_drop_down_set_selected (self->epoch, selected);
}

static void
add_colors (SeesawRunEditor *self)
{
  static const char *const names[SEESAW_N_RUN_COLORS] = {
    N_ ("Blue"),     N_ ("Orange"),    N_ ("Green"),   N_ ("Purple"),
    N_ ("Sky blue"), N_ ("Vermilion"), N_ ("As text"),
  };
  GtkWidget *custom = gtk_button_new_from_icon_name ("color-select-symbolic");

  for (int i = 0; i < SEESAW_N_RUN_COLORS; i++)
    {
      GtkWidget *button = gtk_toggle_button_new ();

      self->colors[i] = GTK_TOGGLE_BUTTON (button);
      self->samples[i] = g_object_new (SEESAW_TYPE_RUN_SWATCH, NULL);
      gtk_button_set_child (GTK_BUTTON (button), GTK_WIDGET (self->samples[i]));
      gtk_widget_set_tooltip_text (button, _ (names[i]));
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      _ (names[i]), -1);
      gtk_widget_add_css_class (button, "flat");
      if (i > 0)
        gtk_toggle_button_set_group (self->colors[i], self->colors[0]);
      g_signal_connect_object (button, "clicked", G_CALLBACK (on_color), self, 0);
      gtk_grid_attach (self->swatches, button, i % SWATCHES_PER_ROW, i / SWATCHES_PER_ROW, 1, 1);
    }
  gtk_widget_set_tooltip_text (custom, _ ("Another colour…"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (custom), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Another colour"), -1);
  gtk_widget_add_css_class (custom, "flat");
  g_signal_connect_object (custom, "clicked", G_CALLBACK (on_custom), self, 0);
  gtk_grid_attach (self->swatches, custom, SEESAW_N_RUN_COLORS % SWATCHES_PER_ROW,
                   SEESAW_N_RUN_COLORS / SWATCHES_PER_ROW, 1, 1);
}

static void
seesaw_run_editor_dispose (GObject *object)
{
  SeesawRunEditor *self = SEESAW_RUN_EDITOR (object);

  g_clear_object (&self->session);
  g_clear_object (&self->run);
  gtk_popover_set_child (GTK_POPOVER (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), SEESAW_TYPE_RUN_EDITOR);

  G_OBJECT_CLASS (seesaw_run_editor_parent_class)->dispose (object);
}

static void
seesaw_run_editor_class_init (SeesawRunEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = seesaw_run_editor_dispose;

  g_type_ensure (SEESAW_TYPE_RUN_SWATCH);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/seesaw/Seesaw/ui/seesaw-run-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, SeesawRunEditor, swatches);
  gtk_widget_class_bind_template_child (widget_class, SeesawRunEditor, gamma);
  gtk_widget_class_bind_template_child (widget_class, SeesawRunEditor, gamma_number);
  gtk_widget_class_bind_template_child (widget_class, SeesawRunEditor, epoch);
  gtk_widget_class_bind_template_callback (widget_class, on_gamma);
  gtk_widget_class_bind_template_callback (widget_class, on_gamma_number);
  gtk_widget_class_bind_template_callback (widget_class, on_gamma_leave);
  gtk_widget_class_bind_template_callback (widget_class, on_epoch);
}

static void
seesaw_run_editor_init (SeesawRunEditor *self)
{
  self->is_updating = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  add_colors (self);
  list_gammas (self);
  self->is_updating = FALSE;
}

/**
 * seesaw_run_editor_new:
 * @session: what is open
 * @run: an open run
 *
 * Returns: (transfer none): what edits it, empty until it is updated
 */
SeesawRunEditor *
seesaw_run_editor_new (SeesawSession *session, SeesawOpenRun *run)
{
  SeesawRunEditor *self = g_object_new (SEESAW_TYPE_RUN_EDITOR, NULL);

  self->session = g_object_ref (session);
  self->run = g_object_ref (run);

  return self;
}

/**
 * seesaw_run_editor_update:
 *
 * Shows what the session says of the run.
 */
void
seesaw_run_editor_update (SeesawRunEditor *self)
{
  self->is_updating = TRUE;
  show_colors (self);
  show_gamma (self);
  show_epoch (self);
  self->is_updating = FALSE;
}
