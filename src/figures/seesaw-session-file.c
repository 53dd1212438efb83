/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is open, and how it is looked at, to be kept in a file. */

#include "config.h"

#include "seesaw-session-file.h"

#include "seesaw-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* More than any session has; what is larger is something else. */
#define MAX_SIZE (16 * 1024 * 1024)

/**
 * seesaw_session_run_new:
 * @path: an absolute path, in the encoding of file names
 *
 * Returns: (transfer full): a run as it is when it has just been opened
 */
SeesawSessionRun *
seesaw_session_run_new (const char *path)
{
  SeesawSessionRun *self = g_new0 (SeesawSessionRun, 1);

  self->path = g_strdup (path);

  return self;
}

/**
 * seesaw_session_run_copy:
 *
 * Returns: (transfer full): a copy
 */
SeesawSessionRun *
seesaw_session_run_copy (const SeesawSessionRun *self)
{
  SeesawSessionRun *copy = g_memdup2 (self, sizeof *self);

  copy->path = g_strdup (self->path);
  copy->name = g_strdup (self->name);

  return copy;
}

/**
 * seesaw_session_run_free:
 * @self: (transfer full): a run in a session
 */
void
seesaw_session_run_free (SeesawSessionRun *self)
{
  g_free (self->path);
  g_free (self->name);
  g_free (self);
}

/**
 * seesaw_session_run_get_style:
 *
 * Returns: how the run looks in figures
 */
SeesawRunStyle
seesaw_session_run_get_style (const SeesawSessionRun *self)
{
  SeesawRunStyle style = seesaw_run_style (self->style);

  if (self->color != SEESAW_COLOR_ALL)
    style.color = self->color;

  return style;
}

/**
 * seesaw_session_file_new:
 *
 * Returns: (transfer full): a session without runs, as it is at the start
 */
SeesawSessionFile *
seesaw_session_file_new (void)
{
  SeesawSessionFile *self = g_new0 (SeesawSessionFile, 1);

  self->runs = g_ptr_array_new_with_free_func ((GDestroyNotify) seesaw_session_run_free);
  self->epoch.from = SEESAW_EPOCH_AT_END;
  self->compare_epoch.from = SEESAW_EPOCH_AT_END;
  self->top_k = 1;
  self->selected = -1;

  return self;
}

/**
 * seesaw_session_file_free:
 * @self: (transfer full): a session
 */
void
seesaw_session_file_free (SeesawSessionFile *self)
{
  g_ptr_array_unref (self->runs);
  g_free (self->page);
  g_free (self->compare_metric);
  g_free (self->compare_x);
  g_free (self->compare_split);
  g_clear_pointer (&self->figures, json_object_unref);
  g_free (self);
}

/**
 * seesaw_session_file_add_run:
 * @path: an absolute path, in the encoding of file names
 *
 * Returns: (transfer none): the new last run
 */
SeesawSessionRun *
seesaw_session_file_add_run (SeesawSessionFile *self, const char *path)
{
  SeesawSessionRun *run = seesaw_session_run_new (path);

  g_ptr_array_add (self->runs, run);

  return run;
}

/**
 * seesaw_session_file_get_run:
 * @index: position of a run
 *
 * Returns: (transfer none): the run
 */
const SeesawSessionRun *
seesaw_session_file_get_run (const SeesawSessionFile *self, guint index)
{
  return g_ptr_array_index (self->runs, index);
}

/**
 * seesaw_session_file_find_epoch:
 * @run: one of the runs
 * @described: what its file says
 * @analyses: (nullable): `[n_epochs]`, all its epochs, which the best one is chosen by
 *
 * Returns: the index of the run's own epoch, or of that of all runs; of the last one if it has no
 *   such epoch
 */
gsize
seesaw_session_file_find_epoch (const SeesawSessionFile *self,
                                const SeesawSessionRun *run,
                                const SeesawRun *described,
                                SeesawAnalysis *const *analyses)
{
  const SeesawEpochSetting *setting =
      run->epoch.from != SEESAW_EPOCH_OF_ALL ? &run->epoch : &self->epoch;

  return seesaw_epoch_setting_find (setting, described, analyses);
}

/**
 * seesaw_session_file_get_gamma:
 * @run: one of the runs
 * @now: the epoch of it that is looked at
 * @score: what classes are ranked by
 *
 * Returns: the run's own γ, or that of all runs
 */
double
seesaw_session_file_get_gamma (const SeesawSessionFile *self,
                               const SeesawSessionRun *run,
                               const SeesawAnalysis *now,
                               SeesawScore score)
{
  return seesaw_gamma_setting_get (&run->gamma[score], now, self->gamma[score]);
}

/**
 * seesaw_session_file_load:
 * @path: a session file
 * @error: return location for a `SEESAW_ERROR`
 *
 * Reads a session. None of its runs is opened, nor looked for.
 *
 * Returns: (transfer full): the session, or %NULL with @error set
 */
SeesawSessionFile *
seesaw_session_file_load (const char *path, GError **error)
{
  g_autofree char *shown = g_filename_display_name (path);
  g_autoptr (GMappedFile) file = NULL;
  g_autoptr (GError) local = NULL;

  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR))
    {
      g_set_error (error, SEESAW_ERROR, SEESAW_ERROR_ACCESS,
                   _ ("%s: there is no such session file"), shown);
      return NULL;
    }

  file = g_mapped_file_new (path, FALSE, &local);
  if (file == NULL)
    {
      g_set_error (error, SEESAW_ERROR, SEESAW_ERROR_ACCESS, _ ("%s: cannot be read: %s"), shown,
                   local->message);
      return NULL;
    }
  if (g_mapped_file_get_length (file) > MAX_SIZE)
    {
      g_set_error (error, SEESAW_ERROR, SEESAW_ERROR_FORMAT,
                   _ ("%s: is not a session: it is larger than 16 MiB"), shown);
      return NULL;
    }

  return seesaw_session_file_parse (g_mapped_file_get_contents (file),
                                    g_mapped_file_get_length (file), path, error);
}

/**
 * seesaw_session_file_save:
 * @path: where to
 * @error: return location for a `SEESAW_ERROR`
 *
 * Writes the session beside @path first, so that a file that was there before is never lost half
 * way.
 *
 * Returns: whether it was written
 */
gboolean
seesaw_session_file_save (const SeesawSessionFile *self, const char *path, GError **error)
{
  g_autofree char *json = seesaw_session_file_to_json (self, path);
  g_autofree char *shown = g_filename_display_name (path);
  g_autoptr (GError) local = NULL;

  if (g_file_set_contents_full (path, json, (gssize) strlen (json), G_FILE_SET_CONTENTS_CONSISTENT,
                                0666, &local))
    return TRUE;

  g_set_error (error, SEESAW_ERROR, SEESAW_ERROR_WRITE, _ ("%s: cannot be written: %s"), shown,
               local->message);

  return FALSE;
}
