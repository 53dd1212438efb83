/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A line of a million vertices in print: nothing that can be seen moves, and the file stays small.
 */

#include "config.h"

#include "seesaw-export.h"
#include "seesaw-plot-layout.h"

#include <glib/gstdio.h>
#include <math.h>

#define N 1000000

/* As far as a vertex may move in print, in points. */
#define LIMIT 0.05

#define MAX_BYTES (300 * 1024)

/* Steps to the right and down in turn, most of them tiny and some of them large, along a quarter of
 * a circle: what operating points of as many samples look like.
 */
static SeesawScene *
new_scene (void)
{
  SeesawScene *scene = seesaw_scene_new ();
  SeesawStyle style = { .color = SEESAW_COLOR_ALL, .width = 1.0 };
  double *x = g_new (double, N);
  double *y = g_new (double, N);
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  double angle = 0.0;

  for (gsize i = 0; i < N; i++)
    {
      angle = fmin (angle + pow (g_rand_double (rand), 200.0) * 201.0 * G_PI_2 / N, G_PI_2);
      x[i] = i > 0 && i % 2 == 0 ? x[i - 1] : 0.8 * sin (angle);
      y[i] = i > 0 && i % 2 == 1 ? y[i - 1] : 0.7 * cos (angle);
    }

  seesaw_scene_set_axis (scene, 0, "x (%)", NULL, (SeesawScale){ 0.0, 1.0 }, SEESAW_AXIS_PERCENT);
  seesaw_scene_set_axis (scene, 1, "y (%)", NULL, (SeesawScale){ 0.0, 1.0 }, SEESAW_AXIS_PERCENT);
  seesaw_scene_add_line (scene, style, x, y, N, NULL)->marker = SEESAW_MARKER_NONE;

  return scene;
}

static double
distance_to_segment (double x, double y, const SeesawPath *path, gsize i)
{
  double dx = path->x[i + 1] - path->x[i];
  double dy = path->y[i + 1] - path->y[i];
  double square = dx * dx + dy * dy;
  double along = ((x - path->x[i]) * dx + (y - path->y[i]) * dy) / square;

  along = CLAMP (along, 0.0, 1.0);

  return hypot (x - path->x[i] - along * dx, y - path->y[i] - along * dy);
}

/* The nearest one of the pieces from @first on; the line goes one way, so those before are over. */
static double
find_distance (const SeesawPath *path, gsize *first, double x, double y)
{
  double distance = distance_to_segment (x, y, path, *first);

  for (gsize i = *first + 1; i + 1 < path->n && i < *first + 4; i++)
    {
      double other = distance_to_segment (x, y, path, i);

      if (other < distance)
        {
          distance = other;
          *first = i;
        }
    }

  return distance;
}

static void
test_vertices (void)
{
  g_autoptr (SeesawScene) scene = new_scene ();
  const SeesawMark *line = g_ptr_array_index (scene->marks, 0);

  for (double width = 234.0; width < 1000.0; width *= 1.9)
    {
      SeesawTheme theme = seesaw_theme_print (8.0);
      g_autoptr (SeesawPlotLayout) layout =
          seesaw_plot_layout_new (scene, &theme, width, 0.8 * width);
      const SeesawPath *path = g_ptr_array_index (layout->paths, 0);
      double farthest = 0.0;
      gsize first = 0;

      for (gsize i = 0; i < N; i++)
        farthest =
            fmax (farthest, find_distance (path, &first, seesaw_plot_layout_x (layout, line->x[i]),
                                           seesaw_plot_layout_y (layout, line->y[i])));

      g_test_message ("%g points wide: %zu of %d vertices, the farthest is %g points off", width,
                      path->n, N, farthest);
      g_assert_cmpfloat (farthest, <=, LIMIT);
      g_assert_cmpuint (path->n, <, N / 20);
      g_assert_cmpfloat (path->x[0], ==, seesaw_plot_layout_x (layout, line->x[0]));
      g_assert_cmpfloat (path->y[0], ==, seesaw_plot_layout_y (layout, line->y[0]));
      g_assert_cmpfloat (path->x[path->n - 1], ==, seesaw_plot_layout_x (layout, line->x[N - 1]));
      g_assert_cmpfloat (path->y[path->n - 1], ==, seesaw_plot_layout_y (layout, line->y[N - 1]));
    }
}

/* From a column to a slide. */
static void
test_size (void)
{
  g_autoptr (SeesawScene) scene = new_scene ();
  g_autofree char *folder = g_dir_make_tmp ("seesaw-thinning-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "line.pdf", NULL);

  for (double width = 234.0; width < 1000.0; width *= 1.9)
    {
      SeesawTheme theme = seesaw_theme_print (8.0);
      const SeesawExportPage page = { .width = width, .height = 0.8 * width };
      const SeesawExportInfo info = { 0 };
      GStatBuf written;

      g_assert_true (seesaw_export_file (scene, NULL, &theme, &page, &info, path, NULL));
      g_assert_cmpint (g_stat (path, &written), ==, 0);
      g_test_message ("%g points wide: %zu bytes", width, (gsize) written.st_size);
      g_assert_cmpuint ((gsize) written.st_size, <, MAX_BYTES);
    }

  g_unlink (path);
  g_rmdir (folder);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/thinning/vertices", test_vertices);
  g_test_add_func ("/thinning/size", test_size);

  return g_test_run ();
}
