/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One run or several, read for a figure. */

#include "config.h"

#include "seesaw-cli-plot-runs.h"

#include "seesaw-error.h"
#include "seesaw-open-run.h"

#include <glib/gi18n.h>

struct _SeesawPlotRuns
{
  GPtrArray *open_runs; /* of SeesawOpenRun */
  GPtrArray *views;     /* of SeesawView, in the same order */
  GPtrArray *names;     /* of char *, likewise */
  GArray *subjects;     /* of SeesawRunSubject, likewise */
};

/**
 * seesaw_plot_runs_new:
 *
 * Returns: (transfer full): no runs yet
 */
SeesawPlotRuns *
seesaw_plot_runs_new (void)
{
  SeesawPlotRuns *self = g_new0 (SeesawPlotRuns, 1);

  self->open_runs = g_ptr_array_new_with_free_func (g_object_unref);
  self->views = g_ptr_array_new_with_free_func ((GDestroyNotify) seesaw_view_unref);
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->subjects = g_array_new (FALSE, TRUE, sizeof (SeesawRunSubject));

  return self;
}

/**
 * seesaw_plot_runs_free:
 * @self: (transfer full): the runs
 */
void
seesaw_plot_runs_free (SeesawPlotRuns *self)
{
  g_ptr_array_unref (self->open_runs);
  g_ptr_array_unref (self->views);
  g_ptr_array_unref (self->names);
  g_array_unref (self->subjects);
  g_free (self);
}

static const SeesawRun *
get_run (const SeesawPlotRuns *self, guint index)
{
  return seesaw_open_run_get_run (g_ptr_array_index (self->open_runs, index));
}

/* Takes away what the run has nothing for; an error if nothing is left. */
static gboolean
remove_missing (GPtrArray *figures, const SeesawRun *run, GError **error)
{
  const char *first = NULL;

  for (guint i = figures->len; i-- > 0;)
    {
      const SeesawFigure *figure = g_ptr_array_index (figures, i);
      const char *missing = figure->missing != NULL ? figure->missing (run) : NULL;

      if (missing != NULL)
        {
          first = missing;
          g_ptr_array_remove_index (figures, i);
        }
    }

  if (figures->len == 0)
    g_set_error (error, SEESAW_ERROR, SEESAW_ERROR_MISSING, "%s: %s", run->path, first);

  return figures->len > 0;
}

/* Likewise what shows one run only. */
static gboolean
remove_single (GPtrArray *figures, GError **error)
{
  const char *id = ((const SeesawFigure *) g_ptr_array_index (figures, 0))->id;

  for (guint i = figures->len; i-- > 0;)
    if (!((const SeesawFigure *) g_ptr_array_index (figures, i))->overlays_runs)
      g_ptr_array_remove_index (figures, i);

  if (figures->len == 0)
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                 _ ("%s shows one run; curve, histories and margins show several"), id);

  return figures->len > 0;
}

static gboolean
check_fits (const SeesawRun *first, const SeesawRun *run, GError **error)
{
  g_autofree char *why_not = seesaw_runs_why_not (first, run);

  if (why_not != NULL)
    g_set_error (error, SEESAW_ERROR, SEESAW_ERROR_ARGUMENT, "%s: %s", run->path, why_not);

  return why_not == NULL;
}

/**
 * seesaw_plot_runs_describe:
 * @self: the runs
 * @paths: files, ending with %NULL
 * @figures: (element-type SeesawFigure): what shall be drawn; what cannot be is taken away
 * @error: return location for an error
 *
 * Opens all runs. A figure of several is drawn if one of them has what it shows.
 *
 * Returns: whether they can be shown together, and something is left to be drawn
 */
gboolean
seesaw_plot_runs_describe (SeesawPlotRuns *self, char **paths, GPtrArray *figures, GError **error)
{
  if (paths[1] != NULL && !remove_single (figures, error))
    return FALSE;

  for (char **path = paths; *path != NULL; path++)
    {
      SeesawOpenRun *open_run = seesaw_open_run_new (*path);
      const SeesawRun *run;

      g_ptr_array_add (self->open_runs, open_run);
      run = seesaw_open_run_describe (open_run, NULL, error);
      if (run == NULL || !check_fits (get_run (self, 0), run, error))
        return FALSE;
    }

  return remove_missing (figures, get_run (self, 0), error);
}

/**
 * seesaw_plot_runs_get_first:
 *
 * Returns: (transfer none): the run that was named first
 */
const SeesawRun *
seesaw_plot_runs_get_first (SeesawPlotRuns *self)
{
  return get_run (self, 0);
}

/* The name of a run, or of its file where another run has that name, too. */
static char *
choose_name (const SeesawPlotRuns *self, guint index)
{
  const SeesawRun *run = get_run (self, index);
  g_autofree char *base = g_path_get_basename (run->path);

  for (guint i = 0; i < self->open_runs->len; i++)
    if (i != index && g_str_equal (get_run (self, i)->name, run->name))
      return g_filename_display_name (base);

  return g_strdup (run->name);
}

static gboolean
load_one (SeesawPlotRuns *self,
          guint index,
          const SeesawViewRequest *request,
          const SeesawPlotOptions *options,
          GError **error)
{
  SeesawViewRequest of_run = *request;
  SeesawRunSubject subject = { .style = seesaw_run_style (index) };
  SeesawView *view;
  char *name;

  if (!seesaw_plot_find_epoch (get_run (self, index), options->epoch, &of_run.epoch, error))
    return FALSE;

  view = seesaw_open_run_make_view (g_ptr_array_index (self->open_runs, index), &of_run, NULL, NULL,
                                    NULL, error);
  if (view == NULL)
    return FALSE;

  g_ptr_array_add (self->views, view);
  name = choose_name (self, index);
  g_ptr_array_add (self->names, name);
  subject.view = view;
  subject.name = name;
  if (!seesaw_plot_find_gamma (view, options->gamma, &subject.gamma, error))
    return FALSE;

  g_array_append_val (self->subjects, subject);

  return TRUE;
}

/**
 * seesaw_plot_runs_load:
 * @self: the runs
 * @request: how to look at them, but for the epoch
 * @options: epoch and γ
 * @error: return location for an error
 *
 * Returns: whether all could be read, and have that epoch and γ
 */
gboolean
seesaw_plot_runs_load (SeesawPlotRuns *self,
                       const SeesawViewRequest *request,
                       const SeesawPlotOptions *options,
                       GError **error)
{
  for (guint i = 0; i < self->open_runs->len; i++)
    if (!load_one (self, i, request, options, error))
      return FALSE;

  return TRUE;
}

/**
 * seesaw_plot_runs_fill:
 * @self: the runs; must outlive @subject
 * @subject: (inout): gets the first run as the present one, and all of them beside it
 */
void
seesaw_plot_runs_fill (const SeesawPlotRuns *self, SeesawSubject *subject)
{
  const SeesawRunSubject *first = &g_array_index (self->subjects, SeesawRunSubject, 0);

  subject->view = first->view;
  subject->gamma = first->gamma;
  subject->runs = first;
  subject->n_runs = self->subjects->len;
}
