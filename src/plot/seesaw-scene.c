/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "seesaw-scene.h"

static void
mark_free (gpointer data)
{
  SeesawMark *mark = data;

  g_free (mark->x);
  g_free (mark->y);
  g_free (mark->label);
  g_free (mark->legend);
  g_free (mark);
}

/**
 * seesaw_scene_new:
 *
 * Returns: (transfer full): an empty scene; axes from 0 to 1
 */
SeesawScene *
seesaw_scene_new (void)
{
  SeesawScene *self = g_atomic_rc_box_new0 (SeesawScene);

  self->marks = g_ptr_array_new_with_free_func (mark_free);
  self->axes[0].scale = self->axes[1].scale = (SeesawScale){ 0.0, 1.0 };

  return self;
}

/**
 * seesaw_scene_ref:
 *
 * Returns: (transfer full): @self
 */
SeesawScene *
seesaw_scene_ref (SeesawScene *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  SeesawScene *self = data;

  g_ptr_array_unref (self->marks);
  for (int axis = 0; axis < 2; axis++)
    {
      g_free (self->axes[axis].title);
      g_free (self->axes[axis].short_title);
    }
}

/**
 * seesaw_scene_unref:
 * @self: (transfer full): the scene
 */
void
seesaw_scene_unref (SeesawScene *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

/**
 * seesaw_scene_set_axis:
 * @axis: 0 for x, 1 for y
 * @title: what it shows, with symbol and unit; Pango markup
 * @short_title: the same where room is scarce
 * @scale: its range, not empty
 * @format: how ticks are written
 */
void
seesaw_scene_set_axis (SeesawScene *self,
                       int axis,
                       const char *title,
                       const char *short_title,
                       SeesawScale scale,
                       SeesawAxisFormat format)
{
  g_free (self->axes[axis].title);
  g_free (self->axes[axis].short_title);
  self->axes[axis] = (SeesawAxis){ g_strdup (title), g_strdup (short_title), scale, format };
}

static SeesawMark *
add_mark (SeesawScene *self,
          SeesawMarkKind kind,
          SeesawStyle style,
          const char *label,
          const char *legend)
{
  SeesawMark *mark = g_new0 (SeesawMark, 1);

  mark->kind = kind;
  mark->style = style;
  mark->label = g_strdup (label);
  mark->legend = g_strdup (legend);
  g_ptr_array_add (self->marks, mark);

  return mark;
}

/**
 * seesaw_scene_add_line:
 * @style: how it looks
 * @x: (transfer full): `[n]`, in data units
 * @y: (transfer full): `[n]`, in data units
 * @n: number of points
 * @legend: (nullable): what the legend says of it; Pango markup
 *
 * Adds a line through @n points.
 */
void
seesaw_scene_add_line (SeesawScene *self,
                       SeesawStyle style,
                       double *x,
                       double *y,
                       gsize n,
                       const char *legend)
{
  SeesawMark *mark = add_mark (self, SEESAW_MARK_LINE, style, NULL, legend);

  mark->x = x;
  mark->y = y;
  mark->n = n;
}

/**
 * seesaw_scene_add_point:
 * @style: how it looks
 * @marker: its shape
 * @x: in data units
 * @y: in data units
 * @label: (nullable): text beside it; Pango markup
 * @legend: (nullable): what the legend says of it; Pango markup
 *
 * Adds a point. Its label finds a place where it hides nothing.
 */
void
seesaw_scene_add_point (SeesawScene *self,
                        SeesawStyle style,
                        SeesawMarker marker,
                        double x,
                        double y,
                        const char *label,
                        const char *legend)
{
  SeesawMark *mark = add_mark (self, SEESAW_MARK_POINT, style, label, legend);

  mark->marker = marker;
  mark->x = g_memdup2 (&x, sizeof x);
  mark->y = g_memdup2 (&y, sizeof y);
  mark->n = 1;
}
