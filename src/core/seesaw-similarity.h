/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-drift.h"

G_BEGIN_DECLS

/**
 * SeesawMeasure:
 * @SEESAW_MEASURE_COSINE: cosine similarity
 * @SEESAW_MEASURE_PEARSON: Pearson correlation: the cosine once each vector's mean is taken away
 *
 * How alike two Δw are.
 */
typedef enum
{
  SEESAW_MEASURE_COSINE,
  SEESAW_MEASURE_PEARSON,
} SeesawMeasure;

/**
 * SeesawSimilarity:
 *
 * The matrix of similarities between the Δw of classes, in some order, computed piece by piece and
 * never held. Level 0 has a cell for each pair of classes. A cell of level l is the mean over a
 * block of 2^l × 2^l pairs, fewer at the end. Immutable and reference counted; may be used from
 * any thread.
 */
typedef struct _SeesawSimilarity SeesawSimilarity;

SeesawSimilarity *seesaw_similarity_new (const SeesawDrift *drift,
                                         SeesawMeasure measure,
                                         const gint32 *order,
                                         gsize n_rows) G_GNUC_WARN_UNUSED_RESULT;
SeesawSimilarity *seesaw_similarity_ref (SeesawSimilarity *self);
void seesaw_similarity_unref (SeesawSimilarity *self);

guint seesaw_similarity_get_n_levels (const SeesawSimilarity *self);
gsize seesaw_similarity_get_n_cells (const SeesawSimilarity *self, guint level);
void seesaw_similarity_compute (const SeesawSimilarity *self,
                                guint level,
                                gsize row,
                                gsize n_rows,
                                gsize column,
                                gsize n_columns,
                                float *values);
double seesaw_similarity_at (const SeesawSimilarity *self, gsize row, gsize column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SeesawSimilarity, seesaw_similarity_unref)

G_END_DECLS
