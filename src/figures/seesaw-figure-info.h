/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-export.h"
#include "seesaw-figure-compare.h"

G_BEGIN_DECLS

/**
 * SeesawFigureInfo:
 *
 * What the file of a figure says of itself: what it shows of which runs at which γ.
 */
typedef struct _SeesawFigureInfo SeesawFigureInfo;

SeesawFigureInfo *seesaw_figure_info_new (const char *title,
                                          const char *id,
                                          const SeesawSubject *subject,
                                          gboolean by_score) G_GNUC_WARN_UNUSED_RESULT;
SeesawFigureInfo *
seesaw_figure_info_new_compare (const SeesawCompareSubject *subject) G_GNUC_WARN_UNUSED_RESULT;
void seesaw_figure_info_free (SeesawFigureInfo *self);

SeesawExportInfo seesaw_figure_info_get (const SeesawFigureInfo *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SeesawFigureInfo, seesaw_figure_info_free)

G_END_DECLS
