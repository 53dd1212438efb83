/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Metrics of several runs over what they differ in. */

#include "config.h"

#include "seesaw-cli-compare.h"

#include "seesaw-cli-plot-options.h"
#include "seesaw-cli.h"
#include "seesaw-error.h"
#include "seesaw-figure-info.h"

#include <glib/gi18n.h>

#define COLUMN_WIDTH (3.25 * 72.0)
#define FONT_SIZE 8.0

/**
 * Options:
 *
 * What the command line says; %NULL for what it does not.
 */
typedef struct
{
  char *output;
  char *metrics;
  char *x;
  char *split;
  char *epoch;
  char *average;
  char *width;
  char *height;
  int top_k;
} Options;

static void
options_clear (Options *self)
{
  g_free (self->output);
  g_free (self->metrics);
  g_free (self->x);
  g_free (self->split);
  g_free (self->epoch);
  g_free (self->average);
  g_free (self->width);
  g_free (self->height);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
draw (const SeesawCompareSubject *subject, const Options *options, GError **error)
{
  g_autoptr (SeesawScene) scene = seesaw_compare_new_scene (subject);
  const SeesawPanel panel = { scene, NULL };
  const SeesawGrid grid = { &panel, 1, 1 };
  SeesawTheme theme = seesaw_theme_print (FONT_SIZE);
  g_autoptr (SeesawFigureInfo) info = seesaw_figure_info_new_compare (subject);
  SeesawExportInfo exported = seesaw_figure_info_get (info);
  SeesawExportPage page = { 0 };

  return seesaw_plot_parse_length (options->width, COLUMN_WIDTH, &page.width, error) &&
         seesaw_plot_parse_length (options->height, 0.8 * page.width, &page.height, error) &&
         seesaw_export_grid (&grid, &theme, &page, &exported, options->output, error);
}

static gboolean
plot (char **paths, const Options *options, const SeesawCompareRequest *request, GError **error)
{
  g_autoptr (GArray) metrics =
      seesaw_cli_parse_metrics (options->metrics != NULL ? options->metrics : "yy", FALSE, error);
  SeesawCompareSubject subject = { .x = options->x != NULL ? options->x : "name",
                                   .split = options->split };
  const char *const attributes[] = { subject.x, subject.split, NULL };
  g_autoptr (SeesawComparison) comparison = NULL;

  if (metrics == NULL)
    return FALSE;

  subject.metrics = &g_array_index (metrics, SeesawMetric, 0);
  subject.n_metrics = metrics->len;
  if (!seesaw_compare_share_axis (subject.metrics, subject.n_metrics))
    return seesaw_cli_set_usage (
        error, _ ("--metric takes accuracies, or one of ausuc and gamma: they share an axis"));

  comparison = seesaw_cli_compare (paths, request, error);
  if (comparison == NULL || !seesaw_cli_check_attributes (comparison, attributes, error))
    return FALSE;

  subject.comparison = comparison;

  return draw (&subject, options, error);
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
  g_auto (Options) options = { .top_k = 1 };
  SeesawCompareRequest request = { 0 };
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output,
      N_ ("Where to: a name that ends in .pdf, .svg, .eps, .png or .tex"), N_ ("OUT") },
    { "metric", 0, 0, G_OPTION_ARG_STRING, &options.metrics,
      N_ ("What to show, such as yy, uy_alg or pretrained_yy"), "M[,M…]" },
    { "x", 0, 0, G_OPTION_ARG_STRING, &options.x,
      N_ ("What to show it over: an attribute of the runs, or seen_classes, epoch, name…"),
      "ATTR" },
    { "split", 0, 0, G_OPTION_ARG_STRING, &options.split, N_ ("Tell runs apart by this attribute"),
      "ATTR" },
    { "epoch", 0, 0, G_OPTION_ARG_STRING, &options.epoch,
      N_ ("Which epoch; the best is by Acc Y/Y at γ_ALG on the test split"), "last|best|E" },
    { "average", 0, 0, G_OPTION_ARG_STRING, &options.average,
      N_ ("Average over samples or over classes"), "sample|class" },
    { "top", 0, 0, G_OPTION_ARG_INT, &options.top_k,
      N_ ("Right if the label is among the K largest"), "1|5" },
    { "width", 0, 0, G_OPTION_ARG_STRING, &options.width, N_ ("Width, such as 5.5in or 84mm"),
      N_ ("W") },
    { "height", 0, 0, G_OPTION_ARG_STRING, &options.height, N_ ("Height"), N_ ("H") },
    { 0 },
  };

  if (!seesaw_cli_parse (g_option_context_new (_ ("compare FILE…")), &argc, &argv, entries, error))
    return FALSE;

  if (argc < 3)
    return seesaw_cli_set_usage (error, _ ("plot compare takes one file or more"));
  if (options.output == NULL)
    return seesaw_cli_set_usage (error, _ ("plot needs -o OUT"));

  return seesaw_cli_parse_epoch_choice (options.epoch, &request, error) &&
         seesaw_cli_parse_average (options.average, options.top_k, &request, error) &&
         plot (argv + 2, &options, &request, error);
}
