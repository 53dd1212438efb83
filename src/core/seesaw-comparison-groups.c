/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Runs that agree in what they were chosen by, and the order of such groups. */

#include "config.h"

#include "seesaw-comparison.h"

#include <math.h>

/* What a group is sorted by: one of the two. */
typedef struct
{
  SeesawGroup *group;
  SeesawAttribute attribute;
  double value;
  guint position;
} Ranked;

static void
free_group (gpointer data)
{
  SeesawGroup *self = data;

  for (gsize k = 0; k < self->n_keys; k++)
    seesaw_attribute_clear (&self->keys[k]);
  g_free (self->keys);
  g_array_unref (self->members);
  g_free (self);
}

static SeesawGroup *
new_group (const SeesawCompared *compared, const char *const *attributes, gsize n_keys)
{
  SeesawGroup *self = g_new0 (SeesawGroup, 1);

  self->n_keys = n_keys;
  self->keys = g_new0 (SeesawAttribute, n_keys);
  self->members = g_array_new (FALSE, FALSE, sizeof (guint));
  for (gsize k = 0; k < n_keys; k++)
    seesaw_attribute_init (&self->keys[k], compared->run, compared->epoch, attributes[k]);

  return self;
}

static gboolean
agree (const SeesawGroup *a, const SeesawGroup *b)
{
  for (gsize k = 0; k < a->n_keys; k++)
    if (g_strcmp0 (a->keys[k].text, b->keys[k].text) != 0)
      return FALSE;

  return TRUE;
}

/* The group that agrees with @group, which is added if there is none. */
static SeesawGroup *
find_or_add (GPtrArray *groups, SeesawGroup *group, gboolean collapses)
{
  for (guint g = 0; collapses && g < groups->len; g++)
    if (agree (g_ptr_array_index (groups, g), group))
      {
        free_group (group);
        return g_ptr_array_index (groups, g);
      }

  g_ptr_array_add (groups, group);

  return group;
}

/**
 * seesaw_comparison_group:
 * @attributes: (nullable): names of attributes, ending with %NULL; %NULL for no grouping
 *
 * Puts runs together that agree in all of @attributes; runs that lack an attribute agree in that.
 *
 * Returns: (transfer full) (element-type SeesawGroup): the groups in the order in which they are
 *   first met; without @attributes, one for each run, with its name as the key
 */
GPtrArray *
seesaw_comparison_group (const SeesawComparison *self, const char *const *attributes)
{
  static const char *const by_name[] = { "name", NULL };
  const char *const *names = attributes != NULL ? attributes : by_name;
  gsize n_keys = g_strv_length ((char **) names);
  GPtrArray *groups = g_ptr_array_new_with_free_func (free_group);

  for (guint i = 0; i < self->runs->len; i++)
    {
      SeesawGroup *group = find_or_add (
          groups, new_group (seesaw_comparison_get (self, i), names, n_keys), attributes != NULL);

      g_array_append_val (group->members, i);
    }

  return groups;
}

/**
 * seesaw_comparison_average:
 * @group: some of the runs
 * @metric: a metric
 *
 * Returns: the metric over the runs of the group where it is defined
 */
SeesawMean
seesaw_comparison_average (const SeesawComparison *self,
                           const SeesawGroup *group,
                           SeesawMetric metric)
{
  g_autofree double *values = g_new (double, group->members->len + 1);

  for (guint i = 0; i < group->members->len; i++)
    {
      guint member = g_array_index (group->members, guint, i);

      values[i] = seesaw_measures_get (&seesaw_comparison_get (self, member)->measures, metric);
    }

  return seesaw_mean_of (values, group->members->len);
}

/* What is undefined or missing comes last, whichever way round. */
static int
compare_ranked (gconstpointer a, gconstpointer b, gpointer data)
{
  const Ranked *x = a;
  const Ranked *y = b;
  const SeesawSort *sort = data;
  gboolean no_x = sort->attribute != NULL ? x->attribute.text == NULL : (gboolean) isnan (x->value);
  gboolean no_y = sort->attribute != NULL ? y->attribute.text == NULL : (gboolean) isnan (y->value);
  int order = sort->attribute != NULL ? seesaw_attribute_compare (&x->attribute, &y->attribute)
                                      : (x->value < y->value) - (x->value > y->value);

  if (no_x || no_y)
    order = no_x - no_y;
  else if (sort->reversed)
    order = -order;

  return order != 0 ? order : x->position < y->position ? -1 : 1;
}

/**
 * seesaw_comparison_sort:
 * @groups: (element-type SeesawGroup): groups of its runs
 * @sort: what to sort them by; of an attribute that groups do not share, the first run's counts
 *
 * Sorts groups. Those that are the same stay in order.
 */
void
seesaw_comparison_sort (const SeesawComparison *self, GPtrArray *groups, const SeesawSort *sort)
{
  g_autofree Ranked *ranked = g_new0 (Ranked, groups->len + 1);

  for (guint g = 0; g < groups->len; g++)
    {
      SeesawGroup *group = g_ptr_array_index (groups, g);
      const SeesawCompared *first =
          seesaw_comparison_get (self, g_array_index (group->members, guint, 0));

      ranked[g].group = group;
      ranked[g].position = g;
      if (sort->attribute != NULL)
        seesaw_attribute_init (&ranked[g].attribute, first->run, first->epoch, sort->attribute);
      else
        ranked[g].value = seesaw_comparison_average (self, group, sort->metric).mean;
    }

  g_qsort_with_data (ranked, (int) groups->len, sizeof *ranked, compare_ranked, (gpointer) sort);
  for (guint g = 0; g < groups->len; g++)
    {
      groups->pdata[g] = ranked[g].group;
      seesaw_attribute_clear (&ranked[g].attribute);
    }
}
