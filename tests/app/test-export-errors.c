/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the window in front of exported figures says where it cannot do as asked. */

#include "config.h"

#include "export-fixture.h"

#include <glib/gstdio.h>

static void
test_nonsense_is_said (ExportFixture *self, gconstpointer data)
{
  static const struct
  {
    const char *row;
    const char *text;
    const char *message;
  } cases[] = {
    { "width", "0", "width: a figure cannot be 0 points long" },
    { "height", "10 m", "height: “10 m” is no length" },
    { "width", "10000", "width: a figure cannot be 28346.5 points long" },
    { "font-size", "", "font-size: “” found" },
    { "xlim", "3", "xlim: “3” found" },
    { "ylim", "80, 20", "ylim: 80 to 20 found" },
    { "ticks", "1.5", "ticks: 1.5 found" },
    { "dpi", "1e9", "dpi: 1e+09 found" },
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

static void
test_unwritable_is_said (ExportFixture *self, gconstpointer data)
{
  export_write (self, "curve.tiff");
  g_assert_true (fixture_wait_until (export_says_something, self));
  g_assert_nonnull (strstr (export_get_message (self), "curve.tiff: expected a name"));
  g_assert_nonnull (self->window);
}

static void
add_tests (void)
{
  EXPORT_ADD ("/export-errors/nonsense", NULL, test_nonsense_is_said);
  EXPORT_ADD ("/export-errors/missing-font", NULL, test_missing_font_is_said);
  EXPORT_ADD ("/export-errors/unwritable", NULL, test_unwritable_is_said);
}

int
main (int argc, char *argv[])
{
  return export_run_tests (&argc, &argv, add_tests);
}
