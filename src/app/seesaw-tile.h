/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-drift-map.h"
#include "seesaw-plot-layout.h"

G_BEGIN_DECLS

/* Cells along a side of a tile. */
#define SEESAW_TILE 256

/**
 * SeesawTile:
 * @level: level of the matrix
 * @row: row of tiles
 * @column: column of tiles
 *
 * A square of cells of the matrix of similarities.
 */
typedef struct
{
  guint level;
  guint row; /* in tiles */
  guint column;
} SeesawTile;

SeesawRect seesaw_tile_place (const SeesawDriftMap *map,
                              const SeesawPlotLayout *layout,
                              const SeesawTile *place);
void seesaw_tile_paint (cairo_t *cr, cairo_surface_t *cells, const SeesawRect *rect);
guint seesaw_tile_choose_level (const SeesawDriftMap *map, const SeesawPlotLayout *layout);
void seesaw_tile_find_range (const SeesawPlotLayout *layout,
                             int axis,
                             double n,
                             guint level,
                             guint range[2]);

G_END_DECLS
