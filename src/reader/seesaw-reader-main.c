/* SPDX-License-Identifier: GPL-3.0-or-later */

/* seesaw-reader: reads one file for a client that started it and holds the other end of a socket.
 * It is the only program that links HDF5, so that a damaged file costs no more than this process.
 */

#include "config.h"

#include "seesaw-prefix.h"
#include "seesaw-service.h"
#include "seesaw-wire.h"

#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <malloc.h>
#include <sys/resource.h>

/* Buffers of one call, up to the first size, are there for the next one; what is larger goes back
 * to the system at once.
 */
#define LARGEST_KEPT (8 << 20)
#define MOST_KEPT (64 << 20)

static void
leave_no_core (void)
{
  const struct rlimit none = { 0, 0 };

  setrlimit (RLIMIT_CORE, &none);
}

/* The first touch of a page may take longer than what is done with it: see seesaw-memory.c. */
static void
keep_memory (void)
{
#ifdef M_TRIM_THRESHOLD
  mallopt (M_MMAP_THRESHOLD, LARGEST_KEPT);
  mallopt (M_TRIM_THRESHOLD, MOST_KEPT);
#endif
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;

  seesaw_prefix_set_up_texts ();

  if (argc != 2 || fcntl (SEESAW_WIRE_FD, F_GETFD) < 0)
    {
      g_printerr (_ ("seesaw-reader is started by seesaw and seesaw-cli, not by hand\n"));
      return 1;
    }

  leave_no_core ();
  keep_memory ();
  if (!seesaw_service_run (argv[1], SEESAW_WIRE_FD, &error))
    {
      g_printerr ("seesaw-reader: %s\n", error->message);
      return 1;
    }

  return 0;
}
