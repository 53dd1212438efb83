/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "seesaw-question.h"

#include "seesaw-cli.h"
#include "seesaw-error.h"

#include <glib/gi18n.h>
#include <math.h>

/**
 * seesaw_options_add_to:
 * @context: an option context; @self must outlive its parsing
 */
void
seesaw_options_add_to (SeesawOptions *self, GOptionContext *context)
{
  const GOptionEntry entries[] = {
    { "epoch", 0, 0, G_OPTION_ARG_STRING, &self->epoch, N_ ("Only this epoch"), N_ ("E") },
    { "gamma", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self->gammas,
      N_ ("Accuracies at this γ, too; may be repeated"), N_ ("G") },
    { "score", 0, 0, G_OPTION_ARG_STRING, &self->score,
      N_ ("Rank classes by logit or by nearest class mean"), "logit|ncm" },
    { "average", 0, 0, G_OPTION_ARG_STRING, &self->average,
      N_ ("Average over samples or over classes"), "sample|class" },
    { "top", 0, 0, G_OPTION_ARG_INT, &self->top_k, N_ ("Right if the label is among the K largest"),
      "1|5" },
    { 0 },
  };

  self->top_k = 1;
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
}

/**
 * seesaw_options_clear:
 */
void
seesaw_options_clear (SeesawOptions *self)
{
  g_free (self->epoch);
  g_free (self->score);
  g_free (self->average);
  g_strfreev (self->gammas);
}

static gboolean
parse_gammas (char **texts, SeesawQuestion *question, GError **error)
{
  question->n_gammas = texts != NULL ? g_strv_length (texts) : 0;
  question->gammas = g_new (double, question->n_gammas + 1);

  for (gsize i = 0; i < question->n_gammas; i++)
    {
      char *end;

      question->gammas[i] = g_ascii_strtod (texts[i], &end);
      if (end == texts[i] || *end != '\0' || !isfinite (question->gammas[i]))
        {
          g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                       _ ("--gamma %s is no number"), texts[i]);
          return FALSE;
        }
    }

  return TRUE;
}

static gboolean
parse_epoch (const char *text, SeesawQuestion *question, GError **error)
{
  char *end = NULL;

  if (text == NULL)
    return TRUE;

  g_ascii_strtoll (text, &end, 10);
  if (end == text || *end != '\0')
    return seesaw_cli_set_usage (error, _ ("--epoch takes the number of an epoch"));

  question->epoch = g_strdup (text);

  return TRUE;
}

/* Finds @text, which may be NULL, among two words; the first is what goes without saying. */
static gboolean
parse_choice (const char *text, const char *first, const char *second, gboolean *is_second)
{
  *is_second = g_strcmp0 (text, second) == 0;

  return text == NULL || *is_second || g_str_equal (text, first);
}

/**
 * seesaw_options_parse:
 * @question: (out): what is asked
 * @error: return location for a `G_OPTION_ERROR`
 *
 * Returns: whether the options make sense
 */
gboolean
seesaw_options_parse (const SeesawOptions *self, SeesawQuestion *question, GError **error)
{
  gboolean by_class;
  gboolean by_ncm;

  if (!parse_choice (self->average, "sample", "class", &by_class))
    return seesaw_cli_set_usage (error, _ ("--average takes “sample” or “class”"));
  if (!parse_choice (self->score, "logit", "ncm", &by_ncm))
    return seesaw_cli_set_usage (error, _ ("--score takes “logit” or “ncm”"));
  if (self->top_k != 1 && self->top_k != SEESAW_TOP_K)
    return seesaw_cli_set_usage (error, _ ("--top takes 1 or 5"));

  question->average = by_class ? SEESAW_AVERAGE_CLASS : SEESAW_AVERAGE_SAMPLE;
  question->score = by_ncm ? SEESAW_SCORE_NCM : SEESAW_SCORE_LOGIT;
  question->top_k = (guint) self->top_k;

  return parse_epoch (self->epoch, question, error) && parse_gammas (self->gammas, question, error);
}

/**
 * seesaw_question_clear:
 * @self: a question
 */
void
seesaw_question_clear (SeesawQuestion *self)
{
  g_clear_pointer (&self->epoch, g_free);
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

/* @text is a number, of any size. */
static gboolean
find_epoch (const SeesawRun *run, const char *text, gsize *index, GError **error)
{
  gint64 number = g_ascii_strtoll (text, NULL, 10);

  if (number >= G_MININT32 && number <= G_MAXINT32 &&
      seesaw_run_find_epoch (run, (gint32) number, index))
    return TRUE;

  g_set_error (error, SEESAW_ERROR, SEESAW_ERROR_ARGUMENT,
               _ ("%s: there is no epoch %s; “seesaw-cli info” lists the epochs"), run->path, text);

  return FALSE;
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
  *n_epochs = self->epoch == NULL ? run->n_epochs : 1;

  return self->epoch == NULL || find_epoch (run, self->epoch, first, error);
}
