/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "seesaw-cli.h"

#include "seesaw-cli-compare.h"
#include "seesaw-cli-plot-options.h"
#include "seesaw-cli-plot-runs.h"
#include "seesaw-error.h"
#include "seesaw-figure-info.h"

#include <glib/gi18n.h>
#include <string.h>

/* Widths in points: a column of a paper, and its text. */
#define COLUMN_WIDTH (3.25 * 72.0)
#define TEXT_WIDTH (5.5 * 72.0)

#define FONT_SIZE 8.0

/* About what a run takes in a legend. */
#define LEGEND_WIDTH 130.0
#define LEGEND_LINE 11.0

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

static void
panel_clear (gpointer data)
{
  SeesawPanel *panel = data;

  seesaw_scene_unref (panel->scene);
  g_clear_pointer ((SeesawScene **) &panel->overlay, seesaw_scene_unref);
}

static GArray *
make_panels (GPtrArray *figures, const SeesawSubject *subject, gboolean with_overlay)
{
  GArray *panels = g_array_new (FALSE, TRUE, sizeof (SeesawPanel));

  g_array_set_clear_func (panels, panel_clear);
  for (guint i = 0; i < figures->len; i++)
    {
      const SeesawFigure *figure = g_ptr_array_index (figures, i);
      SeesawSubject one = *subject;
      SeesawPanel panel = { NULL, NULL };

      /* The first panel tells runs apart for all. */
      one.hides_legend = panels->len > 0;
      panel.scene = figure->new_scene (&one);

      if (panel.scene == NULL)
        continue;

      if (figure->new_overlay != NULL && (with_overlay || figure->needs_overlay))
        panel.overlay = figure->new_overlay (&one);
      g_array_append_val (panels, panel);
    }

  return panels;
}

/* Panels that look well; a legend of runs gets room of its own. */
static double
choose_height (const SeesawGrid *grid, const SeesawSubject *subject, double width)
{
  gsize n_rows = (grid->n_panels + grid->n_columns - 1) / grid->n_columns;
  double height =
      (grid->n_columns > 1 ? 0.72 : 0.8) * width * (double) n_rows / (double) grid->n_columns;
  gsize n_beside = (gsize) MAX (width / (double) grid->n_columns / LEGEND_WIDTH, 1.0);
  gsize n_lines = (subject->n_runs + n_beside - 1) / n_beside;

  /* The first panel has the legend, and all panels are of one height. */
  return seesaw_subject_has_runs (subject)
             ? height + LEGEND_LINE * (double) n_lines * 0.5 * (1.0 + (double) n_rows)
             : height;
}

/* Titles of all figures on the page. */
static SeesawFigureInfo *
new_info (const GPtrArray *figures, const char *name, const SeesawSubject *subject)
{
  g_autoptr (GPtrArray) titles = g_ptr_array_new ();
  g_autofree char *title = NULL;

  for (guint i = 0; i < figures->len; i++)
    g_ptr_array_add (titles, _ (((const SeesawFigure *) g_ptr_array_index (figures, i))->title));
  g_ptr_array_add (titles, NULL);
  title = g_strjoinv ("; ", (char **) titles->pdata);

  return seesaw_figure_info_new (title, name, subject);
}

static gboolean
draw (GPtrArray *figures,
      const char *name,
      const SeesawSubject *subject,
      const SeesawPlotOptions *options,
      GError **error)
{
  gboolean with_overlay = options->gamma != NULL || options->label != NULL;
  g_autoptr (GArray) panels = make_panels (figures, subject, with_overlay);
  SeesawGrid grid = { &g_array_index (panels, SeesawPanel, 0), panels->len,
                      panels->len > 1 ? 2 : 1 };
  SeesawTheme theme = seesaw_theme_print (FONT_SIZE);
  g_autoptr (SeesawFigureInfo) info = new_info (figures, name, subject);
  SeesawExportInfo exported = seesaw_figure_info_get (info);
  SeesawExportPage page = { 0 };

  if (panels->len == 0)
    {
      g_set_error (error, SEESAW_ERROR, SEESAW_ERROR_MISSING,
                   _ ("%s: there is nothing to show at this epoch"), subject->view->run->path);
      return FALSE;
    }

  if (!seesaw_plot_parse_length (options->width, grid.n_columns > 1 ? TEXT_WIDTH : COLUMN_WIDTH,
                                 &page.width, error) ||
      !seesaw_plot_parse_length (options->height, choose_height (&grid, subject, page.width),
                                 &page.height, error))
    return FALSE;

  return seesaw_export_grid (&grid, &theme, &page, &exported, options->output, error);
}

static gboolean
plot (GPtrArray *figures,
      const char *name,
      char **paths,
      const SeesawPlotOptions *options,
      GError **error)
{
  SeesawViewRequest request = { 0 };
  SeesawSubject subject = { 0 };
  g_autoptr (SeesawPlotRuns) runs = seesaw_plot_runs_new ();
  double length;

  if (!seesaw_plot_parse_way (options, &request, &subject, error) ||
      !seesaw_plot_parse_length (options->width, 0.0, &length, error) ||
      !seesaw_plot_parse_length (options->height, 0.0, &length, error))
    return FALSE;

  if (!seesaw_plot_runs_describe (runs, paths, figures, error))
    return FALSE;

  for (guint i = 0; i < figures->len; i++)
    request.parts |= ((const SeesawFigure *) g_ptr_array_index (figures, i))->parts;
  if (!seesaw_plot_find_class (seesaw_plot_runs_get_first (runs), options->label, &subject.selected,
                               error) ||
      !seesaw_plot_runs_load (runs, &request, options, error))
    return FALSE;

  seesaw_plot_runs_fill (runs, &subject);

  return draw (figures, name, &subject, options, error);
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
    }
  g_print ("%-20s %s\n", "compare", _ ("Metrics of several runs over what they differ in"));
}

static gboolean
check_usage (int argc,
             char **argv,
             const GPtrArray *figures,
             const SeesawPlotOptions *options,
             GError **error)
{
  if (argc < 3)
    return seesaw_cli_set_usage (
        error, _ ("plot takes a figure, such as curve, and a file; “--list” prints the figures"));

  if (figures->len == 0)
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   _ ("there is no figure “%s”, unlike curve or histories; “seesaw-cli plot "
                      "--list” prints them all"),
                   argv[1]);
      return FALSE;
    }

  if (options->output == NULL)
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
  g_auto (SeesawPlotOptions) options = { .top_k = 1 };
  g_autoptr (GPtrArray) figures = NULL;
  GOptionContext *context;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output,
      N_ ("Where to: a name that ends in .pdf, .svg, .eps, .png or .tex"), N_ ("OUT") },
    { "list", 0, 0, G_OPTION_ARG_NONE, &options.list, N_ ("Print the figures there are"), NULL },
    { "epoch", 0, 0, G_OPTION_ARG_STRING, &options.epoch, N_ ("This epoch instead of the last"),
      N_ ("E") },
    { "gamma", 0, 0, G_OPTION_ARG_STRING, &options.gamma,
      N_ ("Show what γ does: a number, or each run's own alg, pcv, oracle or balance"), N_ ("G") },
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
    { "width", 0, 0, G_OPTION_ARG_STRING, &options.width, N_ ("Width, such as 5.5in or 84mm"),
      N_ ("W") },
    { "height", 0, 0, G_OPTION_ARG_STRING, &options.height, N_ ("Height"), N_ ("H") },
    { 0 },
  };

  if (argc > 1 && g_str_equal (argv[1], "compare"))
    return seesaw_cli_plot_compare (argc, argv, error);

  context = g_option_context_new (_ ("FIGURE FILE…"));
  g_option_context_set_summary (
      context, _ ("“seesaw-cli plot compare --help” tells the options of the figure compare."));
  if (!seesaw_cli_parse (context, &argc, &argv, entries, error))
    return FALSE;

  if (options.list)
    {
      list_figures ();
      return TRUE;
    }

  figures = argc >= 3 ? find_figures (argv[1]) : NULL;

  return check_usage (argc, argv, figures, &options, error) &&
         plot (figures, argv[1], argv + 2, &options, error);
}
