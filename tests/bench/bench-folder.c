/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long a folder of runs takes from the moment it is opened in an empty window until all of them
 * are listed, and their curves drawn in one figure.
 *
 * usage: bench-folder FOLDER
 */

#include "seesaw-application.h"
#include "seesaw-session.h"
#include "seesaw-window.h"

#define TICK_MS 5
#define SETTLE_MS 1000

typedef struct
{
  GApplication *application;
  SeesawWindow *window;
  SeesawSession *session;
  GFile *folder;
  guint n_runs;
  gint64 start;
  double first; /* ms until a run is seen */
  double all;
  double longest; /* ms that the window stood still */
  gint64 last_tick;
} Bench;

static guint
count_runs (GFile *folder)
{
  g_autoptr (GDir) dir = g_dir_open (g_file_peek_path (folder), 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    n += g_str_has_suffix (name, ".h5");

  return n;
}

/* Every TICK_MS, unless the main loop is busy with something else. */
static gboolean
on_tick (gpointer data)
{
  Bench *bench = data;
  gint64 now = g_get_monotonic_time ();

  if (bench->all <= 0.0)
    bench->longest =
        MAX (bench->longest, (double) (now - bench->last_tick) / 1000.0 - (double) TICK_MS);
  bench->last_tick = now;

  return G_SOURCE_CONTINUE;
}

static gboolean
begin (gpointer data)
{
  Bench *bench = data;

  bench->start = g_get_monotonic_time ();
  bench->last_tick = bench->start;
  g_timeout_add_full (G_PRIORITY_HIGH, TICK_MS, on_tick, bench, NULL);
  seesaw_window_open (bench->window, bench->folder);

  return G_SOURCE_REMOVE;
}

static void
on_after_paint (GdkFrameClock *clock, Bench *bench)
{
  GListModel *runs = seesaw_session_get_runs (bench->session);
  gint64 now = g_get_monotonic_time ();
  double time = (double) (now - bench->start) / 1000.0;
  SeesawSubject subject;

  if (bench->start == 0 || bench->all > 0.0)
    return;

  if (bench->first <= 0.0 && g_list_model_get_n_items (runs) > 0)
    bench->first = time;
  if (g_list_model_get_n_items (runs) < bench->n_runs)
    return;

  seesaw_session_get_subject (bench->session, &subject);
  if (subject.n_runs < bench->n_runs)
    return;

  bench->all = time;
  g_application_quit (bench->application);
}

static void
on_open (GApplication *application, GFile **files, int n_files, const char *hint, Bench *bench)
{
  GdkFrameClock *clock;

  bench->folder = g_object_ref (files[0]);
  bench->n_runs = count_runs (bench->folder);
  bench->window = seesaw_window_new (GTK_APPLICATION (application));
  g_object_get (bench->window, "session", &bench->session, NULL);
  gtk_window_present (GTK_WINDOW (bench->window));

  clock = gtk_widget_get_frame_clock (GTK_WIDGET (bench->window));
  g_signal_connect (clock, "after-paint", G_CALLBACK (on_after_paint), bench);
  g_timeout_add (SETTLE_MS, begin, bench);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GtkApplication) application =
      gtk_application_new ("org.seesaw.Bench", G_APPLICATION_HANDLES_OPEN);
  Bench bench = { .application = G_APPLICATION (application) };

  adw_init ();
  g_signal_connect (application, "open", G_CALLBACK (on_open), &bench);
  g_application_run (G_APPLICATION (application), argc, argv);
  g_print ("%u %.1f %.1f %.1f\n", bench.n_runs, bench.first, bench.all, bench.longest);
  g_clear_object (&bench.session);
  g_clear_object (&bench.folder);

  return 0;
}
