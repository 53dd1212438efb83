/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The loader by itself: its answers, in whatever order they become ready. */

#include "config.h"

#include "app-fixture.h"

#include "seesaw-amount.h"
#include "seesaw-error.h"
#include "seesaw-loader.h"

#include <glib/gstdio.h>

typedef struct
{
  SeesawView *view;
  GError *error;
  gboolean done;
} Answer;

static void
on_loaded (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Answer *answer = user_data;
  g_autoptr (SeesawOpenRun) run = NULL;

  answer->view = seesaw_loader_load_finish (SEESAW_LOADER (object), result, &run, &answer->error);
  answer->done = TRUE;
  g_assert_nonnull (run);
}

static void
answer_clear (Answer *answer)
{
  g_clear_pointer (&answer->view, seesaw_view_unref);
  g_clear_error (&answer->error);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Answer, answer_clear)

static gboolean
is_done (gpointer user_data)
{
  return ((Answer *) user_data)->done;
}

static void
load (SeesawLoader *loader, SeesawOpenRun *run, gsize epoch, Answer *answer)
{
  const SeesawViewRequest request = { .epoch = epoch, .top_k = 1 };

  seesaw_loader_load (loader, run, &request, on_loaded, answer);
}

static gboolean
is_loading (SeesawLoader *loader)
{
  gboolean loading;

  g_object_get (loader, "loading", &loading, NULL);

  return loading;
}

static void
test_answer (void)
{
  SeesawLoader *loader = seesaw_loader_new ();
  const guint *notified = fixture_count (loader, "notify::loading");
  SeesawOpenRun *run = seesaw_open_run_new (fixture_sample ());
  g_auto (Answer) answer = { 0 };
  double fraction;

  g_assert_false (is_loading (loader));
  load (loader, run, G_MAXSIZE, &answer);
  g_assert_true (is_loading (loader));
  g_assert_true (fixture_wait_until (is_done, &answer));
  g_assert_no_error (answer.error);
  g_assert_cmpuint (answer.view->request.epoch, ==, answer.view->run->n_epochs - 1);
  g_assert_false (is_loading (loader));
  g_assert_cmpuint (*notified, ==, 2);
  g_object_get (loader, "fraction", &fraction, NULL);
  g_assert_cmpfloat (fraction, >=, 0.0);
  g_assert_cmpfloat (fraction, <=, 1.0);

  fixture_assert_finalized (loader);
  fixture_assert_finalized (run);
}

static void
test_superseded (void)
{
  SeesawLoader *loader = seesaw_loader_new ();
  const guint *notified = fixture_count (loader, "notify::loading");
  SeesawOpenRun *run = seesaw_open_run_new (fixture_sample ());
  g_auto (Answer) stale = { 0 };
  g_auto (Answer) answer = { 0 };

  load (loader, run, 3, &stale);
  load (loader, run, 5, &answer);
  g_assert_true (fixture_wait_until (is_done, &answer));
  g_assert_no_error (answer.error);
  g_assert_cmpuint (answer.view->request.epoch, ==, 5);
  g_assert_true (fixture_wait_until (is_done, &stale));
  g_assert_error (stale.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (is_loading (loader));
  g_assert_cmpuint (*notified, ==, 2);

  fixture_assert_finalized (loader);
  fixture_assert_finalized (run);
}

/* What another load came before is not begun anew. */
static void
test_interjected (void)
{
  SeesawLoader *loader = seesaw_loader_new ();
  g_autofree char *copy = fixture_copy_sample ();
  g_autofree char *folder = g_path_get_dirname (copy);
  SeesawOpenRun *run = seesaw_open_run_new (copy);
  SeesawOpenRun *other = seesaw_open_run_new (fixture_sample ());
  const SeesawViewRequest request = { .epoch = 3, .top_k = 1 };
  g_auto (Answer) aside = { 0 };
  g_auto (Answer) between = { 0 };
  g_auto (Answer) again = { 0 };

  load (loader, run, 5, &aside);
  g_assert_null (seesaw_loader_find_ahead (loader, copy));
  seesaw_loader_interject (loader, other, &request, on_loaded, &between);
  g_assert_true (seesaw_loader_find_ahead (loader, copy) == run);
  g_assert_true (fixture_wait_until (is_done, &between));
  g_assert_no_error (between.error);
  g_assert_cmpuint (between.view->request.epoch, ==, 3);
  g_assert_true (fixture_wait_until (is_done, &aside));
  g_assert_error (aside.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (is_loading (loader));

  load (loader, run, 5, &again);
  g_assert_null (seesaw_loader_find_ahead (loader, copy));
  g_assert_true (fixture_wait_until (is_done, &again));
  g_assert_no_error (again.error);
  g_assert_cmpuint (again.view->request.epoch, ==, 5);

  fixture_assert_finalized (loader);
  fixture_assert_finalized (run);
  fixture_assert_finalized (other);
  g_unlink (copy);
  g_rmdir (folder);
}

/* The worker is through with the first, but nobody has heard of it yet. */
static void
test_superseded_when_ready (void)
{
  SeesawLoader *loader = seesaw_loader_new ();
  SeesawOpenRun *run = seesaw_open_run_new (fixture_sample ());
  g_auto (Answer) stale = { 0 };
  g_auto (Answer) answer = { 0 };

  /* What has been read once is there at once. */
  for (gsize epoch = 3; epoch <= 5; epoch += 2)
    seesaw_view_unref (fixture_read (run, (SeesawViewRequest){ .epoch = epoch, .top_k = 1 }));

  load (loader, run, 3, &stale);
  g_usleep (300 * 1000);
  load (loader, run, 5, &answer);
  g_assert_true (fixture_wait_until (is_done, &stale));
  g_assert_error (stale.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_true (fixture_wait_until (is_done, &answer));
  g_assert_cmpuint (answer.view->request.epoch, ==, 5);

  fixture_assert_finalized (loader);
  fixture_assert_finalized (run);
}

static void
test_cancelled (void)
{
  SeesawLoader *loader = seesaw_loader_new ();
  SeesawOpenRun *run = seesaw_open_run_new (fixture_sample ());
  g_auto (Answer) cancelled = { 0 };
  g_auto (Answer) answer = { 0 };

  /* With nothing to cancel. */
  seesaw_loader_cancel (loader);

  load (loader, run, 3, &cancelled);
  seesaw_loader_cancel (loader);
  seesaw_loader_cancel (loader);
  g_assert_true (fixture_wait_until (is_done, &cancelled));
  g_assert_error (cancelled.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (is_loading (loader));

  load (loader, run, 3, &answer);
  g_assert_true (fixture_wait_until (is_done, &answer));
  g_assert_no_error (answer.error);

  fixture_assert_finalized (loader);
  fixture_assert_finalized (run);
}

static void
test_failed (void)
{
  SeesawLoader *loader = seesaw_loader_new ();
  SeesawOpenRun *nowhere = seesaw_open_run_new ("/nowhere/at/all.h5");
  SeesawOpenRun *run = seesaw_open_run_new (fixture_sample ());
  g_auto (Answer) missing = { 0 };
  g_auto (Answer) beyond = { 0 };

  load (loader, nowhere, 0, &missing);
  g_assert_true (fixture_wait_until (is_done, &missing));
  g_assert_error (missing.error, SEESAW_ERROR, SEESAW_ERROR_ACCESS);
  g_assert_false (is_loading (loader));

  /* Beyond the last epoch is the last one. */
  load (loader, run, 1000, &beyond);
  g_assert_true (fixture_wait_until (is_done, &beyond));
  g_assert_no_error (beyond.error);
  g_assert_cmpuint (beyond.view->request.epoch, ==, beyond.view->run->n_epochs - 1);

  fixture_assert_finalized (loader);
  fixture_assert_finalized (nowhere);
  fixture_assert_finalized (run);
}

/* Whoever asked may be gone before the answer; what is under way then ends by itself. */
static void
test_dropped (void)
{
  SeesawLoader *loader = seesaw_loader_new ();
  SeesawOpenRun *run = seesaw_open_run_new (fixture_sample ());
  g_auto (Answer) answer = { 0 };

  load (loader, run, 0, &answer);
  g_object_run_dispose (G_OBJECT (loader));
  fixture_assert_finalized (loader);
  g_assert_true (answer.done);
  g_assert_error (answer.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  fixture_assert_finalized (run);
}

/* What was read ahead is answered with, in whatever order that becomes ready; failure, too. */
static void
test_read_ahead (void)
{
  const SeesawViewRequest request = { .epoch = 3, .top_k = 1 };
  SeesawLoader *loader = seesaw_loader_new ();
  SeesawOpenRun *run = seesaw_open_run_new (fixture_sample ());
  SeesawOpenRun *other = seesaw_open_run_new (fixture_sample ());
  SeesawOpenRun *nowhere = seesaw_open_run_new ("/nowhere/at/all.h5");
  Answer answers[4] = { 0 };
  g_autoptr (SeesawView) last = NULL;

  seesaw_loader_read_ahead (loader, run, &request);
  seesaw_loader_read_ahead (loader, nowhere, &request);
  g_assert_false (is_loading (loader));
  g_assert_true (seesaw_loader_find_ahead (loader, fixture_sample ()) == run);
  g_assert_null (seesaw_loader_find_ahead (loader, "/nowhere"));

  /* One that was not, at once. */
  load (loader, other, 3, &answers[0]);
  g_assert_true (fixture_wait_until (is_done, &answers[0]));
  g_assert_no_error (answers[0].error);

  load (loader, nowhere, 3, &answers[1]);
  g_assert_true (is_loading (loader));
  g_assert_true (fixture_wait_until (is_done, &answers[1]));
  g_assert_error (answers[1].error, SEESAW_ERROR, SEESAW_ERROR_ACCESS);

  /* By now it has been ready for long: the view is the one that waits. */
  last = fixture_read (run, request);
  fixture_wait_ms (100);
  load (loader, run, 3, &answers[2]);
  g_assert_null (seesaw_loader_find_ahead (loader, fixture_sample ()));
  g_assert_true (fixture_wait_until (is_done, &answers[2]));
  g_assert_no_error (answers[2].error);
  g_assert_true (answers[2].view != last);
  g_assert_true (answers[2].view->now == last->now);
  g_assert_false (is_loading (loader));

  /* Looked at in another way than was thought. */
  seesaw_loader_read_ahead (loader, run, &request);
  load (loader, run, 5, &answers[3]);
  g_assert_true (fixture_wait_until (is_done, &answers[3]));
  g_assert_no_error (answers[3].error);
  g_assert_cmpuint (answers[3].view->request.epoch, ==, 5);

  for (gsize i = 0; i < G_N_ELEMENTS (answers); i++)
    answer_clear (&answers[i]);
  fixture_assert_finalized (loader);
  fixture_assert_finalized (run);
  fixture_assert_finalized (other);
  fixture_assert_finalized (nowhere);
}

static void
test_ready_ahead_superseded (void)
{
  const SeesawViewRequest request = { .epoch = 3, .top_k = 1 };
  SeesawLoader *loader = seesaw_loader_new ();
  SeesawOpenRun *run = seesaw_open_run_new (fixture_sample ());
  SeesawOpenRun *other = seesaw_open_run_new (fixture_sample ());
  g_auto (Answer) stale = { 0 };
  g_auto (Answer) answer = { 0 };

  seesaw_loader_read_ahead (loader, run, &request);
  seesaw_view_unref (fixture_read (run, request));
  fixture_wait_ms (100);
  load (loader, run, 3, &stale);
  load (loader, other, 5, &answer);
  g_assert_true (fixture_wait_until (is_done, &answer));
  g_assert_cmpuint (answer.view->request.epoch, ==, 5);
  g_assert_true (fixture_wait_until (is_done, &stale));
  g_assert_error (stale.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  fixture_assert_finalized (loader);
  fixture_assert_finalized (run);
  fixture_assert_finalized (other);
}

static void
test_cancelled_ahead (void)
{
  const SeesawViewRequest request = { .epoch = 3, .top_k = 1 };
  SeesawLoader *loader = seesaw_loader_new ();
  SeesawOpenRun *run = seesaw_open_run_new (fixture_sample ());
  SeesawOpenRun *other = seesaw_open_run_new (fixture_sample ());
  g_auto (Answer) answer = { 0 };

  /* Cancelling what is looked at leaves it alone. */
  seesaw_loader_read_ahead (loader, run, &request);
  load (loader, other, 3, &answer);
  seesaw_loader_cancel (loader);
  g_assert_true (fixture_wait_until (is_done, &answer));
  g_assert_error (answer.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_nonnull (seesaw_loader_find_ahead (loader, fixture_sample ()));

  seesaw_loader_cancel_ahead (loader);
  g_assert_null (seesaw_loader_find_ahead (loader, fixture_sample ()));
  fixture_assert_finalized (run);
  fixture_assert_finalized (other);

  /* A loader that goes away takes what it reads ahead with it. */
  run = seesaw_open_run_new (fixture_sample ());
  seesaw_loader_read_ahead (loader, run, &request);
  g_object_run_dispose (G_OBJECT (loader));
  fixture_assert_finalized (loader);
  fixture_assert_finalized (run);
}

static void
test_amount (void)
{
  const gint64 start = 5 * G_USEC_PER_SEC;
  SeesawAmount amount = { 0 };
  g_autofree char *nothing = seesaw_amount_describe (&amount, start);
  g_autofree char *first = NULL;
  g_autofree char *settled = NULL;

  g_assert_cmpstr (nothing, ==, "");
  g_assert_cmpfloat (seesaw_amount_get_fraction (&amount), ==, 0.0);
  seesaw_amount_set (&amount, 0, 4000000, start);
  seesaw_amount_set (&amount, 1000000, 4000000, start + G_USEC_PER_SEC / 4);
  g_assert_cmpfloat (seesaw_amount_get_fraction (&amount), ==, 0.25);
  first = seesaw_amount_describe (&amount, start + G_USEC_PER_SEC / 4);
  g_assert_cmpstr (first, ==, "1.0\u00a0MB of 4.0\u00a0MB");
  settled = seesaw_amount_describe (&amount, start + 2 * G_USEC_PER_SEC);
  g_assert_cmpstr (settled, ==, "1.0\u00a0MB of 4.0\u00a0MB, 500.0\u00a0kB/s");

  /* Something else is read now. */
  seesaw_amount_set (&amount, 0, 9000000, start + 3 * G_USEC_PER_SEC);
  g_assert_cmpint (amount.since, ==, start + 3 * G_USEC_PER_SEC);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/loader/answer", test_answer);
  g_test_add_func ("/loader/superseded", test_superseded);
  g_test_add_func ("/loader/amount", test_amount);
  g_test_add_func ("/loader/interjected", test_interjected);
  g_test_add_func ("/loader/superseded-when-ready", test_superseded_when_ready);
  g_test_add_func ("/loader/cancelled", test_cancelled);
  g_test_add_func ("/loader/failed", test_failed);
  g_test_add_func ("/loader/dropped", test_dropped);
  g_test_add_func ("/loader/read-ahead", test_read_ahead);
  g_test_add_func ("/loader/ready-ahead-superseded", test_ready_ahead_superseded);
  g_test_add_func ("/loader/cancelled-ahead", test_cancelled_ahead);

  return g_test_run ();
}
