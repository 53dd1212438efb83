/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "seesaw-export-private.h"

#include "seesaw-paint-private.h"

#include <cairo-ps.h>
#include <math.h>
#include <string.h>

/* PostScript has no opacity: what needs it in spite of all becomes an image. */
#define IMAGE_DPI 600.0

/* A line of comments has at most 255 characters; the last of these takes up to 16 of them. */
#define MAX_LINE 200

static gboolean
is_plain (const char *text)
{
  if (*text == '(')
    return FALSE;

  for (; *text != '\0'; text++)
    if (!g_ascii_isprint (*text))
      return FALSE;

  return TRUE;
}

/* A character of a string in PostScript. */
static void
append_escaped (GString *eps, const char *text, const char *end)
{
  for (; text < end; text++)
    if (!g_ascii_isprint (*text))
      g_string_append_printf (eps, "\\%03o", (guint) (guchar) *text);
    else if (strchr ("()\\", *text) != NULL)
      g_string_append_printf (eps, "\\%c", *text);
    else
      g_string_append_c (eps, *text);
}

/* As much of @text as a line holds. Returns: the rest */
static const char *
append_line (GString *eps, const char *text, gboolean plain)
{
  const gsize start = eps->len;

  if (!plain)
    g_string_append_c (eps, '(');
  while (*text != '\0' && eps->len - start < MAX_LINE)
    {
      const char *next = g_utf8_next_char (text);

      if (plain)
        g_string_append_len (eps, text, next - text);
      else
        append_escaped (eps, text, next);
      text = next;
    }
  g_string_append (eps, plain ? "\n" : ")\n");

  return text;
}

/* What is not plain is a string of UTF-8 in PostScript, so that a comment is ASCII and cannot end
 * early. Long ones go on in further lines.
 */
static void
append_comment (GString *eps, const char *key, const char *value)
{
  g_autofree char *valid = g_utf8_make_valid (value != NULL ? value : "", -1);
  GString *text = g_string_new (valid);
  gboolean plain;

  g_string_replace (text, "γ", "gamma", 0);
  plain = is_plain (text->str);
  if (text->len > 0)
    g_string_append_printf (eps, "%%%%%s: ", key);
  for (const char *rest = text->str; *rest != '\0';)
    {
      rest = append_line (eps, rest, plain);
      if (*rest != '\0')
        g_string_append (eps, "%%+ ");
    }
  g_string_free (text, TRUE);
}

/* Cairo bounds what is drawn in whole points, and hangs it from the upper one. */
static void
append_boxes (GString *eps, const SeesawExportPage *page)
{
  double top = ceil (page->height);
  char low[G_ASCII_DTOSTR_BUF_SIZE];
  char width[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_printf (eps, "%%%%BoundingBox: 0 0 %.0f %.0f\n", ceil (page->width), top);
  g_string_append_printf (eps, "%%%%HiResBoundingBox: 0 %s %s %.0f\n",
                          g_ascii_formatd (low, sizeof low, "%.6g", top - page->height),
                          g_ascii_formatd (width, sizeof width, "%.6g", page->width), top);
}

static void
append_info (GString *eps, const SeesawExportInfo *info)
{
  append_comment (eps, "Creator", info->creator);
  append_comment (eps, "Title", info->title);
  append_comment (eps, "Subject", info->description);
  append_comment (eps, "Keywords", info->keywords);
}

/* Replaces what cairo says of itself, of the time and of the size. */
static GBytes *
replace_header (const GByteArray *bytes, const SeesawExportJob *job)
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
      if (job->info->creator != NULL && g_str_has_prefix (data, "%%Creator:"))
        append_info (eps, job->info);
      else if (when != NULL && g_str_has_prefix (data, "%%CreationDate:"))
        append_comment (eps, "CreationDate", when);
      else if (g_str_has_prefix (data, "%%BoundingBox:"))
        append_boxes (eps, job->page);
      else if (!g_str_has_prefix (data, "%%HiResBoundingBox:"))
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

  return seesaw_export_draw_vector (job, surface, cr, error) ? replace_header (bytes, job) : NULL;
}
