/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The one place that draws, on screen and into files. */

#include "config.h"

#include "seesaw-paint.h"

#include <math.h>

static void
set_color (cairo_t *cr, const SeesawTheme *theme, SeesawColor color, double alpha)
{
  SeesawRgb rgb = theme->colors[color];

  cairo_set_source_rgba (cr, rgb.red, rgb.green, rgb.blue, alpha);
}

static void
set_paper (cairo_t *cr, const SeesawTheme *theme)
{
  cairo_set_source_rgb (cr, theme->paper.red, theme->paper.green, theme->paper.blue);
}

/* A thin line between two pixels would be two faint ones. */
static double
snap (const SeesawTheme *theme, double at)
{
  return theme->snaps ? floor (at) + 0.5 : at;
}

static void
paint_grid (const SeesawPlotLayout *layout, cairo_t *cr)
{
  const SeesawRect *plot = &layout->plot;

  cairo_set_line_width (cr, layout->theme.line / 2.0);
  set_color (cr, &layout->theme, SEESAW_COLOR_ALL, layout->theme.grid);

  for (int axis = 0; axis < 2; axis++)
    for (guint i = 0; i < layout->ticks[axis]->len; i++)
      {
        double at = snap (&layout->theme, g_array_index (layout->ticks[axis], double, i));

        cairo_move_to (cr, axis == 0 ? at : plot->x, axis == 0 ? plot->y : at);
        cairo_line_to (cr, axis == 0 ? at : plot->x + plot->width,
                       axis == 0 ? plot->y + plot->height : at);
      }
  cairo_stroke (cr);
}

static void
paint_text (const SeesawPlotLayout *layout, const SeesawText *text, cairo_t *cr)
{
  cairo_save (cr);
  set_color (cr, &layout->theme, text->color, 1.0);
  if (text->turned)
    {
      cairo_translate (cr, text->box.x, text->box.y + text->box.height);
      cairo_rotate (cr, -G_PI_2);
    }
  else
    cairo_translate (cr, text->box.x, text->box.y);
  pango_cairo_show_layout (cr, text->layout);
  cairo_restore (cr);
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
  set_color (cr, &layout->theme, style->color, 1.0);
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
  set_paper (cr, theme);
  cairo_set_line_width (cr, 1.5 * theme->line);
  cairo_stroke_preserve (cr);

  if (mark->marker == SEESAW_MARKER_RING)
    {
      cairo_fill_preserve (cr);
      set_color (cr, theme, mark->style.color, 1.0);
      cairo_set_line_width (cr, theme->line);
      cairo_stroke (cr);
    }
  else
    {
      set_color (cr, theme, mark->style.color, 1.0);
      cairo_fill (cr);
    }
}

static void
paint_path (const SeesawPlotLayout *layout,
            const SeesawMark *mark,
            const SeesawPath *path,
            cairo_t *cr)
{
  cairo_new_path (cr);
  for (gsize i = 0; i < path->n; i++)
    cairo_line_to (cr, path->x[i], path->y[i]);
  set_stroke (layout, &mark->style, cr);
  cairo_stroke (cr);
}

static void
paint_legend (const SeesawPlotLayout *layout, cairo_t *cr)
{
  const SeesawRect *box = &layout->legend;
  double font = layout->theme.font_size;

  if (box->width <= 0.0)
    return;

  for (guint i = 0; i < layout->legend_marks->len; i++)
    {
      const SeesawMark *mark = g_ptr_array_index (layout->legend_marks, i);
      double y = box->y + 0.5 * font + (i + 0.42) * layout->legend_line;

      if (mark->kind == SEESAW_MARK_POINT)
        {
          paint_marker (layout, mark, box->x + 1.6 * font, y, cr);
          continue;
        }

      set_stroke (layout, &mark->style, cr);
      cairo_move_to (cr, box->x + 0.7 * font, y);
      cairo_line_to (cr, box->x + 2.5 * font, y);
      cairo_stroke (cr);
    }
}

static void
paint_marks (const SeesawPlotLayout *layout, cairo_t *cr)
{
  for (guint i = 0; i < layout->scene->marks->len; i++)
    {
      const SeesawMark *mark = g_ptr_array_index (layout->scene->marks, i);
      const SeesawPath *path = g_ptr_array_index (layout->paths, i);

      if (path != NULL)
        paint_path (layout, mark, path, cr);
      else
        paint_marker (layout, mark, seesaw_plot_layout_x (layout, mark->x[0]),
                      seesaw_plot_layout_y (layout, mark->y[0]), cr);
    }
}

/* Lines and markers stay within the axes, but for the half of a marker on their edge. */
static void
clip_to_plot (const SeesawPlotLayout *layout, cairo_t *cr)
{
  double edge = 2.0 * layout->theme.marker;

  cairo_rectangle (cr, layout->plot.x - edge, layout->plot.y - edge,
                   layout->plot.width + 2.0 * edge, layout->plot.height + 2.0 * edge);
  cairo_clip (cr);
}

/**
 * seesaw_paint_scene:
 * @layout: a scene at a size
 * @cr: where to draw; the figure's corner is at the origin
 *
 * Draws a scene.
 */
void
seesaw_paint_scene (const SeesawPlotLayout *layout, cairo_t *cr)
{
  cairo_save (cr);
  if (layout->theme.paints_paper)
    {
      set_paper (cr, &layout->theme);
      cairo_paint (cr);
    }
  paint_grid (layout, cr);

  cairo_save (cr);
  clip_to_plot (layout, cr);
  paint_marks (layout, cr);
  cairo_restore (cr);

  paint_legend (layout, cr);
  for (guint i = 0; i < layout->texts->len; i++)
    paint_text (layout, g_ptr_array_index (layout->texts, i), cr);
  cairo_restore (cr);
}

/**
 * seesaw_paint_get_bounds:
 * @layout: the scene below
 * @mark: a mark of few points over it
 *
 * Returns: what seesaw_paint_mark() may draw on
 */
SeesawRect
seesaw_paint_get_bounds (const SeesawPlotLayout *layout, const SeesawMark *mark)
{
  double reach = 2.0 * layout->theme.marker * mark->style.width + 2.0 * layout->theme.line;
  double left = (double) INFINITY;
  double top = (double) INFINITY;
  double right = -(double) INFINITY;
  double bottom = -(double) INFINITY;

  for (gsize i = 0; i < mark->n; i++)
    {
      double x = seesaw_plot_layout_x (layout, mark->x[i]);
      double y = seesaw_plot_layout_y (layout, mark->y[i]);

      left = MIN (left, x);
      right = MAX (right, x);
      top = MIN (top, y);
      bottom = MAX (bottom, y);
    }

  return (SeesawRect){ left - reach, top - reach, right - left + 2.0 * reach,
                       bottom - top + 2.0 * reach };
}

/**
 * seesaw_paint_mark:
 * @layout: the scene below
 * @mark: a mark of few points, in the coordinates of the scene
 * @cr: where to draw
 *
 * Draws one mark that is not part of the scene, without its label.
 */
void
seesaw_paint_mark (const SeesawPlotLayout *layout, const SeesawMark *mark, cairo_t *cr)
{
  cairo_save (cr);
  clip_to_plot (layout, cr);
  if (mark->kind == SEESAW_MARK_POINT)
    paint_marker (layout, mark, seesaw_plot_layout_x (layout, mark->x[0]),
                  seesaw_plot_layout_y (layout, mark->y[0]), cr);
  else
    {
      cairo_new_path (cr);
      for (gsize i = 0; i < mark->n; i++)
        cairo_line_to (cr, seesaw_plot_layout_x (layout, mark->x[i]),
                       seesaw_plot_layout_y (layout, mark->y[i]));
      set_stroke (layout, &mark->style, cr);
      cairo_stroke (cr);
    }
  cairo_restore (cr);
}

/**
 * seesaw_paint_overlay:
 * @layout: the scene below
 * @overlay: marks in its coordinates; axes, labels and legend are not drawn
 * @cr: where to draw
 *
 * Draws what moves over a scene that stays.
 */
void
seesaw_paint_overlay (const SeesawPlotLayout *layout, const SeesawScene *overlay, cairo_t *cr)
{
  for (guint i = 0; i < overlay->marks->len; i++)
    seesaw_paint_mark (layout, g_ptr_array_index (overlay->marks, i), cr);
}
