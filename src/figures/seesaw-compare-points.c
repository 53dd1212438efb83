/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which run stands where in a comparison: groups along x, series side by side. */

#include "config.h"

#include "seesaw-compare-points.h"

#include <math.h>

/* Positive numbers that span more than this factor ask for logarithms. */
#define LOG_FACTOR 30.0

/* On an axis of names, where each name has a room of 1. */
#define SERIES_ROOM 0.7
#define SERIES_GAP 0.18

static void
clear_series (gpointer data)
{
  g_free (((SeesawCompareSeries *) data)->split);
}

static void
clear_point (gpointer data)
{
  g_free (((SeesawComparePoint *) data)->text);
}

/* All numbers, and at least two of them: a numeric axis. */
static SeesawAxisFormat
choose_format (const GPtrArray *groups)
{
  double low = (double) INFINITY;
  double high = -(double) INFINITY;
  gboolean is_whole = TRUE;

  for (guint g = 0; g < groups->len; g++)
    {
      double number = ((const SeesawGroup *) g_ptr_array_index (groups, g))->keys[0].number;

      if (isnan (number))
        return SEESAW_AXIS_NAMES;

      low = MIN (low, number);
      high = MAX (high, number);
      is_whole = is_whole && number == floor (number);
    }

  if (!(low < high))
    return SEESAW_AXIS_NAMES;

  return low > 0.0 && high > LOG_FACTOR * low ? SEESAW_AXIS_LOG
         : is_whole                           ? SEESAW_AXIS_INTEGER
                                              : SEESAW_AXIS_PLAIN;
}

static const char *
get_text (const SeesawAttribute *key)
{
  return key->text != NULL ? key->text : "—";
}

static guint
find_or_add_name (GPtrArray *names, const char *name)
{
  guint index;

  if (!g_ptr_array_find_with_equal_func (names, name, g_str_equal, &index))
    {
      index = names->len;
      g_ptr_array_add (names, g_strdup (name));
    }

  return index;
}

/* Values of the attribute that splits runs, in order. */
static GPtrArray *
list_splits (const SeesawCompareSubject *subject)
{
  const char *const attributes[] = { subject->split, NULL };
  const SeesawSort sort = { .attribute = subject->split };
  GPtrArray *splits = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) groups = NULL;

  if (subject->split == NULL)
    return splits;

  groups = seesaw_comparison_group (subject->comparison, attributes);
  seesaw_comparison_sort (subject->comparison, groups, &sort);
  for (guint g = 0; g < groups->len; g++)
    g_ptr_array_add (
        splits, g_strdup (get_text (((const SeesawGroup *) g_ptr_array_index (groups, g))->keys)));

  return splits;
}

/* Seen, unseen and all classes keep their colours where these are all that is shown. */
static gboolean
has_own_colors (const SeesawCompareSubject *subject)
{
  guint met = 0;

  for (gsize m = 0; m < subject->n_metrics; m++)
    {
      SeesawQuantity quantity = subject->metrics[m].quantity;

      if (quantity > SEESAW_QUANTITY_UY || (met & 1u << quantity) != 0)
        return FALSE;

      met |= 1u << quantity;
    }

  return TRUE;
}

/* The start is the same for all: a star. Otherwise runs that are split look like runs side by side,
 * and metrics of the same runs differ in lines and in hollow markers.
 */
static SeesawCompareSeries
new_series (const SeesawCompareSubject *subject, gsize metric, guint split, const char *text)
{
  static const SeesawColor own[] = { SEESAW_COLOR_ALL, SEESAW_COLOR_SEEN, SEESAW_COLOR_UNSEEN };
  SeesawMetric shown = subject->metrics[metric];
  guint index = text != NULL ? split : (guint) metric;
  SeesawCompareSeries self = { shown, g_strdup (text), seesaw_run_style (index), FALSE };

  if (text != NULL && subject->n_metrics > 1)
    {
      self.style.dash = seesaw_run_style ((guint) metric).dash;
      self.hollow = metric % 2 == 1;
    }
  if (text == NULL && has_own_colors (subject))
    self.style.color = own[shown.quantity];
  if (shown.variant == SEESAW_VARIANT_PRETRAINED)
    self.style =
        (SeesawRunStyle){ has_own_colors (subject) && subject->n_metrics > 1 ? own[shown.quantity]
                                                                             : SEESAW_COLOR_ALL,
                          SEESAW_MARKER_STAR, SEESAW_DASH_DOTS };

  return self;
}

static void
list_series (SeesawComparePoints *self, const SeesawCompareSubject *subject)
{
  g_autoptr (GPtrArray) splits = list_splits (subject);

  for (gsize m = 0; m < subject->n_metrics; m++)
    {
      gboolean is_start = subject->metrics[m].variant == SEESAW_VARIANT_PRETRAINED;
      guint n = is_start ? 0 : splits->len;

      for (guint s = 0; s < MAX (n, 1); s++)
        {
          SeesawCompareSeries series =
              new_series (subject, m, s, n > 0 ? g_ptr_array_index (splits, s) : NULL);

          g_array_append_val (self->series, series);
        }
    }
}

static double
place (const SeesawComparePoints *self, const SeesawAttribute *key, guint series)
{
  guint n = self->series->len;
  double gap = MIN (SERIES_ROOM / n, SERIES_GAP);

  if (self->format == SEESAW_AXIS_LOG)
    return log10 (key->number);
  if (self->format != SEESAW_AXIS_NAMES)
    return key->number;

  return find_or_add_name (self->names, get_text (key)) + gap * (series - (n - 1) / 2.0);
}

static int
compare_points (gconstpointer a, gconstpointer b)
{
  const SeesawComparePoint *p = a;
  const SeesawComparePoint *q = b;

  return (p->x > q->x) - (p->x < q->x);
}

/* Groups along x; by the attribute that splits them, too, if the series is of one of its values. */
static void
list_points (SeesawComparePoints *self, const SeesawCompareSubject *subject, guint series)
{
  const SeesawCompareSeries *shown = &g_array_index (self->series, SeesawCompareSeries, series);
  const char *const attributes[] = { subject->x, shown->split != NULL ? subject->split : NULL,
                                     NULL };
  g_autoptr (GPtrArray) groups = seesaw_comparison_group (subject->comparison, attributes);
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (SeesawComparePoint));

  for (guint g = 0; g < groups->len; g++)
    {
      const SeesawGroup *group = g_ptr_array_index (groups, g);
      SeesawComparePoint point = { .series = series };

      if (shown->split != NULL && !g_str_equal (get_text (&group->keys[1]), shown->split))
        continue;

      point.mean = seesaw_comparison_average (subject->comparison, group, shown->metric);
      if (isnan (point.mean.mean))
        continue;

      point.x = place (self, &group->keys[0], series);
      point.text = g_strdup (get_text (&group->keys[0]));
      g_array_append_val (points, point);
    }

  g_array_sort (points, compare_points);
  g_array_append_vals (self->points, points->data, points->len);
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

  self->format = choose_format (groups);
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->series = g_array_new (FALSE, FALSE, sizeof (SeesawCompareSeries));
  g_array_set_clear_func (self->series, clear_series);
  self->points = g_array_new (FALSE, FALSE, sizeof (SeesawComparePoint));
  g_array_set_clear_func (self->points, clear_point);

  /* Names have their places even where nothing is defined. */
  for (guint g = 0; self->format == SEESAW_AXIS_NAMES && g < groups->len; g++)
    find_or_add_name (self->names,
                      get_text (((const SeesawGroup *) g_ptr_array_index (groups, g))->keys));

  list_series (self, subject);
  for (guint s = 0; s < self->series->len; s++)
    list_points (self, subject, s);

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
