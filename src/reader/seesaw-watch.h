/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean seesaw_watch_is_waiting_for_disk (GPid pid);
char *seesaw_watch_describe_end (GSubprocess *process);

void seesaw_watch_set_patience (gint64 microseconds);
gint64 seesaw_watch_get_patience (void);

G_END_DECLS
