/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-class-table.h"
#include "seesaw-drift-map.h"
#include "seesaw-history.h"

G_BEGIN_DECLS

/**
 * SeesawParts:
 * @SEESAW_PART_HISTORY: all epochs
 * @SEESAW_PART_DRIFT: what happened to the classifier's weights
 * @SEESAW_PART_CLASSES: accuracies by class
 *
 * What a view may have beside the present epoch.
 */
typedef enum
{
  SEESAW_PART_HISTORY = 1 << 0,
  SEESAW_PART_DRIFT = 1 << 1,
  SEESAW_PART_CLASSES = 1 << 2,
} SeesawParts;

/**
 * SeesawViewRequest:
 * @epoch: index of an epoch; %G_MAXSIZE for the last
 * @score: what classes are ranked by
 * @top_k: 1 or %SEESAW_TOP_K
 * @average: how samples are averaged
 * @measure: how alike Δw are
 * @order: order of classes in the matrix of Δw
 * @parts: what else is wanted
 *
 * A way to look at a run.
 */
typedef struct
{
  gsize epoch;
  SeesawScore score;
  guint top_k;
  SeesawAverage average;
  SeesawMeasure measure;
  SeesawOrder order;
  SeesawParts parts;
} SeesawViewRequest;

/**
 * SeesawView:
 * @request: what was asked for; its epoch is the index of one
 * @run: the run
 * @start: (nullable): the epoch before fine-tuning, analysed
 * @now: the epoch that is looked at
 * @history: (nullable): all epochs; both scores at the request's k and average, spreads of the
 *   request's score, drifts without directions
 * @drift: (nullable): the present epoch's, if the run has weights
 * @map: (nullable): the matrix of similarities of Δw, if there is an epoch to drift from
 * @classes: (nullable): by class, for the request's score and k
 * @ncm_classes: (nullable): by class, for NCM scores, if the run has features
 *
 * What there is to see of a run. Parts that were not asked for, or that the run lacks, are %NULL.
 * Immutable and reference counted; may be read from any thread.
 */
typedef struct
{
  SeesawViewRequest request;
  SeesawRun *run;
  SeesawAnalysis *start;
  SeesawAnalysis *now;
  SeesawHistory *history;
  SeesawDrift *drift;
  SeesawDriftMap *map;
  SeesawClassTable *classes;
  SeesawClassTable *ncm_classes;
} SeesawView;

SeesawView *
seesaw_view_new (SeesawRun *run, const SeesawViewRequest *request) G_GNUC_WARN_UNUSED_RESULT;
SeesawView *seesaw_view_ref (SeesawView *self);
void seesaw_view_unref (SeesawView *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SeesawView, seesaw_view_unref)

G_END_DECLS
