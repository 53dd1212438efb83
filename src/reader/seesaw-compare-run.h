/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-comparison.h"
#include "seesaw-open-run.h"

G_BEGIN_DECLS

/**
 * SeesawEpochChoice:
 * @SEESAW_EPOCH_LAST: the last epoch
 * @SEESAW_EPOCH_BEST: the one with the best test Acc Y/Y at γ_ALG
 * @SEESAW_EPOCH_NUMBER: the one with some number
 *
 * Which epoch of each run is compared.
 */
typedef enum
{
  SEESAW_EPOCH_LAST,
  SEESAW_EPOCH_BEST,
  SEESAW_EPOCH_NUMBER,
} SeesawEpochChoice;

/**
 * SeesawCompareRequest:
 * @choice: which epoch
 * @number: its number, if it is chosen by number
 * @top_k: 1 or %SEESAW_TOP_K
 * @average: how samples are averaged
 *
 * How runs are compared.
 */
typedef struct
{
  SeesawEpochChoice choice;
  gint32 number;
  guint top_k;
  SeesawAverage average;
} SeesawCompareRequest;

gboolean seesaw_compare_find_epoch (SeesawOpenRun *open_run,
                                    const SeesawCompareRequest *request,
                                    gsize *index,
                                    GCancellable *cancellable,
                                    GError **error);
gboolean seesaw_compare_run (SeesawOpenRun *open_run,
                             const SeesawCompareRequest *request,
                             SeesawComparison *comparison,
                             GCancellable *cancellable,
                             GError **error);

G_END_DECLS
