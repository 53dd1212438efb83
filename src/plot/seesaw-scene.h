/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-scale.h"

G_BEGIN_DECLS

/* How many things side by side have colours of their own. */
#define SEESAW_N_RUN_COLORS 7

/**
 * SeesawColor:
 * @SEESAW_COLOR_ALL: all classes; the colour of text
 * @SEESAW_COLOR_SEEN: seen classes
 * @SEESAW_COLOR_UNSEEN: unseen classes
 * @SEESAW_COLOR_GAMMA: γ and the operating point
 * @SEESAW_COLOR_MUTED: what stays in the background
 * @SEESAW_COLOR_PAPER: what it is drawn on
 * @SEESAW_COLOR_RUN: the first of %SEESAW_N_RUN_COLORS that tell things side by side apart
 * @SEESAW_COLOR_CUSTOM: plus 0xRRGGBB: chosen by hand, whatever it means
 *
 * What a mark's colour means; themes say which one that is.
 */
typedef enum
{
  SEESAW_COLOR_ALL,
  SEESAW_COLOR_SEEN,
  SEESAW_COLOR_UNSEEN,
  SEESAW_COLOR_GAMMA,
  SEESAW_COLOR_MUTED,
  SEESAW_COLOR_PAPER,
  SEESAW_COLOR_RUN,
  SEESAW_N_COLORS = SEESAW_COLOR_RUN + SEESAW_N_RUN_COLORS,
  SEESAW_COLOR_CUSTOM = 1 << 24,
} SeesawColor;

/**
 * SeesawMarker:
 * @SEESAW_MARKER_CIRCLE: a filled circle
 * @SEESAW_MARKER_RING: a hollow circle
 * @SEESAW_MARKER_STAR: a five-pointed star
 * @SEESAW_MARKER_DIAMOND: a filled diamond
 * @SEESAW_MARKER_SQUARE: a square
 * @SEESAW_MARKER_TRIANGLE: a triangle on its side
 * @SEESAW_MARKER_WEDGE: a triangle on its tip
 * @SEESAW_MARKER_PLUS: an upright cross
 * @SEESAW_MARKER_CROSS: a diagonal cross
 * @SEESAW_MARKER_NONE: none, for the vertices of a line
 */
typedef enum
{
  SEESAW_MARKER_CIRCLE,
  SEESAW_MARKER_RING,
  SEESAW_MARKER_STAR,
  SEESAW_MARKER_DIAMOND,
  SEESAW_MARKER_SQUARE,
  SEESAW_MARKER_TRIANGLE,
  SEESAW_MARKER_WEDGE,
  SEESAW_MARKER_PLUS,
  SEESAW_MARKER_CROSS,
  SEESAW_MARKER_NONE,
} SeesawMarker;

/**
 * SeesawAxisFormat:
 * @SEESAW_AXIS_PLAIN: numbers as they are
 * @SEESAW_AXIS_PERCENT: fractions, shown times 100
 * @SEESAW_AXIS_MIRRORED: the same to both sides of 0, without a sign
 * @SEESAW_AXIS_INTEGER: whole numbers; no tick stands between two of them
 * @SEESAW_AXIS_LOG: decimal logarithms, written as powers of ten
 * @SEESAW_AXIS_NAMES: names of intervals instead of numbers, and no grid
 */
typedef enum
{
  SEESAW_AXIS_PLAIN,
  SEESAW_AXIS_PERCENT,
  SEESAW_AXIS_MIRRORED,
  SEESAW_AXIS_INTEGER,
  SEESAW_AXIS_LOG,
  SEESAW_AXIS_NAMES,
} SeesawAxisFormat;

/**
 * SeesawName:
 * @from: where the interval begins, in data units
 * @to: where it ends
 * @text: what it is called; Pango markup
 * @color: what the colour of the name means
 *
 * An interval of an axis of names. The name stands in the middle of what can be seen of it.
 */
typedef struct
{
  double from;
  double to;
  char *text;
  SeesawColor color;
} SeesawName;

/**
 * SeesawAxis:
 * @title: (nullable): what it shows, with symbol and unit; Pango markup
 * @short_title: (nullable): the same where room is scarce
 * @scale: its range
 * @format: how its ticks are written
 * @is_fraction: whether fractions are shown as they are instead of times 100
 * @names: (element-type SeesawName): of an axis of names; on another one they take the title's
 * place
 * @wraps: whether long names on x take two lines, or read upwards
 */
typedef struct
{
  char *title;
  char *short_title;
  SeesawScale scale;
  SeesawAxisFormat format;
  gboolean is_fraction;
  GArray *names;
  gboolean wraps;
} SeesawAxis;

/**
 * SeesawFill:
 * @SEESAW_FILL_SOLID: all of the area
 * @SEESAW_FILL_HATCHED: diagonal lines, which grey paper does not lose
 * @SEESAW_FILL_HATCHED_BACK: likewise, the other way
 * @SEESAW_FILL_CROSSED: both ways
 * @SEESAW_FILL_LEVEL: horizontal lines
 * @SEESAW_FILL_UPRIGHT: vertical lines
 * @SEESAW_FILL_OUTLINED: the rim alone
 * @SEESAW_FILL_VEIL: all of the area but for texts and the legend, which it would cover
 *
 * How an area is filled.
 */
typedef enum
{
  SEESAW_FILL_SOLID,
  SEESAW_FILL_HATCHED,
  SEESAW_FILL_HATCHED_BACK,
  SEESAW_FILL_CROSSED,
  SEESAW_FILL_LEVEL,
  SEESAW_FILL_UPRIGHT,
  SEESAW_FILL_OUTLINED,
  SEESAW_FILL_VEIL,
} SeesawFill;

/**
 * SeesawDash:
 * @SEESAW_DASH_NONE: a solid line
 * @SEESAW_DASH_SHORT: dashes
 * @SEESAW_DASH_DOTS: dots
 * @SEESAW_DASH_DOT: dashes and dots in turn
 * @SEESAW_DASH_LONG: long dashes
 *
 * How a line is broken.
 */
typedef enum
{
  SEESAW_DASH_NONE,
  SEESAW_DASH_SHORT,
  SEESAW_DASH_DOTS,
  SEESAW_DASH_DOT,
  SEESAW_DASH_LONG,
} SeesawDash;

/**
 * SeesawStyle:
 * @color: what the mark's colour means
 * @width: of a line in units of the theme's line, of a marker in units of the theme's marker
 * @dash: how a line is broken
 * @opacity: from 0 to 1; 0 is taken for 1
 * @fill: of bars; a marker is hollow if it is outlined
 */
typedef struct
{
  SeesawColor color;
  double width;
  SeesawDash dash;
  double opacity;
  SeesawFill fill;
} SeesawStyle;

/**
 * SeesawMarkKind:
 * @SEESAW_MARK_LINE: a line through points; one that is not finite leaves a gap
 * @SEESAW_MARK_POINT: one point
 * @SEESAW_MARK_BAND: the area between y and y1
 * @SEESAW_MARK_BARS: rectangles
 * @SEESAW_MARK_RULE: a line across the plot area
 * @SEESAW_MARK_TEXT: a text at a point
 * @SEESAW_MARK_IMAGE: a matrix in the colours of the theme's diverging map
 */
typedef enum
{
  SEESAW_MARK_LINE,
  SEESAW_MARK_POINT,
  SEESAW_MARK_BAND,
  SEESAW_MARK_BARS,
  SEESAW_MARK_RULE,
  SEESAW_MARK_TEXT,
  SEESAW_MARK_IMAGE,
} SeesawMarkKind;

/**
 * SeesawMark:
 * @kind: what it is
 * @style: how it looks
 * @n: number of points, bands' points or bars; 1 for other kinds. Without any, a mark is only
 *   listed in the legend
 * @x: `[n]`, in data units; a side of bars and of an image
 * @y: `[n]`, in data units; likewise
 * @x1: `[n]`, the opposite side of bars and of an image; otherwise %NULL
 * @y1: `[n]`, the same for y, and the other rim of a band; otherwise %NULL
 * @marker: of a point, and of the vertices of a line
 * @axis: of a rule: 0 for a vertical one at x, 1 for a horizontal one at y
 * @align: of a text: how much of its width is left of x, and how much of its height is above y
 * @n_columns: of an image
 * @n_rows: of an image
 * @values: `[n_rows, n_columns]`, from −1 to 1; the first row is the upper one
 * @label: (nullable): a text, or what stands beside a point, or at the right end of a line or a
 *   horizontal rule; Pango markup
 * @legend: (nullable): what the legend says of it; Pango markup
 */
typedef struct
{
  SeesawMarkKind kind;
  SeesawStyle style;
  gsize n;
  double *x;
  double *y;
  double *x1;
  double *y1;
  SeesawMarker marker;
  int axis;
  double align[2];
  gsize n_columns;
  gsize n_rows;
  float *values;
  char *label;
  char *legend;
} SeesawMark;

/**
 * SeesawScene:
 * @title: (nullable): what it is called where several stand side by side; Pango markup
 * @note: (nullable): of an overlay: what is said at the right of the title; Pango markup
 * @axes: x and y
 * @bar_title: (nullable): what the bar of the diverging map shows; without it there is no bar
 * @bar_scale: the values at its ends
 * @marks: (element-type SeesawMark): in the order they are drawn
 * @keeps_legend: whether the legend goes above the plot area where it would hide something inside
 *
 * What is to be seen, in data units, whatever the size and medium. Built once, then immutable;
 * reference counted.
 */
typedef struct
{
  char *title;
  char *note;
  SeesawAxis axes[2];
  char *bar_title;
  SeesawScale bar_scale;
  GPtrArray *marks;
  gboolean keeps_legend;
} SeesawScene;

SeesawScene *seesaw_scene_new (void);
SeesawScene *seesaw_scene_ref (SeesawScene *self);
void seesaw_scene_unref (SeesawScene *self);

void seesaw_scene_set_title (SeesawScene *self, const char *title);
void seesaw_scene_set_note (SeesawScene *self, const char *note);
void seesaw_scene_keep_legend (SeesawScene *self);
void seesaw_scene_set_bar (SeesawScene *self, const char *title, SeesawScale scale);
void seesaw_scene_set_axis (SeesawScene *self,
                            int axis,
                            const char *title,
                            const char *short_title,
                            SeesawScale scale,
                            SeesawAxisFormat format);
void seesaw_scene_add_name (SeesawScene *self,
                            int axis,
                            double from,
                            double to,
                            const char *text,
                            SeesawColor color);

SeesawMark *seesaw_scene_add_line (SeesawScene *self,
                                   SeesawStyle style,
                                   double *x,
                                   double *y,
                                   gsize n,
                                   const char *legend);
void seesaw_scene_add_entry (SeesawScene *self, const SeesawMark *mark);
SeesawMark *seesaw_scene_add_point (SeesawScene *self,
                                    SeesawStyle style,
                                    SeesawMarker marker,
                                    double x,
                                    double y,
                                    const char *label,
                                    const char *legend);
SeesawMark *seesaw_scene_add_band (SeesawScene *self,
                                   SeesawStyle style,
                                   double *x,
                                   double *y,
                                   double *y1,
                                   gsize n,
                                   const char *legend);
SeesawMark *seesaw_scene_add_bars (SeesawScene *self,
                                   SeesawStyle style,
                                   double *x,
                                   double *y,
                                   double *x1,
                                   double *y1,
                                   gsize n,
                                   const char *legend);
SeesawMark *seesaw_scene_add_bar (SeesawScene *self,
                                  SeesawStyle style,
                                  double x,
                                  double y,
                                  double x1,
                                  double y1,
                                  const char *legend);
SeesawMark *seesaw_scene_add_rule (SeesawScene *self, SeesawStyle style, int axis, double at);
SeesawMark *seesaw_scene_add_text (SeesawScene *self,
                                   SeesawStyle style,
                                   double x,
                                   double y,
                                   double align_x,
                                   double align_y,
                                   const char *text);
SeesawMark *seesaw_scene_add_image (SeesawScene *self,
                                    double x,
                                    double y,
                                    double x1,
                                    double y1,
                                    gsize n_columns,
                                    gsize n_rows,
                                    float *values);
void seesaw_mark_set_label (SeesawMark *self, const char *label);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SeesawScene, seesaw_scene_unref)

G_END_DECLS
