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
  SeesawFollower parent_instance;

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

G_DEFINE_FINAL_TYPE (SeesawInspector, seesaw_inspector, SEESAW_TYPE_FOLLOWER)

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
find_subject (SeesawFollower *follower, SeesawSubject *subject)
{
  return seesaw_session_get_subject (seesaw_follower_get_session (follower), subject) &&
         subject->selected >= 0;
}

static void
seesaw_inspector_show_gamma (SeesawFollower *follower)
{
  SeesawInspector *self = SEESAW_INSPECTOR (follower);
  SeesawSubject subject;

  if (!find_subject (follower, &subject))
    return;

  show_facts (self, &subject);
  list_confusions (self, &subject);
}

static void
seesaw_inspector_show_class (SeesawFollower *follower)
{
  SeesawInspector *self = SEESAW_INSPECTOR (follower);
  SeesawSubject subject;
  const SeesawClasses *classes;
  g_autofree char *name = NULL;
  g_autofree char *title = NULL;

  if (!find_subject (follower, &subject))
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
  seesaw_inspector_show_gamma (follower);
}

static void
on_row (GtkListBox *list, GtkListBoxRow *row, SeesawInspector *self)
{
  g_assert (SEESAW_IS_INSPECTOR (self));

  seesaw_session_set_selected (seesaw_follower_get_session (SEESAW_FOLLOWER (self)),
                               GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "label")));
}

static void
close_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  seesaw_session_set_selected (seesaw_follower_get_session (SEESAW_FOLLOWER (widget)), -1);
}

static void
seesaw_inspector_dispose (GObject *object)
{
  /* AdwBin would let go of it after the template has. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), SEESAW_TYPE_INSPECTOR);

  G_OBJECT_CLASS (seesaw_inspector_parent_class)->dispose (object);
}

static void
seesaw_inspector_class_init (SeesawInspectorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SeesawFollowerClass *follower_class = SEESAW_FOLLOWER_CLASS (klass);

  object_class->dispose = seesaw_inspector_dispose;
  follower_class->show_view = seesaw_inspector_show_class;
  follower_class->show_selected = seesaw_inspector_show_class;
  follower_class->show_gamma = seesaw_inspector_show_gamma;

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
}

static void
seesaw_inspector_init (SeesawInspector *self)
{
  int row = 0;

  gtk_widget_init_template (GTK_WIDGET (self));
  seesaw_follower_set_parts (SEESAW_FOLLOWER (self), PARTS);

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
