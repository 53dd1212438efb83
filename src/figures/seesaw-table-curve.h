/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-analysis.h"

G_BEGIN_DECLS

void seesaw_table_curve_append (const SeesawAnalysis *analysis,
                                const SeesawRun *run,
                                GString *csv,
                                const char *file);

G_END_DECLS
