/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-export.h"

G_BEGIN_DECLS

double seesaw_page_choose_height (const SeesawGrid *grid, const SeesawTheme *theme, double width);
gboolean seesaw_page_check_height (const SeesawGrid *grid,
                                   const SeesawTheme *theme,
                                   const SeesawExportPage *size,
                                   gboolean needs_legend,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
