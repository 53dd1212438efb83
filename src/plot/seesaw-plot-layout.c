/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From a scene and a size to rectangles.
 *
 *   titles and the widest tick labels -> margins -> the plot area -> ticks that fit
 *   -> lines in user units, thinned out -> the legend in the emptiest corner -> labels of points
 */

#include "config.h"

#include "seesaw-plot-layout.h"

#include "seesaw-placement.h"

#include <math.h>

#define N_TICKS_X(width, font) ((guint) CLAMP ((width) / (3.5 * (font)), 2.0, 11.0))
#define N_TICKS_Y(height, font) ((guint) CLAMP ((height) / (2.5 * (font)), 2.0, 11.0))

/* Digits are all of one width, so that nothing jumps when a number changes. */
static PangoLayout *
new_text (const SeesawPlotLayout *self, const char *markup, double scale)
{
  PangoLayout *layout = pango_layout_new (self->pango);
  PangoFontDescription *font = pango_font_description_from_string (self->theme.font);
  PangoAttrList *attributes;

  pango_font_description_set_absolute_size (font, self->theme.font_size * scale * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_markup (layout, markup, -1);
  attributes = pango_attr_list_copy (pango_layout_get_attributes (layout));
  if (attributes == NULL)
    attributes = pango_attr_list_new ();
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  pango_font_description_free (font);

  return layout;
}

static void
text_free (gpointer data)
{
  SeesawText *text = data;

  g_object_unref (text->layout);
  g_free (text);
}

static void
measure (PangoLayout *layout, double *width, double *height)
{
  int w;
  int h;

  pango_layout_get_size (layout, &w, &h);
  *width = (double) w / PANGO_SCALE;
  *height = (double) h / PANGO_SCALE;
}

/* Takes @layout. */
static SeesawText *
add_text (SeesawPlotLayout *self, PangoLayout *layout, double x, double y, SeesawColor color)
{
  SeesawText *text = g_new0 (SeesawText, 1);

  text->layout = layout;
  text->color = color;
  text->box = (SeesawRect){ .x = x, .y = y };
  measure (layout, &text->box.width, &text->box.height);
  g_ptr_array_add (self->texts, text);

  return text;
}

static double
shown (const SeesawAxis *axis, double value)
{
  return axis->format == SEESAW_AXIS_PERCENT ? 100.0 * value : value;
}

static SeesawScale
shown_scale (const SeesawPlotLayout *self, int axis)
{
  const SeesawAxis *spec = &self->scene->axes[axis];

  return (SeesawScale){ shown (spec, self->scales[axis].low),
                        shown (spec, self->scales[axis].high) };
}

/* Width and height of the largest tick label of an axis with about @n ticks. */
static void
measure_ticks (const SeesawPlotLayout *self, int axis, guint n, double *width, double *height)
{
  SeesawScale scale = shown_scale (self, axis);
  double step = seesaw_scale_round_step (scale, n);
  double first;
  guint n_ticks = seesaw_scale_list_ticks (scale, step, &first);

  *width = *height = 0.0;
  for (guint i = 0; i < n_ticks; i++)
    {
      g_autofree char *text = seesaw_scale_format_tick (first + i * step, step);
      g_autoptr (PangoLayout) layout = new_text (self, text, 0.9);
      double w;
      double h;

      measure (layout, &w, &h);
      *width = MAX (*width, w);
      *height = MAX (*height, h);
    }
}

/* Along its axis, in the middle of the plot area if it fits there, and anyhow within the whole;
 * the short form if the long one does not fit at all.
 */
static PangoLayout *
new_title (const SeesawPlotLayout *self, const SeesawAxis *axis, double room)
{
  PangoLayout *title = new_text (self, axis->title, 1.0);
  double width;
  double height;

  measure (title, &width, &height);
  if (width > room)
    {
      g_object_unref (title);
      title = new_text (self, axis->short_title, 1.0);
    }

  return title;
}

static double
place_title (double middle, double length, double room)
{
  return CLAMP (middle - length / 2.0, 0.0, MAX (room - length, 0.0));
}

static void
lay_out_titles (SeesawPlotLayout *self)
{
  SeesawText *title;
  SeesawRect box;

  title = add_text (self, new_title (self, &self->scene->axes[0], self->width), 0.0, 0.0,
                    SEESAW_COLOR_ALL);
  title->box.x = place_title (self->plot.x + self->plot.width / 2.0, title->box.width, self->width);
  title->box.y = self->height - title->box.height;

  title = add_text (self, new_title (self, &self->scene->axes[1], self->height), 0.0, 0.0,
                    SEESAW_COLOR_ALL);
  box = title->box;
  title->turned = TRUE;
  title->box.y = place_title (self->plot.y + self->plot.height / 2.0, box.width, self->height);
  title->box.width = box.height;
  title->box.height = box.width;
}

/* Margins that hold titles and tick labels; what remains is the plot area. */
static void
lay_out_frame (SeesawPlotLayout *self)
{
  double font = self->theme.font_size;
  double gap = 0.5 * font;
  double title = 1.5 * font;
  double tick_width;
  double tick_height;

  measure_ticks (self, 1, N_TICKS_Y (self->height, font), &tick_width, &tick_height);

  self->plot.x = title + gap + tick_width + gap;
  self->plot.y = MAX (gap, tick_height / 2.0);
  self->plot.width = MAX (self->width - self->plot.x - 1.5 * font, 1.0);
  self->plot.height = MAX (self->height - self->plot.y - tick_height - title - 2.0 * gap, 1.0);
  lay_out_titles (self);
}

static void
lay_out_ticks (SeesawPlotLayout *self, int axis)
{
  SeesawScale scale = shown_scale (self, axis);
  double font = self->theme.font_size;
  guint n = axis == 0 ? N_TICKS_X (self->plot.width, font) : N_TICKS_Y (self->plot.height, font);
  double step = seesaw_scale_round_step (scale, n);
  double first;
  guint n_ticks = seesaw_scale_list_ticks (scale, step, &first);

  for (guint i = 0; i < n_ticks; i++)
    {
      double value = first + i * step;
      double unit = seesaw_scale_to_unit (scale, value);
      g_autofree char *label = seesaw_scale_format_tick (value, step);
      SeesawText *text = add_text (self, new_text (self, label, 0.9), 0.0, 0.0, SEESAW_COLOR_ALL);
      double at = axis == 0 ? self->plot.x + unit * self->plot.width
                            : self->plot.y + (1.0 - unit) * self->plot.height;

      g_array_append_val (self->ticks[axis], at);
      text->box.x =
          axis == 0 ? at - text->box.width / 2.0 : self->plot.x - 0.5 * font - text->box.width;
      text->box.y =
          axis == 0 ? self->plot.y + self->plot.height + 0.6 * font : at - text->box.height / 2.0;
    }
}

static void
path_free (gpointer data)
{
  SeesawPath *path = data;

  if (path == NULL)
    return;

  g_free (path->x);
  g_free (path->y);
  g_free (path);
}

/* Vertices closer than the tolerance to the last one kept cannot be told from it; both ends
 * stay.
 */
static SeesawPath *
thin_out (const SeesawPlotLayout *self, const SeesawMark *mark)
{
  SeesawPath *path = g_new0 (SeesawPath, 1);
  double tolerance = self->theme.tolerance;

  path->x = g_new (double, mark->n);
  path->y = g_new (double, mark->n);
  for (gsize i = 0; i < mark->n; i++)
    {
      double x = seesaw_plot_layout_x (self, mark->x[i]);
      double y = seesaw_plot_layout_y (self, mark->y[i]);

      if (i > 0 && i + 1 < mark->n && fabs (x - path->x[path->n - 1]) < tolerance &&
          fabs (y - path->y[path->n - 1]) < tolerance)
        continue;

      path->x[path->n] = x;
      path->y[path->n++] = y;
    }

  return path;
}

static void
lay_out_paths (SeesawPlotLayout *self)
{
  for (guint i = 0; i < self->scene->marks->len; i++)
    {
      const SeesawMark *mark = g_ptr_array_index (self->scene->marks, i);

      g_ptr_array_add (self->paths, mark->kind == SEESAW_MARK_LINE ? thin_out (self, mark) : NULL);
      if (mark->legend != NULL)
        g_ptr_array_add (self->legend_marks, (gpointer) mark);
    }
}

/* In the emptiest corner, if there is room for it at all. */
static void
lay_out_legend (SeesawPlotLayout *self, SeesawPlacement *placement)
{
  double font = self->theme.font_size;
  double width = 0.0;
  g_autoptr (GPtrArray) layouts = g_ptr_array_new ();

  for (guint i = 0; i < self->legend_marks->len; i++)
    {
      const SeesawMark *mark = g_ptr_array_index (self->legend_marks, i);
      PangoLayout *layout = new_text (self, mark->legend, 0.95);
      double w;

      measure (layout, &w, &self->legend_line);
      width = MAX (width, w);
      g_ptr_array_add (layouts, layout);
    }
  self->legend_line *= 1.2;

  self->legend = seesaw_placement_find_corner (placement, width + 3.5 * font,
                                               self->legend_line * layouts->len + font);
  for (guint i = 0; i < layouts->len; i++)
    if (self->legend.width > 0.0)
      add_text (self, g_ptr_array_index (layouts, i), self->legend.x + 3.0 * font,
                self->legend.y + 0.5 * font + i * self->legend_line, SEESAW_COLOR_ALL);
    else
      g_object_unref (g_ptr_array_index (layouts, i));
}

static gboolean
is_shown (const SeesawPlotLayout *self, double x, double y)
{
  return x >= self->scales[0].low && x <= self->scales[0].high && y >= self->scales[1].low &&
         y <= self->scales[1].high;
}

static void
lay_out_labels (SeesawPlotLayout *self, SeesawPlacement *placement)
{
  for (guint i = 0; i < self->scene->marks->len; i++)
    {
      const SeesawMark *mark = g_ptr_array_index (self->scene->marks, i);
      PangoLayout *layout;
      SeesawRect box;
      double radius = self->theme.marker * mark->style.width;

      if (mark->label == NULL || !is_shown (self, mark->x[0], mark->y[0]))
        continue;

      layout = new_text (self, mark->label, 0.95);
      measure (layout, &box.width, &box.height);
      if (seesaw_placement_find_side (placement, seesaw_plot_layout_x (self, mark->x[0]),
                                      seesaw_plot_layout_y (self, mark->y[0]), radius, &box))
        add_text (self, layout, box.x, box.y, mark->style.color);
      else
        g_object_unref (layout);
    }
}

/**
 * seesaw_plot_layout_new:
 * @scene: what is to be seen
 * @theme: how it looks
 * @width: in user units
 * @height: in user units
 *
 * Lays out a scene. Minor things are left out where there is no room for them: ticks first, then
 * labels of points, then the legend.
 *
 * Returns: (transfer full): the layout
 */
SeesawPlotLayout *
seesaw_plot_layout_new (SeesawScene *scene, const SeesawTheme *theme, double width, double height)
{
  return seesaw_plot_layout_new_zoomed (scene, theme, NULL, width, height);
}

/**
 * seesaw_plot_layout_new_zoomed:
 * @scene: what is to be seen
 * @theme: how it looks
 * @scales: (nullable): ranges of x and y to show instead of the scene's own
 * @width: in user units
 * @height: in user units
 *
 * Lays out a part of a scene.
 *
 * Returns: (transfer full): the layout
 */
SeesawPlotLayout *
seesaw_plot_layout_new_zoomed (SeesawScene *scene,
                               const SeesawTheme *theme,
                               const SeesawScale *scales,
                               double width,
                               double height)
{
  SeesawPlotLayout *self = g_new0 (SeesawPlotLayout, 1);
  SeesawPlacement placement;

  self->scene = seesaw_scene_ref (scene);
  self->theme = *theme;
  self->width = width;
  self->height = height;
  for (int axis = 0; axis < 2; axis++)
    self->scales[axis] = scales != NULL ? scales[axis] : scene->axes[axis].scale;
  self->pango = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  self->texts = g_ptr_array_new_with_free_func (text_free);
  self->paths = g_ptr_array_new_with_free_func (path_free);
  self->legend_marks = g_ptr_array_new ();
  self->ticks[0] = g_array_new (FALSE, FALSE, sizeof (double));
  self->ticks[1] = g_array_new (FALSE, FALSE, sizeof (double));

  lay_out_frame (self);
  lay_out_ticks (self, 0);
  lay_out_ticks (self, 1);
  lay_out_paths (self);

  seesaw_placement_init (&placement, self);
  lay_out_legend (self, &placement);
  lay_out_labels (self, &placement);
  seesaw_placement_clear (&placement);

  return self;
}

/**
 * seesaw_plot_layout_free:
 * @self: (transfer full): the layout
 */
void
seesaw_plot_layout_free (SeesawPlotLayout *self)
{
  g_ptr_array_unref (self->texts);
  g_ptr_array_unref (self->paths);
  g_ptr_array_unref (self->legend_marks);
  g_array_unref (self->ticks[0]);
  g_array_unref (self->ticks[1]);
  g_object_unref (self->pango);
  seesaw_scene_unref (self->scene);
  g_free (self);
}

/**
 * seesaw_plot_layout_x:
 * @x: in data units
 *
 * Returns: @x in user units
 */
double
seesaw_plot_layout_x (const SeesawPlotLayout *self, double x)
{
  return self->plot.x + seesaw_scale_to_unit (self->scales[0], x) * self->plot.width;
}

/**
 * seesaw_plot_layout_y:
 * @y: in data units
 *
 * Returns: @y in user units
 */
double
seesaw_plot_layout_y (const SeesawPlotLayout *self, double y)
{
  return self->plot.y + (1.0 - seesaw_scale_to_unit (self->scales[1], y)) * self->plot.height;
}

/**
 * seesaw_plot_layout_to_data:
 * @x: (inout): in user units; in data units afterwards
 * @y: (inout): likewise
 */
void
seesaw_plot_layout_to_data (const SeesawPlotLayout *self, double *x, double *y)
{
  *x = seesaw_scale_from_unit (self->scales[0], (*x - self->plot.x) / self->plot.width);
  *y = seesaw_scale_from_unit (self->scales[1], 1.0 - (*y - self->plot.y) / self->plot.height);
}

/**
 * seesaw_plot_layout_find_nearest:
 * @mark: index of a line with at least one vertex
 * @x: in user units
 * @y: in user units
 * @distance: (out): how far the vertex is, in user units
 *
 * Returns: index of the line's vertex that is nearest
 */
gsize
seesaw_plot_layout_find_nearest (const SeesawPlotLayout *self,
                                 guint mark,
                                 double x,
                                 double y,
                                 double *distance)
{
  const SeesawMark *line = g_ptr_array_index (self->scene->marks, mark);
  double nearest = (double) INFINITY;
  gsize index = 0;

  for (gsize i = 0; i < line->n; i++)
    {
      double dx = seesaw_plot_layout_x (self, line->x[i]) - x;
      double dy = seesaw_plot_layout_y (self, line->y[i]) - y;
      double square = dx * dx + dy * dy;

      if (square < nearest)
        {
          nearest = square;
          index = i;
        }
    }
  *distance = sqrt (nearest);

  return index;
}
