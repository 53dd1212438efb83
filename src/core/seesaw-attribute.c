/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What runs say about themselves: attributes that were recorded, and what follows from the rest of
 * the file. A recorded attribute hides a derived one of the same name.
 */

#include "config.h"

#include "seesaw-attribute.h"

#include <math.h>
#include <string.h>

/* Whole numbers beyond this are not told apart by a double. */
#define MAX_EXACT 9007199254740992.0

static const char *const derived[] = { "seen_classes", "unseen_classes", "test_samples",
                                       "epoch",        "name",           "file" };

/* The fewest digits that give the same number again, be it one of single precision. */
static char *
format_number (double value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  gboolean is_single = (double) (float) value == value;

  if (value == floor (value) && fabs (value) < 1e7)
    return g_strdup_printf ("%.0f", value);

  for (int digits = 1; digits <= 17; digits++)
    {
      char format[8];
      double back;

      g_snprintf (format, sizeof format, "%%.%dg", digits);
      g_ascii_formatd (text, sizeof text, format, value);
      back = g_ascii_strtod (text, NULL);
      if (is_single && fabs (value) < MAX_EXACT && value != floor (value)
              ? (float) back == (float) value
              : back == value)
        break;
    }

  return g_strdup (text);
}

static void
init_number (SeesawAttribute *self, double value)
{
  self->text = format_number (value);
  self->number = value;
}

/* A number that was recorded as text is a number all the same. */
static void
init_text (SeesawAttribute *self, const char *text)
{
  char *end;
  double number = g_ascii_strtod (text, &end);

  if (end != text && *end == '\0' && isfinite (number))
    {
      init_number (self, number);
      return;
    }

  self->text = g_strdup (text);
}

static void
init_recorded (SeesawAttribute *self, GVariant *value)
{
  if (g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
    init_text (self, g_variant_get_string (value, NULL));
  else if (g_variant_is_of_type (value, G_VARIANT_TYPE_DOUBLE))
    {
      init_number (self, g_variant_get_double (value));
      self->number = isfinite (self->number) ? self->number : (double) NAN;
    }
  else if (g_variant_is_of_type (value, G_VARIANT_TYPE_INT64))
    {
      self->text = g_strdup_printf ("%" G_GINT64_FORMAT, g_variant_get_int64 (value));
      self->number = (double) g_variant_get_int64 (value);
    }
}

static void
init_derived (SeesawAttribute *self, const SeesawRun *run, gsize epoch, const char *name)
{
  const SeesawClasses *classes = run->classes;

  if (g_str_equal (name, "seen_classes"))
    init_number (self, (double) classes->n_seen);
  else if (g_str_equal (name, "unseen_classes"))
    init_number (self, (double) (classes->n_classes - classes->n_seen));
  else if (g_str_equal (name, "test_samples"))
    init_number (self, (double) run->n_samples);
  else if (g_str_equal (name, "epoch"))
    init_number (self, run->epochs[epoch]);
  else if (g_str_equal (name, "name"))
    self->text = g_strdup (run->name);
  else if (g_str_equal (name, "file"))
    {
      g_autofree char *base = g_path_get_basename (run->path);

      self->text = g_filename_display_name (base);
    }
}

/**
 * seesaw_attribute_init:
 * @self: (out): the value
 * @run: a run
 * @epoch: index of the epoch that is compared
 * @name: an attribute of the file, or one of "seen_classes", "unseen_classes", "test_samples",
 *   "epoch", "name" and "file"
 *
 * Looks up what a run says about itself.
 */
void
seesaw_attribute_init (SeesawAttribute *self, const SeesawRun *run, gsize epoch, const char *name)
{
  g_autoptr (GVariant) value = g_variant_lookup_value (run->attributes, name, NULL);

  *self = (SeesawAttribute){ NULL, (double) NAN };
  if (value != NULL)
    init_recorded (self, value);
  else
    init_derived (self, run, epoch, name);
}

/**
 * seesaw_attribute_clear:
 * @self: no longer needed
 */
void
seesaw_attribute_clear (SeesawAttribute *self)
{
  g_clear_pointer (&self->text, g_free);
}

/* Numbers, then texts, then what is missing. */
static int
get_kind (const SeesawAttribute *self)
{
  return self->text == NULL ? 2 : isnan (self->number) ? 1 : 0;
}

/**
 * seesaw_attribute_compare:
 * @a: a value
 * @b: another value of the same attribute
 *
 * Returns: below 0 if @a comes first: numbers by size, then texts by alphabet, then what is
 *   missing
 */
int
seesaw_attribute_compare (const SeesawAttribute *a, const SeesawAttribute *b)
{
  int kind = get_kind (a);

  if (kind != get_kind (b))
    return kind - get_kind (b);

  return kind == 0   ? (a->number > b->number) - (a->number < b->number)
         : kind == 1 ? g_utf8_collate (a->text, b->text)
                     : 0;
}

/**
 * seesaw_attribute_list_names:
 * @run: a run
 *
 * Returns: (transfer full): names of all attributes, ending with %NULL: those that were recorded,
 *   in the order of the file, then derived ones
 */
char **
seesaw_attribute_list_names (const SeesawRun *run)
{
  GStrvBuilder *names = g_strv_builder_new ();
  GVariantIter iter;
  const char *name;
  char **list;

  g_variant_iter_init (&iter, run->attributes);
  while (g_variant_iter_next (&iter, "{&sv}", &name, NULL))
    g_strv_builder_add (names, name);
  for (gsize i = 0; i < G_N_ELEMENTS (derived); i++)
    if (!g_variant_lookup (run->attributes, derived[i], "*", NULL))
      g_strv_builder_add (names, derived[i]);

  list = g_strv_builder_end (names);
  g_strv_builder_unref (names);

  return list;
}
