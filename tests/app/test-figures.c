/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The widgets that show figures, below any window of the application. */

#include "config.h"

#include "app-fixture.h"

#include "seesaw-figure-grid.h"
#include "seesaw-figure-label.h"
#include "seesaw-figure-pane.h"

#include <math.h>

static void
test_label (void)
{
  SeesawFigureLabel *label = g_object_ref_sink (g_object_new (SEESAW_TYPE_FIGURE_LABEL, NULL));
  GtkLabel *value = GTK_LABEL (fixture_child (label, SEESAW_TYPE_FIGURE_LABEL, "value"));
  GtkLabel *change = GTK_LABEL (fixture_child (label, SEESAW_TYPE_FIGURE_LABEL, "change"));
  const guint *titled = fixture_count (label, "notify::title");
  const guint *notified = fixture_count (label, "notify::symbol");
  g_autofree char *symbol = NULL;

  /* Before it has a title, too. */
  seesaw_figure_label_set_values (label, 0.25, 0.25);
  for (int i = 0; i < 2; i++)
    g_object_set (label, "title", "Seen", "symbol", "S/Y", NULL);
  g_assert_cmpuint (*titled, ==, 1);
  g_assert_cmpuint (*notified, ==, 1);
  g_object_get (label, "symbol", &symbol, NULL);
  g_assert_cmpstr (symbol, ==, "S/Y");

  seesaw_figure_label_set_values (label, 0.5, 0.75);
  g_assert_cmpstr (gtk_label_get_label (value), ==, "50.0\u202f%");
  g_assert_cmpstr (gtk_label_get_label (change), ==, "−25.0");
  seesaw_figure_label_set_values (label, NAN, 0.75);
  g_assert_cmpstr (gtk_label_get_label (value), ==, "—");

  g_assert_finalize_object (label);
}

static SeesawScene *
new_curve (SeesawSession *session)
{
  SeesawSubject subject;

  g_assert_true (seesaw_session_get_subject (session, &subject));

  return seesaw_figure_find ("curve")->new_scene (&subject);
}

static double
length (const SeesawPlotLayout *layout, int axis)
{
  return layout->scales[axis].high - layout->scales[axis].low;
}

static void
test_view_zooms (void)
{
  SeesawSession *session = seesaw_session_new ();
  G_GNUC_UNUSED g_autoptr (SeesawOpenRun) run = fixture_show_sample (session, 0);
  g_autoptr (SeesawScene) scene = new_curve (session);
  SeesawFigureView *view = g_object_ref_sink (g_object_new (SEESAW_TYPE_FIGURE_VIEW, NULL));
  double whole;

  /* With nothing to see. */
  seesaw_figure_view_zoom (view, 10.0, 10.0, 2.0);
  seesaw_figure_view_pan (view, 10.0, 10.0);
  seesaw_figure_view_fit (view);
  g_assert_null (seesaw_figure_view_get_layout (view));

  gtk_widget_measure (GTK_WIDGET (view), GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (GTK_WIDGET (view), &(GtkAllocation){ 0, 0, 500, 400 }, -1);
  seesaw_figure_view_set_scene (view, scene, FALSE);
  whole = length (seesaw_figure_view_get_layout (view), 0);

  seesaw_figure_view_pan (view, 50.0, 50.0);
  seesaw_figure_view_zoom (view, 250.0, 200.0, 0.5);
  g_assert_false (seesaw_figure_view_is_zoomed (view));
  g_assert_cmpfloat (length (seesaw_figure_view_get_layout (view), 0), ==, whole);

  seesaw_figure_view_zoom (view, 250.0, 200.0, 2.0);
  g_assert_true (seesaw_figure_view_is_zoomed (view));
  g_assert_cmpfloat_with_epsilon (length (seesaw_figure_view_get_layout (view), 0), whole / 2.0,
                                  1e-9);
  seesaw_figure_view_pan (view, 1e6, 0.0);
  g_assert_cmpfloat (seesaw_figure_view_get_layout (view)->scales[0].low, ==,
                     scene->axes[0].scale.low);
  seesaw_figure_view_set_scene (view, scene, TRUE);
  g_assert_true (seesaw_figure_view_is_zoomed (view));
  seesaw_figure_view_set_scene (view, scene, FALSE);
  g_assert_false (seesaw_figure_view_is_zoomed (view));

  g_assert_finalize_object (view);
  g_assert_finalize_object (session);
}

/* A wheel can be turned for long. */
static void
test_view_zooms_without_end (void)
{
  SeesawSession *session = seesaw_session_new ();
  G_GNUC_UNUSED g_autoptr (SeesawOpenRun) run = fixture_show_sample (session, 0);
  g_autoptr (SeesawScene) scene = new_curve (session);
  SeesawFigureView *view = g_object_ref_sink (g_object_new (SEESAW_TYPE_FIGURE_VIEW, NULL));
  double whole;

  gtk_widget_measure (GTK_WIDGET (view), GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (GTK_WIDGET (view), &(GtkAllocation){ 0, 0, 500, 400 }, -1);
  seesaw_figure_view_set_scene (view, scene, FALSE);
  whole = length (seesaw_figure_view_get_layout (view), 0);

  for (int i = 0; i < 400; i++)
    {
      const SeesawPlotLayout *layout;

      seesaw_figure_view_zoom (view, 251.0, 203.0, 1.25);
      layout = seesaw_figure_view_get_layout (view);
      for (int axis = 0; axis < 2; axis++)
        {
          g_assert_true (isfinite (layout->scales[axis].low));
          g_assert_cmpfloat (length (layout, axis), >, 0.0);
        }
    }
  for (int i = 0; i < 400; i++)
    seesaw_figure_view_zoom (view, 251.0, 203.0, 0.8);
  g_assert_false (seesaw_figure_view_is_zoomed (view));
  g_assert_cmpfloat (length (seesaw_figure_view_get_layout (view), 0), ==, whole);

  g_assert_finalize_object (view);
  g_assert_finalize_object (session);
}

static GtkWidget *
new_pane (SeesawSession *session, const char *figure, gboolean can_expand)
{
  return g_object_new (SEESAW_TYPE_FIGURE_PANE, "session", session, "figure", figure, "can-expand",
                       can_expand, NULL);
}

/* The marks of a gap reach far beyond the figure: a renderer would have to make all of it. */
static void
test_view_draws_within (void)
{
  SeesawSession *session = seesaw_session_new ();
  SeesawOpenRun *run = fixture_show_sample (session, 0);
  GtkWidget *pane = new_pane (session, "gap", FALSE);
  GtkWindow *window = fixture_put_in_window (pane, 500, 400);
  GtkWidget *view = GTK_WIDGET (fixture_child (pane, SEESAW_TYPE_FIGURE_PANE, "view"));
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  graphene_rect_t all = GRAPHENE_RECT_INIT_ZERO;
  graphene_rect_t bounds;
  GskRenderNode *node;

  GTK_WIDGET_GET_CLASS (view)->snapshot (view, snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  g_assert_cmpint (gsk_render_node_get_node_type (node), ==, GSK_CONTAINER_NODE);
  g_assert_cmpuint (gsk_container_node_get_n_children (node), >, 1);
  gsk_render_node_get_bounds (node, &bounds);
  all.size.width = (float) gtk_widget_get_width (view);
  all.size.height = (float) gtk_widget_get_height (view);
  g_assert_true (graphene_rect_contains_rect (&all, &bounds));

  gsk_render_node_unref (node);
  seesaw_session_close (session, run);
  fixture_assert_destroyed (window);
  g_assert_finalize_object (run);
  g_assert_finalize_object (session);
}

static void
test_pane_asks_while_mapped (void)
{
  SeesawSession *session = seesaw_session_new ();
  const guint *outdated = fixture_count (session, "view-outdated");
  SeesawOpenRun *run = fixture_show_sample (session, 0);
  GtkWidget *pane = g_object_ref_sink (new_pane (session, "history-accuracy", FALSE));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWindow *window = fixture_put_in_window (box, 500, 400);
  SeesawFigureView *view;

  g_assert_cmpuint (seesaw_session_get_request (session).parts, ==, 0);
  gtk_widget_set_visible (pane, FALSE);
  gtk_box_append (GTK_BOX (box), pane);
  fixture_wait_ms (100);
  g_assert_cmpuint (seesaw_session_get_request (session).parts, ==, 0);
  g_assert_cmpuint (*outdated, ==, 0);

  gtk_widget_set_visible (pane, TRUE);
  g_assert_cmpuint (seesaw_session_get_request (session).parts, ==, SEESAW_PART_HISTORY);
  g_assert_cmpuint (*outdated, ==, 1);
  view = SEESAW_FIGURE_VIEW (fixture_child (pane, SEESAW_TYPE_FIGURE_PANE, "view"));
  g_assert_null (seesaw_figure_view_get_scene (view));
  seesaw_session_show (session, run, fixture_read (run, seesaw_session_get_request (session)));
  g_assert_nonnull (seesaw_figure_view_get_scene (view));

  gtk_widget_set_visible (pane, FALSE);
  g_assert_cmpuint (seesaw_session_get_request (session).parts, ==, 0);
  gtk_widget_set_visible (pane, TRUE);
  g_assert_cmpuint (*outdated, ==, 1);
  seesaw_session_close (session, run);
  g_assert_null (seesaw_figure_view_get_scene (view));

  fixture_assert_destroyed (window);
  g_assert_cmpuint (seesaw_session_get_request (session).parts, ==, 0);
  g_assert_finalize_object (pane);
  g_assert_finalize_object (run);
  g_assert_finalize_object (session);
}

static void
test_pane_properties (void)
{
  SeesawSession *session = seesaw_session_new ();
  GtkWidget *pane = g_object_ref_sink (new_pane (session, "curve", FALSE));
  const guint *session_notified = fixture_count (pane, "notify::session");
  const guint *can_expand = fixture_count (pane, "notify::can-expand");
  const guint *expanded = fixture_count (pane, "notify::expanded");
  g_autofree char *figure = NULL;

  g_object_set (pane, "session", session, NULL);
  g_assert_cmpuint (*session_notified, ==, 0);
  g_object_get (pane, "figure", &figure, NULL);
  g_assert_cmpstr (figure, ==, "curve");

  /* Only what may be enlarged is. */
  gtk_widget_activate_action (pane, "figure.expand", NULL);
  g_assert_cmpuint (*expanded, ==, 0);
  for (int i = 0; i < 2; i++)
    g_object_set (pane, "can-expand", TRUE, NULL);
  g_assert_cmpuint (*can_expand, ==, 1);
  gtk_widget_activate_action (pane, "figure.expand", NULL);
  g_assert_true (seesaw_figure_pane_is_expanded (SEESAW_FIGURE_PANE (pane)));
  gtk_widget_activate_action (pane, "figure.expand", NULL);
  g_assert_false (seesaw_figure_pane_is_expanded (SEESAW_FIGURE_PANE (pane)));
  g_assert_cmpuint (*expanded, ==, 2);

  /* Actions of a figure that shows nothing. */
  gtk_widget_activate_action (pane, "figure.copy", NULL);
  gtk_widget_activate_action (pane, "figure.copy-csv", NULL);
  gtk_widget_activate_action (pane, "figure.export", NULL);
  gtk_widget_activate_action (pane, "figure.fit", NULL);

  g_assert_finalize_object (pane);
  g_assert_finalize_object (session);
}

static void
on_text (GObject *clipboard, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  *(char **) user_data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, &error);
  g_assert_no_error (error);
}

static gboolean
is_set (gpointer user_data)
{
  return *(gpointer *) user_data != NULL;
}

static void
test_pane_copies_numbers (void)
{
  SeesawSession *session = seesaw_session_new ();
  SeesawOpenRun *run = fixture_show_sample (session, 0);
  GtkWidget *pane = new_pane (session, "curve", FALSE);
  GtkWindow *window = fixture_put_in_window (pane, 500, 400);
  SeesawSubject subject;
  g_autofree char *expected = NULL;
  g_autofree char *text = NULL;

  gtk_widget_activate_action (pane, "figure.copy-csv", NULL);
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (pane), NULL, on_text, &text);
  g_assert_true (fixture_wait_until (is_set, &text));
  seesaw_session_get_subject (session, &subject);
  expected = seesaw_figure_find ("curve")->to_csv (&subject);
  g_assert_cmpstr (text, ==, expected);

  seesaw_session_close (session, run);
  fixture_assert_destroyed (window);
  g_assert_finalize_object (run);
  g_assert_finalize_object (session);
}

#define PANE                                                                                       \
  "<child><object class='SeesawFigurePane'>"                                                       \
  "<property name='figure'>curve</property>"                                                       \
  "<property name='can-expand'>True</property></object></child>"

static GtkWidget *
new_grid (const char *panes)
{
  g_autofree char *ui = g_strconcat (
      "<interface><object class='SeesawFigureGrid' id='grid'><property name='column-width'>340"
      "</property><property name='row-height'>220</property>",
      panes, "</object></interface>", NULL);
  g_autoptr (GtkBuilder) builder = NULL;

  g_type_ensure (SEESAW_TYPE_FIGURE_GRID);
  builder = gtk_builder_new_from_string (ui, -1);

  return g_object_ref (GTK_WIDGET (gtk_builder_get_object (builder, "grid")));
}

/* How many figures have the top of the first one. */
static int
count_columns (GtkWidget *grid, int width, int *height)
{
  int n = 0;

  gtk_widget_measure (grid, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_measure (grid, GTK_ORIENTATION_VERTICAL, width, height, NULL, NULL, NULL);
  gtk_widget_size_allocate (grid, &(GtkAllocation){ 0, 0, width, *height }, -1);
  for (GtkWidget *child = gtk_widget_get_first_child (grid); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      graphene_rect_t bounds;

      g_assert_true (gtk_widget_compute_bounds (child, grid, &bounds));
      g_assert_cmpfloat (bounds.origin.x + bounds.size.width, <=, (float) width);
      n += gtk_widget_get_visible (child) && bounds.origin.y < 1.0f;
    }

  return n;
}

static void
test_grid_columns (void)
{
  static const struct
  {
    int n;
    int width;
    int columns;
  } cases[] = {
    { 1, 250, 1 },  { 1, 3000, 1 }, { 2, 679, 1 },  { 2, 680, 2 },
    { 4, 680, 2 },  { 4, 1020, 2 }, /* three would leave one alone */
    { 4, 1360, 4 }, { 5, 339, 1 },  { 5, 680, 2 },  { 5, 1020, 3 },
    { 5, 1360, 3 }, { 5, 1700, 5 }, { 6, 1360, 3 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) panes = g_string_new (NULL);
      GtkWidget *grid;
      int rows = (cases[i].n + cases[i].columns - 1) / cases[i].columns;
      int height;

      for (int n = 0; n < cases[i].n; n++)
        g_string_append (panes, PANE);
      grid = new_grid (panes->str);
      g_assert_cmpint (count_columns (grid, cases[i].width, &height), ==, cases[i].columns);
      g_assert_cmpint (height, >=, 220 * rows);
      g_assert_cmpint (height, <, 220 * (rows + 1));
      g_assert_finalize_object (grid);
    }
}

static void
test_grid_gives_all_to_one (void)
{
  GtkWidget *grid = new_grid (PANE PANE PANE);
  GtkWidget *second = gtk_widget_get_next_sibling (gtk_widget_get_first_child (grid));
  int height;

  g_assert_cmpint (count_columns (grid, 1020, &height), ==, 3);
  gtk_widget_activate_action (second, "figure.expand", NULL);
  g_assert_cmpint (count_columns (grid, 1020, &height), ==, 1);
  g_assert_cmpint (gtk_widget_get_width (second), ==, 1020);
  g_assert_false (gtk_widget_get_visible (gtk_widget_get_first_child (grid)));
  gtk_widget_activate_action (second, "figure.expand", NULL);
  g_assert_cmpint (count_columns (grid, 1020, &height), ==, 3);

  g_assert_finalize_object (grid);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/figure-label", test_label);
  g_test_add_func ("/figure-view/zooms", test_view_zooms);
  g_test_add_func ("/figure-view/zooms-without-end", test_view_zooms_without_end);
  g_test_add_func ("/figure-view/draws-within", test_view_draws_within);
  g_test_add_func ("/figure-pane/asks-while-mapped", test_pane_asks_while_mapped);
  g_test_add_func ("/figure-pane/properties", test_pane_properties);
  g_test_add_func ("/figure-pane/copies-numbers", test_pane_copies_numbers);
  g_test_add_func ("/figure-grid/columns", test_grid_columns);
  g_test_add_func ("/figure-grid/gives-all-to-one", test_grid_gives_all_to_one);

  return g_test_run ();
}
