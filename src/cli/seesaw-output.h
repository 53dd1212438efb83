/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void seesaw_output_watch_prints (void);
gboolean seesaw_output_check_prints (GError **error);

gboolean seesaw_output_check (const char *path, const char *const *suffixes, GError **error);
gboolean seesaw_output_write (const char *text, gsize length, const char *path, GError **error);

G_END_DECLS
