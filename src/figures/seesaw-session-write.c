/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A session as JSON: short, in the order in which people would tell it, and without what is as it
 * would be anyway. */

#include "config.h"

#include "seesaw-session-names.h"

#include "seesaw-compare-names.h"

#include <string.h>

/* A folder further up than that has nothing to do with the session. */
#define MAX_UP 3

/* JSON is UTF-8; names of files need not be. */
static char *
write_path (const char *path)
{
  return g_utf8_validate (path, -1, NULL) ? g_strdup (path) : g_filename_to_uri (path, NULL, NULL);
}

static gsize
count_common (char **a, char **b)
{
  gsize n = 0;

  while (a[n] != NULL && b[n] != NULL && g_str_equal (a[n], b[n]))
    n++;

  return n;
}

/* From the folder of the session to a file; NULL if they are not near each other. */
static char *
find_relative (const char *path, const char *session)
{
  g_autofree char *folder = g_path_get_dirname (session);
  g_auto (GStrv) from = g_strsplit (folder, G_DIR_SEPARATOR_S, -1);
  g_auto (GStrv) to = g_strsplit (path, G_DIR_SEPARATOR_S, -1);
  gsize common = count_common (from, to);
  gsize up = g_strv_length (from) - common;
  g_autoptr (GString) relative = g_string_new (NULL);

  /* Both begin with an empty part. */
  if (!g_path_is_absolute (path) || !g_path_is_absolute (session) || up > MAX_UP ||
      (up > 0 && common < 2) || !g_utf8_validate (path, -1, NULL))
    return NULL;

  for (gsize i = 0; i < up; i++)
    g_string_append (relative, "../");
  for (gsize i = common; to[i] != NULL; i++)
    g_string_append_printf (relative, "%s%s", to[i], to[i + 1] != NULL ? "/" : "");

  return g_string_free (g_steal_pointer (&relative), FALSE);
}

static void
add_text (JsonObject *object, const char *member, const char *text)
{
  if (text != NULL)
    json_object_set_string_member (object, member, text);
}

static void
add_path (JsonObject *object, const char *path, const char *session)
{
  g_autofree char *absolute = write_path (path);
  g_autofree char *relative = session != NULL ? find_relative (path, session) : NULL;

  add_text (object, "path", relative != NULL ? relative : absolute);
  if (relative != NULL)
    add_text (object, "absolute_path", absolute);
}

static void
add_epoch (JsonObject *object, const char *member, const SeesawEpochSetting *epoch)
{
  if (epoch->from == SEESAW_EPOCH_AT_END)
    add_text (object, member, SEESAW_SESSION_EPOCH_LAST);
  else if (epoch->from == SEESAW_EPOCH_AT_BEST)
    add_text (object, member, SEESAW_SESSION_EPOCH_BEST);
  else if (epoch->from == SEESAW_EPOCH_OF_NUMBER)
    json_object_set_int_member (object, member, epoch->number);
}

static void
add_gamma (JsonObject *run, const SeesawSessionRun *self)
{
  JsonObject *gammas = json_object_new ();

  for (int score = 0; score < SEESAW_N_SCORES; score++)
    {
      const SeesawGammaSetting *gamma = &self->gamma[score];
      const char *name = seesaw_session_scores[score];

      if (gamma->from == SEESAW_GAMMA_NUMBER)
        json_object_set_double_member (gammas, name, gamma->number);
      else if (gamma->from == SEESAW_GAMMA_KNOWN)
        add_text (gammas, name, seesaw_known_gamma_get_id (gamma->known));
    }

  if (json_object_get_size (gammas) > 0)
    json_object_set_object_member (run, "gamma", gammas);
  else
    json_object_unref (gammas);
}

static JsonObject *
write_run (const SeesawSessionRun *self, const char *session)
{
  JsonObject *run = json_object_new ();

  add_path (run, self->path, session);
  add_text (run, "name", self->name);
  json_object_set_int_member (run, "style", self->style);
  if (self->color != SEESAW_COLOR_ALL)
    {
      g_autofree char *color = g_strdup_printf ("#%06x", seesaw_color_to_hex (self->color));

      add_text (run, "color", color);
    }
  if (self->is_hidden)
    json_object_set_boolean_member (run, "visible", FALSE);
  if (self->is_present)
    json_object_set_boolean_member (run, "present", TRUE);
  add_gamma (run, self);
  add_epoch (run, "epoch", &self->epoch);

  return run;
}

static void
add_runs (JsonObject *root, const SeesawSessionFile *self, const char *path)
{
  JsonArray *runs = json_array_new ();

  for (guint i = 0; i < self->runs->len; i++)
    json_array_add_object_element (runs, write_run (seesaw_session_file_get_run (self, i), path));
  json_object_set_array_member (root, "runs", runs);
}

static void
add_gammas (JsonObject *root, const SeesawSessionFile *self)
{
  JsonObject *gammas = json_object_new ();

  for (int score = 0; score < SEESAW_N_SCORES; score++)
    json_object_set_double_member (gammas, seesaw_session_scores[score], self->gamma[score]);
  json_object_set_object_member (root, "gamma", gammas);
}

static void
add_weights (JsonObject *root, const SeesawSessionFile *self)
{
  JsonObject *weights = json_object_new ();

  add_text (weights, "measure", seesaw_session_measures[self->measure]);
  add_text (weights, "order", seesaw_session_orders[self->order]);
  json_object_set_object_member (root, "weights", weights);
}

/* The first of the words is what it would be anyway. */
static void
add_choice (JsonObject *object, const char *member, const char *const *words, int choice)
{
  if (choice != 0)
    add_text (object, member, words[choice]);
}

static void
add_compare (JsonObject *root, const SeesawSessionFile *self)
{
  JsonObject *compare = json_object_new ();

  add_text (compare, "metric", self->compare_metric);
  add_text (compare, "x", self->compare_x);
  add_text (compare, "split", self->compare_split);
  add_choice (compare, "marks", seesaw_compare_marks, (int) self->compare_way.marks);
  add_choice (compare, "sort", seesaw_compare_sorts, (int) self->compare_way.sort);
  add_choice (compare, "scale", seesaw_compare_scales, (int) self->compare_way.scale);
  add_epoch (compare, "epoch", &self->compare_epoch);
  json_object_set_object_member (root, "compare", compare);
}

static JsonObject *
write_session (const SeesawSessionFile *self, const char *path)
{
  JsonObject *root = json_object_new ();

  add_text (root, "format", SEESAW_SESSION_FORMAT);
  json_object_set_int_member (root, "format_version", SEESAW_SESSION_VERSION);
  add_runs (root, self, path);
  add_gammas (root, self);
  add_epoch (root, "epoch", &self->epoch);
  add_text (root, "page", self->page);
  add_text (root, "score", seesaw_session_scores[self->score]);
  json_object_set_int_member (root, "top", self->top_k);
  add_text (root, "average", seesaw_session_averages[self->average]);
  add_text (root, "side", seesaw_session_sides[self->side ? 1 : 0]);
  if (self->selected >= 0)
    json_object_set_int_member (root, "selected", self->selected);
  add_weights (root, self);
  add_compare (root, self);
  if (self->figures != NULL && json_object_get_size (self->figures) > 0)
    json_object_set_object_member (root, "figures", json_object_ref (self->figures));

  return root;
}

/**
 * seesaw_session_file_to_json:
 * @path: (nullable): the file that it is for: runs near it are found from there, should both be
 *   moved together
 *
 * Returns: (transfer full): the session as text; numbers keep all their digits
 */
char *
seesaw_session_file_to_json (const SeesawSessionFile *self, const char *path)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  g_autofree char *absolute = path != NULL ? g_canonicalize_filename (path, NULL) : NULL;
  g_autofree char *json = NULL;

  json_node_take_object (node, write_session (self, absolute));
  json = json_to_string (node, TRUE);

  return g_strconcat (json, "\n", NULL);
}
