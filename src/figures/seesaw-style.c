/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Members of a style stand in one table: setting them from texts, numbers and JSON, comparing and
 * copying them all go through it.
 */

#include "config.h"

#include "seesaw-style-private.h"

#include "seesaw-error.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define NO_LIMIT (double) INFINITY

#define MEMBER(member) G_STRUCT_OFFSET (SeesawFigureStyle, member)

static const char *const legends[] = { "auto",      "none",        "top-left",
                                       "top-right", "bottom-left", "bottom-right",
                                       "above",     "below",       NULL };
static const char *const units[] = { "percent", "fraction", NULL };
static const char *const palettes[] = { "okabe-ito", "tol", "greyscale", NULL };
static const char *const backgrounds[] = { "white", "transparent", NULL };

/* The preset comes first: what is said besides takes precedence. */
static const SeesawStyleMember members[] = {
  { "preset", SEESAW_STYLE_PRESET, MEMBER (preset), 0.0, 0.0, NULL },
  { "width", SEESAW_STYLE_LENGTH, MEMBER (width), SEESAW_STYLE_MIN_LENGTH, SEESAW_STYLE_MAX_LENGTH,
    NULL },
  { "height", SEESAW_STYLE_LENGTH, MEMBER (height), SEESAW_STYLE_MIN_LENGTH,
    SEESAW_STYLE_MAX_LENGTH, NULL },
  { "font", SEESAW_STYLE_TEXT, MEMBER (font), 0.0, 0.0, NULL },
  { "font-size", SEESAW_STYLE_NUMBER, MEMBER (font_size), 1.0, 144.0, NULL },
  { "line-width", SEESAW_STYLE_NUMBER, MEMBER (line_width), 0.05, 20.0, NULL },
  { "legend", SEESAW_STYLE_WORD, MEMBER (legend), 0.0, 0.0, legends },
  { "title", SEESAW_STYLE_FLAG, MEMBER (title), 0.0, 0.0, NULL },
  { "xlim", SEESAW_STYLE_LIMITS, MEMBER (x_limits), -NO_LIMIT, NO_LIMIT, NULL },
  { "ylim", SEESAW_STYLE_LIMITS, MEMBER (y_limits), -NO_LIMIT, NO_LIMIT, NULL },
  { "ticks", SEESAW_STYLE_COUNT, MEMBER (ticks), 2.0, 50.0, NULL },
  { "grid", SEESAW_STYLE_FLAG, MEMBER (grid), 0.0, 0.0, NULL },
  { "unit", SEESAW_STYLE_WORD, MEMBER (unit), 0.0, 0.0, units },
  { "palette", SEESAW_STYLE_WORD, MEMBER (palette), 0.0, 0.0, palettes },
  { "background", SEESAW_STYLE_WORD, MEMBER (background), 0.0, 0.0, backgrounds },
  { "dpi", SEESAW_STYLE_NUMBER, MEMBER (dpi), 18.0, 2400.0, NULL },
};

G_STATIC_ASSERT (sizeof (SeesawLegendPlace) == sizeof (guint));
G_STATIC_ASSERT (sizeof (SeesawPalette) == sizeof (guint));

/**
 * seesaw_style_init:
 * @self: (out): a style for a figure of a paper, of the size that suits it
 */
void
seesaw_style_init (SeesawFigureStyle *self)
{
  *self = (SeesawFigureStyle){
    .font = g_strdup ("Sans"),
    .font_size = 8.0,
    .line_width = 1.25,
    .title = TRUE,
    .grid = TRUE,
    .dpi = 300.0,
  };
}

/**
 * seesaw_style_clear:
 * @self: no longer needed
 */
void
seesaw_style_clear (SeesawFigureStyle *self)
{
  g_clear_pointer (&self->preset, g_free);
  g_clear_pointer (&self->font, g_free);
}

/**
 * seesaw_style_copy:
 * @self: (inout): a style; becomes the same as @other
 * @other: another one
 */
void
seesaw_style_copy (SeesawFigureStyle *self, const SeesawFigureStyle *other)
{
  char *preset = g_strdup (other->preset);
  char *font = g_strdup (other->font);

  seesaw_style_clear (self);
  *self = *other;
  self->preset = preset;
  self->font = font;
}

static gboolean
limits_equal (const SeesawLimits *a, const SeesawLimits *b)
{
  return a->is_set == b->is_set && (!a->is_set || (a->low == b->low && a->high == b->high));
}

static gboolean
member_equal (const SeesawStyleMember *member, gconstpointer a, gconstpointer b)
{
  switch (member->kind)
    {
    case SEESAW_STYLE_PRESET:
    case SEESAW_STYLE_TEXT:
      return g_strcmp0 (*(char *const *) a, *(char *const *) b) == 0;
    case SEESAW_STYLE_LENGTH:
    case SEESAW_STYLE_NUMBER:
      return *(const double *) a == *(const double *) b;
    case SEESAW_STYLE_FLAG:
      return !*(const gboolean *) a == !*(const gboolean *) b;
    case SEESAW_STYLE_LIMITS:
      return limits_equal (a, b);
    case SEESAW_STYLE_COUNT:
    case SEESAW_STYLE_WORD:
    default:
      return *(const guint *) a == *(const guint *) b;
    }
}

/**
 * seesaw_style_equal:
 * @other: another style
 *
 * Returns: whether both print alike
 */
gboolean
seesaw_style_equal (const SeesawFigureStyle *self, const SeesawFigureStyle *other)
{
  for (gsize i = 0; i < G_N_ELEMENTS (members); i++)
    if (!member_equal (&members[i], G_STRUCT_MEMBER_P (self, members[i].offset),
                       G_STRUCT_MEMBER_P (other, members[i].offset)))
      return FALSE;

  return TRUE;
}

/**
 * seesaw_style_list_members:
 * @n_members: (out): number of members
 *
 * Returns: (transfer none): `[n_members]`, what a style is made of
 */
const SeesawStyleMember *
seesaw_style_list_members (gsize *n_members)
{
  *n_members = G_N_ELEMENTS (members);

  return members;
}

/**
 * seesaw_style_find_member:
 * @name: as it is called in JSON
 *
 * Returns: (transfer none) (nullable): the member
 */
const SeesawStyleMember *
seesaw_style_find_member (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (members); i++)
    if (g_str_equal (members[i].name, name))
      return &members[i];

  return NULL;
}

/**
 * seesaw_style_list_words:
 * @name: of a member that takes words: "legend", "unit", "palette" or "background"
 *
 * Returns: (transfer none): the words in the order of the enumeration, ending with %NULL
 */
const char *const *
seesaw_style_list_words (const char *name)
{
  const SeesawStyleMember *member = seesaw_style_find_member (name);

  g_return_val_if_fail (member != NULL, NULL);

  return member->words;
}

/**
 * seesaw_style_parse_length:
 * @text: a length such as "5.5in"
 * @points: (out): the length in points
 * @error: return location for a `SEESAW_ERROR`
 *
 * Returns: whether @text could be understood
 */
gboolean
seesaw_style_parse_length (const char *text, double *points, GError **error)
{
  static const struct
  {
    const char *unit;
    double points;
  } lengths[] = { { "in", 72.0 }, { "mm", 72.0 / 25.4 }, { "cm", 72.0 / 2.54 }, { "pt", 1.0 } };
  char *end = NULL;
  double value = g_ascii_strtod (text, &end);

  for (gsize i = 0; i < G_N_ELEMENTS (lengths); i++)
    if (end != text && isfinite (value) && g_str_equal (end, lengths[i].unit))
      {
        *points = value * lengths[i].points;
        return TRUE;
      }

  g_set_error (error, SEESAW_ERROR, SEESAW_ERROR_ARGUMENT,
               _ ("“%s” is no length, expected one such as 5.5in, 140mm or 240pt"), text);

  return FALSE;
}

/* What is out of range, in words. */
static gboolean
refuse (const SeesawStyleMember *member, double value, GError **error)
{
  if (member->kind == SEESAW_STYLE_LENGTH)
    g_set_error (error, SEESAW_ERROR, SEESAW_ERROR_ARGUMENT,
                 _ ("%s: a figure cannot be %g points long, expected %g to %g"), member->name,
                 value, member->low, member->high);
  else
    g_set_error (error, SEESAW_ERROR, SEESAW_ERROR_ARGUMENT, _ ("%s: %g found, expected %g to %g"),
                 member->name, value, member->low, member->high);

  return FALSE;
}

/**
 * seesaw_style_set_number:
 * @member: a member that holds a number
 * @value: the number
 * @error: return location for a `SEESAW_ERROR`
 *
 * Returns: whether @value is in range
 */
gboolean
seesaw_style_set_number (SeesawFigureStyle *self,
                         const SeesawStyleMember *member,
                         double value,
                         GError **error)
{
  if (!(value >= member->low && value <= member->high))
    return refuse (member, value, error);

  if (member->kind == SEESAW_STYLE_COUNT)
    {
      if (value != floor (value))
        {
          g_set_error (error, SEESAW_ERROR, SEESAW_ERROR_ARGUMENT,
                       _ ("%s: %g found, expected a whole number"), member->name, value);
          return FALSE;
        }
      G_STRUCT_MEMBER (guint, self, member->offset) = (guint) value;
    }
  else
    G_STRUCT_MEMBER (double, self, member->offset) = value;

  return TRUE;
}

/**
 * seesaw_style_set_limits:
 * @member: a member that holds limits
 * @low: where the axis begins
 * @high: where it ends
 * @error: return location for a `SEESAW_ERROR`
 *
 * Returns: whether the axis would have a length
 */
gboolean
seesaw_style_set_limits (SeesawFigureStyle *self,
                         const SeesawStyleMember *member,
                         double low,
                         double high,
                         GError **error)
{
  if (!isfinite (low) || !isfinite (high) || !(low < high))
    {
      g_set_error (error, SEESAW_ERROR, SEESAW_ERROR_ARGUMENT,
                   _ ("%s: %g to %g found, expected a smaller number before a larger one"),
                   member->name, low, high);
      return FALSE;
    }

  G_STRUCT_MEMBER (SeesawLimits, self, member->offset) = (SeesawLimits){ TRUE, low, high };

  return TRUE;
}

/**
 * seesaw_style_can_unset:
 *
 * Returns: whether a member can be left to the figure
 */
gboolean
seesaw_style_can_unset (const SeesawStyleMember *member)
{
  return member->kind == SEESAW_STYLE_PRESET || member->kind == SEESAW_STYLE_LENGTH ||
         member->kind == SEESAW_STYLE_COUNT || member->kind == SEESAW_STYLE_LIMITS;
}

/**
 * seesaw_style_unset:
 * @member: one that can be left to the figure
 */
void
seesaw_style_unset (SeesawFigureStyle *self, const SeesawStyleMember *member)
{
  if (member->kind == SEESAW_STYLE_PRESET)
    g_clear_pointer (&self->preset, g_free);
  else if (member->kind == SEESAW_STYLE_LENGTH)
    G_STRUCT_MEMBER (double, self, member->offset) = 0.0;
  else if (member->kind == SEESAW_STYLE_COUNT)
    G_STRUCT_MEMBER (guint, self, member->offset) = 0;
  else
    G_STRUCT_MEMBER (SeesawLimits, self, member->offset) = (SeesawLimits){ FALSE, 0.0, 0.0 };
}
