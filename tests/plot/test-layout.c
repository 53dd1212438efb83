/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "check.h"

#include <math.h>

#define N_VERTICES 1000

/* A falling curve with points on it, as the application has. */
static SeesawScene *
new_scene (void)
{
  SeesawScene *scene = seesaw_scene_new ();
  const SeesawStyle style = { SEESAW_COLOR_ALL, 1.0, FALSE };
  double *x = g_new (double, N_VERTICES);
  double *y = g_new (double, N_VERTICES);

  for (int i = 0; i < N_VERTICES; i++)
    {
      x[i] = (double) i / (N_VERTICES - 1);
      y[i] = sqrt (1.0 - x[i] * x[i]);
    }
  seesaw_scene_set_axis (scene, 0, "A title that takes its room along the axis (%)", "Short (%)",
                         (SeesawScale){ 0.0, 1.1 }, SEESAW_AXIS_PERCENT);
  seesaw_scene_set_axis (scene, 1, "Another one that is just as long as the first (%)", "Short (%)",
                         (SeesawScale){ 0.0, 1.1 }, SEESAW_AXIS_PERCENT);
  seesaw_scene_add_line (scene, style, x, y, N_VERTICES, "The curve, with some numbers 0.123");
  for (int i = 1; i < 6; i++)
    {
      g_autofree char *label = g_strdup_printf ("Label %d", i);

      seesaw_scene_add_point (scene, style, SEESAW_MARKER_DIAMOND, x[i * 150], y[i * 150], label,
                              i == 1 ? "Points" : NULL);
    }

  return scene;
}

static void
test_no_overlap (void)
{
  g_autoptr (SeesawScene) scene = new_scene ();

  for (double font = 8.0; font <= 16.0; font += 4.0)
    for (double width = 24.0 * font; width < 4000.0; width *= 1.4)
      for (double height = 18.0 * font; height < 2200.0; height *= 1.5)
        {
          SeesawTheme theme = seesaw_theme_screen (FALSE, "Sans", font);
          g_autoptr (SeesawPlotLayout) layout =
              seesaw_plot_layout_new (scene, &theme, width, height);

          check_layout (layout);
        }
}

/* A text is drawn only where it is inside the plot, so the number of texts tells what was left out:
 * at a good size, nothing.
 */
static void
test_all_labels_find_room (void)
{
  g_autoptr (SeesawScene) scene = new_scene ();
  SeesawTheme theme = seesaw_theme_screen (FALSE, "Sans", 13.0);
  g_autoptr (SeesawPlotLayout) layout = seesaw_plot_layout_new (scene, &theme, 800.0, 600.0);
  guint n_ticks = layout->ticks[0]->len + layout->ticks[1]->len;

  g_assert_cmpuint (layout->texts->len, ==, 2 + n_ticks + 2 + 5);
  g_assert_cmpfloat (layout->legend.width, >, 0.0);
}

static void
test_there_and_back (void)
{
  g_autoptr (SeesawScene) scene = new_scene ();
  SeesawTheme theme = seesaw_theme_screen (FALSE, "Sans", 13.0);
  g_autoptr (SeesawPlotLayout) layout = seesaw_plot_layout_new (scene, &theme, 640.0, 480.0);
  double x = seesaw_plot_layout_x (layout, 0.3);
  double y = seesaw_plot_layout_y (layout, 0.8);

  g_assert_cmpfloat (seesaw_plot_layout_x (layout, 0.0), ==, layout->plot.x);
  g_assert_cmpfloat (seesaw_plot_layout_y (layout, 0.0), ==, layout->plot.y + layout->plot.height);
  seesaw_plot_layout_to_data (layout, &x, &y);
  g_assert_cmpfloat_with_epsilon (x, 0.3, 1e-12);
  g_assert_cmpfloat_with_epsilon (y, 0.8, 1e-12);
}

static void
test_nearest (void)
{
  g_autoptr (SeesawScene) scene = new_scene ();
  SeesawTheme theme = seesaw_theme_screen (FALSE, "Sans", 13.0);
  g_autoptr (SeesawPlotLayout) layout = seesaw_plot_layout_new (scene, &theme, 640.0, 480.0);
  const SeesawMark *line = g_ptr_array_index (scene->marks, 0);
  double distance;

  for (gsize i = 0; i < N_VERTICES; i += 37)
    {
      g_assert_cmpuint (
          seesaw_plot_layout_find_nearest (layout, 0, seesaw_plot_layout_x (layout, line->x[i]),
                                           seesaw_plot_layout_y (layout, line->y[i]), &distance),
          ==, i);
      g_assert_cmpfloat (distance, ==, 0.0);
    }

  seesaw_plot_layout_find_nearest (layout, 0, seesaw_plot_layout_x (layout, 0.0),
                                   seesaw_plot_layout_y (layout, 1.0) - 7.0, &distance);
  g_assert_cmpfloat_with_epsilon (distance, 7.0, 1e-9);
}

/* A long line becomes short; both ends stay, and no vertex left out is farther from the rest than
 * the tolerance.
 */
static void
test_thinning (void)
{
  g_autoptr (SeesawScene) scene = seesaw_scene_new ();
  const SeesawStyle style = { SEESAW_COLOR_ALL, 1.0, FALSE };
  SeesawTheme theme = seesaw_theme_print (8.0);
  g_autoptr (SeesawPlotLayout) layout = NULL;
  const gsize n = 200000;
  double *x = g_new (double, n);
  double *y = g_new (double, n);
  const SeesawPath *path;
  gsize next = 0;

  for (gsize i = 0; i < n; i++)
    {
      x[i] = (double) i / (double) (n - 1);
      y[i] = (double) (i / 1000) / 200.0;
    }
  seesaw_scene_add_line (scene, style, x, y, n, NULL);
  seesaw_scene_set_axis (scene, 0, "x", "x", (SeesawScale){ 0.0, 1.0 }, SEESAW_AXIS_PLAIN);
  seesaw_scene_set_axis (scene, 1, "y", "y", (SeesawScale){ 0.0, 1.0 }, SEESAW_AXIS_PLAIN);
  layout = seesaw_plot_layout_new (scene, &theme, 234.0, 180.0);
  path = g_ptr_array_index (layout->paths, 0);

  g_assert_cmpuint (path->n, <, 10000);
  g_assert_cmpfloat (path->x[0], ==, seesaw_plot_layout_x (layout, x[0]));
  g_assert_cmpfloat (path->x[path->n - 1], ==, seesaw_plot_layout_x (layout, x[n - 1]));
  g_assert_cmpfloat (path->y[path->n - 1], ==, seesaw_plot_layout_y (layout, y[n - 1]));

  for (gsize i = 0; i < n; i++)
    {
      double px = seesaw_plot_layout_x (layout, x[i]);
      double py = seesaw_plot_layout_y (layout, y[i]);

      if (next < path->n && path->x[next] == px && path->y[next] == py)
        next++;
      g_assert_cmpfloat (fabs (px - path->x[next - 1]), <=, theme.tolerance);
      g_assert_cmpfloat (fabs (py - path->y[next - 1]), <=, theme.tolerance);
    }
}

static void
test_zoomed (void)
{
  g_autoptr (SeesawScene) scene = new_scene ();
  SeesawTheme theme = seesaw_theme_screen (FALSE, "Sans", 13.0);
  const SeesawScale scales[] = { { 0.5, 0.7 }, { 0.2, 0.4 } };
  g_autoptr (SeesawPlotLayout) layout =
      seesaw_plot_layout_new_zoomed (scene, &theme, scales, 640.0, 480.0);

  g_assert_cmpfloat (seesaw_plot_layout_x (layout, 0.5), ==, layout->plot.x);
  g_assert_cmpfloat_with_epsilon (seesaw_plot_layout_y (layout, 0.4), layout->plot.y, 1e-9);
  check_layout (layout);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/layout/no-overlap", test_no_overlap);
  g_test_add_func ("/layout/all-labels-find-room", test_all_labels_find_room);
  g_test_add_func ("/layout/there-and-back", test_there_and_back);
  g_test_add_func ("/layout/nearest", test_nearest);
  g_test_add_func ("/layout/thinning", test_thinning);
  g_test_add_func ("/layout/zoomed", test_zoomed);

  return g_test_run ();
}
