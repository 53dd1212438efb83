/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What scenes may hold beside lines and points, and a page of several scenes. */

#include "check.h"
#include "seesaw-grid.h"

#include <math.h>
#include <string.h>

#define N_LINES 5

static const SeesawStyle style = { SEESAW_COLOR_ALL, 1.0, FALSE };

static double *
new_values (gsize n, const double *values)
{
  return g_memdup2 (values, n * sizeof *values);
}

static const SeesawText *
find_text (const SeesawPlotLayout *layout, const char *text)
{
  for (guint i = 0; i < layout->texts->len; i++)
    {
      const SeesawText *found = g_ptr_array_index (layout->texts, i);

      if (g_str_equal (pango_layout_get_text (found->layout), text))
        return found;
    }

  return NULL;
}

/* Lines that end at given heights, labelled "0", "1" …, with a title and a legend's worth of text.
 */
static SeesawScene *
new_lines (const double *ends, gsize n)
{
  SeesawScene *scene = seesaw_scene_new ();

  seesaw_scene_set_title (scene, "A title that may well be too long for a small panel");
  seesaw_scene_set_axis (scene, 0, "Epoch", "Epoch", (SeesawScale){ 0.0, 3.0 },
                         SEESAW_AXIS_INTEGER);
  seesaw_scene_set_axis (scene, 1, "y", "y", (SeesawScale){ 0.0, 1.0 }, SEESAW_AXIS_PERCENT);
  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *label = g_strdup_printf ("Line %zu", i);
      SeesawMark *line =
          seesaw_scene_add_line (scene, style, new_values (2, (const double[]){ 0.0, 3.0 }),
                                 new_values (2, (const double[]){ 0.5, ends[i] }), 2, NULL);

      seesaw_mark_set_label (line, label);
    }

  return scene;
}

/* Labels stand right of the plot area, in the order of their lines, none over another; those far
 * from others exactly where their lines end.
 */
static void
test_ends (void)
{
  const double ends[N_LINES] = { 0.50, 0.51, 0.95, 0.50, 0.0 };
  g_autoptr (SeesawScene) scene = new_lines (ends, N_LINES);
  SeesawTheme theme = seesaw_theme_print (8.0);
  g_autoptr (SeesawPlotLayout) layout = seesaw_plot_layout_new (scene, &theme, 300.0, 200.0);
  double middles[N_LINES];

  g_assert_true (layout->has_ends);
  check_layout (layout);
  for (int i = 0; i < N_LINES; i++)
    {
      g_autofree char *label = g_strdup_printf ("Line %d", i);
      const SeesawText *text = find_text (layout, label);

      g_assert_nonnull (text);
      g_assert_cmpfloat (text->box.x, >=, layout->plot.x + layout->plot.width);
      middles[i] = text->box.y + text->box.height / 2.0;
    }
  g_assert_cmpfloat (middles[2], <, middles[1]);
  g_assert_cmpfloat (middles[1], <, middles[0]);
  g_assert_cmpfloat (middles[0], <, middles[4]);
  g_assert_cmpfloat_with_epsilon (middles[2], seesaw_plot_layout_y (layout, 0.95), 1e-6);
  /* Three want one place: together they keep their middle, and two have a leader. */
  g_assert_cmpfloat_with_epsilon ((middles[0] + middles[1] + middles[3]) / 3.0,
                                  seesaw_plot_layout_y (layout, 1.51 / 3.0), 1e-6);
  g_assert_cmpuint (layout->leaders->len, >=, 2);
}

/* Where there is no room for them at the right, labels are entries of the legend. */
static void
test_ends_without_room (void)
{
  const double ends[] = { 0.2, 0.9 };
  g_autoptr (SeesawScene) scene = new_lines (ends, 2);
  SeesawTheme theme = seesaw_theme_print (8.0);
  g_autoptr (SeesawPlotLayout) layout = NULL;

  seesaw_mark_set_label (g_ptr_array_index (scene->marks, 0), "A label as wide as half");
  layout = seesaw_plot_layout_new (scene, &theme, 240.0, 180.0);
  g_assert_false (layout->has_ends);
  g_assert_cmpuint (layout->legend_marks->len, ==, 2);
  g_assert_nonnull (find_text (layout, "Line 1"));
  check_layout (layout);
}

/* What is zoomed in upon is labelled where it leaves the view, or not at all. */
static void
test_ends_zoomed (void)
{
  const double ends[] = { 1.0, 0.0 };
  g_autoptr (SeesawScene) scene = new_lines (ends, 2);
  SeesawTheme theme = seesaw_theme_print (8.0);
  const SeesawScale scales[] = { { 0.0, 1.5 }, { 0.4, 0.9 } };
  g_autoptr (SeesawPlotLayout) layout =
      seesaw_plot_layout_new_zoomed (scene, &theme, scales, 300.0, 200.0);
  const SeesawText *text = find_text (layout, "Line 0");

  g_assert_nonnull (text);
  g_assert_cmpfloat_with_epsilon (text->box.y + text->box.height / 2.0,
                                  seesaw_plot_layout_y (layout, 0.75), 1e-6);
  g_assert_null (find_text (layout, "Line 1"));
}

static void
test_gaps (void)
{
  const double x[] = { 0.0, 1.0, 2.0, 3.0, 4.0, 5.0 };
  const double y[] = { NAN, 1.0, 2.0, NAN, NAN, 3.0 };
  g_autoptr (SeesawScene) scene = seesaw_scene_new ();
  SeesawTheme theme = seesaw_theme_print (8.0);
  g_autoptr (SeesawPlotLayout) layout = NULL;
  const SeesawPath *path;

  seesaw_scene_set_axis (scene, 0, "x", "x", (SeesawScale){ 0.0, 5.0 }, SEESAW_AXIS_PLAIN);
  seesaw_scene_set_axis (scene, 1, "y", "y", (SeesawScale){ 0.0, 5.0 }, SEESAW_AXIS_PLAIN);
  seesaw_scene_add_line (scene, style, new_values (6, x), new_values (6, y), 6, NULL);
  layout = seesaw_plot_layout_new (scene, &theme, 300.0, 200.0);
  path = g_ptr_array_index (layout->paths, 0);

  /* Two vertices, a gap, and one more: none before, and two that follow each other are one. */
  g_assert_cmpuint (path->n, ==, 4);
  g_assert_cmpfloat (path->x[0], ==, seesaw_plot_layout_x (layout, 1.0));
  g_assert_true (isnan (path->x[2]));
  g_assert_cmpfloat (path->x[3], ==, seesaw_plot_layout_x (layout, 5.0));
}

/* However short the axis, no tick stands between two epochs. */
static void
test_integers (void)
{
  const double ends[] = { 0.5 };
  g_autoptr (SeesawScene) scene = new_lines (ends, 1);
  SeesawTheme theme = seesaw_theme_print (8.0);

  for (double width = 100.0; width < 2000.0; width *= 1.5)
    {
      g_autoptr (SeesawPlotLayout) layout = seesaw_plot_layout_new (scene, &theme, width, 200.0);

      g_assert_cmpuint (layout->ticks[0]->len, <=, 4);
      g_assert_null (find_text (layout, "0.5"));
    }
}

static void
test_mirrored (void)
{
  g_autoptr (SeesawScene) scene = seesaw_scene_new ();
  SeesawTheme theme = seesaw_theme_print (8.0);
  g_autoptr (SeesawPlotLayout) layout = NULL;
  guint n_twenty = 0;

  seesaw_scene_set_axis (scene, 0, "x", "x", (SeesawScale){ 0.0, 1.0 }, SEESAW_AXIS_PLAIN);
  seesaw_scene_set_axis (scene, 1, NULL, NULL, (SeesawScale){ -0.25, 0.25 }, SEESAW_AXIS_MIRRORED);
  seesaw_scene_add_name (scene, 1, 0.0, 0.25, "Up", SEESAW_COLOR_SEEN);
  seesaw_scene_add_name (scene, 1, -0.25, 0.0, "Down", SEESAW_COLOR_UNSEEN);
  layout = seesaw_plot_layout_new (scene, &theme, 300.0, 200.0);
  check_layout (layout);
  for (guint i = 0; i < layout->texts->len; i++)
    n_twenty += g_str_equal (
        pango_layout_get_text (((SeesawText *) layout->texts->pdata[i])->layout), "20");

  g_assert_cmpuint (n_twenty, ==, 2);
  g_assert_true (find_text (layout, "Up")->turned);
  g_assert_cmpfloat (find_text (layout, "Up")->box.y, <, find_text (layout, "Down")->box.y);
}

/* A matrix with everything around it. */
static SeesawScene *
new_matrix (double share)
{
  SeesawScene *scene = seesaw_scene_new ();
  float *values = g_new0 (float, 4);

  seesaw_scene_set_axis (scene, 0, NULL, NULL, (SeesawScale){ -0.1, 1.0 }, SEESAW_AXIS_NAMES);
  seesaw_scene_set_axis (scene, 1, NULL, NULL, (SeesawScale){ 0.0, 1.0 }, SEESAW_AXIS_NAMES);
  for (int axis = 0; axis < 2; axis++)
    {
      seesaw_scene_add_name (scene, axis, 0.0, share, "Seen (12345)", SEESAW_COLOR_SEEN);
      seesaw_scene_add_name (scene, axis, share, 1.0, "Unseen (12345)", SEESAW_COLOR_UNSEEN);
    }
  seesaw_scene_set_bar (scene, "Pearson correlation of all that can be compared",
                        (SeesawScale){ -1.0, 1.0 });
  seesaw_scene_add_image (scene, 0.0, 0.0, 1.0, 1.0, 2, 2, values);

  return scene;
}

static void
test_no_overlap (void)
{
  const double ends[N_LINES] = { 0.50, 0.51, 0.52, 0.50, 0.0 };
  g_autoptr (SeesawScene) lines = new_lines (ends, N_LINES);
  g_autoptr (SeesawScene) half = new_matrix (0.5);
  g_autoptr (SeesawScene) little = new_matrix (0.03);
  SeesawScene *scenes[] = { lines, half, little };

  for (gsize i = 0; i < G_N_ELEMENTS (scenes); i++)
    for (double font = 8.0; font <= 16.0; font += 4.0)
      for (double width = MAX (18.0 * font, 240.0); width < 4000.0; width *= 1.5)
        for (double height = MAX (13.0 * font, 180.0); height < 2200.0; height *= 1.6)
          {
            SeesawTheme theme = seesaw_theme_screen (FALSE, "Sans", font);
            g_autoptr (SeesawPlotLayout) layout =
                seesaw_plot_layout_new (scenes[i], &theme, width, height);

            check_layout (layout);
          }
}

static void
test_bar (void)
{
  g_autoptr (SeesawScene) scene = new_matrix (0.5);
  SeesawTheme theme = seesaw_theme_print (8.0);
  g_autoptr (SeesawPlotLayout) layout = seesaw_plot_layout_new (scene, &theme, 300.0, 240.0);

  g_assert_cmpfloat (layout->bar.x, >, layout->plot.x + layout->plot.width);
  g_assert_cmpfloat (layout->bar.y, ==, layout->plot.y);
  g_assert_cmpfloat (layout->bar.height, ==, layout->plot.height);
  g_assert_nonnull (find_text (layout, "0.0"));
}

/* Panels share the width, their plot areas stand below each other, and none leaves its cell. */
static void
test_grid (void)
{
  const double ends[] = { 0.5 };
  g_autoptr (SeesawScene) a = new_lines (ends, 1);
  g_autoptr (SeesawScene) b = new_lines (ends, 1);
  const SeesawPanel panels[] = { { a, NULL }, { b, NULL }, { b, NULL }, { a, NULL }, { a, NULL } };
  const SeesawGrid grid = { panels, G_N_ELEMENTS (panels), 2 };
  SeesawTheme theme = seesaw_theme_print (8.0);
  g_autoptr (GPtrArray) layouts = NULL;

  seesaw_scene_set_axis (b, 1, "y", "y", (SeesawScale){ 0.0, 1e7 }, SEESAW_AXIS_PLAIN);
  layouts = seesaw_grid_lay_out (&grid, &theme, 400.0, 500.0);
  for (gsize i = 0; i < grid.n_panels; i++)
    {
      const SeesawPlotLayout *layout = g_ptr_array_index (layouts, i);
      const SeesawPlotLayout *first = g_ptr_array_index (layouts, i % 2);
      SeesawRect cell = seesaw_grid_get_cell (&grid, &theme, 400.0, 500.0, i);

      check_layout (layout);
      g_assert_cmpfloat (layout->plot.x, ==, first->plot.x);
      g_assert_cmpfloat (layout->plot.width, ==, first->plot.width);
      g_assert_cmpfloat (cell.x + cell.width, <=, 400.0 + 1e-9);
      g_assert_cmpfloat (cell.y + cell.height, <=, 500.0 + 1e-9);
      for (gsize j = 0; j < i; j++)
        {
          SeesawRect other = seesaw_grid_get_cell (&grid, &theme, 400.0, 500.0, j);

          g_assert_false (seesaw_rect_overlaps (&cell, &other));
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/marks/ends", test_ends);
  g_test_add_func ("/marks/ends/without-room", test_ends_without_room);
  g_test_add_func ("/marks/ends/zoomed", test_ends_zoomed);
  g_test_add_func ("/marks/gaps", test_gaps);
  g_test_add_func ("/marks/integers", test_integers);
  g_test_add_func ("/marks/mirrored", test_mirrored);
  g_test_add_func ("/marks/no-overlap", test_no_overlap);
  g_test_add_func ("/marks/bar", test_bar);
  g_test_add_func ("/marks/grid", test_grid);

  return g_test_run ();
}
