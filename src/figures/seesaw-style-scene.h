/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-grid.h"
#include "seesaw-style.h"

G_BEGIN_DECLS

gboolean seesaw_style_apply (const SeesawFigureStyle *self,
                             SeesawPanel *panel,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;
SeesawTheme seesaw_style_get_theme (const SeesawFigureStyle *self, const char *font);

G_END_DECLS
