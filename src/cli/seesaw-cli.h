/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-analysis.h"
#include "seesaw-reader.h"

G_BEGIN_DECLS

/**
 * SeesawCommand:
 * @name: what it is called by
 * @run: does it; `argv[0]` is @name
 *
 * A subcommand of seesaw-cli.
 */
typedef struct
{
  const char *name;
  gboolean (*run) (int argc, char **argv, GError **error);
} SeesawCommand;

/**
 * SeesawLoaded:
 * @reader: the open run
 * @pcv_folds: (nullable): `[run->n_folds]`, γ of each fold
 * @pcv: their mean, or NaN
 *
 * A run opened for a command.
 */
typedef struct
{
  SeesawReader *reader;
  SeesawRun *run;
  double *pcv_folds;
  double pcv;
} SeesawLoaded;

gboolean seesaw_cli_export (int argc, char **argv, GError **error);
gboolean seesaw_cli_info (int argc, char **argv, GError **error);
gboolean seesaw_cli_analyze (int argc, char **argv, GError **error);
gboolean seesaw_cli_plot (int argc, char **argv, GError **error);

gboolean seesaw_cli_parse (GOptionContext *context,
                           int *argc,
                           char ***argv,
                           const GOptionEntry *entries,
                           GError **error);
gboolean seesaw_cli_set_usage (GError **error, const char *message);

SeesawLoaded *seesaw_loaded_new (const char *path, gboolean with_folds, GError **error);
void seesaw_loaded_free (SeesawLoaded *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SeesawLoaded, seesaw_loaded_free)

G_END_DECLS
