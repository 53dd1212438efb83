/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-scale.h"

G_BEGIN_DECLS

/**
 * SeesawColor:
 * @SEESAW_COLOR_ALL: all classes; the colour of text
 * @SEESAW_COLOR_SEEN: seen classes
 * @SEESAW_COLOR_UNSEEN: unseen classes
 * @SEESAW_COLOR_GAMMA: γ and the operating point
 * @SEESAW_COLOR_MUTED: what stays in the background
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
  SEESAW_N_COLORS,
} SeesawColor;

/**
 * SeesawMarker:
 * @SEESAW_MARKER_CIRCLE: a filled circle
 * @SEESAW_MARKER_RING: a hollow circle
 * @SEESAW_MARKER_STAR: a five-pointed star
 * @SEESAW_MARKER_DIAMOND: a filled diamond
 */
typedef enum
{
  SEESAW_MARKER_CIRCLE,
  SEESAW_MARKER_RING,
  SEESAW_MARKER_STAR,
  SEESAW_MARKER_DIAMOND,
} SeesawMarker;

/**
 * SeesawAxisFormat:
 * @SEESAW_AXIS_PLAIN: numbers as they are
 * @SEESAW_AXIS_PERCENT: fractions, shown times 100
 */
typedef enum
{
  SEESAW_AXIS_PLAIN,
  SEESAW_AXIS_PERCENT,
} SeesawAxisFormat;

/**
 * SeesawAxis:
 * @title: what it shows, with symbol and unit; Pango markup
 * @short_title: the same where room is scarce
 * @scale: its range
 * @format: how its ticks are written
 */
typedef struct
{
  char *title;
  char *short_title;
  SeesawScale scale;
  SeesawAxisFormat format;
} SeesawAxis;

/**
 * SeesawStyle:
 * @color: what the mark's colour means
 * @width: of a line in units of the theme's line, of a marker in units of the theme's marker
 * @dashed: whether a line is dashed
 */
typedef struct
{
  SeesawColor color;
  double width;
  gboolean dashed;
} SeesawStyle;

typedef enum
{
  SEESAW_MARK_LINE,
  SEESAW_MARK_POINT,
} SeesawMarkKind;

/**
 * SeesawMark:
 * @kind: a line through points, or one point
 * @style: how it looks
 * @n: number of points, 1 for a point
 * @x: `[n]`, in data units
 * @y: `[n]`, in data units
 * @marker: of a point
 * @label: (nullable): text beside a point; Pango markup
 * @legend: (nullable): what the legend says of it; Pango markup
 */
typedef struct
{
  SeesawMarkKind kind;
  SeesawStyle style;
  gsize n;
  double *x;
  double *y;
  SeesawMarker marker;
  char *label;
  char *legend;
} SeesawMark;

/**
 * SeesawScene:
 * @axes: x and y
 * @marks: (element-type SeesawMark): in the order they are drawn
 *
 * What is to be seen, in data units, whatever the size and medium. Built once, then immutable;
 * reference counted.
 */
typedef struct
{
  SeesawAxis axes[2];
  GPtrArray *marks;
} SeesawScene;

SeesawScene *seesaw_scene_new (void);
SeesawScene *seesaw_scene_ref (SeesawScene *self);
void seesaw_scene_unref (SeesawScene *self);

void seesaw_scene_set_axis (SeesawScene *self,
                            int axis,
                            const char *title,
                            const char *short_title,
                            SeesawScale scale,
                            SeesawAxisFormat format);
void seesaw_scene_add_line (SeesawScene *self,
                            SeesawStyle style,
                            double *x,
                            double *y,
                            gsize n,
                            const char *legend);
void seesaw_scene_add_point (SeesawScene *self,
                             SeesawStyle style,
                             SeesawMarker marker,
                             double x,
                             double y,
                             const char *label,
                             const char *legend);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SeesawScene, seesaw_scene_unref)

G_END_DECLS
