/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How numbers look, on screen and in plain text. */

#include "config.h"

#include "seesaw-number.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define MINUS "\xe2\x88\x92" /* U+2212 */
#define EM_DASH "\xe2\x80\x94"

/* @format with a true minus, and none before a number that rounds to zero. */
static char *
format_signed (const char *format, double value)
{
  char digits[64];
  const char *rest = digits;

  g_ascii_formatd (digits, sizeof digits, format, value);
  if (*rest == '-' || *rest == '+')
    rest++;

  if (strspn (rest, "0.") == strlen (rest) || digits[0] != '-')
    return g_strdup (digits[0] == '-' ? rest : digits);

  return g_strconcat (MINUS, rest, NULL);
}

/**
 * seesaw_number_percent:
 * @fraction: an accuracy or the like; NaN where undefined
 *
 * Returns: (transfer full): such as "69.2 %", or an em dash
 */
char *
seesaw_number_percent (double fraction)
{
  g_autofree char *digits = NULL;

  if (isnan (fraction))
    return g_strdup (EM_DASH);

  digits = format_signed ("%.1f", 100.0 * fraction);

  /* Translators: a percentage; %s is the number. The space is a narrow no-break space. */
  return g_strdup_printf (_ ("%s\u202f%%"), digits);
}

/**
 * seesaw_number_change:
 * @difference: a difference of fractions; NaN where undefined
 *
 * Returns: (transfer full): in percentage points with a sign, such as "+44.7", or an em dash
 */
char *
seesaw_number_change (double difference)
{
  if (isnan (difference))
    return g_strdup (EM_DASH);

  if (fabs (difference) < 0.0005)
    return g_strdup ("±0.0");

  return format_signed ("%+.1f", 100.0 * difference);
}

/**
 * seesaw_number_gamma:
 * @gamma: a calibration factor; NaN where undefined
 *
 * Returns: (transfer full): to three significant digits, such as "7.87", or an em dash. From 0.1
 *   down there are more decimals, up to five: cosines are no farther apart than that
 */
char *
seesaw_number_gamma (double gamma)
{
  const char *format = fabs (gamma) >= 99.95      ? "%.0f"
                       : fabs (gamma) >= 9.995    ? "%.1f"
                       : fabs (gamma) >= 0.9995   ? "%.2f"
                       : fabs (gamma) >= 0.09995  ? "%.3f"
                       : fabs (gamma) >= 0.009995 ? "%.4f"
                       : fabs (gamma) >= 0.000005 ? "%.5f"
                                                  : "%.3f";

  return isnan (gamma) ? g_strdup (EM_DASH) : format_signed (format, gamma);
}

/**
 * seesaw_number_fraction:
 * @fraction: an area or the like; NaN where undefined
 *
 * Returns: (transfer full): with three decimals, such as "0.467", or an em dash
 */
char *
seesaw_number_fraction (double fraction)
{
  return isnan (fraction) ? g_strdup (EM_DASH) : format_signed ("%.3f", fraction);
}

/**
 * seesaw_number_count:
 * @count: a number of things; NaN where undefined
 *
 * Returns: (transfer full): in digits, or an em dash
 */
char *
seesaw_number_count (double count)
{
  return isnan (count) ? g_strdup (EM_DASH) : g_strdup_printf ("%.0f", count);
}

/**
 * seesaw_number_parse:
 * @text: what somebody typed, with a minus of either kind, and a point or comma
 * @value: (out): the number, if it is one
 *
 * Returns: whether @text is a finite number
 */
gboolean
seesaw_number_parse (const char *text, double *value)
{
  g_autoptr (GString) plain = g_string_new (text);
  g_autofree char *stripped = NULL;
  char *end;

  g_string_replace (plain, MINUS, "-", 0);
  g_string_replace (plain, ",", ".", 0);
  stripped = g_strstrip (g_strdup (plain->str));
  *value = g_ascii_strtod (stripped, &end);

  return end != stripped && *end == '\0' && isfinite (*value);
}
