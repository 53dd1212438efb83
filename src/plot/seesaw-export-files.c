/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Files of one export: first each under a name of its own beside its place, then all renamed. */

#include "config.h"

#include "seesaw-export-files.h"

#include "seesaw-export.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#define CHUNK ((gsize) 1 << 20)

typedef struct
{
  char *path;
  GBytes *bytes;
} File;

/* Those who wait. */
typedef struct
{
  SeesawExportGoOn go_on;
  gpointer user_data;
  gsize done; /* bytes */
  gsize total;
} Waiter;

static void
file_free (gpointer data)
{
  File *file = data;

  g_free (file->path);
  g_bytes_unref (file->bytes);
  g_free (file);
}

/**
 * seesaw_export_files_new:
 *
 * Returns: (transfer full): no files
 */
GPtrArray *
seesaw_export_files_new (void)
{
  return g_ptr_array_new_with_free_func (file_free);
}

/**
 * seesaw_export_files_add:
 * @files: files of one export
 * @path: where another one goes
 * @bytes: (transfer full): what it holds
 */
void
seesaw_export_files_add (GPtrArray *files, const char *path, GBytes *bytes)
{
  File *file = g_new0 (File, 1);

  file->path = g_strdup (path);
  file->bytes = bytes;
  g_ptr_array_add (files, file);
}

/**
 * seesaw_export_files_get:
 * @files: files of one export
 * @index: of one of them, in the order in which they were added
 *
 * Returns: (transfer none): what it holds
 */
GBytes *
seesaw_export_files_get (const GPtrArray *files, guint index)
{
  const File *file = g_ptr_array_index (files, index);

  return file->bytes;
}

static gboolean
may_go_on (const Waiter *waiter)
{
  return waiter->go_on == NULL ||
         waiter->go_on ((double) waiter->done / (double) MAX (waiter->total, 1), waiter->user_data);
}

/* Sets `errno`, which is ECANCELED where nobody waits any more. */
static gboolean
write_bytes (int fd, GBytes *bytes, Waiter *waiter)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  while (size > 0)
    {
      ssize_t n = write (fd, data, MIN (size, CHUNK));

      if (n < 0 && errno != EINTR)
        return FALSE;
      data += MAX (n, 0);
      size -= (gsize) MAX (n, 0);
      waiter->done += (gsize) MAX (n, 0);
      if (!may_go_on (waiter))
        {
          errno = ECANCELED;
          return FALSE;
        }
    }

  return fsync (fd) == 0 || errno == EINVAL || errno == EROFS;
}

/* A sentence for what goes wrong most often. */
static void
set_error (GError **error, const char *path, int code)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (code == ENOENT || code == ENOTDIR)
    g_set_error (error, SEESAW_EXPORT_ERROR, SEESAW_EXPORT_ERROR_WRITE,
                 _ ("%s: there is no folder %s"), path, folder);
  else if (code == EACCES || code == EPERM || code == EROFS)
    g_set_error (error, SEESAW_EXPORT_ERROR, SEESAW_EXPORT_ERROR_WRITE,
                 _ ("%s: the folder %s cannot be written to; choose another one"), path, folder);
  else if (code == ENOSPC || code == EDQUOT)
    g_set_error (error, SEESAW_EXPORT_ERROR, SEESAW_EXPORT_ERROR_WRITE,
                 _ ("%s: there is no room left on the disk; nothing was written"), path);
  else if (code == ECANCELED)
    g_set_error (error, SEESAW_EXPORT_ERROR, SEESAW_EXPORT_ERROR_CANCELLED,
                 _ ("%s: not written, as you asked"), path);
  else if (code == EISDIR)
    g_set_error (error, SEESAW_EXPORT_ERROR, SEESAW_EXPORT_ERROR_WRITE,
                 _ ("%s is a folder, expected the name of a file"), path);
  else
    g_set_error (error, SEESAW_EXPORT_ERROR, SEESAW_EXPORT_ERROR_WRITE, "%s: %s", path,
                 g_strerror (code));
}

/* The name it has until it is whole; %NULL if it could not be written. */
static char *
write_beside (const File *file, Waiter *waiter, GError **error)
{
  g_autofree char *beside = g_strconcat (file->path, ".XXXXXX", NULL);
  gboolean ok;
  int fd;
  int code;

  if (g_file_test (file->path, G_FILE_TEST_IS_DIR))
    {
      set_error (error, file->path, EISDIR);
      return NULL;
    }

  fd = g_mkstemp_full (beside, O_WRONLY | O_CLOEXEC, 0666);
  if (fd < 0)
    {
      set_error (error, file->path, errno);
      return NULL;
    }

  ok = write_bytes (fd, file->bytes, waiter);
  code = errno;
  if (close (fd) != 0 && ok)
    {
      ok = FALSE;
      code = errno;
    }
  if (ok)
    return g_steal_pointer (&beside);

  g_unlink (beside);
  set_error (error, file->path, code);

  return NULL;
}

/* The last one first: a document comes after what it needs. */
static gboolean
rename_all (const GPtrArray *files, const GPtrArray *besides, GError **error)
{
  for (guint i = files->len; i-- > 0;)
    {
      const File *file = g_ptr_array_index (files, i);

      if (g_rename (g_ptr_array_index (besides, i), file->path) != 0)
        {
          set_error (error, file->path, errno);
          return FALSE;
        }
    }

  return TRUE;
}

static gboolean
rename_if_wanted (const GPtrArray *files,
                  const GPtrArray *besides,
                  const Waiter *waiter,
                  GError **error)
{
  const File *first = g_ptr_array_index (files, 0);

  if (may_go_on (waiter))
    return rename_all (files, besides, error);

  set_error (error, first->path, ECANCELED);

  return FALSE;
}

/**
 * seesaw_export_files_write:
 * @files: files of one export, at least one
 * @go_on: (nullable) (scope call): is asked again and again whether to
 * @user_data: for @go_on
 * @error: return location for a `SEESAW_EXPORT_ERROR`
 *
 * Writes all files. None takes its place before all of them are on the disk, and none does once
 * @go_on said no; what was there before then stays.
 *
 * Returns: whether they were written
 */
gboolean
seesaw_export_files_write (const GPtrArray *files,
                           SeesawExportGoOn go_on,
                           gpointer user_data,
                           GError **error)
{
  Waiter waiter = { go_on, user_data, 0, 0 };
  g_autoptr (GPtrArray) besides = g_ptr_array_new_with_free_func (g_free);
  gboolean ok = TRUE;

  for (guint i = 0; i < files->len; i++)
    waiter.total += g_bytes_get_size (seesaw_export_files_get (files, i));

  for (guint i = 0; i < files->len && ok; i++)
    {
      char *beside = write_beside (g_ptr_array_index (files, i), &waiter, error);

      ok = beside != NULL;
      if (ok)
        g_ptr_array_add (besides, beside);
    }

  ok = ok && rename_if_wanted (files, besides, &waiter, error);
  for (guint i = 0; i < besides->len && !ok; i++)
    g_unlink (g_ptr_array_index (besides, i));

  return ok;
}
