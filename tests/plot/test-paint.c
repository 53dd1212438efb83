/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pictures against references. Texts come out a little different from one machine to the next, so
 * that both pictures are looked at from afar: averaged over squares. SEESAW_UPDATE_REFERENCE=1
 * writes the references anew.
 */

#include "seesaw-paint.h"

#include <math.h>
#include <stdlib.h>

#define WIDTH 480
#define HEIGHT 360
#define SQUARE 12
#define TOLERANCE 12.0 /* of 255, for the mean over a square */

static const char *reference_folder;

static SeesawScene *
new_scene (void)
{
  static const SeesawMarker markers[] = { SEESAW_MARKER_CIRCLE, SEESAW_MARKER_RING,
                                          SEESAW_MARKER_STAR, SEESAW_MARKER_DIAMOND };
  SeesawScene *scene = seesaw_scene_new ();
  const int n = 200;

  for (int line = 0; line < 3; line++)
    {
      const SeesawStyle style = { (SeesawColor) (SEESAW_COLOR_SEEN + line), 1.0 + line, line == 1 };
      double *x = g_new (double, n);
      double *y = g_new (double, n);

      for (int i = 0; i < n; i++)
        {
          x[i] = (double) i / (n - 1);
          y[i] = 0.2 * line + 0.5 * x[i] * x[i];
        }
      seesaw_scene_add_line (scene, style, x, y, (gsize) n, NULL);
    }
  for (int i = 0; i < (int) G_N_ELEMENTS (markers); i++)
    seesaw_scene_add_point (scene, (SeesawStyle){ SEESAW_COLOR_ALL, 2.0, FALSE }, markers[i],
                            0.2 + 0.2 * i, 0.75, NULL, NULL);
  seesaw_scene_set_axis (scene, 0, "x", "x", (SeesawScale){ 0.0, 1.0 }, SEESAW_AXIS_PLAIN);
  seesaw_scene_set_axis (scene, 1, "y", "y", (SeesawScale){ 0.0, 1.0 }, SEESAW_AXIS_PERCENT);

  return scene;
}

static cairo_surface_t *
paint (const SeesawTheme *theme, gboolean with_overlay)
{
  g_autoptr (SeesawScene) scene = new_scene ();
  g_autoptr (SeesawScene) overlay = seesaw_scene_new ();
  g_autoptr (SeesawPlotLayout) layout = seesaw_plot_layout_new (scene, theme, WIDTH, HEIGHT);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, theme->paper.red, theme->paper.green, theme->paper.blue);
  cairo_paint (cr);
  seesaw_paint_scene (layout, cr);
  seesaw_scene_add_point (overlay, (SeesawStyle){ SEESAW_COLOR_GAMMA, 4.0, FALSE },
                          SEESAW_MARKER_CIRCLE, 0.5, 0.5, NULL, NULL);
  if (with_overlay)
    seesaw_paint_overlay (layout, overlay, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return surface;
}

static double
mean_of_square (cairo_surface_t *surface, int left, int top, int channel)
{
  const unsigned char *data = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);
  double sum = 0.0;

  for (int y = top; y < top + SQUARE; y++)
    for (int x = left; x < left + SQUARE; x++)
      sum += data[y * stride + 4 * x + channel];

  return sum / (SQUARE * SQUARE);
}

static double
largest_difference (cairo_surface_t *a, cairo_surface_t *b)
{
  double largest = 0.0;

  for (int y = 0; y + SQUARE <= HEIGHT; y += SQUARE)
    for (int x = 0; x + SQUARE <= WIDTH; x += SQUARE)
      for (int channel = 0; channel < 3; channel++)
        largest = MAX (
            largest, fabs (mean_of_square (a, x, y, channel) - mean_of_square (b, x, y, channel)));

  return largest;
}

static void
assert_like_reference (cairo_surface_t *surface, const char *name)
{
  g_autofree char *path = g_build_filename (reference_folder, name, NULL);
  cairo_surface_t *reference;

  if (g_getenv ("SEESAW_UPDATE_REFERENCE") != NULL)
    cairo_surface_write_to_png (surface, path);

  reference = cairo_image_surface_create_from_png (path);
  g_assert_cmpint (cairo_surface_status (reference), ==, CAIRO_STATUS_SUCCESS);
  g_assert_cmpint (cairo_image_surface_get_width (reference), ==, WIDTH);
  g_assert_cmpfloat (largest_difference (surface, reference), <, TOLERANCE);
  cairo_surface_destroy (reference);
}

static void
test_reference (gconstpointer data)
{
  const char *name = data;
  SeesawTheme theme =
      g_str_has_prefix (name, "print")
          ? seesaw_theme_print (11.0)
          : seesaw_theme_screen (g_str_has_prefix (name, "dark"), "DejaVu Sans", 13.0);
  cairo_surface_t *surface = paint (&theme, FALSE);

  assert_like_reference (surface, name);
  cairo_surface_destroy (surface);
}

/* The comparison notices a mark that should not be there. */
static void
test_notices (void)
{
  SeesawTheme theme = seesaw_theme_screen (FALSE, "DejaVu Sans", 13.0);
  cairo_surface_t *plain = paint (&theme, FALSE);
  cairo_surface_t *marked = paint (&theme, TRUE);

  g_assert_cmpfloat (largest_difference (plain, marked), >, 5.0 * TOLERANCE);
  cairo_surface_destroy (plain);
  cairo_surface_destroy (marked);
}

/* An overlay stays within the bounds that are asked for. */
static void
test_bounds (void)
{
  SeesawTheme theme = seesaw_theme_screen (FALSE, "DejaVu Sans", 13.0);
  g_autoptr (SeesawScene) scene = new_scene ();
  g_autoptr (SeesawPlotLayout) layout = seesaw_plot_layout_new (scene, &theme, WIDTH, HEIGHT);

  for (guint i = 0; i < scene->marks->len; i++)
    {
      const SeesawMark *mark = g_ptr_array_index (scene->marks, i);
      SeesawRect bounds = seesaw_paint_get_bounds (layout, mark);
      cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
      cairo_t *cr = cairo_create (surface);
      double x;
      double y;
      double width;
      double height;

      seesaw_paint_mark (layout, mark, cr);
      cairo_recording_surface_ink_extents (surface, &x, &y, &width, &height);
      g_assert_cmpfloat (x, >=, bounds.x - 1.0);
      g_assert_cmpfloat (y, >=, bounds.y - 1.0);
      g_assert_cmpfloat (x + width, <=, bounds.x + bounds.width + 1.0);
      g_assert_cmpfloat (y + height, <=, bounds.y + bounds.height + 1.0);
      cairo_destroy (cr);
      cairo_surface_destroy (surface);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  reference_folder = argc > 1 ? argv[1] : "reference";

  g_test_add_data_func ("/paint/light", "light.png", test_reference);
  g_test_add_data_func ("/paint/dark", "dark.png", test_reference);
  g_test_add_data_func ("/paint/print", "print.png", test_reference);
  g_test_add_func ("/paint/notices", test_notices);
  g_test_add_func ("/paint/bounds", test_bounds);

  return g_test_run ();
}
