/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "seesaw-cli-plot-options.h"

#include "seesaw-cli.h"
#include "seesaw-compare-names.h"
#include "seesaw-error.h"

#include <glib/gi18n.h>
#include <math.h>

static const char *const scores[] = { "logit", "ncm", NULL };
static const char *const averages[] = { "sample", "class", NULL };
static const char *const measures[] = { "cosine", "pearson", NULL };
static const char *const orders[] = { "index", "name", "norm", "cluster", NULL };
static const char *const sides[] = { "unseen", "seen", NULL };

/**
 * seesaw_plot_options_clear:
 * @options: no longer needed
 */
void
seesaw_plot_options_clear (SeesawPlotOptions *options)
{
  seesaw_print_options_clear (&options->print);
  g_free (options->session);
  g_free (options->epoch);
  g_free (options->gamma);
  g_free (options->score);
  g_free (options->average);
  g_free (options->side);
  g_free (options->label);
  g_free (options->measure);
  g_free (options->order);
  g_free (options->metrics);
  g_free (options->x);
  g_free (options->split);
  g_free (options->marks);
  g_free (options->sort);
  g_free (options->scale);
}

static void
take_text (char **option, const char *text)
{
  if (*option == NULL)
    *option = g_strdup (text);
}

/**
 * seesaw_plot_options_take_session:
 * @session: a session
 *
 * What was not given is as in the session; but for γ and epoch, which each run may have of its own.
 */
void
seesaw_plot_options_take_session (SeesawPlotOptions *options, const SeesawSessionFile *session)
{
  take_text (&options->score, scores[session->score]);
  take_text (&options->average, averages[session->average]);
  take_text (&options->measure, measures[session->measure]);
  take_text (&options->order, orders[session->order]);
  take_text (&options->side, sides[session->side]);
  take_text (&options->metrics, session->compare_metric);
  take_text (&options->x, session->compare_x);
  if (session->compare_split != NULL && *session->compare_split != '\0')
    take_text (&options->split, session->compare_split);
  take_text (&options->marks, seesaw_compare_marks[session->compare_way.marks]);
  take_text (&options->sort, seesaw_compare_sorts[session->compare_way.sort]);
  take_text (&options->scale, seesaw_compare_scales[session->compare_way.scale]);
  if (options->label == NULL && session->selected >= 0)
    options->label = g_strdup_printf ("%d", session->selected);
  if (options->top_k == 0)
    options->top_k = (int) session->top_k;
}

/* What the window keeps of a figure has more than its style, such as the format. */
static JsonNode *
find_style (const SeesawSessionFile *session, const char *id)
{
  JsonNode *node = session != NULL && session->figures != NULL
                       ? json_object_get_member (session->figures, id)
                       : NULL;

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node)
             ? json_object_get_member (json_node_get_object (node), "style")
             : NULL;
}

/**
 * seesaw_plot_get_style:
 * @session: (nullable): a session, which keeps the settings of each figure
 * @id: the figure
 * @print: what was said of its look, which takes precedence
 * @style: (out): how it looks; to be cleared even if this fails
 * @error: return location for an error
 *
 * Returns: whether the settings could be understood
 */
gboolean
seesaw_plot_get_style (const SeesawSessionFile *session,
                       const char *id,
                       const SeesawPrintOptions *print,
                       SeesawFigureStyle *style,
                       GError **error)
{
  JsonNode *node = find_style (session, id);

  seesaw_style_init (style);

  return (node == NULL || seesaw_style_from_json (style, node, error)) &&
         seesaw_print_options_get_style (print, style, error);
}

/* A number, or the name of a known γ. */
static gboolean
parse_gamma (const char *text, double *gamma, SeesawKnownGamma *known, GError **error)
{
  char *end = NULL;

  *known = SEESAW_N_KNOWN_GAMMAS;
  *gamma = text != NULL ? g_ascii_strtod (text, &end) : 0.0;
  if (text == NULL || (end != text && *end == '\0' && isfinite (*gamma)))
    return TRUE;

  for (int i = 0; i < SEESAW_N_KNOWN_GAMMAS; i++)
    if (g_str_equal (text, seesaw_known_gamma_get_id ((SeesawKnownGamma) i)))
      {
        *known = (SeesawKnownGamma) i;
        return TRUE;
      }

  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               _ ("--gamma %s is no number, nor alg, pcv, oracle or balance"), text);

  return FALSE;
}

/**
 * seesaw_plot_find_gamma:
 * @view: a run
 * @text: (nullable): a number, or the name of a known γ
 * @gamma: (out): the γ; 0 without a text
 * @error: return location for an error
 *
 * Returns: whether the run knows that γ
 */
gboolean
seesaw_plot_find_gamma (const SeesawView *view, const char *text, double *gamma, GError **error)
{
  SeesawKnownGamma known;

  if (!parse_gamma (text, gamma, &known, error))
    return FALSE;

  if (known < SEESAW_N_KNOWN_GAMMAS)
    *gamma = view->now->gamma[known];
  if (*gamma == *gamma)
    return TRUE;

  g_set_error (error, SEESAW_ERROR, SEESAW_ERROR_ARGUMENT, _ ("%s: γ is not known for --gamma %s"),
               view->run->path, text);

  return FALSE;
}

/* The position of @text in @words, which ends with NULL; 0 if there is none. */
static gboolean
parse_word (const char *option,
            const char *text,
            const char *const *words,
            int *index,
            GError **error)
{
  g_autofree char *all = g_strjoinv (", ", (char **) words);

  *index = 0;
  if (text == NULL)
    return TRUE;

  for (int i = 0; words[i] != NULL; i++)
    if (g_str_equal (words[i], text))
      {
        *index = i;
        return TRUE;
      }

  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _ ("%s takes one of %s, not “%s”"),
               option, all, text);

  return FALSE;
}

/**
 * seesaw_plot_parse_way:
 * @options: what was given
 * @request: (out): the view that asks for, but for epoch and parts
 * @subject: (out): γ and side
 * @error: return location for an error
 *
 * Returns: whether the options could be understood
 */
gboolean
seesaw_plot_parse_way (const SeesawPlotOptions *options,
                       SeesawViewRequest *request,
                       SeesawSubject *subject,
                       GError **error)
{
  int score;
  int average;
  int measure;
  int order;
  SeesawKnownGamma known;

  if (!parse_word ("--score", options->score, scores, &score, error) ||
      !parse_word ("--average", options->average, averages, &average, error) ||
      !parse_word ("--measure", options->measure, measures, &measure, error) ||
      !parse_word ("--order", options->order, orders, &order, error) ||
      !parse_word ("--side", options->side, sides, &subject->side, error) ||
      !parse_gamma (options->gamma, &subject->gamma, &known, error))
    return FALSE;

  if (options->top_k != 0 && options->top_k != 1 && options->top_k != SEESAW_TOP_K)
    return seesaw_cli_set_usage (error, _ ("--top takes 1 or 5"));

  request->score = (SeesawScore) score;
  request->average = (SeesawAverage) average;
  request->measure = (SeesawMeasure) measure;
  request->order = (SeesawOrder) order;
  request->top_k = MAX ((guint) options->top_k, 1);

  return TRUE;
}

/**
 * seesaw_plot_parse_compare_way:
 * @options: what was given
 * @way: (out): how a comparison is drawn
 * @error: return location for an error
 *
 * Returns: whether the options could be understood
 */
gboolean
seesaw_plot_parse_compare_way (const SeesawPlotOptions *options,
                               SeesawCompareWay *way,
                               GError **error)
{
  int marks;
  int sort;
  int scale;

  if (!parse_word ("--marks", options->marks, seesaw_compare_marks, &marks, error) ||
      !parse_word ("--sort", options->sort, seesaw_compare_sorts, &sort, error) ||
      !parse_word ("--scale", options->scale, seesaw_compare_scales, &scale, error))
    return FALSE;

  *way = (SeesawCompareWay){ (SeesawCompareMarks) marks, (SeesawCompareSort) sort,
                             (SeesawCompareScale) scale };

  return TRUE;
}

/**
 * seesaw_plot_find_class:
 * @run: the run
 * @text: (nullable): the index of a class
 * @label: (out): the class; −1 without a text
 * @error: return location for an error
 *
 * Returns: whether there is such a class
 */
gboolean
seesaw_plot_find_class (const SeesawRun *run, const char *text, gint32 *label, GError **error)
{
  char *end = NULL;
  gint64 number = text != NULL ? g_ascii_strtoll (text, &end, 10) : -1;

  *label = -1;
  if (text == NULL)
    return TRUE;

  if (end != text && *end == '\0' && number >= 0 && (guint64) number < run->classes->n_classes)
    {
      *label = (gint32) number;
      return TRUE;
    }

  g_set_error (error, SEESAW_ERROR, SEESAW_ERROR_ARGUMENT,
               _ ("%s: there is no class %s, expected 0 to %zu"), run->path, text,
               run->classes->n_classes - 1);

  return FALSE;
}
