/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the commands that compare runs share: options, and loading. */

#include "config.h"

#include "seesaw-cli-compare.h"

#include "seesaw-cli.h"
#include "seesaw-error.h"

#include <glib/gi18n.h>
#include <string.h>

/**
 * seesaw_cli_parse_epoch_choice:
 * @text: (nullable): "last", "best" or the number of an epoch
 * @request: (inout): gets the choice; the last epoch without a text
 * @error: return location for a `G_OPTION_ERROR`
 *
 * Returns: whether @text could be understood
 */
gboolean
seesaw_cli_parse_epoch_choice (const char *text, SeesawCompareRequest *request, GError **error)
{
  g_autoptr (GError) cause = NULL;
  gint64 number;

  request->choice = SEESAW_EPOCH_LAST;
  if (text == NULL || g_str_equal (text, "last"))
    return TRUE;

  if (g_str_equal (text, "best"))
    {
      request->choice = SEESAW_EPOCH_BEST;
      return TRUE;
    }

  if (!g_ascii_string_to_signed (text, 10, G_MININT32, G_MAXINT32, &number, &cause))
    {
      if (!g_error_matches (cause, G_NUMBER_PARSER_ERROR, G_NUMBER_PARSER_ERROR_OUT_OF_BOUNDS))
        return seesaw_cli_set_usage (error, _ ("--epoch takes “last”, “best” or a number"));

      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   _ ("no run has an epoch %s, expected %d to %d"), text, G_MININT32, G_MAXINT32);
      return FALSE;
    }

  request->choice = SEESAW_EPOCH_NUMBER;
  request->number = (gint32) number;

  return TRUE;
}

/**
 * seesaw_cli_parse_average:
 * @text: (nullable): "sample" or "class"
 * @top_k: 1 or %SEESAW_TOP_K
 * @request: (inout): gets both
 * @error: return location for a `G_OPTION_ERROR`
 *
 * Returns: whether the options make sense
 */
gboolean
seesaw_cli_parse_average (const char *text,
                          int top_k,
                          SeesawCompareRequest *request,
                          GError **error)
{
  gboolean by_class = g_strcmp0 (text, "class") == 0;

  if (text != NULL && !by_class && !g_str_equal (text, "sample"))
    return seesaw_cli_set_usage (error, _ ("--average takes “sample” or “class”"));
  if (top_k != 1 && top_k != SEESAW_TOP_K)
    return seesaw_cli_set_usage (error, _ ("--top takes 1 or 5"));

  request->average = by_class ? SEESAW_AVERAGE_CLASS : SEESAW_AVERAGE_SAMPLE;
  request->top_k = (guint) top_k;

  return TRUE;
}

/* No column twice. */
static void
add_metric (GArray *metrics, SeesawMetric metric)
{
  for (guint i = 0; i < metrics->len; i++)
    {
      const SeesawMetric *known = &g_array_index (metrics, SeesawMetric, i);

      if (known->quantity == metric.quantity && known->variant == metric.variant)
        return;
    }

  g_array_append_val (metrics, metric);
}

/* At the start, and at every γ of the fine-tuned model. */
static void
add_variants (GArray *metrics, SeesawQuantity quantity)
{
  for (int v = SEESAW_VARIANT_PRETRAINED; v <= SEESAW_VARIANT_ORACLE; v++)
    {
      const SeesawMetric metric = { quantity, (SeesawVariant) v };

      if (seesaw_metric_is_meaningful (metric))
        add_metric (metrics, metric);
    }
}

static gboolean
add_metrics (GArray *metrics, const char *id, gboolean expands)
{
  gboolean is_plain = g_str_has_suffix (id, "_0");
  g_autofree char *plain = is_plain ? g_strndup (id, strlen (id) - 2) : g_strdup (id);
  SeesawQuantity quantity;
  SeesawMetric metric;

  if (expands && !is_plain && seesaw_quantity_find (id, &quantity))
    {
      add_variants (metrics, quantity);
      return TRUE;
    }

  if (!seesaw_metric_find (plain, &metric) ||
      (is_plain && metric.variant != SEESAW_VARIANT_FINE_TUNED))
    return FALSE;

  add_metric (metrics, metric);

  return TRUE;
}

/**
 * seesaw_cli_parse_metrics:
 * @text: ids of metrics, between commas
 * @expands: whether a quantity alone, such as "yy", means all its variants; "yy_0" is then the one
 *   of the fine-tuned model
 * @error: return location for a `G_OPTION_ERROR`
 *
 * Returns: (transfer full) (element-type SeesawMetric): the metrics, at least one; %NULL with
 *   @error set
 */
GArray *
seesaw_cli_parse_metrics (const char *text, gboolean expands, GError **error)
{
  g_auto (GStrv) ids = g_strsplit (text, ",", -1);
  g_autoptr (GArray) metrics = g_array_new (FALSE, FALSE, sizeof (SeesawMetric));

  for (char **id = ids; *id != NULL; id++)
    if (!add_metrics (metrics, g_strstrip (*id), expands))
      {
        g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                     _ ("there is no metric “%s”, unlike yy, uy_alg, pretrained_sy, ncm_yy or "
                        "ausuc; the manual page lists them all"),
                     *id);
        return NULL;
      }

  if (metrics->len > 0)
    return g_steal_pointer (&metrics);

  seesaw_cli_set_usage (error, _ ("at least one metric is needed"));

  return NULL;
}

/**
 * seesaw_cli_check_attributes:
 * @comparison: the runs
 * @names: (nullable): names of attributes, ending with %NULL
 * @error: return location for a `SEESAW_ERROR`
 *
 * Returns: whether each of them is known of some run
 */
gboolean
seesaw_cli_check_attributes (const SeesawComparison *comparison,
                             const char *const *names,
                             GError **error)
{
  for (gsize i = 0; names != NULL && names[i] != NULL; i++)
    if (!seesaw_comparison_has_attribute (comparison, names[i]))
      {
        g_auto (GStrv) known = seesaw_comparison_list_attributes (comparison);
        g_autofree char *list = g_strjoinv (", ", known);

        g_set_error (error, SEESAW_ERROR, SEESAW_ERROR_ARGUMENT,
                     _ ("no run has an attribute “%s”; there are %s"), names[i], list);
        return FALSE;
      }

  return TRUE;
}

/**
 * seesaw_cli_compare:
 * @paths: files, ending with %NULL
 * @request: which epoch, and how it is measured
 * @error: return location for a `SEESAW_ERROR`
 *
 * Returns: (transfer full): all runs, or %NULL with @error set
 */
SeesawComparison *
seesaw_cli_compare (char **paths, const SeesawCompareRequest *request, GError **error)
{
  g_autoptr (SeesawComparison) comparison = seesaw_comparison_new ();

  for (char **path = paths; *path != NULL; path++)
    {
      g_autoptr (SeesawOpenRun) open_run = seesaw_open_run_new (*path);

      if (!seesaw_compare_run (open_run, request, comparison, NULL, error))
        return NULL;
    }

  return g_steal_pointer (&comparison);
}
