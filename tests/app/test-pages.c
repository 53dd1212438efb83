/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The pages and the inspector, each by itself on a session. */

#include "config.h"

#include "page-fixture.h"

#include "seesaw-class-columns.h"
#include "seesaw-class-item.h"
#include "seesaw-classes-page.h"
#include "seesaw-inspector.h"
#include "seesaw-weights-page.h"

#include <math.h>
#include <string.h>

static SeesawSubject
subject_of (PageFixture *self)
{
  SeesawSubject subject;

  g_assert_true (seesaw_session_get_subject (self->session, &subject));

  return subject;
}

static GtkColumnView *
table_of (PageFixture *self)
{
  return GTK_COLUMN_VIEW (fixture_child (self->page, SEESAW_TYPE_CLASSES_PAGE, "table"));
}

static GListModel *
rows_of (PageFixture *self)
{
  return G_LIST_MODEL (gtk_column_view_get_model (table_of (self)));
}

static int
label_at (GListModel *rows, guint position)
{
  g_autoptr (SeesawClassItem) item = g_list_model_get_item (rows, position);

  return seesaw_class_item_get_label (item);
}

static double
key_of (const SeesawSubject *subject, SeesawClassColumn column, int label)
{
  double key = seesaw_class_column_get_value (column, subject, label);

  return isnan (key) ? -(double) INFINITY : key;
}

static void
assert_sorted (PageFixture *self, SeesawClassColumn column, gboolean ascending)
{
  GListModel *rows = rows_of (self);
  SeesawSubject subject = subject_of (self);
  guint n = g_list_model_get_n_items (rows);

  g_assert_cmpuint (n, ==, subject.view->run->classes->n_classes);
  for (guint i = 1; i < n; i++)
    {
      int before = label_at (rows, i - 1);
      int after = label_at (rows, i);
      int order;

      if (column == SEESAW_CLASS_COLUMN_NAME)
        {
          g_autofree char *a = seesaw_class_get_name (subject.view->run->classes, before);
          g_autofree char *b = seesaw_class_get_name (subject.view->run->classes, after);
          g_autofree char *a_key = g_utf8_collate_key_for_filename (a, -1);
          g_autofree char *b_key = g_utf8_collate_key_for_filename (b, -1);

          order = g_strcmp0 (a_key, b_key);
        }
      else
        {
          double a = key_of (&subject, column, before);
          double b = key_of (&subject, column, after);

          order = (a > b) - (a < b);
        }
      g_assert_cmpint (ascending ? order : -order, <=, 0);
    }
}

static void
test_classes_sort (PageFixture *self, gconstpointer type)
{
  GListModel *columns = gtk_column_view_get_columns (table_of (self));

  seesaw_session_set_gamma (self->session, 5.0);
  for (int c = 0; c < SEESAW_N_CLASS_COLUMNS; c++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, (guint) c);

      gtk_column_view_sort_by_column (table_of (self), column, GTK_SORT_ASCENDING);
      assert_sorted (self, (SeesawClassColumn) c, TRUE);
      gtk_column_view_sort_by_column (table_of (self), column, GTK_SORT_DESCENDING);
      assert_sorted (self, (SeesawClassColumn) c, FALSE);
    }
}

/* Rows change places once γ stands still. */
static void
test_classes_sort_again (PageFixture *self, gconstpointer type)
{
  GListModel *columns = gtk_column_view_get_columns (table_of (self));
  g_autoptr (GtkColumnViewColumn) column =
      g_list_model_get_item (columns, SEESAW_CLASS_COLUMN_ACCURACY);

  gtk_column_view_sort_by_column (table_of (self), column, GTK_SORT_ASCENDING);
  for (int i = 0; i <= 20; i++)
    seesaw_session_set_gamma (self->session, 0.5 * i);
  fixture_wait_ms (400);
  assert_sorted (self, SEESAW_CLASS_COLUMN_ACCURACY, TRUE);
}

static void
choose_side (PageFixture *self, guint side)
{
  gtk_drop_down_set_selected (
      GTK_DROP_DOWN (fixture_child (self->page, SEESAW_TYPE_CLASSES_PAGE, "sides")), side);
}

static void
search (PageFixture *self, const char *text)
{
  GtkWidget *entry = fixture_child (self->page, SEESAW_TYPE_CLASSES_PAGE, "search");

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  fixture_wait_ms (400);
}

static void
test_classes_filter (PageFixture *self, gconstpointer type)
{
  const SeesawClasses *classes = subject_of (self).view->run->classes;
  GListModel *rows = rows_of (self);
  GtkLabel *count = GTK_LABEL (fixture_child (self->page, SEESAW_TYPE_CLASSES_PAGE, "count"));
  g_autofree char *name = seesaw_class_get_name (classes, 3);
  g_autofree char *shouted = g_utf8_strup (name, -1);

  for (guint side = 1; side <= 2; side++)
    {
      choose_side (self, side);
      g_assert_cmpuint (g_list_model_get_n_items (rows), ==,
                        side == 1 ? classes->n_seen : classes->n_classes - classes->n_seen);
      for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
        g_assert_cmpint (classes->seen[label_at (rows, i)], ==, side == 1);
    }
  g_assert_nonnull (strstr (gtk_label_get_label (count), " of 100 classes"));

  choose_side (self, 0);
  search (self, shouted);
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, 1);
  g_assert_cmpint (label_at (rows, 0), ==, 3);
  choose_side (self, classes->seen[3] ? 2 : 1);
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, 0);
  choose_side (self, 0);
  search (self, "");
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, classes->n_classes);
  g_assert_cmpstr (gtk_label_get_label (count), ==, "100 classes");
}

static void
test_classes_select (PageFixture *self, gconstpointer type)
{
  GtkSingleSelection *selection = GTK_SINGLE_SELECTION (rows_of (self));

  gtk_single_selection_set_selected (selection, 7);
  g_assert_cmpint (seesaw_session_get_selected (self->session), ==,
                   label_at (G_LIST_MODEL (selection), 7));
  seesaw_session_set_selected (self->session, 42);
  g_assert_cmpint (
      label_at (G_LIST_MODEL (selection), gtk_single_selection_get_selected (selection)), ==, 42);
  seesaw_session_set_selected (self->session, -1);
  g_assert_cmpuint (gtk_single_selection_get_selected (selection), ==, GTK_INVALID_LIST_POSITION);

  /* What is filtered away stays selected, and is marked again with the rest. */
  seesaw_session_set_selected (self->session, 42);
  choose_side (self, subject_of (self).view->run->classes->seen[42] ? 2 : 1);
  g_assert_cmpint (seesaw_session_get_selected (self->session), ==, 42);
  choose_side (self, 0);
  g_assert_cmpint (
      label_at (G_LIST_MODEL (selection), gtk_single_selection_get_selected (selection)), ==, 42);
}

static void
test_weights_choices (PageFixture *self, gconstpointer type)
{
  const guint *outdated = fixture_count (self->session, "view-outdated");
  GtkDropDown *measure =
      GTK_DROP_DOWN (fixture_child (self->page, SEESAW_TYPE_WEIGHTS_PAGE, "measure"));
  GtkDropDown *order =
      GTK_DROP_DOWN (fixture_child (self->page, SEESAW_TYPE_WEIGHTS_PAGE, "order"));
  GtkLabel *blocks = GTK_LABEL (fixture_child (self->page, SEESAW_TYPE_WEIGHTS_PAGE, "blocks"));

  g_assert_cmpstr (gtk_label_get_label (blocks), !=, "");
  gtk_drop_down_set_selected (measure, 1);
  g_assert_cmpuint (*outdated, ==, 1);
  g_assert_cmpint (seesaw_session_get_request (self->session).measure, ==, 1);
  gtk_drop_down_set_selected (order, 1);
  gtk_drop_down_set_selected (order, 1);
  g_assert_cmpuint (*outdated, ==, 2);
  g_assert_cmpint (seesaw_session_get_request (self->session).order, ==, 1);

  /* Being shown what was asked for asks for nothing. */
  seesaw_session_show (self->session, self->run,
                       fixture_read (self->run, seesaw_session_get_request (self->session)));
  g_assert_cmpuint (*outdated, ==, 2);
  g_assert_cmpuint (gtk_drop_down_get_selected (measure), ==, 1);
}

static void
test_inspector_follows (PageFixture *self, gconstpointer type)
{
  GtkLabel *name = GTK_LABEL (fixture_child (self->page, SEESAW_TYPE_INSPECTOR, "name"));
  GtkListBox *alike = GTK_LIST_BOX (fixture_child (self->page, SEESAW_TYPE_INSPECTOR, "alike"));
  GtkListBoxRow *row;

  for (int label = 0; label < 100; label += 33)
    {
      g_autofree char *expected =
          seesaw_class_get_name (subject_of (self).view->run->classes, label);

      seesaw_session_set_selected (self->session, label);
      g_assert_cmpstr (gtk_label_get_label (name), ==, expected);
    }

  /* A row leads to its class. */
  row = gtk_list_box_get_row_at_index (alike, 0);
  g_assert_nonnull (row);
  g_signal_emit_by_name (alike, "row-activated", row);
  g_assert_cmpint (seesaw_session_get_selected (self->session), !=, 99);
  g_assert_cmpint (seesaw_session_get_selected (self->session), >=, 0);

  gtk_widget_activate_action (self->page, "inspector.close", NULL);
  g_assert_cmpint (seesaw_session_get_selected (self->session), ==, -1);
}

/* Parts are asked for while they are on screen. */
static void
test_holds_while_mapped (PageFixture *self, gconstpointer type)
{
  SeesawParts held = seesaw_session_get_request (self->session).parts;

  g_assert_cmpuint (held & SEESAW_PART_DRIFT, !=, 0);
  for (int i = 0; i < 3; i++)
    {
      gtk_widget_set_visible (self->page, FALSE);
      g_assert_cmpuint (seesaw_session_get_request (self->session).parts, ==, 0);
      gtk_widget_set_visible (self->page, TRUE);
      g_assert_cmpuint (seesaw_session_get_request (self->session).parts, ==, held);
      /* A window finds the keyboard another place in its next frame. */
      fixture_wait_ms (100);
    }
}

typedef void (*Test) (PageFixture *self, gconstpointer type);

static void
add (const char *path, const GType *type, Test test)
{
  g_test_add (path, PageFixture, type, page_set_up, test, page_tear_down);
}

int
main (int argc, char *argv[])
{
  GType classes;
  GType weights;
  GType inspector;

  g_test_init (&argc, &argv, NULL);
  adw_init ();
  classes = SEESAW_TYPE_CLASSES_PAGE;
  weights = SEESAW_TYPE_WEIGHTS_PAGE;
  inspector = SEESAW_TYPE_INSPECTOR;

  add ("/classes-page/session", &classes, page_test_session_is_set_once);
  add ("/classes-page/sort", &classes, test_classes_sort);
  add ("/classes-page/sort-again", &classes, test_classes_sort_again);
  add ("/classes-page/filter", &classes, test_classes_filter);
  add ("/classes-page/select", &classes, test_classes_select);
  add ("/classes-page/holds", &classes, test_holds_while_mapped);
  add ("/weights-page/session", &weights, page_test_session_is_set_once);
  add ("/weights-page/choices", &weights, test_weights_choices);
  add ("/weights-page/holds", &weights, test_holds_while_mapped);
  add ("/inspector/session", &inspector, page_test_session_is_set_once);
  add ("/inspector/follows", &inspector, test_inspector_follows);
  add ("/inspector/holds", &inspector, test_holds_while_mapped);

  return g_test_run ();
}
