/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-figure-compare.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define SEESAW_TYPE_COMPARE_TABLE (seesaw_compare_table_get_type ())
G_DECLARE_FINAL_TYPE (SeesawCompareTable, seesaw_compare_table, SEESAW, COMPARE_TABLE, AdwBin)

void seesaw_compare_table_show (SeesawCompareTable *self, const SeesawCompareSubject *subject);

G_END_DECLS
