/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What there is to choose from when runs are compared, and what is likely to be meant. */

#include "config.h"

#include "seesaw-compare-choices.h"

#include "seesaw-figure-compare.h"
#include "seesaw-open-run.h"

/* Attributes that tell runs apart, but are seldom what somebody varied to see what happens. */
static const char *const incidental[] = { "name", "file", "seed", "epoch", NULL };

/**
 * seesaw_compare_choices_list_metrics:
 *
 * Returns: (transfer full) (element-type SeesawMetric): all metrics there are, by quantity
 */
GArray *
seesaw_compare_choices_list_metrics (void)
{
  GArray *metrics = g_array_new (FALSE, FALSE, sizeof (SeesawMetric));

  for (int q = 0; q < SEESAW_N_QUANTITIES; q++)
    for (int v = 0; v < SEESAW_N_VARIANTS; v++)
      {
        const SeesawMetric metric = { (SeesawQuantity) q, (SeesawVariant) v };

        if (seesaw_metric_is_meaningful (metric))
          g_array_append_val (metrics, metric);
      }

  return metrics;
}

static int
compare_epochs (gconstpointer a, gconstpointer b)
{
  gint32 x = *(const gint32 *) a;
  gint32 y = *(const gint32 *) b;

  return (x > y) - (x < y);
}

/**
 * seesaw_compare_choices_list_epochs:
 * @runs: (element-type SeesawOpenRun): runs of which views have been made
 *
 * Returns: (transfer full) (element-type gint32): the numbers of epochs that some run has, each
 *   once, in ascending order
 */
GArray *
seesaw_compare_choices_list_epochs (const GPtrArray *runs)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (gint32));
  GArray *epochs = g_array_new (FALSE, FALSE, sizeof (gint32));

  for (guint i = 0; i < runs->len; i++)
    {
      const SeesawRun *run = seesaw_open_run_get_run (g_ptr_array_index (runs, i));

      if (run != NULL)
        g_array_append_vals (all, run->epochs, (guint) run->n_epochs);
    }
  g_array_sort (all, compare_epochs);
  for (guint e = 0; e < all->len; e++)
    if (e == 0 || g_array_index (all, gint32, e) != g_array_index (all, gint32, e - 1))
      g_array_append_val (epochs, g_array_index (all, gint32, e));

  return epochs;
}

/**
 * seesaw_compare_choices_list_attributes:
 * @comparison: the runs
 *
 * Returns: (transfer full): names of all attributes, ending with %NULL; first those that differ
 *   between the runs
 */
char **
seesaw_compare_choices_list_attributes (const SeesawComparison *comparison)
{
  g_auto (GStrv) varying = seesaw_comparison_list_varying (comparison);
  g_auto (GStrv) all = seesaw_comparison_list_attributes (comparison);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  g_strv_builder_addv (names, (const char **) varying);
  for (char **name = all; *name != NULL; name++)
    if (!g_strv_contains ((const char *const *) varying, *name))
      g_strv_builder_add (names, *name);

  return g_strv_builder_end (names);
}

/**
 * seesaw_compare_choices_guess_metric:
 * @comparison: the runs
 *
 * Returns: Acc Y/Y at γ_ALG if that is known of all runs, else without calibration
 */
SeesawMetric
seesaw_compare_choices_guess_metric (const SeesawComparison *comparison)
{
  const SeesawMetric calibrated = { SEESAW_QUANTITY_YY, SEESAW_VARIANT_ALG };
  const SeesawMetric plain = { SEESAW_QUANTITY_YY, SEESAW_VARIANT_FINE_TUNED };

  return seesaw_comparison_count (comparison, calibrated) == comparison->runs->len ? calibrated
                                                                                   : plain;
}

/* What has a value of its own for each run gathers nothing. */
static gboolean
gathers (const SeesawComparison *comparison, const char *name)
{
  const char *const names[] = { name, NULL };
  g_autoptr (GPtrArray) groups = seesaw_comparison_group (comparison, names);

  return groups->len < comparison->runs->len;
}

/**
 * seesaw_compare_choices_guess_x:
 * @comparison: the runs
 *
 * Returns: (transfer full): name of the attribute that the runs were made to differ in: rather a
 *   number than a text, rather a text than the name of the run
 */
char *
seesaw_compare_choices_guess_x (const SeesawComparison *comparison)
{
  g_auto (GStrv) varying = seesaw_comparison_list_varying (comparison);
  const char *text = NULL;

  for (char **name = varying; *name != NULL; name++)
    {
      if (g_strv_contains (incidental, *name))
        continue;
      if (seesaw_compare_can_scale (comparison, *name, SEESAW_COMPARE_SCALE_LINEAR))
        return g_strdup (*name);
      if (text == NULL)
        text = *name;
    }
  if (text == NULL)
    text = g_strv_contains ((const char *const *) varying, "name") ? "name" : "file";

  return g_strdup (text);
}

/**
 * seesaw_compare_choices_guess_split:
 * @comparison: the runs
 * @x: name of the attribute along x
 *
 * Returns: (transfer full) (nullable): name of another attribute, a text that gathers runs; %NULL
 * if there is none
 */
char *
seesaw_compare_choices_guess_split (const SeesawComparison *comparison, const char *x)
{
  g_auto (GStrv) varying = seesaw_comparison_list_varying (comparison);

  for (char **name = varying; *name != NULL; name++)
    if (!g_str_equal (*name, x) && !g_strv_contains (incidental, *name) &&
        !seesaw_compare_can_scale (comparison, *name, SEESAW_COMPARE_SCALE_LINEAR) &&
        gathers (comparison, *name))
      return g_strdup (*name);

  return NULL;
}
