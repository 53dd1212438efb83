/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-paint.h"

G_BEGIN_DECLS

/* Of 255, for the mean over a square of pixels. */
#define CHECK_TOLERANCE 12.0

double check_difference (cairo_surface_t *a, cairo_surface_t *b);
void check_like_reference (cairo_surface_t *surface, const char *folder, const char *name);
void
check_scene (SeesawScene *scene, const SeesawTheme *theme, const char *folder, const char *name);
GBytes *check_draw (SeesawScene *scene,
                    const SeesawScene *overlay,
                    const SeesawTheme *theme,
                    int width,
                    int height);
void check_layout (const SeesawPlotLayout *layout);
void check_labels (const SeesawPlotLayout *layout, const SeesawScene *overlay);

G_END_DECLS
