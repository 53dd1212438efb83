/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "seesaw-export-files.h"
#include "seesaw-export.h"

#include <glib/gstdio.h>
#include <math.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

static char *folder;

static const SeesawExportInfo info = { "Of <γ> & “more”", "Seesaw 1", "a.h5, γ = 1.5", "curve" };

static SeesawScene *
new_scene (gsize n)
{
  SeesawScene *scene = seesaw_scene_new ();
  const SeesawStyle style = { SEESAW_COLOR_SEEN, 1.0, FALSE };
  double *x = g_new (double, n);
  double *y = g_new (double, n);

  for (gsize i = 0; i < n; i++)
    {
      x[i] = (double) i / (double) (n - 1);
      y[i] = sqrt (1.0 - x[i]);
    }
  seesaw_scene_set_axis (scene, 0, "Abscissa", "x", (SeesawScale){ 0.0, 1.0 }, SEESAW_AXIS_PLAIN);
  seesaw_scene_set_axis (scene, 1, "Ordinate", "y", (SeesawScale){ 0.0, 1.0 }, SEESAW_AXIS_PLAIN);
  seesaw_scene_add_line (scene, style, x, y, n, "Line");

  return scene;
}

static double dpi;

static gboolean export(SeesawScene *scene,
                       double width,
                       double height,
                       const char *path,
                       GError **error)
{
  SeesawTheme theme = seesaw_theme_print (8.0);
  const SeesawExportPage page = { width, height, dpi };

  return seesaw_export_file (scene, NULL, &theme, &page, &info, path, error);
}

static void
test_formats (void)
{
  static const struct
  {
    const char *name;
    const char *begins;
  } formats[] = { { "f.pdf", "%PDF-" },
                  { "f.svg", "<?xml" },
                  { "f.png", "\x89PNG" },
                  { "f.eps", "%!PS-Adobe-3.0 EPSF-3.0" } };
  g_autoptr (SeesawScene) scene = new_scene (100);

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *path = g_build_filename (folder, formats[i].name, NULL);
      g_autofree char *bytes = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_true (export(scene, 234.0, 180.0, path, &error));
      g_assert_no_error (error);
      g_assert_true (g_file_get_contents (path, &bytes, NULL, NULL));
      g_assert_true (g_str_has_prefix (bytes, formats[i].begins));
      g_unlink (path);
    }
}

static void
test_million_points (void)
{
  g_autoptr (SeesawScene) scene = new_scene (1000000);
  g_autofree char *path = g_build_filename (folder, "many.pdf", NULL);
  g_autofree char *bytes = NULL;
  gsize size;

  g_assert_true (export(scene, 234.0, 180.0, path, NULL));
  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  g_assert_cmpuint (size, <, 300000);
  g_unlink (path);
}

static void
test_errors (void)
{
  g_autoptr (SeesawScene) scene = new_scene (10);
  g_autofree char *odd = g_build_filename (folder, "f.bmp", NULL);
  g_autofree char *good = g_build_filename (folder, "f.pdf", NULL);
  g_autoptr (GError) error = NULL;
  const double sizes[] = { 0.0, -10.0, 1e5, (double) NAN };

  g_assert_false (export(scene, 234.0, 180.0, odd, &error));
  g_assert_error (error, SEESAW_EXPORT_ERROR, SEESAW_EXPORT_ERROR_FORMAT);
  g_clear_error (&error);

  g_assert_false (export(scene, 234.0, 180.0, "/nowhere/f.pdf", &error));
  g_assert_error (error, SEESAW_EXPORT_ERROR, SEESAW_EXPORT_ERROR_WRITE);
  g_assert_true (g_str_has_prefix (error->message, "/nowhere/f.pdf: "));
  g_clear_error (&error);

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_assert_false (export(scene, sizes[i], 180.0, good, &error));
      g_assert_error (error, SEESAW_EXPORT_ERROR, SEESAW_EXPORT_ERROR_SIZE);
      g_clear_error (&error);
    }
  g_assert_false (g_file_test (good, G_FILE_TEST_EXISTS));
}

/* Twice in one process, which cairo counts surfaces in, and at another time. */
static void
test_same_bytes (void)
{
  static const char *const names[] = { "f.pdf", "f.svg", "f.eps", "f.png" };
  g_autoptr (SeesawScene) scene = new_scene (100);

  g_setenv ("SOURCE_DATE_EPOCH", "1234567890", TRUE);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);
      g_autofree char *first = NULL;
      g_autofree char *second = NULL;
      gsize n_first;
      gsize n_second;

      g_assert_true (export(scene, 234.0, 180.0, path, NULL));
      g_assert_true (g_file_get_contents (path, &first, &n_first, NULL));
      if (i == 0)
        g_usleep (1100 * 1000);
      g_assert_true (export(scene, 234.0, 180.0, path, NULL));
      g_assert_true (g_file_get_contents (path, &second, &n_second, NULL));
      g_assert_cmpmem (first, n_first, second, n_second);
      g_unlink (path);
    }
  g_unsetenv ("SOURCE_DATE_EPOCH");
}

static guint32
read_number (const char *bytes)
{
  guint32 number;

  memcpy (&number, bytes, sizeof number);

  return GUINT32_FROM_BE (number);
}

/* 600 dots per inch are 23622 per metre. */
static void
test_resolution (void)
{
  g_autoptr (SeesawScene) scene = new_scene (100);
  g_autofree char *path = g_build_filename (folder, "f.png", NULL);
  g_autofree char *bytes = NULL;
  gsize size;

  dpi = 600.0;
  g_assert_true (export(scene, 234.0, 180.0, path, NULL));
  dpi = 0.0;
  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  g_assert_cmpuint (read_number (bytes + 16), ==, 1950);
  g_assert_cmpuint (read_number (bytes + 20), ==, 1500);
  g_assert_cmpmem (bytes + 33, 8, "\0\0\0\x09pHYs", 8);
  g_assert_cmpuint (read_number (bytes + 41), ==, 23622);
  g_assert_cmpuint (read_number (bytes + 45), ==, 23622);
  g_assert_cmpint (bytes[49], ==, 1);
  g_unlink (path);
}

static void
assert_empty (void)
{
  GDir *dir = g_dir_open (folder, 0, NULL);

  g_assert_null (g_dir_read_name (dir));
  g_dir_close (dir);
}

/* A file that may not grow is what a full disk is to who writes it. */
static void
test_no_half_file (void)
{
  g_autoptr (SeesawScene) scene = new_scene (100);
  g_autofree char *path = g_build_filename (folder, "f.pdf", NULL);
  g_autoptr (GError) error = NULL;
  struct rlimit before;
  struct rlimit limit;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  limit = (struct rlimit){ 1000, before.rlim_max };
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  g_assert_false (export(scene, 234.0, 180.0, path, &error));
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  g_assert_error (error, SEESAW_EXPORT_ERROR, SEESAW_EXPORT_ERROR_WRITE);
  g_assert_true (g_str_has_prefix (error->message, path));
  assert_empty ();
}

/* Says no when it is asked for the last time that is left. */
static gboolean
go_on (double done, gpointer user_data)
{
  guint *left = user_data;

  g_assert_cmpfloat (done, >=, 0.0);
  g_assert_cmpfloat (done, <=, 1.0);

  return (*left)-- > 0;
}

/* Two files of more than one piece each: at whatever piece it is stopped, there is none of them,
 * and what was there before stays.
 */
static void
test_stopped (void)
{
  g_autofree char *old = g_build_filename (folder, "old.csv", NULL);
  g_autofree char *new = g_build_filename (folder, "new.csv", NULL);
  g_autofree char *bytes = g_strnfill (1500000, 'x');
  g_autoptr (GPtrArray) files = seesaw_export_files_new ();
  gboolean is_written = FALSE;
  guint n = 0;

  seesaw_export_files_add (files, old, g_bytes_new (bytes, 1500000));
  seesaw_export_files_add (files, new, g_bytes_new (bytes, 1500000));
  for (; !is_written; n++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *text = NULL;
      guint left = n;

      g_assert_true (g_file_set_contents (old, "old", -1, NULL));
      is_written = seesaw_export_files_write (files, go_on, &left, &error);
      g_assert_true (g_file_get_contents (old, &text, NULL, NULL));
      g_assert_cmpint (g_remove (old), ==, 0);
      if (is_written)
        {
          g_assert_no_error (error);
          g_assert_cmpstr (text, ==, bytes);
          g_assert_cmpint (g_remove (new), ==, 0);
        }
      else
        {
          g_assert_error (error, SEESAW_EXPORT_ERROR, SEESAW_EXPORT_ERROR_CANCELLED);
          g_assert_cmpstr (text, ==, "old");
        }
      assert_empty ();
    }

  /* Two pieces each, and once before they take their places. */
  g_assert_cmpuint (n, ==, 6);
}

/* What was there before stays, whatever happens to what should replace it. */
static void
test_folder_in_the_way (void)
{
  g_autoptr (SeesawScene) scene = new_scene (100);
  g_autofree char *path = g_build_filename (folder, "f.pdf", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
  g_assert_false (export(scene, 234.0, 180.0, path, &error));
  g_assert_error (error, SEESAW_EXPORT_ERROR, SEESAW_EXPORT_ERROR_WRITE);
  g_assert_nonnull (strstr (error->message, "is a folder"));
  g_assert_cmpint (g_rmdir (path), ==, 0);
  assert_empty ();
}

static void
test_too_many_pixels (void)
{
  g_autoptr (SeesawScene) scene = new_scene (10);
  g_autofree char *path = g_build_filename (folder, "f.png", NULL);
  const double wrong[] = { 1e5, -1.0, 0.01, (double) NAN };

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      dpi = wrong[i];
      g_assert_false (export(scene, 234.0, 180.0, path, &error));
      g_assert_error (error, SEESAW_EXPORT_ERROR, SEESAW_EXPORT_ERROR_SIZE);
    }
  dpi = 0.0;
  assert_empty ();
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("seesaw-XXXXXX", NULL);

  g_test_add_func ("/export/formats", test_formats);
  g_test_add_func ("/export/million-points", test_million_points);
  g_test_add_func ("/export/errors", test_errors);

  g_test_add_func ("/export/same-bytes", test_same_bytes);
  g_test_add_func ("/export/resolution", test_resolution);
  g_test_add_func ("/export/no-half-file", test_no_half_file);
  g_test_add_func ("/export/stopped", test_stopped);
  g_test_add_func ("/export/folder-in-the-way", test_folder_in_the_way);
  g_test_add_func ("/export/too-many-pixels", test_too_many_pixels);

  status = g_test_run ();
  g_rmdir (folder);
  g_free (folder);

  return status;
}
