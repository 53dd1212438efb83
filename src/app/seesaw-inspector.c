/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "seesaw-inspector.h"

#include "seesaw-class-columns.h"
#include "seesaw-figure-pane.h"
#include "seesaw-number.h"

#include <glib/gi18n.h>

#define PARTS (SEESAW_PART_CLASSES | SEESAW_PART_DRIFT)
#define N_LISTED 5

/* What is known of the selected class. */
struct _SeesawInspector
{
  AdwBin parent_instance;

  SeesawSession *session;
  gboolean is_held;
  GtkLabel *values[SEESAW_N_CLASS_COLUMNS]; /* NULL for what the heading says */

  /* Template children */
  GtkLabel *name;
  GtkLabel *side;
  GtkGrid *facts;
  GtkWidget *confusion_group;
  GtkListBox *confusions;
  GtkWidget *alike_group;
  GtkListBox *alike;
  GtkListBox *against;
};

enum
{
  PROP_0,
  PROP_SESSION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SeesawInspector, seesaw_inspector, ADW_TYPE_BIN)

static void
clear_list (GtkListBox *list)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, row);
}

/* A class and a number; activating the row selects the class. */
static void
add_row (GtkListBox *list, const SeesawClasses *classes, gint32 label, const char *number)
{
  g_autofree char *name = seesaw_class_get_name (classes, label);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *text = gtk_label_new (name);
  GtkWidget *value = gtk_label_new (number);
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_widget_set_hexpand (text, TRUE);
  gtk_label_set_xalign (GTK_LABEL (text), 0.0f);
  gtk_label_set_ellipsize (GTK_LABEL (text), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (text, classes->seen[label] ? "seen" : "unseen");
  gtk_widget_add_css_class (value, "numeric");
  gtk_widget_add_css_class (box, "inspector-row");
  gtk_box_append (GTK_BOX (box), text);
  gtk_box_append (GTK_BOX (box), value);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data (G_OBJECT (row), "label", GINT_TO_POINTER (label));
  gtk_list_box_append (list, row);
}

static void
list_confusions (SeesawInspector *self, const SeesawSubject *subject)
{
  const SeesawView *view = subject->view;
  SeesawConfusion confusions[N_LISTED];
  gsize n = 0;

  clear_list (self->confusions);
  if (view->classes != NULL)
    n = seesaw_class_table_list_confusions (view->classes, (gsize) subject->selected,
                                            subject->gamma, confusions, N_LISTED);
  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *number = seesaw_number_count ((double) confusions[i].n_samples);

      add_row (self->confusions, view->run->classes, confusions[i].predicted, number);
    }
  gtk_widget_set_visible (self->confusion_group, n > 0);
}

static void
list_alike (SeesawInspector *self, const SeesawSubject *subject, gboolean most)
{
  GtkListBox *list = most ? self->alike : self->against;
  const SeesawView *view = subject->view;
  SeesawAlike alike[N_LISTED];
  gsize n = seesaw_drift_map_list_alike (view->map, subject->selected, most, alike, N_LISTED);

  clear_list (list);
  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *number = seesaw_number_fraction (alike[i].similarity);

      add_row (list, view->run->classes, alike[i].label, number);
    }
}

static void
show_facts (SeesawInspector *self, const SeesawSubject *subject)
{
  for (int c = 0; c < SEESAW_N_CLASS_COLUMNS; c++)
    {
      g_autofree char *text = NULL;

      if (self->values[c] == NULL)
        continue;

      text = seesaw_class_column_get_text ((SeesawClassColumn) c, subject, subject->selected);
      gtk_label_set_label (self->values[c], text);
    }
}

static gboolean
find_subject (SeesawInspector *self, SeesawSubject *subject)
{
  return gtk_widget_get_mapped (GTK_WIDGET (self)) &&
         seesaw_session_get_subject (self->session, subject) && subject->selected >= 0;
}

static void
show_gamma (SeesawInspector *self)
{
  SeesawSubject subject;

  if (!find_subject (self, &subject))
    return;

  show_facts (self, &subject);
  list_confusions (self, &subject);
}

static void
show_class (SeesawInspector *self)
{
  SeesawSubject subject;
  const SeesawClasses *classes;
  g_autofree char *name = NULL;
  g_autofree char *title = NULL;

  if (!find_subject (self, &subject))
    return;

  classes = subject.view->run->classes;
  name = seesaw_class_get_name (classes, subject.selected);
  gtk_label_set_label (self->name, name);
  /* Translators: what the pane on a class is called by screen readers; %s is the class. */
  title = g_strdup_printf (_ ("Class %s"), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_label_set_label (self->side, classes->seen[subject.selected] ? _ ("Seen") : _ ("Unseen"));
  gtk_widget_remove_css_class (GTK_WIDGET (self->side), "seen");
  gtk_widget_remove_css_class (GTK_WIDGET (self->side), "unseen");
  gtk_widget_add_css_class (GTK_WIDGET (self->side),
                            classes->seen[subject.selected] ? "seen" : "unseen");

  gtk_widget_set_visible (self->alike_group, subject.view->map != NULL);
  if (subject.view->map != NULL)
    {
      list_alike (self, &subject, TRUE);
      list_alike (self, &subject, FALSE);
    }
  show_gamma (self);
}

static void
on_row (GtkListBox *list, GtkListBoxRow *row, SeesawInspector *self)
{
  g_assert (SEESAW_IS_INSPECTOR (self));

  seesaw_session_set_selected (self->session,
                               GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "label")));
}

static void
close_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  seesaw_session_set_selected (SEESAW_INSPECTOR (widget)->session, -1);
}

static void
seesaw_inspector_map (GtkWidget *widget)
{
  SeesawInspector *self = SEESAW_INSPECTOR (widget);

  GTK_WIDGET_CLASS (seesaw_inspector_parent_class)->map (widget);

  show_class (self);
  seesaw_session_hold (self->session, PARTS);
  self->is_held = TRUE;
}

static void
seesaw_inspector_unmap (GtkWidget *widget)
{
  SeesawInspector *self = SEESAW_INSPECTOR (widget);

  if (self->is_held)
    seesaw_session_release (self->session, PARTS);
  self->is_held = FALSE;

  GTK_WIDGET_CLASS (seesaw_inspector_parent_class)->unmap (widget);
}

static void
set_session (SeesawInspector *self, SeesawSession *session)
{
  if (!g_set_object (&self->session, session) || session == NULL)
    return;

  g_signal_connect_object (session, "view-changed", G_CALLBACK (show_class), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::selected", G_CALLBACK (show_class), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::gamma", G_CALLBACK (show_gamma), self,
                           G_CONNECT_SWAPPED);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

static void
seesaw_inspector_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, SEESAW_INSPECTOR (object)->session);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
seesaw_inspector_set_property (GObject *object,
                               guint prop_id,
                               const GValue *value,
                               GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_SESSION:
      set_session (SEESAW_INSPECTOR (object), g_value_get_object (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
seesaw_inspector_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SEESAW_TYPE_INSPECTOR);
  g_clear_object (&SEESAW_INSPECTOR (object)->session);

  G_OBJECT_CLASS (seesaw_inspector_parent_class)->dispose (object);
}

static void
seesaw_inspector_class_init (SeesawInspectorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = seesaw_inspector_get_property;
  object_class->set_property = seesaw_inspector_set_property;
  object_class->dispose = seesaw_inspector_dispose;
  widget_class->map = seesaw_inspector_map;
  widget_class->unmap = seesaw_inspector_unmap;

  /**
   * SeesawInspector:session:
   *
   * What is looked at; set once.
   */
  properties[PROP_SESSION] =
      g_param_spec_object ("session", NULL, NULL, SEESAW_TYPE_SESSION,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/seesaw/Seesaw/ui/seesaw-inspector.ui");
  gtk_widget_class_bind_template_child (widget_class, SeesawInspector, name);
  gtk_widget_class_bind_template_child (widget_class, SeesawInspector, side);
  gtk_widget_class_bind_template_child (widget_class, SeesawInspector, facts);
  gtk_widget_class_bind_template_child (widget_class, SeesawInspector, confusion_group);
  gtk_widget_class_bind_template_child (widget_class, SeesawInspector, confusions);
  gtk_widget_class_bind_template_child (widget_class, SeesawInspector, alike_group);
  gtk_widget_class_bind_template_child (widget_class, SeesawInspector, alike);
  gtk_widget_class_bind_template_child (widget_class, SeesawInspector, against);
  gtk_widget_class_bind_template_callback (widget_class, on_row);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_install_action (widget_class, "inspector.close", NULL, close_action);

  g_type_ensure (SEESAW_TYPE_FIGURE_PANE);
  g_type_ensure (SEESAW_TYPE_SESSION);
}

static void
seesaw_inspector_init (SeesawInspector *self)
{
  int row = 0;

  gtk_widget_init_template (GTK_WIDGET (self));

  for (int c = SEESAW_CLASS_COLUMN_SAMPLES; c < SEESAW_N_CLASS_COLUMNS; c++)
    {
      GtkWidget *title;

      /* There is a list of these. */
      if (c == SEESAW_CLASS_COLUMN_CONFUSION)
        continue;

      title = gtk_label_new (seesaw_class_column_get_title ((SeesawClassColumn) c));
      gtk_label_set_xalign (GTK_LABEL (title), 0.0f);
      gtk_widget_set_hexpand (title, TRUE);
      gtk_widget_add_css_class (title, "dim-label");
      self->values[c] = GTK_LABEL (gtk_label_new (""));
      gtk_label_set_xalign (self->values[c], 1.0f);
      gtk_widget_add_css_class (GTK_WIDGET (self->values[c]), "numeric");
      gtk_grid_attach (self->facts, title, 0, row, 1, 1);
      gtk_grid_attach (self->facts, GTK_WIDGET (self->values[c]), 1, row++, 1, 1);
    }
}
