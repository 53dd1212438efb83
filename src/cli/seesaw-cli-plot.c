/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "seesaw-cli.h"

#include "seesaw-cli-compare.h"
#include "seesaw-cli-plot-options.h"
#include "seesaw-cli-plot-runs.h"
#include "seesaw-figure.h"

#include <glib/gi18n.h>
#include <string.h>

/* A figure by id or by group/id, or all figures of a group. A group of two is known by its first
 * figure's id, where they are the same; a larger one goes before the figure.
 */
static GPtrArray *
find_figures (const char *name)
{
  gsize n;
  const SeesawFigure *const *all = seesaw_figure_list (&n);
  const char *slash = strchr (name, '/');
  const SeesawFigure *figure = seesaw_figure_find (slash != NULL ? slash + 1 : name);
  GPtrArray *found = g_ptr_array_new ();

  for (gsize i = 0; i < n; i++)
    if (g_str_equal (all[i]->group, name))
      g_ptr_array_add (found, (gpointer) all[i]);

  if (found->len > 2 || figure == NULL)
    return found;

  g_ptr_array_set_size (found, 0);
  if (slash == NULL ||
      (g_str_has_prefix (name, figure->group) && strlen (figure->group) == (gsize) (slash - name)))
    g_ptr_array_add (found, (gpointer) figure);

  return found;
}

static gboolean
plot (GPtrArray *figures,
      char **paths,
      const SeesawSessionFile *session,
      const SeesawPlotOptions *options,
      GError **error)
{
  SeesawViewRequest request = { 0 };
  SeesawSubject subject = { 0 };
  SeesawPageContent content = { .subject = &subject,
                                .with_overlay = session != NULL || options->gamma != NULL ||
                                                options->label != NULL };
  g_auto (SeesawFigureStyle) style = { 0 };
  g_autoptr (SeesawPlotRuns) runs = NULL;

  if (!seesaw_plot_get_style (session, ((const SeesawFigure *) figures->pdata[0])->id,
                              &options->print, &style, error) ||
      !seesaw_plot_parse_way (options, &request, &subject, error))
    return FALSE;

  runs = seesaw_plot_runs_new (request.score);
  if (session != NULL ? !seesaw_plot_runs_describe_session (runs, session, figures, error)
                      : !seesaw_plot_runs_describe (runs, paths, figures, error))
    return FALSE;

  for (guint i = 0; i < figures->len; i++)
    request.parts |= ((const SeesawFigure *) g_ptr_array_index (figures, i))->parts;
  if (!seesaw_plot_find_class (seesaw_plot_runs_get_present (runs), options->label,
                               &subject.selected, error) ||
      !seesaw_plot_runs_load (runs, &request, options, error))
    return FALSE;

  seesaw_plot_runs_fill (runs, &subject);

  content.figures = (const SeesawFigure *const *) figures->pdata;
  content.n_figures = figures->len;

  return seesaw_print_options_print (&options->print, &content, &style, error);
}

/* The options that make a difference to a figure, but for those that all have. */
static void
list_options (const SeesawFigure *figure)
{
  gboolean has_drift = figure->parts == SEESAW_PART_DRIFT;

  g_print ("%-20s %s", "", figure->overlays_runs ? "FILE…" : "FILE");
  if (figure->new_overlay != NULL && !has_drift)
    g_print (" --gamma");
  if (figure->depends_on_side)
    g_print (" --side");
  if (figure->depends_on_selected || has_drift)
    g_print (" --class");
  if (has_drift)
    g_print (" --measure --order");
  g_print ("\n");
}

static void
list_figures (void)
{
  gsize n;
  const SeesawFigure *const *all = seesaw_figure_list (&n);

  for (gsize i = 0; i < n; i++)
    {
      g_autoptr (GPtrArray) found = find_figures (all[i]->id);
      g_autofree char *path = g_strdup_printf ("%s/%s", all[i]->group, all[i]->id);

      g_print ("%-20s %s\n", found->len > 1 ? path : all[i]->id, _ (all[i]->title));
      list_options (all[i]);
    }
  g_print ("%-20s %s\n", "compare", _ ("Metrics of several runs over what they differ in"));
  g_print ("%-20s FILE… --metric --x --split --marks --sort --scale\n", "");
  g_print (
      "\n%s\n%s\n",
      _ ("All take -o, --data, --session, --epoch, --average and --top, those of runs --score, "
         "too, "
         "and how they look:"),
      "--style --preset --width --height --font --font-size --line-width --legend --[no-]title "
      "--xlim --ylim --ticks --[no-]grid --unit --palette --background --dpi");
}

static gboolean
check_usage (int argc,
             char **argv,
             const GPtrArray *figures,
             const SeesawPlotOptions *options,
             GError **error)
{
  if (argc < (options->session != NULL ? 2 : 3))
    return seesaw_cli_set_usage (
        error, _ ("plot takes a figure, such as curve, and a file; “--list” prints the figures"));
  if (argc > 2 && options->session != NULL)
    return seesaw_cli_set_usage (error, _ ("plot takes files or --session, not both"));

  if (figures->len == 0)
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   _ ("there is no figure “%s”, unlike curve or histories; “seesaw-cli plot "
                      "--list” prints them all"),
                   argv[1]);
      return FALSE;
    }

  if (options->print.output == NULL)
    return seesaw_cli_set_usage (error, _ ("plot needs -o OUT"));

  for (guint i = 0; i < figures->len; i++)
    if (options->label == NULL &&
        g_str_equal (((const SeesawFigure *) figures->pdata[i])->group, "class"))
      return seesaw_cli_set_usage (error, _ ("the figures of a class need --class N"));

  return TRUE;
}

/**
 * seesaw_cli_plot:
 *
 * seesaw-cli plot FIGURE FILE… -o OUT: a figure, or a group of them, as PDF, SVG, EPS, PNG or
 * LaTeX.
 *
 * Returns: whether the figure was written
 */
gboolean
seesaw_cli_plot (int argc, char **argv, GError **error)
{
  g_auto (SeesawPlotOptions) options = { 0 };
  g_autoptr (SeesawSessionFile) session = NULL;
  g_autoptr (GPtrArray) figures = NULL;
  GOptionContext *context;
  const GOptionEntry entries[] = {
    { "list", 0, 0, G_OPTION_ARG_NONE, &options.list, N_ ("Print the figures there are"), NULL },
    { "session", 0, 0, G_OPTION_ARG_FILENAME, &options.session,
      N_ ("Show the runs of a session as they are there, instead of files"), "FILE.seesaw" },
    { "epoch", 0, 0, G_OPTION_ARG_STRING, &options.epoch,
      N_ ("Which epoch; the best is by Acc Y/Y at γ_ALG on the test split"), "last|best|E" },
    { "gamma", 0, 0, G_OPTION_ARG_STRING, &options.gamma,
      N_ ("Show what γ does: a number, or each run’s own alg, pcv, oracle or balance"), N_ ("G") },
    { "score", 0, 0, G_OPTION_ARG_STRING, &options.score, N_ ("What classes are ranked by"),
      "logit|ncm" },
    { "average", 0, 0, G_OPTION_ARG_STRING, &options.average,
      N_ ("Average over samples or over classes"), "sample|class" },
    { "top", 0, 0, G_OPTION_ARG_INT, &options.top_k,
      N_ ("Right if the label is among the K largest"), "1|5" },
    { "side", 0, 0, G_OPTION_ARG_STRING, &options.side, N_ ("Whose margins"), "seen|unseen" },
    { "class", 0, 0, G_OPTION_ARG_STRING, &options.label, N_ ("The class to mark, by its index"),
      N_ ("N") },
    { "measure", 0, 0, G_OPTION_ARG_STRING, &options.measure, N_ ("How to compare Δw"),
      "cosine|pearson" },
    { "order", 0, 0, G_OPTION_ARG_STRING, &options.order, N_ ("How to order classes"),
      "index|name|norm|cluster" },
    { 0 },
  };

  if (argc > 1 && g_str_equal (argv[1], "compare"))
    return seesaw_cli_plot_compare (argc, argv, error);

  context = g_option_context_new (_ ("FIGURE FILE…"));
  g_option_context_set_summary (
      context, _ ("“seesaw-cli plot compare --help” tells the options of the figure compare."));
  seesaw_print_options_add (&options.print, context);
  if (!seesaw_cli_parse (context, &argc, &argv, entries, error))
    return FALSE;

  if (options.list)
    {
      list_figures ();
      return TRUE;
    }

  if (options.session != NULL)
    {
      session = seesaw_session_file_load (options.session, error);
      if (session == NULL)
        return FALSE;

      seesaw_plot_options_take_session (&options, session);
    }
  figures = argc >= 2 ? find_figures (argv[1]) : NULL;

  return check_usage (argc, argv, figures, &options, error) &&
         plot (figures, argv + 2, session, &options, error);
}
