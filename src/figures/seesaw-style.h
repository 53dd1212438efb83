/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-theme.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Between these a page can be wide and high, in points: half an inch and a hundred. */
#define SEESAW_STYLE_MIN_LENGTH 36.0
#define SEESAW_STYLE_MAX_LENGTH 7200.0

/**
 * SeesawUnit:
 * @SEESAW_UNIT_PERCENT: accuracies and shares in per cent
 * @SEESAW_UNIT_FRACTION: from 0 to 1
 */
typedef enum
{
  SEESAW_UNIT_PERCENT,
  SEESAW_UNIT_FRACTION,
} SeesawUnit;

/**
 * SeesawBackground:
 * @SEESAW_BACKGROUND_WHITE: white paper
 * @SEESAW_BACKGROUND_TRANSPARENT: what lies behind the figure
 */
typedef enum
{
  SEESAW_BACKGROUND_WHITE,
  SEESAW_BACKGROUND_TRANSPARENT,
} SeesawBackground;

/**
 * SeesawLimits:
 * @is_set: whether they take the place of what the figure chooses
 * @low: where an axis begins, as its ticks are written: in per cent, say, and not as a logarithm
 * @high: where it ends
 */
typedef struct
{
  gboolean is_set;
  double low;
  double high;
} SeesawLimits;

/**
 * SeesawFigureStyle:
 * @preset: (nullable): id of the preset that it began with
 * @width: of the page in points; 0 for what suits the figure
 * @height: likewise
 * @font: family, or “Times” or “Latin Modern” for what is installed and looks like them
 * @font_size: in points, of all texts; only what is raised or lowered is smaller
 * @line_width: in points
 * @legend: where the legend goes
 * @title: whether figures that have a title keep it
 * @x_limits: of the x axis of every figure on the page
 * @y_limits: of the y axis
 * @ticks: how many an axis has at most; 0 for as many as fit
 * @grid: whether there is a grid
 * @unit: how accuracies and shares are written
 * @palette: which colours
 * @background: what is behind the figure
 * @dpi: dots per inch, of PNG
 *
 * How a figure is printed. Make one with seesaw_style_init(), release it with
 * seesaw_style_clear().
 */
typedef struct
{
  char *preset;
  double width;
  double height;
  char *font;
  double font_size;
  double line_width;
  SeesawLegendPlace legend;
  gboolean title;
  SeesawLimits x_limits;
  SeesawLimits y_limits;
  guint ticks;
  gboolean grid;
  SeesawUnit unit;
  SeesawPalette palette;
  SeesawBackground background;
  double dpi;
} SeesawFigureStyle;

/**
 * SeesawPreset:
 * @id: name on the command line
 * @title: what it is for; to be translated
 * @width: in points
 * @height: in points; 0 for what suits the figure
 * @font: family, as in a style
 * @font_size: in points
 * @line_width: in points
 *
 * A place where figures are printed.
 */
typedef struct
{
  const char *id;
  const char *title;
  double width;
  double height;
  const char *font;
  double font_size;
  double line_width;
} SeesawPreset;

/* seesaw-style.c */
void seesaw_style_init (SeesawFigureStyle *self);
void seesaw_style_clear (SeesawFigureStyle *self);
void seesaw_style_copy (SeesawFigureStyle *self, const SeesawFigureStyle *other);
gboolean seesaw_style_equal (const SeesawFigureStyle *self, const SeesawFigureStyle *other);
gboolean seesaw_style_set (SeesawFigureStyle *self,
                           const char *name,
                           const char *text,
                           GError **error) G_GNUC_WARN_UNUSED_RESULT;
const char *const *seesaw_style_list_words (const char *name);
gboolean seesaw_style_parse_length (const char *text, double *points, GError **error);

/* seesaw-style-json.c */
JsonNode *seesaw_style_to_json (const SeesawFigureStyle *self);
gboolean seesaw_style_from_json (SeesawFigureStyle *self, JsonNode *node, GError **error);
gboolean seesaw_style_save (const SeesawFigureStyle *self, const char *path, GError **error);
gboolean seesaw_style_load (SeesawFigureStyle *self, const char *path, GError **error);

/* seesaw-style-preset.c */
const SeesawPreset *seesaw_preset_list (gsize *n_presets);
const SeesawPreset *seesaw_preset_find (const char *id);
void seesaw_style_apply_preset (SeesawFigureStyle *self, const SeesawPreset *preset);

/* seesaw-style-font.c */
char *seesaw_style_find_font (const char *font, GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SeesawFigureStyle, seesaw_style_clear)

G_END_DECLS
