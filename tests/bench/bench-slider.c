/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a step of the slider costs in a real window: from the change of its value until the frame
 * that shows it is drawn.
 *
 * usage: bench-slider FILE
 */

#include "seesaw-application.h"
#include "seesaw-session.h"
#include "seesaw-sort.h"
#include "seesaw-window.h"

#define N_FRAMES 300
#define N_WARM_UP 20

typedef struct
{
  GApplication *application;
  SeesawSession *session;
  double costs[N_FRAMES]; /* ms */
  int frame;
  gint64 start;
} Bench;

static void
on_update (GdkFrameClock *clock, Bench *bench)
{
  double low;
  double high;

  seesaw_session_get_range (bench->session, &low, &high);
  bench->start = g_get_monotonic_time ();
  seesaw_session_set_gamma (bench->session, low + (high - low) * bench->frame / N_FRAMES);
}

static void
on_after_paint (GdkFrameClock *clock, Bench *bench)
{
  if (bench->start == 0 || bench->frame >= N_FRAMES)
    return;

  bench->costs[bench->frame++] = (double) (g_get_monotonic_time () - bench->start) / 1000.0;
  if (bench->frame == N_FRAMES)
    g_application_quit (bench->application);
}

static void
on_open (GApplication *application, GFile **files, int n_files, const char *hint, Bench *bench)
{
  SeesawWindow *window = seesaw_window_new (GTK_APPLICATION (application));
  g_autoptr (SeesawOpenRun) run = seesaw_open_run_new (g_file_peek_path (files[0]));
  const SeesawViewRequest request = { .epoch = G_MAXSIZE, .top_k = 1 };
  g_autoptr (GError) error = NULL;
  SeesawView *view = seesaw_open_run_make_view (run, &request, NULL, NULL, NULL, &error);
  GdkFrameClock *clock;

  if (view == NULL)
    g_error ("%s", error->message);

  g_object_get (window, "session", &bench->session, NULL);
  seesaw_session_show (bench->session, run, view);
  gtk_window_present (GTK_WINDOW (window));

  clock = gtk_widget_get_frame_clock (GTK_WIDGET (window));
  g_signal_connect (clock, "update", G_CALLBACK (on_update), bench);
  g_signal_connect (clock, "after-paint", G_CALLBACK (on_after_paint), bench);
  gdk_frame_clock_begin_updating (clock);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GtkApplication) application =
      gtk_application_new ("org.seesaw.Bench", G_APPLICATION_HANDLES_OPEN);
  Bench bench = { .application = G_APPLICATION (application) };
  const int n = N_FRAMES - N_WARM_UP;

  adw_init ();
  g_signal_connect (application, "open", G_CALLBACK (on_open), &bench);
  g_application_run (G_APPLICATION (application), argc, argv);
  seesaw_sort_values (bench.costs + N_WARM_UP, (gsize) n);
  g_print ("a step of the slider, drawing included: median %.2f ms, 95th percentile %.2f ms\n",
           bench.costs[N_WARM_UP + n / 2], bench.costs[N_WARM_UP + n * 95 / 100]);
  g_clear_object (&bench.session);

  return 0;
}
