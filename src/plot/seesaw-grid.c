/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "seesaw-grid.h"

#include "seesaw-paint.h"

/* Between neighbours, in font sizes. */
#define GAP_X 1.2
#define GAP_Y 1.0

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
  double cell_width = (width + gap_x) / (double) n_columns - gap_x;
  double cell_height = (height + gap_y) / (double) n_rows - gap_y;

  return (SeesawRect){ (double) (panel % n_columns) * (cell_width + gap_x),
                       (double) (panel / n_columns) * (cell_height + gap_y), MAX (cell_width, 1.0),
                       MAX (cell_height, 1.0) };
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

  g_ptr_array_set_size (layouts, (int) grid->n_panels);
  for (gsize column = 0; column < MIN (grid->n_columns, grid->n_panels); column++)
    {
      double left;
      double right;

      measure_column (grid, theme, &cell, column, &left, &right);
      for (gsize i = column; i < grid->n_panels; i += grid->n_columns)
        layouts->pdata[i] = seesaw_plot_layout_new_aligned (grid->panels[i].scene, theme,
                                                            cell.width, cell.height, left, right);
    }

  return layouts;
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
