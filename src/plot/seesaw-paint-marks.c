/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How each kind of mark is drawn. */

#include "config.h"

#include "seesaw-paint-private.h"

#include "seesaw-colormap.h"
#include "seesaw-layout-private.h"

#include <math.h>

/* Distance of the lines of a hatching, in line widths of the theme, and their own width. */
#define HATCH_STEP 3.0
#define HATCH_WIDTH 0.8

/* Of the markers on the vertices of a line, in units of the theme's marker. */
#define VERTEX_MARKER 0.55

static double
get_opacity (const SeesawStyle *style)
{
  return style->opacity > 0.0 ? style->opacity : 1.0;
}

static void
set_stroke (const SeesawPlotLayout *layout, const SeesawStyle *style, cairo_t *cr)
{
  double width = layout->theme.line * style->width;
  const double dashes[] = { 3.0 * width, 2.0 * width };

  cairo_set_line_width (cr, width);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, style->dashed ? CAIRO_LINE_CAP_BUTT : CAIRO_LINE_CAP_ROUND);
  cairo_set_dash (cr, dashes, style->dashed ? 2 : 0, 0.0);
  seesaw_paint_set_color (cr, &layout->theme, style->color, get_opacity (style));
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

static void
trace_marker (cairo_t *cr, SeesawMarker marker, double x, double y, double r)
{
  cairo_new_path (cr);
  switch (marker)
    {
    case SEESAW_MARKER_STAR:
      trace_star (cr, x, y, 1.5 * r);
      break;

    case SEESAW_MARKER_DIAMOND:
      cairo_move_to (cr, x, y - 1.2 * r);
      cairo_line_to (cr, x + 1.2 * r, y);
      cairo_line_to (cr, x, y + 1.2 * r);
      cairo_line_to (cr, x - 1.2 * r, y);
      cairo_close_path (cr);
      break;

    case SEESAW_MARKER_CIRCLE:
    case SEESAW_MARKER_RING:
      cairo_arc (cr, x, y, r, 0.0, 2.0 * G_PI);
      break;

    case SEESAW_MARKER_NONE:
      break;

    default:
      g_assert_not_reached ();
    }
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
  trace_marker (cr, mark->marker, x, y, r);
  seesaw_paint_set_paper (cr, theme);
  cairo_set_line_width (cr, 1.5 * theme->line);
  cairo_stroke_preserve (cr);

  if (mark->marker == SEESAW_MARKER_RING)
    {
      cairo_fill_preserve (cr);
      seesaw_paint_set_color (cr, theme, mark->style.color, 1.0);
      cairo_set_line_width (cr, theme->line);
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

  set_stroke (layout, &mark->style, cr);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  cairo_move_to (cr, x, y);
  cairo_line_to (cr, mark->axis == 0 ? x : path->x[1], mark->axis == 1 ? y : path->y[1]);
  cairo_stroke (cr);
}

static void
paint_line (const SeesawPlotLayout *layout,
            const SeesawMark *mark,
            const SeesawPath *path,
            cairo_t *cr)
{
  SeesawMark vertex = *mark;

  trace_path (path, cr);
  set_stroke (layout, &mark->style, cr);
  cairo_stroke (cr);

  vertex.style.width = VERTEX_MARKER * MAX (mark->style.width, 0.7);
  for (gsize i = 0; i < path->n && mark->marker != SEESAW_MARKER_NONE; i++)
    if (!isnan (path->x[i]))
      paint_marker (layout, &vertex, path->x[i], path->y[i], cr);
}

/* One piece of a band, without gaps, from point @first to before @end. */
static void
trace_band (const SeesawPlotLayout *layout,
            const SeesawMark *mark,
            gsize first,
            gsize end,
            cairo_t *cr)
{
  cairo_new_sub_path (cr);
  for (gsize i = first; i < end; i++)
    cairo_line_to (cr, seesaw_plot_layout_x (layout, mark->x[i]),
                   seesaw_plot_layout_y (layout, mark->y[i]));
  for (gsize i = end; i-- > first;)
    cairo_line_to (cr, seesaw_plot_layout_x (layout, mark->x[i]),
                   seesaw_plot_layout_y (layout, mark->y1[i]));
  cairo_close_path (cr);
}

static void
paint_band (const SeesawPlotLayout *layout, const SeesawMark *mark, cairo_t *cr)
{
  gsize first = 0;

  cairo_new_path (cr);
  for (gsize i = 0; i <= mark->n; i++)
    if (i == mark->n || !isfinite (mark->y[i]) || !isfinite (mark->y1[i]))
      {
        if (i > first)
          trace_band (layout, mark, first, i, cr);
        first = i + 1;
      }
  seesaw_paint_set_color (cr, &layout->theme, mark->style.color, get_opacity (&mark->style));
  cairo_fill (cr);
}

/* Lines from lower left to upper right, across all of the current path. */
static void
hatch_path (const SeesawPlotLayout *layout, const SeesawStyle *style, cairo_t *cr)
{
  double step = HATCH_STEP * layout->theme.line;
  double left;
  double top;
  double right;
  double bottom;

  cairo_path_extents (cr, &left, &top, &right, &bottom);
  cairo_save (cr);
  cairo_clip (cr);
  for (double x = floor ((left - bottom + top) / step) * step; x < right; x += step)
    {
      cairo_move_to (cr, x, bottom);
      cairo_line_to (cr, x + bottom - top, top);
    }
  cairo_set_line_width (cr, HATCH_WIDTH * layout->theme.line);
  cairo_set_dash (cr, NULL, 0, 0.0);
  seesaw_paint_set_color (cr, &layout->theme, style->color, get_opacity (style));
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
fill_path (const SeesawPlotLayout *layout, const SeesawStyle *style, cairo_t *cr)
{
  switch (style->fill)
    {
    case SEESAW_FILL_SOLID:
      seesaw_paint_set_color (cr, &layout->theme, style->color, get_opacity (style));
      cairo_fill (cr);
      break;

    case SEESAW_FILL_HATCHED:
      hatch_path (layout, style, cr);
      break;

    case SEESAW_FILL_OUTLINED:
      set_stroke (layout, style, cr);
      cairo_set_line_join (cr, CAIRO_LINE_JOIN_MITER);
      cairo_stroke (cr);
      break;

    default:
      g_assert_not_reached ();
    }
}

/* All of them in one path: two that touch would show a seam if each were filled on its own. */
static void
paint_bars (const SeesawPlotLayout *layout, const SeesawMark *mark, cairo_t *cr)
{
  cairo_new_path (cr);
  for (gsize i = 0; i < mark->n; i++)
    {
      double x0 = seesaw_plot_layout_x (layout, mark->x[i]);
      double x1 = seesaw_plot_layout_x (layout, mark->x1[i]);
      double y0 = seesaw_plot_layout_y (layout, mark->y[i]);
      double y1 = seesaw_plot_layout_y (layout, mark->y1[i]);

      if (isfinite (x0 + x1 + y0 + y1) && y0 != y1)
        cairo_rectangle (cr, MIN (x0, x1), MIN (y0, y1), fabs (x1 - x0), fabs (y1 - y0));
    }
  fill_path (layout, &mark->style, cr);
}

/* Enlarged, cells keep sharp edges; reduced, they are averaged. */
static void
paint_image (const SeesawPlotLayout *layout, const SeesawMark *mark, cairo_t *cr)
{
  double x0 = seesaw_plot_layout_x (layout, MIN (mark->x[0], mark->x1[0]));
  double x1 = seesaw_plot_layout_x (layout, MAX (mark->x[0], mark->x1[0]));
  double y0 = seesaw_plot_layout_y (layout, MAX (mark->y[0], mark->y1[0]));
  double y1 = seesaw_plot_layout_y (layout, MIN (mark->y[0], mark->y1[0]));
  int width = (int) mark->n_columns;
  int height = (int) mark->n_rows;
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  guint32 *pixels = (gpointer) cairo_image_surface_get_data (image);
  SeesawColormap map;
  double cell_x = (x1 - x0) / width;
  double cell_y = (y1 - y0) / height;

  /* Rows of four-byte pixels have no padding. */
  seesaw_colormap_init (&map, layout->theme.is_dark);
  if (pixels != NULL)
    seesaw_colormap_fill (&map, mark->values, mark->n_columns * mark->n_rows, pixels);
  cairo_surface_mark_dirty (image);

  cairo_save (cr);
  cairo_translate (cr, x0, y0);
  cairo_scale (cr, cell_x, cell_y);
  cairo_set_source_surface (cr, image, 0.0, 0.0);
  cell_x = cell_y = 1.0;
  cairo_user_to_device_distance (cr, &cell_x, &cell_y);
  cairo_pattern_set_filter (cairo_get_source (cr), cell_x < 1.0 && cell_y < 1.0
                                                       ? CAIRO_FILTER_GOOD
                                                       : CAIRO_FILTER_NEAREST);
  cairo_rectangle (cr, 0.0, 0.0, width, height);
  cairo_fill (cr);
  cairo_restore (cr);
  cairo_surface_destroy (image);
}

static void
paint_text (const SeesawPlotLayout *layout, const SeesawMark *mark, cairo_t *cr)
{
  g_autoptr (PangoLayout) text = seesaw_layout_new_text (layout, mark->label, 0.95);
  SeesawRect box;

  seesaw_layout_measure (text, &box.width, &box.height);
  box = seesaw_plot_layout_place_text (layout, mark, box.width, box.height);
  seesaw_paint_set_color (cr, &layout->theme, mark->style.color, 1.0);
  cairo_move_to (cr, box.x, box.y);
  pango_cairo_show_layout (cr, text);
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

  if (mark->kind == SEESAW_MARK_POINT)
    paint_marker (layout, mark, box->x + box->width / 2.0, y, cr);
  else if (mark->kind == SEESAW_MARK_BARS || mark->kind == SEESAW_MARK_BAND)
    {
      cairo_rectangle (cr, box->x, box->y, box->width, box->height);
      fill_path (layout, &mark->style, cr);
    }
  else
    {
      set_stroke (layout, &mark->style, cr);
      cairo_move_to (cr, box->x, y);
      cairo_line_to (cr, box->x + box->width, y);
      cairo_stroke (cr);
    }
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
      paint_band (layout, mark, cr);
      break;
    case SEESAW_MARK_BARS:
      paint_bars (layout, mark, cr);
      break;
    case SEESAW_MARK_RULE:
      paint_rule (layout, mark, path, cr);
      break;
    case SEESAW_MARK_TEXT:
      paint_text (layout, mark, cr);
      break;
    case SEESAW_MARK_IMAGE:
      paint_image (layout, mark, cr);
      break;
    default:
      g_assert_not_reached ();
    }
}
