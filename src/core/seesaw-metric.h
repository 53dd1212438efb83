/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-analysis.h"

G_BEGIN_DECLS

/**
 * SeesawQuantity:
 * @SEESAW_QUANTITY_YY: Acc Y/Y
 * @SEESAW_QUANTITY_SY: Acc S/Y
 * @SEESAW_QUANTITY_UY: Acc U/Y
 * @SEESAW_QUANTITY_H: harmonic mean of Acc S/Y and Acc U/Y
 * @SEESAW_QUANTITY_SS: Acc S/S; the same at every γ
 * @SEESAW_QUANTITY_UU: Acc U/U; the same at every γ
 * @SEESAW_QUANTITY_AUSUC: area under the seen-unseen curve; the same at every γ
 * @SEESAW_QUANTITY_GAMMA: γ itself
 *
 * A number by which runs are compared.
 */
typedef enum
{
  SEESAW_QUANTITY_YY,
  SEESAW_QUANTITY_SY,
  SEESAW_QUANTITY_UY,
  SEESAW_QUANTITY_H,
  SEESAW_QUANTITY_SS,
  SEESAW_QUANTITY_UU,
  SEESAW_QUANTITY_AUSUC,
  SEESAW_QUANTITY_GAMMA,
  SEESAW_N_QUANTITIES,
} SeesawQuantity;

/**
 * SeesawVariant:
 * @SEESAW_VARIANT_PRETRAINED: the model before fine-tuning, at γ = 0
 * @SEESAW_VARIANT_FINE_TUNED: the fine-tuned model, at γ = 0
 * @SEESAW_VARIANT_ALG: the fine-tuned model, at γ_ALG
 * @SEESAW_VARIANT_PCV: the fine-tuned model, at γ_PCV
 * @SEESAW_VARIANT_ORACLE: the fine-tuned model, at γ*
 * @SEESAW_VARIANT_NCM: nearest class means on the features of the fine-tuned model
 *
 * What a quantity is measured on.
 */
typedef enum
{
  SEESAW_VARIANT_PRETRAINED,
  SEESAW_VARIANT_FINE_TUNED,
  SEESAW_VARIANT_ALG,
  SEESAW_VARIANT_PCV,
  SEESAW_VARIANT_ORACLE,
  SEESAW_VARIANT_NCM,
  SEESAW_N_VARIANTS,
} SeesawVariant;

/**
 * SeesawMetric:
 * @quantity: which number
 * @variant: of what
 *
 * A quantity of one of the models and γs that are compared.
 */
typedef struct
{
  SeesawQuantity quantity;
  SeesawVariant variant;
} SeesawMetric;

/**
 * SeesawMeasures:
 * @values: by `SeesawVariant` and `SeesawQuantity`; accuracies as fractions, NaN where undefined
 *
 * All metrics of a run at one epoch.
 */
typedef struct
{
  double values[SEESAW_N_VARIANTS][SEESAW_N_QUANTITIES];
} SeesawMeasures;

void seesaw_measures_init (SeesawMeasures *self,
                           const SeesawAnalysis *start,
                           const SeesawAnalysis *now,
                           const SeesawAnalysis *ncm);
double seesaw_measures_get (const SeesawMeasures *self, SeesawMetric metric);

gboolean seesaw_metric_is_meaningful (SeesawMetric metric);
gboolean seesaw_metric_is_accuracy (SeesawMetric metric);
char *seesaw_metric_get_id (SeesawMetric metric);
gboolean seesaw_metric_find (const char *id, SeesawMetric *metric);
gboolean seesaw_quantity_find (const char *id, SeesawQuantity *quantity);

G_END_DECLS
