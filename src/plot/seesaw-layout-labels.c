/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What stands within the plot area: texts at their places, the legend in the emptiest corner,
 * labels of points where they hide nothing.
 */

#include "config.h"

#include "seesaw-layout-private.h"

#include <math.h>

/* Of an entry of the legend beside its text, in font sizes. */
#define LEGEND_PADDING 3.5

/* No more of the height goes to a legend above or below the plot area. */
#define MAX_LEGEND_HEIGHT 0.65

/* A mark whose label found no room at the end of its line is listed under that label. */
static const char *
get_legend (const SeesawPlotLayout *self, const SeesawMark *mark)
{
  gboolean is_line = mark->kind == SEESAW_MARK_LINE || mark->kind == SEESAW_MARK_RULE;

  if (self->theme.legend == SEESAW_LEGEND_NONE)
    return NULL;
  if (self->theme.legend_is_apart)
    return is_line && !self->has_ends ? mark->label : NULL;

  return mark->legend != NULL ? mark->legend : is_line && !self->has_ends ? mark->label : NULL;
}

/* Lists what the legend says, and measures it. */
static GPtrArray *
list_entries (SeesawPlotLayout *self, double *widest)
{
  GPtrArray *layouts = g_ptr_array_new_with_free_func (g_object_unref);

  *widest = 0.0;
  g_ptr_array_set_size (self->legend_marks, 0);
  for (guint i = 0; i < self->scene->marks->len; i++)
    {
      SeesawMark *mark = g_ptr_array_index (self->scene->marks, i);
      const char *legend = get_legend (self, mark);
      PangoLayout *layout;
      double width;

      if (legend == NULL)
        continue;

      layout = seesaw_layout_new_text (self, legend, self->theme.label_font);
      seesaw_layout_measure (layout, &width, &self->legend_line);
      *widest = MAX (*widest, width);
      g_ptr_array_add (layouts, layout);
      g_ptr_array_add (self->legend_marks, mark);
    }
  self->legend_line *= 1.2;

  return layouts;
}

/* Those that are too long are cut where they still differ. */
static void
cut_entries (const SeesawPlotLayout *self, GPtrArray *layouts, double room)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GPtrArray) texts = NULL;

  for (guint i = 0; i < layouts->len; i++)
    g_ptr_array_add (names, (gpointer) pango_layout_get_text (layouts->pdata[i]));
  texts = seesaw_layout_cut_texts (self, names, self->theme.label_font, room);

  for (guint i = 0; i < layouts->len; i++)
    if (!g_str_equal (names->pdata[i], texts->pdata[i]))
      {
        g_autofree char *markup = g_markup_escape_text (texts->pdata[i], -1);

        g_object_unref (layouts->pdata[i]);
        layouts->pdata[i] = seesaw_layout_new_text (self, markup, self->theme.label_font);
      }
}

static gboolean
are_too_long (const GPtrArray *layouts, double room)
{
  for (guint i = 0; i < layouts->len; i++)
    {
      double width;
      double height;

      seesaw_layout_measure (layouts->pdata[i], &width, &height);
      if (width > room + 0.01)
        return TRUE;
    }

  return FALSE;
}

static void
add_entries (SeesawPlotLayout *self, GPtrArray *layouts)
{
  double font = self->theme.font_size;
  double room = self->legend_column - LEGEND_PADDING * font;

  if (are_too_long (layouts, room))
    cut_entries (self, layouts, room);

  for (guint i = 0; i < layouts->len; i++)
    {
      PangoLayout *layout = g_ptr_array_index (layouts, i);

      seesaw_layout_add_text (
          self, g_object_ref (layout),
          self->legend.x + i % self->legend_columns * self->legend_column + 3.0 * font,
          self->legend.y + 0.5 * font + i / self->legend_columns * self->legend_line,
          SEESAW_COLOR_ALL);
    }
}

/* The corner that was asked for, whatever lines are there; otherwise the emptiest one. */
static SeesawRect
find_place_of_legend (const SeesawPlotLayout *self,
                      SeesawPlacement *placement,
                      double width,
                      double height)
{
  switch (self->theme.legend)
    {
    case SEESAW_LEGEND_TOP_LEFT:
      return seesaw_placement_take_corner (placement, width, height, TRUE, TRUE);
    case SEESAW_LEGEND_TOP_RIGHT:
      return seesaw_placement_take_corner (placement, width, height, FALSE, TRUE);
    case SEESAW_LEGEND_BOTTOM_LEFT:
      return seesaw_placement_take_corner (placement, width, height, TRUE, FALSE);
    case SEESAW_LEGEND_BOTTOM_RIGHT:
      return seesaw_placement_take_corner (placement, width, height, FALSE, FALSE);
    case SEESAW_LEGEND_AUTO:
    case SEESAW_LEGEND_NONE:
    case SEESAW_LEGEND_ABOVE:
    case SEESAW_LEGEND_BELOW:
    default:
      return seesaw_placement_find_corner (placement, width, height, self->scene->keeps_legend);
    }
}

/* In a corner, if there is room for it at all. */
static void
add_legend (SeesawPlotLayout *self, SeesawPlacement *placement)
{
  double font = self->theme.font_size;
  double widest;
  g_autoptr (GPtrArray) layouts = list_entries (self, &widest);

  self->legend_columns = 1;
  self->legend_column = widest + LEGEND_PADDING * font;
  self->legend = layouts->len > 0 ? find_place_of_legend (self, placement, self->legend_column,
                                                          self->legend_line * layouts->len + font)
                                  : (SeesawRect){ 0 };
  if (self->legend.width > 0.0)
    add_entries (self, layouts);
}

/**
 * seesaw_layout_measure_legend:
 * @left: where it begins
 *
 * Arranges a legend that goes above or below the plot area.
 *
 * Returns: the height it needs; 0 if that is too much of the whole
 */
double
seesaw_layout_measure_legend (SeesawPlotLayout *self, double left)
{
  double font = self->theme.font_size;
  double room = self->width - left;
  double widest;
  g_autoptr (GPtrArray) layouts = list_entries (self, &widest);
  double height;

  self->legend_column = MIN (widest + LEGEND_PADDING * font, room);
  self->legend_columns = (guint) MAX (floor (room / self->legend_column), 1.0);
  self->legend_columns = CLAMP (self->legend_columns, 1, MAX (layouts->len, 1));
  height = self->legend_line * ((layouts->len + self->legend_columns - 1) / self->legend_columns) +
           0.5 * font;

  return layouts->len > 0 && height < MAX_LEGEND_HEIGHT * self->height ? height : 0.0;
}

/* Where room has been left for it. */
static void
add_legend_outside (SeesawPlotLayout *self)
{
  double widest;
  g_autoptr (GPtrArray) layouts = list_entries (self, &widest);

  add_entries (self, layouts);
}

static gboolean
is_shown (const SeesawPlotLayout *self, double x, double y)
{
  return x >= self->scales[0].low && x <= self->scales[0].high && y >= self->scales[1].low &&
         y <= self->scales[1].high;
}

/* Where a label goes, if anywhere. */
static gboolean
find_place (const SeesawPlotLayout *self,
            const SeesawMark *mark,
            SeesawPlacement *placement,
            SeesawRect *box,
            SeesawLeader *leader)
{
  double x = seesaw_plot_layout_x (self, mark->x[0]);
  double y = seesaw_plot_layout_y (self, mark->y[0]);

  *leader = (SeesawLeader){ 0 };
  if (mark->kind == SEESAW_MARK_TEXT)
    {
      *box = seesaw_plot_layout_place_text (self, mark, box->width, box->height);
      return seesaw_placement_take (placement, box);
    }

  return seesaw_placement_find_side (placement, x, y, self->theme.marker * mark->style.width, box,
                                     leader);
}

static void
add_labels_of (SeesawPlotLayout *self, SeesawPlacement *placement, SeesawMarkKind kind)
{
  for (guint i = 0; i < self->scene->marks->len; i++)
    {
      const SeesawMark *mark = g_ptr_array_index (self->scene->marks, i);
      PangoLayout *layout;
      SeesawRect box;
      SeesawLeader leader;

      if (mark->kind != kind || mark->label == NULL || !is_shown (self, mark->x[0], mark->y[0]))
        continue;

      layout = seesaw_layout_new_text (self, mark->label, self->theme.label_font);
      seesaw_layout_measure (layout, &box.width, &box.height);
      if (!find_place (self, mark, placement, &box, &leader))
        {
          g_object_unref (layout);
          continue;
        }
      seesaw_layout_add_text (self, layout, box.x, box.y, mark->style.color);
      leader.color = mark->style.color;
      if (leader.x0 != leader.x1 || leader.y0 != leader.y1)
        g_array_append_val (self->leaders, leader);
    }
}

/**
 * seesaw_layout_add_labels:
 *
 * Adds texts, legend and labels of points, once lines are laid out.
 */
void
seesaw_layout_add_labels (SeesawPlotLayout *self)
{
  SeesawPlacement placement;

  seesaw_placement_init (&placement, self);
  add_labels_of (self, &placement, SEESAW_MARK_TEXT);
  if (self->legend.width > 0.0)
    add_legend_outside (self);
  else
    add_legend (self, &placement);
  add_labels_of (self, &placement, SEESAW_MARK_POINT);
  seesaw_placement_clear (&placement);
}
