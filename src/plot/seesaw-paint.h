/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-plot-layout.h"

#include <cairo.h>

G_BEGIN_DECLS

void seesaw_paint_scene (const SeesawPlotLayout *layout, cairo_t *cr);
void seesaw_paint_legend (const SeesawPlotLayout *layout, cairo_t *cr);
SeesawRect seesaw_paint_get_bounds (const SeesawPlotLayout *layout, const SeesawMark *mark);
void seesaw_paint_mark (const SeesawPlotLayout *layout, const SeesawMark *mark, cairo_t *cr);
void seesaw_paint_note (const SeesawPlotLayout *layout, const char *note, cairo_t *cr);
void seesaw_paint_legend_swatch (const SeesawTheme *theme,
                                 const SeesawMark *mark,
                                 const SeesawRect *box,
                                 cairo_t *cr);
void seesaw_paint_overlay (const SeesawPlotLayout *layout, const SeesawScene *overlay, cairo_t *cr);

G_END_DECLS
