/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "seesaw-figure.h"

#include "seesaw-figure-curve.h"

static const SeesawFigure *const figures[] = {
  &seesaw_figure_curve,
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
