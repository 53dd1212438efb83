/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the window in front of exported figures says where it cannot do as asked. */

#include "config.h"

#include "export-fixture.h"

#include "seesaw-export-window-private.h"

#include <glib/gstdio.h>
#include <unistd.h>

static void
test_nonsense_is_said (ExportFixture *self, gconstpointer data)
{
  static const struct
  {
    const char *row;
    const char *text;
    const char *message;
  } cases[] = {
    { "width", "0", "Width: 0 mm found, expected 12.7 to 2540 mm" },
    { "height", "10 m", "Height: “10 m” is no length" },
    { "height", "10000", "Height: 10000 mm found, expected 12.7 to 2540 mm" },
    { "width", "400in", "Width: 10160 mm found, expected 12.7 to 2540 mm" },
    { "height", "15", "Height: titles and legends leave no room" },
    { "font-size", "", "Font Size in pt: “” found" },
    { "line-width", "x", "Line Width in pt: “x” found" },
    { "xlim", "3", "Limits of x: “3” found" },
    { "ylim", "80, 20", "Limits of y: 80 to 20 found" },
    { "ticks", "1.5", "Ticks at Most: 1.5 found" },
    { "dpi", "1e9", "Dots per Inch of PNG: 1e+09 found" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *before = g_strdup (export_get_text (self, cases[i].row));

      export_type (self, cases[i].row, cases[i].text);
      g_assert_true (fixture_wait_until (export_says_something, self));
      g_assert_true (g_str_has_prefix (export_get_message (self), cases[i].message));
      export_write (self, "none.pdf");
      export_type (self, cases[i].row, before);
      g_assert_true (fixture_wait_until (export_says_nothing, self));
    }
}

static void
test_missing_font_is_said (ExportFixture *self, gconstpointer data)
{
  GtkDropDown *font = GTK_DROP_DOWN (export_get_row (self, "font"));
  GtkStringList *fonts = GTK_STRING_LIST (gtk_drop_down_get_model (font));

  g_assert_cmpstr (gtk_string_list_get_string (fonts, 0), ==, "Times");
  g_assert_cmpstr (gtk_string_list_get_string (fonts, 1), ==, "Latin Modern");
  gtk_string_list_append (fonts, "No Such Letters");
  gtk_drop_down_set_selected (font, g_list_model_get_n_items (G_LIST_MODEL (fonts)) - 1);
  g_assert_true (fixture_wait_until (export_says_something, self));
  g_assert_nonnull (strstr (export_get_message (self), "“No Such Letters” is not installed"));
}

static gboolean
is_idle (gpointer user_data)
{
  return ((ExportFixture *) user_data)->window->working == NULL;
}

/* Tries, with the numbers; the window stays. */
static void
assert_cannot_write (ExportFixture *self, const char *path, const char *sentence)
{
  g_autofree char *expected = g_strconcat (path, sentence, NULL);

  gtk_switch_set_active (GTK_SWITCH (export_get_row (self, "data")), TRUE);
  seesaw_export_window_write (self->window, path);
  g_assert_true (fixture_wait_until (is_idle, self));
  g_assert_nonnull (self->window);
  g_assert_true (export_says_something (self));
  g_assert_true (g_str_has_prefix (export_get_message (self), expected));
}

static void
test_unwritable_is_said (ExportFixture *self, gconstpointer data)
{
  g_autofree char *tiff = export_in_folder (self, "curve.tiff");
  g_autofree char *missing = export_in_folder (self, "missing/curve.pdf");
  g_autofree char *pdf = export_in_folder (self, "curve.pdf");
  g_autofree char *csv = export_in_folder (self, "curve.csv");

  assert_cannot_write (self, tiff, ": expected a name that ends in");
  assert_cannot_write (self, missing, ": there is no folder ");
  assert_cannot_write (self, "/sys/curve.pdf", ": the folder /sys cannot be written to");

  /* No figure without its numbers. */
  g_assert_cmpint (g_mkdir (csv, 0700), ==, 0);
  seesaw_export_window_write (self->window, pdf);
  g_assert_true (fixture_wait_until (is_idle, self));
  g_assert_true (g_str_has_prefix (export_get_message (self), csv));
  g_assert_nonnull (strstr (export_get_message (self), " is a folder"));
  g_assert_cmpint (g_rmdir (csv), ==, 0);
  export_assert_empty (self);
}

static gboolean
mount (const char *folder)
{
  const char *const argv[] = { "mount", "-t", "tmpfs", "-o", "size=8k", "tmpfs", folder, NULL };
  int status;

  return geteuid () == 0 &&
         g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL,
                       NULL, NULL, NULL, NULL, &status, NULL) &&
         status == 0;
}

static void
test_full_disk_is_said (ExportFixture *self, gconstpointer data)
{
  g_autofree char *pdf = export_in_folder (self, "curve.pdf");
  char *unmount[] = { "umount", self->folder, NULL };
  g_autofree char *text = NULL;

  if (!mount (self->folder))
    {
      g_test_skip ("no small disk can be mounted here");
      return;
    }

  g_assert_true (g_file_set_contents (pdf, "old", -1, NULL));
  assert_cannot_write (self, pdf, ": there is no room left on the disk");
  g_assert_true (g_file_get_contents (pdf, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "old");
  g_assert_cmpint (g_remove (pdf), ==, 0);
  export_assert_empty (self);
  export_run_program (unmount, NULL);
}

static void
add_tests (void)
{
  EXPORT_ADD ("/export-errors/nonsense", NULL, test_nonsense_is_said);
  EXPORT_ADD ("/export-errors/missing-font", NULL, test_missing_font_is_said);
  EXPORT_ADD ("/export-errors/unwritable", NULL, test_unwritable_is_said);
  EXPORT_ADD ("/export-errors/full-disk", NULL, test_full_disk_is_said);
}

int
main (int argc, char *argv[])
{
  return export_run_tests (&argc, &argv, add_tests);
}
