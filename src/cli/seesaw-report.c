/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "seesaw-report.h"

#include "seesaw-error.h"

#include <glib/gi18n.h>
#include <math.h>

/**
 * seesaw_question_clear:
 * @self: a question
 */
void
seesaw_question_clear (SeesawQuestion *self)
{
  g_clear_pointer (&self->gammas, g_free);
}

/**
 * seesaw_question_list_rows:
 * @analysis: an analysed epoch
 *
 * Returns: (transfer full) (element-type SeesawRow): γ = 0, then the γs asked for, then the known
 *   ones that are defined
 */
GArray *
seesaw_question_list_rows (const SeesawQuestion *self, const SeesawAnalysis *analysis)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (SeesawRow));
  SeesawRow row = { 0.0, -1 };

  g_array_append_val (rows, row);
  for (gsize i = 0; i < self->n_gammas; i++)
    {
      row.gamma = self->gammas[i];
      g_array_append_val (rows, row);
    }

  for (row.which = 0; row.which < SEESAW_N_KNOWN_GAMMAS; row.which++)
    {
      row.gamma = analysis->gamma[row.which];
      if (!isnan (row.gamma))
        g_array_append_val (rows, row);
    }

  return rows;
}

/**
 * seesaw_question_find_epochs:
 * @run: a run
 * @first: (out): index of the first epoch asked for
 * @n_epochs: (out): number of epochs
 * @error: return location for a `SEESAW_ERROR`
 *
 * Returns: whether @run has what is asked for
 */
gboolean
seesaw_question_find_epochs (const SeesawQuestion *self,
                             const SeesawRun *run,
                             gsize *first,
                             gsize *n_epochs,
                             GError **error)
{
  *first = 0;
  *n_epochs = self->all_epochs ? run->n_epochs : 1;
  if (self->all_epochs || seesaw_run_find_epoch (run, self->epoch, first))
    return TRUE;

  g_set_error (error, SEESAW_ERROR, SEESAW_ERROR_ARGUMENT,
               _ ("%s: there is no epoch %d; “seesaw-cli info” lists the epochs"), run->path,
               self->epoch);

  return FALSE;
}
