/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-scene.h"

G_BEGIN_DECLS

/**
 * SeesawRgb:
 * @red: 0 to 1
 * @green: 0 to 1
 * @blue: 0 to 1
 */
typedef struct
{
  double red;
  double green;
  double blue;
} SeesawRgb;

/**
 * SeesawTheme:
 * @colors: by `SeesawColor`
 * @paper: what the figure is drawn on
 * @paints_paper: whether the background is painted, or left as it is
 * @grid: opacity of the grid, in the colour of text
 * @font: font family
 * @font_size: in user units: pixels on screen, points in print
 * @line: width of a line in user units
 * @marker: radius of a marker in user units
 * @tolerance: how far a vertex may be moved when a long line is thinned out, in user units
 * @snaps: whether thin straight lines are put on whole pixels
 * @is_dark: whether the diverging map is dark in its middle
 *
 * How a scene looks in one medium.
 */
typedef struct
{
  SeesawRgb colors[SEESAW_N_COLORS];
  SeesawRgb paper;
  gboolean paints_paper;
  double grid;
  const char *font;
  double font_size;
  double line;
  double marker;
  double tolerance;
  gboolean snaps;
  gboolean is_dark;
} SeesawTheme;

SeesawTheme seesaw_theme_screen (gboolean dark, const char *font, double font_size);
SeesawTheme seesaw_theme_print (double font_size);

SeesawRgb seesaw_theme_get_rgb (const SeesawTheme *self, SeesawColor color);

SeesawColor seesaw_color_of_hex (guint hex);
guint seesaw_color_to_hex (SeesawColor color);

G_END_DECLS
