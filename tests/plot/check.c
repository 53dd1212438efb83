/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pictures against references. Texts come out a little different from one machine to the next, so
 * that both pictures are looked at from afar: averaged over squares. SEESAW_UPDATE_REFERENCE=1
 * writes the references anew.
 */

#include "check.h"

#include <math.h>

#define SQUARE 12

static double
mean_of_square (cairo_surface_t *surface, int left, int top, int channel)
{
  const unsigned char *data = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);
  double sum = 0.0;

  for (int y = top; y < top + SQUARE; y++)
    for (int x = left; x < left + SQUARE; x++)
      sum += data[y * stride + 4 * x + channel];

  return sum / (SQUARE * SQUARE);
}

/**
 * check_difference:
 * @a: a picture
 * @b: another one of the same size
 *
 * Returns: the largest difference of the means over a square, of 255
 */
double
check_difference (cairo_surface_t *a, cairo_surface_t *b)
{
  int width = cairo_image_surface_get_width (a);
  int height = cairo_image_surface_get_height (a);
  double largest = 0.0;

  for (int y = 0; y + SQUARE <= height; y += SQUARE)
    for (int x = 0; x + SQUARE <= width; x += SQUARE)
      for (int channel = 0; channel < 3; channel++)
        largest = MAX (
            largest, fabs (mean_of_square (a, x, y, channel) - mean_of_square (b, x, y, channel)));

  return largest;
}

/**
 * check_like_reference:
 * @surface: a picture
 * @folder: where references are
 * @name: of the one it must look like
 */
void
check_like_reference (cairo_surface_t *surface, const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  cairo_surface_t *reference;
  double difference;

  if (g_getenv ("SEESAW_UPDATE_REFERENCE") != NULL)
    cairo_surface_write_to_png (surface, path);

  reference = cairo_image_surface_create_from_png (path);
  g_assert_cmpint (cairo_surface_status (reference), ==, CAIRO_STATUS_SUCCESS);
  g_assert_cmpint (cairo_image_surface_get_width (reference), ==,
                   cairo_image_surface_get_width (surface));
  g_assert_cmpint (cairo_image_surface_get_height (reference), ==,
                   cairo_image_surface_get_height (surface));
  difference = check_difference (surface, reference);
  if (difference >= CHECK_TOLERANCE)
    g_error ("%s differs by %g of 255 from its reference", name, difference);
  cairo_surface_destroy (reference);
}

static gboolean
is_within (const SeesawRect *box, const SeesawPlotLayout *layout)
{
  return box->x >= -0.5 && box->y >= -0.5 && box->x + box->width <= layout->width + 0.5 &&
         box->y + box->height <= layout->height + 0.5;
}

/**
 * check_layout:
 * @layout: a scene at a size
 *
 * No text may be over another or over the colour bar, or leave the page.
 */
void
check_layout (const SeesawPlotLayout *layout)
{
  for (guint i = 0; i < layout->texts->len; i++)
    {
      const SeesawText *a = g_ptr_array_index (layout->texts, i);

      if (!is_within (&a->box, layout))
        g_error ("“%s” leaves the page at %g × %g", pango_layout_get_text (a->layout),
                 layout->width, layout->height);
      g_assert_false (layout->bar.width > 0.0 && seesaw_rect_overlaps (&a->box, &layout->bar));
      for (guint j = 0; j < i; j++)
        {
          const SeesawText *b = g_ptr_array_index (layout->texts, j);

          if (seesaw_rect_overlaps (&a->box, &b->box))
            g_error ("“%s” and “%s” overlap at %g × %g", pango_layout_get_text (a->layout),
                     pango_layout_get_text (b->layout), layout->width, layout->height);
        }
    }
}

/* Places along the straight piece of line from vertex i − 1 to vertex i, closely spaced. */
static gboolean
piece_touches (const SeesawPath *path, gsize i, const SeesawRect *box)
{
  double length = hypot (path->x[i] - path->x[i - 1], path->y[i] - path->y[i - 1]);

  for (double at = 0.0; at <= length; at += 0.1)
    {
      double x = path->x[i - 1] + at / length * (path->x[i] - path->x[i - 1]);
      double y = path->y[i - 1] + at / length * (path->y[i] - path->y[i - 1]);

      if (x >= box->x && x <= box->x + box->width && y >= box->y && y <= box->y + box->height)
        return TRUE;
    }

  return FALSE;
}

static gboolean
line_touches (const SeesawPath *path, const SeesawRect *box)
{
  for (gsize i = 1; path != NULL && i < path->n; i++)
    if (!isnan (path->x[i - 1] + path->x[i]) && piece_touches (path, i, box))
      return TRUE;

  return FALSE;
}

static void
check_markers (const SeesawPlotLayout *layout, const SeesawScene *scene, const SeesawText *text)
{
  for (guint i = 0; i < scene->marks->len; i++)
    {
      const SeesawMark *mark = g_ptr_array_index (scene->marks, i);
      double r = layout->theme.marker * mark->style.width;
      SeesawRect box;

      if (mark->kind != SEESAW_MARK_POINT || mark->n == 0)
        continue;

      box = (SeesawRect){ seesaw_plot_layout_x (layout, mark->x[0]) - r,
                          seesaw_plot_layout_y (layout, mark->y[0]) - r, 2.0 * r, 2.0 * r };
      if (seesaw_rect_overlaps (&box, &text->box))
        g_error ("“%s” touches a marker at %g × %g", pango_layout_get_text (text->layout),
                 layout->width, layout->height);
    }
}

static gboolean
is_label_of_point (const SeesawScene *scene, const SeesawText *text)
{
  for (guint i = 0; i < scene->marks->len; i++)
    {
      const SeesawMark *mark = g_ptr_array_index (scene->marks, i);
      g_autofree char *plain = NULL;

      if (mark->kind == SEESAW_MARK_POINT && mark->label != NULL &&
          pango_parse_markup (mark->label, -1, 0, NULL, &plain, NULL, NULL) &&
          g_str_equal (plain, pango_layout_get_text (text->layout)))
        return TRUE;
    }

  return FALSE;
}

/**
 * check_labels:
 * @layout: a scene at a size
 * @overlay: (nullable): what stands over it
 *
 * No label of a point may touch a line or a marker, of the overlay neither.
 */
void
check_labels (const SeesawPlotLayout *layout, const SeesawScene *overlay)
{
  for (guint i = 0; i < layout->texts->len; i++)
    {
      const SeesawText *text = g_ptr_array_index (layout->texts, i);

      if (!is_label_of_point (layout->scene, text))
        continue;

      check_markers (layout, layout->scene, text);
      if (overlay != NULL)
        check_markers (layout, overlay, text);
      for (guint p = 0; p < layout->paths->len; p++)
        if (line_touches (g_ptr_array_index (layout->paths, p), &text->box))
          g_error ("“%s” touches a line at %g × %g", pango_layout_get_text (text->layout),
                   layout->width, layout->height);
    }
}

static cairo_surface_t *
draw (SeesawScene *scene,
      const SeesawScene *overlay,
      const SeesawTheme *theme,
      int width,
      int height)
{
  g_autoptr (SeesawPlotLayout) layout = seesaw_plot_layout_new (scene, theme, width, height);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (surface);

  seesaw_paint_scene (layout, cr);
  if (overlay != NULL)
    seesaw_paint_overlay (layout, overlay, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return surface;
}

/* The pixels of a scene. */
GBytes *
check_draw (SeesawScene *scene,
            const SeesawScene *overlay,
            const SeesawTheme *theme,
            int width,
            int height)
{
  cairo_surface_t *surface = draw (scene, overlay, theme, width, height);
  gsize size = (gsize) cairo_image_surface_get_stride (surface) * (gsize) height;
  GBytes *pixels = g_bytes_new (cairo_image_surface_get_data (surface), size);

  cairo_surface_destroy (surface);

  return pixels;
}

/* Compares a scene, painted at the width of a column, with a reference. */
void
check_scene (SeesawScene *scene, const SeesawTheme *theme, const char *folder, const char *name)
{
  cairo_surface_t *surface = draw (scene, NULL, theme, 312, 250);

  check_like_reference (surface, folder, name);
  cairo_surface_destroy (surface);
}
