/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a frame costs in a real window, from the change that asks for it until it is drawn: a step
 * of γ on a page of figures, with one run or all of several in each, or a step of zooming into the
 * matrix of drift.
 *
 * usage: bench-frames PAGE|runs|zoom FILE...
 */

#include "seesaw-application.h"
#include "seesaw-figure-view.h"
#include "seesaw-session.h"
#include "seesaw-sort.h"
#include "seesaw-window.h"

#include <time.h>

#define N_FRAMES 300
#define N_WARM_UP 20
#define SETTLE_MS 1500

typedef struct
{
  GApplication *application;
  const char *what;
  SeesawWindow *window;
  SeesawSession *session;
  SeesawFigureView *matrix; /* NULL: γ moves */
  double costs[N_FRAMES];   /* ms of the wall clock */
  double work[N_FRAMES];    /* ms of the processor, whatever else it has to do */
  int frame;
  gboolean is_running;
  gint64 start;
  double work_start;
} Bench;

static double
get_work (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);

  return 1e3 * (double) time.tv_sec + 1e-6 * (double) time.tv_nsec;
}

static void
step_gamma (Bench *bench)
{
  double low;
  double high;

  seesaw_session_get_range (bench->session, &low, &high);
  seesaw_session_set_gamma (bench->session, low + (high - low) * bench->frame / N_FRAMES);
}

/* In for a while, and out again. */
static void
step_zoom (Bench *bench)
{
  seesaw_figure_view_zoom (bench->matrix, 300.0, 200.0, bench->frame / 100 % 2 == 0 ? 1.03 : 0.97);
}

static void
on_update (GdkFrameClock *clock, Bench *bench)
{
  if (!bench->is_running)
    return;

  bench->start = g_get_monotonic_time ();
  bench->work_start = get_work ();
  if (bench->matrix != NULL)
    step_zoom (bench);
  else
    step_gamma (bench);
}

static void
on_after_paint (GdkFrameClock *clock, Bench *bench)
{
  if (bench->start == 0 || bench->frame >= N_FRAMES)
    return;

  bench->work[bench->frame] = get_work () - bench->work_start;
  bench->costs[bench->frame++] = (double) (g_get_monotonic_time () - bench->start) / 1000.0;
  if (bench->frame == N_FRAMES)
    g_application_quit (bench->application);
}

static SeesawFigureView *
find_mapped_figure (GtkWidget *widget)
{
  SeesawFigureView *found =
      SEESAW_IS_FIGURE_VIEW (widget) && gtk_widget_get_mapped (widget) ? (gpointer) widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_mapped_figure (child);

  return found;
}

static gboolean
begin (gpointer data)
{
  Bench *bench = data;

  if (g_str_equal (bench->what, "zoom"))
    bench->matrix = find_mapped_figure (GTK_WIDGET (bench->window));
  bench->is_running = TRUE;

  return G_SOURCE_REMOVE;
}

/* The first one is shown, the others are beside it. */
static void
open_runs (Bench *bench, GFile **files, int n_files)
{
  const SeesawViewRequest request = { .epoch = G_MAXSIZE, .top_k = 1 };

  for (int i = 0; i < n_files; i++)
    {
      g_autoptr (SeesawOpenRun) run = seesaw_open_run_new (g_file_peek_path (files[i]));
      g_autoptr (GError) error = NULL;
      SeesawView *view = seesaw_open_run_make_view (run, &request, NULL, NULL, NULL, &error);

      if (view == NULL)
        g_error ("%s", error->message);

      if (i == 0)
        seesaw_session_show (bench->session, run, view);
      else
        seesaw_session_add (bench->session, run, view);
    }
}

/* A figure that leaves runs out would be drawn faster. */
static void
check_runs (Bench *bench, gsize n_runs)
{
  SeesawSubject subject;

  if (!seesaw_session_get_subject (bench->session, &subject) ||
      (n_runs > 1 && subject.n_runs != n_runs))
    g_error ("%zu of %zu runs are shown", subject.n_runs, n_runs);
}

static const char *
find_page (const char *what)
{
  return g_str_equal (what, "zoom") ? "weights" : g_str_equal (what, "runs") ? "calibration" : what;
}

static void
on_open (GApplication *application, GFile **files, int n_files, const char *hint, Bench *bench)
{
  GdkFrameClock *clock;

  bench->window = seesaw_window_new (GTK_APPLICATION (application));
  g_object_get (bench->window, "session", &bench->session, NULL);
  open_runs (bench, files, n_files);
  check_runs (bench, (gsize) n_files);
  gtk_window_present (GTK_WINDOW (bench->window));
  gtk_widget_activate_action (GTK_WIDGET (bench->window), "win.page", "s", find_page (bench->what));

  clock = gtk_widget_get_frame_clock (GTK_WIDGET (bench->window));
  g_signal_connect (clock, "update", G_CALLBACK (on_update), bench);
  g_signal_connect (clock, "after-paint", G_CALLBACK (on_after_paint), bench);
  gdk_frame_clock_begin_updating (clock);
  g_timeout_add (SETTLE_MS, begin, bench);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GtkApplication) application =
      gtk_application_new ("org.seesaw.Bench", G_APPLICATION_HANDLES_OPEN);
  Bench bench = { .application = G_APPLICATION (application), .what = argv[1] };
  const int n = N_FRAMES - N_WARM_UP;

  adw_init ();
  g_signal_connect (application, "open", G_CALLBACK (on_open), &bench);
  g_application_run (G_APPLICATION (application), argc - 1, argv + 1);
  seesaw_sort_values (bench.costs + N_WARM_UP, (gsize) n);
  seesaw_sort_values (bench.work + N_WARM_UP, (gsize) n);
  g_print ("%-12s a step, drawing included: median %5.2f ms, 95th percentile %5.2f ms "
           "(of the processor %5.2f and %5.2f ms)\n",
           bench.what, bench.costs[N_WARM_UP + n / 2], bench.costs[N_WARM_UP + n * 95 / 100],
           bench.work[N_WARM_UP + n / 2], bench.work[N_WARM_UP + n * 95 / 100]);
  g_clear_object (&bench.session);

  return 0;
}
