/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "seesaw-export-private.h"

#include <cairo-pdf.h>

static void
set_metadata (cairo_surface_t *surface, const SeesawExportInfo *info)
{
  const struct
  {
    cairo_pdf_metadata_t key;
    const char *value;
  } entries[] = { { CAIRO_PDF_METADATA_TITLE, info->title },
                  { CAIRO_PDF_METADATA_CREATOR, info->creator },
                  { CAIRO_PDF_METADATA_SUBJECT, info->description },
                  { CAIRO_PDF_METADATA_KEYWORDS, info->keywords } };
  g_autoptr (GDateTime) date = seesaw_export_get_date ();
  g_autofree char *text = date != NULL ? g_date_time_format_iso8601 (date) : NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (entries); i++)
    if (entries[i].value != NULL)
      cairo_pdf_surface_set_metadata (surface, entries[i].key, entries[i].value);

  /* Without a date, cairo takes the present one. */
  if (text != NULL)
    {
      cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, text);
      cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, text);
    }
}

/**
 * seesaw_export_to_pdf:
 * @job: what is to be written
 * @error: return location for a `SEESAW_EXPORT_ERROR`
 *
 * Returns: (transfer full) (nullable): the page as PDF, with the fonts it uses
 */
GBytes *
seesaw_export_to_pdf (const SeesawExportJob *job, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (
      seesaw_export_append, bytes, job->page->width, job->page->height);
  cairo_t *cr = cairo_create (surface);

  set_metadata (surface, job->info);

  return seesaw_export_draw_vector (job, surface, cr, error)
             ? g_byte_array_free_to_bytes (g_steal_pointer (&bytes))
             : NULL;
}
