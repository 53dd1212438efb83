/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The session by itself: what it tells, when, and what it refuses. */

#include "config.h"

#include "app-fixture.h"

#include <math.h>

static void
test_gamma (void)
{
  SeesawSession *session = seesaw_session_new ();
  const guint *notified = fixture_count (session, "notify::gamma");
  const double refused[] = { NAN, INFINITY, -INFINITY };

  seesaw_session_set_gamma (session, 2.5);
  seesaw_session_set_gamma (session, 2.5);
  g_assert_cmpuint (*notified, ==, 1);
  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    seesaw_session_set_gamma (session, refused[i]);
  g_assert_cmpfloat (seesaw_session_get_gamma (session), ==, 2.5);
  g_assert_cmpuint (*notified, ==, 1);
  seesaw_session_set_gamma (session, -1e300);
  g_assert_cmpfloat (seesaw_session_get_gamma (session), ==, -1e300);

  g_assert_finalize_object (session);
}

/* Logits and cosines differ in scale: each has a γ of its own. */
static void
test_gamma_of_scores (void)
{
  SeesawSession *session = seesaw_session_new ();
  g_autoptr (SeesawOpenRun) run = fixture_show_nothing (session, "a", 4);
  const guint *notified = fixture_count (session, "notify::gamma");

  seesaw_session_set_gamma (session, 2.5);
  seesaw_session_show (session, run, fixture_view_of_nothing ("a", 4, SEESAW_SCORE_NCM, 0));
  g_assert_cmpfloat (seesaw_session_get_gamma (session), ==, 0.0);
  g_assert_cmpuint (*notified, ==, 2);
  seesaw_session_set_gamma (session, 0.25);
  seesaw_session_show (session, run, fixture_view_of_nothing ("a", 4, SEESAW_SCORE_NCM, 0));
  g_assert_cmpuint (*notified, ==, 3);
  seesaw_session_show (session, run, fixture_view_of_nothing ("a", 4, SEESAW_SCORE_LOGIT, 0));
  g_assert_cmpfloat (seesaw_session_get_gamma (session), ==, 2.5);
  g_assert_cmpuint (*notified, ==, 4);

  g_assert_finalize_object (session);
}

static void
test_selected (void)
{
  SeesawSession *session = seesaw_session_new ();
  const guint *notified = fixture_count (session, "notify::selected");
  g_autoptr (SeesawOpenRun) large = NULL;
  g_autoptr (SeesawOpenRun) small = NULL;

  /* Nothing is open, so there is no class. */
  seesaw_session_set_selected (session, 0);
  g_assert_cmpint (seesaw_session_get_selected (session), ==, -1);

  large = fixture_show_nothing (session, "large", 6);
  seesaw_session_set_selected (session, 6);
  seesaw_session_set_selected (session, G_MAXINT);
  g_assert_cmpint (seesaw_session_get_selected (session), ==, -1);
  g_assert_cmpuint (*notified, ==, 0);

  seesaw_session_set_selected (session, 3);
  seesaw_session_set_selected (session, 3);
  g_assert_cmpuint (*notified, ==, 1);
  small = fixture_show_nothing (session, "small", 4);
  g_assert_cmpint (seesaw_session_get_selected (session), ==, 3);
  g_assert_cmpuint (*notified, ==, 1);

  seesaw_session_show (session, large, fixture_view_of_nothing ("large", 6, SEESAW_SCORE_LOGIT, 0));
  seesaw_session_set_selected (session, 5);
  seesaw_session_show (session, small, fixture_view_of_nothing ("small", 4, SEESAW_SCORE_LOGIT, 0));
  g_assert_cmpint (seesaw_session_get_selected (session), ==, -1);
  g_assert_cmpuint (*notified, ==, 3);

  g_assert_finalize_object (session);
}

static void
test_side (void)
{
  SeesawSession *session = seesaw_session_new ();
  const guint *notified = fixture_count (session, "notify::side");
  gboolean side;

  seesaw_session_set_side (session, FALSE);
  g_assert_cmpuint (*notified, ==, 0);
  g_object_set (session, "side", TRUE, NULL);
  seesaw_session_set_side (session, TRUE);
  g_assert_cmpuint (*notified, ==, 1);
  g_object_get (session, "side", &side, NULL);
  g_assert_true (side);

  g_assert_finalize_object (session);
}

static void
test_runs (void)
{
  SeesawSession *session = seesaw_session_new ();
  GListModel *runs = seesaw_session_get_runs (session);
  const guint *notified = fixture_count (session, "notify::open-run");
  const guint *changed = fixture_count (session, "view-changed");
  SeesawSubject subject;
  SeesawOpenRun *first = fixture_show_nothing (session, "first", 4);
  SeesawOpenRun *second = fixture_show_nothing (session, "second", 4);

  g_assert_cmpuint (g_list_model_get_n_items (runs), ==, 2);
  g_assert_true (seesaw_session_get_open_run (session) == second);
  g_assert_cmpuint (*notified, ==, 2);
  seesaw_session_show (session, second,
                       fixture_view_of_nothing ("second", 4, SEESAW_SCORE_LOGIT, 0));
  g_assert_cmpuint (g_list_model_get_n_items (runs), ==, 2);
  g_assert_cmpuint (*notified, ==, 2);
  g_assert_cmpuint (*changed, ==, 3);

  /* Closing what is not looked at changes nothing else. */
  seesaw_session_close (session, first);
  g_assert_cmpuint (g_list_model_get_n_items (runs), ==, 1);
  g_assert_cmpuint (*changed, ==, 3);
  g_assert_finalize_object (first);

  seesaw_session_set_selected (session, 1);
  seesaw_session_close (session, second);
  g_assert_cmpuint (*notified, ==, 3);
  g_assert_cmpuint (*changed, ==, 4);
  g_assert_null (seesaw_session_get_view (session));
  g_assert_false (seesaw_session_get_subject (session, &subject));
  g_assert_cmpint (seesaw_session_get_selected (session), ==, -1);
  g_assert_finalize_object (second);

  g_assert_finalize_object (session);
}

static void
test_holds (void)
{
  SeesawSession *session = seesaw_session_new ();

  seesaw_session_hold (session, SEESAW_PART_HISTORY | SEESAW_PART_DRIFT);
  seesaw_session_hold (session, SEESAW_PART_DRIFT);
  g_assert_cmpuint (seesaw_session_get_request (session).parts, ==,
                    SEESAW_PART_HISTORY | SEESAW_PART_DRIFT);
  seesaw_session_release (session, SEESAW_PART_HISTORY | SEESAW_PART_DRIFT);
  g_assert_cmpuint (seesaw_session_get_request (session).parts, ==, SEESAW_PART_DRIFT);
  seesaw_session_release (session, SEESAW_PART_DRIFT);
  g_assert_cmpuint (seesaw_session_get_request (session).parts, ==, 0);

  g_assert_finalize_object (session);
}

static void
test_outdated (void)
{
  SeesawSession *session = seesaw_session_new ();
  const guint *outdated = fixture_count (session, "view-outdated");
  g_autoptr (SeesawOpenRun) run = seesaw_open_run_new ("a");
  SeesawViewRequest request;

  /* There is nothing yet to be outdated. */
  seesaw_session_hold (session, SEESAW_PART_HISTORY);
  g_assert_cmpuint (*outdated, ==, 0);

  seesaw_session_show (session, run,
                       fixture_view_of_nothing ("a", 4, SEESAW_SCORE_LOGIT, SEESAW_PART_HISTORY));
  seesaw_session_hold (session, SEESAW_PART_HISTORY);
  g_assert_cmpuint (*outdated, ==, 0);
  seesaw_session_hold (session, SEESAW_PART_HISTORY | SEESAW_PART_CLASSES);
  g_assert_cmpuint (*outdated, ==, 1);
  seesaw_session_release (session, SEESAW_PART_HISTORY | SEESAW_PART_CLASSES);
  g_assert_cmpuint (*outdated, ==, 1);

  request = seesaw_session_get_request (session);
  request.top_k = SEESAW_TOP_K;
  seesaw_session_set_request (session, &request);
  g_assert_cmpuint (*outdated, ==, 2);
  g_assert_cmpuint (seesaw_session_get_request (session).top_k, ==, SEESAW_TOP_K);

  g_assert_finalize_object (session);
}

static void
test_range (void)
{
  SeesawSession *session = seesaw_session_new ();
  g_autoptr (SeesawOpenRun) run = NULL;
  double low;
  double high;
  double least;
  double most;

  seesaw_session_get_range (session, &low, &high);
  g_assert_cmpfloat (low, <, 0.0);
  g_assert_cmpfloat (high, >, 0.0);

  run = fixture_show_sample (session, 0);
  seesaw_session_get_range (session, &low, &high);
  seesaw_analysis_get_range (seesaw_session_get_now (session), &least, &most);
  g_assert_cmpfloat (low, ==, least);
  g_assert_cmpfloat (high, ==, most);
  g_assert_cmpfloat (seesaw_session_get_step (session), >, 0.0);
  g_assert_cmpfloat (seesaw_session_get_step (session), <, (high - low) / 20.0);

  seesaw_session_close (session, run);
  g_assert_finalize_object (g_steal_pointer (&run));
  g_assert_finalize_object (session);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/session/gamma", test_gamma);
  g_test_add_func ("/session/gamma-of-scores", test_gamma_of_scores);
  g_test_add_func ("/session/selected", test_selected);
  g_test_add_func ("/session/side", test_side);
  g_test_add_func ("/session/runs", test_runs);
  g_test_add_func ("/session/holds", test_holds);
  g_test_add_func ("/session/outdated", test_outdated);
  g_test_add_func ("/session/range", test_range);

  return g_test_run ();
}
