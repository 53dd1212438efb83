/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What comes out of the window in front of exported figures. */

#include "config.h"

#include "export-fixture.h"

#include "seesaw-export-job.h"
#include "seesaw-export-window-private.h"

#include <glib/gstdio.h>

/* What the command line makes of the style that was remembered. */
static void
plot (ExportFixture *self, const char *output)
{
  g_autofree char *style = export_in_folder (self, "style.json");
  g_autofree char *path = export_in_folder (self, output);
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
  export_run_program (argv, NULL);
  g_remove (style);
}

/* The file of the figure, and that of its numbers; LaTeX has data of its own. */
static void
take_files (ExportFixture *self, const char *suffix, GBytes *files[3])
{
  g_autofree char *name = g_strconcat ("f.", suffix, NULL);

  files[0] = export_take_file (self, name);
  files[1] = export_take_file (self, "f.csv");
  files[2] = g_str_equal (suffix, "tex") ? export_take_file (self, "f.dat") : NULL;
  export_assert_empty (self);
}

/* Under the same name, because LaTeX has it within. */
static void
test_same_bytes_as_command_line (ExportFixture *self, gconstpointer suffix)
{
  g_autofree char *name = g_strconcat ("f.", suffix, NULL);
  GBytes *ours[3];
  GBytes *theirs[3];

  export_select (self, "preset", 2);
  export_type (self, "height", "60");
  export_type (self, "ticks", "4");
  export_select (self, "palette", SEESAW_PALETTE_GREYSCALE);
  export_select (self, "unit", SEESAW_UNIT_FRACTION);
  export_type (self, "xlim", "0.2, 0.8");
  gtk_switch_set_active (GTK_SWITCH (export_get_row (self, "grid")), FALSE);
  gtk_switch_set_active (GTK_SWITCH (export_get_row (self, "data")), TRUE);
  export_write (self, name);
  g_assert_true (fixture_wait_until (export_is_null, &self->window));
  take_files (self, suffix, ours);
  plot (self, name);
  take_files (self, suffix, theirs);

  for (gsize i = 0; i < G_N_ELEMENTS (ours) && ours[i] != NULL; i++)
    {
      g_assert_cmpuint (g_bytes_get_size (ours[i]), >, 100);
      g_assert_true (g_bytes_equal (ours[i], theirs[i]));
      g_bytes_unref (ours[i]);
      g_bytes_unref (theirs[i]);
    }
}

#define OLD "what was there before"

static void
put_old_files (ExportFixture *self)
{
  g_autofree char *path = export_in_folder (self, "f.pdf");
  g_autofree char *data = export_in_folder (self, "f.csv");

  g_assert_true (g_file_set_contents (path, OLD, -1, NULL));
  g_assert_true (g_file_set_contents (data, OLD, -1, NULL));
}

static gboolean
is_old (GBytes *bytes)
{
  g_autoptr (GBytes) old = g_bytes_new_static (OLD, strlen (OLD));

  return g_bytes_equal (bytes, old);
}

/* Both as they were, or both new, and nothing else; whether they were new. */
static gboolean
take_pair (ExportFixture *self)
{
  g_autoptr (GBytes) pdf = export_take_file (self, "f.pdf");
  g_autoptr (GBytes) csv = export_take_file (self, "f.csv");

  export_assert_empty (self);
  g_assert_cmpint (is_old (pdf), ==, is_old (csv));

  return !is_old (pdf);
}

typedef struct
{
  GCancellable *cancellable;
  double stop; /* from there on */
  double done;
  GAsyncResult *result;
} Progress;

static void
on_progress (double done, gpointer user_data)
{
  Progress *progress = user_data;

  g_assert_cmpfloat (done, >=, progress->done);
  g_assert_cmpfloat (done, <=, 1.0);
  progress->done = done;
  if (done >= progress->stop)
    g_cancellable_cancel (progress->cancellable);
}

static void
on_done (GObject *source, GAsyncResult *result, gpointer user_data)
{
  ((Progress *) user_data)->result = g_object_ref (result);
}

static gboolean
is_done (gpointer user_data)
{
  return ((Progress *) user_data)->result != NULL;
}

/* Stops at a share of the work; whether a file came of it. */
static gboolean
write_until (ExportFixture *self, double stop, double *done)
{
  g_autofree char *path = export_in_folder (self, "f.pdf");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (SeesawFigureSettings) settings;
  Progress progress = { cancellable, stop, 0.0, NULL };
  gboolean is_written;

  seesaw_figure_settings_init (&settings);
  settings.with_data = TRUE;
  if (stop <= 0.0)
    g_cancellable_cancel (cancellable);
  seesaw_export_write_async (self->content, &settings, path, cancellable, on_progress, on_done,
                             &progress);
  g_assert_true (fixture_wait_until (is_done, &progress));
  result = progress.result;
  is_written = seesaw_export_write_finish (result, &error);
  if (!is_written)
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  *done = progress.done;

  return is_written;
}

static void
test_stopped (ExportFixture *self, gconstpointer data)
{
  double done;

  put_old_files (self);
  g_assert_false (write_until (self, 0.0, &done));
  g_assert_cmpfloat (done, ==, 0.0);
  g_assert_false (take_pair (self));

  /* A worker may be faster than who stops it; then all is there. */
  for (double stop = 0.1; stop < 1.0; stop += 0.1)
    {
      gboolean is_written;

      put_old_files (self);
      is_written = write_until (self, stop, &done);
      g_assert_cmpint (take_pair (self), ==, is_written);
      if (is_written)
        g_assert_cmpfloat (done, ==, 1.0);
    }
}

static gboolean
is_idle (gpointer user_data)
{
  return ((ExportFixture *) user_data)->window->working == NULL;
}

/* The window stays, and there is nothing to be said. */
static void
test_cancelled (ExportFixture *self, gconstpointer action)
{
  gtk_switch_set_active (GTK_SWITCH (export_get_row (self, "data")), TRUE);
  put_old_files (self);
  export_write (self, "f.pdf");
  g_assert_false (is_idle (self));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->window), action, NULL));
  g_assert_true (fixture_wait_until (is_idle, self));
  g_assert_nonnull (self->window);
  g_assert_true (export_says_nothing (self));
  g_assert_false (take_pair (self));

  /* It can be asked again. */
  put_old_files (self);
  export_write (self, "f.pdf");
  g_assert_true (fixture_wait_until (export_is_null, &self->window));
  g_assert_true (take_pair (self));
}

static void
test_closed_while_writing (ExportFixture *self, gconstpointer data)
{
  gboolean is_kept;

  gtk_switch_set_active (GTK_SWITCH (export_get_row (self, "data")), TRUE);
  put_old_files (self);
  export_write (self, "f"); /* gets the end of its format */
  g_signal_emit_by_name (self->window, "close-request", &is_kept);
  g_assert_false (is_kept);
  gtk_window_destroy (GTK_WINDOW (self->window));
  g_assert_true (fixture_wait_until (export_is_null, &self->window));
  g_assert_false (take_pair (self));
}

/* Along with the window that it belongs to, which may come too late. */
static void
test_destroyed_while_writing (ExportFixture *self, gconstpointer data)
{
  g_autoptr (GCancellable) working = NULL;

  gtk_switch_set_active (GTK_SWITCH (export_get_row (self, "data")), TRUE);
  put_old_files (self);
  export_write (self, "f.pdf");
  working = g_object_ref (self->window->working);
  gtk_window_destroy (GTK_WINDOW (self->window));
  g_assert_true (g_cancellable_is_cancelled (working));
  g_assert_true (fixture_wait_until (export_is_null, &self->window));
  take_pair (self);
}

static gboolean
shows_progress (gpointer user_data)
{
  return gtk_revealer_get_reveal_child (((ExportFixture *) user_data)->window->progress);
}

static void
test_short_work_does_not_flash (ExportFixture *self, gconstpointer data)
{
  gint64 start = g_get_monotonic_time ();

  seesaw_export_window_begin (self->window, "Writing f.pdf");
  g_assert_false (shows_progress (self));
  g_assert_true (fixture_wait_until (shows_progress, self));
  g_assert_cmpint (g_get_monotonic_time () - start, >=, 290000);
  seesaw_export_window_advance (0.25, self->window);
  g_assert_cmpfloat (gtk_progress_bar_get_fraction (self->window->progress_bar), ==, 0.25);
  seesaw_export_window_end (self->window, NULL);
  g_assert_false (shows_progress (self));

  seesaw_export_window_begin (self->window, "Writing f.pdf");
  seesaw_export_window_end (self->window, NULL);
  fixture_wait_ms (400);
  g_assert_false (shows_progress (self));
}

static void
on_copied (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (
      gdk_content_provider_write_mime_type_finish (GDK_CONTENT_PROVIDER (source), result, &error));
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

static gboolean
is_true (gpointer user_data)
{
  return *(gboolean *) user_data;
}

static GBytes *
get_copied (const char *kind)
{
  GdkClipboard *clipboard = gdk_display_get_clipboard (gdk_display_get_default ());
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  gboolean is_copied = FALSE;

  gdk_content_provider_write_mime_type_async (gdk_clipboard_get_content (clipboard), kind, stream,
                                              G_PRIORITY_DEFAULT, NULL, on_copied, &is_copied);
  g_assert_true (fixture_wait_until (is_true, &is_copied));
  g_output_stream_close (stream, NULL, NULL);

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

static gboolean
has_copied (gpointer user_data)
{
  ExportFixture *self = user_data;

  return is_idle (self) &&
         gdk_clipboard_is_local (gtk_widget_get_clipboard (GTK_WIDGET (self->window)));
}

/* What is pasted is what would have been written. */
static void
test_copy_is_export (ExportFixture *self, gconstpointer data)
{
  static const struct
  {
    const char *kind;
    const char *name;
  } kinds[] = { { "image/png", "f.png" }, { "image/svg+xml", "f.svg" } };

  export_type (self, "width", "100");
  export_type (self, "dpi", "144");
  gtk_widget_activate_action (GTK_WIDGET (self->window), "export.copy", NULL);
  g_assert_true (fixture_wait_until (has_copied, self));
  gtk_window_close (GTK_WINDOW (self->window));
  g_assert_true (fixture_wait_until (export_is_null, &self->window));
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (GBytes) copied = get_copied (kinds[i].kind);
      g_autoptr (GBytes) written = NULL;

      plot (self, kinds[i].name);
      written = export_take_file (self, kinds[i].name);
      g_bytes_unref (export_take_file (self, "f.csv"));
      g_assert_true (g_bytes_equal (copied, written));
    }
}

static void
add_tests (void)
{
  EXPORT_ADD ("/export/same-bytes/pdf", "pdf", test_same_bytes_as_command_line);
  EXPORT_ADD ("/export/same-bytes/svg", "svg", test_same_bytes_as_command_line);
  EXPORT_ADD ("/export/same-bytes/png", "png", test_same_bytes_as_command_line);
  EXPORT_ADD ("/export/same-bytes/eps", "eps", test_same_bytes_as_command_line);
  EXPORT_ADD ("/export/same-bytes/tex", "tex", test_same_bytes_as_command_line);
  EXPORT_ADD ("/export/stopped", NULL, test_stopped);
  EXPORT_ADD ("/export/cancelled", "export.cancel", test_cancelled);
  EXPORT_ADD ("/export/left", "export.leave", test_cancelled);
  EXPORT_ADD ("/export/closed", NULL, test_closed_while_writing);
  EXPORT_ADD ("/export/destroyed", NULL, test_destroyed_while_writing);
  EXPORT_ADD ("/export/no-flash", NULL, test_short_work_does_not_flash);
  EXPORT_ADD ("/export/copy", NULL, test_copy_is_export);
}

int
main (int argc, char *argv[])
{
  return export_run_tests (&argc, &argv, add_tests);
}
