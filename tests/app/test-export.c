/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The window in front of exported figures, and what comes out of it. */

#include "config.h"

#include "app-fixture.h"

#include "seesaw-export-form.h"
#include "seesaw-export-preview.h"
#include "seesaw-export-print.h"
#include "seesaw-export-window.h"

#include <glib/gstdio.h>

typedef struct
{
  SeesawSession *session;
  SeesawOpenRun *run;
  SeesawExportContent *content;
  SeesawExportWindow *window;
  char *folder;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  SeesawSubject subject;
  SeesawFigureSettings fresh;

  self->folder = g_dir_make_tmp ("seesaw-XXXXXX", &error);
  g_assert_no_error (error);
  self->session = seesaw_session_new ();
  self->run = fixture_show_sample (self->session, 0);
  g_assert_true (seesaw_session_get_subject (self->session, &subject));
  self->content = seesaw_export_content_new (seesaw_figure_find ("curve"), &subject);

  seesaw_figure_settings_init (&fresh);
  seesaw_figure_styles_set (seesaw_figure_styles_get_default (), "curve", &fresh);
  seesaw_figure_settings_clear (&fresh);
  self->window = seesaw_export_window_new (NULL, self->content);
  g_object_add_weak_pointer (G_OBJECT (self->window), (gpointer *) &self->window);
  gtk_window_present (GTK_WINDOW (self->window));
}

static gboolean
is_null (gpointer user_data)
{
  return *(gpointer *) user_data == NULL;
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  if (self->window != NULL)
    gtk_window_destroy (GTK_WINDOW (self->window));
  g_assert_true (fixture_wait_until (is_null, &self->window));
  seesaw_export_content_unref (self->content);
  seesaw_session_close (self->session, self->run);
  g_assert_finalize_object (self->session);
  g_assert_finalize_object (self->run);
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_free (self->folder);
}

static GtkWidget *
get_row (Fixture *self, const char *name)
{
  GtkWidget *form = fixture_child (self->window, SEESAW_TYPE_EXPORT_WINDOW, "form");

  return fixture_child (form, SEESAW_TYPE_EXPORT_FORM, name);
}

static void
type (Fixture *self, const char *row, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (get_row (self, row)), text);
}

static const char *
get_text (Fixture *self, const char *row)
{
  return gtk_editable_get_text (GTK_EDITABLE (get_row (self, row)));
}

static void
select_row (Fixture *self, const char *row, guint position)
{
  adw_combo_row_set_selected (ADW_COMBO_ROW (get_row (self, row)), position);
}

static guint
get_selected (Fixture *self, const char *row)
{
  return adw_combo_row_get_selected (ADW_COMBO_ROW (get_row (self, row)));
}

static gboolean
says_something (gpointer user_data)
{
  Fixture *self = user_data;

  return gtk_revealer_get_reveal_child (
      GTK_REVEALER (fixture_child (self->window, SEESAW_TYPE_EXPORT_WINDOW, "banner")));
}

static gboolean
says_nothing (gpointer user_data)
{
  return !says_something (user_data);
}

static const char *
get_message (Fixture *self)
{
  return gtk_label_get_label (
      GTK_LABEL (fixture_child (self->window, SEESAW_TYPE_EXPORT_WINDOW, "banner_text")));
}

static char *
in_folder (Fixture *self, const char *name)
{
  return g_build_filename (self->folder, name, NULL);
}

static void
write_to (Fixture *self, const char *name)
{
  g_autofree char *path = in_folder (self, name);

  seesaw_export_window_write (self->window, path);
}

/* And takes it away. */
static GBytes *
take_file (Fixture *self, const char *name)
{
  g_autofree char *path = in_folder (self, name);
  g_autoptr (GError) error = NULL;
  char *text = NULL;
  gsize length;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_remove (path), ==, 0);

  return g_bytes_new_take (text, length);
}

static void
run_program (char **argv, char **output)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *said = NULL;
  int status;

  g_spawn_sync (NULL, argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, output, &said, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (said, ==, "");
  g_assert_cmpint (status, ==, 0);
}

/* What the command line makes of the style that was remembered. */
static void
plot (Fixture *self, const char *output)
{
  g_autofree char *style = in_folder (self, "style.json");
  g_autofree char *path = in_folder (self, output);
  g_auto (SeesawFigureSettings) settings;
  g_autoptr (GError) error = NULL;
  char *argv[] = { (char *) g_getenv ("SEESAW_CLI"),
                   "plot",
                   "curve",
                   (char *) fixture_sample (),
                   "--gamma",
                   "0",
                   "--style",
                   style,
                   "--data",
                   "-o",
                   path,
                   NULL };

  seesaw_figure_settings_init (&settings);
  seesaw_figure_styles_get (seesaw_figure_styles_get_default (), "curve", &settings);
  g_assert_true (seesaw_style_save (&settings.style, style, &error));
  g_assert_no_error (error);
  run_program (argv, NULL);
  g_remove (style);
}

static void
test_same_bytes_as_command_line (Fixture *self, gconstpointer suffix)
{
  g_autofree char *ours = g_strconcat ("ours.", suffix, NULL);
  g_autofree char *theirs = g_strconcat ("theirs.", suffix, NULL);

  select_row (self, "preset", 2);
  type (self, "height", "60");
  type (self, "ticks", "4");
  select_row (self, "palette", SEESAW_PALETTE_GREYSCALE);
  select_row (self, "unit", SEESAW_UNIT_FRACTION);
  type (self, "xlim", "0.2, 0.8");
  gtk_switch_set_active (GTK_SWITCH (get_row (self, "grid")), FALSE);
  gtk_switch_set_active (GTK_SWITCH (get_row (self, "data")), TRUE);
  write_to (self, ours);
  g_assert_true (fixture_wait_until (is_null, &self->window));
  plot (self, theirs);

  {
    g_autoptr (GBytes) a = take_file (self, ours);
    g_autoptr (GBytes) b = take_file (self, theirs);
    g_autoptr (GBytes) a_data = take_file (self, "ours.csv");
    g_autoptr (GBytes) b_data = take_file (self, "theirs.csv");

    g_assert_true (g_bytes_equal (a, b));
    g_assert_true (g_bytes_equal (a_data, b_data));
    g_assert_cmpuint (g_bytes_get_size (a_data), >, 100);
  }
}

static void
test_nonsense_is_said (Fixture *self, gconstpointer data)
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
      g_autofree char *before = g_strdup (get_text (self, cases[i].row));

      type (self, cases[i].row, cases[i].text);
      g_assert_true (fixture_wait_until (says_something, self));
      g_assert_true (g_str_has_prefix (get_message (self), cases[i].message));
      write_to (self, "none.pdf");
      type (self, cases[i].row, before);
      g_assert_true (fixture_wait_until (says_nothing, self));
    }
}

static void
test_missing_font_is_said (Fixture *self, gconstpointer data)
{
  GtkDropDown *font = GTK_DROP_DOWN (get_row (self, "font"));
  GtkStringList *fonts = GTK_STRING_LIST (gtk_drop_down_get_model (font));

  g_assert_cmpstr (gtk_string_list_get_string (fonts, 0), ==, "Times");
  g_assert_cmpstr (gtk_string_list_get_string (fonts, 1), ==, "Latin Modern");
  gtk_string_list_append (fonts, "No Such Letters");
  gtk_drop_down_set_selected (font, g_list_model_get_n_items (G_LIST_MODEL (fonts)) - 1);
  g_assert_true (fixture_wait_until (says_something, self));
  g_assert_nonnull (strstr (get_message (self), "“No Such Letters” is not installed"));
}

static void
test_unwritable_is_said (Fixture *self, gconstpointer data)
{
  write_to (self, "curve.tiff");
  g_assert_true (fixture_wait_until (says_something, self));
  g_assert_nonnull (strstr (get_message (self), "curve.tiff: expected a name"));
  g_assert_nonnull (self->window);
}

static void
test_preset_and_units (Fixture *self, gconstpointer data)
{
  gsize n;
  const SeesawPreset *presets = seesaw_preset_list (&n);

  g_assert_cmpstr (presets[1].id, ==, "icml");
  select_row (self, "preset", 2);
  g_assert_cmpstr (get_text (self, "width"), ==, "82.55"); /* 3.25 in */
  g_assert_cmpstr (get_text (self, "height"), ==, "");
  select_row (self, "length-unit", 1);
  g_assert_cmpstr (get_text (self, "width"), ==, "3.25");
  select_row (self, "length-unit", 2);
  g_assert_cmpstr (get_text (self, "width"), ==, "234");
  g_assert_cmpuint (get_selected (self, "preset"), ==, 2);

  type (self, "width", "3in");
  g_assert_cmpuint (get_selected (self, "preset"), ==, 0);
  select_row (self, "preset", 3);
  g_assert_cmpstr (get_text (self, "width"), ==, "486"); /* 6.75 in */
}

static gboolean
has_size (gpointer user_data)
{
  Fixture *self = user_data;
  GtkWidget *preview = fixture_child (self->window, SEESAW_TYPE_EXPORT_WINDOW, "preview");
  double dpi = seesaw_export_preview_get_dpi (SEESAW_EXPORT_PREVIEW (preview));
  int width;

  gtk_widget_measure (preview, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);

  return ABS (width - 36 - 4.0 * dpi) <= 1.0; /* beside its margins */
}

static void
test_preview_has_true_size (Fixture *self, gconstpointer data)
{
  type (self, "width", "101.6");
  g_assert_true (fixture_wait_until (has_size, self));
  type (self, "width", "0");
  g_assert_true (fixture_wait_until (says_something, self));
  g_assert_true (has_size (self));
}

static gboolean
exists (gpointer path)
{
  return g_file_test (path, G_FILE_TEST_EXISTS);
}

/* What was asked for comes, though nobody waits for it. */
static void
test_closed_while_writing (Fixture *self, gconstpointer data)
{
  g_autofree char *path = in_folder (self, "late.pdf");

  write_to (self, "late"); /* gets the end of its format */
  gtk_window_destroy (GTK_WINDOW (self->window));
  g_assert_true (fixture_wait_until (exists, path));
  g_assert_true (fixture_wait_until (is_null, &self->window));
  g_bytes_unref (take_file (self, "late.pdf"));
}

static GtkOrientation
get_orientation (Fixture *self)
{
  return gtk_orientable_get_orientation (
      GTK_ORIENTABLE (fixture_child (self->window, SEESAW_TYPE_EXPORT_WINDOW, "body")));
}

static void
test_narrow (Fixture *self, gconstpointer data)
{
  g_assert_cmpint (get_orientation (self), ==, GTK_ORIENTATION_HORIZONTAL);
  gtk_window_set_default_size (GTK_WINDOW (self->window), 500, 600);
  g_assert_cmpint (get_orientation (self), ==, GTK_ORIENTATION_VERTICAL);
  gtk_window_set_default_size (GTK_WINDOW (self->window), 900, 600);
  g_assert_cmpint (get_orientation (self), ==, GTK_ORIENTATION_HORIZONTAL);
}

static void
test_settings_are_kept (Fixture *self, gconstpointer data)
{
  g_autofree char *path = in_folder (self, "figures.json");
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
test_choices_are_remembered (Fixture *self, gconstpointer data)
{
  type (self, "font-size", "9.5");
  select_row (self, "format", 1);
  gtk_window_close (GTK_WINDOW (self->window));
  g_assert_true (fixture_wait_until (is_null, &self->window));

  self->window = seesaw_export_window_new (NULL, self->content);
  g_object_add_weak_pointer (G_OBJECT (self->window), (gpointer *) &self->window);
  g_assert_cmpstr (get_text (self, "font-size"), ==, "9.5");
  g_assert_cmpuint (get_selected (self, "format"), ==, 1);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "export.reset", NULL);
  g_assert_cmpstr (get_text (self, "font-size"), ==, "8");
}

/* 4 in of 5 are where they should be on A4, and 20 in are made to fit. */
static void
test_print (Fixture *self, gconstpointer data)
{
  g_autofree char *path = in_folder (self, "printed.pdf");
  g_auto (SeesawFigureSettings) settings;
  static const double widths[] = { 288.0, 1440.0 };

  seesaw_figure_settings_init (&settings);
  for (gsize i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      g_autoptr (GtkPrintOperation) operation = NULL;
      g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
      g_autoptr (GtkPaperSize) paper = gtk_paper_size_new (GTK_PAPER_NAME_A4);
      g_autoptr (GError) error = NULL;
      g_autofree char *info = NULL;
      g_autofree char *text = NULL;
      char *pdfinfo[] = { "pdfinfo", path, NULL };
      char *pdftotext[] = { "pdftotext", "-bbox", path, "-", NULL };
      char *place;
      double x_min;
      double x_max;

      settings.style.width = widths[i];
      gtk_page_setup_set_paper_size (setup, paper);
      operation = seesaw_export_print_new (
          seesaw_export_content_make_page (self->content, &settings, &error), "curve");
      gtk_print_operation_set_default_page_setup (operation, setup);
      gtk_print_operation_set_export_filename (operation, path);
      g_assert_cmpint (
          gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error), ==,
          GTK_PRINT_OPERATION_RESULT_APPLY);
      g_assert_no_error (error);

      run_program (pdfinfo, &info);
      g_assert_nonnull (strstr (info, "(A4)"));
      g_assert_true (g_regex_match_simple ("Pages: +1\n", info, 0, 0));
      run_program (pdftotext, &text);
      place = strstr (text, ">Pre-trained<");
      g_assert_nonnull (place);
      while (!g_str_has_prefix (place, "xMin="))
        place--;
      x_min = g_ascii_strtod (place + 6, NULL);
      x_max = g_ascii_strtod (strstr (place, "xMax=") + 6, NULL);

      /* A word of 11 letters in 8 points, or much less of them. */
      g_assert_cmpfloat (x_min, >, i == 0 ? (595.0 - 288.0) / 2.0 : 0.0);
      g_assert_cmpfloat (x_max, <, 595.0);
      if (i == 0)
        g_assert_cmpfloat (x_max - x_min, >, 30.0);
      else
        g_assert_cmpfloat (x_max - x_min, <, 25.0);
      g_remove (path);
    }
}

int
main (int argc, char *argv[])
{
  g_autofree char *config = g_dir_make_tmp ("seesaw-config-XXXXXX", NULL);

  g_setenv ("XDG_CONFIG_HOME", config, TRUE);
  g_setenv ("SOURCE_DATE_EPOCH", "1700000000", TRUE);
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, data, function) g_test_add (path, Fixture, data, set_up, function, tear_down)
  ADD ("/export/same-bytes/pdf", "pdf", test_same_bytes_as_command_line);
  ADD ("/export/same-bytes/svg", "svg", test_same_bytes_as_command_line);
  ADD ("/export/same-bytes/png", "png", test_same_bytes_as_command_line);
  ADD ("/export/same-bytes/eps", "eps", test_same_bytes_as_command_line);
  ADD ("/export/nonsense", NULL, test_nonsense_is_said);
  ADD ("/export/missing-font", NULL, test_missing_font_is_said);
  ADD ("/export/unwritable", NULL, test_unwritable_is_said);
  ADD ("/export/preset", NULL, test_preset_and_units);
  ADD ("/export/true-size", NULL, test_preview_has_true_size);
  ADD ("/export/closed", NULL, test_closed_while_writing);
  ADD ("/export/narrow", NULL, test_narrow);
  ADD ("/export/kept", NULL, test_settings_are_kept);
  ADD ("/export/remembered", NULL, test_choices_are_remembered);
  ADD ("/export/print", NULL, test_print);

  return g_test_run ();
}
