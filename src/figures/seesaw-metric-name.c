/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What metrics and attributes are called, as plain text, and how their numbers are written. */

#include "config.h"

#include "seesaw-metric-name.h"

#include "seesaw-number.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/**
 * seesaw_quantity_get_name:
 * @quantity: a quantity
 *
 * Returns: (transfer none): its name
 */
const char *
seesaw_quantity_get_name (SeesawQuantity quantity)
{
  static const char *const names[SEESAW_N_QUANTITIES] = { "Acc Y/Y", "Acc S/Y", "Acc U/Y", "H",
                                                          "Acc S/S", "Acc U/U", "AUSUC",   "γ" };

  return names[quantity];
}

/**
 * seesaw_variant_get_name:
 * @variant: a variant
 *
 * Returns: (transfer none): its name
 */
const char *
seesaw_variant_get_name (SeesawVariant variant)
{
  static const char *const names[SEESAW_N_VARIANTS] = {
    N_ ("Pre-trained"),
    N_ ("Fine-tuned"),
    /* Translators: the head of a column: fine-tuned, with this calibration factor added. */
    N_ ("+ALG"),
    /* Translators: the head of a column: fine-tuned, with this calibration factor added. */
    N_ ("+PCV"),
    /* Translators: the head of a column: fine-tuned, with this calibration factor added. */
    N_ ("+γ*"),
    N_ ("NCM"),
  };

  return _ (names[variant]);
}

/**
 * seesaw_metric_get_name:
 * @metric: a metric
 *
 * Returns: (transfer full): its name, such as "Acc Y/Y, +ALG"
 */
char *
seesaw_metric_get_name (SeesawMetric metric)
{
  return g_strdup_printf ("%s, %s", seesaw_quantity_get_name (metric.quantity),
                          seesaw_variant_get_name (metric.variant));
}

/**
 * seesaw_metric_format:
 * @metric: a metric
 * @value: a value of it
 *
 * Returns: (transfer full): accuracies in per cent without a sign, such as "59.3"; areas with
 *   three decimals, γ with two; an em dash where undefined
 */
char *
seesaw_metric_format (SeesawMetric metric, double value)
{
  gboolean is_accuracy = seesaw_metric_is_accuracy (metric);

  if (isnan (value))
    return g_strdup ("—");

  if (metric.quantity == SEESAW_QUANTITY_AUSUC)
    return seesaw_number_fraction (value);

  value = is_accuracy ? 100.0 * value : value;

  return g_strdup_printf (is_accuracy ? "%s%.1f" : "%s%.2f", value < 0.0 ? "−" : "", fabs (value));
}

/**
 * seesaw_attribute_get_title:
 * @name: name of an attribute, such as "learning_rate"
 *
 * Returns: (transfer full): the same for people, such as "Learning rate"
 */
char *
seesaw_attribute_get_title (const char *name)
{
  static const struct
  {
    const char *name;
    const char *title;
  } known[] = { { "seen_classes", N_ ("Seen classes") },
                { "unseen_classes", N_ ("Unseen classes") },
                { "test_samples", N_ ("Test samples") },
                { "learning_rate", N_ ("Learning rate") },
                { "optimizer", N_ ("Optimizer") },
                { "method", N_ ("Method") },
                { "dataset", N_ ("Dataset") },
                { "seed", N_ ("Seed") },
                { "epoch", N_ ("Epoch") },
                { "name", N_ ("Run") },
                { "file", N_ ("File") } };
  g_autofree char *first = NULL;
  g_autofree char *upper = NULL;
  char *title;

  for (gsize i = 0; i < G_N_ELEMENTS (known); i++)
    if (g_str_equal (known[i].name, name))
      return g_strdup (_ (known[i].title));

  if (*name == '\0')
    return g_strdup (name);

  first = g_utf8_substring (name, 0, 1);
  upper = g_utf8_strup (first, -1);
  title = g_strconcat (upper, g_utf8_next_char (name), NULL);

  return g_strdelimit (title, "_", ' ');
}
