/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What has become of the reading process. */

#include "config.h"

#include "seesaw-watch.h"

#include <glib/gi18n-lib.h>
#include <signal.h>
#include <string.h>

static gint64 patience = 20 * G_TIME_SPAN_SECOND;

/* The state letter stands behind the name, which may itself contain brackets. */
static gboolean
task_is_waiting_for_disk (const char *tasks, const char *task)
{
  g_autofree char *path = g_build_filename (tasks, task, "stat", NULL);
  g_autofree char *text = NULL;
  const char *bracket;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return FALSE;

  bracket = strrchr (text, ')');

  return bracket != NULL && g_str_has_prefix (bracket, ") D");
}

/**
 * seesaw_watch_is_waiting_for_disk:
 * @pid: a process
 *
 * Returns: whether any of its threads is in uninterruptible sleep: a disk that does not answer is
 *   no fault of the process
 */
gboolean
seesaw_watch_is_waiting_for_disk (GPid pid)
{
  g_autofree char *tasks = g_strdup_printf ("/proc/%d/task", pid);
  g_autoptr (GDir) dir = g_dir_open (tasks, 0, NULL);
  const char *task;
  gboolean waiting = FALSE;

  while (dir != NULL && !waiting && (task = g_dir_read_name (dir)) != NULL)
    waiting = task_is_waiting_for_disk (tasks, task);

  return waiting;
}

/**
 * seesaw_watch_describe_end:
 * @process: a process whose connection has been lost
 *
 * Makes sure that @process is gone.
 *
 * Returns: (transfer full): a sentence that says how it ended, and what that means for the file
 */
char *
seesaw_watch_describe_end (GSubprocess *process)
{
  int number;

  g_subprocess_wait (process, NULL, NULL);
  if (!g_subprocess_get_if_signaled (process))
    return g_strdup_printf (_ ("the reader ended without an answer (exit status %d)"),
                            g_subprocess_get_exit_status (process));

  number = g_subprocess_get_term_sig (process);
  if (number == SIGKILL || number == SIGTERM || number == SIGINT || number == SIGHUP)
    return g_strdup_printf (_ ("the reader was killed (%s); open the file again"),
                            strsignal (number));

  return g_strdup_printf (_ ("the file made the reader crash (%s); it is probably damaged"),
                          strsignal (number));
}

/**
 * seesaw_watch_set_patience:
 * @microseconds: how long a process may go without a sign of progress
 */
void
seesaw_watch_set_patience (gint64 microseconds)
{
  patience = microseconds;
}

/**
 * seesaw_watch_get_patience:
 *
 * Returns: how long a process may go without a sign of progress, in microseconds
 */
gint64
seesaw_watch_get_patience (void)
{
  return patience;
}
