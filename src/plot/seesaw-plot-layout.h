/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-theme.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/**
 * SeesawRect:
 * @x: left
 * @y: top
 * @width: to the right
 * @height: down
 */
typedef struct
{
  double x;
  double y;
  double width;
  double height;
} SeesawRect;

/**
 * SeesawText:
 * @box: where it is drawn, before turning
 * @layout: the text
 * @turned: whether it reads upwards
 * @color: what its colour means
 */
typedef struct
{
  SeesawRect box;
  PangoLayout *layout;
  gboolean turned;
  SeesawColor color;
} SeesawText;

/**
 * SeesawPath:
 * @n: number of vertices
 * @x: `[n]`, in user units
 * @y: `[n]`, in user units
 *
 * A line as it will be drawn, thinned out to what can be seen. A vertex of NaN is a gap.
 */
typedef struct
{
  gsize n;
  double *x;
  double *y;
} SeesawPath;

/**
 * SeesawLeader:
 * @x0: where it begins: beside the end of a line or a point, in user units
 * @y0: likewise
 * @x1: where it ends: beside the label
 * @y1: likewise
 * @color: of what is labelled
 */
typedef struct
{
  double x0;
  double y0;
  double x1;
  double y1;
  SeesawColor color;
} SeesawLeader;

/**
 * SeesawNames:
 * @SEESAW_NAMES_LINE: in a line each
 * @SEESAW_NAMES_WRAPPED: in two lines, or a few more
 * @SEESAW_NAMES_TURNED: upwards
 *
 * How the names of x are written.
 */
typedef enum
{
  SEESAW_NAMES_LINE,
  SEESAW_NAMES_WRAPPED,
  SEESAW_NAMES_TURNED,
} SeesawNames;

/**
 * SeesawPlotLayout:
 * @scene: what is laid out
 * @theme: how it looks
 * @width: of the whole, in user units
 * @height: of the whole
 * @scales: range of x and y that is shown
 * @plot: the area within the axes
 * @ticks: per axis, where ticks are, in user units
 * @texts: (element-type SeesawText): all texts, none over another
 * @paths: (element-type SeesawPath): per mark; %NULL for what is no line
 * @legend: the legend's box; of no width if there is none
 * @legend_marks: (element-type SeesawMark): what it lists, line by line
 * @legend_line: height of a line of it
 * @legend_columns: how many stand in a line: 1 but above and below the plot area
 * @below: height of what is below the title of x
 * @legend_column: width of each
 * @has_ends: whether labels stand at the right ends of lines, rather than in the legend
 * @leaders: (element-type SeesawLeader): from lines and points to labels that had to be moved
 * @names: how the names of x are written
 * @name_lines: how many lines the longest of them takes
 * @name_step: how many names there are for each that is written
 * @names_height: how high the whole has to be for them to be written in full
 * @bar: the colour bar; of no width if there is none
 * @overlay: (nullable): what will be drawn over it and should cover no label; %NULL afterwards
 *
 * A scene at a size: every rectangle there is. Immutable once made.
 */
typedef struct
{
  SeesawScene *scene;
  SeesawTheme theme;
  double width;
  double height;
  SeesawScale scales[2];
  SeesawRect plot;
  GArray *ticks[2];
  GPtrArray *texts;
  GPtrArray *paths;
  SeesawRect legend;
  GPtrArray *legend_marks;
  double legend_line;
  guint legend_columns;
  double legend_column;
  double below;
  gboolean has_ends;
  GArray *leaders;
  SeesawNames names;
  guint name_lines;
  guint name_step;
  double names_height;
  SeesawRect bar;
  const SeesawScene *overlay;
  PangoContext *pango;
} SeesawPlotLayout;

SeesawPlotLayout *seesaw_plot_layout_new (SeesawScene *scene,
                                          const SeesawTheme *theme,
                                          double width,
                                          double height) G_GNUC_WARN_UNUSED_RESULT;
SeesawPlotLayout *seesaw_plot_layout_new_zoomed (SeesawScene *scene,
                                                 const SeesawTheme *theme,
                                                 const SeesawScale *scales,
                                                 double width,
                                                 double height) G_GNUC_WARN_UNUSED_RESULT;
SeesawPlotLayout *seesaw_plot_layout_new_aligned (SeesawScene *scene,
                                                  const SeesawScene *overlay,
                                                  const SeesawTheme *theme,
                                                  double width,
                                                  double height,
                                                  double left,
                                                  double right) G_GNUC_WARN_UNUSED_RESULT;
void seesaw_plot_layout_free (SeesawPlotLayout *self);

double seesaw_plot_layout_x (const SeesawPlotLayout *self, double x);
double seesaw_plot_layout_y (const SeesawPlotLayout *self, double y);
void seesaw_plot_layout_to_data (const SeesawPlotLayout *self, double *x, double *y);
SeesawRect seesaw_plot_layout_place_text (const SeesawPlotLayout *self,
                                          const SeesawMark *mark,
                                          double width,
                                          double height);
gsize seesaw_plot_layout_find_nearest (const SeesawPlotLayout *self,
                                       guint mark,
                                       double x,
                                       double y,
                                       double *distance);

gboolean seesaw_rect_overlaps (const SeesawRect *a, const SeesawRect *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SeesawPlotLayout, seesaw_plot_layout_free)

G_END_DECLS
