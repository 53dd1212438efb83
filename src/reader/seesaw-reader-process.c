/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Starting the process that reads. */

#include "config.h"

#include "seesaw-reader-private.h"

#include "seesaw-error.h"
#include "seesaw-prefix.h"
#include "seesaw-wire.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <sys/socket.h>
#include <unistd.h>

static char *
find_program (void)
{
  const char *program = g_getenv ("SEESAW_READER");

  return program != NULL ? g_strdup (program) : seesaw_prefix_find (READER_PATH);
}

/* Threads of OpenBLAS spin for a tenth of a second, at the start and after each matrix product, and
 * hold up those that read meanwhile. It looks at its settings only when it is loaded.
 */
static void
let_blas_sleep (GSubprocessLauncher *launcher)
{
  g_subprocess_launcher_setenv (launcher, "OPENBLAS_THREAD_TIMEOUT", "4", FALSE);
}

/**
 * seesaw_reader_start_process:
 * @error: return location for a `SEESAW_ERROR`
 *
 * Returns: our end of the socket over which the process talks, or −1 with @error set
 */
int
seesaw_reader_start_process (SeesawReader *self, GError **error)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_NONE);
  g_autofree char *program = find_program ();
  GError *cause = NULL;
  int ends[2];

  if (socketpair (AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
    {
      g_set_error (error, SEESAW_ERROR, SEESAW_ERROR_READER,
                   _ ("%s: the reader cannot be started: %s"), self->path, g_strerror (errno));
      return -1;
    }

  let_blas_sleep (launcher);
  g_subprocess_launcher_take_fd (launcher, ends[1], SEESAW_WIRE_FD);
  self->process = g_subprocess_launcher_spawn (launcher, &cause, program, self->path, NULL);
  if (self->process != NULL)
    return ends[0];

  g_set_error (error, SEESAW_ERROR, SEESAW_ERROR_READER,
               _ ("%s: the reader “%s” cannot be started: %s"), self->path, program,
               cause->message);
  g_error_free (cause);
  close (ends[0]);

  return -1;
}
