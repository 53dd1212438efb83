/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *seesaw_number_percent (double fraction);
char *seesaw_number_change (double difference);
char *seesaw_number_gamma (double gamma);
char *seesaw_number_fraction (double fraction);
char *seesaw_number_count (double count);

gboolean seesaw_number_parse (const char *text, double *value);

G_END_DECLS
