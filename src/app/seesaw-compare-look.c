/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "seesaw-compare-look.h"

#include "seesaw-compare-names.h"

#include <glib/gi18n.h>

/* How a comparison is drawn, as a menu. Its properties, and the actions of the same names, are what
 * is shown; what was chosen comes back where it is possible again.
 */
struct _SeesawCompareLook
{
  AdwBin parent_instance;

  SeesawCompareWay way;         /* as chosen */
  SeesawComparison *comparison; /* NULL: nothing is compared yet */
  char *x;

  /* Template children */
  GtkMenuButton *button;
};

enum
{
  PROP_0,
  PROP_MARKS,
  PROP_SORT,
  PROP_SCALE,
  N_PROPS
};

enum
{
  CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SeesawCompareLook, seesaw_compare_look, ADW_TYPE_BIN)

static gboolean
is_sorted_by_number (SeesawCompareLook *self)
{
  return self->comparison != NULL &&
         seesaw_compare_is_sorted_by_number (self->comparison, self->x, self->way.sort);
}

static SeesawCompareSort
get_sort (SeesawCompareLook *self)
{
  if (self->way.sort != SEESAW_COMPARE_SORT_AUTO)
    return self->way.sort;

  return is_sorted_by_number (self) ? SEESAW_COMPARE_SORT_ATTRIBUTE : SEESAW_COMPARE_SORT_RUNS;
}

static SeesawCompareScale
get_scale (SeesawCompareLook *self)
{
  gboolean is_possible = self->comparison == NULL ||
                         seesaw_compare_can_scale (self->comparison, self->x, self->way.scale);

  return is_possible ? self->way.scale : SEESAW_COMPARE_SCALE_AUTO;
}

/* Nothing but what is on the menu is set. */
static int
find_word (const char *const *words, const char *word)
{
  for (int i = 0; words[i] != NULL; i++)
    if (g_strcmp0 (words[i], word) == 0)
      return i;

  return 0;
}

static void
show_way (SeesawCompareLook *self)
{
  gboolean has_scale = is_sorted_by_number (self);

  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
      self->way.marks == SEESAW_COMPARE_BARS ? _ ("Bars") : _ ("Points"), -1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "compare.scale", has_scale);
  gtk_widget_action_set_enabled (
      GTK_WIDGET (self), "compare.log-scale",
      has_scale && seesaw_compare_can_scale (self->comparison, self->x, SEESAW_COMPARE_SCALE_LOG));
  for (int i = 1; i < N_PROPS; i++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
}

static void
choose (SeesawCompareLook *self, SeesawCompareWay way)
{
  self->way = way;
  show_way (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
seesaw_compare_look_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  SeesawCompareLook *self = SEESAW_COMPARE_LOOK (object);

  switch (prop_id)
    {
    case PROP_MARKS:
      g_value_set_static_string (value, seesaw_compare_marks[self->way.marks]);
      break;

    case PROP_SORT:
      g_value_set_static_string (value, seesaw_compare_sorts[get_sort (self)]);
      break;

    case PROP_SCALE:
      g_value_set_static_string (value, seesaw_compare_scales[get_scale (self)]);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
seesaw_compare_look_set_property (GObject *object,
                                  guint prop_id,
                                  const GValue *value,
                                  GParamSpec *pspec)
{
  SeesawCompareLook *self = SEESAW_COMPARE_LOOK (object);
  SeesawCompareWay way = self->way;
  const char *word = g_value_get_string (value);

  switch (prop_id)
    {
    case PROP_MARKS:
      way.marks = (SeesawCompareMarks) find_word (seesaw_compare_marks, word);
      break;

    case PROP_SORT:
      way.sort = (SeesawCompareSort) find_word (seesaw_compare_sorts, word);
      break;

    case PROP_SCALE:
      way.scale = (SeesawCompareScale) find_word (seesaw_compare_scales, word);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
  choose (self, way);
}

static void
seesaw_compare_look_dispose (GObject *object)
{
  SeesawCompareLook *self = SEESAW_COMPARE_LOOK (object);

  g_clear_pointer (&self->comparison, seesaw_comparison_unref);
  g_clear_pointer (&self->x, g_free);
  /* AdwBin would let go of it after the template has. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), SEESAW_TYPE_COMPARE_LOOK);

  G_OBJECT_CLASS (seesaw_compare_look_parent_class)->dispose (object);
}

static GParamSpec *
new_property (const char *name)
{
  return g_param_spec_string (name, NULL, NULL, NULL,
                              G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
}

static void
seesaw_compare_look_class_init (SeesawCompareLookClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = seesaw_compare_look_get_property;
  object_class->set_property = seesaw_compare_look_set_property;
  object_class->dispose = seesaw_compare_look_dispose;

  /**
   * SeesawCompareLook:marks:
   *
   * What is drawn: "points" or "bars".
   */
  properties[PROP_MARKS] = new_property ("marks");

  /**
   * SeesawCompareLook:sort:
   *
   * In which order, as on the command line.
   */
  properties[PROP_SORT] = new_property ("sort");

  /**
   * SeesawCompareLook:scale:
   *
   * Where numbers stand, likewise; "auto" where what was chosen is not possible.
   */
  properties[PROP_SCALE] = new_property ("scale");

  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * SeesawCompareLook::changed:
   *
   * The user has chosen.
   */
  signals[CHANGED] = g_signal_new ("changed", SEESAW_TYPE_COMPARE_LOOK, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_property_action (widget_class, "compare.marks", "marks");
  gtk_widget_class_install_property_action (widget_class, "compare.sort", "sort");
  gtk_widget_class_install_property_action (widget_class, "compare.scale", "scale");
  gtk_widget_class_install_property_action (widget_class, "compare.log-scale", "scale");
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/seesaw/Seesaw/ui/seesaw-compare-look.ui");
  gtk_widget_class_bind_template_child (widget_class, SeesawCompareLook, button);
}

static void
seesaw_compare_look_init (SeesawCompareLook *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  show_way (self);
}

/**
 * seesaw_compare_look_set_comparison:
 * @comparison: what is compared; a reference is kept
 * @x: the attribute along x
 *
 * Finds out what is possible.
 */
void
seesaw_compare_look_set_comparison (SeesawCompareLook *self,
                                    const SeesawComparison *comparison,
                                    const char *x)
{
  seesaw_comparison_ref ((SeesawComparison *) comparison);
  g_clear_pointer (&self->comparison, seesaw_comparison_unref);
  self->comparison = (SeesawComparison *) comparison;
  g_free (self->x);
  self->x = g_strdup (x);
  show_way (self);
}

/**
 * seesaw_compare_look_set_way:
 * @way: what was chosen once
 */
void
seesaw_compare_look_set_way (SeesawCompareLook *self, SeesawCompareWay way)
{
  self->way = way;
  show_way (self);
}

/**
 * seesaw_compare_look_get_way:
 *
 * Returns: what was chosen
 */
SeesawCompareWay
seesaw_compare_look_get_way (SeesawCompareLook *self)
{
  return self->way;
}
