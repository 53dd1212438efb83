/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "seesaw-classes-page.h"

#include "seesaw-class-cells.h"
#include "seesaw-class-item.h"

#include <glib/gi18n.h>

#define PARTS (SEESAW_PART_CLASSES | SEESAW_PART_DRIFT)

/* How long γ must stand still before what is slow follows it, and rows change places. */
#define SORT_DELAY_MS 120

/* All classes of the run, live with γ: only the cells on screen are looked up. */
struct _SeesawClassesPage
{
  SeesawFollower parent_instance;

  SeesawRun *run; /* whose classes are listed */
  GListStore *items;
  GtkSingleSelection *selection;
  GtkFilter *filter;
  SeesawClassKeys *keys;
  SeesawClassCells columns[SEESAW_N_CLASS_COLUMNS];
  char *wanted; /* case-folded part of names */
  guint sort_source;
  gboolean is_updating;

  /* Template children */
  GtkColumnView *table;
  GtkSearchEntry *search;
  GtkDropDown *sides;
  GtkLabel *count;
};

G_DEFINE_FINAL_TYPE (SeesawClassesPage, seesaw_classes_page, SEESAW_TYPE_FOLLOWER)

static SeesawSession *
session_of (SeesawClassesPage *self)
{
  return seesaw_follower_get_session (SEESAW_FOLLOWER (self));
}

static gboolean
is_wanted (gpointer object, gpointer user_data)
{
  SeesawClassesPage *self = user_data;
  SeesawClassItem *item = SEESAW_CLASS_ITEM (object);
  guint side = gtk_drop_down_get_selected (self->sides);

  if ((side == 1 && !seesaw_class_item_get_seen (item)) ||
      (side == 2 && seesaw_class_item_get_seen (item)))
    return FALSE;

  return self->wanted == NULL || seesaw_class_item_matches (item, self->wanted);
}

static gboolean
sort_again (gpointer data)
{
  SeesawClassesPage *self = data;

  self->sort_source = 0;
  seesaw_class_cells_show (&self->columns[SEESAW_CLASS_COLUMN_CONFUSION]);
  for (int c = 0; c < SEESAW_N_CLASS_COLUMNS; c++)
    if (seesaw_class_column_depends_on_gamma (self->columns[c].column))
      gtk_sorter_changed (self->columns[c].sorter, GTK_SORTER_CHANGE_DIFFERENT);

  return G_SOURCE_REMOVE;
}

static void
seesaw_classes_page_show_gamma (SeesawFollower *follower)
{
  SeesawClassesPage *self = SEESAW_CLASSES_PAGE (follower);

  /* Accuracies are looked up. Confusions take a look at every sample: they come when γ stands. */
  seesaw_class_cells_show (&self->columns[SEESAW_CLASS_COLUMN_ACCURACY]);
  seesaw_class_cells_show (&self->columns[SEESAW_CLASS_COLUMN_CHANGE]);
  seesaw_class_keys_forget (self->keys, TRUE);
  g_clear_handle_id (&self->sort_source, g_source_remove);
  self->sort_source = g_timeout_add (SORT_DELAY_MS, sort_again, self);
}

static void
list_classes (SeesawClassesPage *self, SeesawRun *run)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  g_clear_pointer (&self->run, seesaw_run_unref);
  self->run = run != NULL ? seesaw_run_ref (run) : NULL;
  for (gsize c = 0; run != NULL && c < run->classes->n_classes; c++)
    {
      g_autofree char *name = seesaw_class_get_name (run->classes, (gint32) c);

      g_ptr_array_add (items, seesaw_class_item_new ((int) c, run->classes->seen[c], name));
    }
  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)),
                       items->pdata, items->len);
}

static void
show_count (SeesawClassesPage *self)
{
  guint shown = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  guint all = g_list_model_get_n_items (G_LIST_MODEL (self->items));
  g_autofree char *text = shown == all
                              ? g_strdup_printf (ngettext ("%u class", "%u classes", all), all)
                              /* Translators: how many classes are listed, of how many. */
                              : g_strdup_printf (_ ("%u of %u classes"), shown, all);

  gtk_label_set_label (self->count, text);
}

static GtkWidget *
find_list (SeesawClassesPage *self)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->table));

  while (child != NULL && !GTK_IS_LIST_VIEW (child))
    child = gtk_widget_get_next_sibling (child);

  return child;
}

static void
show_selected (SeesawClassesPage *self)
{
  int selected = seesaw_session_get_selected (session_of (self));
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  guint position = GTK_INVALID_LIST_POSITION;
  GtkWidget *list = find_list (self);

  for (guint i = 0; i < n && selected >= 0 && position == GTK_INVALID_LIST_POSITION; i++)
    {
      g_autoptr (SeesawClassItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), i);

      if (seesaw_class_item_get_label (item) == selected)
        position = i;
    }
  if (gtk_single_selection_get_selected (self->selection) == position)
    return;

  self->is_updating = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  if (position != GTK_INVALID_LIST_POSITION && list != NULL)
    gtk_widget_activate_action (list, "list.scroll-to-item", "u", position);
  self->is_updating = FALSE;
}

static void
seesaw_classes_page_show_selected (SeesawFollower *follower)
{
  show_selected (SEESAW_CLASSES_PAGE (follower));
}

static void
seesaw_classes_page_show_view (SeesawFollower *follower)
{
  SeesawClassesPage *self = SEESAW_CLASSES_PAGE (follower);
  const SeesawView *view = seesaw_session_get_view (session_of (self));

  seesaw_class_keys_forget (self->keys, FALSE);
  if (self->run != (view != NULL ? view->run : NULL))
    list_classes (self, view != NULL ? view->run : NULL);
  if (view == NULL)
    return;

  gtk_column_view_column_set_visible (self->columns[SEESAW_CLASS_COLUMN_NCM].view,
                                      seesaw_run_has_score (view->run, SEESAW_SCORE_NCM));
  for (int c = SEESAW_CLASS_COLUMN_NORM; c <= SEESAW_CLASS_COLUMN_BIAS; c++)
    gtk_column_view_column_set_visible (self->columns[c].view,
                                        seesaw_run_has (view->run, "/classifier/weight"));
  for (int c = 0; c < SEESAW_N_CLASS_COLUMNS; c++)
    seesaw_class_cells_show (&self->columns[c]);
  for (int c = 0; c < SEESAW_N_CLASS_COLUMNS; c++)
    gtk_sorter_changed (self->columns[c].sorter, GTK_SORTER_CHANGE_DIFFERENT);
  show_count (self);
  show_selected (self);
}

static void
on_selected (GtkSingleSelection *selection, GParamSpec *pspec, SeesawClassesPage *self)
{
  SeesawClassItem *item = gtk_single_selection_get_selected_item (selection);

  g_assert (SEESAW_IS_CLASSES_PAGE (self));

  if (!self->is_updating && item != NULL)
    seesaw_session_set_selected (session_of (self), seesaw_class_item_get_label (item));
}

static void
filter_again (SeesawClassesPage *self)
{
  self->is_updating = TRUE;
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  self->is_updating = FALSE;
  show_count (self);
  show_selected (self);
}

static void
on_search (GtkSearchEntry *search, SeesawClassesPage *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (search));

  g_assert (SEESAW_IS_CLASSES_PAGE (self));

  g_free (self->wanted);
  self->wanted = *text != '\0' ? g_utf8_casefold (text, -1) : NULL;
  filter_again (self);
}

/* Enter takes the first of what was found. */
static void
on_found (GtkSearchEntry *search, SeesawClassesPage *self)
{
  g_assert (SEESAW_IS_CLASSES_PAGE (self));

  if (g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0)
    {
      gtk_single_selection_set_selected (self->selection, 0);
      gtk_widget_grab_focus (GTK_WIDGET (self->table));
    }
}

static void
on_side (GtkDropDown *sides, GParamSpec *pspec, SeesawClassesPage *self)
{
  g_assert (SEESAW_IS_CLASSES_PAGE (self));

  if (self->filter != NULL)
    filter_again (self);
}

static void
seesaw_classes_page_dispose (GObject *object)
{
  SeesawClassesPage *self = SEESAW_CLASSES_PAGE (object);

  g_clear_handle_id (&self->sort_source, g_source_remove);
  /* AdwBin would let go of it after the template has. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), SEESAW_TYPE_CLASSES_PAGE);
  g_clear_object (&self->selection);
  g_clear_object (&self->items);

  G_OBJECT_CLASS (seesaw_classes_page_parent_class)->dispose (object);
}

static void
seesaw_classes_page_finalize (GObject *object)
{
  SeesawClassesPage *self = SEESAW_CLASSES_PAGE (object);

  for (int c = 0; c < SEESAW_N_CLASS_COLUMNS; c++)
    seesaw_class_cells_clear (&self->columns[c]);
  g_clear_pointer (&self->run, seesaw_run_unref);
  seesaw_class_keys_free (self->keys);
  g_free (self->wanted);

  G_OBJECT_CLASS (seesaw_classes_page_parent_class)->finalize (object);
}

static void
seesaw_classes_page_class_init (SeesawClassesPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SeesawFollowerClass *follower_class = SEESAW_FOLLOWER_CLASS (klass);

  object_class->dispose = seesaw_classes_page_dispose;
  object_class->finalize = seesaw_classes_page_finalize;
  follower_class->show_view = seesaw_classes_page_show_view;
  follower_class->show_gamma = seesaw_classes_page_show_gamma;
  follower_class->show_selected = seesaw_classes_page_show_selected;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/seesaw/Seesaw/ui/seesaw-classes-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SeesawClassesPage, table);
  gtk_widget_class_bind_template_child (widget_class, SeesawClassesPage, search);
  gtk_widget_class_bind_template_child (widget_class, SeesawClassesPage, sides);
  gtk_widget_class_bind_template_child (widget_class, SeesawClassesPage, count);
  gtk_widget_class_bind_template_callback (widget_class, on_search);
  gtk_widget_class_bind_template_callback (widget_class, on_found);
  gtk_widget_class_bind_template_callback (widget_class, on_side);
}

static void
seesaw_classes_page_init (SeesawClassesPage *self)
{
  GListModel *filtered;
  GListModel *sorted;

  self->items = g_list_store_new (SEESAW_TYPE_CLASS_ITEM);
  self->keys = seesaw_class_keys_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  seesaw_follower_set_parts (SEESAW_FOLLOWER (self), PARTS);

  for (int c = 0; c < SEESAW_N_CLASS_COLUMNS; c++)
    seesaw_class_cells_init (&self->columns[c], SEESAW_FOLLOWER (self), self->keys,
                             (SeesawClassColumn) c, self->table);

  self->filter = GTK_FILTER (gtk_custom_filter_new (is_wanted, self, NULL));
  filtered = G_LIST_MODEL (
      gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->items)), self->filter));
  sorted = G_LIST_MODEL (
      gtk_sort_list_model_new (filtered, g_object_ref (gtk_column_view_get_sorter (self->table))));
  self->selection = gtk_single_selection_new (sorted);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_column_view_set_model (self->table, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (on_selected), self,
                           0);
}

/**
 * seesaw_classes_page_find:
 *
 * Takes the keyboard to where a class is searched for.
 */
void
seesaw_classes_page_find (SeesawClassesPage *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}
