/* SPDX-License-Identifier: GPL-3.0-or-later */

/* PNG, with its size on paper and what it shows in chunks of their own. */

#include "config.h"

#include "seesaw-export-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>
#include <zlib.h>

#define DEFAULT_DPI 300.0
#define INCH 0.0254 /* in metres */

/* No image of cairo is larger. */
#define MAX_PIXELS 32767

/* The signature and the header, which comes first. */
#define N_HEAD 33

static void
append_number (GByteArray *bytes, guint32 number)
{
  guint32 big_endian = GUINT32_TO_BE (number);

  g_byte_array_append (bytes, (const guint8 *) &big_endian, sizeof big_endian);
}

static void
append_chunk (GByteArray *bytes, const char *type, const GByteArray *data)
{
  guint start = bytes->len + 4;

  append_number (bytes, data->len);
  g_byte_array_append (bytes, (const guint8 *) type, 4);
  g_byte_array_append (bytes, data->data, data->len);
  append_number (bytes, (guint32) crc32 (0, bytes->data + start, bytes->len - start));
}

/* In ASCII, or else in UTF-8 with neither language nor a translated keyword. */
static void
append_text (GByteArray *bytes, const char *keyword, const char *text)
{
  g_autoptr (GByteArray) data = g_byte_array_new ();
  gboolean is_ascii = text != NULL && g_str_is_ascii (text);

  if (text == NULL)
    return;

  g_byte_array_append (data, (const guint8 *) keyword, (guint) strlen (keyword) + 1);
  if (!is_ascii)
    g_byte_array_append (data, (const guint8 *) "\0\0\0\0", 4);
  g_byte_array_append (data, (const guint8 *) text, (guint) strlen (text));
  append_chunk (bytes, is_ascii ? "tEXt" : "iTXt", data);
}

static void
append_resolution (GByteArray *bytes, double dpi)
{
  g_autoptr (GByteArray) data = g_byte_array_new ();
  const guint8 metre = 1;

  append_number (data, (guint32) lround (dpi / INCH));
  append_number (data, (guint32) lround (dpi / INCH));
  g_byte_array_append (data, &metre, 1);
  append_chunk (bytes, "pHYs", data);
}

static GBytes *
add_chunks (const GByteArray *png, double dpi, const SeesawExportInfo *info)
{
  GByteArray *bytes = g_byte_array_sized_new (png->len + 1024);

  g_byte_array_append (bytes, png->data, N_HEAD);
  append_resolution (bytes, dpi);
  append_text (bytes, "Title", info->title);
  append_text (bytes, "Software", info->creator);
  append_text (bytes, "Description", info->description);
  append_text (bytes, "Keywords", info->keywords);
  g_byte_array_append (bytes, png->data + N_HEAD, png->len - N_HEAD);

  return g_byte_array_free_to_bytes (bytes);
}

static gboolean
check_pixels (const SeesawExportJob *job, double dpi, double width, double height, GError **error)
{
  if (dpi > 0.0 && width >= 1.0 && height >= 1.0 && width <= MAX_PIXELS && height <= MAX_PIXELS)
    return TRUE;

  g_set_error (
      error, SEESAW_EXPORT_ERROR, SEESAW_EXPORT_ERROR_SIZE,
      _ ("%s: at %g dots per inch it would be %.0f × %.0f pixels, expected 1 to %d; choose "
         "another resolution, or a vector format"),
      job->path, dpi, width, height, MAX_PIXELS);

  return FALSE;
}

static cairo_status_t
draw (const SeesawExportJob *job, double scale, int width, int height, GByteArray *png)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  seesaw_export_draw (job, scale, cr);
  status = cairo_status (cr);
  cairo_destroy (cr);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_write_to_png_stream (surface, seesaw_export_append, png);
  cairo_surface_destroy (surface);

  return status;
}

/**
 * seesaw_export_to_png:
 * @job: what is to be written
 * @error: return location for a `SEESAW_EXPORT_ERROR`
 *
 * Returns: (transfer full) (nullable): the page as PNG
 */
GBytes *
seesaw_export_to_png (const SeesawExportJob *job, GError **error)
{
  g_autoptr (GByteArray) png = g_byte_array_new ();
  double dpi = job->page->dpi != 0.0 ? job->page->dpi : DEFAULT_DPI;
  double width = floor (job->page->width * dpi / 72.0 + 0.5);
  double height = floor (job->page->height * dpi / 72.0 + 0.5);

  if (!check_pixels (job, dpi, width, height, error) ||
      !seesaw_export_check_drawn (job, draw (job, dpi / 72.0, (int) width, (int) height, png),
                                  error))
    return NULL;

  return add_chunks (png, dpi, job->info);
}
