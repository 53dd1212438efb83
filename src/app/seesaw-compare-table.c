/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "seesaw-compare-table.h"

#include "seesaw-compare-columns.h"
#include "seesaw-compare-heads.h"
#include "seesaw-metric-name.h"

#define COLUMN_KEY "seesaw-column"

/* What rows stand for, in the order of the drop-down. */
enum
{
  ROWS_RUNS,
  ROWS_GROUPS,
};

/* One quantity of several runs, before and after fine-tuning and at every known γ: a row for each
 * run, or for all runs that are one point of the figure.
 */
struct _SeesawCompareTable
{
  AdwBin parent_instance;

  SeesawComparison *comparison; /* NULL: nothing is shown */
  SeesawMetric metric;
  char *x;
  char *split;
  SeesawResultTable *table;
  char *sorted_by; /* title of a column, also of other tables; NULL: rows stand in blocks */
  gboolean descends;

  /* Template children */
  GtkLabel *quantity;
  GtkDropDown *rows;
  GtkMenuButton *copy;
  GtkColumnView *view;
};

G_DEFINE_FINAL_TYPE (SeesawCompareTable, seesaw_compare_table, ADW_TYPE_BIN)

static guint
column_of (GtkSignalListItemFactory *factory)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (factory), COLUMN_KEY));
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *cell, SeesawCompareTable *self)
{
  GtkWidget *label = gtk_label_new ("");

  g_assert (SEESAW_IS_COMPARE_TABLE (self));

  if (column_of (factory) < self->table->n_keys)
    {
      gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
      gtk_label_set_width_chars (GTK_LABEL (label), 12);
    }
  else
    {
      gtk_label_set_xalign (GTK_LABEL (label), 1.0f);
      gtk_label_set_width_chars (GTK_LABEL (label), 7);
      gtk_widget_add_css_class (label, "numeric");
    }
  gtk_list_item_set_child (cell, label);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *cell, SeesawCompareTable *self)
{
  GtkLabel *label = GTK_LABEL (gtk_list_item_get_child (cell));
  const SeesawResultRow *row =
      g_ptr_array_index (self->table->rows, gtk_list_item_get_position (cell));
  guint column = column_of (factory);
  gsize m;

  g_assert (SEESAW_IS_COMPARE_TABLE (self));

  if (column < self->table->n_keys)
    {
      gtk_label_set_label (label, row->keys[column]);
      gtk_widget_set_tooltip_text (GTK_WIDGET (label), row->keys[column]);
    }
  else if (seesaw_compare_columns_is_metric (self->table, column, &m))
    {
      g_autofree char *markup = seesaw_compare_columns_mark_cell (self->table, row, m);

      gtk_label_set_markup (label, markup);
    }
  else
    {
      g_autofree char *count = g_strdup_printf ("%zu", row->n_runs);

      gtk_label_set_label (label, count);
    }
}

static void
add_column (SeesawCompareTable *self, guint column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autofree char *name = seesaw_compare_columns_get_name (self->table, column, self->metric);
  g_autoptr (GtkColumnViewColumn) view = NULL;

  g_object_set_data (G_OBJECT (factory), COLUMN_KEY, GUINT_TO_POINTER (column));
  g_signal_connect_object (factory, "setup", G_CALLBACK (on_setup), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind), self, 0);
  view = gtk_column_view_column_new (name, factory);
  gtk_column_view_column_set_expand (view, TRUE);
  gtk_column_view_column_set_resizable (view, TRUE);
  gtk_column_view_append_column (self->view, view);
}

/* Before what its cells look into goes. */
static void
clear_view (SeesawCompareTable *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);

  gtk_column_view_set_model (self->view, NULL);
  while (g_list_model_get_n_items (columns) > 0)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, 0);

      gtk_column_view_remove_column (self->view, column);
    }
  g_clear_pointer (&self->table, seesaw_result_table_free);
}

/* The column that the table is sorted by, unless it is not in @table; one beyond the last, then. */
static guint
find_order (SeesawCompareTable *self, const SeesawResultTable *table)
{
  guint c;

  for (c = 0; c < seesaw_compare_columns_count (table); c++)
    {
      g_autofree char *name = seesaw_compare_columns_get_name (table, c, self->metric);

      if (g_strcmp0 (name, self->sorted_by) == 0)
        break;
    }

  return c;
}

/* Cells find their row by its position; what the items are does not matter. */
static void
fill_rows (SeesawCompareTable *self)
{
  GtkStringList *rows = gtk_string_list_new (NULL);
  g_autoptr (GtkSelectionModel) model =
      GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (rows)));

  for (guint r = 0; r < self->table->rows->len; r++)
    gtk_string_list_append (rows, "");
  gtk_column_view_set_model (self->view, model);
  seesaw_compare_heads_show_order (self->view, find_order (self, self->table), self->descends);
}

static gsize
list_metrics (SeesawMetric chosen, SeesawMetric *metrics)
{
  gsize n = 0;

  for (int v = 0; v < SEESAW_N_VARIANTS; v++)
    {
      const SeesawMetric metric = { chosen.quantity, (SeesawVariant) v };

      if (seesaw_metric_is_meaningful (metric))
        metrics[n++] = metric;
    }
  if (chosen.quantity != SEESAW_QUANTITY_AUSUC)
    metrics[n++] = (SeesawMetric){ SEESAW_QUANTITY_AUSUC, SEESAW_VARIANT_FINE_TUNED };

  return n;
}

/* Whatever the order, the same columns are there: so the first table tells what the second is to be
 * sorted by.
 */
static SeesawResultTable *
make_table (SeesawCompareTable *self)
{
  SeesawMetric metrics[SEESAW_N_VARIANTS + 1];
  const char *const groups[] = { self->x, self->split, NULL };
  SeesawSort sort = { .attribute = self->x };
  SeesawResultTableRequest request = {
    .comparison = self->comparison,
    .metrics = metrics,
    .n_metrics = list_metrics (self->metric, metrics),
    .group_by = gtk_drop_down_get_selected (self->rows) == ROWS_GROUPS ? groups : NULL,
    .split = self->split,
    .sort = &sort,
  };
  g_autoptr (SeesawResultTable) table = seesaw_result_table_new (&request);
  guint column = find_order (self, table);
  gsize m;

  if (column == seesaw_compare_columns_count (table) ||
      seesaw_compare_columns_is_count (table, column))
    return g_steal_pointer (&table);

  if (seesaw_compare_columns_is_metric (table, column, &m))
    sort = (SeesawSort){ .metric = table->metrics[m], .reversed = !self->descends };
  else
    sort = (SeesawSort){ .attribute = table->attributes[column], .reversed = self->descends };
  request.mixes_blocks = TRUE;

  return seesaw_result_table_new (&request);
}

/* Numbers begin with the largest, text with the first; a third time, the table is as it was. The
 * columns stay, and with them the focus.
 */
static void
on_head (guint column, gpointer data)
{
  SeesawCompareTable *self = data;
  g_autofree char *name = seesaw_compare_columns_get_name (self->table, column, self->metric);
  gsize m;
  gboolean descends = seesaw_compare_columns_is_metric (self->table, column, &m);

  if (seesaw_compare_columns_is_count (self->table, column))
    return;

  if (g_strcmp0 (name, self->sorted_by) != 0)
    {
      g_free (self->sorted_by);
      self->sorted_by = g_steal_pointer (&name);
      self->descends = descends;
    }
  else if (self->descends == descends)
    self->descends = !descends;
  else
    g_clear_pointer (&self->sorted_by, g_free);

  gtk_column_view_set_model (self->view, NULL);
  seesaw_result_table_free (self->table);
  self->table = make_table (self);
  fill_rows (self);
}

static void
show_table (SeesawCompareTable *self)
{
  const char *name = seesaw_quantity_get_name (self->metric.quantity);
  g_autofree char *title =
      g_strdup_printf (seesaw_metric_is_accuracy (self->metric) ? "%s (%%)" : "%s", name);

  clear_view (self);
  gtk_widget_set_sensitive (GTK_WIDGET (self->copy), self->comparison != NULL);
  gtk_label_set_label (self->quantity, self->comparison != NULL ? title : "");
  if (self->comparison == NULL)
    return;

  self->table = make_table (self);
  for (guint c = 0; c < seesaw_compare_columns_count (self->table); c++)
    add_column (self, c);
  seesaw_compare_heads_set_up (self->view, (guint) self->table->n_keys, on_head, self);
  fill_rows (self);
}

static void
on_rows (GtkDropDown *rows, GParamSpec *pspec, SeesawCompareTable *self)
{
  g_assert (SEESAW_IS_COMPARE_TABLE (self));

  show_table (self);
}

static void
copy_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  static const struct
  {
    const char *name;
    char *(*write) (const SeesawResultTable *table);
  } formats[] = {
    { "tsv", seesaw_result_table_to_tsv },
    { "markdown", seesaw_result_table_to_markdown },
    { "latex", seesaw_result_table_to_latex },
  };
  SeesawCompareTable *self = SEESAW_COMPARE_TABLE (widget);

  for (gsize i = 0; self->table != NULL && i < G_N_ELEMENTS (formats); i++)
    if (g_str_equal (formats[i].name, g_variant_get_string (parameter, NULL)))
      {
        g_autofree char *text = formats[i].write (self->table);

        gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
      }
}

static void
forget_subject (SeesawCompareTable *self)
{
  g_clear_pointer (&self->comparison, seesaw_comparison_unref);
  g_clear_pointer (&self->x, g_free);
  g_clear_pointer (&self->split, g_free);
}

static void
seesaw_compare_table_dispose (GObject *object)
{
  SeesawCompareTable *self = SEESAW_COMPARE_TABLE (object);

  if (self->view != NULL)
    clear_view (self);
  forget_subject (self);
  g_clear_pointer (&self->sorted_by, g_free);
  /* AdwBin would let go of it after the template has. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), SEESAW_TYPE_COMPARE_TABLE);

  G_OBJECT_CLASS (seesaw_compare_table_parent_class)->dispose (object);
}

static void
seesaw_compare_table_class_init (SeesawCompareTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = seesaw_compare_table_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/seesaw/Seesaw/ui/seesaw-compare-table.ui");
  gtk_widget_class_bind_template_child (widget_class, SeesawCompareTable, quantity);
  gtk_widget_class_bind_template_child (widget_class, SeesawCompareTable, rows);
  gtk_widget_class_bind_template_child (widget_class, SeesawCompareTable, copy);
  gtk_widget_class_bind_template_child (widget_class, SeesawCompareTable, view);
  gtk_widget_class_bind_template_callback (widget_class, on_rows);
  gtk_widget_class_install_action (widget_class, "table.copy", "s", copy_action);
}

static void
seesaw_compare_table_init (SeesawCompareTable *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * seesaw_compare_table_show:
 * @subject: (nullable): what the table is about: all variants of the quantity of its metric. A
 *   reference to its comparison is kept
 */
void
seesaw_compare_table_show (SeesawCompareTable *self, const SeesawCompareSubject *subject)
{
  g_return_if_fail (subject == NULL || subject->n_metrics == 1);

  forget_subject (self);
  if (subject != NULL)
    {
      self->comparison = seesaw_comparison_ref ((SeesawComparison *) subject->comparison);
      self->metric = subject->metrics[0];
      self->x = g_strdup (subject->x);
      self->split = g_strdup (subject->split);
    }
  show_table (self);
}
