/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-similarity.h"

G_BEGIN_DECLS

/* More classes than this are not clustered: the time grows with their square, and the memory. */
#define SEESAW_CLUSTER_MAX 4096

/**
 * SeesawMerge:
 * @a: a cluster: a leaf below n, or n + i for the one that merge i made
 * @b: another
 * @height: mean distance, 1 − similarity, between members of @a and members of @b
 */
typedef struct
{
  gint32 a;
  gint32 b;
  double height;
} SeesawMerge;

/**
 * SeesawDendrogram:
 * @n_leaves: number of leaves, n
 * @merges: `[n - 1]`, by ascending height
 * @leaves: `[n]`, leaves in an order in which every cluster is in one piece
 */
typedef struct
{
  gsize n_leaves;
  SeesawMerge *merges;
  gint32 *leaves;
} SeesawDendrogram;

SeesawDendrogram *
seesaw_cluster (const SeesawSimilarity *similarity, gsize first, gsize n) G_GNUC_WARN_UNUSED_RESULT;
void seesaw_dendrogram_free (SeesawDendrogram *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SeesawDendrogram, seesaw_dendrogram_free)

G_END_DECLS
