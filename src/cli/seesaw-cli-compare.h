/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-compare-run.h"

G_BEGIN_DECLS

gboolean seesaw_cli_export_table (int argc, char **argv, GError **error);
gboolean seesaw_cli_plot_compare (int argc, char **argv, GError **error);

gboolean
seesaw_cli_parse_epoch_choice (const char *text, SeesawCompareRequest *request, GError **error);
gboolean seesaw_cli_parse_average (const char *text,
                                   int top_k,
                                   SeesawCompareRequest *request,
                                   GError **error);
GArray *seesaw_cli_parse_metrics (const char *text, gboolean expands, GError **error);
gboolean seesaw_cli_check_attributes (const SeesawComparison *comparison,
                                      const char *const *names,
                                      GError **error);
SeesawComparison *seesaw_cli_compare (char **paths,
                                      const SeesawCompareRequest *request,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
