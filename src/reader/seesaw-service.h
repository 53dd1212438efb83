/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean seesaw_service_run (const char *path, int fd, GError **error);

G_END_DECLS
