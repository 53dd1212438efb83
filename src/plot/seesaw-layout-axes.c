/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Ticks and the titles of axes. */

#include "config.h"

#include "seesaw-layout-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define N_TICKS_X(width, font) ((guint) CLAMP ((width) / (3.5 * (font)), 2.0, 11.0))
#define N_TICKS_Y(height, font) ((guint) CLAMP ((height) / (2.2 * (font)), 2.0, 11.0))

/* Fewer ticks than these tell little; how far apart their labels are at least, in units of font. */
#define FEW_TICKS 4
#define TICK_GAP_X 1.0
#define TICK_GAP_Y 0.3

static double
shown (const SeesawAxis *axis, double value)
{
  gboolean is_fraction =
      axis->format == SEESAW_AXIS_PERCENT || axis->format == SEESAW_AXIS_MIRRORED;

  return is_fraction && !axis->is_fraction ? 100.0 * value : value;
}

static SeesawScale
shown_scale (const SeesawPlotLayout *self, int axis)
{
  const SeesawAxis *spec = &self->scene->axes[axis];

  return (SeesawScale){ shown (spec, self->scales[axis].low),
                        shown (spec, self->scales[axis].high) };
}

/* The power of ten of a logarithm, as markup. */
static char *
format_power (double logarithm)
{
  double power = floor (logarithm + 1e-6);
  double multiple = round (pow (10.0, logarithm - power));
  g_autofree char *exponent = seesaw_scale_format_tick (power, 1.0);

  if (multiple > 1.0)
    return g_strdup_printf ("%.0f·10<sup>%s</sup>", multiple, exponent);

  return g_strdup_printf ("10<sup>%s</sup>", exponent);
}

static char *
format_tick (const SeesawPlotLayout *self, int axis, double value, double step)
{
  gboolean is_mirrored = self->scene->axes[axis].format == SEESAW_AXIS_MIRRORED;

  if (self->scene->axes[axis].format == SEESAW_AXIS_LOG)
    return format_power (value);

  return seesaw_scale_format_tick (is_mirrored ? fabs (value) : value, step);
}

static void
measure_largest (const SeesawPlotLayout *self, const char *text, double *width, double *height)
{
  g_autoptr (PangoLayout) layout = seesaw_layout_new_text (self, text, self->theme.tick_font);
  double w;
  double h;

  seesaw_layout_measure (layout, &w, &h);
  *width = MAX (*width, w);
  *height = MAX (*height, h);
}

/* A few ticks that stand closer than usual are better than hardly any, if their labels are short.
 */
static double
find_finer_step (const SeesawPlotLayout *self, int axis, double length, guint n_ticks, double step)
{
  SeesawScale scale = shown_scale (self, axis);
  double finer = seesaw_scale_round_step (scale, n_ticks);
  double width = 0.0;
  double height = 0.0;
  double font = self->theme.font_size;
  double needed;
  double first;
  guint n = seesaw_scale_list_ticks (scale, finer, &first);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = format_tick (self, axis, first + i * finer, finer);

      measure_largest (self, text, &width, &height);
    }

  needed = axis == 0 ? width + TICK_GAP_X * font : height + TICK_GAP_Y * font;

  return needed <= length * finer / (scale.high - scale.low) ? finer : step;
}

/* Distance of ticks on an axis of some length in user units. */
static double
choose_step (const SeesawPlotLayout *self, int axis, double length)
{
  SeesawAxisFormat format = self->scene->axes[axis].format;
  double font = self->theme.font_size;
  guint fitting = axis == 0 ? N_TICKS_X (length, font) : N_TICKS_Y (length, font);
  guint most = self->theme.max_ticks > 0 ? self->theme.max_ticks : G_MAXUINT;
  double step = seesaw_scale_round_step (shown_scale (self, axis), MIN (most, fitting));
  double first;

  if (format != SEESAW_AXIS_NAMES &&
      seesaw_scale_list_ticks (shown_scale (self, axis), step, &first) < FEW_TICKS)
    step = find_finer_step (self, axis, length, MIN (most, FEW_TICKS + 1), step);

  return format == SEESAW_AXIS_INTEGER || format == SEESAW_AXIS_LOG ? MAX (step, 1.0) : step;
}

/* 1, 2 and 5 times powers of ten, as logarithms, for less than two whole decades. */
static GArray *
list_within_decades (SeesawScale scale)
{
  static const double multiples[] = { 1.0, 2.0, 5.0 };
  GArray *values = g_array_new (FALSE, FALSE, sizeof (double));

  for (double power = floor (scale.low); power <= scale.high; power += 1.0)
    for (gsize i = 0; i < G_N_ELEMENTS (multiples); i++)
      {
        double value = power + log10 (multiples[i]);

        if (value >= scale.low - 1e-9 && value <= scale.high + 1e-9)
          g_array_append_val (values, value);
      }

  return values;
}

/* Where ticks are on an axis of some length, as they are shown. */
static GArray *
list_values (const SeesawPlotLayout *self, int axis, double length, double *step)
{
  SeesawScale scale = shown_scale (self, axis);
  GArray *values;
  double first;
  guint n_ticks;

  *step = choose_step (self, axis, length);
  n_ticks = seesaw_scale_list_ticks (scale, *step, &first);
  if (self->scene->axes[axis].format == SEESAW_AXIS_LOG && n_ticks < 2 &&
      scale.high - scale.low < 3.0)
    return list_within_decades (scale);

  values = g_array_new (FALSE, FALSE, sizeof (double));
  for (guint i = 0; i < n_ticks; i++)
    {
      double value = first + i * *step;

      g_array_append_val (values, value);
    }

  return values;
}

/**
 * seesaw_layout_measure_ticks:
 * @axis: 0 for x, 1 for y
 * @length: about how long the axis will be, in user units
 * @width: (out): of the widest label; the names of a y axis are turned
 * @height: (out): of the highest label
 */
void
seesaw_layout_measure_ticks (const SeesawPlotLayout *self,
                             int axis,
                             double length,
                             double *width,
                             double *height)
{
  double step;
  g_autoptr (GArray) values = list_values (self, axis, length, &step);

  *width = *height = 0.0;
  if (self->scene->axes[axis].format == SEESAW_AXIS_NAMES)
    {
      measure_largest (self, "Ag", width, height);
      *width = *height;
      return;
    }

  for (guint i = 0; i < values->len; i++)
    {
      g_autofree char *text = format_tick (self, axis, g_array_index (values, double, i), step);

      measure_largest (self, text, width, height);
    }
}

/* The title of y keeps out of the rows of the scene's title and of the title of x. */
static double
find_title_room (const SeesawPlotLayout *self, int axis)
{
  double above = self->scene->title != NULL ? self->plot.y : 0.0;
  double below = self->scene->axes[0].title != NULL ? 1.3 * self->theme.font_size : 0.0;

  return axis == 0 ? self->width : self->height - self->below - above - below;
}

/* Either both titles are long or both are short, where they can be. */
static gboolean
fits_in_long (const SeesawPlotLayout *self)
{
  for (int axis = 0; axis < 2; axis++)
    {
      const SeesawAxis *spec = &self->scene->axes[axis];
      double width = 0.0;
      double height = 0.0;

      if (spec->title != NULL && spec->short_title != NULL)
        {
          g_autoptr (PangoLayout) title = seesaw_layout_new_text (self, spec->title, 1.0);

          seesaw_layout_measure (title, &width, &height);
        }
      if (width > find_title_room (self, axis))
        return FALSE;
    }

  return TRUE;
}

/* Who looks for a name learns why it is not there. */
static char *
say_step (const SeesawPlotLayout *self, const char *title)
{
  if (self->name_step < 2)
    return NULL;

  /* Translators: the title of an axis, where only every so many names have room. */
  return g_strdup_printf (_ ("%s; 1 name in %u is written"), title, self->name_step);
}

static PangoLayout *
new_title (const SeesawPlotLayout *self, int axis)
{
  const SeesawAxis *spec = &self->scene->axes[axis];
  gboolean is_short = spec->short_title != NULL && !fits_in_long (self);
  const char *text = is_short ? spec->short_title : spec->title;
  g_autofree char *with_step = axis == 0 ? say_step (self, text) : NULL;
  PangoLayout *title = seesaw_layout_new_text (self, with_step != NULL ? with_step : text, 1.0);

  seesaw_layout_ellipsize (title, find_title_room (self, axis));

  return title;
}

static double
place_title (double middle, double length, double room)
{
  return CLAMP (middle - length / 2.0, 0.0, MAX (room - length, 0.0));
}

/* Along its axis, in the middle of the plot area if it fits there, and anyhow within the whole. */
static void
add_title (SeesawPlotLayout *self, int axis)
{
  double above = self->scene->title != NULL ? self->plot.y : 0.0;
  double room = find_title_room (self, axis);
  SeesawText *title;

  if (self->scene->axes[axis].title == NULL)
    return;

  title = seesaw_layout_add_text (self, new_title (self, axis), 0.0, 0.0, SEESAW_COLOR_ALL);
  if (axis == 0)
    {
      title->box.x = place_title (self->plot.x + self->plot.width / 2.0, title->box.width, room);
      title->box.y = self->height - self->below - title->box.height;
      return;
    }

  seesaw_text_turn (title);
  title->box.y =
      above + place_title (self->plot.y - above + self->plot.height / 2.0, title->box.height, room);
}

static void
add_tick (SeesawPlotLayout *self, int axis, double at, const char *label, double *free_from)
{
  double font = self->theme.font_size;
  SeesawText *text =
      seesaw_layout_add_text (self, seesaw_layout_new_text (self, label, self->theme.tick_font),
                              0.0, 0.0, SEESAW_COLOR_ALL);

  text->box.x =
      axis == 0 ? at - text->box.width / 2.0 : self->plot.x - 0.5 * font - text->box.width;
  text->box.y =
      axis == 0 ? self->plot.y + self->plot.height + 0.6 * font : at - text->box.height / 2.0;
  if (axis == 0 && text->box.x < *free_from)
    g_ptr_array_remove (self->texts, text);
  else
    *free_from = text->box.x + text->box.width;
}

static void
add_ticks (SeesawPlotLayout *self, int axis)
{
  SeesawScale scale = shown_scale (self, axis);
  double step;
  g_autoptr (GArray) values =
      list_values (self, axis, axis == 0 ? self->plot.width : self->plot.height, &step);
  double free_from = 0.0;

  for (guint i = 0; i < values->len; i++)
    {
      double value = g_array_index (values, double, i);
      double unit = seesaw_scale_to_unit (scale, value);
      g_autofree char *label = format_tick (self, axis, value, step);
      double at = axis == 0 ? self->plot.x + unit * self->plot.width
                            : self->plot.y + (1.0 - unit) * self->plot.height;

      g_array_append_val (self->ticks[axis], at);
      add_tick (self, axis, at, label, &free_from);
    }
}

/**
 * seesaw_layout_add_axis:
 * @axis: 0 for x, 1 for y
 *
 * Adds title and ticks, or names, once the plot area is known.
 */
void
seesaw_layout_add_axis (SeesawPlotLayout *self, int axis)
{
  const SeesawAxis *spec = &self->scene->axes[axis];
  gboolean has_ticks = spec->format != SEESAW_AXIS_NAMES;

  if (!has_ticks || spec->names->len == 0)
    add_title (self, axis);
  if (has_ticks)
    add_ticks (self, axis);
  seesaw_layout_add_names (self, axis);
}
