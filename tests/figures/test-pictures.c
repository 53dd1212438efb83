/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every figure as a picture, against a reference, and as rectangles at many sizes. */

#include "check.h"
#include "seesaw-export.h"
#include "seesaw-figure.h"
#include "view.h"

#include <string.h>

#define WIDTH 360
#define HEIGHT 288

static const char *reference_folder;

static const SeesawViewRequest request = { .epoch = VIEW_N_EPOCHS - 1,
                                           .top_k = 1,
                                           .order = SEESAW_ORDER_CLUSTER };

static cairo_surface_t *
paint (const SeesawFigure *figure, const SeesawSubject *subject, const SeesawTheme *theme)
{
  g_autoptr (SeesawScene) scene = figure->new_scene (subject);
  g_autoptr (SeesawScene) overlay =
      figure->new_overlay != NULL ? figure->new_overlay (subject) : seesaw_scene_new ();
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

/* On paper, and where areas lie over each other, in the light and in the dark, too. */
static void
test_reference (gconstpointer data)
{
  const SeesawFigure *figure = data;
  static const char *const names[] = { "print", "light", "dark" };
  gboolean has_areas = g_str_equal (figure->id, "gap") || g_str_equal (figure->id, "drift");
  const SeesawTheme themes[] = { seesaw_theme_print (10.0),
                                 seesaw_theme_screen (FALSE, "DejaVu Sans", 11.0),
                                 seesaw_theme_screen (TRUE, "DejaVu Sans", 11.0) };
  g_autoptr (SeesawView) view = view_new (&request);
  const SeesawSubject subject = { .view = view, .gamma = 2.5, .selected = 4 };

  for (gsize i = 0; i < (has_areas ? G_N_ELEMENTS (themes) : 1); i++)
    {
      g_autofree char *name = g_strdup_printf ("%s-%s.png", figure->id, names[i]);
      cairo_surface_t *surface = paint (figure, &subject, &themes[i]);

      check_like_reference (surface, reference_folder, name);
      cairo_surface_destroy (surface);
    }
}

static void
test_layout (gconstpointer data)
{
  const SeesawFigure *figure = data;
  g_autoptr (SeesawView) view = view_new (&request);

  for (int side = 0; side < 2; side++)
    {
      const SeesawSubject subject = { .view = view, .side = side, .selected = 4 };
      g_autoptr (SeesawScene) scene = figure->new_scene (&subject);

      for (double font = 8.0; font <= 13.0; font += 5.0)
        for (double width = 240.0; width < 4000.0; width *= 1.8)
          for (double height = 180.0; height < 2200.0; height *= 2.2)
            {
              SeesawTheme theme = seesaw_theme_screen (FALSE, "Sans", font);
              g_autoptr (SeesawPlotLayout) layout =
                  seesaw_plot_layout_new (scene, &theme, width, height);

              check_layout (layout);
            }
    }
}

static GBytes *
draw_scene (const SeesawFigure *figure, const SeesawSubject *subject)
{
  g_autoptr (SeesawScene) scene = figure->new_scene (subject);
  SeesawTheme theme = seesaw_theme_print (10.0);

  return check_draw (scene, NULL, &theme, WIDTH, HEIGHT);
}

/* A scene is drawn once for all γ, and but for the figures of a class, for all selections; for
 * both sides only where it says so.
 */
static void
test_dependence (gconstpointer data)
{
  const SeesawFigure *figure = data;
  g_autoptr (SeesawView) view = view_new (&request);
  gboolean of_class = g_str_equal (figure->group, "class");
  const SeesawSubject subject = { .view = view, .gamma = 0.0, .selected = of_class ? 4 : -1 };
  const SeesawSubject other = { .view = view, .gamma = 3.0, .selected = 4 };
  const SeesawSubject seen = { .view = view, .side = TRUE, .selected = of_class ? 4 : -1 };
  g_autoptr (GBytes) a = draw_scene (figure, &subject);
  g_autoptr (GBytes) b = draw_scene (figure, &other);
  g_autoptr (GBytes) c = draw_scene (figure, &seen);

  g_assert_true (g_bytes_equal (a, b));
  g_assert_true (g_bytes_equal (a, c) == !figure->depends_on_side);
}

/* Whatever is asked of a figure has an answer, wherever the pointer is, at every epoch. */
static void
test_answers (gconstpointer data)
{
  const SeesawFigure *figure = data;

  for (gsize epoch = 0; epoch < VIEW_N_EPOCHS; epoch++)
    for (int score = 0; score < SEESAW_N_SCORES; score++)
      {
        const SeesawViewRequest way = { .epoch = epoch,
                                        .top_k = score == 0 ? 1 : SEESAW_TOP_K,
                                        .score = (SeesawScore) score };
        g_autoptr (SeesawView) view = view_new (&way);
        const SeesawSubject subject = { .view = view, .gamma = 1.0, .selected = -1 };
        g_autoptr (SeesawScene) scene = figure->new_scene (&subject);
        g_autoptr (SeesawScene) overlay =
            figure->new_overlay != NULL ? figure->new_overlay (&subject) : NULL;
        SeesawTheme theme = seesaw_theme_print (10.0);
        g_autoptr (SeesawPlotLayout) layout = seesaw_plot_layout_new (scene, &theme, WIDTH, HEIGHT);
        g_autofree char *csv = figure->to_csv (&subject);
        g_autofree char *text = figure->describe != NULL ? figure->describe (&subject) : NULL;

        g_assert_true (overlay == NULL || overlay->axes[0].title == NULL);
        g_assert_true (g_utf8_validate (csv, -1, NULL));
        g_assert_true (text == NULL || strchr (text, '\n') == NULL);
        for (double x = -10.0; x < WIDTH + 20.0; x += 37.0)
          for (double y = -10.0; y < HEIGHT + 20.0; y += 37.0)
            {
              g_autofree char *line =
                  figure->read_out != NULL ? figure->read_out (&subject, layout, x, y) : NULL;
              SeesawPick pick = { .kind = SEESAW_PICK_NOTHING };

              if (figure->pick != NULL)
                pick = figure->pick (&subject, layout, x, y);
              g_assert_true (line == NULL || g_utf8_validate (line, -1, NULL));
              g_assert_cmpuint (pick.epoch, <, VIEW_N_EPOCHS);
              g_assert_cmpint (pick.label, <, VIEW_N_CLASSES);
            }
      }
}

static void
add_tests (const SeesawFigure *figure)
{
  static const struct
  {
    const char *name;
    GTestDataFunc run;
  } tests[] = { { "reference", test_reference },
                { "layout", test_layout },
                { "dependence", test_dependence },
                { "answers", test_answers } };

  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strdup_printf ("/pictures/%s/%s", figure->id, tests[i].name);

      g_test_add_data_func (path, figure, tests[i].run);
    }
}

int
main (int argc, char *argv[])
{
  gsize n;
  const SeesawFigure *const *figures = seesaw_figure_list (&n);

  g_test_init (&argc, &argv, NULL);
  reference_folder = argc > 1 ? argv[1] : "reference";
  for (gsize i = 0; i < n; i++)
    add_tests (figures[i]);

  return g_test_run ();
}
