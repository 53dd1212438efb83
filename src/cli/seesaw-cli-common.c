/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "seesaw-cli.h"

#include <glib/gi18n.h>
#include <math.h>

/**
 * seesaw_cli_set_usage:
 * @error: return location for an error
 * @message: what is wrong with the command line
 *
 * Returns: %FALSE
 */
gboolean
seesaw_cli_set_usage (GError **error, const char *message)
{
  g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, message);

  return FALSE;
}

/**
 * seesaw_cli_parse:
 * @context: (transfer full): an option context
 * @argc: (inout): number of arguments
 * @argv: (inout): arguments; options are taken out
 * @entries: the options
 * @error: return location for an error
 *
 * Returns: whether the options could be understood
 */
gboolean
seesaw_cli_parse (GOptionContext *context,
                  int *argc,
                  char ***argv,
                  const GOptionEntry *entries,
                  GError **error)
{
  g_autoptr (GOptionContext) owned = context;
  g_autofree char *program = g_strdup_printf ("seesaw-cli %s", (*argv)[0]);

  g_set_prgname (program);
  g_option_context_add_main_entries (owned, entries, GETTEXT_PACKAGE);

  return g_option_context_parse (owned, argc, argv, error);
}

static gboolean
load_folds (SeesawLoaded *self, GError **error)
{
  self->pcv_folds = g_new (double, MAX (self->run->n_folds, 1));
  for (gsize k = 0; k < self->run->n_folds; k++)
    {
      g_autoptr (SeesawFold) fold = seesaw_reader_reduce_fold (self->reader, k, NULL, error);

      if (fold == NULL)
        return FALSE;

      self->pcv_folds[k] = seesaw_fold_get_gamma (fold);
    }
  self->pcv = seesaw_pcv_of_folds (self->pcv_folds, self->run->n_folds);

  return TRUE;
}

/**
 * seesaw_loaded_new:
 * @path: a file
 * @with_folds: whether to find γ_PCV, too
 * @error: return location for a `SEESAW_ERROR`
 *
 * Opens a run.
 *
 * Returns: (transfer full): the run, or %NULL with @error set
 */
SeesawLoaded *
seesaw_loaded_new (const char *path, gboolean with_folds, GError **error)
{
  g_autoptr (SeesawLoaded) self = g_new0 (SeesawLoaded, 1);

  self->reader = seesaw_reader_open (path, NULL, error);
  if (self->reader == NULL)
    return NULL;

  self->run = seesaw_run_ref (seesaw_reader_get_run (self->reader));
  self->pcv = (double) NAN;
  if (with_folds && !load_folds (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * seesaw_loaded_free:
 * @self: (transfer full): the run
 */
void
seesaw_loaded_free (SeesawLoaded *self)
{
  g_clear_pointer (&self->reader, seesaw_reader_unref);
  g_clear_pointer (&self->run, seesaw_run_unref);
  g_free (self->pcv_folds);
  g_free (self);
}
