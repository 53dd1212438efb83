/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-compare-run.h"
#include "seesaw-figure-compare.h"
#include "seesaw-session-file.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define SEESAW_TYPE_COMPARE_BAR (seesaw_compare_bar_get_type ())
G_DECLARE_FINAL_TYPE (SeesawCompareBar, seesaw_compare_bar, SEESAW, COMPARE_BAR, AdwBin)

void seesaw_compare_bar_set_runs (SeesawCompareBar *self, const GPtrArray *runs);
void seesaw_compare_bar_set_comparison (SeesawCompareBar *self, const SeesawComparison *comparison);
void seesaw_compare_bar_get_epoch (SeesawCompareBar *self, SeesawCompareRequest *request);
void seesaw_compare_bar_get_subject (SeesawCompareBar *self, SeesawCompareSubject *subject);

void seesaw_compare_bar_save (SeesawCompareBar *self, SeesawSessionFile *file);
void seesaw_compare_bar_restore (SeesawCompareBar *self, const SeesawSessionFile *file);

G_END_DECLS
