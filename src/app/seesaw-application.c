/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "seesaw-application.h"

#include "seesaw-window.h"

#include <glib/gi18n.h>

struct _SeesawApplication
{
  AdwApplication parent_instance;
};

G_DEFINE_FINAL_TYPE (SeesawApplication, seesaw_application, ADW_TYPE_APPLICATION)

static const struct
{
  const char *action;
  const char *keys[3];
} accels[] = {
  { "app.quit", { "<Control>q" } },
  { "win.open", { "<Control>o" } },
  { "win.save-session", { "<Control>s" } },
  { "win.save-session-as", { "<Control><Shift>s" } },
  { "win.close-run", { "<Control>w" } },
  { "win.show-runs", { "F9" } },
  { "win.gamma('zero')", { "<Alt>0" } },
  { "win.gamma('alg')", { "<Alt>a" } },
  { "win.gamma('pcv')", { "<Alt>p" } },
  { "win.gamma('oracle')", { "<Alt>s" } },
  { "win.gamma('balance')", { "<Alt>b" } },
  { "win.step-epoch(1)", { "<Alt>Right" } },
  { "win.step-epoch(-1)", { "<Alt>Left" } },
  { "win.page('calibration')", { "<Control>1" } },
  { "win.page('histories')", { "<Control>2" } },
  { "win.page('margins')", { "<Control>3" } },
  { "win.page('weights')", { "<Control>4" } },
  { "win.page('classes')", { "<Control>5" } },
  { "win.page('compare')", { "<Control>6" } },
  { "win.find-class", { "<Control>f" } },
  { "win.export-figure", { "<Control>e" } },
  { "win.print-figure", { "<Control>p" } },
};

static void
quit_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GList *windows = gtk_application_get_windows (user_data);

  g_assert (SEESAW_IS_APPLICATION (user_data));

  /* As by hand, so that each keeps what is to be kept; the last one takes the application along. */
  for (GList *next; windows != NULL; windows = next)
    {
      next = windows->next;
      gtk_window_close (windows->data);
    }
}

static void
about_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_assert (SEESAW_IS_APPLICATION (user_data));

  adw_show_about_window (
      gtk_application_get_active_window (GTK_APPLICATION (user_data)), "application-name",
      _ ("Seesaw"), "application-icon", APPLICATION_ID, "version", PACKAGE_VERSION, "license-type",
      GTK_LICENSE_GPL_3_0, "comments",
      _ ("Weigh seen against unseen classes after fine-tuning, and bring the absent ones back with "
         "one number."),
      "developer-name", _ ("The Seesaw developers"),
      /* Translators: put your names here, one a line. */
      "translator-credits", _ ("translator-credits"), NULL);
}

static const GActionEntry entries[] = {
  { "quit", quit_action, NULL, NULL, NULL, { 0 } },
  { "about", about_action, NULL, NULL, NULL, { 0 } },
};

static SeesawWindow *
ensure_window (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window != NULL)
    return SEESAW_WINDOW (window);

  return seesaw_window_new (GTK_APPLICATION (application));
}

static void
seesaw_application_activate (GApplication *application)
{
  gtk_window_present (GTK_WINDOW (ensure_window (application)));
}

static void
seesaw_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  SeesawWindow *window = ensure_window (application);

  for (int i = 0; i < n_files; i++)
    seesaw_window_open (window, files[i]);
  gtk_window_present (GTK_WINDOW (window));
}

static void
seesaw_application_startup (GApplication *application)
{
  G_APPLICATION_CLASS (seesaw_application_parent_class)->startup (application);

  g_action_map_add_action_entries (G_ACTION_MAP (application), entries, G_N_ELEMENTS (entries),
                                   application);
  for (gsize i = 0; i < G_N_ELEMENTS (accels); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (application), accels[i].action,
                                           accels[i].keys);
  gtk_window_set_default_icon_name (APPLICATION_ID);
}

static void
seesaw_application_class_init (SeesawApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->activate = seesaw_application_activate;
  application_class->open = seesaw_application_open;
  application_class->startup = seesaw_application_startup;
}

static void
seesaw_application_init (SeesawApplication *self)
{
}

/**
 * seesaw_application_new:
 *
 * Returns: (transfer full): the application
 */
SeesawApplication *
seesaw_application_new (void)
{
  return g_object_new (SEESAW_TYPE_APPLICATION, "application-id", APPLICATION_ID, "flags",
                       G_APPLICATION_HANDLES_OPEN, "resource-base-path", "/org/seesaw/Seesaw",
                       NULL);
}
