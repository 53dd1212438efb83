/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One run or several, read for a figure. */

#include "config.h"

#include "seesaw-cli-plot-runs.h"

#include "seesaw-cli-compare.h"
#include "seesaw-cli-plot-checks.h"
#include "seesaw-error.h"

#include <glib/gi18n.h>

struct _SeesawPlotRuns
{
  GPtrArray *open_runs; /* of SeesawOpenRun */
  GPtrArray *views;     /* of SeesawView, in the same order */
  GPtrArray *names;     /* of char *, likewise */
  GArray *subjects;     /* of SeesawRunSubject, likewise */
  guint present;        /* index of the run that is looked at */
  SeesawScore score;    /* what every run must have */

  const SeesawSessionFile *session;
  GPtrArray *session_runs; /* of SeesawSessionRun, in the same order, if there is a session */
};

/**
 * seesaw_plot_runs_new:
 * @score: what classes are ranked by
 *
 * Returns: (transfer full): no runs yet
 */
SeesawPlotRuns *
seesaw_plot_runs_new (SeesawScore score)
{
  SeesawPlotRuns *self = g_new0 (SeesawPlotRuns, 1);

  self->open_runs = g_ptr_array_new_with_free_func (g_object_unref);
  self->views = g_ptr_array_new_with_free_func ((GDestroyNotify) seesaw_view_unref);
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->subjects = g_array_new (FALSE, TRUE, sizeof (SeesawRunSubject));
  self->session_runs = g_ptr_array_new ();
  self->score = score;

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
  g_ptr_array_unref (self->session_runs);
  g_free (self);
}

static const SeesawRun *
get_run (const SeesawPlotRuns *self, guint index)
{
  return seesaw_open_run_get_run (g_ptr_array_index (self->open_runs, index));
}

static gboolean
remove_missing (const SeesawPlotRuns *self, GPtrArray *figures, GError **error)
{
  g_autoptr (GPtrArray) runs = g_ptr_array_new ();

  g_ptr_array_add (runs, (gpointer) get_run (self, self->present));
  for (guint i = 0; i < self->open_runs->len; i++)
    g_ptr_array_add (runs, (gpointer) get_run (self, i));

  return seesaw_plot_remove_missing (figures, runs, error);
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
  if (paths[1] != NULL && !seesaw_plot_remove_single (figures, error))
    return FALSE;

  if (seesaw_plot_ignore_score (figures))
    self->score = SEESAW_SCORE_LOGIT;
  for (char **path = paths; *path != NULL; path++)
    {
      SeesawOpenRun *open_run = seesaw_open_run_new (*path);
      const SeesawRun *run;

      g_ptr_array_add (self->open_runs, open_run);
      run = seesaw_open_run_describe (open_run, NULL, error);
      if (run == NULL || !seesaw_plot_check_fits (get_run (self, 0), run, self->score, error))
        return FALSE;
    }

  return remove_missing (self, figures, error);
}

static void
leave_out (SeesawPlotRuns *self, guint index)
{
  g_ptr_array_remove_index (self->open_runs, index);
  g_ptr_array_remove_index (self->session_runs, index);
  if (index < self->present)
    self->present--;
}

/* Where no figure has a score, a run without it is looked at by logits, as in the window. */
static gboolean
check_present (SeesawPlotRuns *self, const GPtrArray *figures, GError **error)
{
  const SeesawRun *run = get_run (self, self->present);

  if (seesaw_plot_ignore_score (figures) && !seesaw_run_has_score (run, self->score))
    self->score = SEESAW_SCORE_LOGIT;

  return seesaw_plot_check_score (run, self->score, error);
}

/* Those that do not fit beside the present run are told of, as the window does. */
static void
leave_out_misfits (SeesawPlotRuns *self)
{
  for (guint i = self->open_runs->len; i-- > 0;)
    {
      g_autoptr (GError) error = NULL;

      if (!seesaw_plot_check_fits (get_run (self, self->present), get_run (self, i), self->score,
                                   &error))
        {
          g_printerr ("seesaw-cli: %s\n", error->message);
          leave_out (self, i);
        }
    }
}

static gboolean
shows_several (const GPtrArray *figures)
{
  for (guint i = 0; i < figures->len; i++)
    if (((const SeesawFigure *) g_ptr_array_index (figures, i))->overlays_runs)
      return TRUE;

  return FALSE;
}

/**
 * seesaw_plot_runs_describe_session:
 * @self: the runs
 * @session: where they are; must outlive @self
 * @figures: (element-type SeesawFigure): as for seesaw_plot_runs_describe()
 * @error: return location for an error
 *
 * Opens the runs of a session that are not hidden; where figures show a single run, the present
 * one.
 *
 * Returns: whether there is a run, and something to be drawn of it
 */
gboolean
seesaw_plot_runs_describe_session (SeesawPlotRuns *self,
                                   const SeesawSessionFile *session,
                                   GPtrArray *figures,
                                   GError **error)
{
  const gboolean several = shows_several (figures);

  self->session = session;
  for (guint i = 0; i < session->runs->len; i++)
    {
      const SeesawSessionRun *run = seesaw_session_file_get_run (session, i);
      SeesawOpenRun *open_run;

      if (!run->is_present && (run->is_hidden || !several))
        continue;

      if (run->is_present)
        self->present = self->open_runs->len;
      open_run = seesaw_open_run_new (run->path);
      g_ptr_array_add (self->open_runs, open_run);
      g_ptr_array_add (self->session_runs, (gpointer) run);
      if (seesaw_open_run_describe (open_run, NULL, error) == NULL)
        return FALSE;
    }

  if (self->open_runs->len == 0)
    {
      g_set_error (error, SEESAW_ERROR, SEESAW_ERROR_MISSING, _ ("the session shows no run"));
      return FALSE;
    }

  if (!check_present (self, figures, error))
    return FALSE;

  leave_out_misfits (self);

  return (self->open_runs->len == 1 || seesaw_plot_remove_single (figures, error)) &&
         remove_missing (self, figures, error);
}

/**
 * seesaw_plot_runs_get_present:
 *
 * Returns: (transfer none): the run that is looked at: the first of files
 */
const SeesawRun *
seesaw_plot_runs_get_present (SeesawPlotRuns *self)
{
  return get_run (self, self->present);
}

static const SeesawSessionRun *
get_session_run (const SeesawPlotRuns *self, guint index)
{
  return self->session != NULL ? g_ptr_array_index (self->session_runs, index) : NULL;
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
is_at_best (const SeesawPlotRuns *self, const SeesawSessionRun *own)
{
  SeesawEpochFrom from = own->epoch.from;

  return (from != SEESAW_EPOCH_OF_ALL ? from : self->session->epoch.from) == SEESAW_EPOCH_AT_BEST;
}

/* A session's number that the run lacks means the last epoch, as in the window; an option's is an
 * error.
 */
static gboolean
find_epoch (SeesawPlotRuns *self,
            guint index,
            const SeesawPlotOptions *options,
            SeesawViewRequest *request,
            GError **error)
{
  const SeesawSessionRun *own = get_session_run (self, index);
  SeesawCompareRequest choice = { .top_k = request->top_k, .average = request->average };

  if (own == NULL || options->epoch != NULL)
    {
      if (!seesaw_cli_parse_epoch_choice (options->epoch, &choice, error))
        return FALSE;
    }
  else if (is_at_best (self, own))
    choice.choice = SEESAW_EPOCH_BEST;
  else
    {
      request->epoch =
          seesaw_session_file_find_epoch (self->session, own, get_run (self, index), NULL);
      return TRUE;
    }

  return seesaw_compare_find_epoch (g_ptr_array_index (self->open_runs, index), &choice,
                                    &request->epoch, NULL, error);
}

static gboolean
find_gamma (SeesawPlotRuns *self,
            guint index,
            const SeesawPlotOptions *options,
            SeesawRunSubject *subject,
            GError **error)
{
  const SeesawSessionRun *own = get_session_run (self, index);
  const SeesawView *view = subject->view;

  if (own == NULL || options->gamma != NULL)
    return seesaw_plot_find_gamma (view, options->gamma, &subject->gamma, error);

  subject->gamma =
      seesaw_session_file_get_gamma (self->session, own, view->now, view->request.score);

  return TRUE;
}

static gboolean
load_one (SeesawPlotRuns *self,
          guint index,
          const SeesawViewRequest *request,
          const SeesawPlotOptions *options,
          GError **error)
{
  const SeesawSessionRun *own = get_session_run (self, index);
  SeesawViewRequest of_run = *request;
  SeesawRunSubject subject = { .style = own != NULL ? seesaw_session_run_get_style (own)
                                                    : seesaw_run_style (index) };
  SeesawView *view;
  char *name;

  if (!find_epoch (self, index, options, &of_run, error))
    return FALSE;

  view = seesaw_open_run_make_view (g_ptr_array_index (self->open_runs, index), &of_run, NULL, NULL,
                                    NULL, error);
  if (view == NULL)
    return FALSE;

  g_ptr_array_add (self->views, view);
  name = own != NULL && own->name != NULL ? g_strdup (own->name) : choose_name (self, index);
  g_ptr_array_add (self->names, name);
  subject.view = view;
  subject.name = name;
  if (!find_gamma (self, index, options, &subject, error))
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
 * @subject: (inout): gets the present run, and all of them beside it
 */
void
seesaw_plot_runs_fill (const SeesawPlotRuns *self, SeesawSubject *subject)
{
  const SeesawRunSubject *runs = &g_array_index (self->subjects, SeesawRunSubject, 0);

  subject->view = runs[self->present].view;
  subject->gamma = runs[self->present].gamma;
  subject->runs = runs;
  subject->n_runs = self->subjects->len;
}
