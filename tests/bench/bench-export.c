/* SPDX-License-Identifier: GPL-3.0-or-later */

/* For how long the main loop stands still while a figure is previewed and exported.
 *
 * usage: bench-export FILE FIGURE...
 */

#include "seesaw-export-form.h"
#include "seesaw-export-window.h"
#include "seesaw-session.h"

#include <glib/gstdio.h>

#define TICK_MS 2

typedef struct
{
  gint64 last;
  gint64 longest;
} Watch;

static gboolean
tick (gpointer data)
{
  Watch *watch = data;
  gint64 now = g_get_monotonic_time ();

  watch->longest = MAX (watch->longest, now - watch->last);
  watch->last = now;

  return G_SOURCE_CONTINUE;
}

/* Milliseconds since this was asked for last. */
static double
take_longest (Watch *watch)
{
  double longest;

  tick (watch);
  longest = (double) watch->longest / 1000.0;
  watch->longest = 0;

  return longest;
}

static void
run_for (gint64 ms, gpointer *until_null)
{
  gint64 end = g_get_monotonic_time () + 1000 * ms;

  while (g_get_monotonic_time () < end && (until_null == NULL || *until_null != NULL))
    g_main_context_iteration (NULL, TRUE);
}

static void
type (SeesawExportWindow *window, const char *row, const char *text)
{
  GObject *form =
      gtk_widget_get_template_child (GTK_WIDGET (window), SEESAW_TYPE_EXPORT_WINDOW, "form");
  GObject *entry = gtk_widget_get_template_child (GTK_WIDGET (form), SEESAW_TYPE_EXPORT_FORM, row);

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
}

static void
measure (Watch *watch, SeesawSession *session, const char *id, const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "figure.pdf", NULL);
  g_autofree char *data = g_build_filename (folder, "figure.csv", NULL);
  g_autoptr (SeesawExportContent) content = NULL;
  SeesawExportWindow *window;
  SeesawFigureSettings settings;
  SeesawSubject subject;
  double opening;
  double typing;

  seesaw_session_get_subject (session, &subject);
  content = seesaw_export_content_new (seesaw_figure_find (id), &subject);
  seesaw_figure_settings_init (&settings);
  settings.with_data = TRUE;
  seesaw_figure_styles_set (seesaw_figure_styles_get_default (), id, &settings);
  seesaw_figure_settings_clear (&settings);

  take_longest (watch);
  window = seesaw_export_window_new (NULL, content);
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_present (GTK_WINDOW (window));
  run_for (3000, NULL);
  opening = take_longest (watch);

  for (int i = 0; i < 3; i++)
    {
      type (window, "font-size", i % 2 == 0 ? "9" : "8");
      run_for (1500, NULL);
    }
  typing = take_longest (watch);

  seesaw_export_window_write (window, path);
  run_for (60000, (gpointer *) &window);
  g_print (
      "export %-8s stands still for %4.0f ms when it opens, %4.0f ms when typed into, %4.0f ms "
      "when it writes\n",
      id, opening, typing, take_longest (watch));
  g_remove (path);
  g_remove (data);
}

int
main (int argc, char *argv[])
{
  g_autofree char *folder = g_dir_make_tmp ("seesaw-XXXXXX", NULL);
  g_autoptr (SeesawSession) session = NULL;
  g_autoptr (SeesawOpenRun) run = NULL;
  const SeesawViewRequest request = { .epoch = G_MAXSIZE, .top_k = 1 };
  g_autoptr (GError) error = NULL;
  Watch watch = { g_get_monotonic_time (), 0 };
  SeesawView *view;

  g_setenv ("XDG_CONFIG_HOME", folder, TRUE);
  gtk_init ();
  adw_init ();
  session = seesaw_session_new ();
  run = seesaw_open_run_new (argv[1]);
  view = seesaw_open_run_make_view (run, &request, NULL, NULL, NULL, &error);
  if (view == NULL)
    g_error ("%s", error->message);

  seesaw_session_show (session, run, view);
  g_timeout_add_full (G_PRIORITY_HIGH, TICK_MS, tick, &watch, NULL);
  for (int i = 2; i < argc; i++)
    measure (&watch, session, argv[i], folder);

  return 0;
}
