/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The names of intervals of an axis. */

#include "config.h"

#include "seesaw-layout-private.h"

#include <math.h>

/* No more of the height goes to names that read upwards. */
#define MAX_TURNED 0.4

/* Lines of at most some width, each in the middle. The layout is as wide as its longest line. */
static void
wrap (PangoLayout *layout, double room)
{
  double width;
  double height;

  pango_layout_set_wrap (layout, PANGO_WRAP_WORD);
  pango_layout_set_width (layout, (int) (MAX (room, 1.0) * PANGO_SCALE));
  seesaw_layout_measure (layout, &width, &height);
  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  pango_layout_set_width (layout, (int) ceil (width * PANGO_SCALE));
}

/* How much of the axis can be seen of a name, in user units, but for a gap beside it. */
static double
get_room (const SeesawPlotLayout *self, const SeesawName *name, double plot_width)
{
  SeesawScale scale = self->scales[0];
  double shown = MIN (name->to, scale.high) - MAX (name->from, scale.low);

  return shown / (scale.high - scale.low) * plot_width - 0.4 * self->theme.font_size;
}

/* How a name can be written: in one line, in two, or only upwards. */
static SeesawNames
fit_name (const SeesawPlotLayout *self, const SeesawName *name, double room, double *length)
{
  g_autoptr (PangoLayout) layout = seesaw_layout_new_text (self, name->text, self->theme.tick_font);
  double height;

  seesaw_layout_measure (layout, length, &height);
  if (*length <= room || room <= 0.0)
    return SEESAW_NAMES_LINE;

  wrap (layout, room);

  return pango_layout_get_line_count (layout) <= 2 &&
                 pango_layout_get_width (layout) <= (int) (room * PANGO_SCALE)
             ? SEESAW_NAMES_WRAPPED
             : SEESAW_NAMES_TURNED;
}

/**
 * seesaw_layout_measure_names:
 * @plot_width: width of the plot area, in user units
 * @tick_height: height of a line
 *
 * Decides how the names of x are written, if they may be long: alike.
 *
 * Returns: the height they need
 */
double
seesaw_layout_measure_names (SeesawPlotLayout *self, double plot_width, double tick_height)
{
  const SeesawAxis *spec = &self->scene->axes[0];
  double longest = 0.0;

  self->names = SEESAW_NAMES_LINE;
  for (guint i = 0; spec->wraps && i < spec->names->len; i++)
    {
      const SeesawName *name = &g_array_index (spec->names, SeesawName, i);
      double length;
      SeesawNames fit = fit_name (self, name, get_room (self, name, plot_width), &length);

      self->names = MAX (self->names, fit);
      longest = MAX (longest, length);
    }

  return self->names == SEESAW_NAMES_TURNED    ? MIN (longest, MAX_TURNED * self->height)
         : self->names == SEESAW_NAMES_WRAPPED ? 2.0 * tick_height
                                               : tick_height;
}

/* Upwards, its end below the middle of the interval. */
static void
add_turned_name (SeesawPlotLayout *self, const SeesawName *name, double begin, double end)
{
  double font = self->theme.font_size;
  PangoLayout *layout = seesaw_layout_new_text (self, name->text, self->theme.tick_font);
  SeesawText *text;

  seesaw_layout_ellipsize (layout, MAX_TURNED * self->height);
  text = seesaw_layout_add_text (self, layout, 0.0, 0.0, name->color);
  seesaw_text_turn (text);
  text->box.x = (begin + end - text->box.width) / 2.0;
  text->box.y = self->plot.y + self->plot.height + 0.6 * font;
  if (text->box.width > end - begin)
    g_ptr_array_remove (self->texts, text);
}

/**
 * seesaw_layout_add_name:
 * @axis: 0 for x, 1 for y
 * @name: of an interval of it
 *
 * Adds a name in the middle of what can be seen of the interval, and no longer than that.
 */
void
seesaw_layout_add_name (SeesawPlotLayout *self, int axis, const SeesawName *name)
{
  double font = self->theme.font_size;
  double from = MAX (name->from, self->scales[axis].low);
  double to = MIN (name->to, self->scales[axis].high);
  double begin = axis == 0 ? seesaw_plot_layout_x (self, from) : seesaw_plot_layout_y (self, to);
  double end = axis == 0 ? seesaw_plot_layout_x (self, to) : seesaw_plot_layout_y (self, from);
  double room = end - begin - 0.4 * font;
  gboolean is_title = self->scene->axes[axis].format != SEESAW_AXIS_NAMES;
  PangoLayout *layout;
  SeesawText *text;

  if (axis == 0 && self->names == SEESAW_NAMES_TURNED)
    {
      add_turned_name (self, name, begin, end);
      return;
    }
  if (room < 1.5 * font)
    return;

  layout = seesaw_layout_new_text (self, name->text, is_title ? 1.0 : self->theme.tick_font);
  if (axis == 0 && self->names == SEESAW_NAMES_WRAPPED)
    wrap (layout, room);
  else
    seesaw_layout_ellipsize (layout, room);
  text = seesaw_layout_add_text (self, layout, 0.0, 0.0, name->color);
  if (axis == 0)
    {
      text->box.x = (begin + end - text->box.width) / 2.0;
      text->box.y = is_title ? self->height - self->below - text->box.height
                             : self->plot.y + self->plot.height + 0.6 * font;
      return;
    }

  seesaw_text_turn (text);
  text->box.x = is_title ? 0.0 : self->plot.x - 0.5 * font - text->box.width;
  text->box.y = (begin + end - text->box.height) / 2.0;
}
