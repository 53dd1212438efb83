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
 * SeesawPalette:
 * @SEESAW_PALETTE_OKABE_ITO: the colours of Okabe and Ito
 * @SEESAW_PALETTE_TOL: Paul Tol's bright ones
 * @SEESAW_PALETTE_GREYSCALE: greys, for paper without colours
 *
 * What colours mean in print. All are safe for colour blindness.
 */
typedef enum
{
  SEESAW_PALETTE_OKABE_ITO,
  SEESAW_PALETTE_TOL,
  SEESAW_PALETTE_GREYSCALE,
} SeesawPalette;

/**
 * SeesawLegendPlace:
 * @SEESAW_LEGEND_AUTO: in the emptiest corner
 * @SEESAW_LEGEND_NONE: nowhere
 * @SEESAW_LEGEND_TOP_LEFT: in this corner of the plot area
 * @SEESAW_LEGEND_TOP_RIGHT: likewise
 * @SEESAW_LEGEND_BOTTOM_LEFT: likewise
 * @SEESAW_LEGEND_BOTTOM_RIGHT: likewise
 * @SEESAW_LEGEND_ABOVE: above the plot area
 * @SEESAW_LEGEND_BELOW: below it and its axis
 *
 * Where a legend goes. Labels at the ends of lines stay where they are.
 */
typedef enum
{
  SEESAW_LEGEND_AUTO,
  SEESAW_LEGEND_NONE,
  SEESAW_LEGEND_TOP_LEFT,
  SEESAW_LEGEND_TOP_RIGHT,
  SEESAW_LEGEND_BOTTOM_LEFT,
  SEESAW_LEGEND_BOTTOM_RIGHT,
  SEESAW_LEGEND_ABOVE,
  SEESAW_LEGEND_BELOW,
} SeesawLegendPlace;

/**
 * SeesawTheme:
 * @colors: by `SeesawColor`
 * @paper: what the figure is drawn on
 * @paints_paper: whether the background is painted, or left as it is
 * @grid: opacity of the grid, in the colour of text
 * @font: font family
 * @font_size: in user units: pixels on screen, points in print
 * @tick_font: size of what is written at ticks, in font sizes
 * @label_font: size of legends, and of labels of lines and points, likewise
 * @line: width of a line in user units
 * @marker: radius of a marker in user units
 * @tolerance: how far a vertex may be moved when a long line is thinned out, in user units
 * @snaps: whether thin straight lines are put on whole pixels
 * @is_dark: whether the diverging map is dark in its middle
 * @is_grey: whether it goes from white to black
 * @legend: where legends go
 * @legend_is_apart: whether what the legend lists stands elsewhere, so that only names of lines
 *   without room are listed
 * @max_ticks: how many an axis has at most; 0 for as many as fit
 * @least_height: what a legend outside of the plot area leaves of that at least, in font sizes
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
  double tick_font;
  double label_font;
  double line;
  double marker;
  double tolerance;
  gboolean snaps;
  gboolean is_dark;
  gboolean is_grey;
  SeesawLegendPlace legend;
  gboolean legend_is_apart;
  guint max_ticks;
  double least_height;
} SeesawTheme;

SeesawTheme seesaw_theme_screen (gboolean dark, const char *font, double font_size);
SeesawTheme seesaw_theme_print (double font_size);
void seesaw_theme_set_palette (SeesawTheme *self, SeesawPalette palette);

SeesawRgb seesaw_theme_get_rgb (const SeesawTheme *self, SeesawColor color);

SeesawColor seesaw_color_of_hex (guint hex);
guint seesaw_color_to_hex (SeesawColor color);

G_END_DECLS
