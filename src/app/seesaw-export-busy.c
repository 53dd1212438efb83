/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The window while something is written. */

#include "config.h"

#include "seesaw-export-window-private.h"

#include <glib/gi18n.h>

/* What is done before that does not flash. */
#define PATIENCE_MS 300

static gboolean
show_progress (gpointer user_data)
{
  SeesawExportWindow *self = user_data;

  self->busy_source = 0;
  gtk_revealer_set_reveal_child (self->progress, TRUE);

  return G_SOURCE_REMOVE;
}

/**
 * seesaw_export_window_begin:
 * @what: says what is going on
 *
 * From now on the window is busy. That is shown if it takes its time.
 *
 * Returns: (transfer none): what stops it
 */
GCancellable *
seesaw_export_window_begin (SeesawExportWindow *self, const char *what)
{
  g_assert (self->working == NULL);

  self->working = g_cancellable_new ();
  self->busy_source = g_timeout_add (PATIENCE_MS, show_progress, self);
  gtk_label_set_label (self->progress_text, what);
  gtk_progress_bar_set_fraction (self->progress_bar, 0.0);
  seesaw_export_window_enable_actions (self);

  return self->working;
}

/**
 * seesaw_export_window_advance:
 * @done: how much is done, from 0 to 1
 * @user_data: the window
 */
void
seesaw_export_window_advance (double done, gpointer user_data)
{
  SeesawExportWindow *self = SEESAW_EXPORT_WINDOW (user_data);

  if (self->progress_bar != NULL)
    gtk_progress_bar_set_fraction (self->progress_bar, done);
}

/**
 * seesaw_export_window_cancel:
 *
 * Stops what is going on, if something is. It may take a moment to tidy up.
 */
void
seesaw_export_window_cancel (SeesawExportWindow *self)
{
  if (self->working == NULL)
    return;

  g_cancellable_cancel (self->working);
  if (self->progress_text != NULL)
    {
      gtk_label_set_label (self->progress_text, _ ("Stopping…"));
      seesaw_export_window_enable_actions (self);
    }
}

/**
 * seesaw_export_window_end:
 * @error: (nullable): what went wrong, if something did
 *
 * The window is no longer busy.
 */
void
seesaw_export_window_end (SeesawExportWindow *self, const GError *error)
{
  g_clear_handle_id (&self->busy_source, g_source_remove);
  g_clear_object (&self->working);
  if (gtk_window_get_focus (GTK_WINDOW (self)) == self->cancel)
    seesaw_export_form_focus (self->form);
  gtk_revealer_set_reveal_child (self->progress, FALSE);
  seesaw_export_window_enable_actions (self);
  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_autofree char *sentence = seesaw_export_form_explain (self->form, error);

      seesaw_export_window_say (self, sentence);
    }
}
