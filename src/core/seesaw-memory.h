/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gpointer seesaw_memory_new (gsize size) G_GNUC_WARN_UNUSED_RESULT;
void seesaw_memory_free (gpointer memory, gsize size);

G_END_DECLS
