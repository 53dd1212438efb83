/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "check.h"

#include <math.h>
#include <string.h>

#define WIDTH 480
#define HEIGHT 360

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

/* Every kind of mark, with title, names, colour bar and labels at line ends. */
static SeesawScene *
new_rich_scene (void)
{
  SeesawScene *scene = seesaw_scene_new ();
  const int n = 21;
  double *x = g_new (double, n);
  double *y = g_new (double, n);
  double *y1 = g_new (double, n);
  float *values = g_new (float, 6);
  static const SeesawFill fills[] = { SEESAW_FILL_SOLID, SEESAW_FILL_HATCHED,
                                      SEESAW_FILL_OUTLINED };
  SeesawMark *line;

  for (int i = 0; i < n; i++)
    {
      x[i] = i / (n - 1.0);
      y[i] = 0.6 + 0.1 * sin (6.0 * x[i]);
      y1[i] = y[i] + 0.1 + 0.1 * x[i];
    }
  for (int i = 0; i < 6; i++)
    values[i] = (float) (i - 2.5) / 2.5f;
  line = seesaw_scene_add_line (scene, (SeesawStyle){ SEESAW_COLOR_SEEN, 1.0, FALSE },
                                g_memdup2 (x, (gsize) n * sizeof *x),
                                g_memdup2 (y, (gsize) n * sizeof *y), (gsize) n, NULL);
  line->y[8] = (double) NAN;
  line->marker = SEESAW_MARKER_RING;
  seesaw_mark_set_label (line, "Line");
  seesaw_scene_add_band (scene, (SeesawStyle){ SEESAW_COLOR_UNSEEN, 1.0, .opacity = 0.3 }, x, y, y1,
                         (gsize) n, "Band");
  for (int i = 0; i < 3; i++)
    seesaw_scene_add_bar (scene, (SeesawStyle){ SEESAW_COLOR_SEEN, 1.0, .fill = fills[i] },
                          0.1 + 0.1 * i, 0.0, 0.2 + 0.1 * i, 0.2 + 0.1 * i, i == 1 ? "Bar" : NULL);
  seesaw_scene_add_rule (scene, (SeesawStyle){ SEESAW_COLOR_GAMMA, 1.0, FALSE }, 0, 0.8);
  line = seesaw_scene_add_rule (scene, (SeesawStyle){ SEESAW_COLOR_ALL, 0.5, TRUE }, 1, 0.65);
  seesaw_mark_set_label (line, "Rule");
  seesaw_scene_add_text (scene, (SeesawStyle){ SEESAW_COLOR_UNSEEN, 1.0, FALSE }, 0.8, 1.0, 1.0,
                         0.0, "Text");
  seesaw_scene_add_image (scene, 0.5, 0.1, 0.75, 0.4, 3, 2, values);
  seesaw_scene_set_axis (scene, 0, NULL, NULL, (SeesawScale){ 0.0, 1.0 }, SEESAW_AXIS_NAMES);
  seesaw_scene_set_axis (scene, 1, "y", "y", (SeesawScale){ 0.0, 1.0 }, SEESAW_AXIS_MIRRORED);
  seesaw_scene_add_name (scene, 0, 0.0, 0.5, "Left", SEESAW_COLOR_SEEN);
  seesaw_scene_add_name (scene, 0, 0.5, 1.0, "Right", SEESAW_COLOR_UNSEEN);
  seesaw_scene_set_title (scene, "Title");
  seesaw_scene_set_bar (scene, "Bar of colours", (SeesawScale){ -1.0, 1.0 });

  return scene;
}

static SeesawScene *
new_veil (void)
{
  SeesawScene *overlay = seesaw_scene_new ();

  seesaw_scene_add_bar (
      overlay, (SeesawStyle){ SEESAW_COLOR_PAPER, 1.0, .opacity = 0.7, .fill = SEESAW_FILL_VEIL },
      -9.0, -9.0, 0.25, 9.0, NULL);
  seesaw_scene_add_text (overlay, (SeesawStyle){ SEESAW_COLOR_GAMMA, 1.0, FALSE }, 0.0, 0.4, 0.0,
                         0.5, "Over");
  seesaw_scene_set_note (overlay, "Note");

  return overlay;
}

static cairo_surface_t *
paint_rich (const SeesawTheme *theme)
{
  g_autoptr (SeesawScene) scene = new_rich_scene ();
  g_autoptr (SeesawScene) overlay = new_veil ();
  g_autoptr (SeesawPlotLayout) layout = seesaw_plot_layout_new (scene, theme, WIDTH, HEIGHT);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, theme->paper.red, theme->paper.green, theme->paper.blue);
  cairo_paint (cr);
  seesaw_paint_scene (layout, cr);
  seesaw_paint_overlay (layout, overlay, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return surface;
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

static void
test_reference (gconstpointer data)
{
  const char *name = data;
  SeesawTheme theme =
      g_str_has_prefix (name, "print")
          ? seesaw_theme_print (11.0)
          : seesaw_theme_screen (g_str_has_prefix (name, "dark"), "DejaVu Sans", 13.0);
  cairo_surface_t *surface =
      strstr (name, "marks") != NULL ? paint_rich (&theme) : paint (&theme, FALSE);

  check_like_reference (surface, reference_folder, name);
  cairo_surface_destroy (surface);
}

/* The comparison notices a mark that should not be there. */
static void
test_notices (void)
{
  SeesawTheme theme = seesaw_theme_screen (FALSE, "DejaVu Sans", 13.0);
  cairo_surface_t *plain = paint (&theme, FALSE);
  cairo_surface_t *marked = paint (&theme, TRUE);

  g_assert_cmpfloat (check_difference (plain, marked), >, 5.0 * CHECK_TOLERANCE);
  cairo_surface_destroy (plain);
  cairo_surface_destroy (marked);
}

static void
assert_bounds (const SeesawPlotLayout *layout, const SeesawMark *mark)
{
  SeesawRect bounds = seesaw_paint_get_bounds (layout, mark);
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);
  double x;
  double y;
  double width;
  double height;

  seesaw_paint_mark (layout, mark, cr);
  cairo_recording_surface_ink_extents (surface, &x, &y, &width, &height);
  g_assert_cmpfloat (width, >, 0.0);
  g_assert_cmpfloat (x, >=, bounds.x - 1.0);
  g_assert_cmpfloat (y, >=, bounds.y - 1.0);
  g_assert_cmpfloat (x + width, <=, bounds.x + bounds.width + 1.0);
  g_assert_cmpfloat (y + height, <=, bounds.y + bounds.height + 1.0);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* An overlay stays within the bounds that are asked for, whatever the kind of mark. */
static void
test_bounds (void)
{
  SeesawTheme theme = seesaw_theme_screen (FALSE, "DejaVu Sans", 13.0);
  g_autoptr (SeesawScene) plain = new_scene ();
  g_autoptr (SeesawScene) rich = new_rich_scene ();
  g_autoptr (SeesawScene) veil = new_veil ();
  SeesawScene *scenes[] = { plain, rich, veil };

  for (gsize s = 0; s < G_N_ELEMENTS (scenes); s++)
    {
      g_autoptr (SeesawPlotLayout) layout =
          seesaw_plot_layout_new (scenes[MIN (s, 1)], &theme, WIDTH, HEIGHT);

      for (guint i = 0; i < scenes[s]->marks->len; i++)
        assert_bounds (layout, g_ptr_array_index (scenes[s]->marks, i));
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
  g_test_add_data_func ("/paint/marks/light", "light-marks.png", test_reference);
  g_test_add_data_func ("/paint/marks/dark", "dark-marks.png", test_reference);
  g_test_add_data_func ("/paint/marks/print", "print-marks.png", test_reference);
  g_test_add_func ("/paint/notices", test_notices);
  g_test_add_func ("/paint/bounds", test_bounds);

  return g_test_run ();
}
