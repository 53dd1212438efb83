/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-comparison.h"

G_BEGIN_DECLS

GArray *seesaw_compare_choices_list_metrics (void);
GArray *seesaw_compare_choices_list_epochs (const GPtrArray *runs);
char **seesaw_compare_choices_list_attributes (const SeesawComparison *comparison);
SeesawMetric seesaw_compare_choices_guess_metric (const SeesawComparison *comparison);
char *seesaw_compare_choices_guess_x (const SeesawComparison *comparison);
char *seesaw_compare_choices_guess_split (const SeesawComparison *comparison, const char *x);

G_END_DECLS
