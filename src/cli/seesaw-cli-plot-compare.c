/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Metrics of several runs over what they differ in. */

#include "config.h"

#include "seesaw-cli-compare.h"

#include "seesaw-cli-plot-options.h"
#include "seesaw-cli.h"
#include "seesaw-compare-names.h"
#include "seesaw-error.h"
#include "seesaw-figure-compare.h"
#include "seesaw-metric-name.h"

#include <glib/gi18n.h>

/* The runs of a session that are not hidden, under the names they have there, and what they look
 * like.
 */
static SeesawComparison *
compare_session (const SeesawSessionFile *session,
                 const SeesawCompareRequest *request,
                 GArray *styles,
                 GError **error)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new ();
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (SeesawComparison) comparison = NULL;

  for (guint i = 0; i < session->runs->len; i++)
    {
      const SeesawSessionRun *run = seesaw_session_file_get_run (session, i);
      SeesawRunStyle style = seesaw_session_run_get_style (run);

      if (run->is_hidden)
        continue;

      g_array_append_val (styles, style);
      g_ptr_array_add (paths, run->path);
      g_ptr_array_add (names, run->name);
    }
  if (paths->len == 0)
    {
      g_set_error (error, SEESAW_ERROR, SEESAW_ERROR_MISSING, _ ("the session shows no run"));
      return NULL;
    }

  g_ptr_array_add (paths, NULL);
  comparison = seesaw_cli_compare ((char **) paths->pdata, request, error);

  return comparison != NULL
             ? seesaw_comparison_rename (comparison, (const char *const *) names->pdata)
             : NULL;
}

/* The epoch that a session compares, in the words of --epoch. */
static char *
describe_epoch (const SeesawSessionFile *session)
{
  switch (session->compare_epoch.from)
    {
    case SEESAW_EPOCH_AT_BEST:
      return g_strdup ("best");

    case SEESAW_EPOCH_OF_NUMBER:
      return g_strdup_printf ("%d", session->compare_epoch.number);

    case SEESAW_EPOCH_OF_ALL:
    case SEESAW_EPOCH_AT_END:
    default:
      return g_strdup ("last");
    }
}

/* What was asked for, other than by a session, is drawn like that or not at all. */
static gboolean
check_scale (const SeesawCompareSubject *subject, GError **error)
{
  const char *name = seesaw_compare_scales[subject->way.scale];
  gboolean is_number =
      seesaw_compare_can_scale (subject->comparison, subject->x, SEESAW_COMPARE_SCALE_LINEAR);

  if (subject->way.scale != SEESAW_COMPARE_SCALE_LINEAR &&
      subject->way.scale != SEESAW_COMPARE_SCALE_LOG)
    return TRUE;

  if (!is_number)
    g_set_error (error, SEESAW_ERROR, SEESAW_ERROR_ARGUMENT,
                 _ ("--scale %s: “%s” is not a number in every run"), name, subject->x);
  else if (!seesaw_compare_can_scale (subject->comparison, subject->x, subject->way.scale))
    g_set_error (error, SEESAW_ERROR, SEESAW_ERROR_ARGUMENT,
                 _ ("--scale %s: “%s” is 0 or less in some run, and has no logarithm there"), name,
                 subject->x);
  else if (!seesaw_compare_is_sorted_by_number (subject->comparison, subject->x, subject->way.sort))
    g_set_error (error, SEESAW_ERROR, SEESAW_ERROR_ARGUMENT,
                 _ ("--scale %s needs --sort attribute: in another order numbers are names"), name);
  else
    return TRUE;

  return FALSE;
}

/* Metrics that are asked for have an axis, and fills of bars, for all of them. */
static gboolean
check_together (const SeesawCompareSubject *subject, GError **error)
{
  if (!seesaw_compare_share_axis (subject->metrics, subject->n_metrics))
    return seesaw_cli_set_usage (
        error, _ ("--metric takes accuracies, or one of ausuc and gamma: they share an axis"));

  if (subject->way.marks != SEESAW_COMPARE_BARS || subject->n_metrics <= SEESAW_COMPARE_MAX_BARS)
    return TRUE;

  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               _ ("--marks bars takes %d metrics at most: bars of more look alike"),
               SEESAW_COMPARE_MAX_BARS);

  return FALSE;
}

static gboolean
check_metrics (const SeesawCompareSubject *subject, GError **error)
{
  g_autofree char *name = seesaw_metric_get_name (subject->metrics[0]);

  for (gsize m = 0; m < subject->n_metrics; m++)
    if (seesaw_comparison_count (subject->comparison, subject->metrics[m]) > 0)
      return TRUE;

  g_set_error (error, SEESAW_ERROR, SEESAW_ERROR_MISSING,
               _ ("none of these runs has %s: γ_ALG needs training samples, γ_PCV folds, and "
                  "nearest class means features"),
               name);

  return FALSE;
}

/* What no run has is told of; the rest is drawn. */
static void
tell_missing (const SeesawCompareSubject *subject)
{
  g_autoptr (GString) ids = g_string_new (NULL);
  g_autofree char *sentence = NULL;

  for (gsize m = 0; m < subject->n_metrics; m++)
    {
      g_autofree char *id = seesaw_metric_get_id (subject->metrics[m]);

      if (seesaw_comparison_count (subject->comparison, subject->metrics[m]) == 0)
        g_string_append_printf (ids, ids->len > 0 ? ", %s" : "%s", id);
    }

  if (ids->len == 0)
    return;

  sentence = g_strdup_printf (_ ("the figure lacks %s, which none of these runs has"), ids->str);
  g_printerr ("seesaw-cli: %s\n", sentence);
}

static gboolean
plot (char **paths,
      const SeesawSessionFile *session,
      const SeesawPlotOptions *options,
      const SeesawCompareRequest *request,
      gboolean insists,
      GError **error)
{
  g_autoptr (GArray) styles = g_array_new (FALSE, FALSE, sizeof (SeesawRunStyle));
  g_autoptr (GArray) metrics =
      seesaw_cli_parse_metrics (options->metrics != NULL ? options->metrics : "yy", FALSE, error);
  SeesawCompareSubject subject = { .x = options->x != NULL ? options->x : "name",
                                   .split = options->split };
  const SeesawPageContent content = { .compare = &subject };
  const char *const attributes[] = { subject.x, subject.split, NULL };
  g_auto (SeesawFigureStyle) style = { 0 };
  g_autoptr (SeesawComparison) comparison = NULL;

  if (metrics == NULL || !seesaw_plot_parse_compare_way (options, &subject.way, error) ||
      !seesaw_plot_get_style (session, "compare", &options->print, &style, error))
    return FALSE;

  subject.metrics = &g_array_index (metrics, SeesawMetric, 0);
  subject.n_metrics = metrics->len;
  if (!check_together (&subject, error))
    return FALSE;

  comparison = session != NULL ? compare_session (session, request, styles, error)
                               : seesaw_cli_compare (paths, request, error);
  if (comparison == NULL || !seesaw_cli_check_attributes (comparison, attributes, error))
    return FALSE;

  subject.comparison = comparison;
  if (session != NULL)
    subject.styles = &g_array_index (styles, SeesawRunStyle, 0);
  if (!check_metrics (&subject, error) || (insists && !check_scale (&subject, error)))
    return FALSE;

  tell_missing (&subject);

  return seesaw_print_options_print (&options->print, &content, &style, error);
}

static gboolean
check_usage (int argc, const SeesawPlotOptions *options, GError **error)
{
  if (argc < 3 && options->session == NULL)
    return seesaw_cli_set_usage (error, _ ("plot compare takes one file or more"));
  if (argc > 2 && options->session != NULL)
    return seesaw_cli_set_usage (error, _ ("plot takes files or --session, not both"));
  if (options->print.output == NULL)
    return seesaw_cli_set_usage (error, _ ("plot needs -o OUT"));

  return TRUE;
}

/**
 * seesaw_cli_plot_compare:
 *
 * seesaw-cli plot compare FILE… -o OUT: metrics of runs over what they differ in.
 *
 * Returns: whether the figure was written
 */
gboolean
seesaw_cli_plot_compare (int argc, char **argv, GError **error)
{
  g_auto (SeesawPlotOptions) options = { 0 };
  g_autoptr (SeesawSessionFile) session = NULL;
  GOptionContext *context = g_option_context_new (_ ("compare FILE…"));
  SeesawCompareRequest request = { 0 };
  gboolean insists;
  const GOptionEntry entries[] = {
    { "session", 0, 0, G_OPTION_ARG_FILENAME, &options.session,
      N_ ("Compare the runs of a session, instead of files"), "FILE.seesaw" },
    { "metric", 0, 0, G_OPTION_ARG_STRING, &options.metrics,
      N_ ("What to show, such as yy, uy_alg or pretrained_yy"), "M[,M…]" },
    { "x", 0, 0, G_OPTION_ARG_STRING, &options.x,
      N_ ("What to show it over: an attribute of the runs, or seen_classes, epoch, name…"),
      "ATTR" },
    { "split", 0, 0, G_OPTION_ARG_STRING, &options.split, N_ ("Tell runs apart by this attribute"),
      "ATTR" },
    { "marks", 0, 0, G_OPTION_ARG_STRING, &options.marks, N_ ("What to draw for each mean"),
      "points|bars" },
    { "sort", 0, 0, G_OPTION_ARG_STRING, &options.sort,
      N_ ("Order along x, a minus turns it round; values begin with the best"),
      "attribute|value|runs" },
    { "scale", 0, 0, G_OPTION_ARG_STRING, &options.scale, N_ ("Where numbers stand along x"),
      "auto|linear|log|names" },
    { "epoch", 0, 0, G_OPTION_ARG_STRING, &options.epoch,
      N_ ("Which epoch; the best is by Acc Y/Y at γ_ALG on the test split"), "last|best|E" },
    { "average", 0, 0, G_OPTION_ARG_STRING, &options.average,
      N_ ("Average over samples or over classes"), "sample|class" },
    { "top", 0, 0, G_OPTION_ARG_INT, &options.top_k,
      N_ ("Right if the label is among the K largest"), "1|5" },
    { 0 },
  };

  seesaw_print_options_add (&options.print, context);
  if (!seesaw_cli_parse (context, &argc, &argv, entries, error) ||
      !check_usage (argc, &options, error))
    return FALSE;

  insists = options.scale != NULL;
  if (options.session != NULL)
    {
      session = seesaw_session_file_load (options.session, error);
      if (session == NULL)
        return FALSE;

      seesaw_plot_options_take_session (&options, session);
      if (options.epoch == NULL)
        options.epoch = describe_epoch (session);
    }

  return seesaw_cli_parse_epoch_choice (options.epoch, &request, error) &&
         seesaw_cli_parse_average (options.average, options.top_k > 0 ? options.top_k : 1, &request,
                                   error) &&
         plot (argv + 2, session, &options, &request, insists, error);
}
