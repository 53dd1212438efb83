/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/**
 * SeesawCaughtText:
 * @layout: the text
 * @matrix: from the coordinates of @layout to those of the page
 * @color: red, green, blue and opacity, from 0 to 1
 *
 * A text that was to be drawn.
 */
typedef struct
{
  PangoLayout *layout;
  cairo_matrix_t matrix;
  double color[4];
} SeesawCaughtText;

GPtrArray *seesaw_paint_catch_texts (cairo_t *cr) G_GNUC_WARN_UNUSED_RESULT;
void seesaw_paint_show_text (cairo_t *cr, PangoLayout *layout);

G_END_DECLS
