/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A page of figures into a file of any format. */

#include "config.h"

#include "seesaw-export-private.h"

#include <glib/gi18n-lib.h>

#define MIN_SIZE 36.0   /* half an inch */
#define MAX_SIZE 7200.0 /* a hundred inches */

G_DEFINE_QUARK (seesaw - export - error, seesaw_export_error)

/**
 * seesaw_export_append:
 * @closure: a `GByteArray`
 * @data: `[length]`
 * @length: number of bytes
 *
 * What cairo writes with.
 */
cairo_status_t
seesaw_export_append (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

/**
 * seesaw_export_draw:
 * @job: what is to be drawn
 * @scale: user units of @cr per point
 * @cr: where to
 */
void
seesaw_export_draw (const SeesawExportJob *job, double scale, cairo_t *cr)
{
  cairo_scale (cr, scale, scale);
  seesaw_grid_paint (job->grid, job->theme, job->page->width, job->page->height, cr);
}

/**
 * seesaw_export_check_drawn:
 * @job: what was drawn
 * @status: what cairo says of it
 * @error: return location for a `SEESAW_EXPORT_ERROR`
 *
 * Returns: whether all went well
 */
gboolean
seesaw_export_check_drawn (const SeesawExportJob *job, cairo_status_t status, GError **error)
{
  if (status != CAIRO_STATUS_SUCCESS)
    g_set_error (error, SEESAW_EXPORT_ERROR, SEESAW_EXPORT_ERROR_WRITE,
                 _ ("%s: the figure cannot be drawn: %s"), job->path,
                 cairo_status_to_string (status));

  return status == CAIRO_STATUS_SUCCESS;
}

/**
 * seesaw_export_draw_vector:
 * @job: what is to be drawn
 * @surface: (transfer full): where it is written
 * @cr: (transfer full): a context on @surface
 * @error: return location for a `SEESAW_EXPORT_ERROR`
 *
 * Draws the page in points, and lets all of it be written.
 *
 * Returns: whether all went well
 */
gboolean
seesaw_export_draw_vector (const SeesawExportJob *job,
                           cairo_surface_t *surface,
                           cairo_t *cr,
                           GError **error)
{
  cairo_status_t status;

  seesaw_export_draw (job, 1.0, cr);
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);

  return seesaw_export_check_drawn (job, status, error);
}

/**
 * seesaw_export_get_date:
 *
 * Returns: (transfer full) (nullable): the date that reproducible builds ask for
 */
GDateTime *
seesaw_export_get_date (void)
{
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");
  gint64 seconds;

  if (epoch == NULL || !g_ascii_string_to_signed (epoch, 10, 0, G_MAXINT64, &seconds, NULL))
    return NULL;

  return g_date_time_new_from_unix_utc (seconds);
}

static gboolean
is_size (double length)
{
  return length >= MIN_SIZE && length <= MAX_SIZE;
}

static GBytes *
to_bytes (const SeesawExportJob *job, GError **error)
{
  static const struct
  {
    const char *suffix;
    GBytes *(*make) (const SeesawExportJob *job, GError **error);
  } formats[] = { { ".pdf", seesaw_export_to_pdf },
                  { ".svg", seesaw_export_to_svg },
                  { ".eps", seesaw_export_to_eps },
                  { ".png", seesaw_export_to_png } };

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_str_has_suffix (job->path, formats[i].suffix))
      return formats[i].make (job, error);

  g_set_error (error, SEESAW_EXPORT_ERROR, SEESAW_EXPORT_ERROR_FORMAT,
               _ ("%s: expected a name that ends in .pdf, .svg, .eps, .png or .tex"), job->path);

  return NULL;
}

/* What is written is complete before the first file is opened. */
static gboolean
make_files (const SeesawExportJob *job, GPtrArray *files, GError **error)
{
  GBytes *bytes;

  if (g_str_has_suffix (job->path, ".tex"))
    {
      seesaw_export_to_tex (job, files);
      return TRUE;
    }

  bytes = to_bytes (job, error);
  if (bytes == NULL)
    return FALSE;

  seesaw_export_files_add (files, job->path, bytes);

  return TRUE;
}

/**
 * seesaw_export_make_files:
 * @grid: scenes on one page
 * @theme: how they look, in points
 * @page: its size
 * @info: what the file says of itself
 * @path: the file, whose name ends in .pdf, .svg, .eps, .png or .tex
 * @files: from seesaw_export_files_new(), gets the file; LaTeX has data in files beside it, whose
 *   names begin alike
 * @error: return location for a `SEESAW_EXPORT_ERROR`
 *
 * Draws a page of figures, but writes nothing yet. Where SOURCE_DATE_EPOCH is set, the same page
 * always gives the same bytes.
 *
 * Returns: whether it could be drawn
 */
gboolean
seesaw_export_make_files (const SeesawGrid *grid,
                          const SeesawTheme *theme,
                          const SeesawExportPage *page,
                          const SeesawExportInfo *info,
                          const char *path,
                          GPtrArray *files,
                          GError **error)
{
  const SeesawExportJob job = { grid, theme, page, info, path };

  if (is_size (page->width) && is_size (page->height))
    return make_files (&job, files, error);

  g_set_error (error, SEESAW_EXPORT_ERROR, SEESAW_EXPORT_ERROR_SIZE,
               _ ("%s: a figure of %g × %g points cannot be drawn, expected %g to %g"), path,
               page->width, page->height, MIN_SIZE, MAX_SIZE);

  return FALSE;
}

/**
 * seesaw_export_grid:
 * @grid: scenes on one page
 * @theme: how they look, in points
 * @page: its size
 * @info: what the file says of itself
 * @path: the file
 * @error: return location for a `SEESAW_EXPORT_ERROR`
 *
 * Writes what seesaw_export_make_files() makes. The file appears whole or not at all.
 *
 * Returns: whether it was written
 */
gboolean
seesaw_export_grid (const SeesawGrid *grid,
                    const SeesawTheme *theme,
                    const SeesawExportPage *page,
                    const SeesawExportInfo *info,
                    const char *path,
                    GError **error)
{
  g_autoptr (GPtrArray) files = seesaw_export_files_new ();

  return seesaw_export_make_files (grid, theme, page, info, path, files, error) &&
         seesaw_export_files_write (files, NULL, NULL, error);
}

/**
 * seesaw_export_file:
 * @scene: what is to be seen
 * @overlay: (nullable): what stands over it
 * @theme: how it looks, in points
 * @page: its size
 * @info: what the file says of itself
 * @path: the file
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
                    const SeesawExportPage *page,
                    const SeesawExportInfo *info,
                    const char *path,
                    GError **error)
{
  const SeesawPanel panel = { scene, overlay };
  const SeesawGrid grid = { &panel, 1, 1 };

  return seesaw_export_grid (&grid, theme, page, info, path, error);
}
