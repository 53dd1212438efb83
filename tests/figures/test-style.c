/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Styles: from texts, to JSON and back, and what is refused. */

#include "config.h"

#include "seesaw-style.h"

#include "seesaw-error.h"

#include <glib/gstdio.h>
#include <string.h>

static void
assert_default (const SeesawFigureStyle *style)
{
  g_auto (SeesawFigureStyle) fresh;

  seesaw_style_init (&fresh);
  g_assert_true (seesaw_style_equal (style, &fresh));
}

static void
test_defaults (void)
{
  g_auto (SeesawFigureStyle) style;

  seesaw_style_init (&style);
  g_assert_null (style.preset);
  g_assert_cmpfloat (style.width, ==, 0.0);
  g_assert_cmpstr (style.font, ==, "Sans");
  g_assert_cmpfloat (style.font_size, ==, 8.0);
  g_assert_cmpfloat (style.line_width, ==, 1.25);
  g_assert_true (style.title && style.grid);
  g_assert_cmpfloat (style.dpi, ==, 300.0);
}

/* A style in which nothing is as it is by default. */
static void
make_strange (SeesawFigureStyle *style)
{
  static const char *const values[][2] = {
    { "preset", "acl-full" }, { "width", "84mm" },        { "height", "2.5in" },
    { "font", "Serif" },      { "font-size", "9.5" },     { "line-width", "0.75" },
    { "legend", "below" },    { "title", "no" },          { "xlim", "-1.5, 7" },
    { "ylim", "0,80" },       { "ticks", "5" },           { "grid", "no" },
    { "unit", "fraction" },   { "palette", "greyscale" }, { "background", "transparent" },
    { "dpi", "600" },
  };
  g_autoptr (GError) error = NULL;

  seesaw_style_init (style);
  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    {
      gboolean is_set = seesaw_style_set (style, values[i][0], values[i][1], &error);

      g_assert_no_error (error);
      g_assert_true (is_set);
    }
}

static void
test_texts (void)
{
  g_auto (SeesawFigureStyle) style;

  make_strange (&style);
  g_assert_cmpstr (style.preset, ==, "acl-full");
  g_assert_cmpfloat_with_epsilon (style.width, 84.0 / 25.4 * 72.0, 1e-9);
  g_assert_cmpfloat (style.height, ==, 180.0);
  g_assert_cmpstr (style.font, ==, "Serif");
  g_assert_cmpfloat (style.font_size, ==, 9.5);
  g_assert_cmpfloat (style.line_width, ==, 0.75);
  g_assert_cmpint (style.legend, ==, SEESAW_LEGEND_BELOW);
  g_assert_false (style.title);
  g_assert_true (style.x_limits.is_set);
  g_assert_cmpfloat (style.x_limits.low, ==, -1.5);
  g_assert_cmpfloat (style.x_limits.high, ==, 7.0);
  g_assert_cmpfloat (style.y_limits.high, ==, 80.0);
  g_assert_cmpuint (style.ticks, ==, 5);
  g_assert_false (style.grid);
  g_assert_cmpint (style.unit, ==, SEESAW_UNIT_FRACTION);
  g_assert_cmpint (style.palette, ==, SEESAW_PALETTE_GREYSCALE);
  g_assert_cmpint (style.background, ==, SEESAW_BACKGROUND_TRANSPARENT);
  g_assert_cmpfloat (style.dpi, ==, 600.0);
}

static void
test_auto (void)
{
  static const char *const names[] = { "preset", "width", "height", "xlim", "ylim", "ticks" };
  g_auto (SeesawFigureStyle) style;

  make_strange (&style);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_true (seesaw_style_set (&style, names[i], "auto", NULL));
  g_assert_null (style.preset);
  g_assert_cmpfloat (style.width + style.height, ==, 0.0);
  g_assert_false (style.x_limits.is_set || style.y_limits.is_set);
  g_assert_cmpuint (style.ticks, ==, 0);
}

/* Widths of columns in points of 72 to an inch, worked out from the papers' style files. */
static void
test_preset_widths (void)
{
  static const struct
  {
    const char *id;
    double width;
  } widths[] = {
    { "neurips", 396.0 }, { "icml", 234.0 },        { "icml-full", 486.0 }, { "iclr", 396.0 },
    { "cvpr", 236.25 },   { "cvpr-full", 495.0 },   { "acl", 218.268 },     { "acl-full", 453.543 },
    { "ieee", 251.059 },  { "ieee-full", 514.072 }, { "slide", 841.890 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (widths); i++)
    g_assert_cmpfloat_with_epsilon (seesaw_preset_find (widths[i].id)->width, widths[i].width,
                                    1e-3);
  g_assert_cmpfloat_with_epsilon (seesaw_preset_find ("slide")->height, 473.563, 1e-3);
  g_assert_null (seesaw_preset_find ("nature"));
}

/* What is said after the preset takes precedence, wherever it stands in the object. */
static void
test_preset (void)
{
  g_autoptr (JsonNode) node = json_from_string ("{\"font-size\": 10, \"preset\": \"ieee\"}", NULL);
  g_auto (SeesawFigureStyle) style;
  gsize n;
  const SeesawPreset *presets = seesaw_preset_list (&n);

  seesaw_style_init (&style);
  g_assert_true (seesaw_style_from_json (&style, node, NULL));
  g_assert_cmpfloat_with_epsilon (style.width, 252.0 * 72.0 / 72.27, 1e-9);
  g_assert_cmpfloat (style.font_size, ==, 10.0);
  g_assert_cmpstr (style.font, ==, "Times");

  for (gsize i = 0; i < n; i++)
    {
      g_assert_true (seesaw_preset_find (presets[i].id) == &presets[i]);
      g_assert_cmpfloat (presets[i].width, >=, 3.0 * 72.0);
      g_assert_cmpfloat (presets[i].font_size, >=, 8.0);
      g_assert_cmpfloat (presets[i].line_width, >=, 1.0);
    }
}

static void
test_round_trip (void)
{
  g_autofree char *folder = g_dir_make_tmp ("seesaw-style-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "style.json", NULL);
  g_auto (SeesawFigureStyle) style;
  g_auto (SeesawFigureStyle) other;
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (GError) error = NULL;

  make_strange (&style);
  seesaw_style_init (&other);
  g_assert_false (seesaw_style_equal (&style, &other));

  node = seesaw_style_to_json (&style);
  g_assert_true (seesaw_style_from_json (&other, node, &error));
  g_assert_no_error (error);
  g_assert_true (seesaw_style_equal (&style, &other));

  g_assert_true (seesaw_style_save (&style, path, NULL));
  seesaw_style_clear (&other);
  seesaw_style_init (&other);
  g_assert_true (seesaw_style_load (&other, path, &error));
  g_assert_no_error (error);
  g_assert_true (seesaw_style_equal (&style, &other));

  seesaw_style_clear (&style);
  seesaw_style_init (&style);
  seesaw_style_copy (&other, &style);
  g_clear_pointer (&node, json_node_unref);
  node = seesaw_style_to_json (&other);
  seesaw_style_clear (&style);
  make_strange (&style);
  g_assert_true (seesaw_style_from_json (&style, node, NULL));
  assert_default (&style);

  g_unlink (path);
  g_rmdir (folder);
}

/* Each of these is refused, with a sentence that names what is wrong. */
static void
test_bad_json (void)
{
  static const char *const cases[][2] = {
    { "[]", "object" },
    { "{\"colour\": 1}", "“colour”" },
    { "{\"width\": 0}", "width: a figure cannot be 0 points" },
    { "{\"width\": \"10m\"}", "width: “10m”" },
    { "{\"height\": \"10000mm\"}", "height: a figure cannot be 28346.5 points" },
    { "{\"width\": true}", "width: true found" },
    { "{\"font\": \"\"}", "font:" },
    { "{\"font\": null}", "font: null found" },
    { "{\"font-size\": 0}", "font-size: 0 found" },
    { "{\"font-size\": \"8\"}", "font-size: \"8\" found" },
    { "{\"line-width\": -1}", "line-width: -1 found" },
    { "{\"legend\": \"left\"}", "legend: “left” found, expected one of auto, none" },
    { "{\"legend\": 1}", "legend: 1 found" },
    { "{\"title\": 1}", "title: 1 found" },
    { "{\"xlim\": [1]}", "xlim: [1] found" },
    { "{\"xlim\": [1, 1]}", "xlim: 1 to 1 found" },
    { "{\"ylim\": [1, \"2\"]}", "ylim: [1,\"2\"] found" },
    { "{\"ticks\": 1}", "ticks: 1 found" },
    { "{\"ticks\": 4.5}", "ticks: 4.5 found, expected a whole number" },
    { "{\"grid\": \"yes\"}", "grid: \"yes\" found" },
    { "{\"unit\": \"permille\"}", "unit: “permille”" },
    { "{\"palette\": \"jet\"}", "palette: “jet”" },
    { "{\"preset\": \"nature\"}", "“nature”, expected one of neurips" },
    { "{\"dpi\": 1e9}", "dpi: 1e+09 found" },
  };
  g_auto (SeesawFigureStyle) style;

  seesaw_style_init (&style);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (JsonNode) node = json_from_string (cases[i][0], NULL);
      g_autoptr (GError) error = NULL;

      g_assert_false (seesaw_style_from_json (&style, node, &error));
      g_assert_error (error, SEESAW_ERROR, SEESAW_ERROR_ARGUMENT);
      if (strstr (error->message, cases[i][1]) == NULL)
        g_error ("%s: %s", cases[i][0], error->message);
      assert_default (&style);
    }
}

static void
test_bad_texts (void)
{
  static const char *const cases[][3] = {
    { "width", "84", "width: “84” is no length" },
    { "width", "nanmm", "is no length" },
    { "height", "0mm", "height: a figure cannot be 0 points" },
    { "font-size", "big", "font-size: “big” found, expected a number" },
    { "font-size", "nan", "font-size: nan found" },
    { "ticks", "3.5", "whole number" },
    { "xlim", "3", "xlim: “3” found, expected two numbers" },
    { "xlim", "1,2,3", "expected two numbers" },
    { "xlim", "0,inf", "xlim: 0 to inf found" },
    { "ylim", "2,1", "ylim: 2 to 1 found" },
    { "grid", "maybe", "grid: “maybe”" },
  };
  g_auto (SeesawFigureStyle) style;

  seesaw_style_init (&style);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (seesaw_style_set (&style, cases[i][0], cases[i][1], &error));
      g_assert_error (error, SEESAW_ERROR, SEESAW_ERROR_ARGUMENT);
      if (strstr (error->message, cases[i][2]) == NULL)
        g_error ("%s %s: %s", cases[i][0], cases[i][1], error->message);
      assert_default (&style);
    }
}

static void
test_bad_files (void)
{
  static const char *const texts[] = { "", "{", "\xff", "{\"width\": \"10mm\"}" };
  g_autofree char *folder = g_dir_make_tmp ("seesaw-style-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "style.json", NULL);
  g_auto (SeesawFigureStyle) style;
  g_autoptr (GError) missing = NULL;

  seesaw_style_init (&style);
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_true (g_file_set_contents (path, texts[i], -1, NULL));
      g_assert_false (seesaw_style_load (&style, path, &error));
      g_assert_true (error->domain == SEESAW_ERROR);
      g_assert_true (g_str_has_prefix (error->message, path));
      assert_default (&style);
    }

  g_unlink (path);
  g_assert_false (seesaw_style_load (&style, path, &missing));
  g_assert_error (missing, SEESAW_ERROR, SEESAW_ERROR_ACCESS);
  g_rmdir (folder);
}

/* A font that is not there is said to be missing, rather than replaced. */
static void
test_fonts (void)
{
  g_autofree char *sans = seesaw_style_find_font ("sans", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (sans, ==, "Sans");
  g_assert_null (seesaw_style_find_font ("No Such Font", &error));
  g_assert_error (error, SEESAW_ERROR, SEESAW_ERROR_ARGUMENT);
  g_assert_nonnull (strstr (error->message, "“No Such Font”"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/style/defaults", test_defaults);
  g_test_add_func ("/style/texts", test_texts);
  g_test_add_func ("/style/auto", test_auto);
  g_test_add_func ("/style/preset", test_preset);
  g_test_add_func ("/style/preset-widths", test_preset_widths);
  g_test_add_func ("/style/round-trip", test_round_trip);
  g_test_add_func ("/style/bad-json", test_bad_json);
  g_test_add_func ("/style/bad-texts", test_bad_texts);
  g_test_add_func ("/style/bad-files", test_bad_files);
  g_test_add_func ("/style/fonts", test_fonts);

  return g_test_run ();
}
