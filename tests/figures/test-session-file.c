/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Session files: what is written is read again, and what is damaged is told of. */

#include "config.h"

#include "seesaw-error.h"
#include "seesaw-session-file.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

static SeesawSessionFile *
new_session (void)
{
  SeesawSessionFile *session = seesaw_session_file_new ();
  SeesawSessionRun *run = seesaw_session_file_add_run (session, "/data/sweep/runs/a.h5");

  run->name = g_strdup ("λ = “0.1” \\ 일");
  run->style = 3;
  run->color = (SeesawColor) (SEESAW_COLOR_RUN + 2);
  run->is_hidden = TRUE;
  run->gamma[SEESAW_SCORE_LOGIT] = (SeesawGammaSetting){ SEESAW_GAMMA_NUMBER, 0, 0.1 + 0.2 };
  run->gamma[SEESAW_SCORE_NCM].from = SEESAW_GAMMA_KNOWN;
  run->gamma[SEESAW_SCORE_NCM].known = SEESAW_KNOWN_GAMMA_BALANCE;
  run->epoch = (SeesawEpochSetting){ SEESAW_EPOCH_OF_NUMBER, -7 };

  run = seesaw_session_file_add_run (session, "/elsewhere/b.h5");
  run->style = 1;
  run->color = (SeesawColor) (SEESAW_COLOR_CUSTOM | 0x00ab0c);
  run->is_present = TRUE;
  run->epoch.from = SEESAW_EPOCH_AT_BEST;

  session->gamma[SEESAW_SCORE_LOGIT] = -1.0 / 3.0;
  session->gamma[SEESAW_SCORE_NCM] = 2.0;
  session->epoch = (SeesawEpochSetting){ SEESAW_EPOCH_OF_NUMBER, 10 };
  session->score = SEESAW_SCORE_NCM;
  session->top_k = SEESAW_TOP_K;
  session->average = SEESAW_AVERAGE_CLASS;
  session->side = TRUE;
  session->selected = 12;
  session->page = g_strdup ("weights");
  session->measure = SEESAW_MEASURE_PEARSON;
  session->order = SEESAW_ORDER_CLUSTER;
  session->compare_metric = g_strdup ("yy_alg");
  session->compare_x = g_strdup ("learning_rate");
  session->compare_split = g_strdup ("");
  session->compare_epoch.from = SEESAW_EPOCH_AT_BEST;
  session->figures = json_object_new ();
  json_object_set_int_member (session->figures, "curve", 3);

  return session;
}

static SeesawSessionFile *
parse (const char *text, const char *path)
{
  g_autoptr (GError) error = NULL;
  SeesawSessionFile *session = seesaw_session_file_parse (text, strlen (text), path, &error);

  g_assert_no_error (error);

  return session;
}

static void
test_round_trip (void)
{
  g_autoptr (SeesawSessionFile) session = new_session ();
  g_autofree char *json = seesaw_session_file_to_json (session, "/data/sweep/s.seesaw");
  g_autoptr (SeesawSessionFile) again = parse (json, "/data/sweep/s.seesaw");
  g_autofree char *rewritten = seesaw_session_file_to_json (again, "/data/sweep/s.seesaw");
  const SeesawSessionRun *a;
  const SeesawSessionRun *b;

  g_assert_cmpstr (json, ==, rewritten);
  g_assert_cmpuint (again->runs->len, ==, 2);
  a = seesaw_session_file_get_run (again, 0);
  b = seesaw_session_file_get_run (again, 1);

  g_assert_cmpstr (a->path, ==, "/data/sweep/runs/a.h5");
  g_assert_cmpstr (a->name, ==, "λ = “0.1” \\ 일");
  g_assert_cmpuint (a->style, ==, 3);
  g_assert_cmpint (a->color, ==, SEESAW_COLOR_RUN + 2);
  g_assert_true (a->is_hidden);
  g_assert_false (a->is_present);
  g_assert_cmpint (a->gamma[SEESAW_SCORE_LOGIT].from, ==, SEESAW_GAMMA_NUMBER);
  g_assert_true (a->gamma[SEESAW_SCORE_LOGIT].number == 0.30000000000000004);
  g_assert_cmpint (a->gamma[SEESAW_SCORE_NCM].from, ==, SEESAW_GAMMA_KNOWN);
  g_assert_cmpint (a->gamma[SEESAW_SCORE_NCM].known, ==, SEESAW_KNOWN_GAMMA_BALANCE);
  g_assert_cmpint (a->epoch.from, ==, SEESAW_EPOCH_OF_NUMBER);
  g_assert_cmpint (a->epoch.number, ==, -7);
  g_assert_cmpint (seesaw_session_run_get_style (a).marker, ==, seesaw_run_style (3).marker);
  g_assert_cmpint (seesaw_session_run_get_style (a).color, ==, SEESAW_COLOR_RUN + 2);

  g_assert_cmpstr (b->path, ==, "/elsewhere/b.h5");
  g_assert_null (b->name);
  g_assert_cmpint (b->color, ==, SEESAW_COLOR_CUSTOM | 0x00ab0c);
  g_assert_false (b->is_hidden);
  g_assert_true (b->is_present);
  g_assert_cmpint (b->gamma[SEESAW_SCORE_LOGIT].from, ==, SEESAW_GAMMA_COMMON);
  g_assert_cmpint (b->epoch.from, ==, SEESAW_EPOCH_AT_BEST);

  g_assert_true (again->gamma[SEESAW_SCORE_LOGIT] == -1.0 / 3.0);
  g_assert_true (again->gamma[SEESAW_SCORE_NCM] == 2.0);
  g_assert_cmpint (again->epoch.number, ==, 10);
  g_assert_cmpint (again->score, ==, SEESAW_SCORE_NCM);
  g_assert_cmpuint (again->top_k, ==, SEESAW_TOP_K);
  g_assert_cmpint (again->average, ==, SEESAW_AVERAGE_CLASS);
  g_assert_true (again->side);
  g_assert_cmpint (again->selected, ==, 12);
  g_assert_cmpstr (again->page, ==, "weights");
  g_assert_cmpint (again->measure, ==, SEESAW_MEASURE_PEARSON);
  g_assert_cmpint (again->order, ==, SEESAW_ORDER_CLUSTER);
  g_assert_cmpstr (again->compare_metric, ==, "yy_alg");
  g_assert_cmpstr (again->compare_x, ==, "learning_rate");
  g_assert_cmpstr (again->compare_split, ==, "");
  g_assert_cmpint (again->compare_epoch.from, ==, SEESAW_EPOCH_AT_BEST);
  g_assert_cmpint (json_object_get_int_member (again->figures, "curve"), ==, 3);
}

/* What is not said is as at the start; what is not known is passed over. */
static void
test_defaults (void)
{
  g_autoptr (SeesawSessionFile) session =
      parse ("{\"format\": \"seesaw-session\", \"format_version\": 1, \"later\": [1],"
             " \"gamma\": 3, \"runs\": [{\"path\": \"a.h5\", \"gamma\": \"alg\", \"name\": \"\"},"
             " {\"path\": \"../b.h5\", \"later\": null}]}",
             "/data/x/s.seesaw");
  const SeesawSessionRun *a = seesaw_session_file_get_run (session, 0);
  const SeesawSessionRun *b = seesaw_session_file_get_run (session, 1);

  g_assert_cmpstr (a->path, ==, "/data/x/a.h5");
  g_assert_null (a->name);
  g_assert_cmpint (a->color, ==, SEESAW_COLOR_ALL);
  g_assert_cmpint (seesaw_session_run_get_style (a).color, ==, SEESAW_COLOR_RUN);
  for (int score = 0; score < SEESAW_N_SCORES; score++)
    {
      g_assert_cmpint (a->gamma[score].from, ==, SEESAW_GAMMA_KNOWN);
      g_assert_cmpint (a->gamma[score].known, ==, SEESAW_KNOWN_GAMMA_ALG);
      g_assert_cmpfloat (session->gamma[score], ==, 3.0);
    }
  g_assert_cmpint (a->epoch.from, ==, SEESAW_EPOCH_OF_ALL);
  g_assert_cmpstr (b->path, ==, "/data/b.h5");
  g_assert_cmpuint (b->style, ==, 1);
  g_assert_cmpint (session->epoch.from, ==, SEESAW_EPOCH_AT_END);
  g_assert_cmpuint (session->top_k, ==, 1);
  g_assert_cmpint (session->selected, ==, -1);
}

/* Of two places the one beside the session counts, if there is a file. */
static void
test_moved_together (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("seesaw-session-XXXXXX", &error);
  g_autofree char *run = g_build_filename (folder, "a.h5", NULL);
  g_autofree char *session_path = g_build_filename (folder, "s.seesaw", NULL);
  g_autoptr (SeesawSessionFile) session = seesaw_session_file_new ();
  g_autofree char *json = NULL;
  g_autoptr (SeesawSessionFile) moved = NULL;
  g_autoptr (SeesawSessionFile) copied = NULL;

  g_assert_no_error (error);
  seesaw_session_file_add_run (session, "/nowhere/at/all/a.h5");
  json = seesaw_session_file_to_json (session, "/nowhere/at/all/s.seesaw");
  g_assert_true (g_file_set_contents (run, "x", 1, NULL));
  moved = parse (json, session_path);
  g_assert_cmpstr (seesaw_session_file_get_run (moved, 0)->path, ==, run);

  /* And the other one if the session was copied elsewhere. */
  g_clear_pointer (&json, g_free);
  g_ptr_array_set_size (session->runs, 0);
  seesaw_session_file_add_run (session, run);
  g_assert_true (seesaw_session_file_save (session, session_path, &error));
  json = seesaw_session_file_to_json (session, session_path);
  g_assert_nonnull (strstr (json, "\"path\" : \"a.h5\""));
  copied = parse (json, "/nowhere/s.seesaw");
  g_assert_cmpstr (seesaw_session_file_get_run (copied, 0)->path, ==, run);

  g_unlink (run);
  g_unlink (session_path);
  g_rmdir (folder);
}

/* Names of files are bytes. */
static void
test_strange_path (void)
{
  g_autoptr (SeesawSessionFile) session = seesaw_session_file_new ();
  g_autofree char *json = NULL;
  g_autoptr (SeesawSessionFile) again = NULL;

  seesaw_session_file_add_run (session, "/data/\xff\xfe.h5");
  json = seesaw_session_file_to_json (session, "/data/s.seesaw");
  g_assert_true (g_utf8_validate (json, -1, NULL));
  again = parse (json, "/data/s.seesaw");
  g_assert_cmpstr (seesaw_session_file_get_run (again, 0)->path, ==, "/data/\xff\xfe.h5");
}

#define HEAD "{\"format\": \"seesaw-session\", \"format_version\": 1, "
#define RUN(more) HEAD "\"runs\": [{\"path\": \"a.h5\", " more "}]}"

static void
test_damaged (void)
{
  static const struct
  {
    const char *text;
    const char *said;
  } cases[] = {
    { "", "JSON" },
    { "\xff\xfe", "JSON" },
    { "[]", "JSON" },
    { "7", "JSON" },
    { "{", "line 1" },
    { "{\"format\":\n\n\n oops", "line" },
    { "{\"format\": \"other\", \"format_version\": 1}", "seesaw-session" },
    { "{\"format\": \"seesaw-session\", \"format_version\": 2, \"runs\": []}", "version 2" },
    { "{\"format\": \"seesaw-session\", \"format_version\": \"1\", \"runs\": []}",
      "format_version" },
    { HEAD "\"runs\": 1}", "runs" },
    { HEAD "\"gamma\": 1}", "runs" },
    { HEAD "\"runs\": [1]}", "runs" },
    { HEAD "\"runs\": [{}]}", "path" },
    { HEAD "\"runs\": [{\"path\": 3}]}", "path" },
    { HEAD "\"runs\": [{\"path\": \"file:%zz\"}]}", "path" },
    { RUN ("\"name\": 1"), "name" },
    { RUN ("\"color\": \"blue\""), "color" },
    { RUN ("\"color\": \"#12345\""), "color" },
    { RUN ("\"color\": \"#12345g\""), "color" },
    { RUN ("\"style\": -1"), "style" },
    { RUN ("\"style\": 1e300"), "style" },
    { RUN ("\"visible\": 1"), "visible" },
    { RUN ("\"gamma\": \"best\""), "gamma" },
    { RUN ("\"gamma\": [1]"), "gamma" },
    { RUN ("\"gamma\": 1e999"), "gamma" },
    { RUN ("\"gamma\": {\"logit\": true}"), "gamma" },
    { RUN ("\"epoch\": 1.5"), "epoch" },
    { RUN ("\"epoch\": {}"), "epoch" },
    { RUN ("\"epoch\": 99999999999"), "epoch" },
    { HEAD "\"runs\": [], \"gamma\": \"alg\"}", "gamma" },
    { HEAD "\"runs\": [], \"epoch\": \"first\"}", "epoch" },
    { HEAD "\"runs\": [], \"score\": \"softmax\"}", "score" },
    { HEAD "\"runs\": [], \"top\": 3}", "top" },
    { HEAD "\"runs\": [], \"selected\": -2}", "selected" },
    { HEAD "\"runs\": [], \"weights\": []}", "weights" },
    { HEAD "\"runs\": [], \"compare\": {\"x\": 1}}", "x" },
    { HEAD "\"runs\": [], \"figures\": 1}", "figures" },
    { HEAD "\"runs\": [], \"page\": {}}", "page" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      SeesawSessionFile *session = seesaw_session_file_parse (cases[i].text, strlen (cases[i].text),
                                                              "/data/s.seesaw", &error);

      g_test_message ("case %" G_GSIZE_FORMAT, i);
      g_assert_null (session);
      g_assert_nonnull (error);
      g_assert_true (error->domain == SEESAW_ERROR);
      g_test_message ("%s", error->message);
      g_assert_true (g_str_has_prefix (error->message, "/data/s.seesaw: "));
      g_assert_nonnull (strstr (error->message, cases[i].said));
    }
}

/* Cut short, or with a byte changed, at every place: a session, or a sentence. */
static void
test_every_byte (void)
{
  g_autoptr (SeesawSessionFile) session = new_session ();
  g_autofree char *json = seesaw_session_file_to_json (session, "/data/s.seesaw");
  gsize length = strlen (json);
  const char bytes[] = { '\0', '"', '{', '}', '[', ']', ',', ':', '-', '9', 'e', '\x80' };

  for (gsize i = 0; i < length; i++)
    for (gsize b = 0; b <= G_N_ELEMENTS (bytes); b++)
      {
        g_autofree char *damaged = g_memdup2 (json, length);
        g_autoptr (GError) error = NULL;
        SeesawSessionFile *found;

        if (b < G_N_ELEMENTS (bytes))
          damaged[i] = bytes[b];
        found = seesaw_session_file_parse (damaged, b < G_N_ELEMENTS (bytes) ? length : i,
                                           "/data/s.seesaw", &error);
        g_assert_true ((found == NULL) == (error != NULL));
        g_clear_pointer (&found, seesaw_session_file_free);
      }
}

static void
test_deep (void)
{
  g_autofree char *deep = g_malloc (1000000);
  g_autoptr (GError) error = NULL;

  memset (deep, '[', 1000000);
  g_assert_null (seesaw_session_file_parse (deep, 1000000, "s.seesaw", &error));
  g_assert_error (error, SEESAW_ERROR, SEESAW_ERROR_FORMAT);
}

static void
test_load_and_save (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SeesawSessionFile) session = new_session ();

  g_assert_null (seesaw_session_file_load ("/nowhere/s.seesaw", &error));
  g_assert_error (error, SEESAW_ERROR, SEESAW_ERROR_ACCESS);
  g_clear_error (&error);
  g_assert_null (seesaw_session_file_load ("/", &error));
  g_assert_error (error, SEESAW_ERROR, SEESAW_ERROR_ACCESS);
  g_clear_error (&error);
  g_assert_false (seesaw_session_file_save (session, "/nowhere/s.seesaw", &error));
  g_assert_error (error, SEESAW_ERROR, SEESAW_ERROR_WRITE);
  g_assert_nonnull (strstr (error->message, "/nowhere/s.seesaw"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/session-file/round-trip", test_round_trip);
  g_test_add_func ("/session-file/defaults", test_defaults);
  g_test_add_func ("/session-file/moved-together", test_moved_together);
  g_test_add_func ("/session-file/strange-path", test_strange_path);
  g_test_add_func ("/session-file/damaged", test_damaged);
  g_test_add_func ("/session-file/every-byte", test_every_byte);
  g_test_add_func ("/session-file/deep", test_deep);
  g_test_add_func ("/session-file/load-and-save", test_load_and_save);

  return g_test_run ();
}
