/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "seesaw-placement.h"

#include "seesaw-layout-private.h"

#include <math.h>

/**
 * seesaw_rect_overlaps:
 * @a: a rectangle
 * @b: another
 *
 * Returns: whether they share more than an edge
 */
gboolean
seesaw_rect_overlaps (const SeesawRect *a, const SeesawRect *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height &&
         b->y < a->y + a->height;
}

static void
take_markers (SeesawPlacement *self, const SeesawScene *scene)
{
  const SeesawPlotLayout *layout = self->layout;

  for (guint i = 0; i < scene->marks->len; i++)
    {
      const SeesawMark *mark = g_ptr_array_index (scene->marks, i);
      double r = layout->theme.marker * mark->style.width;

      if (mark->kind == SEESAW_MARK_POINT && mark->n > 0)
        {
          SeesawRect box = { seesaw_plot_layout_x (layout, mark->x[0]) - r,
                             seesaw_plot_layout_y (layout, mark->y[0]) - r, 2.0 * r, 2.0 * r };

          g_array_append_val (self->taken, box);
        }
    }
  self->n_markers = self->taken->len;
}

static void
take_overlay (SeesawPlacement *self, const SeesawScene *overlay)
{
  take_markers (self, overlay);
  for (guint i = 0; i < overlay->marks->len; i++)
    {
      const SeesawMark *mark = g_ptr_array_index (overlay->marks, i);
      SeesawPath *path = mark->n > 0 ? seesaw_layout_new_path (self->layout, mark) : NULL;

      if (path != NULL)
        g_ptr_array_add (self->passing, path);
    }
}

/**
 * seesaw_placement_init:
 * @self: to be initialised
 * @layout: with plot area and paths; the markers of its points, and of those of its overlay, are
 *   taken from the start
 */
void
seesaw_placement_init (SeesawPlacement *self, const SeesawPlotLayout *layout)
{
  self->layout = layout;
  self->taken = g_array_new (FALSE, FALSE, sizeof (SeesawRect));
  self->passing = g_ptr_array_new_with_free_func (seesaw_path_free);
  take_markers (self, layout->scene);
  if (layout->overlay != NULL)
    take_overlay (self, layout->overlay);
}

/**
 * seesaw_placement_clear:
 * @self: no longer needed
 */
void
seesaw_placement_clear (SeesawPlacement *self)
{
  g_array_unref (self->taken);
  g_ptr_array_unref (self->passing);
}

/**
 * seesaw_placement_count_overlaps:
 * @box: a place
 *
 * Returns: how much of what is taken it would cover
 */
guint
seesaw_placement_count_overlaps (const SeesawPlacement *self, const SeesawRect *box)
{
  guint n = 0;

  for (guint i = 0; i < self->taken->len; i++)
    n += (guint) seesaw_rect_overlaps (&g_array_index (self->taken, SeesawRect, i), box);

  return n;
}

/**
 * seesaw_placement_segment_meets:
 * @x0: where a segment begins
 * @y0: likewise
 * @x1: where it ends
 * @y1: likewise
 * @box: a rectangle
 *
 * The part of the segment that lies within the box's columns and rows must not be empty.
 *
 * Returns: whether the segment passes through @box
 */
gboolean
seesaw_placement_segment_meets (double x0, double y0, double x1, double y1, const SeesawRect *box)
{
  const double from[] = { x0, y0 };
  const double along[] = { x1 - x0, y1 - y0 };
  const double low[] = { box->x, box->y };
  const double high[] = { box->x + box->width, box->y + box->height };
  double begin = 0.0;
  double end = 1.0;

  for (int axis = 0; axis < 2; axis++)
    {
      double a = low[axis] - from[axis];
      double b = high[axis] - from[axis];

      if (along[axis] == 0.0)
        {
          if (a > 0.0 || b < 0.0)
            return FALSE;
          continue;
        }

      begin = MAX (begin, MIN (a / along[axis], b / along[axis]));
      end = MIN (end, MAX (a / along[axis], b / along[axis]));
    }

  return begin <= end;
}

/* Most segments are far from a box. */
static gboolean
is_beside (double a, double b, double low, double high)
{
  return !(MAX (a, b) >= low && MIN (a, b) <= high);
}

/**
 * seesaw_placement_count_crossings:
 * @paths: (element-type SeesawPath): lines
 * @box: a place
 *
 * Returns: how many segments of them pass under @box, or touch it
 */
guint
seesaw_placement_count_crossings (const SeesawPlacement *self,
                                  const GPtrArray *paths,
                                  const SeesawRect *box)
{
  double half = self->layout->theme.line / 2.0;
  const SeesawRect wide = { box->x - half, box->y - half, box->width + 2.0 * half,
                            box->height + 2.0 * half };
  guint n = 0;

  for (guint p = 0; p < paths->len; p++)
    {
      const SeesawPath *path = g_ptr_array_index (paths, p);

      for (gsize i = 1; path != NULL && i < path->n; i++)
        if (!isnan (path->x[i - 1]) && !isnan (path->x[i]) &&
            !is_beside (path->x[i - 1], path->x[i], wide.x, wide.x + wide.width) &&
            !is_beside (path->y[i - 1], path->y[i], wide.y, wide.y + wide.height))
          n += (guint) seesaw_placement_segment_meets (path->x[i - 1], path->y[i - 1], path->x[i],
                                                       path->y[i], &wide);
    }

  return n;
}

/* Bars, and the pieces of a band from point to point, that lie under @box. */
static guint
count_areas (const SeesawPlacement *self, const SeesawMark *mark, const SeesawRect *box)
{
  const SeesawPlotLayout *layout = self->layout;
  gsize step = mark->kind == SEESAW_MARK_BAND ? 1 : 0;
  guint n = 0;

  for (gsize i = 0; i + step < mark->n; i++)
    {
      double x0 = seesaw_plot_layout_x (layout, mark->x[i]);
      double x1 = seesaw_plot_layout_x (layout, step > 0 ? mark->x[i + 1] : mark->x1[i]);
      double y0 = seesaw_plot_layout_y (layout, mark->y[i]);
      double y1 = seesaw_plot_layout_y (layout, mark->y1[i]);
      SeesawRect area = { MIN (x0, x1), MIN (y0, y1), fabs (x1 - x0), fabs (y1 - y0) };

      n += (guint) seesaw_rect_overlaps (&area, box);
    }

  return n;
}

/* How much of what is drawn lies under @box. */
static guint
count_covered (const SeesawPlacement *self, const SeesawRect *box)
{
  guint n = seesaw_placement_count_crossings (self, self->layout->paths, box);

  for (guint i = 0; i < self->layout->scene->marks->len; i++)
    {
      const SeesawMark *mark = g_ptr_array_index (self->layout->scene->marks, i);

      if (mark->kind == SEESAW_MARK_BAND || mark->kind == SEESAW_MARK_BARS)
        n += count_areas (self, mark, box);
    }

  return n;
}

static gboolean
covers_bars (const SeesawPlacement *self, const SeesawRect *box)
{
  for (guint i = 0; i < self->layout->scene->marks->len; i++)
    {
      const SeesawMark *mark = g_ptr_array_index (self->layout->scene->marks, i);

      if (mark->kind == SEESAW_MARK_BARS && count_areas (self, mark, box) > 0)
        return TRUE;
    }

  return FALSE;
}

/**
 * seesaw_placement_take:
 * @box: a place that was chosen
 *
 * Returns: whether it covers no bars and nothing that is taken, and stays within the plot area; it
 *   is taken now
 */
gboolean
seesaw_placement_take (SeesawPlacement *self, const SeesawRect *box)
{
  const SeesawRect *plot = &self->layout->plot;

  if (seesaw_placement_count_overlaps (self, box) > 0 || covers_bars (self, box) ||
      box->x < plot->x || box->y < plot->y || box->x + box->width > plot->x + plot->width ||
      box->y + box->height > plot->y + plot->height)
    return FALSE;

  g_array_append_val (self->taken, *box);

  return TRUE;
}

static SeesawRect
get_corner (const SeesawPlacement *self, double width, double height, gboolean left, gboolean top)
{
  const SeesawRect *plot = &self->layout->plot;
  double inset = 0.5 * self->layout->theme.font_size;

  return (SeesawRect){ left ? plot->x + inset : plot->x + plot->width - inset - width,
                       top ? plot->y + inset : plot->y + plot->height - inset - height, width,
                       height };
}

/**
 * seesaw_placement_take_corner:
 * @width: of what needs room
 * @height: likewise
 * @left: which corner of the plot area
 * @top: likewise
 *
 * Returns: a rectangle in that corner, now taken, whatever lines it covers; of no width if it would
 *   cover a point or a text, or is larger than the area
 */
SeesawRect
seesaw_placement_take_corner (SeesawPlacement *self,
                              double width,
                              double height,
                              gboolean left,
                              gboolean top)
{
  const SeesawRect *plot = &self->layout->plot;
  SeesawRect box = get_corner (self, width, height, left, top);

  if (box.x < plot->x || box.y < plot->y || box.x + width > plot->x + plot->width ||
      box.y + height > plot->y + plot->height || seesaw_placement_count_overlaps (self, &box) > 0)
    return (SeesawRect){ 0 };

  g_array_append_val (self->taken, box);

  return box;
}

/**
 * seesaw_placement_find_corner:
 * @width: of what needs room
 * @height: likewise
 * @empty: whether no line or area may be covered
 *
 * Returns: a rectangle in the emptiest corner of the plot area, now taken; of no width if it would
 *   cover a point, or fill much of the area either way: more than half of it if it may cover lines
 */
SeesawRect
seesaw_placement_find_corner (SeesawPlacement *self, double width, double height, gboolean empty)
{
  const SeesawRect *plot = &self->layout->plot;
  SeesawRect best = { 0 };
  guint least = G_MAXUINT;

  if (width > (empty ? 0.95 : 0.7) * plot->width || height > (empty ? 0.8 : 0.5) * plot->height)
    return best;

  for (int corner = 0; corner < 4; corner++)
    {
      SeesawRect box = get_corner (self, width, height, corner % 2 == 1, corner < 2);
      guint cost = count_covered (self, &box);

      if (seesaw_placement_count_overlaps (self, &box) == 0 && cost < least &&
          (cost == 0 || !empty))
        {
          least = cost;
          best = box;
        }
    }

  if (best.width > 0.0)
    g_array_append_val (self->taken, best);

  return best;
}
