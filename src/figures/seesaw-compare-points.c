/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which run stands where in a comparison: groups along x, series side by side. */

#include "config.h"

#include "seesaw-compare-points.h"

#include <math.h>

/* How much of the room of a name points take, and how far apart they are at most. */
#define POINTS_ROOM 0.7
#define POINTS_GAP 0.18

/* Likewise bars, which stand side by side. */
#define BARS_ROOM 0.8
#define BAR_WIDTH 0.5

static void
clear_point (gpointer data)
{
  g_free (((SeesawComparePoint *) data)->text);
}

/**
 * seesaw_compare_points_get_series:
 *
 * Returns: (transfer none): the series at a position
 */
const SeesawCompareSeries *
seesaw_compare_points_get_series (const SeesawComparePoints *self, guint index)
{
  return &g_array_index (self->series, SeesawCompareSeries, index);
}

/**
 * seesaw_compare_points_get:
 *
 * Returns: (transfer none): the point at a position
 */
const SeesawComparePoint *
seesaw_compare_points_get (const SeesawComparePoints *self, guint index)
{
  return &g_array_index (self->points, SeesawComparePoint, index);
}

/**
 * seesaw_compare_get_text:
 * @key: a value
 *
 * Returns: (transfer none): its text; an em dash if it is missing
 */
const char *
seesaw_compare_get_text (const SeesawAttribute *key)
{
  return key->text != NULL ? key->text : "—";
}

static void
add_name (SeesawComparePoints *self, const char *name)
{
  if (!g_ptr_array_find_with_equal_func (self->names, name, g_str_equal, NULL))
    g_ptr_array_add (self->names, g_strdup (name));
}

static const SeesawAttribute *
get_key (const GPtrArray *groups, guint index)
{
  return ((const SeesawGroup *) g_ptr_array_index (groups, index))->keys;
}

/* Those that are equal by value stay in the order of the attribute. */
static void
sort_groups (const SeesawComparePoints *self,
             const SeesawCompareSubject *subject,
             GPtrArray *groups)
{
  SeesawCompareSort order = subject->way.sort;
  gboolean by_number = seesaw_compare_is_sorted_by_number (subject->comparison, subject->x, order);
  SeesawSort sort = { .attribute = subject->x,
                      .reversed = order == SEESAW_COMPARE_SORT_ATTRIBUTE_DOWN };

  if (order == SEESAW_COMPARE_SORT_RUNS || (order == SEESAW_COMPARE_SORT_AUTO && !by_number))
    return;

  seesaw_comparison_sort (subject->comparison, groups, &sort);
  if ((order != SEESAW_COMPARE_SORT_VALUE && order != SEESAW_COMPARE_SORT_VALUE_UP) ||
      self->series->len == 0)
    return;

  sort = (SeesawSort){ .metric = seesaw_compare_points_get_series (self, 0)->metric,
                       .reversed = order == SEESAW_COMPARE_SORT_VALUE_UP };
  seesaw_comparison_sort (subject->comparison, groups, &sort);
}

static double
to_axis (const SeesawComparePoints *self, const SeesawAttribute *key)
{
  return self->format == SEESAW_AXIS_LOG ? log10 (key->number) : key->number;
}

/* The least distance of two groups. */
static double
find_room (const SeesawComparePoints *self, const GPtrArray *groups)
{
  double room = (double) INFINITY;

  if (self->format == SEESAW_AXIS_NAMES)
    return 1.0;

  for (guint g = 1; g < groups->len; g++)
    {
      double step = to_axis (self, get_key (groups, g)) - to_axis (self, get_key (groups, g - 1));

      if (step > 0.0)
        room = MIN (room, step);
    }

  return isfinite (room) ? room : 1.0;
}

/* How far apart the series of a group are. */
static double
find_gap (const SeesawComparePoints *self, SeesawCompareMarks marks)
{
  guint n = MAX (self->series->len, 1);

  if (marks == SEESAW_COMPARE_BARS)
    return self->bar;

  return self->format == SEESAW_AXIS_NAMES ? MIN (POINTS_ROOM / n, POINTS_GAP) : 0.0;
}

static void
place (const SeesawComparePoints *self,
       const SeesawCompareSubject *subject,
       const SeesawAttribute *key,
       SeesawComparePoint *point)
{
  double shift = point->series - (self->series->len - 1) / 2.0;

  point->text = g_strdup (seesaw_compare_get_text (key));
  if (self->format == SEESAW_AXIS_NAMES)
    g_ptr_array_find_with_equal_func (self->names, point->text, g_str_equal, &point->name);
  point->x = (self->format == SEESAW_AXIS_NAMES ? point->name : to_axis (self, key)) +
             shift * find_gap (self, subject->way.marks);
}

static int
compare_points (gconstpointer a, gconstpointer b)
{
  const SeesawComparePoint *p = a;
  const SeesawComparePoint *q = b;

  return (p->x > q->x) - (p->x < q->x);
}

static void
list_points (SeesawComparePoints *self, const SeesawCompareSubject *subject, guint series)
{
  const SeesawCompareSeries *shown = seesaw_compare_points_get_series (self, series);
  g_autoptr (GPtrArray) groups = seesaw_compare_group (subject, shown);
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (SeesawComparePoint));

  for (guint g = 0; g < groups->len; g++)
    {
      const SeesawGroup *group = g_ptr_array_index (groups, g);
      SeesawComparePoint point = { .series = series, .run = -1, .style = shown->style };

      point.mean = seesaw_compare_average (subject, shown, group);
      if (isnan (point.mean.mean))
        continue;

      if (group->members->len == 1)
        point.run = (int) g_array_index (group->members, guint, 0);
      place (self, subject, group->keys, &point);
      g_array_append_val (points, point);
    }

  g_array_sort (points, compare_points);
  g_array_append_vals (self->points, points->data, points->len);
}

/* The run that a series consists of; −1 if there are several. */
static int
find_run (const SeesawComparePoints *self, guint series)
{
  int run = -1;

  for (guint i = 0; i < self->points->len; i++)
    {
      const SeesawComparePoint *point = seesaw_compare_points_get (self, i);

      if (point->series == series && (point->run < 0 || (run >= 0 && run != point->run)))
        return -1;
      if (point->series == series)
        run = point->run;
    }

  return run;
}

/* Every series that is of some runs is of one, or every point is one where there is one series
 * without lines. Otherwise a colour would mean a run here and several there.
 */
static gboolean
shows_single_runs (const SeesawComparePoints *self)
{
  if (!self->is_split && (self->series->len != 1 || self->format != SEESAW_AXIS_NAMES))
    return FALSE;

  for (guint i = 0; i < self->points->len; i++)
    {
      const SeesawComparePoint *point = seesaw_compare_points_get (self, i);
      gboolean is_start = seesaw_compare_points_get_series (self, point->series)->is_start;

      if (is_start ? !self->is_split
                   : (self->is_split ? find_run (self, point->series) : point->run) < 0)
        return FALSE;
    }

  return TRUE;
}

static void
take_style_of_runs (SeesawComparePoints *self, const SeesawCompareSubject *subject)
{
  if (!shows_single_runs (self))
    return;

  for (guint i = 0; i < self->points->len; i++)
    {
      SeesawComparePoint *point = &g_array_index (self->points, SeesawComparePoint, i);
      SeesawCompareSeries *series =
          &g_array_index (self->series, SeesawCompareSeries, point->series);
      SeesawDash dash = series->style.dash;

      if (series->is_start)
        continue;

      point->style = subject->styles != NULL ? subject->styles[point->run]
                                             : seesaw_run_style ((guint) point->run);
      if (subject->n_metrics > 1)
        point->style.dash = dash;
      if (series->split != NULL)
        series->style = point->style;
    }
}

/**
 * seesaw_compare_points_new:
 * @subject: what the figure is about
 *
 * Returns: (transfer full): where everything stands
 */
SeesawComparePoints *
seesaw_compare_points_new (const SeesawCompareSubject *subject)
{
  const char *const attributes[] = { subject->x, NULL };
  g_autoptr (GPtrArray) groups = seesaw_comparison_group (subject->comparison, attributes);
  SeesawComparePoints *self = g_new0 (SeesawComparePoints, 1);

  self->format = seesaw_compare_choose_format (subject);
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->is_split = subject->split != NULL;
  self->series = seesaw_compare_list_series (subject);
  sort_groups (self, subject, groups);
  self->points = g_array_new (FALSE, FALSE, sizeof (SeesawComparePoint));
  g_array_set_clear_func (self->points, clear_point);
  self->room = find_room (self, groups);
  self->bar = self->room * MIN (BARS_ROOM / MAX (self->series->len, 1), BAR_WIDTH);

  /* Names have their places even where nothing is defined. */
  for (guint g = 0; self->format == SEESAW_AXIS_NAMES && g < groups->len; g++)
    add_name (self, seesaw_compare_get_text (get_key (groups, g)));

  for (guint s = 0; s < self->series->len; s++)
    list_points (self, subject, s);
  take_style_of_runs (self, subject);

  return self;
}

/**
 * seesaw_compare_points_free:
 * @self: (transfer full): the points
 */
void
seesaw_compare_points_free (SeesawComparePoints *self)
{
  g_ptr_array_unref (self->names);
  g_array_unref (self->series);
  g_array_unref (self->points);
  g_free (self);
}

/**
 * seesaw_compare_points_count:
 * @name: position of a name, or −1 for all that there is along x
 * @least: (out): the smallest number of runs that a point there stands for
 * @most: (out): the largest
 *
 * What all series share, as they share the start, does not count where others are split.
 *
 * Returns: whether there is a point
 */
gboolean
seesaw_compare_points_count (const SeesawComparePoints *self, int name, gsize *least, gsize *most)
{
  *least = G_MAXSIZE;
  *most = 0;
  for (guint i = 0; i < self->points->len; i++)
    {
      const SeesawComparePoint *point = seesaw_compare_points_get (self, i);

      if ((name >= 0 && point->name != (guint) name) ||
          (self->is_split && seesaw_compare_points_get_series (self, point->series)->is_start))
        continue;

      *least = MIN (*least, point->mean.n);
      *most = MAX (*most, point->mean.n);
    }

  return *most > 0;
}
