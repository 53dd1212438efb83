/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "seesaw-grid.h"

#include "seesaw-paint.h"

/* Between neighbours, in font sizes. */
#define GAP_X 1.2
#define GAP_Y 1.0

/**
 * seesaw_grid_lay_out_legend:
 * @theme: how it looks
 * @width: of the page, in user units
 * @height: of the page
 *
 * Lays out the legend that all panels share, as that of a figure without anything else.
 *
 * Returns: (transfer full) (nullable): the layout, or %NULL if there is no such legend
 */
SeesawPlotLayout *
seesaw_grid_lay_out_legend (const SeesawGrid *grid,
                            const SeesawTheme *theme,
                            double width,
                            double height)
{
  const GPtrArray *marks = grid->panels[0].scene->marks;
  g_autoptr (SeesawScene) scene = NULL;
  SeesawTheme own = *theme;

  if (!grid->shares_legend || theme->legend == SEESAW_LEGEND_NONE)
    return NULL;

  scene = seesaw_scene_new ();
  own.legend = SEESAW_LEGEND_ABOVE;
  for (int axis = 0; axis < 2; axis++)
    seesaw_scene_set_axis (scene, axis, NULL, NULL, (SeesawScale){ 0.0, 1.0 }, SEESAW_AXIS_NAMES);
  for (guint i = 0; i < marks->len; i++)
    seesaw_scene_add_entry (scene, g_ptr_array_index (marks, i));

  return seesaw_plot_layout_new (scene, &own, width, height);
}

/**
 * seesaw_grid_measure_legend:
 * @theme: how it looks
 * @width: of the page, in user units
 * @height: of the page
 *
 * Returns: the height that a legend takes across the page, 0 if there is none
 */
double
seesaw_grid_measure_legend (const SeesawGrid *grid,
                            const SeesawTheme *theme,
                            double width,
                            double height)
{
  g_autoptr (SeesawPlotLayout) legend = seesaw_grid_lay_out_legend (grid, theme, width, height);

  return legend != NULL ? legend->legend.height : 0.0;
}

/**
 * seesaw_grid_get_legend_cell:
 * @theme: how it looks
 * @width: of the page, in user units
 * @height: of the page
 *
 * Returns: where on the page the legend goes that all panels share; of no height if there is none
 */
SeesawRect
seesaw_grid_get_legend_cell (const SeesawGrid *grid,
                             const SeesawTheme *theme,
                             double width,
                             double height)
{
  double legend = seesaw_grid_measure_legend (grid, theme, width, height);

  return (SeesawRect){ 0.0, theme->legend == SEESAW_LEGEND_BELOW ? height - legend : 0.0, width,
                       legend };
}

/* The theme of a panel, whose legend may stand across the page. */
static SeesawTheme
get_theme (const SeesawGrid *grid, const SeesawTheme *theme)
{
  SeesawTheme own = *theme;

  own.legend_is_apart = grid->shares_legend;

  return own;
}

/**
 * seesaw_grid_get_cell:
 * @theme: how it looks
 * @width: of the page, in user units
 * @height: of the page
 * @panel: index of a panel
 *
 * Returns: where on the page a panel goes
 */
SeesawRect
seesaw_grid_get_cell (const SeesawGrid *grid,
                      const SeesawTheme *theme,
                      double width,
                      double height,
                      gsize panel)
{
  gsize n_columns = MIN (grid->n_columns, grid->n_panels);
  gsize n_rows = (grid->n_panels + n_columns - 1) / n_columns;
  double gap_x = GAP_X * theme->font_size;
  double gap_y = GAP_Y * theme->font_size;
  double legend = seesaw_grid_measure_legend (grid, theme, width, height);
  double top = theme->legend == SEESAW_LEGEND_BELOW ? 0.0 : legend;
  double cell_width = (width + gap_x) / (double) n_columns - gap_x;
  double cell_height = (height - legend + gap_y) / (double) n_rows - gap_y;

  return (SeesawRect){ (double) (panel % n_columns) * (cell_width + gap_x),
                       top + (double) (panel / n_columns) * (cell_height + gap_y),
                       MAX (cell_width, 1.0), MAX (cell_height, 1.0) };
}

/* What the panels of a column need at both sides of their plot areas. */
static void
measure_column (const SeesawGrid *grid,
                const SeesawTheme *theme,
                const SeesawRect *cell,
                gsize column,
                double *left,
                double *right)
{
  *left = *right = 0.0;
  for (gsize i = column; i < grid->n_panels; i += grid->n_columns)
    {
      g_autoptr (SeesawPlotLayout) layout =
          seesaw_plot_layout_new (grid->panels[i].scene, theme, cell->width, cell->height);

      *left = MAX (*left, layout->plot.x);
      *right = MAX (*right, layout->width - layout->plot.x - layout->plot.width);
    }
}

/**
 * seesaw_grid_lay_out:
 * @theme: how it looks
 * @width: of the page, in user units
 * @height: of the page
 *
 * Lays out each panel in its cell, the plot areas of a column in line.
 *
 * Returns: (transfer full) (element-type SeesawPlotLayout): `[n_panels]`, layouts
 */
GPtrArray *
seesaw_grid_lay_out (const SeesawGrid *grid, const SeesawTheme *theme, double width, double height)
{
  GPtrArray *layouts = g_ptr_array_new_with_free_func ((GDestroyNotify) seesaw_plot_layout_free);
  SeesawRect cell = seesaw_grid_get_cell (grid, theme, width, height, 0);
  SeesawTheme own = get_theme (grid, theme);

  g_ptr_array_set_size (layouts, (int) grid->n_panels);
  for (gsize column = 0; column < MIN (grid->n_columns, grid->n_panels); column++)
    {
      double left;
      double right;

      measure_column (grid, &own, &cell, column, &left, &right);
      for (gsize i = column; i < grid->n_panels; i += grid->n_columns)
        layouts->pdata[i] =
            seesaw_plot_layout_new_aligned (grid->panels[i].scene, grid->panels[i].overlay, &own,
                                            cell.width, cell.height, left, right);
    }

  return layouts;
}

static void
paint_legend (const SeesawGrid *grid,
              const SeesawTheme *theme,
              double width,
              double height,
              cairo_t *cr)
{
  g_autoptr (SeesawPlotLayout) legend = seesaw_grid_lay_out_legend (grid, theme, width, height);

  if (legend == NULL)
    return;

  cairo_save (cr);
  cairo_translate (cr, 0.0, seesaw_grid_get_legend_cell (grid, theme, width, height).y);
  seesaw_paint_legend (legend, cr);
  cairo_restore (cr);
}

/**
 * seesaw_grid_paint:
 * @theme: how it looks
 * @width: of the page, in user units
 * @height: of the page
 * @cr: where to draw; the corner of the page is at the origin
 *
 * Draws all panels.
 */
void
seesaw_grid_paint (const SeesawGrid *grid,
                   const SeesawTheme *theme,
                   double width,
                   double height,
                   cairo_t *cr)
{
  g_autoptr (GPtrArray) layouts = seesaw_grid_lay_out (grid, theme, width, height);

  if (theme->paints_paper)
    {
      cairo_set_source_rgb (cr, theme->paper.red, theme->paper.green, theme->paper.blue);
      cairo_paint (cr);
    }

  paint_legend (grid, theme, width, height, cr);
  for (gsize i = 0; i < grid->n_panels; i++)
    {
      SeesawRect cell = seesaw_grid_get_cell (grid, theme, width, height, i);
      const SeesawPlotLayout *layout = g_ptr_array_index (layouts, i);

      cairo_save (cr);
      cairo_translate (cr, cell.x, cell.y);
      cairo_rectangle (cr, 0.0, 0.0, cell.width, cell.height);
      cairo_clip (cr);
      seesaw_paint_scene (layout, cr);
      if (grid->panels[i].overlay != NULL)
        seesaw_paint_overlay (layout, grid->panels[i].overlay, cr);
      cairo_restore (cr);
    }
}
