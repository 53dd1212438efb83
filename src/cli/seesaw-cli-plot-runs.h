/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-cli-plot-options.h"

G_BEGIN_DECLS

/**
 * SeesawPlotRuns:
 *
 * The runs that a figure shows.
 */
typedef struct _SeesawPlotRuns SeesawPlotRuns;

SeesawPlotRuns *seesaw_plot_runs_new (SeesawScore score);
void seesaw_plot_runs_free (SeesawPlotRuns *self);

gboolean
seesaw_plot_runs_describe (SeesawPlotRuns *self, char **paths, GPtrArray *figures, GError **error);
gboolean seesaw_plot_runs_describe_session (SeesawPlotRuns *self,
                                            const SeesawSessionFile *session,
                                            GPtrArray *figures,
                                            GError **error);
const SeesawRun *seesaw_plot_runs_get_present (SeesawPlotRuns *self);
gboolean seesaw_plot_runs_load (SeesawPlotRuns *self,
                                const SeesawViewRequest *request,
                                const SeesawPlotOptions *options,
                                GError **error);
void seesaw_plot_runs_fill (const SeesawPlotRuns *self, SeesawSubject *subject);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SeesawPlotRuns, seesaw_plot_runs_free)

G_END_DECLS
