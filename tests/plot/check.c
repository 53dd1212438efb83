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
