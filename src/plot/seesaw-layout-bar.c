/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The bar that says what the colours of an image mean:  | plot | gap | bar | gap | ticks | title |
 */

#include "config.h"

#include "seesaw-layout-private.h"

#define GAP_BEFORE 1.0
#define BAR_WIDTH 0.9
#define GAP_AFTER 0.35
#define TITLE_WIDTH 1.5

static guint
choose_n_ticks (const SeesawPlotLayout *self, double height)
{
  return height < 10.0 * self->theme.font_size ? 3 : 5;
}

static double
measure_ticks (const SeesawPlotLayout *self, double height)
{
  SeesawScale scale = self->scene->bar_scale;
  double step = seesaw_scale_round_step (scale, choose_n_ticks (self, height));
  double first;
  guint n_ticks = seesaw_scale_list_ticks (scale, step, &first);
  double width = 0.0;

  for (guint i = 0; i < n_ticks; i++)
    {
      g_autofree char *label = seesaw_scale_format_tick (first + i * step, step);
      g_autoptr (PangoLayout) layout = seesaw_layout_new_text (self, label, self->theme.tick_font);
      double w;
      double h;

      seesaw_layout_measure (layout, &w, &h);
      width = MAX (width, w);
    }

  return width;
}

/**
 * seesaw_layout_measure_bar:
 *
 * Returns: the width to reserve at the right for the colour bar and all that belongs to it
 */
double
seesaw_layout_measure_bar (const SeesawPlotLayout *self)
{
  double font = self->theme.font_size;

  if (self->scene->bar_title == NULL)
    return 0.0;

  return (GAP_BEFORE + BAR_WIDTH + 2.0 * GAP_AFTER + TITLE_WIDTH) * font +
         measure_ticks (self, self->height);
}

static void
add_title (SeesawPlotLayout *self)
{
  PangoLayout *layout = seesaw_layout_new_text (self, self->scene->bar_title, 1.0);
  SeesawText *title;
  double room = self->height;

  seesaw_layout_ellipsize (layout, room);
  title = seesaw_layout_add_text (self, layout, 0.0, 0.0, SEESAW_COLOR_ALL);
  seesaw_text_turn (title);
  title->box.x = self->width - title->box.width;
  title->box.y = CLAMP (self->bar.y + (self->bar.height - title->box.height) / 2.0, 0.0,
                        MAX (room - title->box.height, 0.0));
}

static void
add_ticks (SeesawPlotLayout *self)
{
  SeesawScale scale = self->scene->bar_scale;
  double step = seesaw_scale_round_step (scale, choose_n_ticks (self, self->height));
  double first;
  guint n_ticks = seesaw_scale_list_ticks (scale, step, &first);

  for (guint i = 0; i < n_ticks; i++)
    {
      double value = first + i * step;
      double unit = seesaw_scale_to_unit (scale, value);
      g_autofree char *label = seesaw_scale_format_tick (value, step);
      SeesawText *text =
          seesaw_layout_add_text (self, seesaw_layout_new_text (self, label, self->theme.tick_font),
                                  0.0, 0.0, SEESAW_COLOR_ALL);

      text->box.x = self->bar.x + self->bar.width + GAP_AFTER * self->theme.font_size;
      text->box.y = self->bar.y + (1.0 - unit) * self->bar.height - text->box.height / 2.0;
    }
}

/**
 * seesaw_layout_add_bar:
 *
 * Adds the colour bar, its ticks and its title, once the plot area is known.
 */
void
seesaw_layout_add_bar (SeesawPlotLayout *self)
{
  double font = self->theme.font_size;

  if (self->scene->bar_title == NULL)
    return;

  self->bar = (SeesawRect){ self->width - seesaw_layout_measure_bar (self) + GAP_BEFORE * font,
                            self->plot.y, BAR_WIDTH * font, self->plot.height };
  add_ticks (self);
  add_title (self);
}
