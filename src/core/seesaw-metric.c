/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "seesaw-metric.h"

#include <math.h>

static const char *const quantity_ids[SEESAW_N_QUANTITIES] = { "yy", "sy", "uy",    "h",
                                                               "ss", "uu", "ausuc", "gamma" };

/* Another model goes before the quantity, another γ of the same model behind it. */
static const struct
{
  const char *prefix;
  const char *suffix;
} variant_ids[SEESAW_N_VARIANTS] = {
  { "pretrained_", "" }, { "", "" },        { "", "_alg" },
  { "", "_pcv" },        { "", "_oracle" }, { "ncm_", "" },
};

static void
measure (double *values, const SeesawAnalysis *analysis, double gamma)
{
  SeesawAccuracy at;

  if (analysis == NULL || isnan (gamma))
    return;

  at = seesaw_curve_at (analysis->curve, gamma);
  values[SEESAW_QUANTITY_YY] = at.yy;
  values[SEESAW_QUANTITY_SY] = at.sy;
  values[SEESAW_QUANTITY_UY] = at.uy;
  values[SEESAW_QUANTITY_H] = at.h;
  values[SEESAW_QUANTITY_SS] = at.ss;
  values[SEESAW_QUANTITY_UU] = at.uu;
  values[SEESAW_QUANTITY_AUSUC] = seesaw_curve_get_ausuc (analysis->curve);
  values[SEESAW_QUANTITY_GAMMA] = gamma;
}

/**
 * seesaw_measures_init:
 * @self: (out): the metrics
 * @start: (nullable): the run before fine-tuning
 * @now: the epoch that is compared
 * @ncm: (nullable): nearest class means of that epoch
 *
 * Measures everything by which runs are compared, in O(log N).
 */
void
seesaw_measures_init (SeesawMeasures *self,
                      const SeesawAnalysis *start,
                      const SeesawAnalysis *now,
                      const SeesawAnalysis *ncm)
{
  for (int v = 0; v < SEESAW_N_VARIANTS; v++)
    for (int q = 0; q < SEESAW_N_QUANTITIES; q++)
      self->values[v][q] = (double) NAN;

  measure (self->values[SEESAW_VARIANT_PRETRAINED], start, 0.0);
  measure (self->values[SEESAW_VARIANT_FINE_TUNED], now, 0.0);
  measure (self->values[SEESAW_VARIANT_ALG], now, now->gamma[SEESAW_KNOWN_GAMMA_ALG]);
  measure (self->values[SEESAW_VARIANT_PCV], now, now->gamma[SEESAW_KNOWN_GAMMA_PCV]);
  measure (self->values[SEESAW_VARIANT_ORACLE], now, now->gamma[SEESAW_KNOWN_GAMMA_ORACLE]);
  measure (self->values[SEESAW_VARIANT_NCM], ncm, 0.0);
}

/**
 * seesaw_measures_get:
 * @metric: which one
 *
 * Returns: the metric; NaN where undefined
 */
double
seesaw_measures_get (const SeesawMeasures *self, SeesawMetric metric)
{
  return self->values[metric.variant][metric.quantity];
}

/**
 * seesaw_metric_is_meaningful:
 * @metric: a metric
 *
 * Returns: whether it says something that no other does: what is the same at every γ is told once
 *   for each model, and γ only where it is not 0
 */
gboolean
seesaw_metric_is_meaningful (SeesawMetric metric)
{
  gboolean is_calibrated =
      metric.variant >= SEESAW_VARIANT_ALG && metric.variant <= SEESAW_VARIANT_ORACLE;

  if (metric.quantity == SEESAW_QUANTITY_GAMMA)
    return is_calibrated;

  return !is_calibrated || metric.quantity <= SEESAW_QUANTITY_H;
}

/**
 * seesaw_metric_is_accuracy:
 * @metric: a metric
 *
 * Returns: whether it is shown in per cent
 */
gboolean
seesaw_metric_is_accuracy (SeesawMetric metric)
{
  return metric.quantity <= SEESAW_QUANTITY_UU;
}

/**
 * seesaw_metric_get_id:
 * @metric: a metric
 *
 * Returns: (transfer full): its name in files and on the command line, such as "yy", "yy_alg",
 *   "pretrained_uy" or "ncm_ausuc"
 */
char *
seesaw_metric_get_id (SeesawMetric metric)
{
  return g_strconcat (variant_ids[metric.variant].prefix, quantity_ids[metric.quantity],
                      variant_ids[metric.variant].suffix, NULL);
}

/**
 * seesaw_metric_find:
 * @id: (nullable): a name, as seesaw_metric_get_id() gives it
 * @metric: (out): what it means, if anything
 *
 * Returns: whether it is the name of a meaningful metric
 */
gboolean
seesaw_metric_find (const char *id, SeesawMetric *metric)
{
  for (int v = 0; v < SEESAW_N_VARIANTS; v++)
    for (int q = 0; q < SEESAW_N_QUANTITIES; q++)
      {
        const SeesawMetric candidate = { (SeesawQuantity) q, (SeesawVariant) v };
        g_autofree char *name = seesaw_metric_get_id (candidate);

        if (g_strcmp0 (id, name) == 0 && seesaw_metric_is_meaningful (candidate))
          {
            *metric = candidate;
            return TRUE;
          }
      }

  return FALSE;
}

/**
 * seesaw_quantity_find:
 * @id: (nullable): a name, such as "yy"
 * @quantity: (out): what it means, if anything
 *
 * Returns: whether it is the name of a quantity
 */
gboolean
seesaw_quantity_find (const char *id, SeesawQuantity *quantity)
{
  for (int q = 0; q < SEESAW_N_QUANTITIES; q++)
    if (g_strcmp0 (id, quantity_ids[q]) == 0)
      {
        *quantity = (SeesawQuantity) q;
        return TRUE;
      }

  return FALSE;
}
