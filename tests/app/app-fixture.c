/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app-fixture.h"

#include <glib/gstdio.h>

#define PATIENCE_S 20.0

/* The bundled run: 100 classes, epochs 0 to 10. */
const char *
fixture_sample (void)
{
  const char *sample = g_getenv ("SEESAW_SAMPLE");

  g_assert_nonnull (sample);

  return sample;
}

/* The same under another name; (transfer full), to be removed by the caller. */
char *
fixture_copy_sample (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("seesaw-XXXXXX", &error);
  g_autoptr (GFile) from = g_file_new_for_path (fixture_sample ());
  g_autofree char *path = g_build_filename (folder, "copy.h5", NULL);
  g_autoptr (GFile) to = g_file_new_for_path (path);

  g_assert_no_error (error);
  g_file_copy (from, to, G_FILE_COPY_NONE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);

  return g_steal_pointer (&path);
}

/* A view of a run that has classes, every other of them seen, but no numbers. */
SeesawView *
fixture_view_of_nothing (const char *name, gsize n_classes, SeesawScore score, SeesawParts parts)
{
  const gint32 epoch = 0;
  const SeesawViewRequest request = { .score = score, .top_k = 1, .parts = parts };
  g_autofree guint8 *seen = g_new (guint8, n_classes);
  g_autoptr (SeesawClasses) classes = NULL;
  g_autoptr (SeesawRun) run = NULL;

  for (gsize c = 0; c < n_classes; c++)
    seen[c] = c % 2;
  classes = seesaw_classes_new (seen, NULL, n_classes, NULL);
  run = seesaw_run_new (name, name, classes, &epoch, 1);

  return seesaw_view_new (run, &request);
}

/* A run of that name, of whose logits nothing is known, is the present one. */
SeesawOpenRun *
fixture_show_nothing (SeesawSession *session, const char *name, gsize n_classes)
{
  SeesawOpenRun *run = seesaw_open_run_new (name);

  seesaw_session_show (session, run,
                       fixture_view_of_nothing (name, n_classes, SEESAW_SCORE_LOGIT, 0));

  return run;
}

SeesawView *
fixture_read (SeesawOpenRun *run, SeesawViewRequest request)
{
  g_autoptr (GError) error = NULL;
  SeesawView *view = seesaw_open_run_make_view (run, &request, NULL, NULL, NULL, &error);

  g_assert_no_error (error);

  return view;
}

/* Opens the sample at its last epoch, without a loader. */
SeesawOpenRun *
fixture_show_sample (SeesawSession *session, SeesawParts parts)
{
  SeesawOpenRun *run = seesaw_open_run_new (fixture_sample ());
  SeesawViewRequest request = seesaw_session_get_request (session);

  request.parts |= parts;
  seesaw_session_show (session, run, fixture_read (run, request));

  return run;
}

static void
count (gpointer user_data)
{
  (*(guint *) user_data)++;
}

static void
free_count (gpointer data, GClosure *closure)
{
  g_free (data);
}

/* How often a signal has been emitted; lives as long as the object. */
guint *
fixture_count (gpointer object, const char *signal)
{
  guint *n = g_new0 (guint, 1);

  g_signal_connect_data (object, signal, G_CALLBACK (count), n, free_count, G_CONNECT_SWAPPED);

  return n;
}

static gboolean
wake (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

/* FALSE if it has not come to pass in time. */
gboolean
fixture_wait_until (gboolean (*is_done) (gpointer user_data), gpointer user_data)
{
  g_autoptr (GTimer) timer = g_timer_new ();
  guint source = g_timeout_add (20, wake, NULL);
  gboolean done;

  while (!(done = is_done (user_data)) && g_timer_elapsed (timer, NULL) < PATIENCE_S)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (source);

  return done;
}

static gboolean
has_passed (gpointer user_data)
{
  return g_get_monotonic_time () >= *(gint64 *) user_data;
}

void
fixture_wait_ms (guint ms)
{
  gint64 end = g_get_monotonic_time () + 1000 * (gint64) ms;

  fixture_wait_until (has_passed, &end);
}

static gboolean
is_null (gpointer user_data)
{
  return *(gpointer *) user_data == NULL;
}

/* As g_assert_finalize_object (), but workers may take a moment to let go. */
void
fixture_assert_finalized (gpointer object)
{
  gpointer weak = object;

  g_object_add_weak_pointer (object, &weak);
  g_object_unref (object);
  g_assert_true (fixture_wait_until (is_null, &weak));
}

/* The same for a window, which the toolkit holds. */
void
fixture_assert_destroyed (gpointer window)
{
  gpointer weak = window;

  g_object_add_weak_pointer (window, &weak);
  gtk_window_destroy (window);
  g_assert_true (fixture_wait_until (is_null, &weak));
}

static gboolean
is_mapped (gpointer user_data)
{
  return gtk_widget_get_mapped (user_data) && gtk_widget_get_width (user_data) > 0;
}

GtkWindow *
fixture_put_in_window (GtkWidget *widget, int width, int height)
{
  GtkWindow *window = GTK_WINDOW (gtk_window_new ());

  gtk_window_set_default_size (window, width, height);
  gtk_window_set_child (window, widget);
  gtk_window_present (window);
  g_assert_true (fixture_wait_until (is_mapped, widget));

  return window;
}

GtkWidget *
fixture_child (gpointer widget, GType type, const char *name)
{
  GObject *child = gtk_widget_get_template_child (GTK_WIDGET (widget), type, name);

  g_assert_true (GTK_IS_WIDGET (child));

  return GTK_WIDGET (child);
}
