/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What was chosen for each figure is kept while the application runs, and across starts in a file
 * of the user's.
 */

#include "config.h"

#include "seesaw-figure-styles.h"

#include "seesaw-error.h"

#include <glib/gi18n.h>

struct _SeesawFigureStyles
{
  GHashTable *settings; /* of SeesawFigureSettings, by id */
  char *path;           /* NULL: in memory only */
};

/* The ends of files' names; their order is that of the choices in the window. */
static const char *const formats[] = { "pdf", "svg", "png", "eps", "tex", NULL };
static const char *const units[] = { "mm", "in", "pt", NULL };

/**
 * seesaw_figure_settings_init:
 * @self: (out): gets what a figure begins with
 */
void
seesaw_figure_settings_init (SeesawFigureSettings *self)
{
  *self = (SeesawFigureSettings){ .with_marks = TRUE };
  seesaw_style_init (&self->style);
}

/**
 * seesaw_figure_settings_clear:
 * @self: no longer needed
 */
void
seesaw_figure_settings_clear (SeesawFigureSettings *self)
{
  seesaw_style_clear (&self->style);
}

/**
 * seesaw_figure_settings_copy:
 * @self: (inout): settings; become the same as @other
 * @other: other ones
 */
void
seesaw_figure_settings_copy (SeesawFigureSettings *self, const SeesawFigureSettings *other)
{
  SeesawFigureStyle style = self->style;

  seesaw_style_copy (&style, &other->style);
  *self = *other;
  self->style = style;
}

/**
 * seesaw_figure_settings_list_formats:
 *
 * Returns: (transfer none): how files' names may end, without the dot, ending with %NULL
 */
const char *const *
seesaw_figure_settings_list_formats (void)
{
  return formats;
}

/**
 * seesaw_figure_settings_list_units:
 *
 * Returns: (transfer none): units of lengths, ending with %NULL
 */
const char *const *
seesaw_figure_settings_list_units (void)
{
  return units;
}

static void
settings_free (gpointer data)
{
  seesaw_figure_settings_clear (data);
  g_free (data);
}

static GHashTable *
new_table (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, settings_free);
}

/**
 * seesaw_figure_styles_new:
 * @path: (nullable): where they are kept, if they are
 *
 * Returns: (transfer full): no settings yet
 */
SeesawFigureStyles *
seesaw_figure_styles_new (const char *path)
{
  SeesawFigureStyles *self = g_new0 (SeesawFigureStyles, 1);

  self->settings = new_table ();
  self->path = g_strdup (path);

  return self;
}

/**
 * seesaw_figure_styles_free:
 * @self: (transfer full): the settings
 */
void
seesaw_figure_styles_free (SeesawFigureStyles *self)
{
  g_hash_table_unref (self->settings);
  g_free (self->path);
  g_free (self);
}

/**
 * seesaw_figure_styles_get_default:
 *
 * Those of the application, which are read from the user's file when they are asked for first. A
 * file that is damaged is as good as none.
 *
 * Returns: (transfer none): they
 */
SeesawFigureStyles *
seesaw_figure_styles_get_default (void)
{
  static SeesawFigureStyles *all = NULL;

  if (all == NULL)
    {
      g_autofree char *path =
          g_build_filename (g_get_user_config_dir (), "seesaw", "figures.json", NULL);
      g_autoptr (GError) error = NULL;

      all = seesaw_figure_styles_new (path);
      if (!seesaw_figure_styles_load (all, &error))
        g_message ("%s", error->message);
    }

  return all;
}

/**
 * seesaw_figure_styles_get:
 * @id: of a figure
 * @settings: (inout): gets what was chosen for it, or stays as it is
 */
void
seesaw_figure_styles_get (SeesawFigureStyles *self, const char *id, SeesawFigureSettings *settings)
{
  const SeesawFigureSettings *found = g_hash_table_lookup (self->settings, id);

  if (found != NULL)
    seesaw_figure_settings_copy (settings, found);
}

/**
 * seesaw_figure_styles_set:
 * @id: of a figure
 * @settings: what was chosen for it
 */
void
seesaw_figure_styles_set (SeesawFigureStyles *self,
                          const char *id,
                          const SeesawFigureSettings *settings)
{
  SeesawFigureSettings *copy = g_new (SeesawFigureSettings, 1);

  seesaw_figure_settings_init (copy);
  seesaw_figure_settings_copy (copy, settings);
  g_hash_table_replace (self->settings, g_strdup (id), copy);
}

static JsonObject *
settings_to_json (const SeesawFigureSettings *settings)
{
  JsonObject *object = json_object_new ();

  json_object_set_member (object, "style", seesaw_style_to_json (&settings->style));
  json_object_set_string_member (object, "format", formats[settings->format]);
  json_object_set_string_member (object, "length-unit", units[settings->length_unit]);
  json_object_set_boolean_member (object, "data", settings->with_data);
  json_object_set_boolean_member (object, "marks", settings->with_marks);

  return object;
}

/**
 * seesaw_figure_styles_to_json:
 *
 * Returns: (transfer full): an object with a member for each figure
 */
JsonNode *
seesaw_figure_styles_to_json (SeesawFigureStyles *self)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();
  g_autoptr (GList) ids =
      g_list_sort (g_hash_table_get_keys (self->settings), (GCompareFunc) (gpointer) g_strcmp0);

  for (GList *l = ids; l != NULL; l = l->next)
    json_object_set_object_member (
        object, l->data, settings_to_json (g_hash_table_lookup (self->settings, l->data)));
  json_node_take_object (node, object);

  return node;
}

/* A word that this version does not know leaves what there is. */
static void
read_word (JsonObject *object, const char *name, const char *const *words, guint *index)
{
  JsonNode *node = json_object_get_member (object, name);
  const char *word = node != NULL && JSON_NODE_HOLDS_VALUE (node) &&
                             json_node_get_value_type (node) == G_TYPE_STRING
                         ? json_node_get_string (node)
                         : NULL;

  for (guint i = 0; word != NULL && words[i] != NULL; i++)
    if (g_str_equal (words[i], word))
      *index = i;
}

static void
read_flag (JsonObject *object, const char *name, gboolean *flag)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node != NULL && JSON_NODE_HOLDS_VALUE (node) &&
      json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    *flag = json_node_get_boolean (node);
}

static gboolean
read_settings (JsonNode *node, SeesawFigureSettings *settings, GError **error)
{
  JsonObject *object;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      g_set_error (error, SEESAW_ERROR, SEESAW_ERROR_FORMAT,
                   _ ("the settings of a figure are no object"));
      return FALSE;
    }

  object = json_node_get_object (node);
  read_word (object, "format", formats, &settings->format);
  read_word (object, "length-unit", units, &settings->length_unit);
  read_flag (object, "data", &settings->with_data);
  read_flag (object, "marks", &settings->with_marks);

  return !json_object_has_member (object, "style") ||
         seesaw_style_from_json (&settings->style, json_object_get_member (object, "style"), error);
}

static gboolean
read_all (GHashTable *table, JsonNode *node, GError **error)
{
  JsonObjectIter iter;
  const char *id;
  JsonNode *member;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      g_set_error (error, SEESAW_ERROR, SEESAW_ERROR_FORMAT,
                   _ ("the settings of figures are no object"));
      return FALSE;
    }

  json_object_iter_init (&iter, json_node_get_object (node));
  while (json_object_iter_next (&iter, &id, &member))
    {
      SeesawFigureSettings *settings = g_new (SeesawFigureSettings, 1);

      seesaw_figure_settings_init (settings);
      g_hash_table_replace (table, g_strdup (id), settings);
      if (!read_settings (member, settings, error))
        {
          g_prefix_error (error, "%s: ", id);
          return FALSE;
        }
    }

  return TRUE;
}

/**
 * seesaw_figure_styles_from_json:
 * @self: (inout): settings; are replaced by those of @node
 * @node: what seesaw_figure_styles_to_json() makes
 * @error: return location for a `SEESAW_ERROR`
 *
 * Returns: whether @node could be understood; @self is left as it was if not
 */
gboolean
seesaw_figure_styles_from_json (SeesawFigureStyles *self, JsonNode *node, GError **error)
{
  g_autoptr (GHashTable) table = new_table ();

  if (!read_all (table, node, error))
    return FALSE;

  g_hash_table_unref (self->settings);
  self->settings = g_steal_pointer (&table);

  return TRUE;
}

/**
 * seesaw_figure_styles_load:
 * @error: return location for an error
 *
 * Returns: whether the file could be read, or is not there
 */
gboolean
seesaw_figure_styles_load (SeesawFigureStyles *self, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autofree char *text = NULL;
  gsize length;

  if (!g_file_test (self->path, G_FILE_TEST_EXISTS))
    return TRUE;

  if (!g_file_get_contents (self->path, &text, &length, error))
    return FALSE;

  if (!g_utf8_validate (text, (gssize) length, NULL) ||
      !json_parser_load_from_data (parser, text, (gssize) length, NULL) ||
      json_parser_get_root (parser) == NULL)
    {
      g_set_error (error, SEESAW_ERROR, SEESAW_ERROR_FORMAT, _ ("%s: this is no JSON"), self->path);
      return FALSE;
    }

  return seesaw_figure_styles_from_json (self, json_parser_get_root (parser), error);
}

/**
 * seesaw_figure_styles_save:
 * @error: return location for an error
 *
 * Writes the file, whole or not at all.
 *
 * Returns: whether it was written
 */
gboolean
seesaw_figure_styles_save (SeesawFigureStyles *self, GError **error)
{
  g_autoptr (JsonNode) node = seesaw_figure_styles_to_json (self);
  g_autofree char *text = json_to_string (node, TRUE);
  g_autofree char *folder = g_path_get_dirname (self->path);

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error (error, SEESAW_ERROR, SEESAW_ERROR_WRITE, _ ("%s: the folder cannot be made"),
                   folder);
      return FALSE;
    }

  return g_file_set_contents (self->path, text, -1, error);
}
