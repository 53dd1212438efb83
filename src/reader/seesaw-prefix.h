/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *seesaw_prefix_find (const char *path);
void seesaw_prefix_set_up_texts (void);
void seesaw_prefix_add_data (void);

G_END_DECLS
