/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "seesaw-cli.h"

#include "seesaw-report.h"

#include <glib/gi18n.h>

/**
 * seesaw_cli_analyze:
 *
 * seesaw-cli analyze FILE…: accuracies, AUSUC, γs, margins and weights per epoch, for people or as
 * JSON.
 *
 * Returns: whether all files could be analysed
 */
gboolean
seesaw_cli_analyze (int argc, char **argv, GError **error)
{
  GOptionContext *context = g_option_context_new (_ ("FILE…"));
  g_auto (SeesawOptions) options = { 0 };
  g_auto (SeesawQuestion) question = { 0 };
  gboolean json = FALSE;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("Write JSON"), NULL },
    { 0 },
  };

  seesaw_options_add_to (&options, context);
  if (!seesaw_cli_parse (context, &argc, &argv, entries, error) ||
      !seesaw_options_parse (&options, &question, error))
    return FALSE;

  if (argc < 2)
    return seesaw_cli_set_usage (error, _ ("analyze takes one file or more"));

  return json ? seesaw_report_json (argv + 1, &question, error)
              : seesaw_report_text (argv + 1, &question, error);
}
