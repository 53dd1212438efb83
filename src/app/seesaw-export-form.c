/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "seesaw-export-form.h"

#include "seesaw-export-values.h"

#include <glib/gi18n.h>

/* What can be chosen for a figure. Each row is named like the member of a style that it shows, and
 * all go through the texts that the command line takes, too.
 */
struct _SeesawExportForm
{
  AdwBin parent_instance;

  SeesawFigureSettings settings; /* as they are shown */
  gboolean is_showing;
};

G_DEFINE_FINAL_TYPE (SeesawExportForm, seesaw_export_form, ADW_TYPE_BIN)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *const entries[] = { "width", "height", "font-size", "line-width",
                                       "xlim",  "ylim",   "ticks",     "dpi" };
static const char *const words[] = { "legend", "unit", "palette", "background" };
static const char *const flags[] = { "title", "grid" };

/* Rows of their own kind, beside them. */
static const char *const others[] = { "preset", "font", "length-unit", "format", "data", "marks" };

static gpointer
get_row (SeesawExportForm *self, const char *name)
{
  GObject *row = gtk_widget_get_template_child (GTK_WIDGET (self), SEESAW_TYPE_EXPORT_FORM, name);

  g_assert (row != NULL);

  return row;
}

static void
select_row (SeesawExportForm *self, const char *name, guint position)
{
  adw_combo_row_set_selected (ADW_COMBO_ROW (get_row (self, name)), position);
}

static guint
get_selected (SeesawExportForm *self, const char *name)
{
  return adw_combo_row_get_selected (ADW_COMBO_ROW (get_row (self, name)));
}

static void
set_switch (SeesawExportForm *self, const char *name, gboolean is_on)
{
  gtk_switch_set_active (GTK_SWITCH (get_row (self, name)), is_on);
}

static gboolean
get_switch (SeesawExportForm *self, const char *name)
{
  return gtk_switch_get_active (GTK_SWITCH (get_row (self, name)));
}

/* Position 0 is for what is no preset. */
static guint
find_preset (const char *id)
{
  gsize n;
  const SeesawPreset *presets = seesaw_preset_list (&n);

  for (guint i = 0; id != NULL && i < n; i++)
    if (g_str_equal (presets[i].id, id))
      return i + 1;

  return 0;
}

/* A font that is not installed is listed where a style asks for it, so that it can be seen. */
static void
show_font (SeesawExportForm *self, const char *font)
{
  GtkDropDown *row = get_row (self, "font");
  GtkStringList *fonts = GTK_STRING_LIST (gtk_drop_down_get_model (row));
  guint n = g_list_model_get_n_items (G_LIST_MODEL (fonts));

  for (guint i = 0; i < n; i++)
    if (g_str_equal (gtk_string_list_get_string (fonts, i), font))
      {
        gtk_drop_down_set_selected (row, i);
        return;
      }

  gtk_string_list_append (fonts, font);
  gtk_drop_down_set_selected (row, n);
}

static void
show_style (SeesawExportForm *self)
{
  const SeesawFigureStyle *style = &self->settings.style;

  for (gsize i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      g_autofree char *text = seesaw_export_values_format (&self->settings, entries[i]);

      gtk_editable_set_text (GTK_EDITABLE (get_row (self, entries[i])), text);
    }
  show_font (self, style->font);
  select_row (self, "legend", style->legend);
  select_row (self, "unit", style->unit);
  select_row (self, "palette", style->palette);
  select_row (self, "background", style->background);
  set_switch (self, "title", style->title);
  set_switch (self, "grid", style->grid);
  select_row (self, "preset", find_preset (style->preset));
}

/**
 * seesaw_export_form_focus:
 *
 * Begins with what decides on most of the rest.
 */
void
seesaw_export_form_focus (SeesawExportForm *self)
{
  gtk_widget_grab_focus (get_row (self, "preset"));
}

/**
 * seesaw_export_form_show:
 * @settings: what is chosen
 */
void
seesaw_export_form_show (SeesawExportForm *self, const SeesawFigureSettings *settings)
{
  seesaw_figure_settings_copy (&self->settings, settings);
  self->is_showing = TRUE;
  select_row (self, "length-unit", settings->length_unit);
  select_row (self, "format", settings->format);
  set_switch (self, "data", settings->with_data);
  set_switch (self, "marks", settings->with_marks);
  show_style (self);
  self->is_showing = FALSE;
}

static const char *
get_font (SeesawExportForm *self)
{
  GtkStringObject *font = gtk_drop_down_get_selected_item (GTK_DROP_DOWN (get_row (self, "font")));

  return font != NULL ? gtk_string_object_get_string (font) : "";
}

static gboolean
read_rows (SeesawExportForm *self, SeesawFigureSettings *settings, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (entries); i++)
    if (!seesaw_export_values_parse (
            settings, entries[i], gtk_editable_get_text (GTK_EDITABLE (get_row (self, entries[i]))),
            error))
      return FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (!seesaw_style_set (&settings->style, words[i],
                           seesaw_style_list_words (words[i])[get_selected (self, words[i])],
                           error))
      return FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (flags); i++)
    if (!seesaw_style_set (&settings->style, flags[i], get_switch (self, flags[i]) ? "yes" : "no",
                           error))
      return FALSE;

  return seesaw_style_set (&settings->style, "font", get_font (self), error);
}

/**
 * seesaw_export_form_read:
 * @settings: (inout): gets what is chosen; not to be relied on where that makes no sense
 * @error: return location for a `SEESAW_ERROR`
 *
 * Returns: whether all that was typed can be understood
 */
gboolean
seesaw_export_form_read (SeesawExportForm *self, SeesawFigureSettings *settings, GError **error)
{
  seesaw_figure_settings_copy (settings, &self->settings);
  settings->format = get_selected (self, "format");
  settings->with_data = get_switch (self, "data");
  settings->with_marks = get_switch (self, "marks");
  if (!read_rows (self, settings, error))
    return FALSE;

  if (!seesaw_export_values_match_preset (&settings->style))
    g_clear_pointer (&settings->style.preset, g_free);

  return TRUE;
}

static void
tell (SeesawExportForm *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

/* What is shown of the preset follows what is typed. */
static void
follow (SeesawExportForm *self)
{
  g_auto (SeesawFigureSettings) settings;

  seesaw_figure_settings_init (&settings);
  if (!seesaw_export_form_read (self, &settings, NULL))
    return;

  seesaw_figure_settings_copy (&self->settings, &settings);
  self->is_showing = TRUE;
  select_row (self, "preset", find_preset (settings.style.preset));
  self->is_showing = FALSE;
}

static void
on_changed (SeesawExportForm *self)
{
  if (self->is_showing)
    return;

  follow (self);
  tell (self);
}

/* Of what one row says about others. */
static void
show_change (SeesawExportForm *self)
{
  self->is_showing = TRUE;
  show_style (self);
  self->is_showing = FALSE;
  tell (self);
}

static void
on_preset_changed (SeesawExportForm *self)
{
  guint selected = get_selected (self, "preset");
  gsize n;
  const SeesawPreset *presets = seesaw_preset_list (&n);

  if (self->is_showing)
    return;

  /* What no preset says stays as it is. */
  if (selected == 0 || selected > n)
    g_clear_pointer (&self->settings.style.preset, g_free);
  else
    seesaw_style_apply_preset (&self->settings.style, &presets[selected - 1]);
  show_change (self);
}

static void
on_unit_changed (SeesawExportForm *self)
{
  if (self->is_showing)
    return;

  self->settings.length_unit = get_selected (self, "length-unit");
  show_change (self);
}

static void
connect (SeesawExportForm *self,
         const char *name,
         const char *signal,
         void (*handler) (SeesawExportForm *))
{
  g_signal_connect_object (get_row (self, name), signal, G_CALLBACK (handler), self,
                           G_CONNECT_SWAPPED);
}

static void
connect_rows (SeesawExportForm *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (entries); i++)
    connect (self, entries[i], "changed", on_changed);
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    connect (self, words[i], "notify::selected", on_changed);
  for (gsize i = 0; i < G_N_ELEMENTS (flags); i++)
    connect (self, flags[i], "notify::active", on_changed);
  connect (self, "font", "notify::selected", on_changed);
  connect (self, "format", "notify::selected", on_changed);
  connect (self, "data", "notify::active", on_changed);
  connect (self, "marks", "notify::active", on_changed);
  connect (self, "preset", "notify::selected", on_preset_changed);
  connect (self, "length-unit", "notify::selected", on_unit_changed);
}

static void
fill_choices (SeesawExportForm *self)
{
  g_autoptr (GtkStringList) presets = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) fonts = seesaw_export_values_list_fonts ();
  gsize n;
  const SeesawPreset *all = seesaw_preset_list (&n);

  gtk_string_list_append (presets, _ ("Custom"));
  for (gsize i = 0; i < n; i++)
    gtk_string_list_append (presets, _ (all[i].title));
  adw_combo_row_set_model (ADW_COMBO_ROW (get_row (self, "preset")), G_LIST_MODEL (presets));
  gtk_drop_down_set_model (GTK_DROP_DOWN (get_row (self, "font")), G_LIST_MODEL (fonts));
}

static void
seesaw_export_form_dispose (GObject *object)
{
  /* AdwBin would let go of it after the template has. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), SEESAW_TYPE_EXPORT_FORM);

  G_OBJECT_CLASS (seesaw_export_form_parent_class)->dispose (object);
}

static void
seesaw_export_form_finalize (GObject *object)
{
  seesaw_figure_settings_clear (&SEESAW_EXPORT_FORM (object)->settings);

  G_OBJECT_CLASS (seesaw_export_form_parent_class)->finalize (object);
}

static void
bind (GtkWidgetClass *widget_class, const char *const *names, gsize n)
{
  for (gsize i = 0; i < n; i++)
    gtk_widget_class_bind_template_child_full (widget_class, names[i], FALSE, 0);
}

static void
seesaw_export_form_class_init (SeesawExportFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = seesaw_export_form_dispose;
  object_class->finalize = seesaw_export_form_finalize;

  /**
   * SeesawExportForm::changed:
   *
   * Something else was chosen or typed, whether or not it makes sense.
   */
  signals[CHANGED] = g_signal_new ("changed", SEESAW_TYPE_EXPORT_FORM, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/seesaw/Seesaw/ui/seesaw-export-form.ui");
  bind (widget_class, entries, G_N_ELEMENTS (entries));
  bind (widget_class, words, G_N_ELEMENTS (words));
  bind (widget_class, flags, G_N_ELEMENTS (flags));
  bind (widget_class, others, G_N_ELEMENTS (others));
}

static void
seesaw_export_form_init (SeesawExportForm *self)
{
  seesaw_figure_settings_init (&self->settings);
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_choices (self);
  connect_rows (self);
}
