/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The one place that draws, on screen and into files. */

#include "config.h"

#include "seesaw-paint.h"

#include "seesaw-colormap.h"
#include "seesaw-layout-private.h"
#include "seesaw-paint-private.h"
#include "seesaw-paint-text.h"

#include <math.h>

static void
paint_text (const SeesawPlotLayout *layout, const SeesawText *text, cairo_t *cr)
{
  cairo_save (cr);
  seesaw_paint_set_color (cr, &layout->theme, text->color, 1.0);
  if (text->turned)
    {
      cairo_translate (cr, text->box.x, text->box.y + text->box.height);
      cairo_rotate (cr, -G_PI_2);
    }
  else
    cairo_translate (cr, text->box.x, text->box.y);
  seesaw_paint_show_text (cr, text->layout);
  cairo_restore (cr);
}

static void
paint_texts (const SeesawPlotLayout *layout, cairo_t *cr)
{
  for (guint i = 0; i < layout->texts->len; i++)
    paint_text (layout, g_ptr_array_index (layout->texts, i), cr);
}

static void
paint_swatches (const SeesawPlotLayout *layout, cairo_t *cr)
{
  const SeesawRect *box = &layout->legend;
  double font = layout->theme.font_size;

  if (box->width <= 0.0)
    return;

  for (guint i = 0; i < layout->legend_marks->len; i++)
    {
      const SeesawMark *mark = g_ptr_array_index (layout->legend_marks, i);
      double x = box->x + i % layout->legend_columns * layout->legend_column;
      double y = box->y + 0.5 * font + (i / layout->legend_columns + 0.42) * layout->legend_line;

      const SeesawRect swatch = { x + 0.7 * font, y - 0.35 * font, 1.8 * font, 0.7 * font };

      seesaw_paint_swatch (layout, mark, &swatch, cr);
    }
}

/* Within the axes, but for the half of a marker or of a line on their edge. A bar or an image that
 * is cut off ends at the edge.
 */
static void
clip_for (const SeesawPlotLayout *layout, const SeesawMark *mark, cairo_t *cr)
{
  gboolean has_edge = mark->kind == SEESAW_MARK_LINE || mark->kind == SEESAW_MARK_POINT ||
                      mark->style.fill == SEESAW_FILL_OUTLINED;
  gboolean has_marker = mark->kind == SEESAW_MARK_POINT || mark->marker != SEESAW_MARKER_NONE;
  double edge = !has_edge    ? 0.0
                : has_marker ? 2.0 * layout->theme.marker
                             : layout->theme.line * mark->style.width;

  if (mark->kind == SEESAW_MARK_TEXT)
    return;

  cairo_rectangle (cr, layout->plot.x - edge, layout->plot.y - edge,
                   layout->plot.width + 2.0 * edge, layout->plot.height + 2.0 * edge);
  cairo_clip (cr);
}

/**
 * seesaw_paint_marks:
 * @cr: where to draw
 *
 * Draws the marks of a scene, but for texts, which have been laid out.
 */
void
seesaw_paint_marks (const SeesawPlotLayout *layout, cairo_t *cr)
{
  for (guint i = 0; i < layout->scene->marks->len; i++)
    {
      const SeesawMark *mark = g_ptr_array_index (layout->scene->marks, i);

      if (mark->kind == SEESAW_MARK_TEXT)
        continue;

      cairo_save (cr);
      clip_for (layout, mark, cr);
      seesaw_paint_known_mark (layout, mark, g_ptr_array_index (layout->paths, i), cr);
      cairo_restore (cr);
    }
}

/**
 * seesaw_paint_veiled:
 * @veil: opacity of a veil of paper
 * @cr: where to draw; clipped to the veil
 *
 * Draws a scene as it looks through a veil, for formats that cannot draw a veil.
 */
void
seesaw_paint_veiled (const SeesawPlotLayout *layout, double veil, cairo_t *cr)
{
  cairo_save (cr);
  seesaw_paint_set_paper (cr, &layout->theme);
  cairo_paint (cr);
  seesaw_paint_set_veil (cr, &veil);
  seesaw_paint_frame (layout, cr);
  seesaw_paint_marks (layout, cr);
  seesaw_paint_set_veil (cr, NULL);
  cairo_restore (cr);
}

static void
paint_leaders (const SeesawPlotLayout *layout, cairo_t *cr)
{
  cairo_set_line_width (cr, layout->theme.line / 2.0);
  for (guint i = 0; i < layout->leaders->len; i++)
    {
      const SeesawLeader *leader = &g_array_index (layout->leaders, SeesawLeader, i);

      seesaw_paint_set_color (cr, &layout->theme, leader->color, 0.6);
      cairo_move_to (cr, leader->x0, leader->y0);
      cairo_line_to (cr, leader->x1, leader->y1);
      cairo_stroke (cr);
    }
}

/* As many stripes as the map has colours. In print a gradient would be mixed in another space. */
static void
paint_bar (const SeesawPlotLayout *layout, cairo_t *cr)
{
  const SeesawRect *bar = &layout->bar;
  SeesawColormap map;
  cairo_surface_t *image;
  guint32 *pixels;

  if (bar->width <= 0.0)
    return;

  image = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 1, SEESAW_COLORMAP_SIZE);
  pixels = (gpointer) cairo_image_surface_get_data (image);
  seesaw_paint_init_colormap (&map, &layout->theme);
  for (int i = 0; i < SEESAW_COLORMAP_SIZE; i++)
    pixels[i] = map.colors[SEESAW_COLORMAP_SIZE - 1 - i];
  cairo_surface_mark_dirty (image);

  cairo_save (cr);
  cairo_rectangle (cr, bar->x, bar->y, bar->width, bar->height);
  cairo_clip (cr);
  cairo_translate (cr, bar->x, bar->y);
  cairo_scale (cr, bar->width, bar->height / SEESAW_COLORMAP_SIZE);
  cairo_set_source_surface (cr, image, 0.0, 0.0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_NEAREST);
  cairo_paint (cr);
  cairo_restore (cr);
  cairo_surface_destroy (image);
}

/**
 * seesaw_paint_scene:
 * @layout: a scene at a size
 * @cr: where to draw; the figure's corner is at the origin
 *
 * Draws a scene.
 */
void
seesaw_paint_scene (const SeesawPlotLayout *layout, cairo_t *cr)
{
  cairo_save (cr);
  if (layout->theme.paints_paper)
    {
      seesaw_paint_set_paper (cr, &layout->theme);
      cairo_paint (cr);
    }
  seesaw_paint_frame (layout, cr);

  seesaw_paint_marks (layout, cr);
  paint_leaders (layout, cr);
  paint_bar (layout, cr);
  paint_swatches (layout, cr);
  paint_texts (layout, cr);
  cairo_restore (cr);
}

/**
 * seesaw_paint_legend:
 * @layout: a legend alone
 * @cr: where to draw; the figure's corner is at the origin
 *
 * Draws swatches and texts, but no axes.
 */
void
seesaw_paint_legend (const SeesawPlotLayout *layout, cairo_t *cr)
{
  paint_swatches (layout, cr);
  paint_texts (layout, cr);
}

/* What is not a number is not drawn. */
static void
extend (double at, double *low, double *high)
{
  *low = fmin (*low, at);
  *high = fmax (*high, at);
}

static SeesawRect
get_text_bounds (const SeesawPlotLayout *layout, const SeesawMark *mark)
{
  g_autoptr (PangoLayout) text =
      seesaw_layout_new_text (layout, mark->label, layout->theme.label_font);
  double reach = 0.25 * layout->theme.font_size; /* glyphs may stand out of their boxes */
  SeesawRect box;

  seesaw_layout_measure (text, &box.width, &box.height);
  box = seesaw_plot_layout_place_text (layout, mark, box.width, box.height);

  return (SeesawRect){ box.x - reach, box.y - reach, box.width + 2.0 * reach,
                       box.height + 2.0 * reach };
}

/**
 * seesaw_paint_get_bounds:
 * @layout: the scene below
 * @mark: a mark over it
 *
 * Returns: what seesaw_paint_mark() may draw on; of no width if it draws nothing
 */
SeesawRect
seesaw_paint_get_bounds (const SeesawPlotLayout *layout, const SeesawMark *mark)
{
  double reach = 2.0 * layout->theme.marker * mark->style.width + 2.0 * layout->theme.line;
  double left = (double) INFINITY;
  double top = (double) INFINITY;
  double right = -(double) INFINITY;
  double bottom = -(double) INFINITY;

  if (mark->n == 0)
    return (SeesawRect){ 0 };
  if (mark->kind == SEESAW_MARK_TEXT)
    return get_text_bounds (layout, mark);

  for (gsize i = 0; i < mark->n; i++)
    {
      extend (seesaw_plot_layout_x (layout, mark->x[i]), &left, &right);
      extend (seesaw_plot_layout_y (layout, mark->y[i]), &top, &bottom);
      if (mark->x1 != NULL)
        extend (seesaw_plot_layout_x (layout, mark->x1[i]), &left, &right);
      if (mark->y1 != NULL)
        extend (seesaw_plot_layout_y (layout, mark->y1[i]), &top, &bottom);
    }
  if (mark->kind == SEESAW_MARK_RULE && mark->axis == 0)
    {
      extend (layout->plot.y, &top, &bottom);
      extend (layout->plot.y + layout->plot.height, &top, &bottom);
    }
  if (mark->kind == SEESAW_MARK_RULE && mark->axis == 1)
    {
      extend (layout->plot.x, &left, &right);
      extend (layout->plot.x + layout->plot.width, &left, &right);
    }

  return (SeesawRect){ left - reach, top - reach, right - left + 2.0 * reach,
                       bottom - top + 2.0 * reach };
}

/**
 * seesaw_paint_mark:
 * @layout: the scene below
 * @mark: a mark in the coordinates of the scene
 * @cr: where to draw
 *
 * Draws one mark that is not part of the scene. Only a text has its label drawn. A rule, and a line
 * from one point to another, pass behind texts.
 */
void
seesaw_paint_mark (const SeesawPlotLayout *layout, const SeesawMark *mark, cairo_t *cr)
{
  SeesawPath *path = mark->n > 0 ? seesaw_layout_new_path (layout, mark) : NULL;
  gboolean is_hair = mark->kind == SEESAW_MARK_LINE && mark->n == 2;

  cairo_save (cr);
  clip_for (layout, mark, cr);
  if (mark->kind == SEESAW_MARK_RULE || is_hair)
    seesaw_paint_clip_out_texts (layout, cr);
  seesaw_paint_known_mark (layout, mark, path, cr);
  cairo_restore (cr);
  seesaw_path_free (path);
}

/**
 * seesaw_paint_note:
 * @layout: the scene below
 * @note: what an overlay says; Pango markup
 * @cr: where to draw
 *
 * Writes a note at the right of the title, if that leaves room.
 */
void
seesaw_paint_note (const SeesawPlotLayout *layout, const char *note, cairo_t *cr)
{
  g_autoptr (PangoLayout) text = seesaw_layout_new_text (layout, note, layout->theme.label_font);
  SeesawRect box = { 0 };

  if (layout->scene->title == NULL)
    return;

  seesaw_layout_measure (text, &box.width, &box.height);
  box.x = layout->width - box.width - 0.25 * layout->theme.font_size;
  for (guint i = 0; i < layout->texts->len; i++)
    if (seesaw_rect_overlaps (&box,
                              &((const SeesawText *) g_ptr_array_index (layout->texts, i))->box))
      return;

  cairo_save (cr);
  seesaw_paint_set_color (cr, &layout->theme, SEESAW_COLOR_GAMMA, 1.0);
  cairo_move_to (cr, box.x, box.y);
  seesaw_paint_show_text (cr, text);
  cairo_restore (cr);
}

/**
 * seesaw_paint_overlay:
 * @layout: the scene below
 * @overlay: marks in its coordinates, and a note; axes and legend are not drawn
 * @cr: where to draw
 *
 * Draws what moves over a scene that stays.
 */
void
seesaw_paint_overlay (const SeesawPlotLayout *layout, const SeesawScene *overlay, cairo_t *cr)
{
  for (guint i = 0; i < overlay->marks->len; i++)
    seesaw_paint_mark (layout, g_ptr_array_index (overlay->marks, i), cr);
  if (overlay->note != NULL)
    seesaw_paint_note (layout, overlay->note, cr);
}
