/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-figure.h"

G_BEGIN_DECLS

gboolean seesaw_plot_remove_missing (GPtrArray *figures, const GPtrArray *runs, GError **error);
gboolean seesaw_plot_remove_single (GPtrArray *figures, GError **error);
gboolean seesaw_plot_check_score (const SeesawRun *run, SeesawScore score, GError **error);
gboolean seesaw_plot_check_fits (const SeesawRun *first,
                                 const SeesawRun *run,
                                 SeesawScore score,
                                 GError **error);
gboolean seesaw_plot_ignore_score (const GPtrArray *figures);

G_END_DECLS
