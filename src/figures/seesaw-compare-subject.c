/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a comparison is about, and what its attributes allow. */

#include "config.h"

#include "seesaw-compare-points.h"

#include <math.h>

/* Positive numbers that span more than this factor ask for logarithms. */
#define LOG_FACTOR 30.0

/* The values of the attribute along x, if all runs have numbers there. */
typedef struct
{
  gboolean has_texts;
  gboolean has_fractions;
  double low;
  double high;
} Numbers;

/**
 * seesaw_compare_subject_copy:
 *
 * Returns: (transfer full): a copy that holds what it is about
 */
SeesawCompareSubject *
seesaw_compare_subject_copy (const SeesawCompareSubject *self)
{
  SeesawCompareSubject *copy = g_memdup2 (self, sizeof *self);
  gsize n_runs = self->comparison->runs->len;

  seesaw_comparison_ref ((SeesawComparison *) self->comparison);
  copy->metrics = g_memdup2 (self->metrics, self->n_metrics * sizeof *self->metrics);
  copy->x = g_strdup (self->x);
  copy->split = g_strdup (self->split);
  copy->styles = g_memdup2 (self->styles, n_runs * sizeof *self->styles);

  return copy;
}

/**
 * seesaw_compare_subject_free:
 * @self: (transfer full): a copy that is no longer needed
 */
void
seesaw_compare_subject_free (SeesawCompareSubject *self)
{
  seesaw_comparison_unref ((SeesawComparison *) self->comparison);
  g_free ((SeesawMetric *) self->metrics);
  g_free ((char *) self->x);
  g_free ((char *) self->split);
  g_free ((SeesawRunStyle *) self->styles);
  g_free (self);
}

/**
 * seesaw_compare_share_axis:
 * @metrics: `[n_metrics]`
 * @n_metrics: number of them
 *
 * Returns: whether all can be read from one axis: they are accuracies, or the same quantity
 */
gboolean
seesaw_compare_share_axis (const SeesawMetric *metrics, gsize n_metrics)
{
  for (gsize m = 1; m < n_metrics; m++)
    if (metrics[m].quantity != metrics[0].quantity &&
        !(seesaw_metric_is_accuracy (metrics[m]) && seesaw_metric_is_accuracy (metrics[0])))
      return FALSE;

  return TRUE;
}

static Numbers
find_numbers (const SeesawComparison *comparison, const char *x)
{
  Numbers self = { FALSE, FALSE, (double) INFINITY, -(double) INFINITY };

  for (guint i = 0; i < comparison->runs->len; i++)
    {
      const SeesawCompared *compared = seesaw_comparison_get (comparison, i);
      g_auto (SeesawAttribute) value = { 0 };

      seesaw_attribute_init (&value, compared->run, compared->epoch, x);
      self.has_texts |= isnan (value.number);
      self.has_fractions |= value.number != floor (value.number);
      self.low = fmin (self.low, value.number);
      self.high = fmax (self.high, value.number);
    }

  return self;
}

/**
 * seesaw_compare_can_scale:
 * @comparison: the runs
 * @x: name of the attribute along x
 * @scale: a scale
 *
 * Returns: whether the values of the attribute can stand on it
 */
gboolean
seesaw_compare_can_scale (const SeesawComparison *comparison,
                          const char *x,
                          SeesawCompareScale scale)
{
  Numbers numbers = find_numbers (comparison, x);

  switch (scale)
    {
    case SEESAW_COMPARE_SCALE_LINEAR:
      return !numbers.has_texts;

    case SEESAW_COMPARE_SCALE_LOG:
      return !numbers.has_texts && numbers.low > 0.0;

    case SEESAW_COMPARE_SCALE_AUTO:
    case SEESAW_COMPARE_SCALE_NAMES:
    default:
      return TRUE;
    }
}

/**
 * seesaw_compare_is_sorted_by_number:
 * @comparison: the runs
 * @x: name of the attribute along x
 * @sort: an order
 *
 * Returns: whether it puts the values of the attribute where they are on a scale
 */
gboolean
seesaw_compare_is_sorted_by_number (const SeesawComparison *comparison,
                                    const char *x,
                                    SeesawCompareSort sort)
{
  return (sort == SEESAW_COMPARE_SORT_AUTO || sort == SEESAW_COMPARE_SORT_ATTRIBUTE) &&
         seesaw_compare_can_scale (comparison, x, SEESAW_COMPARE_SCALE_LINEAR);
}

static SeesawAxisFormat
choose_automatically (const SeesawCompareSubject *subject, const Numbers *numbers)
{
  if (subject->way.marks == SEESAW_COMPARE_BARS || !(numbers->low < numbers->high))
    return SEESAW_AXIS_NAMES;

  return numbers->low > 0.0 && numbers->high > LOG_FACTOR * numbers->low ? SEESAW_AXIS_LOG
         : numbers->has_fractions                                        ? SEESAW_AXIS_PLAIN
                                                                         : SEESAW_AXIS_INTEGER;
}

/**
 * seesaw_compare_choose_format:
 *
 * Returns: what kind of axis x is
 */
SeesawAxisFormat
seesaw_compare_choose_format (const SeesawCompareSubject *subject)
{
  Numbers numbers = find_numbers (subject->comparison, subject->x);

  if (numbers.has_texts || subject->comparison->runs->len == 0 ||
      !seesaw_compare_is_sorted_by_number (subject->comparison, subject->x, subject->way.sort))
    return SEESAW_AXIS_NAMES;

  switch (subject->way.scale)
    {
    case SEESAW_COMPARE_SCALE_NAMES:
      return SEESAW_AXIS_NAMES;

    case SEESAW_COMPARE_SCALE_LINEAR:
      return numbers.has_fractions ? SEESAW_AXIS_PLAIN : SEESAW_AXIS_INTEGER;

    case SEESAW_COMPARE_SCALE_LOG:
      return numbers.low > 0.0 ? SEESAW_AXIS_LOG : choose_automatically (subject, &numbers);

    case SEESAW_COMPARE_SCALE_AUTO:
    default:
      return choose_automatically (subject, &numbers);
    }
}
