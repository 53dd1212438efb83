/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long a page takes from the moment it is asked for until it is drawn with all that it shows,
 * the first time and the second; in a real window, after the last epoch has been reduced.
 *
 * usage: bench-pages FILE
 */

#include "seesaw-application.h"
#include "seesaw-session.h"
#include "seesaw-window.h"

#include <string.h>

static const struct
{
  const char *name;
  SeesawParts parts;
} pages[] = {
  { "calibration", 0 },
  { "histories", SEESAW_PART_HISTORY },
  { "margins", SEESAW_PART_HISTORY },
  { "weights", SEESAW_PART_DRIFT },
  { "classes", SEESAW_PART_CLASSES | SEESAW_PART_DRIFT },
};

/* First all pages, then all again. */
#define N_STEPS (2 * G_N_ELEMENTS (pages))

typedef struct
{
  GApplication *application;
  SeesawWindow *window;
  SeesawSession *session;
  gsize step;
  gint64 start;
  double times[N_STEPS];
} Bench;

static gboolean
go_on (gpointer data)
{
  Bench *bench = data;

  bench->start = g_get_monotonic_time ();
  gtk_widget_activate_action (GTK_WIDGET (bench->window), "win.page", "s",
                              pages[bench->step % G_N_ELEMENTS (pages)].name);
  gtk_widget_queue_draw (GTK_WIDGET (bench->window));

  return G_SOURCE_REMOVE;
}

/* The frame in which the view has all parts is the first that can show them. Frames are drawn when
 * there is something to show, and take nothing away from those who read meanwhile.
 */
static void
on_after_paint (GdkFrameClock *clock, Bench *bench)
{
  SeesawParts parts = pages[bench->step % G_N_ELEMENTS (pages)].parts;

  if (bench->start == 0 || (parts & ~seesaw_session_get_view (bench->session)->request.parts) != 0)
    return;

  bench->times[bench->step++] = (double) (g_get_monotonic_time () - bench->start) / 1000.0;
  bench->start = 0;
  if (bench->step == N_STEPS)
    g_application_quit (bench->application);
  else
    g_timeout_add (300, go_on, bench);
}

static void
on_open (GApplication *application, GFile **files, int n_files, const char *hint, Bench *bench)
{
  g_autoptr (SeesawOpenRun) run = seesaw_open_run_new (g_file_peek_path (files[0]));
  const SeesawViewRequest request = { .epoch = G_MAXSIZE, .top_k = 1 };
  g_autoptr (GError) error = NULL;
  SeesawView *view = seesaw_open_run_make_view (run, &request, NULL, NULL, NULL, &error);
  GdkFrameClock *clock;

  if (view == NULL)
    g_error ("%s", error->message);

  bench->window = seesaw_window_new (GTK_APPLICATION (application));
  g_object_get (bench->window, "session", &bench->session, NULL);
  seesaw_session_show (bench->session, run, view);
  gtk_window_present (GTK_WINDOW (bench->window));

  clock = gtk_widget_get_frame_clock (GTK_WIDGET (bench->window));
  g_signal_connect (clock, "after-paint", G_CALLBACK (on_after_paint), bench);
  g_timeout_add (1000, go_on, bench);
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
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    g_print ("page %-12s ready after %5.0f ms the first time, %5.0f ms again\n", pages[i].name,
             bench.times[i], bench.times[i + G_N_ELEMENTS (pages)]);
  g_clear_object (&bench.session);

  return 0;
}
