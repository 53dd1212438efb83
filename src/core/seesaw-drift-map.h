/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-cluster.h"
#include "seesaw-similarity.h"

G_BEGIN_DECLS

/**
 * SeesawOrder:
 * @SEESAW_ORDER_INDEX: by class index
 * @SEESAW_ORDER_NAME: by name, in the order of Unicode; by index without names
 * @SEESAW_ORDER_NORM: by norm of Δw, largest first
 * @SEESAW_ORDER_CLUSTER: by average-linkage clustering
 *
 * How classes are ordered within S and within U.
 */
typedef enum
{
  SEESAW_ORDER_INDEX,
  SEESAW_ORDER_NAME,
  SEESAW_ORDER_NORM,
  SEESAW_ORDER_CLUSTER,
  SEESAW_N_ORDERS,
} SeesawOrder;

/**
 * SeesawAlike:
 * @label: a class
 * @similarity: how alike its Δw is
 */
typedef struct
{
  gint32 label;
  double similarity;
} SeesawAlike;

/**
 * SeesawDriftMap:
 * @measure: how alike Δw are
 * @order: how classes are ordered within a block
 * @n_classes: number of rows and columns, C
 * @n_seen: the first so many rows are the seen classes, the others the unseen ones
 * @label: `[n_classes]`, the class of each row
 * @row: `[n_classes]`, the row of each class
 * @similarity: the matrix, in this order
 * @dendrogram: by seen: how its block is clustered, its leaves 0 … being the block's classes by
 *   index; %NULL in another order, and for a block of more than %SEESAW_CLUSTER_MAX classes, which
 *   is ordered by norm instead
 *
 * The matrix of similarities between all Δw, block S before block U. Immutable and reference
 * counted; may be used from any thread.
 */
typedef struct
{
  SeesawMeasure measure;
  SeesawOrder order;
  gsize n_classes;
  gsize n_seen;
  gint32 *label;
  gint32 *row;
  SeesawSimilarity *similarity;
  SeesawDendrogram *dendrogram[2];
} SeesawDriftMap;

SeesawDriftMap *seesaw_drift_map_new (const SeesawClasses *classes,
                                      const SeesawDrift *drift,
                                      SeesawMeasure measure,
                                      SeesawOrder order) G_GNUC_WARN_UNUSED_RESULT;
SeesawDriftMap *seesaw_drift_map_ref (SeesawDriftMap *self);
void seesaw_drift_map_unref (SeesawDriftMap *self);

gsize seesaw_drift_map_list_alike (const SeesawDriftMap *self,
                                   gint32 label,
                                   gboolean most,
                                   SeesawAlike *alike,
                                   gsize max_alike);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SeesawDriftMap, seesaw_drift_map_unref)

G_END_DECLS
