/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "seesaw-export.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

static char *folder;

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

static gboolean export(SeesawScene *scene,
                       double width,
                       double height,
                       const char *path,
                       GError **error)
{
  SeesawTheme theme = seesaw_theme_print (8.0);

  return seesaw_export_file (scene, NULL, &theme, width, height, path, error);
}

static void
test_formats (void)
{
  static const struct
  {
    const char *name;
    const char *begins;
  } formats[] = { { "f.pdf", "%PDF-" }, { "f.svg", "<?xml" }, { "f.png", "\x89PNG" } };
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

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("seesaw-XXXXXX", NULL);

  g_test_add_func ("/export/formats", test_formats);
  g_test_add_func ("/export/million-points", test_million_points);
  g_test_add_func ("/export/errors", test_errors);

  status = g_test_run ();
  g_rmdir (folder);
  g_free (folder);

  return status;
}
