/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "seesaw-figure-label.h"

#include "seesaw-number.h"

/* A live figure: what it is, how large, and how that differs from γ = 0. */
struct _SeesawFigureLabel
{
  AdwBin parent_instance;

  char *title;
  char *symbol;

  /* Template children */
  GtkLabel *value;
  GtkLabel *change;
};

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_SYMBOL,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SeesawFigureLabel, seesaw_figure_label, ADW_TYPE_BIN)

static void
seesaw_figure_label_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  SeesawFigureLabel *self = SEESAW_FIGURE_LABEL (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;

    case PROP_SYMBOL:
      g_value_set_string (value, self->symbol);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
set_text (SeesawFigureLabel *self, char **text, const GValue *value, GParamSpec *pspec)
{
  if (g_strcmp0 (*text, g_value_get_string (value)) == 0)
    return;

  g_free (*text);
  *text = g_value_dup_string (value);
  g_object_notify_by_pspec (G_OBJECT (self), pspec);
}

static void
seesaw_figure_label_set_property (GObject *object,
                                  guint prop_id,
                                  const GValue *value,
                                  GParamSpec *pspec)
{
  SeesawFigureLabel *self = SEESAW_FIGURE_LABEL (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      set_text (self, &self->title, value, pspec);
      break;

    case PROP_SYMBOL:
      set_text (self, &self->symbol, value, pspec);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
seesaw_figure_label_dispose (GObject *object)
{
  /* AdwBin would let go of it after the template has. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), SEESAW_TYPE_FIGURE_LABEL);

  G_OBJECT_CLASS (seesaw_figure_label_parent_class)->dispose (object);
}

static void
seesaw_figure_label_finalize (GObject *object)
{
  SeesawFigureLabel *self = SEESAW_FIGURE_LABEL (object);

  g_free (self->title);
  g_free (self->symbol);

  G_OBJECT_CLASS (seesaw_figure_label_parent_class)->finalize (object);
}

static void
seesaw_figure_label_class_init (SeesawFigureLabelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = seesaw_figure_label_get_property;
  object_class->set_property = seesaw_figure_label_set_property;
  object_class->dispose = seesaw_figure_label_dispose;
  object_class->finalize = seesaw_figure_label_finalize;

  /**
   * SeesawFigureLabel:title:
   *
   * What the figure is.
   */
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);

  /**
   * SeesawFigureLabel:symbol:
   *
   * Its symbol, such as "S/Y".
   */
  properties[PROP_SYMBOL] = g_param_spec_string ("symbol", NULL, NULL, NULL, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/seesaw/Seesaw/ui/seesaw-figure-label.ui");
  gtk_widget_class_bind_template_child (widget_class, SeesawFigureLabel, value);
  gtk_widget_class_bind_template_child (widget_class, SeesawFigureLabel, change);
}

static void
seesaw_figure_label_init (SeesawFigureLabel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * seesaw_figure_label_set_values:
 * @value: a fraction; NaN where undefined
 * @reference: the same at γ = 0
 *
 * Shows @value, and its change against @reference.
 */
void
seesaw_figure_label_set_values (SeesawFigureLabel *self, double value, double reference)
{
  g_autofree char *percent = seesaw_number_percent (value);
  g_autofree char *change = seesaw_number_change (value - reference);
  g_autofree char *name = g_strjoin (" ", self->title != NULL ? self->title : "", percent, NULL);

  if (g_str_equal (gtk_label_get_label (self->value), percent) &&
      g_str_equal (gtk_label_get_label (self->change), change))
    return;

  gtk_label_set_label (self->value, percent);
  gtk_label_set_label (self->change, change);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->value), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
}
