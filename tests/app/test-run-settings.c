/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is chosen for one run alone, and what of it comes back. */

#include "config.h"

#include "app-fixture.h"

#include <glib/gstdio.h>

/* A γ of its own: a number for the present kind of score, or one that the run knows. */
static void
test_own_gamma (void)
{
  SeesawSession *session = seesaw_session_new ();
  g_autoptr (SeesawOpenRun) first = fixture_show_nothing (session, "first", 4);
  g_autoptr (SeesawOpenRun) second = fixture_show_nothing (session, "second", 4);
  SeesawGammaSetting setting = { SEESAW_GAMMA_NUMBER, 0, 1.5 };
  const guint *moved = fixture_count (session, "notify::gamma");
  SeesawSubject subject;

  seesaw_session_set_gamma (session, 4.0);
  g_assert_cmpuint (*moved, ==, 1);
  seesaw_session_set_run_gamma (session, first, &setting);
  g_assert_cmpuint (*moved, ==, 1);
  g_assert_true (seesaw_session_has_own_gamma (session, first));
  g_assert_false (seesaw_session_has_own_gamma (session, second));
  g_assert_true (seesaw_session_get_subject (session, &subject));
  g_assert_cmpfloat (subject.gamma, ==, 4.0);
  g_assert_cmpfloat (subject.runs[0].gamma, ==, 1.5);
  g_assert_cmpfloat (subject.runs[1].gamma, ==, 4.0);

  /* The slider moves that of the present run: its own, or else that of all others. */
  seesaw_session_set_gamma (session, 5.0);
  g_assert_cmpfloat (seesaw_session_get_run_gamma (session, first), ==, 1.5);
  seesaw_session_show (session, first, fixture_view_of_nothing ("first", 4, SEESAW_SCORE_LOGIT, 0));
  g_assert_cmpuint (*moved, ==, 3);
  g_assert_cmpfloat (seesaw_session_get_gamma (session), ==, 1.5);
  seesaw_session_set_gamma (session, 2.5);
  g_assert_cmpfloat (seesaw_session_get_run_gamma (session, first), ==, 2.5);
  g_assert_cmpfloat (seesaw_session_get_run_gamma (session, second), ==, 5.0);

  /* The number is of logits; cosines are looked at with that of all runs. */
  seesaw_session_show (session, first, fixture_view_of_nothing ("first", 4, SEESAW_SCORE_NCM, 0));
  g_assert_false (seesaw_session_has_own_gamma (session, first));
  g_assert_cmpfloat (seesaw_session_get_gamma (session), ==, 0.0);

  setting.from = SEESAW_GAMMA_COMMON;
  seesaw_session_show (session, first, fixture_view_of_nothing ("first", 4, SEESAW_SCORE_LOGIT, 0));
  seesaw_session_set_run_gamma (session, first, &setting);
  g_assert_cmpfloat (seesaw_session_get_gamma (session), ==, 5.0);

  g_assert_finalize_object (session);
}

static void
test_known_gamma (void)
{
  SeesawSession *session = seesaw_session_new ();
  g_autoptr (SeesawOpenRun) run = fixture_show_sample (session, 0);
  const SeesawAnalysis *now = seesaw_session_get_now (session);
  const SeesawGammaSetting setting = { SEESAW_GAMMA_KNOWN, SEESAW_KNOWN_GAMMA_ORACLE, 0.0 };
  SeesawViewRequest request = seesaw_session_get_request (session);

  seesaw_session_set_run_gamma (session, run, &setting);
  g_assert_cmpfloat (seesaw_session_get_gamma (session), ==, now->gamma[setting.known]);
  g_assert_cmpfloat (now->gamma[setting.known], >, 0.0);

  /* It is another one at another epoch. */
  request.epoch = 1;
  seesaw_session_show (session, run, fixture_read (run, request));
  g_assert_cmpfloat (seesaw_session_get_gamma (session), ==,
                     seesaw_session_get_now (session)->gamma[setting.known]);

  /* Moving it by hand leaves a number. */
  seesaw_session_set_gamma (session, 3.25);
  g_assert_cmpint (seesaw_session_get_look (session, run)->gamma[SEESAW_SCORE_LOGIT].from, ==,
                   SEESAW_GAMMA_NUMBER);

  g_assert_finalize_object (session);
}

/* Names and colours stay with their runs wherever these are moved. */
static void
test_looks (void)
{
  SeesawSession *session = seesaw_session_new ();
  g_autoptr (SeesawOpenRun) a = fixture_show_nothing (session, "a", 4);
  g_autoptr (SeesawOpenRun) b = fixture_show_nothing (session, "b", 4);
  g_autoptr (SeesawOpenRun) c = fixture_show_nothing (session, "c", 4);
  g_autoptr (SeesawOpenRun) d = NULL;
  const SeesawColor custom = (SeesawColor) (SEESAW_COLOR_CUSTOM | 0x123456);
  SeesawSubject subject;

  seesaw_session_rename (session, a, "  α  ");
  seesaw_session_set_color (session, b, custom);
  seesaw_session_move (session, 0, 2);
  g_assert_true (seesaw_session_get_subject (session, &subject));
  g_assert_cmpstr (subject.runs[0].name, ==, "b");
  g_assert_cmpstr (subject.runs[1].name, ==, "c");
  g_assert_cmpstr (subject.runs[2].name, ==, "α");
  g_assert_cmpint (subject.runs[0].style.color, ==, custom);
  g_assert_cmpint (subject.runs[0].style.marker, ==, seesaw_run_style (1).marker);
  g_assert_cmpint (subject.runs[2].style.color, ==, seesaw_run_style (0).color);
  g_assert_cmpuint (seesaw_subject_find_current (&subject), ==, 1);

  seesaw_session_move (session, 2, 1);
  seesaw_session_move (session, 2, 7);
  g_assert_true (seesaw_session_get_subject (session, &subject));
  g_assert_cmpstr (subject.runs[1].name, ==, "α");
  seesaw_session_rename (session, a, " ");
  seesaw_session_set_color (session, b, SEESAW_COLOR_ALL);
  g_assert_true (seesaw_session_get_subject (session, &subject));
  g_assert_cmpstr (subject.runs[1].name, ==, "a");
  g_assert_cmpint (subject.runs[0].style.color, ==, seesaw_run_style (1).color);

  /* A new run takes the style of the one that went. */
  seesaw_session_close (session, b);
  d = fixture_show_nothing (session, "d", 4);
  g_assert_cmpint (seesaw_session_get_run_style (session, d).color, ==, seesaw_run_style (1).color);
  g_assert_cmpint (seesaw_session_get_run_style (session, c).color, ==, seesaw_run_style (2).color);

  g_assert_finalize_object (session);
}

static void
test_own_epoch (void)
{
  g_autofree char *copy = fixture_copy_sample ();
  g_autofree char *folder = g_path_get_dirname (copy);
  SeesawSession *session = seesaw_session_new ();
  g_autoptr (SeesawOpenRun) other = seesaw_open_run_new (copy);
  g_autoptr (SeesawOpenRun) run = fixture_show_sample (session, SEESAW_PART_HISTORY);
  SeesawViewRequest request = seesaw_session_get_request (session);
  SeesawEpochSetting setting = { SEESAW_EPOCH_OF_NUMBER, 3 };
  const SeesawHistory *history = seesaw_session_get_view (session)->history;
  const guint *outdated = fixture_count (session, "view-outdated");
  gsize best = 1;

  seesaw_session_add (session, other, fixture_read (other, request));
  seesaw_session_set_run_epoch (session, other, &setting);
  g_assert_cmpuint (*outdated, ==, 0);
  g_assert_false (seesaw_session_is_run_current (session, other));
  g_assert_cmpuint (seesaw_session_get_run_request (session, other).epoch, ==, 3);

  /* That of all is another one, which those with their own do not follow. */
  setting.number = 5;
  seesaw_session_set_epoch (session, &setting);
  g_assert_cmpuint (*outdated, ==, 1);
  g_assert_cmpuint (seesaw_session_get_request (session).epoch, ==, 5);
  g_assert_cmpuint (seesaw_session_get_run_request (session, other).epoch, ==, 3);

  /* The best one, found out here by hand. */
  for (gsize e = 1; e < history->n_epochs; e++)
    {
      const SeesawAnalysis *at = history->analyses[SEESAW_SCORE_LOGIT][e];
      const SeesawAnalysis *then = history->analyses[SEESAW_SCORE_LOGIT][best];

      if (seesaw_curve_at (at->curve, at->gamma[SEESAW_KNOWN_GAMMA_ALG]).yy >
          seesaw_curve_at (then->curve, then->gamma[SEESAW_KNOWN_GAMMA_ALG]).yy)
        best = e;
    }
  setting.from = SEESAW_EPOCH_AT_BEST;
  seesaw_session_set_epoch (session, &setting);
  request = seesaw_session_get_request (session);
  g_assert_cmpuint (request.epoch, ==, best);
  g_assert_true ((request.parts & SEESAW_PART_HISTORY) != 0);

  /* Another epoch of the present run is one for all. */
  seesaw_session_show (session, run, fixture_read (run, request));
  seesaw_session_settle_epoch (session);
  request.epoch = 2;
  seesaw_session_show (session, run, fixture_read (run, request));
  g_assert_cmpint (seesaw_session_get_epoch (session).from, ==, SEESAW_EPOCH_OF_NUMBER);
  g_assert_cmpint (seesaw_session_get_epoch (session).number, ==, 2);
  setting.from = SEESAW_EPOCH_OF_ALL;
  seesaw_session_set_run_epoch (session, other, &setting);
  g_assert_cmpuint (seesaw_session_get_run_request (session, other).epoch, ==, 2);

  /* Unless that run has its own. */
  setting.from = SEESAW_EPOCH_AT_END;
  seesaw_session_set_run_epoch (session, run, &setting);
  request.epoch = 4;
  seesaw_session_show (session, run, fixture_read (run, request));
  g_assert_cmpint (seesaw_session_get_look (session, run)->epoch.number, ==, 4);
  g_assert_cmpint (seesaw_session_get_epoch (session).number, ==, 2);

  g_assert_finalize_object (session);
  g_unlink (copy);
  g_rmdir (folder);
}

typedef struct
{
  SeesawSession *session;
  SeesawOpenRun *run;
} Changed;

static gboolean
is_changed (gpointer user_data)
{
  const Changed *changed = user_data;

  return seesaw_session_is_run_changed (changed->session, changed->run);
}

/* Told of once; what was chosen stays when it is read again. */
static void
test_reload (void)
{
  g_autofree char *copy = fixture_copy_sample ();
  g_autofree char *folder = g_path_get_dirname (copy);
  SeesawSession *session = seesaw_session_new ();
  g_autoptr (SeesawOpenRun) old = seesaw_open_run_new (copy);
  g_autoptr (SeesawOpenRun) run = seesaw_open_run_new (copy);
  SeesawViewRequest request = { .epoch = G_MAXSIZE, .top_k = 1 };
  Changed changed = { session, old };
  g_autofree char *bytes = NULL;
  gsize length;

  seesaw_session_show (session, old, fixture_read (old, request));
  seesaw_session_rename (session, old, "mine");
  g_assert_false (seesaw_session_is_run_changed (session, old));
  g_assert_true (g_file_get_contents (copy, &bytes, &length, NULL));
  g_assert_true (g_file_set_contents (copy, bytes, (gssize) length, NULL));
  g_assert_true (fixture_wait_until (is_changed, &changed));

  seesaw_session_replace (session, old, run, fixture_read (run, request));
  g_assert_false (seesaw_session_is_run_changed (session, run));
  g_assert_true (seesaw_session_get_open_run (session) == run);
  g_assert_cmpuint (g_list_model_get_n_items (seesaw_session_get_runs (session)), ==, 1);
  g_assert_cmpstr (seesaw_session_get_run_name (session, run), ==, "mine");

  g_assert_finalize_object (session);
  g_unlink (copy);
  g_rmdir (folder);
}

/* All that was chosen comes back, in the old order, whichever run is there first. */
static void
test_save_and_restore (void)
{
  SeesawSession *session = seesaw_session_new ();
  SeesawSession *again = seesaw_session_new ();
  g_autoptr (SeesawOpenRun) a = fixture_show_nothing (session, "/a", 4);
  g_autoptr (SeesawOpenRun) b = fixture_show_nothing (session, "/b", 4);
  g_autoptr (SeesawOpenRun) c = NULL;
  g_autoptr (SeesawOpenRun) d = NULL;
  const SeesawGammaSetting setting = { SEESAW_GAMMA_NUMBER, 0, 1.5 };
  g_autoptr (SeesawSessionFile) file = NULL;
  g_autoptr (SeesawSessionFile) saved = NULL;
  g_autofree char *json = NULL;
  g_autofree char *json_again = NULL;

  seesaw_session_set_gamma (session, 2.0);
  seesaw_session_rename (session, b, "β");
  seesaw_session_set_visible (session, a, FALSE);
  seesaw_session_set_run_gamma (session, a, &setting);
  file = seesaw_session_save (session);
  g_assert_true (seesaw_session_file_get_run (file, 1)->is_present);

  seesaw_session_restore (again, file);
  g_assert_true (seesaw_session_is_expected (again, "/a"));
  d = fixture_show_nothing (again, "/b", 4);
  g_assert_false (seesaw_session_is_expected (again, "/b"));
  c = seesaw_open_run_new ("/a");
  seesaw_session_add (again, c, fixture_view_of_nothing ("/a", 4, SEESAW_SCORE_LOGIT, 0));
  g_assert_false (seesaw_session_get_visible (again, c));
  g_assert_cmpfloat (seesaw_session_get_gamma (again), ==, 2.0);
  saved = seesaw_session_save (again);
  json = seesaw_session_file_to_json (file, NULL);
  json_again = seesaw_session_file_to_json (saved, NULL);
  g_assert_cmpstr (json, ==, json_again);

  g_assert_finalize_object (session);
  g_assert_finalize_object (again);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/run-settings/own-gamma", test_own_gamma);
  g_test_add_func ("/run-settings/known-gamma", test_known_gamma);
  g_test_add_func ("/run-settings/looks", test_looks);
  g_test_add_func ("/run-settings/own-epoch", test_own_epoch);
  g_test_add_func ("/run-settings/reload", test_reload);
  g_test_add_func ("/run-settings/save-and-restore", test_save_and_restore);

  return g_test_run ();
}
