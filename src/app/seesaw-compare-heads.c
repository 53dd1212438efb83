/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Heads of a table by which it is sorted. The toolkit shows an arrow in them, but keeps to itself
 * which column it sorts by, and the keyboard does not reach them: so what is done is decided by the
 * table, and the toolkit is only told.
 */

#include "config.h"

#include "seesaw-compare-heads.h"

#include <glib/gi18n.h>

#define HEAD_KEY "seesaw-head"

typedef struct
{
  guint column;
  SeesawHeadFunc activated;
  gpointer data;
} Head;

static GtkWidget *
get_first_title (GtkColumnView *view)
{
  GtkWidget *head = gtk_widget_get_first_child (GTK_WIDGET (view));

  return head != NULL ? gtk_widget_get_first_child (head) : NULL;
}

static void
activate (GtkWidget *title)
{
  const Head *head = g_object_get_data (G_OBJECT (title), HEAD_KEY);

  head->activated (head->column, head->data);
}

/* Claimed only now, so that a drag can make a column wider. */
static void
on_released (GtkGestureClick *gesture, int n_press, double x, double y, gpointer unused)
{
  GtkWidget *title = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (title);
  activate (title);
}

static gboolean
on_key (GtkWidget *title, GVariant *unused, gpointer data)
{
  activate (title);

  return GDK_EVENT_STOP;
}

static void
add_controllers (GtkWidget *title)
{
  static const guint keys[] = { GDK_KEY_space, GDK_KEY_Return, GDK_KEY_KP_Enter };
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *shortcuts = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect (click, "released", G_CALLBACK (on_released), NULL);
  gtk_widget_add_controller (title, GTK_EVENT_CONTROLLER (click));

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (
        GTK_SHORTCUT_CONTROLLER (shortcuts),
        gtk_shortcut_new (gtk_keyval_trigger_new (keys[i], 0),
                          gtk_callback_action_new (on_key, NULL, NULL)));
  gtk_widget_add_controller (title, shortcuts);
}

/* Numbers stand at the end of their cells, and so shall what heads them, the arrow before it. The
 * toolkit has no property for that.
 */
static void
align_to_end (GtkWidget *title)
{
  GtkWidget *box = gtk_widget_get_first_child (title);
  GtkWidget *label = box != NULL ? gtk_widget_get_first_child (box) : NULL;

  if (label == NULL)
    return;

  gtk_widget_set_halign (box, GTK_ALIGN_END);
  gtk_widget_insert_before (label, box, NULL);
}

/**
 * seesaw_compare_heads_set_up:
 * @view: a table, all columns of which are there
 * @n_texts: how many columns, from the first, hold text; the others hold numbers
 * @activated: called when a head is clicked, or Enter or Space pressed in it
 * @data: for @activated; outlives the columns
 *
 * Makes heads something to sort by.
 */
void
seesaw_compare_heads_set_up (GtkColumnView *view,
                             guint n_texts,
                             SeesawHeadFunc activated,
                             gpointer data)
{
  GListModel *columns = gtk_column_view_get_columns (view);
  GtkWidget *title;

  for (guint c = 0; c < g_list_model_get_n_items (columns); c++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, c);
      g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (NULL, NULL, NULL));

      gtk_column_view_column_set_sorter (column, sorter);
    }

  /* The toolkit keeps the keyboard from it. */
  gtk_widget_set_can_focus (gtk_widget_get_first_child (GTK_WIDGET (view)), TRUE);
  title = get_first_title (view);
  for (guint c = 0; title != NULL && c < g_list_model_get_n_items (columns); c++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, c);
      const Head head = { c, activated, data };

      g_object_set_data_full (G_OBJECT (title), HEAD_KEY, g_memdup2 (&head, sizeof head), g_free);
      gtk_widget_set_focusable (title, TRUE);
      gtk_accessible_update_property (GTK_ACCESSIBLE (title), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      gtk_column_view_column_get_title (column),
                                      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                      _ ("Sort by this column"), -1);
      add_controllers (title);
      if (c >= n_texts)
        align_to_end (title);
      title = gtk_widget_get_next_sibling (title);
    }
}

/**
 * seesaw_compare_heads_show_order:
 * @column: position of the column by which the table is sorted; beyond the last: by none
 * @descends: whether its largest or last is on top
 *
 * Points an arrow in the head of the column.
 */
void
seesaw_compare_heads_show_order (GtkColumnView *view, guint column, gboolean descends)
{
  g_autoptr (GtkColumnViewColumn) sorted =
      g_list_model_get_item (gtk_column_view_get_columns (view), column);

  gtk_column_view_sort_by_column (view, sorted,
                                  descends ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
}
