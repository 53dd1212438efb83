/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A square of cells, as it lies in the figure. */

#include "config.h"

#include "seesaw-tile.h"

#include <math.h>

/**
 * seesaw_tile_place:
 * @map: a matrix
 * @layout: its frame
 * @place: a tile
 *
 * Returns: where the tile lies, row 0 on top, on whole pixels so that no seam shows
 */
SeesawRect
seesaw_tile_place (const SeesawDriftMap *map,
                   const SeesawPlotLayout *layout,
                   const SeesawTile *place)
{
  double n = (double) map->n_classes;
  double size = (double) ((gsize) SEESAW_TILE << place->level);
  double left = (double) place->column * size;
  double top = (double) place->row * size;
  double x0 = round (seesaw_plot_layout_x (layout, left));
  double x1 = round (seesaw_plot_layout_x (layout, MIN (left + size, n)));
  double y0 = round (seesaw_plot_layout_y (layout, n - top));
  double y1 = round (seesaw_plot_layout_y (layout, n - MIN (top + size, n)));

  return (SeesawRect){ x0, y0, MAX (x1 - x0, 1.0), MAX (y1 - y0, 1.0) };
}

/**
 * seesaw_tile_paint:
 * @cr: where to draw
 * @cells: a pixel a cell
 * @rect: where the tile lies
 *
 * Cells that are larger than a pixel are not smoothed into each other. The last cell of a coarse
 * level may stand for fewer classes than the others; it is drawn as large as they are.
 */
void
seesaw_tile_paint (cairo_t *cr, cairo_surface_t *cells, const SeesawRect *rect)
{
  double width = cairo_image_surface_get_width (cells);
  double height = cairo_image_surface_get_height (cells);
  cairo_pattern_t *pattern;

  cairo_save (cr);
  cairo_rectangle (cr, rect->x, rect->y, rect->width, rect->height);
  cairo_clip (cr);
  cairo_translate (cr, rect->x, rect->y);
  cairo_scale (cr, rect->width / width, rect->height / height);
  cairo_set_source_surface (cr, cells, 0.0, 0.0);
  pattern = cairo_get_source (cr);
  cairo_pattern_set_filter (pattern,
                            rect->width >= width ? CAIRO_FILTER_NEAREST : CAIRO_FILTER_GOOD);
  cairo_pattern_set_extend (pattern, CAIRO_EXTEND_PAD);
  cairo_paint (cr);
  cairo_restore (cr);
}

/**
 * seesaw_tile_choose_level:
 * @map: a matrix
 * @layout: its frame
 *
 * Returns: the finest level whose cells are about as large as a pixel
 */
guint
seesaw_tile_choose_level (const SeesawDriftMap *map, const SeesawPlotLayout *layout)
{
  double pixels = seesaw_plot_layout_x (layout, 1.0) - seesaw_plot_layout_x (layout, 0.0);
  guint n_levels = seesaw_similarity_get_n_levels (map->similarity);
  guint level = 0;

  while (level + 1 < n_levels && pixels * (double) (1u << level) < 0.75)
    level++;

  return level;
}

/**
 * seesaw_tile_find_range:
 * @layout: the frame of a matrix
 * @axis: 0 for columns, 1 for rows
 * @n: rows and columns of the matrix
 * @level: a level
 * @range: (out): the first tile in view, and the one after the last
 */
void
seesaw_tile_find_range (const SeesawPlotLayout *layout,
                        int axis,
                        double n,
                        guint level,
                        guint range[2])
{
  double size = (double) ((gsize) SEESAW_TILE << level);
  double low = MAX (layout->scales[axis].low, 0.0);
  double high = MIN (layout->scales[axis].high, n);

  if (axis == 1)
    {
      double top = n - high;

      high = n - low;
      low = top;
    }
  range[0] = (guint) (low / size);
  range[1] = high > low ? (guint) ceil (high / size) : range[0];
}
