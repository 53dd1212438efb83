/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-classes.h"
#include "seesaw-samples.h"

G_BEGIN_DECLS

/**
 * SeesawConfusion:
 * @predicted: the class that was predicted
 * @n_samples: for how many samples
 */
typedef struct
{
  gint32 predicted;
  gsize n_samples;
} SeesawConfusion;

/**
 * SeesawClassTable:
 *
 * Samples sorted by class, and each class's thresholds: its accuracy at any γ is a binary search.
 * Immutable and reference counted; may be read from any thread.
 */
typedef struct _SeesawClassTable SeesawClassTable;

SeesawClassTable *seesaw_class_table_new (const SeesawClasses *classes,
                                          SeesawSamples *samples,
                                          guint top_k) G_GNUC_WARN_UNUSED_RESULT;
SeesawClassTable *seesaw_class_table_ref (SeesawClassTable *self);
void seesaw_class_table_unref (SeesawClassTable *self);

gboolean
seesaw_class_table_is_of (const SeesawClassTable *self, const SeesawSamples *samples, guint top_k);
gsize seesaw_class_table_get_n_samples (const SeesawClassTable *self, gsize label);
double seesaw_class_table_get_accuracy (const SeesawClassTable *self, gsize label, double gamma);
gsize seesaw_class_table_list_confusions (const SeesawClassTable *self,
                                          gsize label,
                                          double gamma,
                                          SeesawConfusion *confusions,
                                          gsize max_confusions);
gsize seesaw_class_table_trace (const SeesawClassTable *self,
                                gsize label,
                                double **gammas,
                                double **accuracies);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SeesawClassTable, seesaw_class_table_unref)

G_END_DECLS
