/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "seesaw-picture.h"

/**
 * seesaw_picture_clear:
 *
 * From now on there is no image.
 */
void
seesaw_picture_clear (SeesawPicture *self)
{
  g_clear_object (&self->texture);
  g_clear_pointer (&self->surface, cairo_surface_destroy);
}

/**
 * seesaw_picture_take:
 * @surface: (transfer full): an image of 32 bits a pixel, which nobody changes any more
 *
 * Shows that image.
 */
void
seesaw_picture_take (SeesawPicture *self, cairo_surface_t *surface)
{
  seesaw_picture_clear (self);
  cairo_surface_flush (surface);
  self->surface = surface;
}

static void
ensure_texture (SeesawPicture *self)
{
  int height = cairo_image_surface_get_height (self->surface);
  gsize stride = (gsize) cairo_image_surface_get_stride (self->surface);
  g_autoptr (GBytes) bytes = NULL;

  if (self->texture != NULL)
    return;

  bytes = g_bytes_new_with_free_func (
      cairo_image_surface_get_data (self->surface), (gsize) height * stride,
      (GDestroyNotify) cairo_surface_destroy, cairo_surface_reference (self->surface));
  self->texture = gdk_memory_texture_new (cairo_image_surface_get_width (self->surface), height,
                                          GDK_MEMORY_DEFAULT, bytes, stride);
}

/**
 * seesaw_picture_snapshot:
 * @widget: what shows it
 * @snapshot: where it is shown
 * @bounds: its place in the widget
 *
 * Shows the image. A graphics card keeps it as a texture; without a card, a texture would be
 * converted for each frame.
 */
void
seesaw_picture_snapshot (SeesawPicture *self,
                         GtkWidget *widget,
                         GtkSnapshot *snapshot,
                         const graphene_rect_t *bounds)
{
  GskRenderer *renderer = gtk_native_get_renderer (gtk_widget_get_native (widget));
  cairo_t *cr;

  if (!GSK_IS_CAIRO_RENDERER (renderer))
    {
      ensure_texture (self);
      gtk_snapshot_append_texture (snapshot, self->texture, bounds);
      return;
    }

  cr = gtk_snapshot_append_cairo (snapshot, bounds);
  cairo_set_source_surface (cr, self->surface, (double) bounds->origin.x,
                            (double) bounds->origin.y);
  cairo_paint (cr);
  cairo_destroy (cr);
}
