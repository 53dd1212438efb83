/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Bands, bars and images. */

#include "config.h"

#include "seesaw-paint-private.h"

#include "seesaw-colormap.h"

#include <math.h>

/* Distance of the lines of a hatching, in line widths of the theme, and their own width. */
#define HATCH_STEP 3.0
#define HATCH_WIDTH 0.8

/* About as many pixels has an image in SVG along a side. */
#define SVG_PIXELS 1200

/* One piece of a band, without gaps, from point @first to before @end. */
static void
trace_band (const SeesawPlotLayout *layout,
            const SeesawMark *mark,
            gsize first,
            gsize end,
            cairo_t *cr)
{
  cairo_new_sub_path (cr);
  for (gsize i = first; i < end; i++)
    cairo_line_to (cr, seesaw_plot_layout_x (layout, mark->x[i]),
                   seesaw_plot_layout_y (layout, mark->y[i]));
  for (gsize i = end; i-- > first;)
    cairo_line_to (cr, seesaw_plot_layout_x (layout, mark->x[i]),
                   seesaw_plot_layout_y (layout, mark->y1[i]));
  cairo_close_path (cr);
}

/**
 * seesaw_paint_band:
 * @mark: a band
 * @cr: where to draw
 */
void
seesaw_paint_band (const SeesawPlotLayout *layout, const SeesawMark *mark, cairo_t *cr)
{
  gsize first = 0;

  cairo_new_path (cr);
  for (gsize i = 0; i <= mark->n; i++)
    if (i == mark->n || !isfinite (mark->y[i]) || !isfinite (mark->y1[i]))
      {
        if (i > first)
          trace_band (layout, mark, first, i, cr);
        first = i + 1;
      }
  seesaw_paint_set_color (cr, &layout->theme, mark->style.color,
                          seesaw_paint_get_opacity (&mark->style));
  cairo_fill (cr);
}

/* Lines across all of @box, to the right and up, or down. Those of bars side by side meet. */
static void
add_slanted (cairo_t *cr, const SeesawRect *box, double step, gboolean goes_up)
{
  double from = goes_up ? box->y + box->height : box->y;
  double to = goes_up ? box->y : box->y + box->height;

  for (double x = floor ((box->x - box->height) / step) * step; x < box->x + box->width; x += step)
    {
      cairo_move_to (cr, x, from);
      cairo_line_to (cr, x + box->height, to);
    }
}

static void
add_level (cairo_t *cr, const SeesawRect *box, double step)
{
  for (double y = (floor (box->y / step) + 0.5) * step; y < box->y + box->height; y += step)
    {
      cairo_move_to (cr, box->x, y);
      cairo_line_to (cr, box->x + box->width, y);
    }
}

static void
add_upright (cairo_t *cr, const SeesawRect *box, double step)
{
  for (double x = (floor (box->x / step) + 0.5) * step; x < box->x + box->width; x += step)
    {
      cairo_move_to (cr, x, box->y);
      cairo_line_to (cr, x, box->y + box->height);
    }
}

/* Lines across all of the current path. */
static void
hatch_path (const SeesawPlotLayout *layout, const SeesawStyle *style, cairo_t *cr)
{
  double step = HATCH_STEP * layout->theme.line;
  double right;
  double bottom;
  SeesawRect box;

  cairo_path_extents (cr, &box.x, &box.y, &right, &bottom);
  box.width = right - box.x;
  box.height = bottom - box.y;
  cairo_save (cr);
  cairo_clip (cr);
  if (style->fill == SEESAW_FILL_HATCHED || style->fill == SEESAW_FILL_CROSSED)
    add_slanted (cr, &box, step, TRUE);
  if (style->fill == SEESAW_FILL_HATCHED_BACK || style->fill == SEESAW_FILL_CROSSED)
    add_slanted (cr, &box, step, FALSE);
  if (style->fill == SEESAW_FILL_LEVEL)
    add_level (cr, &box, step);
  if (style->fill == SEESAW_FILL_UPRIGHT)
    add_upright (cr, &box, step);
  cairo_set_line_width (cr, HATCH_WIDTH * layout->theme.line);
  cairo_set_dash (cr, NULL, 0, 0.0);
  seesaw_paint_set_color (cr, &layout->theme, style->color, seesaw_paint_get_opacity (style));
  cairo_stroke (cr);
  cairo_restore (cr);
}

/**
 * seesaw_paint_clip_out_texts:
 * @cr: what shall not draw over texts and legend any more
 *
 * What is covered twice becomes a hole.
 */
void
seesaw_paint_clip_out_texts (const SeesawPlotLayout *layout, cairo_t *cr)
{
  const SeesawRect *legend = &layout->legend;

  cairo_rectangle (cr, 0.0, 0.0, layout->width, layout->height);
  if (legend->width > 0.0)
    cairo_rectangle (cr, legend->x, legend->y, legend->width, legend->height);
  for (guint i = 0; i < layout->texts->len; i++)
    {
      const SeesawText *text = g_ptr_array_index (layout->texts, i);

      if (!seesaw_rect_overlaps (&text->box, legend))
        cairo_rectangle (cr, text->box.x, text->box.y, text->box.width, text->box.height);
    }
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_clip (cr);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_WINDING);
}

static void
fill_veil (const SeesawPlotLayout *layout, const SeesawStyle *style, cairo_t *cr)
{
  cairo_path_t *path = cairo_copy_path (cr);

  cairo_save (cr);
  cairo_new_path (cr);
  seesaw_paint_clip_out_texts (layout, cr);
  cairo_append_path (cr, path);
  if (seesaw_paint_is_opaque (cr) && style->color == SEESAW_COLOR_PAPER)
    {
      cairo_clip (cr);
      seesaw_paint_veiled (layout, seesaw_paint_get_opacity (style), cr);
    }
  else
    {
      seesaw_paint_set_color (cr, &layout->theme, style->color, seesaw_paint_get_opacity (style));
      cairo_fill (cr);
    }
  cairo_restore (cr);
  cairo_path_destroy (path);
}

/**
 * seesaw_paint_fill:
 * @style: of an area
 * @cr: with the area as its path
 */
void
seesaw_paint_fill (const SeesawPlotLayout *layout, const SeesawStyle *style, cairo_t *cr)
{
  switch (style->fill)
    {
    case SEESAW_FILL_SOLID:
      seesaw_paint_set_color (cr, &layout->theme, style->color, seesaw_paint_get_opacity (style));
      cairo_fill (cr);
      break;

    case SEESAW_FILL_HATCHED:
    case SEESAW_FILL_HATCHED_BACK:
    case SEESAW_FILL_CROSSED:
    case SEESAW_FILL_LEVEL:
    case SEESAW_FILL_UPRIGHT:
      hatch_path (layout, style, cr);
      break;

    case SEESAW_FILL_VEIL:
      fill_veil (layout, style, cr);
      break;

    case SEESAW_FILL_OUTLINED:
      seesaw_paint_set_stroke (layout, style, cr);
      cairo_set_line_join (cr, CAIRO_LINE_JOIN_MITER);
      cairo_stroke (cr);
      break;

    default:
      g_assert_not_reached ();
    }
}

/**
 * seesaw_paint_bars:
 * @mark: bars
 * @cr: where to draw
 *
 * All of them in one path: two that touch would show a seam if each were filled on its own.
 */
void
seesaw_paint_bars (const SeesawPlotLayout *layout, const SeesawMark *mark, cairo_t *cr)
{
  cairo_new_path (cr);
  for (gsize i = 0; i < mark->n; i++)
    {
      double x0 = seesaw_plot_layout_x (layout, mark->x[i]);
      double x1 = seesaw_plot_layout_x (layout, mark->x1[i]);
      double y0 = seesaw_plot_layout_y (layout, mark->y[i]);
      double y1 = seesaw_plot_layout_y (layout, mark->y1[i]);

      if (isfinite (x0 + x1 + y0 + y1) && y0 != y1)
        cairo_rectangle (cr, MIN (x0, x1), MIN (y0, y1), fabs (x1 - x0), fabs (y1 - y0));
    }
  seesaw_paint_fill (layout, &mark->style, cr);
}

/* SVG has no way to ask for sharp cells that all programs heed: there, each cell is many pixels. */
static int
count_pixels (const SeesawMark *mark, cairo_t *cr)
{
  gsize n = MAX (mark->n_columns, mark->n_rows);

  if (cairo_surface_get_type (cairo_get_target (cr)) != CAIRO_SURFACE_TYPE_SVG)
    return 1;

  return (int) MAX (SVG_PIXELS / n, 1);
}

static gboolean
has_pixels (cairo_t *cr)
{
  cairo_surface_type_t type = cairo_surface_get_type (cairo_get_target (cr));

  return type != CAIRO_SURFACE_TYPE_PDF && type != CAIRO_SURFACE_TYPE_PS &&
         type != CAIRO_SURFACE_TYPE_SVG;
}

/**
 * seesaw_paint_init_colormap:
 * @map: (out): the map for values from −1 to 1
 * @theme: a theme
 */
void
seesaw_paint_init_colormap (SeesawColormap *map, const SeesawTheme *theme)
{
  if (theme->is_grey)
    seesaw_colormap_init_grey (map);
  else
    seesaw_colormap_init (map, theme->is_dark);
}

/**
 * seesaw_paint_new_image:
 * @mark: an image
 * @theme: how it looks
 * @n_pixels: how many pixels wide and high each cell is
 *
 * Returns: (transfer full): the matrix in colours
 */
cairo_surface_t *
seesaw_paint_new_image (const SeesawMark *mark, const SeesawTheme *theme, int n_pixels)
{
  int width = (int) mark->n_columns * n_pixels;
  int height = (int) mark->n_rows * n_pixels;
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  guint32 *pixels = (gpointer) cairo_image_surface_get_data (image);
  SeesawColormap map;

  if (pixels == NULL)
    return image;

  /* Rows of four-byte pixels have no padding. */
  seesaw_paint_init_colormap (&map, theme);
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      pixels[(gsize) y * (gsize) width + (gsize) x] = seesaw_colormap_at (
          &map,
          (double) mark->values[(gsize) (y / n_pixels) * mark->n_columns + (gsize) (x / n_pixels)]);
  cairo_surface_mark_dirty (image);

  return image;
}

/**
 * seesaw_paint_image:
 * @mark: an image
 * @cr: where to draw
 *
 * Enlarged, cells keep sharp edges; reduced, they are averaged, but for vector formats, which can
 * be enlarged later.
 */
void
seesaw_paint_image (const SeesawPlotLayout *layout, const SeesawMark *mark, cairo_t *cr)
{
  double x0 = seesaw_plot_layout_x (layout, MIN (mark->x[0], mark->x1[0]));
  double x1 = seesaw_plot_layout_x (layout, MAX (mark->x[0], mark->x1[0]));
  double y0 = seesaw_plot_layout_y (layout, MAX (mark->y[0], mark->y1[0]));
  double y1 = seesaw_plot_layout_y (layout, MIN (mark->y[0], mark->y1[0]));
  int n_pixels = count_pixels (mark, cr);
  cairo_surface_t *image = seesaw_paint_new_image (mark, &layout->theme, n_pixels);
  double width = (double) n_pixels * (double) mark->n_columns;
  double height = (double) n_pixels * (double) mark->n_rows;
  double pixel_x = 1.0;
  double pixel_y = 1.0;

  cairo_save (cr);
  cairo_translate (cr, x0, y0);
  cairo_scale (cr, (x1 - x0) / width, (y1 - y0) / height);
  cairo_set_source_surface (cr, image, 0.0, 0.0);
  cairo_user_to_device_distance (cr, &pixel_x, &pixel_y);
  cairo_pattern_set_filter (cairo_get_source (cr), has_pixels (cr) && pixel_x < 1.0 && pixel_y < 1.0
                                                       ? CAIRO_FILTER_GOOD
                                                       : CAIRO_FILTER_NEAREST);
  cairo_rectangle (cr, 0.0, 0.0, width, height);
  cairo_fill (cr);
  cairo_restore (cr);
  cairo_surface_destroy (image);
}
