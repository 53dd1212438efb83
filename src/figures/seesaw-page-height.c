/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How high a page is: high enough for its panels, and for a legend however many runs it lists. */

#include "config.h"

#include "seesaw-page-height.h"

#include "seesaw-error.h"
#include "seesaw-style.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* The least height of a plot area, and one that can be read, in font sizes. */
#define LEAST_HEIGHT 2.0
#define READABLE_HEIGHT 6.0

/* No page is higher than that for the names of x, in widths. */
#define MAX_ASPECT 1.6

static gsize
count_rows (const SeesawGrid *grid)
{
  return (grid->n_panels + grid->n_columns - 1) / grid->n_columns;
}

/* The height of a legend that found no room within the plot area, or shall not be there. */
static double
measure_legend (const SeesawTheme *theme, SeesawScene *scene, const SeesawRect *cell)
{
  g_autoptr (SeesawPlotLayout) layout =
      seesaw_plot_layout_new (scene, theme, cell->width, cell->height);

  return seesaw_rect_overlaps (&layout->legend, &layout->plot) ? 0.0 : layout->legend.height;
}

/* Likewise of all panels, and where it goes above all of them: @height is that of the page. */
static double
measure_legends (const SeesawGrid *grid, const SeesawTheme *theme, double width, double height)
{
  SeesawRect cell = seesaw_grid_get_cell (grid, theme, width, height, 0);
  double legend = 0.0;

  if (grid->shares_legend)
    return seesaw_grid_measure_legend (grid, theme, width, height);

  for (gsize i = 0; i < grid->n_panels; i++)
    legend = MAX (legend, measure_legend (theme, grid->panels[i].scene, &cell));

  return legend * (double) count_rows (grid);
}

/* What legends would take outside of plot areas if a page could be as high as they like. */
static double
measure_all_of_legends (const SeesawGrid *grid, const SeesawTheme *theme, double width)
{
  SeesawTheme outside = *theme;

  if (theme->legend != SEESAW_LEGEND_NONE)
    outside.legend = SEESAW_LEGEND_ABOVE;

  return measure_legends (grid, &outside, width, SEESAW_STYLE_MAX_LENGTH);
}

static gboolean
lacks_legend (const SeesawPlotLayout *layout)
{
  return layout != NULL && layout->legend_marks->len > 0 && !(layout->legend.width > 0.0);
}

/* Whether there is something to be listed on a page of that height that finds no room there;
 * @lowest is the height of the lowest plot area.
 */
static gboolean
lacks_legends (const SeesawGrid *grid,
               const SeesawTheme *theme,
               double width,
               double height,
               double *lowest)
{
  g_autoptr (GPtrArray) layouts = seesaw_grid_lay_out (grid, theme, width, height);
  g_autoptr (SeesawPlotLayout) shared = seesaw_grid_lay_out_legend (grid, theme, width, height);
  gboolean lacks = lacks_legend (shared);

  *lowest = (double) INFINITY;
  for (guint i = 0; i < layouts->len; i++)
    {
      const SeesawPlotLayout *layout = g_ptr_array_index (layouts, i);

      *lowest = MIN (*lowest, layout->plot.height);
      lacks |= lacks_legend (layout);
    }

  return lacks;
}

/* Where names of x read upwards, a page may be so high that they need not be cut. */
static double
fit_names (const SeesawGrid *grid, const SeesawTheme *theme, double width, double height)
{
  g_autoptr (SeesawPlotLayout) layout =
      seesaw_plot_layout_new (grid->panels[0].scene, theme, width, height);

  return grid->n_panels > 1 ? height
                            : MAX (height, MIN (ceil (layout->names_height), MAX_ASPECT * width));
}

/* From a height that may do to one that does: a legend may be no more than a part of its panel. */
static double
grow (const SeesawGrid *grid, const SeesawTheme *theme, double width, double height)
{
  double lowest;

  while (height < SEESAW_STYLE_MAX_LENGTH && lacks_legends (grid, theme, width, height, &lowest))
    height += theme->font_size * (double) count_rows (grid);

  return MIN (height, SEESAW_STYLE_MAX_LENGTH);
}

/**
 * seesaw_page_choose_height:
 * @grid: what is on the page
 * @theme: how it looks
 * @width: of the page, in points
 *
 * Returns: a height, in points, at which panels look well; a legend outside of them gets room of
 *   its own
 */
double
seesaw_page_choose_height (const SeesawGrid *grid, const SeesawTheme *theme, double width)
{
  double aspect = grid->n_panels == 1 ? 0.8 : grid->n_columns > 1 ? 0.72 : 0.5;
  double panels = aspect * width * (double) count_rows (grid) / (double) grid->n_columns;
  double height = panels + measure_legends (grid, theme, width, panels);
  double lowest;

  height = fit_names (grid, theme, width, height);
  if (!lacks_legends (grid, theme, width, height, &lowest))
    return height;

  return grow (grid, theme, width,
               fit_names (grid, theme, width, panels) +
                   measure_all_of_legends (grid, theme, width));
}

/* A height at which legends have room beside panels that can be read. */
static double
find_height (const SeesawGrid *grid,
             const SeesawTheme *theme,
             const SeesawExportPage *size,
             double lowest)
{
  double lacking = (double) count_rows (grid) * (READABLE_HEIGHT * theme->font_size - lowest);
  double height = size->height + lacking + measure_all_of_legends (grid, theme, size->width);

  return grow (grid, theme, size->width, MAX (height, size->height));
}

/**
 * seesaw_page_check_height:
 * @grid: what is on the page
 * @theme: how it looks
 * @size: of the page, as it was asked for
 * @needs_legend: whether a legend may not be left out
 * @error: return location for a `SEESAW_ERROR`, which names a height that does
 *
 * Returns: whether titles, ticks and legends leave room for figures, and figures for legends
 */
gboolean
seesaw_page_check_height (const SeesawGrid *grid,
                          const SeesawTheme *theme,
                          const SeesawExportPage *size,
                          gboolean needs_legend,
                          GError **error)
{
  double lowest;
  gboolean lacks = lacks_legends (grid, theme, size->width, size->height, &lowest);

  if (lowest < LEAST_HEIGHT * theme->font_size)
    {
      double lacking = (double) count_rows (grid) * (READABLE_HEIGHT * theme->font_size - lowest);

      g_set_error (error, SEESAW_ERROR, SEESAW_ERROR_ARGUMENT,
                   _ ("height: titles and legends leave no room for the figure on a page %g points "
                      "high; take about %.0f points, a smaller font, or the legend away"),
                   size->height,
                   ceil (needs_legend ? grow (grid, theme, size->width, size->height + lacking)
                                      : size->height + lacking));
      return FALSE;
    }
  if (!lacks || !needs_legend)
    return TRUE;

  g_set_error (error, SEESAW_ERROR, SEESAW_ERROR_ARGUMENT,
               _ ("height: the legend finds no room on a page %g points high; take about %.0f "
                  "points, a smaller font, or the legend away"),
               size->height, ceil (find_height (grid, theme, size, lowest)));

  return FALSE;
}
