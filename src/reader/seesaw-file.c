/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Opening a file that nobody has vouched for. */

#include "config.h"

#include "seesaw-hdf5.h"

#include "seesaw-error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static int
open_regular (const char *path, guint64 *size, GError **error)
{
  int fd = open (path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
  struct stat info;

  if (fd < 0 || fstat (fd, &info) != 0)
    {
      g_set_error (error, SEESAW_ERROR, SEESAW_ERROR_ACCESS, _ ("cannot be opened: %s"),
                   g_strerror (errno));
      return -1;
    }

  if (S_ISDIR (info.st_mode))
    g_set_error_literal (error, SEESAW_ERROR, SEESAW_ERROR_ACCESS,
                         _ ("found a folder, expected an HDF5 file"));
  else if (!S_ISREG (info.st_mode))
    g_set_error_literal (error, SEESAW_ERROR, SEESAW_ERROR_ACCESS,
                         _ ("found a device, pipe or socket, expected an HDF5 file"));
  else if (info.st_size == 0)
    g_set_error_literal (error, SEESAW_ERROR, SEESAW_ERROR_FORMAT,
                         _ ("found an empty file, expected HDF5"));
  else
    {
      *size = (guint64) info.st_size;
      return fd;
    }

  close (fd);
  return -1;
}

static herr_t
take_first_description (unsigned n, const H5E_error2_t *record, void *user_data)
{
  char **description = user_data;

  if (*description == NULL)
    *description = g_strdup (record->desc);

  return 0;
}

/* What HDF5 gives as the innermost reason. */
static char *
last_reason (void)
{
  char *description = NULL;

  H5Ewalk2 (H5E_DEFAULT, H5E_WALK_UPWARD, take_first_description, &description);

  return description != NULL ? description : g_strdup ("");
}

static void
set_open_error (GError **error, const char *reason)
{
  if (strstr (reason, "signature") != NULL)
    g_set_error_literal (error, SEESAW_ERROR, SEESAW_ERROR_FORMAT, _ ("this is not an HDF5 file"));
  else if (strstr (reason, "truncated") != NULL)
    g_set_error (error, SEESAW_ERROR, SEESAW_ERROR_DAMAGED,
                 _ ("the file is cut short; copy it again (HDF5: %s)"), reason);
  else if (strstr (reason, "already open") != NULL || strstr (reason, "lock") != NULL)
    g_set_error_literal (error, SEESAW_ERROR, SEESAW_ERROR_ACCESS,
                         _ ("the file is open for writing, or its writer died; close the writer, "
                            "write in SWMR mode, or run “h5clear -s --increment=4096”"));
  else
    g_set_error (error, SEESAW_ERROR, SEESAW_ERROR_DAMAGED,
                 _ ("HDF5 cannot open the file; it is probably damaged (HDF5: %s)"), reason);
}

/* A reader that locks would keep the training run from appending. A file that a SWMR writer holds
 * opens in SWMR mode only.
 */
static hid_t
open_hdf5 (const char *path, GError **error)
{
  g_autofree char *reason = NULL;
  hid_t access = H5Pcreate (H5P_FILE_ACCESS);
  hid_t id;

  H5Pset_file_locking (access, FALSE, TRUE);
  id = H5Fopen (path, H5F_ACC_RDONLY, access);
  if (id < 0)
    {
      reason = last_reason ();
      if (strstr (reason, "already open for write") != NULL)
        id = H5Fopen (path, H5F_ACC_RDONLY | H5F_ACC_SWMR_READ, access);
    }
  H5Pclose (access);

  if (id < 0)
    set_open_error (error, reason);

  return id;
}

/* Files must not make us load code, or read other files. */
static void
disarm_hdf5 (void)
{
  H5Eset_auto2 (H5E_DEFAULT, NULL, NULL);
  H5PLset_loading_state (0);
  H5Lunregister (H5L_TYPE_EXTERNAL);
}

/**
 * seesaw_file_open:
 * @path: a file, in the encoding of file names
 * @error: return location for a `SEESAW_ERROR`
 *
 * Opens @path for reading, without locking it.
 *
 * Returns: (transfer full): the file, or %NULL with @error set
 */
SeesawFile *
seesaw_file_open (const char *path, GError **error)
{
  SeesawFile *self;
  guint64 size;
  hid_t id;
  int fd;

  disarm_hdf5 ();
  fd = open_regular (path, &size, error);
  if (fd < 0)
    return NULL;

  id = open_hdf5 (path, error);
  if (id < 0)
    {
      close (fd);
      return NULL;
    }

  self = g_new0 (SeesawFile, 1);
  self->id = id;
  self->fd = fd;
  self->size = size;

  return self;
}

/**
 * seesaw_file_free:
 * @self: (transfer full): the file
 */
void
seesaw_file_free (SeesawFile *self)
{
  H5Fclose (self->id);
  close (self->fd);
  g_free (self);
}
