/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Members of a style from texts, as a command line and a person have them. */

#include "config.h"

#include "seesaw-style-private.h"

#include "seesaw-error.h"

#include <glib/gi18n-lib.h>

static gboolean
set_preset (SeesawFigureStyle *self, const char *text, GError **error)
{
  const SeesawPreset *preset = seesaw_preset_find (text);
  gsize n;
  const SeesawPreset *presets = seesaw_preset_list (&n);
  g_autoptr (GString) ids = g_string_new (NULL);

  if (preset != NULL)
    {
      seesaw_style_apply_preset (self, preset);
      return TRUE;
    }

  for (gsize i = 0; i < n; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? ", " : "", presets[i].id);
  g_set_error (error, SEESAW_ERROR, SEESAW_ERROR_ARGUMENT,
               _ ("there is no preset “%s”, expected one of %s"), text, ids->str);

  return FALSE;
}

static gboolean
set_word (SeesawFigureStyle *self,
          const SeesawStyleMember *member,
          const char *const *words,
          const char *text,
          GError **error)
{
  g_autofree char *all = g_strjoinv (", ", (char **) words);

  for (guint i = 0; words[i] != NULL; i++)
    if (g_str_equal (words[i], text))
      {
        G_STRUCT_MEMBER (guint, self, member->offset) = i;
        return TRUE;
      }

  g_set_error (error, SEESAW_ERROR, SEESAW_ERROR_ARGUMENT, _ ("%s: “%s” found, expected one of %s"),
               member->name, text, all);

  return FALSE;
}

static gboolean
set_text (SeesawFigureStyle *self,
          const SeesawStyleMember *member,
          const char *text,
          GError **error)
{
  char **place = &G_STRUCT_MEMBER (char *, self, member->offset);

  if (*text == '\0' || !g_utf8_validate (text, -1, NULL))
    {
      g_set_error (error, SEESAW_ERROR, SEESAW_ERROR_ARGUMENT, _ ("%s: a name is missing"),
                   member->name);
      return FALSE;
    }

  g_free (*place);
  *place = g_strdup (text);

  return TRUE;
}

static gboolean
parse_number (const SeesawStyleMember *member, const char *text, double *value, GError **error)
{
  char *end = NULL;

  *value = g_ascii_strtod (text, &end);
  if (end != text && *end == '\0')
    return TRUE;

  g_set_error (error, SEESAW_ERROR, SEESAW_ERROR_ARGUMENT, _ ("%s: “%s” found, expected a number"),
               member->name, text);

  return FALSE;
}

static gboolean
set_number (SeesawFigureStyle *self,
            const SeesawStyleMember *member,
            const char *text,
            GError **error)
{
  g_autoptr (GError) cause = NULL;
  double value;

  if (member->kind != SEESAW_STYLE_LENGTH)
    return parse_number (member, text, &value, error) &&
           seesaw_style_set_number (self, member, value, error);

  if (seesaw_style_parse_length (text, &value, &cause))
    return seesaw_style_set_number (self, member, value, error);

  g_set_error (error, cause->domain, cause->code, "%s: %s", member->name, cause->message);

  return FALSE;
}

static gboolean
set_limits (SeesawFigureStyle *self,
            const SeesawStyleMember *member,
            const char *text,
            GError **error)
{
  g_auto (GStrv) parts = g_strsplit (text, ",", -1);
  double low;
  double high;

  if (g_strv_length (parts) != 2)
    {
      g_set_error (error, SEESAW_ERROR, SEESAW_ERROR_ARGUMENT,
                   _ ("%s: “%s” found, expected two numbers such as 0,80"), member->name, text);
      return FALSE;
    }

  return parse_number (member, g_strstrip (parts[0]), &low, error) &&
         parse_number (member, g_strstrip (parts[1]), &high, error) &&
         seesaw_style_set_limits (self, member, low, high, error);
}

/**
 * seesaw_style_set:
 * @self: a style
 * @name: of a member as JSON has it, such as "font-size"
 * @text: its value: a word, a number, a length such as "84mm", limits such as "0,80", "yes" or
 *   "no"; "auto" for what can be left to the figure. A preset sets what it is about, too
 * @error: return location for a `SEESAW_ERROR`
 *
 * Returns: whether @text could be understood; @self is left as it was if not
 */
gboolean
seesaw_style_set (SeesawFigureStyle *self, const char *name, const char *text, GError **error)
{
  static const char *const flags[] = { "no", "yes", NULL };
  const SeesawStyleMember *member = seesaw_style_find_member (name);

  g_return_val_if_fail (member != NULL, FALSE);

  if (seesaw_style_can_unset (member) && g_str_equal (text, "auto"))
    {
      seesaw_style_unset (self, member);
      return TRUE;
    }

  switch (member->kind)
    {
    case SEESAW_STYLE_PRESET:
      return set_preset (self, text, error);
    case SEESAW_STYLE_TEXT:
      return set_text (self, member, text, error);
    case SEESAW_STYLE_FLAG:
      return set_word (self, member, flags, text, error);
    case SEESAW_STYLE_WORD:
      return set_word (self, member, member->words, text, error);
    case SEESAW_STYLE_LIMITS:
      return set_limits (self, member, text, error);
    case SEESAW_STYLE_LENGTH:
    case SEESAW_STYLE_NUMBER:
    case SEESAW_STYLE_COUNT:
    default:
      return set_number (self, member, text, error);
    }
}
