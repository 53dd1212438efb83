/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "seesaw-figure.h"

#include "seesaw-figure-class.h"
#include "seesaw-figure-curve.h"
#include "seesaw-figure-drift.h"
#include "seesaw-figure-gain.h"
#include "seesaw-figure-gap.h"
#include "seesaw-figure-history.h"
#include "seesaw-figure-margins.h"

static const SeesawFigure *const figures[] = {
  &seesaw_figure_curve,          &seesaw_figure_gap,
  &seesaw_figure_gap_scale,      &seesaw_figure_history_accuracy,
  &seesaw_figure_history_ncm,    &seesaw_figure_history_mass,
  &seesaw_figure_history_ausuc,  &seesaw_figure_history_gamma,
  &seesaw_figure_history_norm,   &seesaw_figure_margins,
  &seesaw_figure_margin,         &seesaw_figure_margin_distribution,
  &seesaw_figure_gain,           &seesaw_figure_drift,
  &seesaw_figure_class_accuracy, &seesaw_figure_class_drift,
};

/**
 * seesaw_subject_has_runs:
 *
 * Returns: whether several runs are shown side by side
 */
gboolean
seesaw_subject_has_runs (const SeesawSubject *self)
{
  return self->runs != NULL && self->n_runs > 1;
}

/**
 * seesaw_subject_find_current:
 *
 * Returns: position of the present run among those side by side; 0 if it is the only one
 */
guint
seesaw_subject_find_current (const SeesawSubject *self)
{
  for (guint i = 0; seesaw_subject_has_runs (self) && i < self->n_runs; i++)
    if (self->runs[i].view == self->view)
      return i;

  return 0;
}

/**
 * seesaw_subject_of_run:
 * @index: position of a run among those side by side
 *
 * Returns: the same about that run alone
 */
SeesawSubject
seesaw_subject_of_run (const SeesawSubject *self, gsize index)
{
  SeesawSubject subject = *self;

  subject.view = self->runs[index].view;
  subject.gamma = self->runs[index].gamma;
  subject.runs = NULL;
  subject.n_runs = 0;

  return subject;
}

/**
 * seesaw_figure_find_missing:
 * @runs: `[n_runs]`, that are shown together, the present one first
 * @n_runs: number of them, at least 1
 *
 * Returns: (transfer none) (nullable): what to record, as a translated sentence, if none of the
 *   runs has what the figure shows; %NULL if one has
 */
const char *
seesaw_figure_find_missing (const SeesawFigure *self, const SeesawRun *const *runs, gsize n_runs)
{
  for (gsize i = 0; i < n_runs; i++)
    if (self->missing == NULL || self->missing (runs[i]) == NULL)
      return NULL;

  return self->missing (runs[0]);
}

/**
 * seesaw_subject_find_missing:
 * @figure: a figure
 *
 * Returns: (transfer none) (nullable): what to record for there to be that figure of @self
 */
const char *
seesaw_subject_find_missing (const SeesawSubject *self, const SeesawFigure *figure)
{
  gsize n_others = seesaw_subject_has_runs (self) && figure->overlays_runs ? self->n_runs : 0;
  g_autofree const SeesawRun **runs = g_new (const SeesawRun *, 1 + n_others);

  runs[0] = self->view->run;
  for (gsize i = 0; i < n_others; i++)
    runs[1 + i] = self->runs[i].view->run;

  return seesaw_figure_find_missing (figure, runs, 1 + n_others);
}

/**
 * seesaw_figure_find:
 * @id: the id of a figure
 *
 * Returns: (transfer none) (nullable): the figure
 */
const SeesawFigure *
seesaw_figure_find (const char *id)
{
  for (gsize i = 0; i < G_N_ELEMENTS (figures); i++)
    if (g_str_equal (figures[i]->id, id))
      return figures[i];

  return NULL;
}

/**
 * seesaw_figure_list:
 * @n_figures: (out): number of figures
 *
 * Returns: (transfer none): `[n_figures]`, all figures there are, those of a group one after the
 *   other
 */
const SeesawFigure *const *
seesaw_figure_list (gsize *n_figures)
{
  *n_figures = G_N_ELEMENTS (figures);

  return figures;
}
