/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the label of a point stands: beside it if no line passes there and it can be taken for no
 * other point's; else in a round farther away, with a leader; and if every place of those covers
 * something, beside it all the same.
 */

#include "config.h"

#include "seesaw-placement.h"

#include "seesaw-layout-private.h"

#include <math.h>

/* What one more of it costs: a line of an overlay, which a text interrupts, a line under a leader,
 * a round farther away, a segment of a line under a label, and a point that the label could be
 * taken for.
 */
#define PASSING_COST 1u
#define LEADER_COST 10u
#define ROUND_COST 15u
#define LINE_COST 1000u
#define RIVAL_COST 100000000u

/* Rounds that labels of points look for room in, and how much wider each is, in font sizes. */
#define N_ROUNDS 4
#define ROUND 0.8

/* How far above the plot area a label may reach, likewise: nothing is there. */
#define REACH 0.5

/* How much farther than its own point another one must be for a label to be clearly not its. */
#define CLEARLY_FARTHER 1.25

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

static double
turn (double ax, double ay, double bx, double by, double cx, double cy)
{
  return (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
}

/* How many lines a leader crosses. */
static guint
count_leader_crossings (const SeesawPlacement *self, const SeesawLeader *a)
{
  const GPtrArray *paths = self->layout->paths;
  guint n = 0;

  for (guint p = 0; p < paths->len; p++)
    {
      const SeesawPath *b = g_ptr_array_index (paths, p);

      for (gsize i = 1; b != NULL && i < b->n; i++)
        n += (guint) (turn (a->x0, a->y0, a->x1, a->y1, b->x[i - 1], b->y[i - 1]) *
                              turn (a->x0, a->y0, a->x1, a->y1, b->x[i], b->y[i]) <
                          0.0 &&
                      turn (b->x[i - 1], b->y[i - 1], b->x[i], b->y[i], a->x0, a->y0) *
                              turn (b->x[i - 1], b->y[i - 1], b->x[i], b->y[i], a->x1, a->y1) <
                          0.0);
    }

  return n;
}

/* Whether a leader from the point at (x, y) passes through a text or through another's marker. */
static gboolean
is_blocked (const SeesawPlacement *self, const SeesawLeader *leader, double x, double y)
{
  for (guint i = 0; i < self->taken->len; i++)
    {
      const SeesawRect *box = &g_array_index (self->taken, SeesawRect, i);
      gboolean is_own = i < self->n_markers && hypot (box->x + box->width / 2.0 - x,
                                                      box->y + box->height / 2.0 - y) < 1e-6;

      if (!is_own &&
          seesaw_placement_segment_meets (leader->x0, leader->y0, leader->x1, leader->y1, box))
        return TRUE;
    }

  return FALSE;
}

/* From beside a marker to the nearest place of its label. */
static SeesawLeader
get_leader (double x, double y, double radius, const SeesawRect *box)
{
  double along_x = CLAMP (x, box->x, box->x + box->width) - x;
  double along_y = CLAMP (y, box->y + 0.2 * box->height, box->y + 0.8 * box->height) - y;
  double begin = 1.3 * radius / hypot (along_x, along_y);

  return (SeesawLeader){ .x0 = x + begin * along_x,
                         .y0 = y + begin * along_y,
                         .x1 = x + 0.95 * along_x,
                         .y1 = y + 0.95 * along_y };
}

/* What lies under @box. */
static guint
get_cost (const SeesawPlacement *self, const SeesawRect *box)
{
  return PASSING_COST * MIN (seesaw_placement_count_crossings (self, self->passing, box), 9u) +
         LINE_COST *
             MIN (seesaw_placement_count_crossings (self, self->layout->paths, box), 10000u);
}

static gboolean
has_room (const SeesawPlacement *self, const SeesawRect *box)
{
  const SeesawRect *plot = &self->layout->plot;

  return box->x >= plot->x && box->y >= plot->y - REACH * self->layout->theme.font_size &&
         box->x + box->width <= plot->x + plot->width &&
         box->y + box->height <= plot->y + plot->height &&
         seesaw_placement_count_overlaps (self, box) == 0;
}

/* What a label at @box would cost its point: beside it, or so far away that a leader goes there,
 * which leaves no doubt whose it is.
 */
static guint
weigh (const SeesawPlacement *self,
       const SeesawRect *box,
       double x,
       double y,
       double radius,
       guint n_rounds)
{
  SeesawLeader leader;

  if (!has_room (self, box))
    return G_MAXUINT;
  if (n_rounds == 0)
    return get_cost (self, box) + RIVAL_COST * MIN (count_rivals (self, box, x, y), 40u);

  leader = get_leader (x, y, radius, box);

  return is_blocked (self, &leader, x, y)
             ? G_MAXUINT
             : get_cost (self, box) + ROUND_COST * n_rounds +
                   LEADER_COST * MIN (count_leader_crossings (self, &leader), 50u);
}

/* The best side of a point in one round. */
static guint
look_around (const SeesawPlacement *self,
             double x,
             double y,
             double radius,
             guint n_rounds,
             SeesawRect *box)
{
  static const double sides[][2] = { { 1, -1 },   { 1, 0 },   { 1, 1 },     { -1, -1 },
                                     { -1, 0 },   { -1, 1 },  { 0, -1 },    { 0, 1 },
                                     { 1, -0.5 }, { 1, 0.5 }, { -1, -0.5 }, { -1, 0.5 },
                                     { 0.5, -1 }, { 0.5, 1 }, { -0.5, -1 }, { -0.5, 1 } };
  double gap = radius + (0.25 + n_rounds * ROUND) * self->layout->theme.font_size;
  SeesawRect best = *box;
  guint least = G_MAXUINT;

  for (gsize i = 0; i < G_N_ELEMENTS (sides) && least > 0; i++)
    {
      double dx = sides[i][0];
      double dy = sides[i][1];
      double reach = dx != 0.0 && dy != 0.0 ? 0.7 * gap : gap;
      SeesawRect at = { x + dx * reach + (dx - 1.0) / 2.0 * box->width,
                        y + dy * reach + (dy - 1.0) / 2.0 * box->height, box->width, box->height };
      guint cost = weigh (self, &at, x, y, radius, n_rounds);

      if (cost < least)
        {
          least = cost;
          best = at;
        }
    }
  *box = best;

  return least;
}

/**
 * seesaw_placement_find_side:
 * @x: of a point, in user units
 * @y: likewise
 * @radius: of its marker
 * @box: (inout): with the size of its label; with its place afterwards
 * @leader: (out): where a line leads from the point to the label; of no length if that is beside it
 *
 * Looks for a side where the label covers no line and can be taken for no other point's, and if
 * there is none beside the point, farther away. Where there is none at all, for that beside the
 * point which covers least.
 *
 * Returns: whether there is a side of the point where its label stays within the plot area and
 *   covers nothing that is taken; it is taken now
 */
gboolean
seesaw_placement_find_side (SeesawPlacement *self,
                            double x,
                            double y,
                            double radius,
                            SeesawRect *box,
                            SeesawLeader *leader)
{
  SeesawRect best = *box;
  guint least = look_around (self, x, y, radius, 0, &best);

  *leader = (SeesawLeader){ 0 };
  for (guint n_rounds = 1; n_rounds < N_ROUNDS && least >= LEADER_COST; n_rounds++)
    {
      SeesawRect at = *box;
      guint cost = look_around (self, x, y, radius, n_rounds, &at);

      if (cost < LINE_COST && cost < least)
        {
          best = at;
          least = cost;
          *leader = get_leader (x, y, radius, &at);
        }
    }

  if (least == G_MAXUINT)
    return FALSE;

  *box = best;
  g_array_append_val (self->taken, best);

  return TRUE;
}
