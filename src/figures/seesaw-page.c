/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The one way to paper: command line, dialog, printer and preview all make a page, so that the
 * same settings give the same bytes.
 */

#include "config.h"

#include "seesaw-page.h"

#include "seesaw-error.h"
#include "seesaw-figure-info.h"
#include "seesaw-style-scene.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Widths in points: a column of a paper, and its text. */
#define COLUMN_WIDTH (3.25 * 72.0)
#define TEXT_WIDTH (5.5 * 72.0)

/* The least height of a plot area, and one that can be read, in font sizes. */
#define LEAST_HEIGHT 2.0
#define READABLE_HEIGHT 6.0

/* Two panels stand side by side where each has this width, in font sizes. */
#define PANEL_WIDTH 18.0

struct _SeesawPage
{
  GArray *panels; /* of SeesawPanel */
  SeesawGrid grid;
  SeesawTheme theme;
  char *font;
  SeesawExportPage size;
  SeesawFigureInfo *info;
};

static void
panel_clear (gpointer data)
{
  SeesawPanel *panel = data;

  seesaw_scene_unref (panel->scene);
  g_clear_pointer ((SeesawScene **) &panel->overlay, seesaw_scene_unref);
}

static SeesawScene *
new_overlay (const SeesawPageContent *content,
             const SeesawFigure *figure,
             const SeesawSubject *subject)
{
  if (figure->new_overlay == NULL || !(content->with_overlay || figure->needs_overlay))
    return NULL;

  return figure->new_overlay (subject);
}

static void
add_panel (SeesawPage *self, SeesawScene *scene, SeesawScene *overlay)
{
  SeesawPanel panel = { scene, overlay };

  g_array_append_val (self->panels, panel);
}

static void
add_figures (SeesawPage *self, const SeesawPageContent *content)
{
  for (gsize i = 0; i < content->n_figures; i++)
    {
      SeesawSubject subject = *content->subject;
      SeesawScene *scene;

      /* The first panel tells runs apart for all. */
      subject.hides_legend = self->panels->len > 0;
      scene = content->figures[i]->new_scene (&subject);
      if (scene != NULL)
        add_panel (self, scene, new_overlay (content, content->figures[i], &subject));
    }
}

static gboolean
fill (SeesawPage *self, const SeesawPageContent *content, GError **error)
{
  if (content->n_figures == 0)
    add_panel (self, seesaw_compare_new_scene (content->compare), NULL);
  else
    add_figures (self, content);

  self->grid = (SeesawGrid){ &g_array_index (self->panels, SeesawPanel, 0), self->panels->len, 1,
                             self->panels->len > 1 && seesaw_subject_has_runs (content->subject) };
  if (self->panels->len == 0)
    g_set_error (error, SEESAW_ERROR, SEESAW_ERROR_MISSING,
                 _ ("%s: there is nothing to show at this epoch"),
                 content->subject->view->run->path);

  return self->panels->len > 0;
}

/* Titles of all figures on the page. */
static SeesawFigureInfo *
new_info (const SeesawPageContent *content)
{
  g_autoptr (GPtrArray) titles = g_ptr_array_new ();
  g_autofree char *title = NULL;
  gboolean by_score = FALSE;

  if (content->n_figures == 0)
    return seesaw_figure_info_new_compare (content->compare);

  for (gsize i = 0; i < content->n_figures; i++)
    {
      g_ptr_array_add (titles, (gpointer) _ (content->figures[i]->title));
      by_score |= !content->figures[i]->ignores_score;
    }
  g_ptr_array_add (titles, NULL);
  title = g_strjoinv ("; ", (char **) titles->pdata);

  return seesaw_figure_info_new (
      title, content->n_figures > 1 ? content->figures[0]->group : content->figures[0]->id,
      content->subject, by_score);
}

/* The height of a legend that found no room within the plot area, or shall not be there. */
static double
measure_legend (const SeesawPage *self, SeesawScene *scene, const SeesawRect *cell)
{
  g_autoptr (SeesawPlotLayout) layout =
      seesaw_plot_layout_new (scene, &self->theme, cell->width, cell->height);

  return seesaw_rect_overlaps (&layout->legend, &layout->plot) ? 0.0 : layout->legend.height;
}

/* Panels that look well; a legend outside of them gets room of its own. */
static double
choose_height (const SeesawPage *self)
{
  const SeesawGrid *grid = &self->grid;
  gsize n_rows = (grid->n_panels + grid->n_columns - 1) / grid->n_columns;
  double aspect = grid->n_panels == 1 ? 0.8 : grid->n_columns > 1 ? 0.72 : 0.5;
  double height = aspect * self->size.width * (double) n_rows / (double) grid->n_columns;
  SeesawRect cell = seesaw_grid_get_cell (grid, &self->theme, self->size.width, height, 0);
  double legend = 0.0;

  if (grid->shares_legend)
    return height + seesaw_grid_measure_legend (grid, &self->theme, self->size.width, height);

  for (gsize i = 0; i < grid->n_panels; i++)
    legend = MAX (legend, measure_legend (self, grid->panels[i].scene, &cell));

  return height + legend * (double) n_rows;
}

/* A style may ask for a height that titles, ticks and legends fill. */
static gboolean
check_height (const SeesawPage *self, GError **error)
{
  g_autoptr (GPtrArray) layouts =
      seesaw_grid_lay_out (&self->grid, &self->theme, self->size.width, self->size.height);
  gsize n_rows = (self->grid.n_panels + self->grid.n_columns - 1) / self->grid.n_columns;
  double lowest = (double) INFINITY;
  double lacking;

  for (guint i = 0; i < layouts->len; i++)
    lowest = MIN (lowest, ((const SeesawPlotLayout *) g_ptr_array_index (layouts, i))->plot.height);
  if (lowest >= LEAST_HEIGHT * self->theme.font_size)
    return TRUE;

  lacking = (double) n_rows * (READABLE_HEIGHT * self->theme.font_size - lowest);
  g_set_error (error, SEESAW_ERROR, SEESAW_ERROR_ARGUMENT,
               _ ("height: titles and legends leave no room for the figure on a page %g points "
                  "high; take about %.0f points, a smaller font, or the legend away"),
               self->size.height, ceil (self->size.height + lacking));

  return FALSE;
}

/**
 * seesaw_page_new:
 * @content: what is on the page
 * @style: how it looks
 * @error: return location for a `SEESAW_ERROR`
 *
 * Returns: (transfer full): a page, or %NULL with @error set where there is nothing to show, a font
 *   is missing, or a style asks for what an axis cannot show, or for too little height
 */
SeesawPage *
seesaw_page_new (const SeesawPageContent *content, const SeesawFigureStyle *style, GError **error)
{
  g_autoptr (SeesawPage) self = g_new0 (SeesawPage, 1);

  self->panels = g_array_new (FALSE, TRUE, sizeof (SeesawPanel));
  g_array_set_clear_func (self->panels, panel_clear);
  self->font = seesaw_style_find_font (style->font, error);
  if (self->font == NULL || !fill (self, content, error))
    return NULL;

  for (guint i = 0; i < self->panels->len; i++)
    if (!seesaw_style_apply (style, &g_array_index (self->panels, SeesawPanel, i), error))
      return NULL;

  self->info = new_info (content);
  self->theme = seesaw_style_get_theme (style, self->font);
  self->size.dpi = style->dpi;
  self->size.width = style->width > 0.0      ? style->width
                     : self->panels->len > 1 ? TEXT_WIDTH
                                             : COLUMN_WIDTH;
  if (self->panels->len > 1 && self->size.width >= 2.0 * PANEL_WIDTH * style->font_size)
    self->grid.n_columns = 2;
  self->size.height = style->height > 0.0 ? style->height : choose_height (self);
  if (style->height > 0.0 && !check_height (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * seesaw_page_free:
 * @self: (transfer full): the page
 */
void
seesaw_page_free (SeesawPage *self)
{
  g_array_unref (self->panels);
  g_clear_pointer (&self->info, seesaw_figure_info_free);
  g_free (self->font);
  g_free (self);
}

/**
 * seesaw_page_get_width:
 *
 * Returns: the width in points, also where the style leaves it to the figures
 */
double
seesaw_page_get_width (const SeesawPage *self)
{
  return self->size.width;
}

/**
 * seesaw_page_get_height:
 *
 * Returns: likewise the height
 */
double
seesaw_page_get_height (const SeesawPage *self)
{
  return self->size.height;
}

/**
 * seesaw_page_get_grid:
 *
 * Returns: (transfer none): the figures on the page
 */
const SeesawGrid *
seesaw_page_get_grid (const SeesawPage *self)
{
  return &self->grid;
}

/**
 * seesaw_page_get_theme:
 *
 * Returns: (transfer none): how they look
 */
const SeesawTheme *
seesaw_page_get_theme (const SeesawPage *self)
{
  return &self->theme;
}

/**
 * seesaw_page_paint:
 * @cr: where to draw; a unit is a point, and the corner of the page is at the origin
 *
 * Draws the page as it will be written.
 */
void
seesaw_page_paint (const SeesawPage *self, cairo_t *cr)
{
  seesaw_grid_paint (&self->grid, &self->theme, self->size.width, self->size.height, cr);
}

/**
 * seesaw_page_make_files:
 * @path: the file; its name says which format
 * @files: gets it, and for LaTeX its data
 * @error: return location for a `SEESAW_EXPORT_ERROR`
 *
 * Draws the page into files that seesaw_export_files_write() then writes.
 *
 * Returns: whether it could be drawn
 */
gboolean
seesaw_page_make_files (const SeesawPage *self, const char *path, GPtrArray *files, GError **error)
{
  SeesawExportInfo info = seesaw_figure_info_get (self->info);

  return seesaw_export_make_files (&self->grid, &self->theme, &self->size, &info, path, files,
                                   error);
}
