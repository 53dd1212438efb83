/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "seesaw-placement.h"

#include <math.h>

/* Against a crossing of a line. */
#define RIVAL_COST 100000u

/* How much farther than its own point another one must be for a label to be clearly not its. */
#define CLEARLY_FARTHER 1.25

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

/**
 * seesaw_placement_init:
 * @self: to be initialised
 * @layout: with plot area and paths; the markers of its points are taken from the start
 */
void
seesaw_placement_init (SeesawPlacement *self, const SeesawPlotLayout *layout)
{
  self->layout = layout;
  self->taken = g_array_new (FALSE, FALSE, sizeof (SeesawRect));

  for (guint i = 0; i < layout->scene->marks->len; i++)
    {
      const SeesawMark *mark = g_ptr_array_index (layout->scene->marks, i);
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

/**
 * seesaw_placement_clear:
 * @self: no longer needed
 */
void
seesaw_placement_clear (SeesawPlacement *self)
{
  g_array_unref (self->taken);
}

static guint
count_overlaps (const SeesawPlacement *self, const SeesawRect *box)
{
  guint n = 0;

  for (guint i = 0; i < self->taken->len; i++)
    n += (guint) seesaw_rect_overlaps (&g_array_index (self->taken, SeesawRect, i), box);

  return n;
}

/* Whether the segment from (x0, y0) to (x1, y1) passes through @box: the part of it that lies
 * within the box's columns and rows must not be empty.
 */
static gboolean
segment_meets (double x0, double y0, double x1, double y1, const SeesawRect *box)
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

/* How many segments of lines pass under @box. */
static guint
count_crossings (const SeesawPlacement *self, const SeesawRect *box)
{
  guint n = 0;

  for (guint p = 0; p < self->layout->paths->len; p++)
    {
      const SeesawPath *path = g_ptr_array_index (self->layout->paths, p);

      for (gsize i = 1; path != NULL && i < path->n; i++)
        if (!isnan (path->x[i - 1]) && !isnan (path->x[i]))
          n += (guint) segment_meets (path->x[i - 1], path->y[i - 1], path->x[i], path->y[i], box);
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
  guint n = count_crossings (self, box);

  for (guint i = 0; i < self->layout->scene->marks->len; i++)
    {
      const SeesawMark *mark = g_ptr_array_index (self->layout->scene->marks, i);

      if (mark->kind == SEESAW_MARK_BAND || mark->kind == SEESAW_MARK_BARS)
        n += count_areas (self, mark, box);
    }

  return n;
}

/* How many other markers are nearer to the middle of @box than the point it would belong to, or
 * not clearly farther: a label there would be taken for theirs.
 */
static guint
count_rivals (const SeesawPlacement *self, const SeesawRect *box, double x, double y)
{
  double middle_x = box->x + box->width / 2.0;
  double middle_y = box->y + box->height / 2.0;
  double own = hypot (middle_x - x, middle_y - y);
  guint n = 0;

  for (guint i = 0; i < self->n_markers; i++)
    {
      const SeesawRect *marker = &g_array_index (self->taken, SeesawRect, i);
      double marker_x = marker->x + marker->width / 2.0;
      double marker_y = marker->y + marker->height / 2.0;
      gboolean is_own = hypot (marker_x - x, marker_y - y) < 1e-6;

      n += (guint) (!is_own &&
                    hypot (middle_x - marker_x, middle_y - marker_y) < CLEARLY_FARTHER * own);
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

  if (count_overlaps (self, box) > 0 || covers_bars (self, box) || box->x < plot->x ||
      box->y < plot->y || box->x + box->width > plot->x + plot->width ||
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
      box.y + height > plot->y + plot->height || count_overlaps (self, &box) > 0)
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

      if (count_overlaps (self, &box) == 0 && cost < least && (cost == 0 || !empty))
        {
          least = cost;
          best = box;
        }
    }

  if (best.width > 0.0)
    g_array_append_val (self->taken, best);

  return best;
}

/**
 * seesaw_placement_find_side:
 * @x: of a point, in user units
 * @y: likewise
 * @radius: of its marker
 * @box: (inout): with the size of its label; with its place afterwards
 *
 * Returns: whether there is a side of the point where its label stays within the plot area and
 *   covers nothing that is taken; it is taken now
 */
gboolean
seesaw_placement_find_side (SeesawPlacement *self,
                            double x,
                            double y,
                            double radius,
                            SeesawRect *box)
{
  static const double sides[][2] = { { 1, -1 }, { 1, 0 },  { 1, 1 },  { -1, -1 },
                                     { -1, 0 }, { -1, 1 }, { 0, -1 }, { 0, 1 } };
  const SeesawRect *plot = &self->layout->plot;
  double gap = radius + 0.25 * self->layout->theme.font_size;
  SeesawRect best = { 0 };
  guint least = G_MAXUINT;

  for (gsize i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      double dx = sides[i][0];
      double dy = sides[i][1];
      double reach = dx != 0.0 && dy != 0.0 ? 0.7 * gap : gap;
      SeesawRect at = { x + dx * reach + (dx - 1.0) / 2.0 * box->width,
                        y + dy * reach + (dy - 1.0) / 2.0 * box->height, box->width, box->height };
      gboolean inside = at.x >= plot->x && at.y >= plot->y &&
                        at.x + at.width <= plot->x + plot->width &&
                        at.y + at.height <= plot->y + plot->height;
      guint cost = count_crossings (self, &at) + RIVAL_COST * count_rivals (self, &at, x, y);

      if (inside && count_overlaps (self, &at) == 0 && cost < least)
        {
          least = cost;
          best = at;
        }
    }

  if (best.width <= 0.0)
    return FALSE;

  *box = best;
  g_array_append_val (self->taken, best);

  return TRUE;
}
