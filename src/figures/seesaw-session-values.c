/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Entries of a session file. Each may be missing; what is there must make sense. */

#include "config.h"

#include "seesaw-session-values.h"

#include "seesaw-error.h"
#include "seesaw-session-names.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/**
 * seesaw_reading_fail:
 * @member: what is wrong
 * @expected: what was expected there, translated
 *
 * Keeps the first thing that is wrong.
 */
void
seesaw_reading_fail (SeesawReading *self, const char *member, const char *expected)
{
  if (self->error == NULL)
    /* Translators: a file, the name of an entry in it, and what was expected there. */
    g_set_error (&self->error, SEESAW_ERROR, SEESAW_ERROR_FORMAT, _ ("%s: “%s” is not %s"),
                 self->path, member, expected);
}

/**
 * seesaw_reading_find:
 * @object: what may have it
 * @member: name of an entry
 *
 * Returns: (transfer none) (nullable): the entry; %NULL if there is none, or null, or if something
 *   was wrong before
 */
JsonNode *
seesaw_reading_find (SeesawReading *self, JsonObject *object, const char *member)
{
  JsonNode *node = self->error == NULL ? json_object_get_member (object, member) : NULL;

  return node == NULL || JSON_NODE_HOLDS_NULL (node) ? NULL : node;
}

static gboolean
holds (JsonNode *node, GType type)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == type;
}

/**
 * seesaw_reading_get_text:
 * @object: what may have it
 * @member: name of an entry
 *
 * Returns: (transfer full) (nullable): the text, if there is one
 */
char *
seesaw_reading_get_text (SeesawReading *self, JsonObject *object, const char *member)
{
  JsonNode *node = seesaw_reading_find (self, object, member);

  if (node == NULL)
    return NULL;

  if (holds (node, G_TYPE_STRING))
    return json_node_dup_string (node);

  seesaw_reading_fail (self, member, _ ("a text"));

  return NULL;
}

/**
 * seesaw_reading_get_integer:
 * @object: what may have it
 * @member: name of an entry
 * @otherwise: what is returned if there is none
 * @low: the least that makes sense
 * @high: the most
 *
 * Returns: the number
 */
gint64
seesaw_reading_get_integer (SeesawReading *self,
                            JsonObject *object,
                            const char *member,
                            gint64 otherwise,
                            gint64 low,
                            gint64 high)
{
  JsonNode *node = seesaw_reading_find (self, object, member);

  if (node == NULL)
    return otherwise;

  if (holds (node, G_TYPE_INT64) && json_node_get_int (node) >= low &&
      json_node_get_int (node) <= high)
    return json_node_get_int (node);

  seesaw_reading_fail (self, member, _ ("a whole number that makes sense there"));

  return otherwise;
}

/**
 * seesaw_reading_get_boolean:
 * @object: what may have it
 * @member: name of an entry
 * @otherwise: what is returned if there is none
 *
 * Returns: what it says
 */
gboolean
seesaw_reading_get_boolean (SeesawReading *self,
                            JsonObject *object,
                            const char *member,
                            gboolean otherwise)
{
  JsonNode *node = seesaw_reading_find (self, object, member);

  if (node == NULL)
    return otherwise;

  if (holds (node, G_TYPE_BOOLEAN))
    return json_node_get_boolean (node);

  seesaw_reading_fail (self, member, _ ("true or false"));

  return otherwise;
}

/**
 * seesaw_reading_get_choice:
 * @object: what may have it
 * @member: name of an entry
 * @choices: what it may be, ending with %NULL
 *
 * Returns: position of what it is; 0 if there is none
 */
guint
seesaw_reading_get_choice (SeesawReading *self,
                           JsonObject *object,
                           const char *member,
                           const char *const *choices)
{
  g_autofree char *text = seesaw_reading_get_text (self, object, member);
  g_autofree char *all = g_strjoinv (", ", (char **) choices);
  g_autofree char *expected = g_strdup_printf (_ ("one of %s"), all);

  for (guint i = 0; text != NULL && choices[i] != NULL; i++)
    if (g_str_equal (choices[i], text))
      return i;
  if (text != NULL)
    seesaw_reading_fail (self, member, expected);

  return 0;
}

/**
 * seesaw_reading_get_object:
 * @object: what may have it
 * @member: name of an entry that holds others
 *
 * Returns: (transfer none) (nullable): the entry, if there is one
 */
JsonObject *
seesaw_reading_get_object (SeesawReading *self, JsonObject *object, const char *member)
{
  JsonNode *node = seesaw_reading_find (self, object, member);

  if (node == NULL)
    return NULL;

  if (JSON_NODE_HOLDS_OBJECT (node))
    return json_node_get_object (node);

  seesaw_reading_fail (self, member, _ ("an object, in braces"));

  return NULL;
}

static gboolean
read_number (JsonNode *node, double *number)
{
  if (!holds (node, G_TYPE_INT64) && !holds (node, G_TYPE_DOUBLE))
    return FALSE;

  *number = json_node_get_double (node);

  return isfinite (*number);
}

/**
 * seesaw_reading_get_epoch:
 * @object: what may have it
 * @member: name of an entry
 * @otherwise: what is returned if there is none
 *
 * Returns: an epoch
 */
SeesawEpochSetting
seesaw_reading_get_epoch (SeesawReading *self,
                          JsonObject *object,
                          const char *member,
                          SeesawEpochFrom otherwise)
{
  SeesawEpochSetting setting = { otherwise, 0 };
  JsonNode *node = seesaw_reading_find (self, object, member);
  const char *text;

  if (node == NULL)
    return setting;

  text = holds (node, G_TYPE_STRING) ? json_node_get_string (node) : NULL;
  if (holds (node, G_TYPE_INT64) && json_node_get_int (node) >= G_MININT32 &&
      json_node_get_int (node) <= G_MAXINT32)
    setting = (SeesawEpochSetting){ SEESAW_EPOCH_OF_NUMBER, (gint32) json_node_get_int (node) };
  else if (g_strcmp0 (text, SEESAW_SESSION_EPOCH_LAST) == 0)
    setting.from = SEESAW_EPOCH_AT_END;
  else if (g_strcmp0 (text, SEESAW_SESSION_EPOCH_BEST) == 0)
    setting.from = SEESAW_EPOCH_AT_BEST;
  else
    seesaw_reading_fail (self, member, _ ("the number of an epoch, “last” or “best”"));

  return setting;
}

static gboolean
find_known (const char *id, SeesawKnownGamma *known)
{
  for (int i = 0; i < SEESAW_N_KNOWN_GAMMAS; i++)
    if (g_strcmp0 (id, seesaw_known_gamma_get_id ((SeesawKnownGamma) i)) == 0)
      {
        *known = (SeesawKnownGamma) i;
        return TRUE;
      }

  return FALSE;
}

/**
 * seesaw_reading_to_gamma:
 * @node: a γ
 *
 * Returns: the γ
 */
SeesawGammaSetting
seesaw_reading_to_gamma (SeesawReading *self, JsonNode *node)
{
  SeesawGammaSetting setting = { SEESAW_GAMMA_COMMON, SEESAW_KNOWN_GAMMA_ALG, 0.0 };

  if (read_number (node, &setting.number))
    setting.from = SEESAW_GAMMA_NUMBER;
  else if (holds (node, G_TYPE_STRING) && find_known (json_node_get_string (node), &setting.known))
    setting.from = SEESAW_GAMMA_KNOWN;
  else
    seesaw_reading_fail (self, "gamma", _ ("a number, “alg”, “pcv”, “oracle” or “balance”"));

  return setting;
}

/**
 * seesaw_reading_get_color:
 * @object: what may have an entry "color"
 *
 * Returns: the colour; %SEESAW_COLOR_ALL if there is none
 */
SeesawColor
seesaw_reading_get_color (SeesawReading *self, JsonObject *object)
{
  g_autofree char *text = seesaw_reading_get_text (self, object, "color");
  guint64 hex;

  if (text == NULL)
    return SEESAW_COLOR_ALL;

  if (strlen (text) == 7 && text[0] == '#' &&
      g_ascii_string_to_unsigned (text + 1, 16, 0, 0xffffff, &hex, NULL))
    return seesaw_color_of_hex ((guint) hex);

  seesaw_reading_fail (self, "color", _ ("a colour such as #0072b2"));

  return SEESAW_COLOR_ALL;
}
