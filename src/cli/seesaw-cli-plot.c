/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "seesaw-cli.h"

#include "seesaw-error.h"
#include "seesaw-export.h"
#include "seesaw-figure.h"
#include "seesaw-open-run.h"

#include <glib/gi18n.h>

typedef struct
{
  char *output;
  char *epoch;
  char *gamma;
  char *width;
  char *height;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->output);
  g_free (options->epoch);
  g_free (options->gamma);
  g_free (options->width);
  g_free (options->height);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* A length such as "5.5in", in points; @text may be NULL for @otherwise. */
static gboolean
parse_length (const char *text, double otherwise, double *points, GError **error)
{
  static const struct
  {
    const char *unit;
    double points;
  } units[] = { { "in", 72.0 }, { "mm", 72.0 / 25.4 }, { "cm", 72.0 / 2.54 }, { "pt", 1.0 } };
  char *end = NULL;

  *points = text != NULL ? g_ascii_strtod (text, &end) : otherwise;
  if (text == NULL)
    return TRUE;

  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    if (end != text && g_str_equal (end, units[i].unit))
      {
        *points *= units[i].points;
        return TRUE;
      }

  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               _ ("“%s” is no length, expected one such as 5.5in, 140mm or 240pt"), text);

  return FALSE;
}

static gboolean
parse_gamma (const char *text, double *gamma, GError **error)
{
  char *end = NULL;

  *gamma = text != NULL ? g_ascii_strtod (text, &end) : 0.0;
  if (text == NULL || (end != text && *end == '\0' && *gamma == *gamma))
    return TRUE;

  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _ ("--gamma %s is no number"),
               text);

  return FALSE;
}

static gboolean
find_epoch (const SeesawRun *run, const char *text, gsize *index, GError **error)
{
  char *end = NULL;
  gint64 number = text != NULL ? g_ascii_strtoll (text, &end, 10) : 0;

  *index = run->n_epochs - 1;
  if (text == NULL || (end != text && *end == '\0' && number >= G_MININT32 &&
                       number <= G_MAXINT32 && seesaw_run_find_epoch (run, (gint32) number, index)))
    return TRUE;

  g_set_error (error, SEESAW_ERROR, SEESAW_ERROR_ARGUMENT,
               _ ("%s: there is no epoch %s; “seesaw-cli info” lists the epochs"), run->path, text);

  return FALSE;
}

static gboolean
plot (const SeesawFigure *figure, const char *path, const Options *options, GError **error)
{
  g_autoptr (SeesawOpenRun) open_run = seesaw_open_run_new (path);
  const SeesawRun *run = seesaw_open_run_describe (open_run, NULL, error);
  SeesawViewRequest request = { .top_k = 1, .parts = figure->parts };
  SeesawTheme theme = seesaw_theme_print (8.0);
  g_autoptr (SeesawView) view = NULL;
  g_autoptr (SeesawScene) scene = NULL;
  g_autoptr (SeesawScene) overlay = NULL;
  SeesawSubject subject = { .selected = -1 };
  const char *missing;
  double width;
  double height;

  if (!parse_length (options->width, 3.25 * 72.0, &width, error) ||
      !parse_length (options->height, 0.8 * width, &height, error) ||
      !parse_gamma (options->gamma, &subject.gamma, error))
    return FALSE;

  if (run == NULL || !find_epoch (run, options->epoch, &request.epoch, error))
    return FALSE;

  missing = figure->missing != NULL ? figure->missing (run) : NULL;
  if (missing != NULL)
    {
      g_set_error (error, SEESAW_ERROR, SEESAW_ERROR_MISSING, "%s: %s", path, missing);
      return FALSE;
    }

  view = seesaw_open_run_make_view (open_run, &request, NULL, NULL, NULL, error);
  if (view == NULL)
    return FALSE;

  subject.view = view;
  scene = figure->new_scene (&subject);
  if (options->gamma != NULL && figure->new_overlay != NULL)
    overlay = figure->new_overlay (&subject);

  return seesaw_export_file (scene, overlay, &theme, width, height, options->output, error);
}

/**
 * seesaw_cli_plot:
 *
 * seesaw-cli plot curve FILE -o OUT: a figure as PDF, SVG or PNG.
 *
 * Returns: whether the figure was written
 */
gboolean
seesaw_cli_plot (int argc, char **argv, GError **error)
{
  g_auto (Options) options = { 0 };
  const SeesawFigure *figure;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output,
      N_ ("Where to: a name that ends in .pdf, .svg or .png"), N_ ("OUT") },
    { "epoch", 0, 0, G_OPTION_ARG_STRING, &options.epoch, N_ ("This epoch instead of the last"),
      N_ ("E") },
    { "gamma", 0, 0, G_OPTION_ARG_STRING, &options.gamma, N_ ("Mark the operating point at γ"),
      N_ ("G") },
    { "width", 0, 0, G_OPTION_ARG_STRING, &options.width, N_ ("Width, such as 5.5in or 84mm"),
      N_ ("W") },
    { "height", 0, 0, G_OPTION_ARG_STRING, &options.height, N_ ("Height"), N_ ("H") },
    { 0 },
  };

  if (!seesaw_cli_parse (g_option_context_new (_ ("curve FILE")), &argc, &argv, entries, error))
    return FALSE;

  figure = argc == 3 ? seesaw_figure_find (argv[1]) : NULL;
  if (figure == NULL)
    return seesaw_cli_set_usage (error, _ ("plot takes a figure (curve) and one file"));
  if (options.output == NULL)
    return seesaw_cli_set_usage (error, _ ("plot needs -o OUT"));

  return plot (figure, argv[2], &options, error);
}
