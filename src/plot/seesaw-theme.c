/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "seesaw-theme.h"

#include <math.h>

/* On screen, in font sizes. In print all is of the size that was asked for, so that rules about the
 * least size can be kept and checked.
 */
#define SCREEN_TICK_FONT 0.9
#define SCREEN_LABEL_FONT 0.95

/* A figure on screen has other ways to say what a legend would. */
#define SCREEN_LEAST_HEIGHT 7.0
#define PRINT_LEAST_HEIGHT 3.0

/* Of what is chosen by hand, on dark paper. */
#define LEAST_LUMINANCE 0.4

#define RGB(hex)                                                                                   \
  {                                                                                                \
    ((hex) >> 16 & 0xff) / 255.0, ((hex) >> 8 & 0xff) / 255.0, ((hex) &0xff) / 255.0               \
  }

/* What stands side by side has all hues of the same palette but its yellow, which
 * white paper swallows: orange, green and purple stand between blue and its lighter kin.
 */
#define RUN_COLORS(orange, blue, purple, green, vermilion, sky, text)                              \
  [SEESAW_COLOR_RUN] = RGB (blue), [SEESAW_COLOR_RUN + 1] = RGB (orange),                          \
  [SEESAW_COLOR_RUN + 2] = RGB (green), [SEESAW_COLOR_RUN + 3] = RGB (purple),                     \
  [SEESAW_COLOR_RUN + 4] = RGB (sky), [SEESAW_COLOR_RUN + 5] = RGB (vermilion),                    \
  [SEESAW_COLOR_RUN + 6] = RGB (text)

/* Seen, unseen and γ are Okabe and Ito's blue, vermilion and bluish green; in the dark the same
 * hues, lighter.
 */
static const SeesawTheme light = {
  .colors = {
    [SEESAW_COLOR_ALL] = RGB (0x2e3436),
    [SEESAW_COLOR_SEEN] = RGB (0x0072b2),
    [SEESAW_COLOR_UNSEEN] = RGB (0xd55e00),
    [SEESAW_COLOR_GAMMA] = RGB (0x009e73),
    [SEESAW_COLOR_MUTED] = RGB (0x9a9996),
    [SEESAW_COLOR_PAPER] = RGB (0xfafafa),
    RUN_COLORS (0xe69f00, 0x0072b2, 0xcc79a7, 0x009e73, 0xd55e00, 0x56b4e9, 0x2e3436),
  },
  .paper = RGB (0xfafafa),
  .grid = 0.10,
  .tolerance = 0.25,
  .snaps = TRUE,
};

static const SeesawTheme dark = {
  .colors = {
    [SEESAW_COLOR_ALL] = RGB (0xeeeeec),
    [SEESAW_COLOR_SEEN] = RGB (0x56a9dc),
    [SEESAW_COLOR_UNSEEN] = RGB (0xff8a3d),
    [SEESAW_COLOR_GAMMA] = RGB (0x33cda0),
    [SEESAW_COLOR_MUTED] = RGB (0x8b8b88),
    [SEESAW_COLOR_PAPER] = RGB (0x242424),
    RUN_COLORS (0xf5b83d, 0x56a9dc, 0xe09cc3, 0x33cda0, 0xff8a3d, 0x8fd0f5, 0xeeeeec),
  },
  .paper = RGB (0x242424),
  .grid = 0.13,
  .tolerance = 0.25,
  .snaps = TRUE,
  .is_dark = TRUE,
};

/* Print only. The text colour is black in all of them. */
#define TEXT 0x000000

static const SeesawRgb palettes[][SEESAW_N_COLORS] = {
  [SEESAW_PALETTE_OKABE_ITO] = {
    [SEESAW_COLOR_ALL] = RGB (TEXT),
    [SEESAW_COLOR_SEEN] = RGB (0x0072b2),
    [SEESAW_COLOR_UNSEEN] = RGB (0xd55e00),
    [SEESAW_COLOR_GAMMA] = RGB (0x009e73),
    [SEESAW_COLOR_MUTED] = RGB (0x9a9996),
    [SEESAW_COLOR_PAPER] = RGB (0xffffff),
    RUN_COLORS (0xe69f00, 0x0072b2, 0xcc79a7, 0x009e73, 0xd55e00, 0x56b4e9, TEXT),
  },
  [SEESAW_PALETTE_TOL] = {
    [SEESAW_COLOR_ALL] = RGB (TEXT),
    [SEESAW_COLOR_SEEN] = RGB (0x4477aa),
    [SEESAW_COLOR_UNSEEN] = RGB (0xee6677),
    [SEESAW_COLOR_GAMMA] = RGB (0x228833),
    [SEESAW_COLOR_MUTED] = RGB (0xbbbbbb),
    [SEESAW_COLOR_PAPER] = RGB (0xffffff),
    RUN_COLORS (0xccbb44, 0x4477aa, 0xaa3377, 0x228833, 0xee6677, 0x66ccee, TEXT),
  },
  [SEESAW_PALETTE_GREYSCALE] = {
    [SEESAW_COLOR_ALL] = RGB (TEXT),
    [SEESAW_COLOR_SEEN] = RGB (0x383838),
    [SEESAW_COLOR_UNSEEN] = RGB (0x707070),
    [SEESAW_COLOR_GAMMA] = RGB (TEXT),
    [SEESAW_COLOR_MUTED] = RGB (0xa8a8a8),
    [SEESAW_COLOR_PAPER] = RGB (0xffffff),
    RUN_COLORS (0x6e6e6e, TEXT, 0x505050, 0x989898, 0x808080, 0xacacac, 0x303030),
  },
};

/**
 * seesaw_theme_screen:
 * @is_dark: whether the desktop is dark
 * @font: (transfer none): font family; must outlive the theme
 * @font_size: in pixels
 *
 * Returns: a theme for a window; the background is the window's
 */
SeesawTheme
seesaw_theme_screen (gboolean is_dark, const char *font, double font_size)
{
  SeesawTheme theme = is_dark ? dark : light;

  theme.font = font;
  theme.font_size = font_size;
  theme.tick_font = SCREEN_TICK_FONT;
  theme.label_font = SCREEN_LABEL_FONT;
  theme.line = 2.0;
  theme.marker = 5.0;
  theme.least_height = SCREEN_LEAST_HEIGHT;

  return theme;
}

/**
 * seesaw_theme_print:
 * @font_size: in points
 *
 * Returns: a theme for white paper, in points
 */
SeesawTheme
seesaw_theme_print (double font_size)
{
  SeesawTheme theme = light;

  seesaw_theme_set_palette (&theme, SEESAW_PALETTE_OKABE_ITO);
  theme.paints_paper = TRUE;
  theme.font = "Sans";
  theme.font_size = font_size;
  theme.tick_font = 1.0;
  theme.label_font = 1.0;
  theme.line = 1.25;
  theme.marker = 2.75;
  theme.tolerance = 0.05;
  theme.snaps = FALSE;
  theme.least_height = PRINT_LEAST_HEIGHT;

  return theme;
}

/**
 * seesaw_theme_set_palette:
 * @self: a theme for print
 * @palette: which colours
 */
void
seesaw_theme_set_palette (SeesawTheme *self, SeesawPalette palette)
{
  for (int i = 0; i < SEESAW_N_COLORS; i++)
    self->colors[i] = palettes[palette][i];
  self->paper = self->colors[SEESAW_COLOR_PAPER];
  self->is_grey = palette == SEESAW_PALETTE_GREYSCALE;
}

static double
luminance_of (SeesawRgb rgb)
{
  return 0.2126 * rgb.red + 0.7152 * rgb.green + 0.0722 * rgb.blue;
}

/* As far towards white as dark paper needs for it to be seen. */
static SeesawRgb
lighten (SeesawRgb rgb)
{
  double luminance = luminance_of (rgb);
  double share = (LEAST_LUMINANCE - luminance) / (1.0 - luminance);

  if (luminance >= LEAST_LUMINANCE)
    return rgb;

  return (SeesawRgb){ rgb.red + share * (1.0 - rgb.red), rgb.green + share * (1.0 - rgb.green),
                      rgb.blue + share * (1.0 - rgb.blue) };
}

/**
 * seesaw_theme_get_rgb:
 * @color: a colour of a mark
 *
 * Returns: what it looks like; a dark theme lightens what was chosen by hand, where it is too dark,
 *   and a grey one takes the colour out of it
 */
SeesawRgb
seesaw_theme_get_rgb (const SeesawTheme *self, SeesawColor color)
{
  const guint hex = (guint) color & 0xffffff;
  const SeesawRgb custom = RGB (hex);

  if (color < SEESAW_COLOR_CUSTOM)
    return self->colors[color];
  if (self->is_grey)
    return (SeesawRgb){ luminance_of (custom), luminance_of (custom), luminance_of (custom) };

  return self->is_dark ? lighten (custom) : custom;
}

/**
 * seesaw_color_to_hex:
 * @color: a colour of a mark
 *
 * Returns: what it looks like on light paper, as 0xRRGGBB
 */
guint
seesaw_color_to_hex (SeesawColor color)
{
  SeesawRgb rgb = seesaw_theme_get_rgb (&light, color);

  return (guint) lround (rgb.red * 255.0) << 16 | (guint) lround (rgb.green * 255.0) << 8 |
         (guint) lround (rgb.blue * 255.0);
}

/**
 * seesaw_color_of_hex:
 * @hex: what it looks like on light paper, as 0xRRGGBB
 *
 * Returns: the colour of runs that looks like that, which themes know, else a custom one
 */
SeesawColor
seesaw_color_of_hex (guint hex)
{
  for (int i = 0; i < SEESAW_N_RUN_COLORS; i++)
    if (seesaw_color_to_hex ((SeesawColor) (SEESAW_COLOR_RUN + i)) == (hex & 0xffffff))
      return (SeesawColor) (SEESAW_COLOR_RUN + i);

  return (SeesawColor) (SEESAW_COLOR_CUSTOM | (hex & 0xffffff));
}
