/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "seesaw-amount.h"

#include <glib/gi18n.h>

/* Before that, a rate is a guess. */
#define SETTLED_US (G_USEC_PER_SEC / 2)

/**
 * seesaw_amount_set:
 * @done: bytes read so far; fewer than before if something else is read now
 * @total: bytes in all; 0 while that is not known
 * @now: the present, in µs of monotonic time
 */
void
seesaw_amount_set (SeesawAmount *self, guint64 done, guint64 total, gint64 now)
{
  if (self->since == 0 || total != self->total || done < self->done)
    self->since = now;
  self->done = done;
  self->total = total;
}

/**
 * seesaw_amount_get_fraction:
 *
 * Returns: how much of it is done, from 0 to 1
 */
double
seesaw_amount_get_fraction (const SeesawAmount *self)
{
  return self->total > 0 ? (double) MIN (self->done, self->total) / (double) self->total : 0.0;
}

/**
 * seesaw_amount_describe:
 * @now: the present, in µs of monotonic time
 *
 * Returns: (transfer full): such as "1.2 GB of 4.0 GB, 850.0 MB/s"; without a rate at first, and
 *   empty while nothing is known
 */
char *
seesaw_amount_describe (const SeesawAmount *self, gint64 now)
{
  g_autofree char *done = g_format_size (self->done);
  g_autofree char *total = g_format_size (self->total);
  g_autofree char *rate = NULL;
  double seconds = (double) (now - self->since) / G_USEC_PER_SEC;

  if (self->total == 0)
    return g_strdup ("");
  if (now - self->since < SETTLED_US)
    return g_strdup_printf (_ ("%s of %s"), done, total);

  rate = g_format_size ((guint64) ((double) self->done / seconds));

  return g_strdup_printf (_ ("%s of %s, %s/s"), done, total, rate);
}
