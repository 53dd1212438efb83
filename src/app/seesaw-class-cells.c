/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "seesaw-class-cells.h"

#include "seesaw-class-item.h"

static void
show_cell (SeesawClassCells *self, GtkListItem *cell, const SeesawSubject *subject)
{
  GtkWidget *label = gtk_list_item_get_child (cell);
  SeesawClassItem *item = gtk_list_item_get_item (cell);
  g_autofree char *text = NULL;

  if (item == NULL || subject->view == NULL ||
      (gsize) seesaw_class_item_get_label (item) >= subject->view->run->classes->n_classes)
    return;

  text = seesaw_class_column_get_text (self->column, subject, seesaw_class_item_get_label (item));
  if (!g_str_equal (gtk_label_get_label (GTK_LABEL (label)), text))
    gtk_label_set_label (GTK_LABEL (label), text);
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *cell, SeesawClassCells *self)
{
  GtkWidget *label = gtk_label_new ("");
  gboolean is_text = seesaw_class_column_is_text (self->column);

  gtk_label_set_xalign (GTK_LABEL (label), is_text ? 0.0f : 1.0f);
  if (is_text)
    gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  else
    gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (cell, label);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *cell, SeesawClassCells *self)
{
  SeesawClassItem *item = gtk_list_item_get_item (cell);
  GtkWidget *label = gtk_list_item_get_child (cell);
  SeesawSubject subject;

  g_ptr_array_add (self->bound, cell);
  seesaw_session_get_subject (seesaw_follower_get_session (self->page), &subject);
  show_cell (self, cell, &subject);
  if (self->column == SEESAW_CLASS_COLUMN_SIDE)
    {
      gboolean seen = seesaw_class_item_get_seen (item);

      gtk_widget_remove_css_class (label, seen ? "unseen" : "seen");
      gtk_widget_add_css_class (label, seen ? "seen" : "unseen");
    }
}

static void
on_unbind (GtkSignalListItemFactory *factory, GtkListItem *cell, SeesawClassCells *self)
{
  g_ptr_array_remove_fast (self->bound, cell);
}

static int
compare_items (gconstpointer a, gconstpointer b, gpointer user_data)
{
  SeesawClassCells *self = user_data;
  SeesawSubject subject;
  const double *keys;
  int x = seesaw_class_item_get_label (SEESAW_CLASS_ITEM ((gpointer) a));
  int y = seesaw_class_item_get_label (SEESAW_CLASS_ITEM ((gpointer) b));

  if (!seesaw_session_get_subject (seesaw_follower_get_session (self->page), &subject))
    return GTK_ORDERING_EQUAL;

  keys = seesaw_class_keys_get (self->keys, self->column, &subject);

  return keys[x] < keys[y] ? GTK_ORDERING_SMALLER
                           : (keys[x] > keys[y] ? GTK_ORDERING_LARGER : GTK_ORDERING_EQUAL);
}

/**
 * seesaw_class_cells_init:
 * @page: whose session is looked at; not referenced
 * @keys: what rows are sorted by; must outlive the column
 * @column: what the cells show
 * @table: gets the column
 */
void
seesaw_class_cells_init (SeesawClassCells *self,
                         SeesawFollower *page,
                         SeesawClassKeys *keys,
                         SeesawClassColumn column,
                         GtkColumnView *table)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  *self = (SeesawClassCells){
    .page = page, .keys = keys, .column = column, .bound = g_ptr_array_new ()
  };
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), self);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), self);

  self->view = gtk_column_view_column_new (seesaw_class_column_get_title (column), factory);
  self->sorter = GTK_SORTER (gtk_custom_sorter_new (compare_items, self, NULL));
  gtk_column_view_column_set_sorter (self->view, self->sorter);
  gtk_column_view_column_set_resizable (self->view, TRUE);
  gtk_column_view_column_set_expand (self->view, column == SEESAW_CLASS_COLUMN_NAME ||
                                                     column == SEESAW_CLASS_COLUMN_CONFUSION);
  gtk_column_view_append_column (table, self->view);
  g_object_unref (self->sorter);
  g_object_unref (self->view);
}

/**
 * seesaw_class_cells_clear:
 */
void
seesaw_class_cells_clear (SeesawClassCells *self)
{
  g_clear_pointer (&self->bound, g_ptr_array_unref);
}

/**
 * seesaw_class_cells_show:
 *
 * Looks up what the cells on screen show.
 */
void
seesaw_class_cells_show (SeesawClassCells *self)
{
  SeesawSubject subject;

  if (!seesaw_session_get_subject (seesaw_follower_get_session (self->page), &subject))
    return;

  for (guint i = 0; i < self->bound->len; i++)
    show_cell (self, g_ptr_array_index (self->bound, i), &subject);
}
