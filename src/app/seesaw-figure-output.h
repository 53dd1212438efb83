/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-figure-info.h"
#include "seesaw-figure-view.h"

G_BEGIN_DECLS

void seesaw_figure_output_copy (SeesawFigureView *view, SeesawScene *scene, SeesawScene *overlay);
void seesaw_figure_output_export (GtkWidget *widget,
                                  const char *id,
                                  SeesawScene *scene,
                                  SeesawScene *overlay,
                                  SeesawFigureInfo *info);

G_END_DECLS
