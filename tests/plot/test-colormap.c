/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "seesaw-colormap.h"
#include "seesaw-theme.h"

#include <math.h>

static double
get_channel (guint32 pixel, int shift)
{
  double c = (pixel >> shift & 0xff) / 255.0;

  return c <= 0.04045 ? c / 12.92 : pow ((c + 0.055) / 1.055, 2.4);
}

/* CIE lightness, from 0 to 100. */
static double
get_lightness (guint32 pixel)
{
  double y = 0.2126 * get_channel (pixel, 16) + 0.7152 * get_channel (pixel, 8) +
             0.0722 * get_channel (pixel, 0);

  return 116.0 * cbrt (y) - 16.0;
}

/* Lightness goes one way from the middle to both ends, about as far on either side. */
static void
test_arms (gconstpointer data)
{
  gboolean is_dark = GPOINTER_TO_INT (data);
  double sign = is_dark ? 1.0 : -1.0;
  SeesawColormap map;

  seesaw_colormap_init (&map, is_dark);
  for (int i = 1; i <= 128; i++)
    {
      double below = get_lightness (map.colors[128 - i]);
      double above = get_lightness (map.colors[128 + i]);

      g_assert_cmpfloat (sign * (below - get_lightness (map.colors[129 - i])), >, -0.5);
      g_assert_cmpfloat (sign * (above - get_lightness (map.colors[127 + i])), >, -0.5);
      g_assert_cmpfloat (fabs (below - above), <, 6.0);
    }
  g_assert_cmpfloat (fabs (get_lightness (map.colors[0]) - get_lightness (map.colors[128])), >,
                     40.0);
}

/* Neutral at 0, blue below, vermilion above. */
static void
test_hues (gconstpointer data)
{
  SeesawColormap map;
  guint32 zero;

  seesaw_colormap_init (&map, GPOINTER_TO_INT (data));
  zero = seesaw_colormap_at (&map, 0.0);

  g_assert_cmpuint (zero & 0xff, ==, zero >> 8 & 0xff);
  g_assert_cmpuint (zero & 0xff, ==, zero >> 16 & 0xff);
  for (double value = 0.1; value <= 1.0; value += 0.1)
    {
      guint32 below = seesaw_colormap_at (&map, -value);
      guint32 above = seesaw_colormap_at (&map, value);

      g_assert_cmpuint (below & 0xff, >, below >> 16 & 0xff);
      g_assert_cmpuint (above & 0xff, <, above >> 16 & 0xff);
    }
}

static void
test_ends (void)
{
  SeesawColormap map;
  const float values[] = { -1.0f, -3.0f, 1.0f, 3.0f, NAN };
  guint32 pixels[G_N_ELEMENTS (values)];

  seesaw_colormap_init (&map, FALSE);
  seesaw_colormap_fill (&map, values, G_N_ELEMENTS (values), pixels);
  g_assert_cmphex (pixels[0], ==, map.colors[0]);
  g_assert_cmphex (pixels[1], ==, map.colors[0]);
  g_assert_cmphex (pixels[2], ==, map.colors[SEESAW_COLORMAP_SIZE - 1]);
  g_assert_cmphex (pixels[3], ==, map.colors[SEESAW_COLORMAP_SIZE - 1]);
  g_assert_cmphex (pixels[4], ==, 0);
}

/* What is chosen by hand is as it was chosen on light paper; dark paper keeps its hue. */
static void
test_custom (void)
{
  const SeesawTheme light = seesaw_theme_screen (FALSE, "Sans", 13.0);
  const SeesawTheme dark = seesaw_theme_screen (TRUE, "Sans", 13.0);
  SeesawRgb rgb = seesaw_theme_get_rgb (&light, seesaw_color_of_hex (0x330066));

  g_assert_cmpfloat_with_epsilon (rgb.red, 0.2, 1e-9);
  g_assert_cmpfloat_with_epsilon (rgb.green, 0.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (rgb.blue, 0.4, 1e-9);

  rgb = seesaw_theme_get_rgb (&dark, seesaw_color_of_hex (0x330066));
  g_assert_cmpfloat (rgb.blue, >, rgb.red);
  g_assert_cmpfloat (rgb.red, >, rgb.green);
  g_assert_cmpfloat_with_epsilon (0.2126 * rgb.red + 0.7152 * rgb.green + 0.0722 * rgb.blue, 0.4,
                                  1e-9);
  rgb = seesaw_theme_get_rgb (&dark, seesaw_color_of_hex (0xffffff));
  g_assert_cmpfloat (rgb.red, ==, 1.0);

  /* Those of the palette are lightened as the theme says. */
  g_assert_cmpint (seesaw_color_of_hex (0x0072b2), ==, SEESAW_COLOR_RUN);
  g_assert_cmpint (seesaw_color_of_hex (0x0072b3), ==, SEESAW_COLOR_CUSTOM | 0x0072b3);
  g_assert_cmphex (seesaw_color_to_hex (seesaw_color_of_hex (0x0072b3)), ==, 0x0072b3);
  g_assert_cmphex (seesaw_color_to_hex ((SeesawColor) (SEESAW_COLOR_RUN + 1)), ==, 0xe69f00);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/colormap/arms/light", GINT_TO_POINTER (FALSE), test_arms);
  g_test_add_data_func ("/colormap/arms/dark", GINT_TO_POINTER (TRUE), test_arms);
  g_test_add_data_func ("/colormap/hues/light", GINT_TO_POINTER (FALSE), test_hues);
  g_test_add_data_func ("/colormap/hues/dark", GINT_TO_POINTER (TRUE), test_hues);
  g_test_add_func ("/colormap/ends", test_ends);
  g_test_add_func ("/colormap/custom", test_custom);

  return g_test_run ();
}
