/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A figure on the paper of a printer. */

#include "config.h"

#include "export-fixture.h"

#include "seesaw-export-print.h"

#include <glib/gstdio.h>

/* 4 in of 5 are where they should be on A4, and 20 in are made to fit. */
static void
test_print (ExportFixture *self, gconstpointer data)
{
  g_autofree char *path = export_in_folder (self, "printed.pdf");
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

      export_run_program (pdfinfo, &info);
      g_assert_nonnull (strstr (info, "(A4)"));
      g_assert_true (g_regex_match_simple ("Pages: +1\n", info, 0, 0));
      export_run_program (pdftotext, &text);
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

static void
add_tests (void)
{
  EXPORT_ADD ("/export-print/size", NULL, test_print);
}

int
main (int argc, char *argv[])
{
  return export_run_tests (&argc, &argv, add_tests);
}
