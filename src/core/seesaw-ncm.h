/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-classes.h"
#include "seesaw-reduce.h"
#include "seesaw-samples.h"

G_BEGIN_DECLS

/**
 * SeesawNcm:
 *
 * The nearest class mean classifier: features are L2-normalised, averaged by class, and the means
 * L2-normalised; the score of a class is the cosine between a feature and its mean. A class
 * without a training sample has no mean and scores −∞.
 */
typedef struct _SeesawNcm SeesawNcm;

SeesawNcm *seesaw_ncm_new (gsize n_classes, gsize n_features) G_GNUC_WARN_UNUSED_RESULT;
void seesaw_ncm_free (SeesawNcm *self);

void seesaw_ncm_add (SeesawNcm *self,
                     gconstpointer features,
                     SeesawScalar scalar,
                     const gint32 *labels,
                     gsize n_rows);
void seesaw_ncm_finish (SeesawNcm *self);
void seesaw_ncm_reduce (const SeesawNcm *self,
                        const SeesawClasses *classes,
                        gconstpointer features,
                        SeesawScalar scalar,
                        gsize first,
                        gsize n_rows,
                        SeesawSamples *samples);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SeesawNcm, seesaw_ncm_free)

G_END_DECLS
