/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a layout says, for formats that write texts by themselves. */

#include "config.h"

#include "seesaw-text-lines.h"

#include "seesaw-layout-private.h"

#include <math.h>

#define ELLIPSIS "\u2026"

static void
span_free (gpointer data)
{
  SeesawTextSpan *span = data;

  g_free (span->text);
  g_free (span->family);
  g_free (span);
}

static void
line_free (gpointer data)
{
  SeesawTextLine *line = data;

  g_ptr_array_unref (line->spans);
  g_free (line);
}

static char *
get_text (PangoLayout *layout, const PangoItem *item)
{
  if ((item->analysis.flags & PANGO_ANALYSIS_FLAG_IS_ELLIPSIS) != 0)
    return g_strdup (ELLIPSIS);

  return g_strndup (pango_layout_get_text (layout) + item->offset, (gsize) item->length);
}

/* A description would round it. */
static double
get_size (PangoFont *font)
{
  cairo_matrix_t matrix;

  cairo_scaled_font_get_font_matrix (pango_cairo_font_get_scaled_font (PANGO_CAIRO_FONT (font)),
                                     &matrix);

  return matrix.yy;
}

static SeesawTextSpan *
new_span (PangoLayout *layout, const PangoLayoutRun *run)
{
  PangoFontDescription *font = pango_font_describe_with_absolute_size (run->item->analysis.font);
  SeesawTextSpan *span = g_new0 (SeesawTextSpan, 1);

  span->text = get_text (layout, run->item);
  span->family = g_strdup (pango_font_description_get_family (font));
  span->size = seesaw_layout_get_stretch (layout) * get_size (run->item->analysis.font);
  span->is_bold = pango_font_description_get_weight (font) >= PANGO_WEIGHT_SEMIBOLD;
  span->is_italic = pango_font_description_get_style (font) != PANGO_STYLE_NORMAL;
  span->rise = (double) run->y_offset / PANGO_SCALE;
  pango_font_description_free (font);

  return span;
}

static gboolean
is_alike (const SeesawTextSpan *a, const SeesawTextSpan *b)
{
  return g_strcmp0 (a->family, b->family) == 0 && fabs (a->size - b->size) < 1e-3 &&
         fabs (a->rise - b->rise) < 1e-3 && a->is_bold == b->is_bold &&
         a->is_italic == b->is_italic;
}

/* Runs that differ in script only are one span. */
static void
add_span (GPtrArray *spans, SeesawTextSpan *span)
{
  SeesawTextSpan *last = spans->len > 0 ? g_ptr_array_index (spans, spans->len - 1) : NULL;
  char *joined;

  if (last == NULL || !is_alike (last, span))
    {
      g_ptr_array_add (spans, span);
      return;
    }

  joined = g_strconcat (last->text, span->text, NULL);
  g_free (last->text);
  last->text = joined;
  span_free (span);
}

/**
 * seesaw_text_lines_new:
 * @layout: a text
 *
 * Returns: (transfer full) (element-type SeesawTextLine): its lines that are not empty
 */
GPtrArray *
seesaw_text_lines_new (PangoLayout *layout)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (line_free);
  PangoLayoutIter *iter = pango_layout_get_iter (layout);

  do
    {
      SeesawTextLine *line = g_new0 (SeesawTextLine, 1);
      PangoRectangle extents;

      pango_layout_iter_get_line_extents (iter, NULL, &extents);
      line->x = (double) extents.x / PANGO_SCALE;
      line->width = (double) extents.width / PANGO_SCALE;
      line->baseline = (double) pango_layout_iter_get_baseline (iter) / PANGO_SCALE;
      line->spans = g_ptr_array_new_with_free_func (span_free);
      for (GSList *run = pango_layout_iter_get_line_readonly (iter)->runs; run != NULL;
           run = run->next)
        add_span (line->spans, new_span (layout, run->data));

      if (line->spans->len > 0)
        g_ptr_array_add (lines, line);
      else
        line_free (line);
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);

  return lines;
}
