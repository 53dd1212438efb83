/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "seesaw-export-private.h"

#include "seesaw-paint-private.h"

#include <cairo-ps.h>
#include <string.h>

/* PostScript has no opacity: what needs it in spite of all becomes an image. */
#define IMAGE_DPI 600.0

/* A comment holds no more. */
#define MAX_COMMENT 200

/* In ASCII and on one line. */
static void
append_comment (GString *eps, const char *key, const char *value)
{
  g_autofree char *text = value != NULL ? g_str_to_ascii (value, "C") : NULL;

  if (text == NULL)
    return;

  g_strdelimit (text, "\r\n", ' ');
  g_string_append_printf (eps, "%%%%%s: %.*s\n", key, MAX_COMMENT, text);
}

/* Replaces what cairo says of itself and of the time. */
static GBytes *
replace_header (const GByteArray *bytes, const SeesawExportInfo *info)
{
  GString *eps = g_string_sized_new (bytes->len);
  const char *data = (const char *) bytes->data;
  const char *end = data + bytes->len;
  g_autoptr (GDateTime) date = seesaw_export_get_date ();
  g_autofree char *when = date != NULL ? g_date_time_format (date, "%Y-%m-%dT%H:%M:%SZ") : NULL;

  for (gboolean in_header = TRUE; in_header && data < end;)
    {
      const char *newline = memchr (data, '\n', (gsize) (end - data));
      const char *next = newline != NULL ? newline + 1 : end;

      in_header = !g_str_has_prefix (data, "%%EndComments");
      if (info->creator != NULL && g_str_has_prefix (data, "%%Creator:"))
        {
          append_comment (eps, "Creator", info->creator);
          append_comment (eps, "Title", info->title);
        }
      else if (when != NULL && g_str_has_prefix (data, "%%CreationDate:"))
        append_comment (eps, "CreationDate", when);
      else
        g_string_append_len (eps, data, next - data);
      data = next;
    }
  g_string_append_len (eps, data, end - data);

  return g_string_free_to_bytes (eps);
}

/**
 * seesaw_export_to_eps:
 * @job: what is to be written
 * @error: return location for a `SEESAW_EXPORT_ERROR`
 *
 * Returns: (transfer full) (nullable): the page as encapsulated PostScript
 */
GBytes *
seesaw_export_to_eps (const SeesawExportJob *job, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_ps_surface_create_for_stream (
      seesaw_export_append, bytes, job->page->width, job->page->height);
  cairo_t *cr = cairo_create (surface);

  cairo_ps_surface_set_eps (surface, TRUE);
  cairo_surface_set_fallback_resolution (surface, IMAGE_DPI, IMAGE_DPI);
  seesaw_paint_forbid_opacity (cr);

  return seesaw_export_draw_vector (job, surface, cr, error) ? replace_header (bytes, job->info)
                                                             : NULL;
}
