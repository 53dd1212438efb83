/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-figure.h"

G_BEGIN_DECLS

/**
 * SeesawClassColumn:
 * @SEESAW_CLASS_COLUMN_NAME: name of the class, or its index
 * @SEESAW_CLASS_COLUMN_SIDE: seen or unseen
 * @SEESAW_CLASS_COLUMN_SAMPLES: number of its test samples
 * @SEESAW_CLASS_COLUMN_BEFORE: accuracy at γ = 0
 * @SEESAW_CLASS_COLUMN_ACCURACY: accuracy at the present γ
 * @SEESAW_CLASS_COLUMN_CHANGE: the second minus the first
 * @SEESAW_CLASS_COLUMN_NCM: accuracy of nearest class means
 * @SEESAW_CLASS_COLUMN_CONFUSION: what it is most often taken for at the present γ
 * @SEESAW_CLASS_COLUMN_NORM: norm of Δw
 * @SEESAW_CLASS_COLUMN_COSINE: cos (w (0), w (e))
 * @SEESAW_CLASS_COLUMN_BIAS: change of the bias
 *
 * What a table of classes shows.
 */
typedef enum
{
  SEESAW_CLASS_COLUMN_NAME,
  SEESAW_CLASS_COLUMN_SIDE,
  SEESAW_CLASS_COLUMN_SAMPLES,
  SEESAW_CLASS_COLUMN_BEFORE,
  SEESAW_CLASS_COLUMN_ACCURACY,
  SEESAW_CLASS_COLUMN_CHANGE,
  SEESAW_CLASS_COLUMN_NCM,
  SEESAW_CLASS_COLUMN_CONFUSION,
  SEESAW_CLASS_COLUMN_NORM,
  SEESAW_CLASS_COLUMN_COSINE,
  SEESAW_CLASS_COLUMN_BIAS,
  SEESAW_N_CLASS_COLUMNS,
} SeesawClassColumn;

const char *seesaw_class_column_get_title (SeesawClassColumn column);
gboolean seesaw_class_column_depends_on_gamma (SeesawClassColumn column);
gboolean seesaw_class_column_is_text (SeesawClassColumn column);
double seesaw_class_column_get_value (SeesawClassColumn column,
                                      const SeesawSubject *subject,
                                      gint32 label);
char *
seesaw_class_column_get_text (SeesawClassColumn column, const SeesawSubject *subject, gint32 label);

char *seesaw_class_get_name (const SeesawClasses *classes, gint32 label);

G_END_DECLS
