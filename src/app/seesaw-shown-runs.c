/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which runs a scene shows side by side, to find out whether it still shows what it should. */

#include "config.h"

#include "seesaw-shown-runs.h"

struct _SeesawShownRuns
{
  gsize n_runs;
  SeesawView **views; /* [n_runs] */
  SeesawRunStyle *styles;
  char **names;
  gboolean hides_legend;
};

/**
 * seesaw_shown_runs_new:
 * @subject: what a scene is made of
 *
 * Returns: (transfer full): the runs in it, none if it is of one run only
 */
SeesawShownRuns *
seesaw_shown_runs_new (const SeesawSubject *subject)
{
  SeesawShownRuns *self = g_new0 (SeesawShownRuns, 1);

  self->n_runs = subject->n_runs;
  self->hides_legend = subject->hides_legend;
  self->views = g_new (SeesawView *, self->n_runs);
  self->styles = g_new (SeesawRunStyle, self->n_runs);
  self->names = g_new0 (char *, self->n_runs + 1);
  for (gsize i = 0; i < self->n_runs; i++)
    {
      self->views[i] = seesaw_view_ref ((SeesawView *) subject->runs[i].view);
      self->styles[i] = subject->runs[i].style;
      self->names[i] = g_strdup (subject->runs[i].name);
    }

  return self;
}

/**
 * seesaw_shown_runs_free:
 * @self: (transfer full): the runs
 */
void
seesaw_shown_runs_free (SeesawShownRuns *self)
{
  for (gsize i = 0; i < self->n_runs; i++)
    seesaw_view_unref (self->views[i]);
  g_free (self->views);
  g_free (self->styles);
  g_strfreev (self->names);
  g_free (self);
}

/**
 * seesaw_shown_runs_are_of:
 * @self: (nullable): the runs of a scene
 * @subject: what is to be shown
 *
 * Returns: whether a scene of @subject has the same runs, and looks the same but for γ
 */
gboolean
seesaw_shown_runs_are_of (const SeesawShownRuns *self, const SeesawSubject *subject)
{
  if (self == NULL || self->n_runs != subject->n_runs)
    return FALSE;

  for (gsize i = 0; i < self->n_runs; i++)
    {
      const SeesawRunSubject *run = &subject->runs[i];

      if (self->views[i] != run->view || self->styles[i].color != run->style.color ||
          self->styles[i].marker != run->style.marker || self->styles[i].dash != run->style.dash ||
          !g_str_equal (self->names[i], run->name))
        return FALSE;
    }

  return self->n_runs == 0 || self->hides_legend == subject->hides_legend;
}
