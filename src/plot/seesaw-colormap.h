/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Odd, so that 0 has a colour of its own. */
#define SEESAW_COLORMAP_SIZE 257

/**
 * SeesawColormap:
 * @colors: from −1 to 1, as 0xAARRGGBB
 *
 * A diverging map about 0: blue, neutral, vermilion.
 */
typedef struct
{
  guint32 colors[SEESAW_COLORMAP_SIZE];
} SeesawColormap;

void seesaw_colormap_init (SeesawColormap *self, gboolean is_dark);
void seesaw_colormap_init_grey (SeesawColormap *self);
guint32 seesaw_colormap_at (const SeesawColormap *self, double value);
void seesaw_colormap_fill (const SeesawColormap *self,
                           const float *values,
                           gsize n_values,
                           guint32 *pixels);

G_END_DECLS
