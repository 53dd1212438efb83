/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What marks are read against: a faint grid, or axes with ticks. */

#include "config.h"

#include "seesaw-paint-private.h"

static void
paint_grid (const SeesawPlotLayout *layout, cairo_t *cr)
{
  const SeesawRect *plot = &layout->plot;

  cairo_set_line_width (cr, layout->theme.line / 2.0);
  seesaw_paint_set_color (cr, &layout->theme, SEESAW_COLOR_ALL, layout->theme.grid);

  for (int axis = 0; axis < 2; axis++)
    for (guint i = 0; i < layout->ticks[axis]->len; i++)
      {
        double at =
            seesaw_paint_snap (&layout->theme, g_array_index (layout->ticks[axis], double, i));

        cairo_move_to (cr, axis == 0 ? at : plot->x, axis == 0 ? plot->y : at);
        cairo_line_to (cr, axis == 0 ? at : plot->x + plot->width,
                       axis == 0 ? plot->y + plot->height : at);
      }
  cairo_stroke (cr);
}

/* Without a grid, the axes and short ticks. */
static void
paint_axes (const SeesawPlotLayout *layout, cairo_t *cr)
{
  const SeesawRect *plot = &layout->plot;
  double bottom = plot->y + plot->height;
  double tick = SEESAW_PAINT_TICK * layout->theme.font_size;

  cairo_set_line_width (cr, layout->theme.line / 2.0);
  seesaw_paint_set_color (cr, &layout->theme, SEESAW_COLOR_ALL, 1.0);
  cairo_move_to (cr, plot->x, plot->y);
  cairo_line_to (cr, plot->x, bottom);
  cairo_line_to (cr, plot->x + plot->width, bottom);
  for (guint i = 0; i < layout->ticks[0]->len; i++)
    {
      cairo_move_to (cr, g_array_index (layout->ticks[0], double, i), bottom);
      cairo_rel_line_to (cr, 0.0, tick);
    }
  for (guint i = 0; i < layout->ticks[1]->len; i++)
    {
      cairo_move_to (cr, plot->x, g_array_index (layout->ticks[1], double, i));
      cairo_rel_line_to (cr, -tick, 0.0);
    }
  cairo_stroke (cr);
}

/**
 * seesaw_paint_frame:
 * @cr: where to draw
 *
 * Draws the grid, or axes in a theme without one.
 */
void
seesaw_paint_frame (const SeesawPlotLayout *layout, cairo_t *cr)
{
  if (layout->theme.grid > 0.0)
    paint_grid (layout, cr);
  else
    paint_axes (layout, cr);
}
