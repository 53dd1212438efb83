/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The names of intervals of an axis. */

#include "config.h"

#include "seesaw-layout-private.h"

#include <math.h>

/* No more of the height goes to names that read upwards. */
#define MAX_TURNED 0.4

/* Names that would be cut even so take up to so many lines, if these are so long, in font sizes. */
#define MAX_LINES 4
#define LEAST_LINE 6.0

/* Lines of at most some width, each in the middle. The layout is as wide as its longest line. */
static void
wrap (PangoLayout *layout, PangoWrapMode mode, double room)
{
  double width;
  double height;

  pango_layout_set_wrap (layout, mode);
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

/* How wide its interval is, whether or not all of it can be seen. */
static double
get_width (const SeesawPlotLayout *self, const SeesawName *name, double plot_width)
{
  return (name->to - name->from) / (self->scales[0].high - self->scales[0].low) * plot_width;
}

/* How a name can be written: in one line, in two, or only upwards. */
static SeesawNames
fit_name (const SeesawPlotLayout *self, const SeesawName *name, double plot_width, double *length)
{
  double room = get_room (self, name, plot_width);
  g_autoptr (PangoLayout) layout = seesaw_layout_new_text (self, name->text, self->theme.tick_font);
  double height;

  seesaw_layout_measure (layout, length, &height);
  if (*length <= room)
    return SEESAW_NAMES_LINE;
  if (room <= 0.0) /* there is too little of it, or too little can be seen */
    return get_width (self, name, plot_width) <= height ? SEESAW_NAMES_TURNED : SEESAW_NAMES_LINE;

  wrap (layout, PANGO_WRAP_WORD, room);

  return pango_layout_get_line_count (layout) <= 2 &&
                 pango_layout_get_width (layout) <= (int) (room * PANGO_SCALE)
             ? SEESAW_NAMES_WRAPPED
             : SEESAW_NAMES_TURNED;
}

/* How many lines the longest name takes where words may be broken; more than there may be if they
 * have no room.
 */
static guint
count_lines (const SeesawPlotLayout *self, double plot_width)
{
  const GArray *names = self->scene->axes[0].names;
  guint most = 1;

  for (guint i = 0; i < names->len && most <= MAX_LINES; i++)
    {
      const SeesawName *name = &g_array_index (names, SeesawName, i);
      double room = get_room (self, name, plot_width);
      g_autoptr (PangoLayout) layout =
          seesaw_layout_new_text (self, name->text, self->theme.tick_font);

      if (room <= -0.4 * self->theme.font_size)
        continue;
      if (room < LEAST_LINE * self->theme.font_size)
        return MAX_LINES + 1;

      wrap (layout, PANGO_WRAP_WORD_CHAR, room);
      most = MAX (most, (guint) pango_layout_get_line_count (layout));
    }

  return most;
}

/* Of names that read upwards, as many are written as have room beside each other. */
static guint
choose_step (const SeesawPlotLayout *self, double plot_width, double tick_height)
{
  const GArray *names = self->scene->axes[0].names;
  double least = plot_width;

  for (guint i = 0; i < names->len; i++)
    least = MIN (least, get_width (self, &g_array_index (names, SeesawName, i), plot_width));

  return (guint) CLAMP (ceil (tick_height / least - 1e-6), 1.0, MAX (names->len, 1));
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
  self->name_lines = 1;
  self->name_step = 1;
  self->names_height = 0.0;
  for (guint i = 0; spec->wraps && i < spec->names->len; i++)
    {
      const SeesawName *name = &g_array_index (spec->names, SeesawName, i);
      double length;
      SeesawNames fit = fit_name (self, name, plot_width, &length);

      self->names = MAX (self->names, fit);
      longest = MAX (longest, length);
    }

  if (self->names == SEESAW_NAMES_WRAPPED)
    self->name_lines = 2;
  if (self->names == SEESAW_NAMES_TURNED && longest > MAX_TURNED * self->height)
    {
      self->name_lines = count_lines (self, plot_width);
      if (self->name_lines <= MAX_LINES)
        self->names = SEESAW_NAMES_WRAPPED;
    }
  if (self->names != SEESAW_NAMES_TURNED)
    return self->name_lines * tick_height;

  self->name_step = choose_step (self, plot_width, tick_height);
  self->names_height = longest / MAX_TURNED;

  return MIN (longest, MAX_TURNED * self->height);
}

/* Upwards, its end below the middle of the interval. */
static void
add_turned_name (SeesawPlotLayout *self, const SeesawName *name, const char *text)
{
  double font = self->theme.font_size;
  double from = MAX (name->from, self->scales[0].low);
  double to = MIN (name->to, self->scales[0].high);
  double middle = (seesaw_plot_layout_x (self, from) + seesaw_plot_layout_x (self, to)) / 2.0;
  g_autofree char *markup = g_markup_escape_text (text, -1);
  SeesawText *turned;

  if (to <= from)
    return;

  turned = seesaw_layout_add_text (
      self,
      seesaw_layout_new_text (self, self->names_height > self->height ? markup : name->text,
                              self->theme.tick_font),
      0.0, 0.0, name->color);
  seesaw_text_turn (turned);
  turned->box.x = middle - turned->box.width / 2.0;
  turned->box.y = self->plot.y + self->plot.height + 0.6 * font;
}

static void
add_turned_names (SeesawPlotLayout *self)
{
  const GArray *names = self->scene->axes[0].names;
  g_autoptr (GPtrArray) texts = seesaw_layout_cut_names (self, MAX_TURNED * self->height);

  for (guint i = 0; i < names->len; i += self->name_step)
    add_turned_name (self, &g_array_index (names, SeesawName, i), texts->pdata[i]);
}

/* In the middle of what can be seen of the interval, and no longer than that. */
static void
add_name (SeesawPlotLayout *self, int axis, const SeesawName *name)
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

  if (room < 1.5 * font)
    return;

  layout = seesaw_layout_new_text (self, name->text, is_title ? 1.0 : self->theme.tick_font);
  if (axis == 0 && self->names == SEESAW_NAMES_WRAPPED)
    wrap (layout, PANGO_WRAP_WORD_CHAR, room);
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

/**
 * seesaw_layout_add_names:
 * @axis: 0 for x, 1 for y
 *
 * Adds the names of an axis, each at its interval.
 */
void
seesaw_layout_add_names (SeesawPlotLayout *self, int axis)
{
  const GArray *names = self->scene->axes[axis].names;

  if (axis == 0 && self->names == SEESAW_NAMES_TURNED)
    {
      add_turned_names (self);
      return;
    }

  for (guint i = 0; i < names->len; i++)
    add_name (self, axis, &g_array_index (names, SeesawName, i));
}
