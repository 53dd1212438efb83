/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How each kind of mark is drawn. */

#include "config.h"

#include "seesaw-paint-private.h"

#include "seesaw-layout-private.h"
#include "seesaw-paint-text.h"

#include <math.h>

/* Of the markers on the vertices of a line, in units of the theme's marker. */
#define VERTEX_MARKER 0.55

/* Of the marker on a line in the legend, likewise. */
#define SWATCH_MARKER 0.9

/* Of the line of a hollow marker, in radii. */
#define HOLLOW_LINE 0.4

/* How much farther such a line goes to both sides, so that it shows how it is broken. */
#define SWATCH_MORE 0.1

/* Lengths of strokes and gaps in turn, in units of the line's width. */
typedef struct
{
  int n;
  double lengths[4];
} DashPattern;

static const DashPattern dash_patterns[] = {
  [SEESAW_DASH_NONE] = { 0, { 0.0 } },      [SEESAW_DASH_SHORT] = { 2, { 3.0, 2.0 } },
  [SEESAW_DASH_DOTS] = { 2, { 1.0, 1.5 } }, [SEESAW_DASH_DOT] = { 4, { 5.0, 1.5, 1.0, 1.5 } },
  [SEESAW_DASH_LONG] = { 2, { 7.0, 2.5 } },
};

/**
 * seesaw_paint_get_opacity:
 * @style: a style
 *
 * Returns: its opacity, from 0 to 1
 */
double
seesaw_paint_get_opacity (const SeesawStyle *style)
{
  return style->opacity > 0.0 ? style->opacity : 1.0;
}

/**
 * seesaw_paint_set_stroke:
 * @style: of a line
 * @cr: what shall draw it
 */
void
seesaw_paint_set_stroke (const SeesawPlotLayout *layout, const SeesawStyle *style, cairo_t *cr)
{
  double width = layout->theme.line * style->width;
  const DashPattern *pattern = &dash_patterns[style->dash];
  double dashes[G_N_ELEMENTS (pattern->lengths)];

  for (int i = 0; i < pattern->n; i++)
    dashes[i] = width * pattern->lengths[i];

  cairo_set_line_width (cr, width);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, pattern->n > 0 ? CAIRO_LINE_CAP_BUTT : CAIRO_LINE_CAP_ROUND);
  cairo_set_dash (cr, dashes, pattern->n, 0.0);
  seesaw_paint_set_color (cr, &layout->theme, style->color, seesaw_paint_get_opacity (style));
}

static void
trace_star (cairo_t *cr, double x, double y, double radius)
{
  for (int i = 0; i < 10; i++)
    {
      double r = i % 2 == 0 ? radius : 0.45 * radius;
      double angle = -G_PI_2 + i * G_PI / 5.0;

      cairo_line_to (cr, x + r * cos (angle), y + r * sin (angle));
    }
  cairo_close_path (cr);
}

/* Corners of a marker of radius 1 that is neither round nor a star. */
typedef struct
{
  gsize n;
  double corners[12][2];
} Polygon;

static const Polygon diamond = { 4, { { 0, -1.2 }, { 1.2, 0 }, { 0, 1.2 }, { -1.2, 0 } } };
static const Polygon square = { 4, { { -0.9, -0.9 }, { 0.9, -0.9 }, { 0.9, 0.9 }, { -0.9, 0.9 } } };
static const Polygon triangle = { 3, { { 0, -1.25 }, { 1.15, 0.8 }, { -1.15, 0.8 } } };
static const Polygon plus = { 12,
                              { { -0.4, -1.2 },
                                { 0.4, -1.2 },
                                { 0.4, -0.4 },
                                { 1.2, -0.4 },
                                { 1.2, 0.4 },
                                { 0.4, 0.4 },
                                { 0.4, 1.2 },
                                { -0.4, 1.2 },
                                { -0.4, 0.4 },
                                { -1.2, 0.4 },
                                { -1.2, -0.4 },
                                { -0.4, -0.4 } } };

/* Which polygon a marker is, and how far it is turned. */
static const struct
{
  const Polygon *polygon;
  double turn;
} polygons[] = {
  [SEESAW_MARKER_DIAMOND] = { &diamond, 0.0 },   [SEESAW_MARKER_SQUARE] = { &square, 0.0 },
  [SEESAW_MARKER_TRIANGLE] = { &triangle, 0.0 }, [SEESAW_MARKER_WEDGE] = { &triangle, G_PI },
  [SEESAW_MARKER_PLUS] = { &plus, 0.0 },         [SEESAW_MARKER_CROSS] = { &plus, G_PI_4 },
};

static void
trace_polygon (cairo_t *cr, SeesawMarker marker, double x, double y, double r)
{
  const Polygon *polygon = polygons[marker].polygon;
  double across = r * cos (polygons[marker].turn);
  double along = r * sin (polygons[marker].turn);

  for (gsize i = 0; i < polygon->n; i++)
    cairo_line_to (cr, x + across * polygon->corners[i][0] - along * polygon->corners[i][1],
                   y + along * polygon->corners[i][0] + across * polygon->corners[i][1]);
  cairo_close_path (cr);
}

/**
 * seesaw_paint_trace_marker:
 * @cr: what gets the outline as its path
 * @marker: a marker
 * @x: where it is
 * @y: likewise
 * @r: its radius
 */
void
seesaw_paint_trace_marker (cairo_t *cr, SeesawMarker marker, double x, double y, double r)
{
  cairo_new_path (cr);
  if (marker == SEESAW_MARKER_STAR)
    trace_star (cr, x, y, 1.5 * r);
  else if (marker == SEESAW_MARKER_CIRCLE || marker == SEESAW_MARKER_RING)
    cairo_arc (cr, x, y, r, 0.0, 2.0 * G_PI);
  else if (marker != SEESAW_MARKER_NONE)
    trace_polygon (cr, marker, x, y, r);
}

/**
 * seesaw_paint_get_hollow_line:
 * @radius: of a hollow marker
 *
 * Returns: how wide its line is: a small one must stay open
 */
double
seesaw_paint_get_hollow_line (const SeesawTheme *theme, double radius)
{
  return MIN (theme->line, HOLLOW_LINE * radius);
}

/* A rim of paper keeps the marker apart from the line it stands on. */
static void
paint_marker (const SeesawPlotLayout *layout,
              const SeesawMark *mark,
              double x,
              double y,
              cairo_t *cr)
{
  const SeesawTheme *theme = &layout->theme;
  double r = theme->marker * mark->style.width;

  cairo_set_dash (cr, NULL, 0, 0.0);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  seesaw_paint_trace_marker (cr, mark->marker, x, y, r);
  seesaw_paint_set_paper (cr, theme);
  cairo_set_line_width (cr, 1.5 * theme->line);
  cairo_stroke_preserve (cr);

  if (mark->marker == SEESAW_MARKER_RING || mark->style.fill == SEESAW_FILL_OUTLINED)
    {
      cairo_fill_preserve (cr);
      seesaw_paint_set_color (cr, theme, mark->style.color, 1.0);
      cairo_set_line_width (cr, seesaw_paint_get_hollow_line (theme, r));
      cairo_stroke (cr);
    }
  else
    {
      seesaw_paint_set_color (cr, theme, mark->style.color, 1.0);
      cairo_fill (cr);
    }
}

static void
trace_path (const SeesawPath *path, cairo_t *cr)
{
  cairo_new_path (cr);
  for (gsize i = 0; i < path->n; i++)
    if (isnan (path->x[i]))
      cairo_new_sub_path (cr);
    else
      cairo_line_to (cr, path->x[i], path->y[i]);
}

static void
paint_rule (const SeesawPlotLayout *layout,
            const SeesawMark *mark,
            const SeesawPath *path,
            cairo_t *cr)
{
  double x = mark->axis == 0 ? seesaw_paint_snap (&layout->theme, path->x[0]) : path->x[0];
  double y = mark->axis == 1 ? seesaw_paint_snap (&layout->theme, path->y[0]) : path->y[0];

  seesaw_paint_set_stroke (layout, &mark->style, cr);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  cairo_move_to (cr, x, y);
  cairo_line_to (cr, mark->axis == 0 ? x : path->x[1], mark->axis == 1 ? y : path->y[1]);
  cairo_stroke (cr);
}

static void
paint_vertex (const SeesawPlotLayout *layout,
              const SeesawMark *line,
              double x,
              double y,
              cairo_t *cr)
{
  SeesawMark vertex = *line;

  vertex.style.width = VERTEX_MARKER * MAX (line->style.width, 0.7);
  if (line->marker != SEESAW_MARKER_NONE)
    paint_marker (layout, &vertex, x, y, cr);
}

static void
paint_line (const SeesawPlotLayout *layout,
            const SeesawMark *mark,
            const SeesawPath *path,
            cairo_t *cr)
{
  trace_path (path, cr);
  seesaw_paint_set_stroke (layout, &mark->style, cr);
  cairo_stroke (cr);

  for (gsize i = 0; i < path->n; i++)
    if (!isnan (path->x[i]))
      paint_vertex (layout, mark, path->x[i], path->y[i], cr);
}

static void
paint_text (const SeesawPlotLayout *layout, const SeesawMark *mark, cairo_t *cr)
{
  g_autoptr (PangoLayout) text =
      seesaw_layout_new_text (layout, mark->label, layout->theme.label_font);
  SeesawRect box;

  seesaw_layout_measure (text, &box.width, &box.height);
  box = seesaw_plot_layout_place_text (layout, mark, box.width, box.height);
  seesaw_paint_set_color (cr, &layout->theme, mark->style.color, 1.0);
  cairo_move_to (cr, box.x, box.y);
  seesaw_paint_show_text (cr, text);
}

/* As large as the markers of points are. */
static void
paint_swatch_marker (const SeesawPlotLayout *layout,
                     const SeesawMark *line,
                     double x,
                     double y,
                     cairo_t *cr)
{
  SeesawMark marker = *line;

  marker.style.width = SWATCH_MARKER;
  if (line->marker != SEESAW_MARKER_NONE)
    paint_marker (layout, &marker, x, y, cr);
}

/**
 * seesaw_paint_swatch:
 * @mark: what a line of the legend stands for
 * @box: where its swatch goes
 * @cr: where to draw
 *
 * Draws what the legend shows beside a text.
 */
void
seesaw_paint_swatch (const SeesawPlotLayout *layout,
                     const SeesawMark *mark,
                     const SeesawRect *box,
                     cairo_t *cr)
{
  double y = box->y + box->height / 2.0;
  double more = mark->marker != SEESAW_MARKER_NONE ? SWATCH_MORE * box->width : 0.0;

  if (mark->kind == SEESAW_MARK_POINT)
    paint_marker (layout, mark, box->x + box->width / 2.0, y, cr);
  else if (mark->kind == SEESAW_MARK_BARS || mark->kind == SEESAW_MARK_BAND)
    {
      cairo_rectangle (cr, box->x, box->y, box->width, box->height);
      seesaw_paint_fill (layout, &mark->style, cr);
    }
  else
    {
      seesaw_paint_set_stroke (layout, &mark->style, cr);
      cairo_move_to (cr, box->x - more, y);
      cairo_line_to (cr, box->x + box->width + more, y);
      cairo_stroke (cr);
      paint_swatch_marker (layout, mark, box->x + box->width / 2.0, y, cr);
    }
}

/**
 * seesaw_paint_legend_swatch:
 * @theme: how it looks
 * @mark: a mark with a legend
 * @box: where its swatch goes
 * @cr: where to draw
 *
 * Draws what the legend shows beside a text, where the legend is made of something else.
 */
void
seesaw_paint_legend_swatch (const SeesawTheme *theme,
                            const SeesawMark *mark,
                            const SeesawRect *box,
                            cairo_t *cr)
{
  const SeesawPlotLayout layout = { .theme = *theme };

  seesaw_paint_swatch (&layout, mark, box, cr);
}

/**
 * seesaw_paint_known_mark:
 * @mark: a mark in the coordinates of the scene
 * @path: (nullable): the same as a line, if it is one
 * @cr: where to draw
 *
 * Draws a mark, without the label that the layout has found a place for.
 */
void
seesaw_paint_known_mark (const SeesawPlotLayout *layout,
                         const SeesawMark *mark,
                         const SeesawPath *path,
                         cairo_t *cr)
{
  if (mark->n == 0)
    return;

  switch (mark->kind)
    {
    case SEESAW_MARK_LINE:
      paint_line (layout, mark, path, cr);
      break;
    case SEESAW_MARK_POINT:
      paint_marker (layout, mark, seesaw_plot_layout_x (layout, mark->x[0]),
                    seesaw_plot_layout_y (layout, mark->y[0]), cr);
      break;
    case SEESAW_MARK_BAND:
      seesaw_paint_band (layout, mark, cr);
      break;
    case SEESAW_MARK_BARS:
      seesaw_paint_bars (layout, mark, cr);
      break;
    case SEESAW_MARK_RULE:
      paint_rule (layout, mark, path, cr);
      break;
    case SEESAW_MARK_TEXT:
      paint_text (layout, mark, cr);
      break;
    case SEESAW_MARK_IMAGE:
      seesaw_paint_image (layout, mark, cr);
      break;
    default:
      g_assert_not_reached ();
    }
}
