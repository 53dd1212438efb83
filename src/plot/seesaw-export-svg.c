/* SPDX-License-Identifier: GPL-3.0-or-later */

/* SVG. cairo draws all but the texts, which would become outlines; they are added as text. */

#include "config.h"

#include "seesaw-export-private.h"

#include "seesaw-paint-text.h"
#include "seesaw-text-lines.h"

#include <cairo-svg.h>
#include <math.h>
#include <string.h>

static void
append_number (GString *svg, double number)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append (
      svg, g_ascii_formatd (digits, sizeof digits, "%.6g", fabs (number) < 1e-6 ? 0.0 : number));
}

static void
append_attribute (GString *svg, const char *name, double number)
{
  g_string_append_printf (svg, " %s=\"", name);
  append_number (svg, number);
  g_string_append_c (svg, '"');
}

static void
append_escaped (GString *svg, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_string_append (svg, escaped);
}

static void
append_element (GString *svg, const char *name, const char *text)
{
  if (text == NULL)
    return;

  g_string_append_printf (svg, "<%s>", name);
  append_escaped (svg, text);
  g_string_append_printf (svg, "</%s>\n", name);
}

static void
append_info (GString *svg, const SeesawExportInfo *info)
{
  append_element (svg, "title", info->title);
  append_element (svg, "desc", info->description);
  g_string_append (svg, "<metadata>\n"
                        "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\""
                        " xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n"
                        "<rdf:Description rdf:about=\"\">\n"
                        "<dc:format>image/svg+xml</dc:format>\n");
  append_element (svg, "dc:title", info->title);
  append_element (svg, "dc:creator", info->creator);
  append_element (svg, "dc:description", info->description);
  append_element (svg, "dc:subject", info->keywords);
  g_string_append (svg, "</rdf:Description>\n</rdf:RDF>\n</metadata>\n");
}

/* What takes the place of a font that is missing. */
static const char *
get_generic (const char *family)
{
  static const char *const serifs[] = { "Serif", "Roman", "Times", "Termes", "CMU" };

  if (strstr (family, "Mono") != NULL)
    return "monospace";
  for (gsize i = 0; i < G_N_ELEMENTS (serifs); i++)
    if (strstr (family, serifs[i]) != NULL && strstr (family, "Sans") == NULL)
      return "serif";

  return "sans-serif";
}

/* A tspan moves the baseline of all that follows it. */
static void
append_span (GString *svg, const SeesawTextSpan *span, double rise_before)
{
  g_string_append (svg, "<tspan");
  if (fabs (span->rise - rise_before) > 1e-3)
    append_attribute (svg, "dy", rise_before - span->rise);
  append_attribute (svg, "font-size", span->size);
  g_string_append (svg, " font-family=\"'");
  append_escaped (svg, span->family);
  g_string_append_printf (svg, "', %s\"", get_generic (span->family));
  if (span->is_bold)
    g_string_append (svg, " font-weight=\"bold\"");
  if (span->is_italic)
    g_string_append (svg, " font-style=\"italic\"");
  g_string_append_c (svg, '>');
  append_escaped (svg, span->text);
  g_string_append (svg, "</tspan>");
}

static void
append_matrix (GString *svg, const cairo_matrix_t *matrix)
{
  const double values[] = {
    matrix->xx, matrix->yx, matrix->xy, matrix->yy, matrix->x0, matrix->y0
  };

  g_string_append (svg, " transform=\"matrix(");
  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    {
      if (i > 0)
        g_string_append_c (svg, ' ');
      append_number (svg, values[i]);
    }
  g_string_append (svg, ")\"");
}

/* From its middle, so that another font moves neither end far. */
static void
append_line (GString *svg, const SeesawCaughtText *text, const SeesawTextLine *line)
{
  double rise = 0.0;

  g_string_append (svg, "<text");
  append_matrix (svg, &text->matrix);
  append_attribute (svg, "x", line->x + line->width / 2.0);
  append_attribute (svg, "y", line->baseline);
  g_string_append_printf (svg, " fill=\"#%02x%02x%02x\"", (guint) lround (255.0 * text->color[0]),
                          (guint) lround (255.0 * text->color[1]),
                          (guint) lround (255.0 * text->color[2]));
  if (text->color[3] < 1.0)
    append_attribute (svg, "fill-opacity", text->color[3]);
  g_string_append_c (svg, '>');
  for (guint i = 0; i < line->spans->len; i++)
    {
      const SeesawTextSpan *span = g_ptr_array_index (line->spans, i);

      append_span (svg, span, rise);
      rise = span->rise;
    }
  g_string_append (svg, "</text>\n");
}

static void
append_texts (GString *svg, const GPtrArray *texts)
{
  g_string_append (svg, "<g text-anchor=\"middle\" xml:space=\"preserve\""
                        " style=\"font-variant-numeric:tabular-nums\">\n");
  for (guint i = 0; i < texts->len; i++)
    {
      const SeesawCaughtText *text = g_ptr_array_index (texts, i);
      g_autoptr (GPtrArray) lines = seesaw_text_lines_new (text->layout);

      for (guint j = 0; j < lines->len; j++)
        append_line (svg, text, g_ptr_array_index (lines, j));
    }
  g_string_append (svg, "</g>\n");
}

/* The next number of each kind of name. */
static gboolean
renumber (const GMatchInfo *match, GString *svg, gpointer data)
{
  GHashTable *names = data;
  g_autofree char *before = g_match_info_fetch (match, 1);
  g_autofree char *kind = g_match_info_fetch (match, 2);
  g_autofree char *number = g_match_info_fetch (match, 3);
  g_autofree char *name = g_strconcat (kind, number, NULL);
  gpointer known = g_hash_table_lookup (names, name);

  if (known == NULL)
    {
      known = GUINT_TO_POINTER (g_hash_table_size (names) + 1);
      g_hash_table_insert (names, g_steal_pointer (&name), known);
    }
  g_string_append_printf (svg, "%s%s%u", before, kind, GPOINTER_TO_UINT (known));

  return FALSE;
}

/* cairo counts all surfaces that the process ever had; the same figure shall have the same names.
 */
static char *
renumber_all (const GByteArray *drawn)
{
  g_autoptr (GRegex) regex =
      g_regex_new ("(\\bid=\"|href=\"#|url\\(#)([a-z]+)([0-9]+)", G_REGEX_RAW, 0, NULL);
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return g_regex_replace_eval (regex, (const char *) drawn->data, (gssize) drawn->len, 0, 0,
                               renumber, names, NULL);
}

static GBytes *
join (const GByteArray *drawn, const GPtrArray *texts, const SeesawExportInfo *info)
{
  g_autofree char *svg = renumber_all (drawn);
  char *start = strstr (svg, "<svg ");
  char *body = start != NULL ? strchr (start, '>') : NULL;
  char *end = body != NULL ? g_strrstr (body, "</svg>") : NULL;
  GString *joined;

  g_assert (end != NULL);

  joined = g_string_sized_new (strlen (svg) + 4096);
  g_string_append_len (joined, svg, body + 1 - svg);
  g_string_append_c (joined, '\n');
  append_info (joined, info);
  g_string_append_len (joined, body + 1, end - body - 1);
  append_texts (joined, texts);
  g_string_append (joined, end);

  return g_string_free_to_bytes (joined);
}

/**
 * seesaw_export_to_svg:
 * @job: what is to be written
 * @error: return location for a `SEESAW_EXPORT_ERROR`
 *
 * Returns: (transfer full) (nullable): the page as SVG
 */
GBytes *
seesaw_export_to_svg (const SeesawExportJob *job, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_svg_surface_create_for_stream (
      seesaw_export_append, bytes, job->page->width, job->page->height);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GPtrArray) texts = seesaw_paint_catch_texts (cr);

  cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PT);

  return seesaw_export_draw_vector (job, surface, cr, error) ? join (bytes, texts, job->info)
                                                             : NULL;
}
