/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where a table goes, and whether what is printed gets anywhere. */

#include "config.h"

#include "seesaw-output.h"

#include "seesaw-error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <unistd.h>

static int print_errno; /* of the first g_print() that failed; 0 if none did */

/* What g_print() does by itself, but that it takes no notice of a full disk. */
static void
print (const char *text)
{
  const char *charset;
  g_autofree char *converted = NULL;

  if (!g_get_console_charset (&charset))
    converted = g_convert_with_fallback (text, -1, charset, "UTF-8", "?", NULL, NULL, NULL);

  if ((fputs (converted != NULL ? converted : text, stdout) == EOF || fflush (stdout) == EOF) &&
      print_errno == 0)
    print_errno = errno;
}

/* If it is closed, the next file or socket that is opened would get what is printed. */
static void
occupy_standard_output (void)
{
  int fd = fcntl (STDOUT_FILENO, F_GETFD) < 0 ? open ("/dev/null", O_RDONLY) : STDOUT_FILENO;

  if (fd >= 0 && fd != STDOUT_FILENO)
    dup2 (fd, STDOUT_FILENO);
}

/**
 * seesaw_output_watch_prints:
 *
 * From now on seesaw_output_check_prints() knows what became of what was printed. To be called
 * before anything is opened.
 */
void
seesaw_output_watch_prints (void)
{
  occupy_standard_output ();
  g_set_print_handler (print);
}

/**
 * seesaw_output_check_prints:
 * @error: return location for a `SEESAW_ERROR`
 *
 * Fails once at most: what it told is not told again.
 *
 * Returns: whether all that went through g_print() could be written
 */
gboolean
seesaw_output_check_prints (GError **error)
{
  int cause = print_errno;

  print_errno = 0;
  if (cause == 0)
    return TRUE;

  g_set_error (error, SEESAW_ERROR, SEESAW_ERROR_WRITE,
               _ ("standard output cannot be written to: %s"), g_strerror (cause));

  return FALSE;
}

static gboolean
is_standard_output (const char *path)
{
  return path == NULL || g_str_equal (path, "-");
}

/* Such as a pipe: it is written to; a file that takes its place would be an accident. */
static gboolean
is_device (const char *path)
{
  return g_file_test (path, G_FILE_TEST_EXISTS) && !g_file_test (path, G_FILE_TEST_IS_REGULAR) &&
         !g_file_test (path, G_FILE_TEST_IS_DIR);
}

/**
 * seesaw_output_check:
 * @path: (nullable): a file; %NULL or "-" for the standard output
 * @suffixes: how names of such tables may end, ending with %NULL
 * @error: return location for a `SEESAW_ERROR`
 *
 * Tells early, before anything is read, what no table should be written to.
 *
 * Returns: whether @path looks like a table, or is no ordinary file
 */
gboolean
seesaw_output_check (const char *path, const char *const *suffixes, GError **error)
{
  g_autofree char *all = g_strjoinv (", ", (char **) suffixes);

  if (is_standard_output (path) || is_device (path))
    return TRUE;

  for (gsize i = 0; suffixes[i] != NULL; i++)
    if (g_str_has_suffix (path, suffixes[i]))
      return TRUE;

  g_set_error (error, SEESAW_ERROR, SEESAW_ERROR_WRITE, _ ("%s: expected a name that ends in %s"),
               path, all);

  return FALSE;
}

static gboolean
write_stream (FILE *stream, const char *text, gsize length, const char *name, GError **error)
{
  if (stream != NULL && fwrite (text, 1, length, stream) == length && fflush (stream) == 0)
    return TRUE;

  g_set_error (error, SEESAW_ERROR, SEESAW_ERROR_WRITE, "%s: %s", name, g_strerror (errno));

  return FALSE;
}

/**
 * seesaw_output_write:
 * @text: `[length]`
 * @length: bytes of it
 * @path: (nullable): a file; %NULL or "-" for the standard output
 * @error: return location for a `SEESAW_ERROR`
 *
 * Writes a table. A file appears whole or not at all.
 *
 * Returns: whether it was written
 */
gboolean
seesaw_output_write (const char *text, gsize length, const char *path, GError **error)
{
  GError *cause = NULL;

  if (is_standard_output (path))
    return write_stream (stdout, text, length, _ ("standard output"), error);

  if (is_device (path))
    {
      FILE *stream = g_fopen (path, "we");
      gboolean ok = write_stream (stream, text, length, path, error);

      g_clear_pointer (&stream, fclose);
      return ok;
    }

  if (g_file_set_contents (path, text, (gssize) length, &cause))
    return TRUE;

  g_set_error (error, SEESAW_ERROR, SEESAW_ERROR_WRITE, "%s: %s", path, cause->message);
  g_error_free (cause);

  return FALSE;
}
