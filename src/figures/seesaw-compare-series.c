/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The series of a comparison: metrics, of all runs or of those that agree in an attribute. */

#include "config.h"

#include "seesaw-compare-points.h"

#include <math.h>

static void
clear_series (gpointer data)
{
  g_free (((SeesawCompareSeries *) data)->split);
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
    g_ptr_array_add (splits, g_strdup (seesaw_compare_get_text (
                                 ((const SeesawGroup *) g_ptr_array_index (groups, g))->keys)));

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

static gboolean
is_start (SeesawMetric metric)
{
  return metric.variant == SEESAW_VARIANT_PRETRAINED;
}

/* Which of the metrics of fine-tuned models it is, or of models before fine-tuning. */
static guint
count_before (const SeesawCompareSubject *subject, gsize metric)
{
  gboolean of_start = is_start (subject->metrics[metric]);
  guint n = 0;

  for (gsize m = 0; m < metric; m++)
    n += is_start (subject->metrics[m]) == of_start;

  return n;
}

/* The start has one colour for all of its metrics. What varies there comes from the other end, so
 * that nothing fine-tuned looks like it.
 */
static guint
choose_variety (const SeesawCompareSubject *subject, gsize metric, gboolean is_split)
{
  guint n = count_before (subject, metric);

  if (!is_start (subject->metrics[metric]))
    return is_split ? n : 0;

  return has_own_colors (subject)
             ? 0
             : (SEESAW_COMPARE_MAX_BARS - n % SEESAW_COMPARE_MAX_BARS) % SEESAW_COMPARE_MAX_BARS;
}

/* The start is the same for all: a star. Otherwise runs that are split look like runs side by side,
 * and metrics of the same runs differ in lines and in hollow markers, or in how bars are filled.
 */
static SeesawCompareSeries
new_series (const SeesawCompareSubject *subject, gsize metric, guint split, const char *text)
{
  static const SeesawColor own[] = { SEESAW_COLOR_ALL, SEESAW_COLOR_SEEN, SEESAW_COLOR_UNSEEN };
  SeesawMetric shown = subject->metrics[metric];
  guint index = text != NULL ? split : (guint) metric;
  SeesawCompareSeries self = { shown, g_strdup (text), seesaw_run_style (index), 0, FALSE };

  self.is_start = is_start (shown);
  if (subject->n_metrics > 1)
    self.variety = choose_variety (subject, metric, text != NULL);
  if (text != NULL && subject->n_metrics > 1)
    self.style.dash = seesaw_run_style ((guint) metric).dash;
  if (text == NULL && has_own_colors (subject))
    self.style.color = own[shown.quantity];
  if (self.is_start)
    self.style =
        (SeesawRunStyle){ has_own_colors (subject) && subject->n_metrics > 1 ? own[shown.quantity]
                                                                             : SEESAW_COLOR_ALL,
                          SEESAW_MARKER_STAR, SEESAW_DASH_DOTS };

  return self;
}

/**
 * seesaw_compare_group:
 * @series: one of the subject's series
 *
 * Returns: (transfer full) (element-type SeesawGroup): the runs along x; by the attribute that
 * splits them, too, if the series is of one of its values
 */
GPtrArray *
seesaw_compare_group (const SeesawCompareSubject *subject, const SeesawCompareSeries *series)
{
  const char *const attributes[] = { subject->x, series->split != NULL ? subject->split : NULL,
                                     NULL };

  return seesaw_comparison_group (subject->comparison, attributes);
}

/**
 * seesaw_compare_average:
 * @group: a group of seesaw_compare_group()
 *
 * Returns: what the series shows of it; undefined if the group is not of the series
 */
SeesawMean
seesaw_compare_average (const SeesawCompareSubject *subject,
                        const SeesawCompareSeries *series,
                        const SeesawGroup *group)
{
  if (series->split != NULL &&
      !g_str_equal (seesaw_compare_get_text (&group->keys[1]), series->split))
    return (SeesawMean){ (double) NAN, (double) NAN, 0 };

  return seesaw_comparison_average (subject->comparison, group, series->metric);
}

static gboolean
is_defined (const SeesawCompareSubject *subject, const SeesawCompareSeries *series)
{
  g_autoptr (GPtrArray) groups = seesaw_compare_group (subject, series);

  for (guint g = 0; g < groups->len; g++)
    if (!isnan (seesaw_compare_average (subject, series, g_ptr_array_index (groups, g)).mean))
      return TRUE;

  return FALSE;
}

/**
 * seesaw_compare_list_series:
 *
 * Returns: (transfer full) (element-type SeesawCompareSeries): the series of which anything is
 *   defined, metric by metric
 */
GArray *
seesaw_compare_list_series (const SeesawCompareSubject *subject)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (SeesawCompareSeries));
  g_autoptr (GPtrArray) splits = list_splits (subject);

  g_array_set_clear_func (list, clear_series);
  for (gsize m = 0; m < subject->n_metrics; m++)
    {
      guint n = is_start (subject->metrics[m]) ? 0 : splits->len;

      for (guint s = 0; s < MAX (n, 1); s++)
        {
          SeesawCompareSeries series =
              new_series (subject, m, s, n > 0 ? g_ptr_array_index (splits, s) : NULL);

          if (is_defined (subject, &series))
            g_array_append_val (list, series);
          else
            clear_series (&series);
        }
    }

  return list;
}
