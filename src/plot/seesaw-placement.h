/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-plot-layout.h"

G_BEGIN_DECLS

/**
 * SeesawPlacement:
 * @layout: whose plot area is shared out
 * @taken: (element-type SeesawRect): what is taken already, the markers of points first
 * @n_markers: how many of them are markers
 * @passing: (element-type SeesawPath): lines of an overlay, which pass behind texts
 *
 * Finds room for texts among lines, points and each other.
 */
typedef struct
{
  const SeesawPlotLayout *layout;
  GArray *taken;
  guint n_markers;
  GPtrArray *passing;
} SeesawPlacement;

void seesaw_placement_init (SeesawPlacement *self, const SeesawPlotLayout *layout);
void seesaw_placement_clear (SeesawPlacement *self);

guint seesaw_placement_count_overlaps (const SeesawPlacement *self, const SeesawRect *box);
guint seesaw_placement_count_crossings (const SeesawPlacement *self,
                                        const GPtrArray *paths,
                                        const SeesawRect *box);
gboolean
seesaw_placement_segment_meets (double x0, double y0, double x1, double y1, const SeesawRect *box);

gboolean seesaw_placement_take (SeesawPlacement *self, const SeesawRect *box);
SeesawRect seesaw_placement_take_corner (SeesawPlacement *self,
                                         double width,
                                         double height,
                                         gboolean left,
                                         gboolean top);
SeesawRect
seesaw_placement_find_corner (SeesawPlacement *self, double width, double height, gboolean empty);
gboolean seesaw_placement_find_side (SeesawPlacement *self,
                                     double x,
                                     double y,
                                     double radius,
                                     SeesawRect *box,
                                     SeesawLeader *leader);

G_END_DECLS
