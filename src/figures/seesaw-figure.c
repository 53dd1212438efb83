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
