/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-colormap.h"
#include "seesaw-paint.h"

G_BEGIN_DECLS

/* Length of a tick where there is no grid, in font sizes. */
#define SEESAW_PAINT_TICK 0.25

/* seesaw-paint-color.c */
void
seesaw_paint_set_color (cairo_t *cr, const SeesawTheme *theme, SeesawColor color, double alpha);
void seesaw_paint_forbid_opacity (cairo_t *cr);
gboolean seesaw_paint_is_opaque (cairo_t *cr);
void seesaw_paint_set_veil (cairo_t *cr, const double *veil);
void seesaw_paint_set_paper (cairo_t *cr, const SeesawTheme *theme);
double seesaw_paint_snap (const SeesawTheme *theme, double at);

/* seesaw-paint.c */
void seesaw_paint_marks (const SeesawPlotLayout *layout, cairo_t *cr);
void seesaw_paint_veiled (const SeesawPlotLayout *layout, double veil, cairo_t *cr);

/* seesaw-paint-frame.c */
void seesaw_paint_frame (const SeesawPlotLayout *layout, cairo_t *cr);

/* seesaw-paint-areas.c */
void seesaw_paint_init_colormap (SeesawColormap *map, const SeesawTheme *theme);
void seesaw_paint_clip_out_texts (const SeesawPlotLayout *layout, cairo_t *cr);
void seesaw_paint_fill (const SeesawPlotLayout *layout, const SeesawStyle *style, cairo_t *cr);
void seesaw_paint_band (const SeesawPlotLayout *layout, const SeesawMark *mark, cairo_t *cr);
void seesaw_paint_bars (const SeesawPlotLayout *layout, const SeesawMark *mark, cairo_t *cr);
cairo_surface_t *
seesaw_paint_new_image (const SeesawMark *mark, const SeesawTheme *theme, int n_pixels);
void seesaw_paint_image (const SeesawPlotLayout *layout, const SeesawMark *mark, cairo_t *cr);

/* seesaw-paint-marks.c */
double seesaw_paint_get_hollow_line (const SeesawTheme *theme, double radius);
double seesaw_paint_get_opacity (const SeesawStyle *style);
void
seesaw_paint_set_stroke (const SeesawPlotLayout *layout, const SeesawStyle *style, cairo_t *cr);
void seesaw_paint_trace_marker (cairo_t *cr, SeesawMarker marker, double x, double y, double r);
void seesaw_paint_swatch (const SeesawPlotLayout *layout,
                          const SeesawMark *mark,
                          const SeesawRect *box,
                          cairo_t *cr);
void seesaw_paint_known_mark (const SeesawPlotLayout *layout,
                              const SeesawMark *mark,
                              const SeesawPath *path,
                              cairo_t *cr);

G_END_DECLS
