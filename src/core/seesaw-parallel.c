/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "seesaw-parallel.h"

/* Threads are started per call: that costs some tens of microseconds, and a call covers
 * megabytes. Ranges are handed out as threads ask for them, so that a core which is busy with
 * something else does not hold up the rest.
 */
typedef struct
{
  SeesawRangeFunc func;
  gpointer user_data;
  gsize n_items;
  gsize grain;
  gsize n_ranges;
  gsize next_range; /* atomic */
} Work;

static gpointer
run_ranges (gpointer data)
{
  Work *work = data;
  gsize range;

  while ((range = (gsize) g_atomic_pointer_add (&work->next_range, 1)) < work->n_ranges)
    {
      gsize first = range * work->grain;

      work->func (first, MIN (work->grain, work->n_items - first), work->user_data);
    }

  return NULL;
}

/**
 * seesaw_parallel_for:
 * @n_items: number of items
 * @grain: items in a range, at least 1; each range should take tens of microseconds or more
 * @func: works on one range
 * @user_data: for @func
 *
 * Calls @func for ranges that together are 0 .. @n_items - 1, on as many threads as there are
 * processors, the calling one among them, and returns when all are done.
 */
void
seesaw_parallel_for (gsize n_items, gsize grain, SeesawRangeFunc func, gpointer user_data)
{
  Work work = { .func = func, .user_data = user_data, .n_items = n_items, .grain = grain };
  GThread *helpers[64];
  gsize n_helpers;

  work.n_ranges = n_items / grain + (n_items % grain != 0);
  n_helpers = MIN (MIN (g_get_num_processors () - 1, G_N_ELEMENTS (helpers)),
                   work.n_ranges > 0 ? work.n_ranges - 1 : 0);

  for (gsize i = 0; i < n_helpers; i++)
    helpers[i] = g_thread_new ("seesaw-range", run_ranges, &work);

  run_ranges (&work);

  for (gsize i = 0; i < n_helpers; i++)
    g_thread_join (helpers[i]);
}
