/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "seesaw-cli.h"

#include "seesaw-report.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct
{
  gboolean json;
  char *epoch;
  char **gammas;
  char *average;
  int top_k;
} Options;

static gboolean
parse_gammas (char **texts, SeesawQuestion *question, GError **error)
{
  question->n_gammas = texts != NULL ? g_strv_length (texts) : 0;
  question->gammas = g_new (double, question->n_gammas + 1);

  for (gsize i = 0; i < question->n_gammas; i++)
    {
      char *end;

      question->gammas[i] = g_ascii_strtod (texts[i], &end);
      if (end == texts[i] || *end != '\0' || question->gammas[i] != question->gammas[i])
        {
          g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                       _ ("--gamma %s is no number"), texts[i]);
          return FALSE;
        }
    }

  return TRUE;
}

static gboolean
parse_question (const Options *options, SeesawQuestion *question, GError **error)
{
  char *end = NULL;

  question->average = SEESAW_AVERAGE_SAMPLE;
  if (options->average != NULL && g_str_equal (options->average, "class"))
    question->average = SEESAW_AVERAGE_CLASS;
  else if (options->average != NULL && !g_str_equal (options->average, "sample"))
    return seesaw_cli_set_usage (error, _ ("--average takes “sample” or “class”"));

  if (options->top_k != 1 && options->top_k != SEESAW_TOP_K)
    return seesaw_cli_set_usage (error, _ ("--top takes 1 or 5"));
  question->top_k = (guint) options->top_k;

  question->all_epochs = options->epoch == NULL;
  if (options->epoch != NULL)
    {
      gint64 number = g_ascii_strtoll (options->epoch, &end, 10);

      if (end == options->epoch || *end != '\0')
        return seesaw_cli_set_usage (error, _ ("--epoch takes the number of an epoch"));
      question->epoch = (gint32) CLAMP (number, G_MININT32, G_MAXINT32);
    }

  return parse_gammas (options->gammas, question, error);
}

static void
options_clear (Options *options)
{
  g_free (options->epoch);
  g_free (options->average);
  g_strfreev (options->gammas);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/**
 * seesaw_cli_analyze:
 *
 * seesaw-cli analyze FILE…: accuracies, AUSUC, γs and margins per epoch, for people or as JSON.
 *
 * Returns: whether all files could be analysed
 */
gboolean
seesaw_cli_analyze (int argc, char **argv, GError **error)
{
  g_auto (Options) options = { .top_k = 1 };
  g_auto (SeesawQuestion) question = { 0 };
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &options.json, N_ ("Write JSON"), NULL },
    { "epoch", 0, 0, G_OPTION_ARG_STRING, &options.epoch, N_ ("Only this epoch"), N_ ("E") },
    { "gamma", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.gammas,
      N_ ("Accuracies at this γ, too; may be repeated"), N_ ("G") },
    { "average", 0, 0, G_OPTION_ARG_STRING, &options.average,
      N_ ("Average over samples or over classes"), "sample|class" },
    { "top", 0, 0, G_OPTION_ARG_INT, &options.top_k,
      N_ ("Right if the label is among the K largest"), "1|5" },
    { 0 },
  };

  if (!seesaw_cli_parse (g_option_context_new (_ ("FILE…")), &argc, &argv, entries, error) ||
      !parse_question (&options, &question, error))
    return FALSE;

  if (argc < 2)
    return seesaw_cli_set_usage (error, _ ("analyze takes one file or more"));

  return options.json ? seesaw_report_json (argv + 1, &question, error)
                      : seesaw_report_text (argv + 1, &question, error);
}
