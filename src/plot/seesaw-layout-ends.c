/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Labels at the right ends of lines. Each wants to stand where its line ends; where that is too
 * close they are moved as little as possible, in the sense of least squares. With heights h and
 * wanted places w_i in order, places p_i must keep p_i − p_(i−1) ≥ h: for q_i = p_i − i·h that is
 * isotonic regression, solved by pooling neighbours that are out of order.
 */

#include "config.h"

#include "seesaw-layout-private.h"

#include <math.h>

/* No more of the width than this, and no more of the height, goes to labels. */
#define MAX_WIDTH 0.36
#define MAX_HEIGHT 0.75

/* How far labels may reach beyond the plot area, in their height: above it, and below it. */
#define MORE_ABOVE 0.5
#define MORE_BELOW 0.25
#define MORE_HEIGHT (MORE_ABOVE + MORE_BELOW)

typedef struct
{
  const SeesawMark *mark;
  double wanted; /* where the line ends */
  double place;  /* the middle of the label */
} End;

typedef struct
{
  double sum;
  guint n;
} Pool;

static gboolean
takes_label (const SeesawMark *mark)
{
  return mark->label != NULL && mark->n > 0 &&
         (mark->kind == SEESAW_MARK_LINE || (mark->kind == SEESAW_MARK_RULE && mark->axis == 1));
}

typedef struct
{
  double widest;
  double highest;
  double height; /* of all */
} Extents;

static Extents
measure_labels (const SeesawPlotLayout *self)
{
  Extents extents = { 0 };

  for (guint i = 0; i < self->scene->marks->len; i++)
    {
      const SeesawMark *mark = g_ptr_array_index (self->scene->marks, i);

      if (takes_label (mark))
        {
          g_autoptr (PangoLayout) layout =
              seesaw_layout_new_text (self, mark->label, self->theme.label_font);
          double w;
          double h;

          seesaw_layout_measure (layout, &w, &h);
          extents.widest = MAX (extents.widest, w);
          extents.highest = MAX (extents.highest, h);
          extents.height += h;
        }
    }

  return extents;
}

/**
 * seesaw_layout_measure_ends:
 *
 * Finds out whether there is room for labels at the ends of lines.
 *
 * Returns: the width to reserve at the right for them, 0 if there are none
 */
double
seesaw_layout_measure_ends (SeesawPlotLayout *self)
{
  Extents labels = measure_labels (self);
  double width = labels.widest + (SEESAW_LAYOUT_END_GAP + 0.3) * self->theme.font_size;

  self->has_ends = labels.height > 0.0 && width < MAX_WIDTH * self->width &&
                   labels.height < MAX_HEIGHT * self->height;

  return self->has_ends ? width : 0.0;
}

/**
 * seesaw_layout_ends_fit:
 *
 * Returns: whether the labels at the ends of lines have room beside the plot area, once that is
 *   known
 */
gboolean
seesaw_layout_ends_fit (const SeesawPlotLayout *self)
{
  Extents labels = measure_labels (self);

  return labels.height <= self->plot.height + MORE_HEIGHT * labels.highest;
}

/* Height of a line where it leaves the plot area at the right, or ends before. */
static double
find_end (const SeesawPlotLayout *self, const SeesawMark *mark)
{
  double right = self->scales[0].high;
  double y = (double) NAN;

  if (mark->kind == SEESAW_MARK_RULE)
    return seesaw_plot_layout_y (self, mark->y[0]);

  for (gsize i = 0; i < mark->n; i++)
    {
      if (!isfinite (mark->y[i]))
        continue;
      if (mark->x[i] > right)
        {
          if (i > 0 && mark->x[i - 1] < right && isfinite (mark->y[i - 1]))
            y = mark->y[i - 1] + (right - mark->x[i - 1]) / (mark->x[i] - mark->x[i - 1]) *
                                     (mark->y[i] - mark->y[i - 1]);
          break;
        }
      y = mark->y[i];
    }

  return seesaw_plot_layout_y (self, y);
}

static int
compare_ends (gconstpointer a, gconstpointer b)
{
  const End *x = a;
  const End *y = b;

  return x->wanted < y->wanted ? -1 : x->wanted > y->wanted;
}

static GArray *
list_ends (const SeesawPlotLayout *self)
{
  GArray *ends = g_array_new (FALSE, FALSE, sizeof (End));

  for (guint i = 0; i < self->scene->marks->len; i++)
    {
      const SeesawMark *mark = g_ptr_array_index (self->scene->marks, i);
      End end = { mark, 0.0, 0.0 };

      if (!takes_label (mark))
        continue;

      end.wanted = find_end (self, mark);
      if (end.wanted >= self->plot.y - 0.5 && end.wanted <= self->plot.y + self->plot.height + 0.5)
        g_array_append_val (ends, end);
    }
  g_array_sort (ends, compare_ends);

  return ends;
}

/* From wanted places to places, @height apart and from @top to @bottom. */
static void
push_apart (GArray *ends, double height, double top, double bottom)
{
  g_autofree Pool *pools = g_new (Pool, ends->len + 1);
  guint n_pools = 0;
  guint next = 0;

  for (guint i = 0; i < ends->len; i++)
    {
      pools[n_pools++] = (Pool){ g_array_index (ends, End, i).wanted - i * height, 1 };
      while (n_pools > 1 && pools[n_pools - 2].sum / pools[n_pools - 2].n >
                                pools[n_pools - 1].sum / pools[n_pools - 1].n)
        {
          pools[n_pools - 2].sum += pools[n_pools - 1].sum;
          pools[n_pools - 2].n += pools[n_pools - 1].n;
          n_pools--;
        }
    }

  for (guint p = 0; p < n_pools; p++)
    for (guint i = 0; i < pools[p].n; i++, next++)
      g_array_index (ends, End, next).place =
          next * height + CLAMP (pools[p].sum / pools[p].n, top + height / 2.0,
                                 bottom - (ends->len - 0.5) * height);
}

static void
add_end (SeesawPlotLayout *self, const End *end)
{
  double font = self->theme.font_size;
  double x = self->plot.x + self->plot.width;
  SeesawLeader leader = { x + 0.1 * font, end->wanted, x + (SEESAW_LAYOUT_END_GAP - 0.2) * font,
                          end->place, end->mark->style.color };
  SeesawText *text = seesaw_layout_add_text (
      self, seesaw_layout_new_text (self, end->mark->label, self->theme.label_font),
      x + SEESAW_LAYOUT_END_GAP * font, 0.0, end->mark->style.color);

  text->box.y = end->place - text->box.height / 2.0;
  if (fabs (end->place - end->wanted) > 0.4 * font)
    g_array_append_val (self->leaders, leader);
}

/**
 * seesaw_layout_add_ends:
 *
 * Adds labels at the right ends of lines, once the plot area is known.
 */
void
seesaw_layout_add_ends (SeesawPlotLayout *self)
{
  g_autoptr (GArray) ends = self->has_ends ? list_ends (self) : NULL;
  double height = 0.0;

  if (ends == NULL || ends->len == 0)
    return;

  for (guint i = 0; i < ends->len; i++)
    {
      g_autoptr (PangoLayout) layout = seesaw_layout_new_text (
          self, g_array_index (ends, End, i).mark->label, self->theme.label_font);
      double w;
      double h;

      seesaw_layout_measure (layout, &w, &h);
      height = MAX (height, h);
    }

  /* Rounding must not let neighbours touch. */
  push_apart (ends, height + 0.01, self->plot.y - MORE_ABOVE * height,
              self->plot.y + self->plot.height + MORE_BELOW * height);
  for (guint i = 0; i < ends->len; i++)
    add_end (self, &g_array_index (ends, End, i));
}
