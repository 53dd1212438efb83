/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Several runs in one session: which are shown side by side, and what is read for it. */

#include "config.h"

#include "app-fixture.h"

#include "seesaw-overlays.h"

#include <glib/gstdio.h>

static gsize
count_runs (SeesawSession *session)
{
  SeesawSubject subject;

  return seesaw_session_get_subject (session, &subject) ? subject.n_runs : 0;
}

static void
test_side_by_side (void)
{
  SeesawSession *session = seesaw_session_new ();
  g_autoptr (SeesawOpenRun) first = fixture_show_nothing (session, "first", 4);
  g_autoptr (SeesawOpenRun) second = NULL;
  const guint *changed = fixture_count (session, "runs-changed");
  SeesawSubject subject;

  g_assert_cmpuint (count_runs (session), ==, 0);
  second = fixture_show_nothing (session, "second", 4);
  seesaw_session_set_gamma (session, 2.5);
  g_assert_true (seesaw_session_get_subject (session, &subject));
  g_assert_cmpuint (subject.n_runs, ==, 2);
  g_assert_cmpstr (subject.runs[0].name, ==, "first");
  g_assert_cmpuint (subject.runs[1].style.marker, ==, seesaw_run_style (1).marker);
  g_assert_cmpfloat (subject.runs[0].gamma, ==, 2.5);
  g_assert_cmpuint (seesaw_subject_find_current (&subject), ==, 1);

  g_assert_true (seesaw_session_get_visible (session, first));
  seesaw_session_set_visible (session, first, FALSE);
  seesaw_session_set_visible (session, first, FALSE);
  g_assert_cmpuint (*changed, ==, 1);
  g_assert_cmpuint (count_runs (session), ==, 0);
  seesaw_session_set_visible (session, first, TRUE);
  g_assert_cmpuint (count_runs (session), ==, 2);

  /* The present one is shown in any case. */
  seesaw_session_set_visible (session, second, FALSE);
  g_assert_cmpuint (count_runs (session), ==, 2);

  seesaw_session_close (session, first);
  g_assert_cmpuint (count_runs (session), ==, 0);
  g_assert_false (seesaw_session_get_visible (session, first));
  g_assert_null (seesaw_session_get_run_name (session, first));

  g_assert_finalize_object (session);
}

static void
test_why_not (void)
{
  SeesawSession *session = seesaw_session_new ();
  g_autoptr (SeesawOpenRun) small = fixture_show_nothing (session, "small", 4);
  g_autoptr (SeesawOpenRun) large = fixture_show_nothing (session, "large", 6);
  g_autoptr (SeesawOpenRun) other = fixture_show_nothing (session, "other", 6);
  g_autofree char *why_not = seesaw_session_why_not (session, small);

  g_assert_nonnull (strstr (why_not, "small"));
  g_assert_null (seesaw_session_why_not (session, large));
  g_assert_null (seesaw_session_why_not (session, other));
  g_assert_cmpuint (count_runs (session), ==, 2);

  /* It depends on what is looked at. */
  seesaw_session_show (session, small, fixture_view_of_nothing ("small", 4, SEESAW_SCORE_LOGIT, 0));
  g_assert_null (seesaw_session_why_not (session, small));
  g_assert_cmpuint (count_runs (session), ==, 0);

  g_assert_finalize_object (session);
}

static void
test_names (void)
{
  SeesawSession *session = seesaw_session_new ();
  g_autoptr (SeesawOpenRun) first = seesaw_open_run_new ("a");
  g_autoptr (SeesawOpenRun) second = seesaw_open_run_new ("b");
  GListModel *runs = seesaw_session_get_runs (session);

  seesaw_session_show (session, first, fixture_view_of_nothing ("same", 4, SEESAW_SCORE_LOGIT, 0));
  g_assert_cmpstr (seesaw_session_get_run_name (session, first), ==, "same");
  seesaw_session_add (session, second, fixture_view_of_nothing ("same", 4, SEESAW_SCORE_LOGIT, 0));
  g_assert_cmpuint (g_list_model_get_n_items (runs), ==, 2);
  g_assert_true (seesaw_session_get_open_run (session) == first);
  /* Their files are told apart; those of the fixture are called as the runs are. */
  g_assert_cmpstr (seesaw_session_get_run_name (session, second), ==, "same");

  g_assert_finalize_object (session);
}

/* Only figures of several runs are given them, and only runs that have what they show. */
static void
test_figures (void)
{
  SeesawSession *session = seesaw_session_new ();
  G_GNUC_UNUSED g_autoptr (SeesawOpenRun) first = fixture_show_nothing (session, "first", 4);
  G_GNUC_UNUSED g_autoptr (SeesawOpenRun) second = fixture_show_nothing (session, "second", 4);
  const struct
  {
    const char *figure;
    gsize n_runs;
  } cases[] = { { "curve", 2 }, { "gap", 0 }, { "history-accuracy", 0 } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SeesawSubject subject;

      g_assert_true (seesaw_session_get_figure_subject (
          session, seesaw_figure_find (cases[i].figure), &subject));
      g_assert_cmpuint (subject.n_runs, ==, cases[i].n_runs);
    }

  g_assert_finalize_object (session);
}

static gboolean
is_idle (gpointer user_data)
{
  return seesaw_overlays_is_idle (user_data);
}

static gsize
epoch_beside (SeesawSession *session)
{
  SeesawSubject subject;

  g_assert_true (seesaw_session_get_subject (session, &subject));
  g_assert_cmpuint (subject.n_runs, ==, 2);

  return subject.runs[1].view->request.epoch;
}

static void
test_overlays (void)
{
  g_autofree char *copy = fixture_copy_sample ();
  g_autofree char *folder = g_path_get_dirname (copy);
  SeesawSession *session = seesaw_session_new ();
  SeesawOverlays *overlays = seesaw_overlays_new (session);
  g_autoptr (SeesawOpenRun) second = seesaw_open_run_new (copy);
  g_autoptr (SeesawOpenRun) first = fixture_show_sample (session, 0);
  SeesawViewRequest request = seesaw_session_get_request (session);
  const SeesawView *kept;

  request.epoch = G_MAXSIZE;
  seesaw_session_add (session, second, fixture_read (second, request));
  g_assert_true (seesaw_overlays_is_idle (overlays));
  g_assert_cmpuint (epoch_beside (session), ==, 10);

  /* The other one follows from epoch to epoch; of several, the last counts. */
  for (gsize epoch = 2; epoch < 5; epoch++)
    {
      request.epoch = epoch;
      seesaw_session_show (session, first, fixture_read (first, request));
      g_assert_false (seesaw_session_is_run_current (session, second));
    }
  g_assert_true (fixture_wait_until (is_idle, overlays));
  g_assert_cmpuint (epoch_beside (session), ==, 4);

  /* What is held by figures of several runs is read for it, too; moving γ reads nothing. */
  request.parts = SEESAW_PART_HISTORY;
  seesaw_session_hold (session, SEESAW_PART_HISTORY);
  seesaw_session_show (session, first, fixture_read (first, request));
  g_assert_true (fixture_wait_until (is_idle, overlays));
  kept = seesaw_session_get_run_view (session, second);
  g_assert_nonnull (kept->history);
  seesaw_session_set_gamma (session, 3.0);
  g_assert_true (seesaw_overlays_is_idle (overlays));
  g_assert_true (seesaw_session_get_run_view (session, second) == kept);

  /* What is hidden is not read. */
  seesaw_session_set_visible (session, second, FALSE);
  request.epoch = 7;
  seesaw_session_show (session, first, fixture_read (first, request));
  g_assert_true (seesaw_overlays_is_idle (overlays));

  g_object_run_dispose (G_OBJECT (overlays));
  g_assert_finalize_object (overlays);
  g_assert_finalize_object (session);
  g_unlink (copy);
  g_rmdir (folder);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/runs/side-by-side", test_side_by_side);
  g_test_add_func ("/runs/why-not", test_why_not);
  g_test_add_func ("/runs/names", test_names);
  g_test_add_func ("/runs/figures", test_figures);
  g_test_add_func ("/runs/overlays", test_overlays);

  return g_test_run ();
}
