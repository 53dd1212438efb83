/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SeesawPicture:
 * @surface: (nullable): an image
 * @texture: (nullable): the same, once a graphics card has asked for it
 *
 * An image that is shown frame after frame. All zeros is none.
 */
typedef struct
{
  cairo_surface_t *surface;
  GdkTexture *texture;
} SeesawPicture;

void seesaw_picture_clear (SeesawPicture *self);
void seesaw_picture_take (SeesawPicture *self, cairo_surface_t *surface);
void seesaw_picture_snapshot (SeesawPicture *self,
                              GtkWidget *widget,
                              GtkSnapshot *snapshot,
                              const graphene_rect_t *bounds);

G_END_DECLS
