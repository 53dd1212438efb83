/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void seesaw_latex_add_text (GString *latex, const char *text);
gboolean seesaw_latex_is_plain (const char *text);

G_END_DECLS
