/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Logarithmic axes, long names, and legends that must be seen. */

#include "check.h"

#include <math.h>
#include <string.h>

static SeesawScene *
new_scene (SeesawScale scale, SeesawAxisFormat format)
{
  SeesawScene *scene = seesaw_scene_new ();

  seesaw_scene_set_axis (scene, 0, "x", NULL, scale, format);
  seesaw_scene_set_axis (scene, 1, "y", NULL, (SeesawScale){ 0.0, 1.0 }, SEESAW_AXIS_PERCENT);

  return scene;
}

static SeesawPlotLayout *
lay_out (SeesawScene *scene, double width, double height)
{
  SeesawTheme theme = seesaw_theme_print (8.0);
  SeesawPlotLayout *layout = seesaw_plot_layout_new (scene, &theme, width, height);

  check_layout (layout);

  return layout;
}

static const SeesawText *
find_text (const SeesawPlotLayout *layout, const char *text)
{
  for (guint i = 0; i < layout->texts->len; i++)
    {
      const SeesawText *candidate = g_ptr_array_index (layout->texts, i);

      if (g_str_equal (pango_layout_get_text (candidate->layout), text))
        return candidate;
    }

  return NULL;
}

/* Powers of ten; for little more than one of them, their multiples, too. */
static void
test_log (void)
{
  static const struct
  {
    double low;
    double high;
    guint n_ticks;
    const char *text;
  } cases[] = {
    { -5.0, -2.0, 4,
      "10\xe2\x88\x92"
      "3" },
    { -4.2, -1.9, 3,
      "10\xe2\x88\x92"
      "2" },
    { -3.2, -1.8, 2,
      "10\xe2\x88\x92"
      "2" },
    { -3.2, -2.6, 2,
      "2·10\xe2\x88\x92"
      "3" },
    { 0.0, 0.9, 3, "5·100" },
    { 0.0, 3.0, 4, "100" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SeesawScene) scene =
          new_scene ((SeesawScale){ cases[i].low, cases[i].high }, SEESAW_AXIS_LOG);
      g_autoptr (SeesawPlotLayout) layout = lay_out (scene, 400.0, 240.0);

      g_assert_cmpuint (layout->ticks[0]->len, ==, cases[i].n_ticks);
      g_assert_nonnull (find_text (layout, cases[i].text));
    }
}

/* In a line where there is room, else in two, else upwards; all alike. */
static void
test_names (void)
{
  static const struct
  {
    const char *name;
    double width;
    SeesawNames names;
  } cases[] = {
    { "short", 300.0, SEESAW_NAMES_LINE },
    { "of two words", 900.0, SEESAW_NAMES_LINE },
    { "rather long ones", 330.0, SEESAW_NAMES_WRAPPED },
    { "Donaudampfschifffahrt", 240.0, SEESAW_NAMES_TURNED },
    { "one of those that need many words", 240.0, SEESAW_NAMES_TURNED },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SeesawScene) scene = new_scene ((SeesawScale){ -0.5, 5.5 }, SEESAW_AXIS_NAMES);
      g_autoptr (SeesawPlotLayout) layout = NULL;

      scene->axes[0].wraps = TRUE;
      for (int name = 0; name < 6; name++)
        seesaw_scene_add_name (scene, 0, name - 0.5, name + 0.5, name == 3 ? cases[i].name : "a",
                               SEESAW_COLOR_ALL);
      layout = lay_out (scene, cases[i].width, 480.0);
      g_assert_cmpint (layout->names, ==, cases[i].names);
      g_assert_nonnull (find_text (layout, cases[i].name));
    }
}

static SeesawPlotLayout *
lay_out_names (const char *format, int n_names, double width, double height)
{
  g_autoptr (SeesawScene) scene =
      new_scene ((SeesawScale){ -0.5, n_names - 0.5 }, SEESAW_AXIS_NAMES);

  scene->axes[0].wraps = TRUE;
  for (int i = 0; i < n_names; i++)
    {
      g_autofree char *number = g_strdup_printf ("%04d", 7 * i);
      g_auto (GStrv) parts = g_strsplit (format, "#", -1);
      g_autofree char *name = g_strjoinv (number, parts);

      seesaw_scene_add_name (scene, 0, i - 0.5, i + 0.5, name, SEESAW_COLOR_ALL);
    }

  return lay_out (scene, width, height);
}

/* How many turned texts there are, no two of which are the same. */
static guint
count_turned (const SeesawPlotLayout *layout)
{
  g_autoptr (GHashTable) met = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < layout->texts->len; i++)
    {
      const SeesawText *text = g_ptr_array_index (layout->texts, i);

      if (text->turned && text->box.y > layout->plot.y + layout->plot.height)
        g_assert_true (g_hash_table_add (met, (gpointer) pango_layout_get_text (text->layout)));
    }

  return g_hash_table_size (met);
}

/* Names that have to be cut differ afterwards, wherever they did before. */
static void
test_cut_names (void)
{
  static const char *const formats[] = { "# is the beginning of one that is long",
                                         "The end of one that is long is #",
                                         "a # is here, and after that it is long, too",
                                         "The middle of one that is # is &amp; here now",
                                         "한글로 된 긴 이름은 여기까지 #" };

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autoptr (SeesawPlotLayout) layout = lay_out_names (formats[i], 12, 240.0, 140.0);

      g_assert_cmpint (layout->names, ==, SEESAW_NAMES_TURNED);
      g_assert_cmpfloat (layout->names_height, >, 140.0);
      g_assert_cmpuint (count_turned (layout), ==, 12);
    }
}

/* Nor do entries of a legend read the same that have to be cut. */
static void
test_cut_entries (void)
{
  static const char *const entries[] = { "A run of a long name that has number 1, AUSUC 0.5",
                                         "A run of a long name that has number 2",
                                         "A run of a long name that has number 1, AUSUC 0.4",
                                         "x<sub>0</sub>" };
  g_autoptr (SeesawScene) scene = new_scene ((SeesawScale){ 0.0, 1.0 }, SEESAW_AXIS_PLAIN);
  g_autoptr (SeesawPlotLayout) layout = NULL;
  SeesawTheme theme = seesaw_theme_print (8.0);
  guint n_cut = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (entries); i++)
    seesaw_scene_add_bars (scene, (SeesawStyle){ SEESAW_COLOR_SEEN, 1.0 }, NULL, NULL, NULL, NULL,
                           0, entries[i]);
  theme.legend = SEESAW_LEGEND_BELOW;
  layout = seesaw_plot_layout_new (scene, &theme, 150.0, 187.0);
  check_layout (layout);
  g_assert_cmpfloat (layout->legend.width, >, 0.0);
  g_assert_nonnull (find_text (layout, "x0"));
  for (guint i = 0; i < layout->texts->len; i++)
    {
      const SeesawText *text = g_ptr_array_index (layout->texts, i);
      const char *plain = pango_layout_get_text (text->layout);

      n_cut += strstr (plain, "…") != NULL;
      g_assert_true (find_text (layout, plain) == text);
    }
  g_assert_cmpuint (n_cut, ==, 3);
}

/* Few names are broken rather than cut. */
static void
test_broken_names (void)
{
  g_autoptr (SeesawPlotLayout) layout =
      lay_out_names ("a-name-without-any-blank-that-is-no-word-#", 2, 234.0, 187.0);

  g_assert_cmpint (layout->names, ==, SEESAW_NAMES_WRAPPED);
  g_assert_nonnull (find_text (layout, "a-name-without-any-blank-that-is-no-word-0007"));
}

/* Where there are too many, some are written, and the title says so. */
static void
test_many_names (void)
{
  for (int n = 10; n < 100; n += 10)
    {
      g_autoptr (SeesawPlotLayout) layout = lay_out_names ("Name #", n, 234.0, 187.0);
      g_autofree char *title = g_strdup_printf ("%s; 1 name in %u is written",
                                                layout->scene->axes[0].title, layout->name_step);

      g_assert_cmpuint (count_turned (layout), ==,
                        ((guint) n + layout->name_step - 1) / layout->name_step);
      g_assert_cmpuint (count_turned (layout), >=, 10);
      g_assert_true ((find_text (layout, title) != NULL) == (layout->name_step > 1));
    }
}

/* A zigzag leaves no corner. */
static SeesawScene *
new_zigzag (guint n_entries)
{
  SeesawScene *scene = new_scene ((SeesawScale){ 0.0, 1.0 }, SEESAW_AXIS_PLAIN);
  double *x = g_new (double, 100);
  double *y = g_new (double, 100);

  for (int i = 0; i < 100; i++)
    {
      x[i] = i / 99.0;
      y[i] = i % 2;
    }
  seesaw_scene_add_line (scene, (SeesawStyle){ .width = 1.0 }, x, y, 100, NULL);
  for (guint i = 0; i < n_entries; i++)
    seesaw_scene_add_line (scene, (SeesawStyle){ .color = SEESAW_COLOR_RUN + i % 7, .width = 1.0 },
                           NULL, NULL, 0, "What it is called");

  return scene;
}

static void
test_legend (void)
{
  for (guint n = 1; n < 20; n += 3)
    for (double width = 180.0; width < 900.0; width *= 1.6)
      {
        g_autoptr (SeesawScene) inside = new_zigzag (n);
        g_autoptr (SeesawScene) above = new_zigzag (n);
        g_autoptr (SeesawPlotLayout) one = lay_out (inside, width, 400.0);
        g_autoptr (SeesawPlotLayout) other = NULL;

        seesaw_scene_keep_legend (above);
        other = lay_out (above, width, 400.0);
        g_assert_cmpfloat (other->legend.width, >, 0.0);
        g_assert_false (seesaw_rect_overlaps (&other->legend, &other->plot));
        g_assert_cmpfloat (other->plot.height, <, one->plot.height);
        g_assert_cmpuint (other->legend_marks->len, ==, n);
        g_assert_true (one->legend.width == 0.0 || seesaw_rect_overlaps (&one->legend, &one->plot));
      }
}

/* Where there is an empty corner, it stays inside. */
static void
test_corner (void)
{
  g_autoptr (SeesawScene) scene = new_scene ((SeesawScale){ 0.0, 1.0 }, SEESAW_AXIS_PLAIN);
  g_autoptr (SeesawPlotLayout) layout = NULL;

  seesaw_scene_add_line (scene, (SeesawStyle){ .width = 1.0 }, NULL, NULL, 0, "Name");
  seesaw_scene_keep_legend (scene);
  layout = lay_out (scene, 300.0, 200.0);
  g_assert_true (seesaw_rect_overlaps (&layout->legend, &layout->plot));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/axes/log", test_log);
  g_test_add_func ("/axes/names", test_names);
  g_test_add_func ("/axes/cut-names", test_cut_names);
  g_test_add_func ("/axes/cut-entries", test_cut_entries);
  g_test_add_func ("/axes/broken-names", test_broken_names);
  g_test_add_func ("/axes/many-names", test_many_names);
  g_test_add_func ("/axes/legend", test_legend);
  g_test_add_func ("/axes/corner", test_corner);

  return g_test_run ();
}
