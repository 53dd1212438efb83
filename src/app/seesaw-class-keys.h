/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-class-columns.h"

G_BEGIN_DECLS

/**
 * SeesawClassKeys:
 *
 * What rows of classes are sorted by, looked up once for all comparisons.
 */
typedef struct _SeesawClassKeys SeesawClassKeys;

SeesawClassKeys *seesaw_class_keys_new (void);
void seesaw_class_keys_free (SeesawClassKeys *self);

const double *seesaw_class_keys_get (SeesawClassKeys *self,
                                     SeesawClassColumn column,
                                     const SeesawSubject *subject);
void seesaw_class_keys_forget (SeesawClassKeys *self, gboolean only_gamma);

G_END_DECLS
