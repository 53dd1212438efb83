/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A style as JSON: an object with a member for each of the style's. Those that are not there keep
 * what they have by default, or by the preset.
 */

#include "config.h"

#include "seesaw-style-private.h"

#include "seesaw-error.h"

#include <glib/gi18n-lib.h>

static void
add_double (JsonBuilder *builder, double value)
{
  json_builder_add_double_value (builder, value);
}

static void
add_text (JsonBuilder *builder, const char *text)
{
  if (text != NULL)
    json_builder_add_string_value (builder, text);
  else
    json_builder_add_null_value (builder);
}

static void
add_limits (JsonBuilder *builder, const SeesawLimits *limits)
{
  if (!limits->is_set)
    {
      json_builder_add_null_value (builder);
      return;
    }

  json_builder_begin_array (builder);
  add_double (builder, limits->low);
  add_double (builder, limits->high);
  json_builder_end_array (builder);
}

static void
add_member (JsonBuilder *builder, const SeesawStyleMember *member, gconstpointer value)
{
  switch (member->kind)
    {
    case SEESAW_STYLE_PRESET:
    case SEESAW_STYLE_TEXT:
      add_text (builder, *(char *const *) value);
      break;
    case SEESAW_STYLE_LENGTH:
      if (*(const double *) value > 0.0)
        add_double (builder, *(const double *) value);
      else
        json_builder_add_null_value (builder);
      break;
    case SEESAW_STYLE_NUMBER:
      add_double (builder, *(const double *) value);
      break;
    case SEESAW_STYLE_COUNT:
      if (*(const guint *) value > 0)
        json_builder_add_int_value (builder, *(const guint *) value);
      else
        json_builder_add_null_value (builder);
      break;
    case SEESAW_STYLE_FLAG:
      json_builder_add_boolean_value (builder, *(const gboolean *) value);
      break;
    case SEESAW_STYLE_LIMITS:
      add_limits (builder, value);
      break;
    case SEESAW_STYLE_WORD:
    default:
      json_builder_add_string_value (builder, member->words[*(const guint *) value]);
      break;
    }
}

/**
 * seesaw_style_to_json:
 *
 * Returns: (transfer full): an object with all members; what is left to the figure is null
 */
JsonNode *
seesaw_style_to_json (const SeesawFigureStyle *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  gsize n;
  const SeesawStyleMember *members = seesaw_style_list_members (&n);

  json_builder_begin_object (builder);
  for (gsize i = 0; i < n; i++)
    {
      json_builder_set_member_name (builder, members[i].name);
      add_member (builder, &members[i], G_STRUCT_MEMBER_P (self, members[i].offset));
    }
  json_builder_end_object (builder);

  return json_builder_get_root (builder);
}

static gboolean
is_number (JsonNode *node)
{
  return JSON_NODE_HOLDS_VALUE (node) && (json_node_get_value_type (node) == G_TYPE_INT64 ||
                                          json_node_get_value_type (node) == G_TYPE_DOUBLE);
}

static gboolean
is_of_type (JsonNode *node, GType type)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == type;
}

static gboolean
refuse (const SeesawStyleMember *member, JsonNode *node, GError **error)
{
  static const char *const expected[] = {
    [SEESAW_STYLE_PRESET] = N_ ("the id of a preset, or null"),
    [SEESAW_STYLE_LENGTH] = N_ ("points, a length such as \"84mm\", or null"),
    [SEESAW_STYLE_TEXT] = N_ ("a text"),
    [SEESAW_STYLE_NUMBER] = N_ ("a number"),
    [SEESAW_STYLE_COUNT] = N_ ("a whole number, or null"),
    [SEESAW_STYLE_FLAG] = N_ ("true or false"),
    [SEESAW_STYLE_WORD] = N_ ("a word"),
    [SEESAW_STYLE_LIMITS] = N_ ("two numbers such as [0, 80], or null"),
  };
  g_autofree char *found = json_to_string (node, FALSE);

  g_set_error (error, SEESAW_ERROR, SEESAW_ERROR_ARGUMENT, _ ("%s: %s found, expected %s"),
               member->name, found, _ (expected[member->kind]));

  return FALSE;
}

static gboolean
read_limits (SeesawFigureStyle *self,
             const SeesawStyleMember *member,
             JsonNode *node,
             GError **error)
{
  JsonArray *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  if (array == NULL || json_array_get_length (array) != 2 ||
      !is_number (json_array_get_element (array, 0)) ||
      !is_number (json_array_get_element (array, 1)))
    return refuse (member, node, error);

  return seesaw_style_set_limits (self, member, json_array_get_double_element (array, 0),
                                  json_array_get_double_element (array, 1), error);
}

static gboolean
read_member (SeesawFigureStyle *self,
             const SeesawStyleMember *member,
             JsonNode *node,
             GError **error)
{
  gboolean takes_text = member->kind == SEESAW_STYLE_PRESET || member->kind == SEESAW_STYLE_TEXT ||
                        member->kind == SEESAW_STYLE_WORD || member->kind == SEESAW_STYLE_LENGTH;
  gboolean takes_number = member->kind == SEESAW_STYLE_LENGTH ||
                          member->kind == SEESAW_STYLE_NUMBER || member->kind == SEESAW_STYLE_COUNT;

  if (JSON_NODE_HOLDS_NULL (node) && seesaw_style_can_unset (member))
    {
      seesaw_style_unset (self, member);
      return TRUE;
    }

  if (member->kind == SEESAW_STYLE_LIMITS)
    return read_limits (self, member, node, error);
  if (takes_text && is_of_type (node, G_TYPE_STRING))
    return seesaw_style_set (self, member->name, json_node_get_string (node), error);
  if (takes_number && is_number (node))
    return seesaw_style_set_number (self, member, json_node_get_double (node), error);
  if (member->kind == SEESAW_STYLE_FLAG && is_of_type (node, G_TYPE_BOOLEAN))
    return seesaw_style_set (self, member->name, json_node_get_boolean (node) ? "yes" : "no",
                             error);

  return refuse (member, node, error);
}

static gboolean
check_names (JsonObject *object, GError **error)
{
  g_autoptr (GList) names = json_object_get_members (object);

  for (GList *name = names; name != NULL; name = name->next)
    if (seesaw_style_find_member (name->data) == NULL)
      {
        g_set_error (error, SEESAW_ERROR, SEESAW_ERROR_ARGUMENT,
                     _ ("a style has no member “%s”, unlike width, font-size or palette"),
                     (const char *) name->data);
        return FALSE;
      }

  return TRUE;
}

/**
 * seesaw_style_from_json:
 * @self: (inout): a style; what the object does not name keeps its default
 * @node: an object, as seesaw_style_to_json() makes it
 * @error: return location for a `SEESAW_ERROR`
 *
 * Nothing is let pass: a member that is not known, or a value out of range, is an error.
 *
 * Returns: whether @node could be understood; @self is left as it was if not
 */
gboolean
seesaw_style_from_json (SeesawFigureStyle *self, JsonNode *node, GError **error)
{
  g_auto (SeesawFigureStyle) style;
  JsonObject *object;
  gsize n;
  const SeesawStyleMember *members = seesaw_style_list_members (&n);

  seesaw_style_init (&style);
  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      g_set_error (error, SEESAW_ERROR, SEESAW_ERROR_ARGUMENT,
                   _ ("a style is a JSON object such as {\"width\": \"84mm\"}"));
      return FALSE;
    }

  object = json_node_get_object (node);
  if (!check_names (object, error))
    return FALSE;

  for (gsize i = 0; i < n; i++)
    {
      JsonNode *value = json_object_get_member (object, members[i].name);

      if (value != NULL && !read_member (&style, &members[i], value, error))
        return FALSE;
    }

  seesaw_style_copy (self, &style);

  return TRUE;
}

/**
 * seesaw_style_save:
 * @path: a file
 * @error: return location for a `SEESAW_ERROR`
 *
 * Writes a style as JSON. The file appears whole or not at all.
 *
 * Returns: whether it was written
 */
gboolean
seesaw_style_save (const SeesawFigureStyle *self, const char *path, GError **error)
{
  g_autoptr (JsonNode) node = seesaw_style_to_json (self);
  g_autofree char *json = json_to_string (node, TRUE);
  g_autofree char *text = g_strconcat (json, "\n", NULL);
  g_autoptr (GError) cause = NULL;

  if (g_file_set_contents (path, text, -1, &cause))
    return TRUE;

  g_set_error (error, SEESAW_ERROR, SEESAW_ERROR_WRITE, "%s: %s", path, cause->message);

  return FALSE;
}

/**
 * seesaw_style_load:
 * @self: (inout): a style
 * @path: a JSON file
 * @error: return location for a `SEESAW_ERROR`
 *
 * Returns: whether the file could be read and understood; @self is left as it was if not
 */
gboolean
seesaw_style_load (SeesawFigureStyle *self, const char *path, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autofree char *text = NULL;
  g_autoptr (GError) cause = NULL;
  gsize length;

  if (!g_file_get_contents (path, &text, &length, &cause))
    {
      g_set_error (error, SEESAW_ERROR, SEESAW_ERROR_ACCESS, "%s: %s", path, cause->message);
      return FALSE;
    }

  if (!g_utf8_validate (text, (gssize) length, NULL) ||
      !json_parser_load_from_data (parser, text, (gssize) length, &cause) ||
      json_parser_get_root (parser) == NULL)
    {
      g_set_error (error, SEESAW_ERROR, SEESAW_ERROR_FORMAT, _ ("%s: this is no JSON: %s"), path,
                   cause != NULL ? cause->message : _ ("there is nothing in it"));
      return FALSE;
    }

  if (!seesaw_style_from_json (self, json_parser_get_root (parser), &cause))
    {
      g_set_error (error, cause->domain, cause->code, "%s: %s", path, cause->message);
      return FALSE;
    }

  return TRUE;
}
