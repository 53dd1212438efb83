/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-drift-map.h"
#include "seesaw-plot-layout.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SEESAW_TYPE_TILES (seesaw_tiles_get_type ())
G_DECLARE_FINAL_TYPE (SeesawTiles, seesaw_tiles, SEESAW, TILES, GObject)

SeesawTiles *seesaw_tiles_new (void);

void seesaw_tiles_set_map (SeesawTiles *self, SeesawDriftMap *map, gboolean dark);
void
seesaw_tiles_snapshot (SeesawTiles *self, GtkSnapshot *snapshot, const SeesawPlotLayout *layout);

G_END_DECLS
