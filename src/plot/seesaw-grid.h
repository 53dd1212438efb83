/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-plot-layout.h"

#include <cairo.h>

G_BEGIN_DECLS

/**
 * SeesawPanel:
 * @scene: what is to be seen
 * @overlay: (nullable): what stands over it
 */
typedef struct
{
  SeesawScene *scene;
  const SeesawScene *overlay;
} SeesawPanel;

/**
 * SeesawGrid:
 * @panels: `[n_panels]`, row by row
 * @n_panels: number of panels, at least 1
 * @n_columns: how many stand side by side, at least 1
 * @shares_legend: whether the legend of the first panel is that of all, and stands across the page
 *
 * Scenes on one page.
 */
typedef struct
{
  const SeesawPanel *panels;
  gsize n_panels;
  gsize n_columns;
  gboolean shares_legend;
} SeesawGrid;

SeesawPlotLayout *seesaw_grid_lay_out_legend (const SeesawGrid *grid,
                                              const SeesawTheme *theme,
                                              double width,
                                              double height) G_GNUC_WARN_UNUSED_RESULT;
SeesawRect seesaw_grid_get_legend_cell (const SeesawGrid *grid,
                                        const SeesawTheme *theme,
                                        double width,
                                        double height);
double seesaw_grid_measure_legend (const SeesawGrid *grid,
                                   const SeesawTheme *theme,
                                   double width,
                                   double height);

GPtrArray *seesaw_grid_lay_out (const SeesawGrid *grid,
                                const SeesawTheme *theme,
                                double width,
                                double height) G_GNUC_WARN_UNUSED_RESULT;
SeesawRect seesaw_grid_get_cell (const SeesawGrid *grid,
                                 const SeesawTheme *theme,
                                 double width,
                                 double height,
                                 gsize panel);
void seesaw_grid_paint (const SeesawGrid *grid,
                        const SeesawTheme *theme,
                        double width,
                        double height,
                        cairo_t *cr);

G_END_DECLS
