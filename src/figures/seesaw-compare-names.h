/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What can be chosen of a comparison, as it is called on the command line, in session files and by
 * actions; each list is in the order of its enumeration.
 */

#pragma once

#include "seesaw-figure-compare.h"

G_BEGIN_DECLS

static const char *const seesaw_compare_marks[] = { "points", "bars", NULL };
static const char *const seesaw_compare_sorts[] = { "auto",   "attribute", "-attribute", "value",
                                                    "-value", "runs",      NULL };
static const char *const seesaw_compare_scales[] = { "auto", "linear", "log", "names", NULL };

G_END_DECLS
