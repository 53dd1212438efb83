/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-drift.h"
#include "seesaw-run.h"

G_BEGIN_DECLS

/* More classes than this make no table: it would have their square of cells. */
#define SEESAW_TABLE_DRIFT_MAX 4096

gboolean seesaw_table_drift_append (const SeesawDrift *drift,
                                    const SeesawRun *run,
                                    gsize index,
                                    GString *csv,
                                    const char *file,
                                    GError **error);

G_END_DECLS
