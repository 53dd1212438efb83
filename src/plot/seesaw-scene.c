/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "seesaw-scene.h"

static void
mark_free (gpointer data)
{
  SeesawMark *mark = data;

  g_free (mark->x);
  g_free (mark->y);
  g_free (mark->x1);
  g_free (mark->y1);
  g_free (mark->values);
  g_free (mark->label);
  g_free (mark->legend);
  g_free (mark);
}

static void
name_clear (gpointer data)
{
  SeesawName *name = data;

  g_free (name->text);
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
  for (int axis = 0; axis < 2; axis++)
    {
      self->axes[axis].scale = (SeesawScale){ 0.0, 1.0 };
      self->axes[axis].names = g_array_new (FALSE, FALSE, sizeof (SeesawName));
      g_array_set_clear_func (self->axes[axis].names, name_clear);
    }

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
      g_array_unref (self->axes[axis].names);
    }
  g_free (self->title);
  g_free (self->note);
  g_free (self->bar_title);
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
 * seesaw_scene_set_title:
 * @title: (nullable): what it is called where several stand side by side; Pango markup
 */
void
seesaw_scene_set_title (SeesawScene *self, const char *title)
{
  g_free (self->title);
  self->title = g_strdup (title);
}

/**
 * seesaw_scene_set_note:
 * @note: (nullable): what is said at the right of the title of the scene below; Pango markup
 */
void
seesaw_scene_set_note (SeesawScene *self, const char *note)
{
  g_free (self->note);
  self->note = g_strdup (note);
}

/**
 * seesaw_scene_keep_legend:
 *
 * Puts the legend above the plot area where it would hide something inside: for scenes that say
 * nothing without it.
 */
void
seesaw_scene_keep_legend (SeesawScene *self)
{
  self->keeps_legend = TRUE;
}

/**
 * seesaw_scene_set_bar:
 * @title: what the colours of images mean; Pango markup
 * @scale: the values at both ends of the bar
 *
 * Gives the scene a colour bar.
 */
void
seesaw_scene_set_bar (SeesawScene *self, const char *title, SeesawScale scale)
{
  g_free (self->bar_title);
  self->bar_title = g_strdup (title);
  self->bar_scale = scale;
}

/**
 * seesaw_scene_set_axis:
 * @axis: 0 for x, 1 for y
 * @title: (nullable): what it shows, with symbol and unit; Pango markup
 * @short_title: (nullable): the same where room is scarce
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
  self->axes[axis].title = g_strdup (title);
  self->axes[axis].short_title = g_strdup (short_title);
  self->axes[axis].scale = scale;
  self->axes[axis].format = format;
}

/**
 * seesaw_scene_add_name:
 * @axis: 0 for x, 1 for y
 * @from: where an interval begins, in data units
 * @to: where it ends
 * @text: what it is called; Pango markup
 * @color: of the name
 */
void
seesaw_scene_add_name (SeesawScene *self,
                       int axis,
                       double from,
                       double to,
                       const char *text,
                       SeesawColor color)
{
  const SeesawName name = { MIN (from, to), MAX (from, to), g_strdup (text), color };

  g_array_append_val (self->axes[axis].names, name);
}
