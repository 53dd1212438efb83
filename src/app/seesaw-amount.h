/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SeesawAmount:
 * @done: bytes read so far
 * @total: bytes in all; 0 while that is not known
 * @since: when reading began, in µs of monotonic time
 *
 * How far, and how fast, something is being read.
 */
typedef struct
{
  guint64 done;
  guint64 total;
  gint64 since;
} SeesawAmount;

void seesaw_amount_set (SeesawAmount *self, guint64 done, guint64 total, gint64 now);
double seesaw_amount_get_fraction (const SeesawAmount *self);
char *seesaw_amount_describe (const SeesawAmount *self, gint64 now);

G_END_DECLS
