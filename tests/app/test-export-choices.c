/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What can be chosen for an exported figure, how that is shown, and what is remembered of it. */

#include "config.h"

#include "export-fixture.h"

#include "seesaw-export-preview.h"

#include <glib/gstdio.h>

static void
test_preset_and_units (ExportFixture *self, gconstpointer data)
{
  gsize n;
  const SeesawPreset *presets = seesaw_preset_list (&n);

  g_assert_cmpstr (presets[1].id, ==, "icml");
  export_select (self, "preset", 2);
  g_assert_cmpstr (export_get_text (self, "width"), ==, "82.55"); /* 3.25 in */
  g_assert_cmpstr (export_get_text (self, "height"), ==, "");
  export_select (self, "length-unit", 1);
  g_assert_cmpstr (export_get_text (self, "width"), ==, "3.25");
  export_select (self, "length-unit", 2);
  g_assert_cmpstr (export_get_text (self, "width"), ==, "234");
  g_assert_cmpuint (export_get_selected (self, "preset"), ==, 2);

  export_type (self, "width", "3in");
  g_assert_cmpuint (export_get_selected (self, "preset"), ==, 0);
  export_select (self, "preset", 3);
  g_assert_cmpstr (export_get_text (self, "width"), ==, "486"); /* 6.75 in */
}

static const char *
get_size (ExportFixture *self)
{
  return gtk_label_get_label (
      GTK_LABEL (fixture_child (self->window, SEESAW_TYPE_EXPORT_WINDOW, "size")));
}

static gboolean
has_size (gpointer user_data)
{
  ExportFixture *self = user_data;
  GtkWidget *preview = fixture_child (self->window, SEESAW_TYPE_EXPORT_WINDOW, "preview");
  double dpi = seesaw_export_preview_get_dpi (SEESAW_EXPORT_PREVIEW (preview));
  int width;

  gtk_widget_measure (preview, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);

  return ABS (width - 36 - 4.0 * dpi) <= 1.0; /* beside its margins */
}

static gboolean
has_both_sizes (gpointer user_data)
{
  return g_str_equal (get_size (user_data), "4.00 × 2.00 in");
}

static void
test_preview_has_true_size (ExportFixture *self, gconstpointer data)
{
  export_type (self, "width", "101.6");
  g_assert_true (fixture_wait_until (has_size, self));
  g_assert_true (g_str_has_prefix (get_size (self), "101.60 × "));
  export_type (self, "height", "2in");
  export_select (self, "length-unit", 1);
  g_assert_true (fixture_wait_until (has_both_sizes, self));
  export_type (self, "width", "0");
  g_assert_true (fixture_wait_until (export_says_something, self));
  g_assert_true (has_size (self));
}

static gboolean
is_positive (gpointer count)
{
  return *(guint *) count > 0;
}

/* Of many that are asked for at once, the last is shown, and only of that one is the end told. A
 * page that cannot be made leaves what is shown.
 */
static void
test_newest_wins (ExportFixture *self, gconstpointer data)
{
  SeesawExportPreview *preview = SEESAW_EXPORT_PREVIEW (self->preview);
  guint *done = fixture_count (preview, "done");
  g_auto (SeesawFigureSettings) settings;
  double width;
  double height;

  g_assert_true (fixture_wait_until (is_positive, done));
  *done = 0;
  seesaw_figure_settings_init (&settings);
  settings.style.height = 150.0;
  for (int i = 0; i <= 10; i++)
    {
      settings.style.width = 200.0 + i;
      seesaw_export_preview_show (preview, self->content, &settings);
      seesaw_export_preview_get_size (preview, &width, &height);
      g_assert_cmpfloat (width, ==, 234.0); /* that of the start */
    }
  g_assert_true (fixture_wait_until (is_positive, done));
  fixture_wait_ms (200);
  g_assert_cmpuint (*done, ==, 1);
  seesaw_export_preview_get_size (preview, &width, &height);
  g_assert_cmpfloat (width, ==, 210.0);
  g_assert_cmpfloat (height, ==, 150.0);

  *done = 0;
  settings.style.height = 40.0;
  seesaw_export_preview_show (preview, self->content, &settings);
  g_assert_true (fixture_wait_until (is_positive, done));
  g_assert_true (export_says_something (self));
  seesaw_export_preview_get_size (preview, &width, &height);
  g_assert_cmpfloat (height, ==, 150.0);
}

static GtkOrientation
get_orientation (ExportFixture *self)
{
  return gtk_orientable_get_orientation (
      GTK_ORIENTABLE (fixture_child (self->window, SEESAW_TYPE_EXPORT_WINDOW, "body")));
}

static void
test_narrow (ExportFixture *self, gconstpointer data)
{
  int width;

  g_assert_cmpint (get_orientation (self), ==, GTK_ORIENTATION_HORIZONTAL);
  gtk_window_set_default_size (GTK_WINDOW (self->window), 500, 600);
  g_assert_cmpint (get_orientation (self), ==, GTK_ORIENTATION_VERTICAL);
  gtk_widget_measure (GTK_WIDGET (self->window), GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL,
                      NULL);
  g_assert_cmpint (width, <=, 360);
  gtk_window_set_default_size (GTK_WINDOW (self->window), 900, 600);
  g_assert_cmpint (get_orientation (self), ==, GTK_ORIENTATION_HORIZONTAL);
}

static void
test_settings_are_kept (ExportFixture *self, gconstpointer data)
{
  g_autofree char *path = export_in_folder (self, "figures.json");
  g_autoptr (SeesawFigureStyles) a = seesaw_figure_styles_new (path);
  g_autoptr (SeesawFigureStyles) b = seesaw_figure_styles_new (path);
  g_autoptr (GError) error = NULL;
  g_auto (SeesawFigureSettings) settings;
  g_auto (SeesawFigureSettings) found;

  seesaw_figure_settings_init (&settings);
  seesaw_figure_settings_init (&found);
  g_assert_true (seesaw_figure_styles_load (b, &error)); /* no file yet */
  g_assert_true (seesaw_style_set (&settings.style, "width", "84mm", &error));
  settings.format = 2;
  settings.length_unit = 1;
  settings.with_data = TRUE;
  settings.with_marks = FALSE;
  seesaw_figure_styles_set (a, "gap", &settings);
  g_assert_true (seesaw_figure_styles_save (a, &error));
  g_assert_true (seesaw_figure_styles_load (b, &error));
  seesaw_figure_styles_get (b, "gap", &found);
  g_assert_true (seesaw_style_equal (&found.style, &settings.style));
  g_assert_cmpuint (found.format, ==, 2);
  g_assert_cmpuint (found.length_unit, ==, 1);
  g_assert_true (found.with_data);
  g_assert_false (found.with_marks);

  g_assert_true (g_file_set_contents (path, "{\"gap\":{\"style\":{\"width\":-1}}}", -1, &error));
  g_assert_false (seesaw_figure_styles_load (b, &error));
  g_assert_nonnull (strstr (error->message, "gap: width: "));
  g_clear_error (&error);
  seesaw_figure_styles_get (b, "gap", &found);
  g_assert_cmpuint (found.format, ==, 2);
  g_assert_true (g_file_set_contents (path, "{", -1, &error));
  g_assert_false (seesaw_figure_styles_load (b, &error));
  g_assert_nonnull (strstr (error->message, "no JSON"));
  g_remove (path);
}

static void
test_choices_are_remembered (ExportFixture *self, gconstpointer data)
{
  export_type (self, "font-size", "9.5");
  export_select (self, "format", 1);
  gtk_window_close (GTK_WINDOW (self->window));
  g_assert_true (fixture_wait_until (export_is_null, &self->window));

  g_assert_true (fixture_wait_until (export_is_null, &self->preview));
  export_open_window (self);
  g_assert_cmpstr (export_get_text (self, "font-size"), ==, "9.5");
  g_assert_cmpuint (export_get_selected (self, "format"), ==, 1);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "export.reset", NULL);
  g_assert_cmpstr (export_get_text (self, "font-size"), ==, "8");
}

static void
add_tests (void)
{
  EXPORT_ADD ("/export-choices/preset", NULL, test_preset_and_units);
  EXPORT_ADD ("/export-choices/true-size", NULL, test_preview_has_true_size);
  EXPORT_ADD ("/export-choices/newest", NULL, test_newest_wins);
  EXPORT_ADD ("/export-choices/narrow", NULL, test_narrow);
  EXPORT_ADD ("/export-choices/kept", NULL, test_settings_are_kept);
  EXPORT_ADD ("/export-choices/remembered", NULL, test_choices_are_remembered);
}

int
main (int argc, char *argv[])
{
  return export_run_tests (&argc, &argv, add_tests);
}
