/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SeesawScale:
 * @low: data value at 0
 * @high: data value at 1, above @low
 *
 * An interval of data, seen as [0, 1].
 */
typedef struct
{
  double low;
  double high;
} SeesawScale;

double seesaw_scale_to_unit (SeesawScale self, double value);
double seesaw_scale_from_unit (SeesawScale self, double unit);
SeesawScale seesaw_scale_zoom (SeesawScale self, double about, double factor);
SeesawScale seesaw_scale_shift (SeesawScale self, double units);
double seesaw_scale_round_step (SeesawScale self, guint max_ticks);
guint seesaw_scale_list_ticks (SeesawScale self, double step, double *first);
char *seesaw_scale_format_tick (double value, double step);

G_END_DECLS
