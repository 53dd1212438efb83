/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "seesaw-export.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <glib/gi18n-lib.h>

#define MIN_SIZE 36.0   /* half an inch */
#define MAX_SIZE 7200.0 /* a hundred inches */
#define PNG_SCALE (300.0 / 72.0)

G_DEFINE_QUARK (seesaw - export - error, seesaw_export_error)

typedef cairo_surface_t *(*NewSurface) (cairo_write_func_t write,
                                        void *closure,
                                        double width,
                                        double height);

static cairo_status_t
append (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

/* Reproducible builds ask for a given date; otherwise cairo takes the present one. */
static void
set_pdf_metadata (cairo_surface_t *surface)
{
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Seesaw " PACKAGE_VERSION);
  if (epoch != NULL)
    {
      g_autoptr (GDateTime) date =
          g_date_time_new_from_unix_utc (g_ascii_strtoll (epoch, NULL, 10));
      g_autofree char *text = date != NULL ? g_date_time_format_iso8601 (date) : NULL;

      if (text != NULL)
        cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, text);
    }
}

static void
draw (cairo_surface_t *surface,
      const SeesawGrid *grid,
      const SeesawTheme *theme,
      double width,
      double height,
      double scale)
{
  cairo_t *cr = cairo_create (surface);

  cairo_scale (cr, scale, scale);
  seesaw_grid_paint (grid, theme, width, height, cr);
  cairo_destroy (cr);
}

static GBytes *
finish_vector (NewSurface new_surface,
               const SeesawGrid *grid,
               const SeesawTheme *theme,
               double width,
               double height)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = new_surface (append, bytes, width, height);

  if (new_surface == cairo_pdf_surface_create_for_stream)
    set_pdf_metadata (surface);
  else
    cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PT);
  draw (surface, grid, theme, width, height, 1.0);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);

  return g_byte_array_free_to_bytes (bytes);
}

static GBytes *
finish_png (const SeesawGrid *grid,
            const SeesawTheme *theme,
            double width,
            double height,
            double scale)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_image_surface_create (
      CAIRO_FORMAT_ARGB32, (int) (width * scale + 0.5), (int) (height * scale + 0.5));

  draw (surface, grid, theme, width, height, scale);
  cairo_surface_write_to_png_stream (surface, append, bytes);
  cairo_surface_destroy (surface);

  return g_byte_array_free_to_bytes (bytes);
}

/**
 * seesaw_export_png:
 * @scene: what is to be seen
 * @overlay: (nullable): what stands over it
 * @theme: how it looks
 * @width: in user units
 * @height: in user units
 * @scale: pixels of a user unit
 *
 * Returns: (transfer full): the picture as PNG
 */
GBytes *
seesaw_export_png (SeesawScene *scene,
                   const SeesawScene *overlay,
                   const SeesawTheme *theme,
                   double width,
                   double height,
                   double scale)
{
  const SeesawPanel panel = { scene, overlay };
  const SeesawGrid grid = { &panel, 1, 1 };

  return finish_png (&grid, theme, width, height, scale);
}

static gboolean
is_size (double length)
{
  return length >= MIN_SIZE && length <= MAX_SIZE;
}

static GBytes *
finish (const SeesawGrid *grid,
        const SeesawTheme *theme,
        double width,
        double height,
        const char *path,
        GError **error)
{
  if (g_str_has_suffix (path, ".pdf"))
    return finish_vector (cairo_pdf_surface_create_for_stream, grid, theme, width, height);
  if (g_str_has_suffix (path, ".svg"))
    return finish_vector (cairo_svg_surface_create_for_stream, grid, theme, width, height);
  if (g_str_has_suffix (path, ".png"))
    return finish_png (grid, theme, width, height, PNG_SCALE);

  g_set_error (error, SEESAW_EXPORT_ERROR, SEESAW_EXPORT_ERROR_FORMAT,
               _ ("%s: expected a name that ends in .pdf, .svg or .png"), path);

  return NULL;
}

/**
 * seesaw_export_grid:
 * @grid: scenes on one page
 * @theme: how they look, in points
 * @width: in points, from half an inch to a hundred
 * @height: likewise
 * @path: the file, whose name ends in .pdf, .svg or .png; PNG has 300 dots per inch
 * @error: return location for a `SEESAW_EXPORT_ERROR`
 *
 * Writes a page of figures. The file appears whole or not at all.
 *
 * Returns: whether it was written
 */
gboolean
seesaw_export_grid (const SeesawGrid *grid,
                    const SeesawTheme *theme,
                    double width,
                    double height,
                    const char *path,
                    GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  GError *cause = NULL;

  if (!is_size (width) || !is_size (height))
    {
      g_set_error (error, SEESAW_EXPORT_ERROR, SEESAW_EXPORT_ERROR_SIZE,
                   _ ("%s: a figure of %g × %g points cannot be drawn, expected %g to %g"), path,
                   width, height, MIN_SIZE, MAX_SIZE);
      return FALSE;
    }

  bytes = finish (grid, theme, width, height, path, error);
  if (bytes == NULL)
    return FALSE;

  if (!g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                            &cause))
    {
      g_set_error (error, SEESAW_EXPORT_ERROR, SEESAW_EXPORT_ERROR_WRITE, "%s: %s", path,
                   cause->message);
      g_error_free (cause);
      return FALSE;
    }

  return TRUE;
}

/**
 * seesaw_export_file:
 * @scene: what is to be seen
 * @overlay: (nullable): what stands over it
 * @theme: how it looks, in points
 * @width: in points, from half an inch to a hundred
 * @height: likewise
 * @path: the file, whose name ends in .pdf, .svg or .png
 * @error: return location for a `SEESAW_EXPORT_ERROR`
 *
 * Writes one figure, as seesaw_export_grid() does.
 *
 * Returns: whether it was written
 */
gboolean
seesaw_export_file (SeesawScene *scene,
                    const SeesawScene *overlay,
                    const SeesawTheme *theme,
                    double width,
                    double height,
                    const char *path,
                    GError **error)
{
  const SeesawPanel panel = { scene, overlay };
  const SeesawGrid grid = { &panel, 1, 1 };

  return seesaw_export_grid (&grid, theme, width, height, path, error);
}
