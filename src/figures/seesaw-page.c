/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The one way to paper: command line, dialog, printer and preview all make a page, so that the
 * same settings give the same bytes.
 */

#include "config.h"

#include "seesaw-page.h"

#include "seesaw-error.h"
#include "seesaw-figure-info.h"
#include "seesaw-page-height.h"
#include "seesaw-style-scene.h"

#include <glib/gi18n-lib.h>

/* Widths in points: a column of a paper, and its text. */
#define COLUMN_WIDTH (3.25 * 72.0)
#define TEXT_WIDTH (5.5 * 72.0)

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

/* Without it nobody knows which run a line is of; and what was asked for is there. */
static gboolean
is_legend_needed (const SeesawPageContent *content, const SeesawFigureStyle *style)
{
  return style->legend != SEESAW_LEGEND_AUTO || content->n_figures == 0 ||
         seesaw_subject_has_runs (content->subject);
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
  self->size.height = style->height > 0.0
                          ? style->height
                          : seesaw_page_choose_height (&self->grid, &self->theme, self->size.width);
  if (style->height > 0.0 && !seesaw_page_check_height (&self->grid, &self->theme, &self->size,
                                                        is_legend_needed (content, style), error))
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
