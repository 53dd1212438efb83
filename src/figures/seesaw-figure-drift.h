/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-figure.h"

G_BEGIN_DECLS

extern const SeesawFigure seesaw_figure_drift;

SeesawScene *seesaw_figure_drift_new_frame (const SeesawSubject *subject);
void seesaw_figure_drift_paint_cells (const SeesawDriftMap *map,
                                      gboolean is_dark,
                                      guint level,
                                      gsize row,
                                      gsize n_rows,
                                      gsize column,
                                      gsize n_columns,
                                      guint32 *pixels);
char *seesaw_figure_drift_describe_blocks (const SeesawSubject *subject);

/* seesaw-figure-drift-tree.c */
void seesaw_figure_drift_add_trees (SeesawScene *scene, const SeesawDriftMap *map);

G_END_DECLS
