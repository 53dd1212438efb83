/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A figure on the paper of a printer. */

#include "config.h"

#include "export-fixture.h"

#include "seesaw-export-print.h"

#include <glib/gstdio.h>

typedef struct
{
  double x_min; /* of the first word of the legend, in points */
  double x_max;
  char *info;
  char *fonts;
} Printed;

static void
printed_clear (Printed *self)
{
  g_free (self->info);
  g_free (self->fonts);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Printed, printed_clear)

/* Into a PDF instead of a printer. */
static void
print_to (ExportFixture *self,
          const SeesawFigureSettings *settings,
          const char *paper_name,
          GtkPageOrientation orientation,
          const char *path)
{
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  g_autoptr (GtkPaperSize) paper = gtk_paper_size_new (paper_name);
  g_autoptr (GError) error = NULL;
  SeesawPage *page = seesaw_export_content_make_page (self->content, settings, &error);
  g_autoptr (GtkPrintOperation) operation = seesaw_export_print_new (page, "curve");

  gtk_page_setup_set_paper_size (setup, paper);
  gtk_page_setup_set_orientation (setup, orientation);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_export_filename (operation, path);
  g_assert_cmpint (
      gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error), ==,
      GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_no_error (error);
}

static void
print (ExportFixture *self,
       const SeesawFigureSettings *settings,
       const char *paper,
       GtkPageOrientation orientation,
       Printed *printed)
{
  g_autofree char *path = export_in_folder (self, "printed.pdf");
  g_autofree char *text = NULL;
  char *pdfinfo[] = { "pdfinfo", path, NULL };
  char *pdffonts[] = { "pdffonts", path, NULL };
  char *pdftotext[] = { "pdftotext", "-bbox", path, "-", NULL };
  char *place;

  print_to (self, settings, paper, orientation, path);
  export_run_program (pdfinfo, &printed->info);
  export_run_program (pdffonts, &printed->fonts);
  export_run_program (pdftotext, &text);
  place = strstr (text, ">Pre-trained<");
  g_assert_nonnull (place);
  while (!g_str_has_prefix (place, "xMin="))
    place--;
  printed->x_min = g_ascii_strtod (place + 6, NULL);
  printed->x_max = g_ascii_strtod (strstr (place, "xMax=") + 6, NULL);
  g_remove (path);
}

/* One sheet of the paper that was asked for. */
static void
test_paper (ExportFixture *self, gconstpointer data)
{
  static const struct
  {
    const char *name;
    GtkPageOrientation orientation;
    double width; /* in points */
    double height;
  } cases[] = {
    { GTK_PAPER_NAME_A4, GTK_PAGE_ORIENTATION_PORTRAIT, 595.28, 841.89 },
    { GTK_PAPER_NAME_A4, GTK_PAGE_ORIENTATION_LANDSCAPE, 841.89, 595.28 },
    { GTK_PAPER_NAME_LETTER, GTK_PAGE_ORIENTATION_PORTRAIT, 612.0, 792.0 },
  };
  g_auto (SeesawFigureSettings) settings;

  seesaw_figure_settings_init (&settings);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (Printed) printed = { 0 };
      const char *size;
      char *end;

      print (self, &settings, cases[i].name, cases[i].orientation, &printed);
      g_assert_true (g_regex_match_simple ("Pages: +1\n", printed.info, 0, 0));
      size = strstr (printed.info, "Page size:");
      g_assert_nonnull (size);
      size += strlen ("Page size:");
      g_assert_cmpfloat_with_epsilon (g_ascii_strtod (size, &end), cases[i].width, 1.0);
      g_assert_cmpfloat_with_epsilon (g_ascii_strtod (strchr (end, 'x') + 1, NULL), cases[i].height,
                                      1.0);
    }
}

/* 4 in of 5 are where they should be on A4, and 20 in are made to fit. */
static void
test_size (ExportFixture *self, gconstpointer data)
{
  g_auto (SeesawFigureSettings) settings;
  g_auto (Printed) small = { 0 };
  g_auto (Printed) large = { 0 };

  seesaw_figure_settings_init (&settings);
  settings.style.width = 288.0;
  print (self, &settings, GTK_PAPER_NAME_A4, GTK_PAGE_ORIENTATION_PORTRAIT, &small);
  g_assert_cmpfloat (small.x_min, >, (595.0 - 288.0) / 2.0);
  g_assert_cmpfloat (small.x_max, <, (595.0 + 288.0) / 2.0);

  settings.style.width = 1440.0;
  print (self, &settings, GTK_PAPER_NAME_A4, GTK_PAGE_ORIENTATION_PORTRAIT, &large);
  g_assert_cmpfloat (large.x_min, >, 0.0);
  g_assert_cmpfloat (large.x_max, <, 595.0);

  /* A word of 11 letters in 8 points, or much less of them. */
  g_assert_cmpfloat (small.x_max - small.x_min, >, 30.0);
  g_assert_cmpfloat (large.x_max - large.x_min, <, 25.0);
}

/* Letters are of the family and the size that were asked for, and are part of the file. */
static void
test_font (ExportFixture *self, gconstpointer data)
{
  g_auto (SeesawFigureSettings) settings;
  g_auto (Printed) eight = { 0 };
  g_auto (Printed) ten = { 0 };
  g_autofree char *font = NULL;
  g_auto (GStrv) words = NULL;
  g_autofree char *name = NULL;
  g_auto (GStrv) lines = NULL;

  seesaw_figure_settings_init (&settings);
  settings.style.width = 288.0;
  g_assert_true (seesaw_style_set (&settings.style, "font", "Serif", NULL));
  print (self, &settings, GTK_PAPER_NAME_A4, GTK_PAGE_ORIENTATION_PORTRAIT, &eight);
  settings.style.font_size = 10.0;
  print (self, &settings, GTK_PAPER_NAME_A4, GTK_PAGE_ORIENTATION_PORTRAIT, &ten);
  g_assert_cmpfloat_with_epsilon ((ten.x_max - ten.x_min) / (eight.x_max - eight.x_min), 10.0 / 8.0,
                                  0.01);

  font = seesaw_style_find_font ("Serif", NULL);
  words = g_strsplit (font, " ", -1);
  name = g_strjoinv ("", words);
  g_assert_nonnull (strstr (eight.fonts, name));

  /* Below two lines of heads: name, type, encoding, embedded... */
  lines = g_strsplit (g_strchomp (eight.fonts), "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), >, 2);
  for (gsize i = 2; lines[i] != NULL; i++)
    g_assert_true (
        g_regex_match_simple (" yes (yes|no) +(yes|no) +[0-9]+ +[0-9]+ *$", lines[i], 0, 0));
}

static void
add_tests (void)
{
  EXPORT_ADD ("/export-print/paper", NULL, test_paper);
  EXPORT_ADD ("/export-print/size", NULL, test_size);
  EXPORT_ADD ("/export-print/font", NULL, test_font);
}

int
main (int argc, char *argv[])
{
  return export_run_tests (&argc, &argv, add_tests);
}
