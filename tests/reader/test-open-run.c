/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An open run: what has been read once is not read again. */

#include "config.h"

#include "seesaw-open-run-private.h"

#include <signal.h>

static SeesawView *
look (SeesawOpenRun *run, SeesawViewRequest request)
{
  g_autoptr (GError) error = NULL;
  SeesawView *view = seesaw_open_run_make_view (run, &request, NULL, NULL, NULL, &error);

  g_assert_no_error (error);

  return view;
}

/* From now on, to ask the reader for anything is an error. */
static void
kill_reader (SeesawOpenRun *run)
{
  kill (seesaw_reader_get_pid (run->reader), SIGKILL);
}

static void
test_nothing_twice (gconstpointer sample)
{
  g_autoptr (SeesawOpenRun) run = seesaw_open_run_new (sample);
  SeesawViewRequest request = { .epoch = 4, .top_k = 1, .parts = SEESAW_PART_HISTORY };
  g_autoptr (SeesawView) histories = look (run, request);
  g_autoptr (SeesawView) weights = NULL;
  g_autoptr (SeesawView) ranked = NULL;
  g_autoptr (SeesawView) otherwise = NULL;

  kill_reader (run);

  request.parts = SEESAW_PART_DRIFT | SEESAW_PART_CLASSES;
  weights = look (run, request);
  g_assert_nonnull (weights->map);
  g_assert_nonnull (weights->classes);
  g_assert_cmpfloat (histories->history->drifts[4]->norm[0], ==, weights->drift->norm[0]);

  request.measure = SEESAW_MEASURE_PEARSON;
  request.order = SEESAW_ORDER_CLUSTER;
  ranked = look (run, request);
  g_assert_true (ranked->drift == weights->drift);

  request = (SeesawViewRequest){ .epoch = 7,
                                 .top_k = SEESAW_TOP_K,
                                 .average = SEESAW_AVERAGE_CLASS,
                                 .score = SEESAW_SCORE_NCM,
                                 .parts = SEESAW_PART_HISTORY };
  otherwise = look (run, request);
  g_assert_nonnull (otherwise->history);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/open-run/nothing-twice", argv[1], test_nothing_twice);

  return g_test_run ();
}
