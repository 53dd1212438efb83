/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A session from JSON. What it does not say is as it is at the start, and what is not known here
 * is passed over; what is said must make sense. */

#include "config.h"

#include "seesaw-session-names.h"

#include "seesaw-compare-names.h"
#include "seesaw-error.h"
#include "seesaw-session-values.h"

#include <glib/gi18n-lib.h>

/* The parser calls itself for each level. */
#define MAX_DEPTH 64

/* One for each kind of score, or one for all. */
static void
read_gammas (SeesawReading *self, JsonObject *object, SeesawGammaSetting *gamma)
{
  JsonNode *node = seesaw_reading_find (self, object, "gamma");

  for (int score = 0; node != NULL && score < SEESAW_N_SCORES; score++)
    {
      JsonNode *of_score = node;

      if (JSON_NODE_HOLDS_OBJECT (node))
        of_score =
            seesaw_reading_find (self, json_node_get_object (node), seesaw_session_scores[score]);
      if (of_score != NULL)
        gamma[score] = seesaw_reading_to_gamma (self, of_score);
    }
}

static void
read_common_gammas (SeesawReading *self, JsonObject *root, double *gamma)
{
  SeesawGammaSetting settings[SEESAW_N_SCORES] = { 0 };

  read_gammas (self, root, settings);
  for (int score = 0; score < SEESAW_N_SCORES; score++)
    {
      if (settings[score].from == SEESAW_GAMMA_NUMBER)
        gamma[score] = settings[score].number;
      else if (settings[score].from == SEESAW_GAMMA_KNOWN)
        seesaw_reading_fail (self, "gamma", _ ("a number"));
    }
}

/* An absolute path in the encoding of file names; NULL if the text says none. */
static char *
make_path (SeesawReading *self, const char *text)
{
  if (text == NULL || *text == '\0')
    return NULL;

  return g_str_has_prefix (text, "file:") ? g_filename_from_uri (text, NULL, NULL)
                                          : g_canonicalize_filename (text, self->folder);
}

/* Where it is beside the session, if it is there; else where it was. */
static char *
read_path (SeesawReading *self, JsonObject *object)
{
  g_autofree char *text = seesaw_reading_get_text (self, object, "path");
  g_autofree char *absolute_text = seesaw_reading_get_text (self, object, "absolute_path");
  g_autofree char *path = make_path (self, text);
  g_autofree char *absolute = make_path (self, absolute_text);

  if (path == NULL)
    seesaw_reading_fail (self, "path", _ ("the path of a file"));
  if (path != NULL && absolute != NULL && !g_file_test (path, G_FILE_TEST_EXISTS) &&
      g_file_test (absolute, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&absolute);

  return g_steal_pointer (&path);
}

static void
read_run (SeesawReading *self, JsonNode *node, guint index, SeesawSessionFile *session)
{
  SeesawSessionRun *run;
  JsonObject *object;
  g_autofree char *path = NULL;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      seesaw_reading_fail (self, "runs", _ ("a list of objects, in braces"));
      return;
    }

  object = json_node_get_object (node);
  path = read_path (self, object);
  if (path == NULL)
    return;

  run = seesaw_session_file_add_run (session, path);
  run->name = seesaw_reading_get_text (self, object, "name");
  if (run->name != NULL)
    {
      g_autofree char *typed = g_steal_pointer (&run->name);

      run->name = *typed != '\0' ? seesaw_run_make_name (run->path, typed) : NULL;
    }
  run->style = (guint) seesaw_reading_get_integer (self, object, "style", index, 0, G_MAXINT);
  run->color = seesaw_reading_get_color (self, object);
  run->is_hidden = !seesaw_reading_get_boolean (self, object, "visible", TRUE);
  run->is_present = seesaw_reading_get_boolean (self, object, "present", FALSE);
  read_gammas (self, object, run->gamma);
  run->epoch = seesaw_reading_get_epoch (self, object, "epoch", SEESAW_EPOCH_OF_ALL);
}

static void
read_runs (SeesawReading *self, JsonObject *root, SeesawSessionFile *session)
{
  JsonNode *node = seesaw_reading_find (self, root, "runs");
  JsonArray *runs;

  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    {
      seesaw_reading_fail (self, "runs", _ ("a list, in brackets"));
      return;
    }

  runs = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (runs) && self->error == NULL; i++)
    read_run (self, json_array_get_element (runs, i), i, session);
}

static void
read_compare (SeesawReading *self, JsonObject *compare, SeesawSessionFile *session)
{
  session->compare_metric = seesaw_reading_get_text (self, compare, "metric");
  session->compare_x = seesaw_reading_get_text (self, compare, "x");
  session->compare_split = seesaw_reading_get_text (self, compare, "split");
  session->compare_way = (SeesawCompareWay){
    (SeesawCompareMarks) seesaw_reading_get_choice (self, compare, "marks", seesaw_compare_marks),
    (SeesawCompareSort) seesaw_reading_get_choice (self, compare, "sort", seesaw_compare_sorts),
    (SeesawCompareScale) seesaw_reading_get_choice (self, compare, "scale", seesaw_compare_scales),
  };
  session->compare_epoch = seesaw_reading_get_epoch (self, compare, "epoch", SEESAW_EPOCH_AT_END);
}

static void
read_ways (SeesawReading *self, JsonObject *root, SeesawSessionFile *session)
{
  JsonObject *weights = seesaw_reading_get_object (self, root, "weights");
  JsonObject *compare = seesaw_reading_get_object (self, root, "compare");
  JsonObject *figures = seesaw_reading_get_object (self, root, "figures");

  session->page = seesaw_reading_get_text (self, root, "page");
  session->score =
      (SeesawScore) seesaw_reading_get_choice (self, root, "score", seesaw_session_scores);
  session->average =
      (SeesawAverage) seesaw_reading_get_choice (self, root, "average", seesaw_session_averages);
  session->top_k = (guint) seesaw_reading_get_integer (self, root, "top", 1, 1, SEESAW_TOP_K);
  if (session->top_k != 1 && session->top_k != SEESAW_TOP_K)
    seesaw_reading_fail (self, "top", _ ("1 or 5"));
  session->side = seesaw_reading_get_choice (self, root, "side", seesaw_session_sides) == 1;
  session->selected = (int) seesaw_reading_get_integer (self, root, "selected", -1, -1, G_MAXINT);
  if (weights != NULL)
    {
      session->measure = (SeesawMeasure) seesaw_reading_get_choice (self, weights, "measure",
                                                                    seesaw_session_measures);
      session->order =
          (SeesawOrder) seesaw_reading_get_choice (self, weights, "order", seesaw_session_orders);
    }
  if (compare != NULL)
    read_compare (self, compare, session);
  if (figures != NULL)
    session->figures = json_object_ref (figures);
}

static void
read_format (SeesawReading *self, JsonObject *root)
{
  g_autofree char *format = seesaw_reading_get_text (self, root, "format");
  gint64 version = seesaw_reading_get_integer (self, root, "format_version", 0, 0, G_MAXINT);

  if (self->error == NULL && g_strcmp0 (format, SEESAW_SESSION_FORMAT) != 0)
    g_set_error (&self->error, SEESAW_ERROR, SEESAW_ERROR_FORMAT,
                 _ ("%s: is not a session: its “format” is not “%s”"), self->path,
                 SEESAW_SESSION_FORMAT);
  if (self->error == NULL && version != SEESAW_SESSION_VERSION)
    g_set_error (&self->error, SEESAW_ERROR, SEESAW_ERROR_UNSUPPORTED,
                 _ ("%s: is a session of version %d; this program reads version %d"), self->path,
                 (int) version, SEESAW_SESSION_VERSION);
}

/* Brackets within texts count, too: no session has so many. */
static gboolean
is_shallow (const char *text, gsize length)
{
  gsize depth = 0;

  for (gsize i = 0; i < length; i++)
    {
      if (text[i] == '[' || text[i] == '{')
        depth++;
      else if ((text[i] == ']' || text[i] == '}') && depth > 0)
        depth--;
      if (depth > MAX_DEPTH)
        return FALSE;
    }

  return TRUE;
}

/* Afterwards it has forgotten where that was. */
static void
on_error (JsonParser *parser, const GError *error, guint *line)
{
  *line = json_parser_get_current_line (parser);
}

static JsonObject *
parse (SeesawReading *self, JsonParser *parser, const char *text, gsize length)
{
  g_autoptr (GError) error = NULL;
  JsonNode *root;
  guint line = 0;

  if (length == 0 || !g_utf8_validate_len (text, length, NULL) || !is_shallow (text, length))
    {
      g_set_error (&self->error, SEESAW_ERROR, SEESAW_ERROR_FORMAT,
                   _ ("%s: is not a session: it does not hold JSON"), self->path);
      return NULL;
    }

  g_signal_connect (parser, "error", G_CALLBACK (on_error), &line);
  if (!json_parser_load_from_data (parser, text, (gssize) length, &error))
    {
      g_set_error (&self->error, SEESAW_ERROR, SEESAW_ERROR_FORMAT,
                   _ ("%s: is not a session, or damaged: line %u cannot be read"), self->path,
                   line);
      return NULL;
    }

  root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    {
      g_set_error (&self->error, SEESAW_ERROR, SEESAW_ERROR_FORMAT,
                   _ ("%s: is not a session: it does not hold JSON"), self->path);
      return NULL;
    }

  return json_node_get_object (root);
}

/**
 * seesaw_session_file_parse:
 * @text: `[length]`, what a session file holds
 * @length: its length in bytes
 * @path: where it is: runs are looked for from its folder
 * @error: return location for a `SEESAW_ERROR` that says what was found where
 *
 * Reads a session.
 *
 * Returns: (transfer full): the session, or %NULL with @error set
 */
SeesawSessionFile *
seesaw_session_file_parse (const char *text, gsize length, const char *path, GError **error)
{
  g_autoptr (SeesawSessionFile) session = seesaw_session_file_new ();
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autofree char *shown = g_filename_display_name (path);
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autofree char *folder = g_path_get_dirname (absolute);
  SeesawReading reading = { shown, folder, NULL };
  JsonObject *root = parse (&reading, parser, text, length);

  if (root != NULL)
    {
      read_format (&reading, root);
      read_runs (&reading, root, session);
      read_common_gammas (&reading, root, session->gamma);
      session->epoch = seesaw_reading_get_epoch (&reading, root, "epoch", SEESAW_EPOCH_AT_END);
      read_ways (&reading, root, session);
    }
  if (reading.error == NULL)
    return g_steal_pointer (&session);

  g_propagate_error (error, reading.error);

  return NULL;
}
