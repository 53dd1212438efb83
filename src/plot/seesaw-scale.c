/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "seesaw-scale.h"

#include <math.h>

/**
 * seesaw_scale_to_unit:
 * @value: in data units
 *
 * Returns: where @value lies, 0 at the low end and 1 at the high one
 */
double
seesaw_scale_to_unit (SeesawScale self, double value)
{
  return (value - self.low) / (self.high - self.low);
}

/**
 * seesaw_scale_from_unit:
 * @unit: a place, 0 at the low end and 1 at the high one
 *
 * Returns: the data value there
 */
double
seesaw_scale_from_unit (SeesawScale self, double unit)
{
  return self.low + unit * (self.high - self.low);
}

/**
 * seesaw_scale_zoom:
 * @about: the data value that stays where it is
 * @factor: above 1 to see less, below 1 to see more
 *
 * Returns: the zoomed scale
 */
SeesawScale
seesaw_scale_zoom (SeesawScale self, double about, double factor)
{
  return (SeesawScale){ about + (self.low - about) / factor, about + (self.high - about) / factor };
}

/**
 * seesaw_scale_shift:
 * @units: how far, 1 being the whole scale
 *
 * Returns: the shifted scale
 */
SeesawScale
seesaw_scale_shift (SeesawScale self, double units)
{
  double by = units * (self.high - self.low);

  return (SeesawScale){ self.low + by, self.high + by };
}

/**
 * seesaw_scale_round_step:
 * @max_ticks: how many ticks there is room for, at least 2
 *
 * Returns: the smallest of 1, 2 and 5 times a power of ten that needs no more ticks
 */
double
seesaw_scale_round_step (SeesawScale self, guint max_ticks)
{
  static const double multiples[] = { 1.0, 2.0, 5.0, 10.0, 20.0 };
  double raw = (self.high - self.low) / (double) MAX (max_ticks, 1);
  double power = pow (10.0, floor (log10 (raw)));
  double first;

  for (gsize i = 0; i < G_N_ELEMENTS (multiples); i++)
    if (seesaw_scale_list_ticks (self, multiples[i] * power, &first) <= max_ticks)
      return multiples[i] * power;

  return 50.0 * power;
}

/**
 * seesaw_scale_list_ticks:
 * @step: distance of ticks
 * @first: (out): the first tick; the others follow at @step
 *
 * Returns: number of multiples of @step within the scale
 */
guint
seesaw_scale_list_ticks (SeesawScale self, double step, double *first)
{
  double slack = 1e-9 * (self.high - self.low) / step;
  double from = ceil (self.low / step - slack);
  double to = floor (self.high / step + slack);

  *first = from * step;

  return to < from ? 0 : (guint) (to - from) + 1;
}

/**
 * seesaw_scale_format_tick:
 * @value: a multiple of @step
 * @step: distance of ticks
 *
 * Returns: (transfer full): @value with as many decimals as @step needs, and a true minus
 */
char *
seesaw_scale_format_tick (double value, double step)
{
  int decimals = (int) CLAMP (-floor (log10 (step) + 1e-9), 0.0, 12.0);
  char format[16];
  char digits[64];
  double rounded = fabs (value) < step / 2.0 ? 0.0 : value;

  g_snprintf (format, sizeof format, "%%.%df", decimals);
  g_ascii_formatd (digits, sizeof digits, format, fabs (rounded));

  return g_strconcat (rounded < 0.0 ? "\xe2\x88\x92" : "", digits, NULL);
}
