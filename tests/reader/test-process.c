/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The reading process may be killed, stopped, cancelled or orphaned, and damaged files may crash or
 * hang it: all that is ever lost is that one file.
 */

#include "fixture.h"

#include "seesaw-error.h"
#include "seesaw-reader.h"
#include "seesaw-watch.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>

#define N_DAMAGED 300
#define SOON (150 * G_TIME_SPAN_MILLISECOND)

static char *folder;
static char *sound;
static const char *program;

typedef struct
{
  GPid pid;
  int number;
  GCancellable *cancellable;
} Blow;

static gpointer
strike_soon (gpointer data)
{
  Blow *blow = data;

  g_usleep (SOON);
  if (blow->cancellable != NULL)
    g_cancellable_cancel (blow->cancellable);
  else
    kill (blow->pid, blow->number);

  return NULL;
}

/* Reads from a stopped process that is struck while we wait. */
static GError *
read_under (SeesawReader *reader, Blow blow)
{
  GError *error = NULL;
  GThread *thread;

  blow.pid = seesaw_reader_get_pid (reader);
  g_assert_cmpint (blow.pid, >, 0);
  kill (blow.pid, SIGSTOP);
  thread = g_thread_new ("blow", strike_soon, &blow);
  g_assert_null (seesaw_reader_reduce_epoch (reader, 0, SEESAW_SCORE_LOGIT, NULL, NULL,
                                             blow.cancellable, &error));
  g_thread_join (thread);

  return error;
}

static void
assert_others_live (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SeesawReader) reader = seesaw_reader_open (sound, NULL, &error);
  g_autoptr (SeesawEpoch) epoch = NULL;

  g_assert_no_error (error);
  epoch = seesaw_reader_reduce_epoch (reader, 1, SEESAW_SCORE_LOGIT, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
test_signal (int number, const char *says)
{
  g_autoptr (SeesawReader) reader = seesaw_reader_open (sound, NULL, NULL);
  g_autoptr (GError) error = read_under (reader, (Blow){ .number = number });
  g_autoptr (GError) again = NULL;

  g_test_message ("%s", error->message);
  g_assert_error (error, SEESAW_ERROR, SEESAW_ERROR_READER);
  g_assert_true (g_str_has_prefix (error->message, sound));
  g_assert_nonnull (strstr (error->message, says));

  /* The same answer from now on. */
  g_assert_null (
      seesaw_reader_reduce_epoch (reader, 0, SEESAW_SCORE_LOGIT, NULL, NULL, NULL, &again));
  g_assert_cmpstr (again->message, ==, error->message);
  assert_others_live ();
}

static void
test_killed (void)
{
  test_signal (SIGKILL, "was killed");
}

/* A fatal signal reaches a stopped process once it goes on. */
static void
test_crashed (void)
{
  g_autoptr (SeesawReader) reader = seesaw_reader_open (sound, NULL, NULL);
  g_autoptr (GError) error = NULL;
  GPid pid = seesaw_reader_get_pid (reader);

  kill (pid, SIGSTOP);
  kill (pid, SIGSEGV);
  kill (pid, SIGCONT);
  g_assert_null (
      seesaw_reader_reduce_epoch (reader, 0, SEESAW_SCORE_LOGIT, NULL, NULL, NULL, &error));
  g_assert_error (error, SEESAW_ERROR, SEESAW_ERROR_READER);
  g_assert_nonnull (strstr (error->message, "made the reader crash"));
  assert_others_live ();
}

static void
test_stopped (void)
{
  g_autoptr (SeesawReader) reader = seesaw_reader_open (sound, NULL, NULL);
  g_autoptr (GError) error = NULL;
  gint64 patience = seesaw_watch_get_patience ();

  seesaw_watch_set_patience (G_TIME_SPAN_SECOND);
  kill (seesaw_reader_get_pid (reader), SIGSTOP);
  g_assert_null (
      seesaw_reader_reduce_epoch (reader, 0, SEESAW_SCORE_LOGIT, NULL, NULL, NULL, &error));
  seesaw_watch_set_patience (patience);

  g_assert_error (error, SEESAW_ERROR, SEESAW_ERROR_READER);
  g_assert_nonnull (strstr (error->message, "did not get any further"));
  assert_others_live ();
}

static void
test_cancelled (void)
{
  g_autoptr (SeesawReader) reader = seesaw_reader_open (sound, NULL, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = read_under (reader, (Blow){ .cancellable = cancellable });

  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_others_live ();
}

static void
test_no_program (void)
{
  g_autofree char *real = g_strdup (g_getenv ("SEESAW_READER"));
  g_autoptr (GError) error = NULL;

  g_setenv ("SEESAW_READER", "/nowhere/seesaw-reader", TRUE);
  g_assert_null (seesaw_reader_open (sound, NULL, &error));
  g_setenv ("SEESAW_READER", real, TRUE);

  g_assert_error (error, SEESAW_ERROR, SEESAW_ERROR_READER);
  g_assert_nonnull (strstr (error->message, "/nowhere/seesaw-reader"));
}

/* Something else in its place says nothing. */
static void
test_wrong_program (void)
{
  g_autofree char *real = g_strdup (g_getenv ("SEESAW_READER"));
  g_autoptr (GError) error = NULL;

  g_setenv ("SEESAW_READER", "/bin/true", TRUE);
  g_assert_null (seesaw_reader_open (sound, NULL, &error));
  g_setenv ("SEESAW_READER", real, TRUE);

  g_assert_error (error, SEESAW_ERROR, SEESAW_ERROR_READER);
}

/* Whether @pid is gone, or has ended and waits to be reaped. */
static gboolean
has_ended (int pid)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/stat", pid);
  g_autofree char *text = NULL;

  return !g_file_get_contents (path, &text, NULL, NULL) || strstr (text, ") Z") != NULL;
}

/* This program, started again, opens the file, tells the reader's number and waits to be killed. */
static void
test_orphaned (void)
{
  g_autoptr (GSubprocess) parent =
      g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, NULL, program, "--hold", sound, NULL);
  g_autoptr (GDataInputStream) output =
      g_data_input_stream_new (g_subprocess_get_stdout_pipe (parent));
  g_autofree char *line = g_data_input_stream_read_line (output, NULL, NULL, NULL);
  int pid = line != NULL ? atoi (line) : 0;

  g_assert_cmpint (pid, >, 0);
  g_assert_false (has_ended (pid));
  g_subprocess_force_exit (parent);
  g_subprocess_wait (parent, NULL, NULL);

  for (int i = 0; i < 100 && !has_ended (pid); i++)
    g_usleep (50 * G_TIME_SPAN_MILLISECOND);
  g_assert_true (has_ended (pid));
}

static int
hold (const char *path)
{
  g_autoptr (SeesawReader) reader = seesaw_reader_open (path, NULL, NULL);

  g_print ("%d\n", reader != NULL ? seesaw_reader_get_pid (reader) : 0);
  g_usleep (60 * G_TIME_SPAN_SECOND);

  return 0;
}

static void
read_everything (const char *path, GError **error)
{
  g_autoptr (SeesawReader) reader = seesaw_reader_open (path, NULL, error);
  gsize n_epochs = reader != NULL ? seesaw_reader_get_run (reader)->n_epochs : 0;

  for (gsize e = 0; e < MIN (n_epochs, FIXTURE_EPOCHS) && *error == NULL; e++)
    {
      SeesawEpoch *epoch =
          seesaw_reader_reduce_epoch (reader, e, SEESAW_SCORE_LOGIT, NULL, NULL, NULL, error);

      g_clear_pointer (&epoch, seesaw_epoch_unref);
    }
}

/* One to five bytes of a sound file changed: some such files crash or hang HDF5. */
static void
test_damaged (void)
{
  const Storage storage = { .bits = 16, .chunk = { 1, 16, 7 }, .shuffle = TRUE, .deflate = TRUE };
  g_autofree char *path = fixture_new_path (folder, "damaged");
  g_autofree char *bytes = NULL;
  g_autoptr (GRand) rand = g_rand_new_with_seed (2024);
  gint64 patience = seesaw_watch_get_patience ();
  guint n_failed = 0;
  gsize size;

  fixture_write (path, &storage);
  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  seesaw_watch_set_patience (2 * G_TIME_SPAN_SECOND);

  for (guint i = 0; i < N_DAMAGED; i++)
    {
      g_autofree char *copy = g_memdup2 (bytes, size);
      g_autoptr (GError) error = NULL;

      for (int n = g_rand_int_range (rand, 1, 6); n > 0; n--)
        copy[g_rand_int_range (rand, 0, (gint32) size)] = (char) g_rand_int (rand);
      g_assert_true (g_file_set_contents (path, copy, (gssize) size, NULL));

      read_everything (path, &error);
      if (error != NULL)
        {
          n_failed++;
          g_assert_true (error->domain == SEESAW_ERROR);
          g_assert_true (g_str_has_prefix (error->message, path));
          if (error->code == SEESAW_ERROR_READER)
            g_test_message ("%s", error->message);
        }
    }
  seesaw_watch_set_patience (patience);

  g_test_message ("%u of %u damaged files gave an error", n_failed, N_DAMAGED);
  g_assert_cmpuint (n_failed, >, 0);
  assert_others_live ();
  g_unlink (path);
}

int
main (int argc, char *argv[])
{
  int status;

  if (argc == 3 && g_str_equal (argv[1], "--hold"))
    return hold (argv[2]);

  g_test_init (&argc, &argv, NULL);
  program = argv[0];
  folder = g_dir_make_tmp ("seesaw-XXXXXX", NULL);
  sound = fixture_new_path (folder, "sound");
  fixture_write (sound, &fixture_plain);

  g_test_add_func ("/process/killed", test_killed);
  g_test_add_func ("/process/crashed", test_crashed);
  g_test_add_func ("/process/stopped", test_stopped);
  g_test_add_func ("/process/cancelled", test_cancelled);
  g_test_add_func ("/process/no-program", test_no_program);
  g_test_add_func ("/process/wrong-program", test_wrong_program);
  g_test_add_func ("/process/orphaned", test_orphaned);
  g_test_add_func ("/process/damaged", test_damaged);

  status = g_test_run ();
  g_unlink (sound);
  g_rmdir (folder);
  g_free (sound);
  g_free (folder);

  return status;
}
