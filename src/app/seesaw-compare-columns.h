/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-result-table.h"

G_BEGIN_DECLS

guint seesaw_compare_columns_count (const SeesawResultTable *table);
gboolean seesaw_compare_columns_is_count (const SeesawResultTable *table, guint column);
gboolean
seesaw_compare_columns_is_metric (const SeesawResultTable *table, guint column, gsize *metric);
char *
seesaw_compare_columns_get_name (const SeesawResultTable *table, guint column, SeesawMetric metric);
char *seesaw_compare_columns_mark_cell (const SeesawResultTable *table,
                                        const SeesawResultRow *row,
                                        gsize metric);

G_END_DECLS
