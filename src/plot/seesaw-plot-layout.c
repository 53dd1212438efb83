/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From a scene and a size to rectangles.
 *
 *   titles, the widest tick labels, labels of line ends, colour bar -> margins -> the plot area
 *   -> ticks that fit -> lines in user units, thinned out -> texts, legend, labels of points
 *
 *   +--------------------------------------+
 *   |     title                       note |
 *   |     legend, if it has no room inside |
 *   | t +-------------------+              |
 *   | i |                   | ends   bar   |
 *   | t |       plot        | of     ticks |
 *   | l |                   | lines  title |
 *   | e +-------------------+              |
 *   |     title                            |
 *   |     legend, if it was asked for here |
 *   +--------------------------------------+
 */

#include "config.h"

#include "seesaw-plot-layout.h"

#include "seesaw-layout-private.h"

#include <math.h>

/* Of the title of an axis, and of the row that holds the scene's title. */
#define TITLE_HEIGHT 1.5
#define SCENE_TITLE_HEIGHT 1.6

/* What is left free at the right for the half of a tick label. */
#define RIGHT_MARGIN 1.5

static void
add_scene_title (SeesawPlotLayout *self)
{
  g_autofree char *markup = NULL;
  PangoLayout *layout;

  if (self->scene->title == NULL)
    return;

  markup = g_strdup_printf ("<b>%s</b>", self->scene->title);
  layout = seesaw_layout_new_text (self, markup, 1.0);
  seesaw_layout_ellipsize (layout, self->width - self->plot.x);
  seesaw_layout_add_text (self, layout, self->plot.x, 0.0, SEESAW_COLOR_ALL);
}

static double
measure_title (const SeesawPlotLayout *self, int axis)
{
  const SeesawAxis *spec = &self->scene->axes[axis];
  gboolean has_names = spec->format != SEESAW_AXIS_NAMES && spec->names->len > 0;

  return spec->title != NULL || has_names ? TITLE_HEIGHT * self->theme.font_size : 0.0;
}

/* @above is the height of what is above the legend, @others of all else but the plot area. */
static void
lay_out_legend (SeesawPlotLayout *self, double above, double others)
{
  double left = self->plot.x - 0.5 * self->theme.font_size;
  double height = seesaw_layout_measure_legend (self, left);
  double least = self->theme.least_height * self->theme.font_size;

  self->legend = (SeesawRect){ 0 };
  self->below = 0.0;
  if (height <= 0.0 || self->height - others - height < least)
    return;

  self->legend = (SeesawRect){ left, above, self->width - left, height };
  if (self->theme.legend == SEESAW_LEGEND_BELOW)
    {
      self->below = height;
      self->legend.y = self->height - height;
    }
}

/* Margins that hold titles, tick labels and what stands at the right, @ends of it for labels of
 * lines; what remains is the plot area. @left and @least_right are what others beside it need.
 */
static void
lay_out_frame_with (SeesawPlotLayout *self,
                    double ends,
                    double left,
                    double least_right,
                    gboolean legend_outside)
{
  double font = self->theme.font_size;
  double gap = 0.5 * font;
  double above = self->scene->title != NULL ? SCENE_TITLE_HEIGHT * font : 0.0;
  double bar = seesaw_layout_measure_bar (self);
  double right = bar > 0.0 || ends > 0.0 ? ends + bar : RIGHT_MARGIN * font;
  double tick_width;
  double tick_height;
  double top;
  double bottom;

  seesaw_layout_measure_ticks (self, 1, self->height, &tick_width, &tick_height);

  right = MAX (right, least_right);
  self->plot.x = MAX (measure_title (self, 1) + gap + tick_width + gap, left);
  self->plot.width = MAX (self->width - self->plot.x - right, 1.0);
  top = above + MAX (gap, tick_height / 2.0);
  bottom = seesaw_layout_measure_names (self, self->plot.width, tick_height) +
           measure_title (self, 0) + 2.0 * gap;
  if (legend_outside)
    lay_out_legend (self, above, top + bottom);
  self->plot.y = top + self->legend.height - self->below;
  self->plot.height = MAX (self->height - self->plot.y - bottom - self->below, 1.0);
}

/* Labels at the ends of lines have room, or there are none. */
static void
lay_out_frame (SeesawPlotLayout *self, double left, double least_right, gboolean legend_outside)
{
  lay_out_frame_with (self, seesaw_layout_measure_ends (self), left, least_right, legend_outside);
  if (!self->has_ends || seesaw_layout_ends_fit (self))
    return;

  self->has_ends = FALSE;
  lay_out_frame_with (self, 0.0, left, least_right, legend_outside);
}

static void
lay_out_paths (SeesawPlotLayout *self)
{
  for (guint i = 0; i < self->scene->marks->len; i++)
    g_ptr_array_add (self->paths,
                     seesaw_layout_new_path (self, g_ptr_array_index (self->scene->marks, i)));
}

static SeesawPlotLayout *
new_empty (SeesawScene *scene, const SeesawTheme *theme, double width, double height)
{
  SeesawPlotLayout *self = g_new0 (SeesawPlotLayout, 1);

  self->scene = seesaw_scene_ref (scene);
  self->theme = *theme;
  self->width = width;
  self->height = height;
  self->pango = seesaw_layout_new_pango (theme);
  self->texts = g_ptr_array_new_with_free_func (seesaw_text_free);
  self->paths = g_ptr_array_new_with_free_func (seesaw_path_free);
  self->legend_marks = g_ptr_array_new ();
  self->leaders = g_array_new (FALSE, FALSE, sizeof (SeesawLeader));
  for (int axis = 0; axis < 2; axis++)
    {
      self->scales[axis] = scene->axes[axis].scale;
      self->ticks[axis] = g_array_new (FALSE, FALSE, sizeof (double));
    }

  return self;
}

static void
fill_once (SeesawPlotLayout *self, double left, double right, gboolean legend_outside)
{
  lay_out_frame (self, left, right, legend_outside);
  add_scene_title (self);
  seesaw_layout_add_axis (self, 0);
  seesaw_layout_add_axis (self, 1);
  lay_out_paths (self);
  seesaw_layout_add_ends (self);
  seesaw_layout_add_bar (self);
  seesaw_layout_add_labels (self);
}

static void
empty (SeesawPlotLayout *self)
{
  g_ptr_array_set_size (self->texts, 0);
  g_ptr_array_set_size (self->paths, 0);
  g_array_set_size (self->leaders, 0);
  g_array_set_size (self->ticks[0], 0);
  g_array_set_size (self->ticks[1], 0);
}

static gboolean
goes_outside (const SeesawPlotLayout *self)
{
  return self->theme.legend == SEESAW_LEGEND_ABOVE || self->theme.legend == SEESAW_LEGEND_BELOW;
}

/* Once more with the legend above, if it found no place inside and must be seen. */
static void
fill (SeesawPlotLayout *self, double left, double right)
{
  gboolean is_outside = goes_outside (self);

  fill_once (self, left, right, is_outside);
  if (!self->scene->keeps_legend || self->legend.width > 0.0 || self->legend_marks->len == 0 ||
      is_outside)
    return;

  empty (self);
  fill_once (self, left, right, TRUE);
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
  SeesawPlotLayout *self = new_empty (scene, theme, width, height);

  for (int axis = 0; axis < 2 && scales != NULL; axis++)
    self->scales[axis] = scales[axis];
  fill (self, 0.0, 0.0);

  return self;
}

/**
 * seesaw_plot_layout_new_aligned:
 * @scene: what is to be seen
 * @overlay: (nullable): what will be drawn over it, and should cover no label
 * @theme: how it looks
 * @width: in user units
 * @height: in user units
 * @left: room to leave at the left of the plot area at least
 * @right: likewise at its right
 *
 * Lays out a scene that stands above or below others, so that their plot areas can be in line.
 *
 * Returns: (transfer full): the layout
 */
SeesawPlotLayout *
seesaw_plot_layout_new_aligned (SeesawScene *scene,
                                const SeesawScene *overlay,
                                const SeesawTheme *theme,
                                double width,
                                double height,
                                double left,
                                double right)
{
  SeesawPlotLayout *self = new_empty (scene, theme, width, height);

  self->overlay = overlay;
  fill (self, left, right);
  self->overlay = NULL;

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
  g_array_unref (self->leaders);
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
 * seesaw_plot_layout_place_text:
 * @mark: a text
 * @width: of it, in user units
 * @height: likewise
 *
 * Returns: where it stands: beside its point, a little apart, and within the plot area if it fits
 *   there
 */
SeesawRect
seesaw_plot_layout_place_text (const SeesawPlotLayout *self,
                               const SeesawMark *mark,
                               double width,
                               double height)
{
  const SeesawRect *plot = &self->plot;
  double gap = 0.3 * self->theme.font_size;
  double x = seesaw_plot_layout_x (self, mark->x[0]) - mark->align[0] * width +
             (1.0 - 2.0 * mark->align[0]) * gap;
  double y = seesaw_plot_layout_y (self, mark->y[0]) - mark->align[1] * height +
             (1.0 - 2.0 * mark->align[1]) * gap;

  return (SeesawRect){ CLAMP (x, plot->x, MAX (plot->x + plot->width - width, plot->x)),
                       CLAMP (y, plot->y, MAX (plot->y + plot->height - height, plot->y)), width,
                       height };
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
