/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-analysis.h"

G_BEGIN_DECLS

char *seesaw_remarks_new (const SeesawAnalysis *analysis, const char *separator);

G_END_DECLS
