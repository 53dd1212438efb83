/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Texts, set by TeX where they were laid out. */

#include "config.h"

#include "seesaw-export-tex-private.h"

#include "seesaw-latex.h"
#include "seesaw-paint-text.h"
#include "seesaw-text-lines.h"

#include <math.h>

/* What keeps its place, should the text be wider or narrower in another font. */
typedef enum
{
  KEEP_LEFT,
  KEEP_MIDDLE,
  KEEP_RIGHT,
} Keep;

static void
add_span (GString *tex, const SeesawTextSpan *span)
{
  const char *closing = "}";

  if (span->rise > 1e-3)
    g_string_append (tex, "\\textsuperscript{");
  else if (span->rise < -1e-3)
    g_string_append (tex, "\\textsubscript{");
  else
    closing = "";

  if (span->is_bold)
    g_string_append (tex, "\\textbf{");
  if (span->is_italic)
    g_string_append (tex, "\\textit{");
  seesaw_latex_add_any (tex, span->text);
  if (span->is_italic)
    g_string_append_c (tex, '}');
  if (span->is_bold)
    g_string_append_c (tex, '}');
  g_string_append (tex, closing);
}

/* Labels of y stand before the plot area; those of lines, of the bar and of the legend begin at
 * their places, as does the title; the note ends at the right.
 */
static Keep
choose_keep (const SeesawPlotLayout *layout, double left, double right, double y)
{
  const SeesawRect *plot = &layout->plot;
  const SeesawRect *legend = &layout->legend;
  double font = layout->theme.font_size;

  if (y < plot->y && fabs (left - plot->x) < 0.5)
    return KEEP_LEFT;
  if (y < plot->y && fabs (right - layout->width) < font)
    return KEEP_RIGHT;
  if (right <= plot->x && right > plot->x - 0.8 * font && y < plot->y + plot->height + font)
    return KEEP_RIGHT;
  if (left >= plot->x + plot->width && y > plot->y - font)
    return KEEP_LEFT;
  if (legend->width > 0.0 && left >= legend->x && right <= legend->x + legend->width + font &&
      y >= legend->y && y <= legend->y + legend->height)
    return KEEP_LEFT;

  return KEEP_MIDDLE;
}

/* On which panel it is. */
static gsize
find_panel (const SeesawExportJob *job, double x, double y, SeesawRect *cell)
{
  for (gsize i = 0; i < job->grid->n_panels; i++)
    {
      *cell = seesaw_grid_get_cell (job->grid, job->theme, job->page->width, job->page->height, i);
      if (x >= cell->x && x <= cell->x + cell->width && y >= cell->y && y <= cell->y + cell->height)
        return i;
    }
  *cell = seesaw_grid_get_cell (job->grid, job->theme, job->page->width, job->page->height, 0);

  return 0;
}

static Keep
find_keep (const SeesawTex *self,
           const SeesawCaughtText *text,
           const SeesawTextLine *line,
           const GPtrArray *layouts)
{
  double x = line->x + line->width / 2.0;
  double y = line->baseline;
  SeesawRect cell;
  gsize panel;

  if (text->matrix.yx != 0.0)
    return KEEP_MIDDLE;

  cairo_matrix_transform_point (&text->matrix, &x, &y);
  cell = seesaw_grid_get_legend_cell (self->job->grid, self->job->theme, self->job->page->width,
                                      self->job->page->height);
  if (y >= cell.y && y < cell.y + cell.height)
    return KEEP_LEFT;

  panel = find_panel (self->job, x, y, &cell);

  return choose_keep (g_ptr_array_index (layouts, panel), x - line->width / 2.0 - cell.x,
                      x + line->width / 2.0 - cell.x, y - cell.y);
}

static void
add_line (SeesawTex *self, const SeesawCaughtText *text, const SeesawTextLine *line, Keep keep)
{
  static const char *const anchors[] = { "base west", "base", "base east" };
  const SeesawTextSpan *first = g_ptr_array_index (line->spans, 0);
  double x = line->x + (double) keep / 2.0 * line->width;
  double y = line->baseline;

  cairo_matrix_transform_point (&text->matrix, &x, &y);
  g_string_append_printf (self->body,
                          "  \\node[inner sep=0pt,outer sep=0pt,anchor=%s,text=", anchors[keep]);
  seesaw_tex_add_color (self, text->color);
  if (text->matrix.yx != 0.0)
    g_string_append (self->body, ",rotate=90");
  g_string_append (self->body, "] at ");
  seesaw_tex_add_point (self, x, y);
  g_string_append (self->body, " {\\seesawsize{");
  seesaw_tex_add_number (self->body, round (100.0 * first->size) / 100.0);
  g_string_append (self->body, "}");
  for (guint i = 0; i < line->spans->len; i++)
    add_span (self->body, g_ptr_array_index (line->spans, i));
  g_string_append (self->body, "};\n");
}

/**
 * seesaw_tex_add_texts:
 * @texts: (element-type SeesawCaughtText): all texts of the page
 * @layouts: (element-type SeesawPlotLayout): of its panels
 */
void
seesaw_tex_add_texts (SeesawTex *self, const GPtrArray *texts, const GPtrArray *layouts)
{
  for (guint i = 0; i < texts->len; i++)
    {
      const SeesawCaughtText *text = g_ptr_array_index (texts, i);
      g_autoptr (GPtrArray) lines = seesaw_text_lines_new (text->layout);

      for (guint j = 0; j < lines->len; j++)
        {
          const SeesawTextLine *line = g_ptr_array_index (lines, j);

          add_line (self, text, line, find_keep (self, text, line, layouts));
        }
    }
}
