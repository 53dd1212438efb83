/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "seesaw-layout-private.h"

#include <math.h>

/* Pango's sizes are whole numbers of its units. What a text lacks to the size that was asked for,
 * it gets when it is drawn. The difference is far below what can be seen, but not below what can be
 * read in a file.
 */
static const char stretch_key[] = "seesaw-stretch";

/**
 * seesaw_layout_new_pango:
 * @theme: how texts look
 *
 * In print, letters stand where the font says, not on whole points.
 *
 * Returns: (transfer full): what seesaw_layout_new_text() makes texts with
 */
PangoContext *
seesaw_layout_new_pango (const SeesawTheme *theme)
{
  PangoContext *pango = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options;

  if (theme->snaps)
    return pango;

  options = cairo_font_options_create ();
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (pango, options);
  cairo_font_options_destroy (options);
  pango_context_set_round_glyph_positions (pango, FALSE);

  return pango;
}

/**
 * seesaw_layout_new_text:
 * @markup: Pango markup
 * @scale: its size, in font sizes of the theme
 *
 * Digits are all of one width, so that nothing jumps when a number changes.
 *
 * Returns: (transfer full): the text in the theme's font
 */
PangoLayout *
seesaw_layout_new_text (const SeesawPlotLayout *self, const char *markup, double scale)
{
  PangoLayout *layout = pango_layout_new (self->pango);
  PangoFontDescription *font = pango_font_description_new ();
  PangoAttrList *attributes;
  double wanted = self->theme.font_size * scale * PANGO_SCALE;
  double size = MAX (round (wanted), 1.0);

  /* Not parsed: the last word of “Nimbus Roman” would be taken for a style. */
  pango_font_description_set_family (font, self->theme.font);
  pango_font_description_set_absolute_size (font, size);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_markup (layout, markup, -1);
  attributes = pango_attr_list_copy (pango_layout_get_attributes (layout));
  if (attributes == NULL)
    attributes = pango_attr_list_new ();
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  pango_font_description_free (font);

  if (!self->theme.snaps && wanted != size)
    {
      double *stretch = g_new (double, 1);

      *stretch = wanted / size;
      g_object_set_data_full (G_OBJECT (layout), stretch_key, stretch, g_free);
    }

  return layout;
}

/**
 * seesaw_layout_get_stretch:
 * @layout: a text
 *
 * Returns: how much larger it is drawn than it was laid out: 1, or a ten-thousandth more or less
 */
double
seesaw_layout_get_stretch (PangoLayout *layout)
{
  const double *stretch = g_object_get_data (G_OBJECT (layout), stretch_key);

  return stretch != NULL ? *stretch : 1.0;
}

/**
 * seesaw_layout_measure:
 * @layout: a text
 * @width: (out): in user units
 * @height: (out): in user units
 */
void
seesaw_layout_measure (PangoLayout *layout, double *width, double *height)
{
  int w;
  int h;

  pango_layout_get_size (layout, &w, &h);
  *width = (double) w / PANGO_SCALE;
  *height = (double) h / PANGO_SCALE;
}

static gboolean
is_of_subscript (PangoAttribute *attribute, gpointer data)
{
  return attribute->klass->type == PANGO_ATTR_FONT_SCALE ||
         attribute->klass->type == PANGO_ATTR_BASELINE_SHIFT;
}

/**
 * seesaw_layout_ellipsize:
 * @layout: a text
 * @width: the room for it, in user units
 *
 * Shortens a text that is too long. One that is not keeps its own width. Pango complains of
 * subscripts that it cuts, so that they are lost.
 */
void
seesaw_layout_ellipsize (PangoLayout *layout, double width)
{
  PangoAttrList *attributes = pango_layout_get_attributes (layout);
  double w;
  double h;

  /* A width that was measured and came back through sums must do. */
  seesaw_layout_measure (layout, &w, &h);
  if (w <= width + 0.01)
    return;

  if (attributes != NULL)
    {
      PangoAttrList *kept = pango_attr_list_copy (attributes);
      PangoAttrList *lost = pango_attr_list_filter (kept, is_of_subscript, NULL);

      pango_layout_set_attributes (layout, kept);
      pango_attr_list_unref (kept);
      g_clear_pointer (&lost, pango_attr_list_unref);
    }
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_width (layout, (int) (MAX (width, 1.0) * PANGO_SCALE));
}

/**
 * seesaw_layout_add_text:
 * @layout: (transfer full): a text
 * @x: left, in user units
 * @y: top
 * @color: what its colour means
 *
 * Returns: (transfer none): the text, now part of the figure
 */
SeesawText *
seesaw_layout_add_text (SeesawPlotLayout *self,
                        PangoLayout *layout,
                        double x,
                        double y,
                        SeesawColor color)
{
  SeesawText *text = g_new0 (SeesawText, 1);

  text->layout = layout;
  text->color = color;
  text->box = (SeesawRect){ .x = x, .y = y };
  seesaw_layout_measure (layout, &text->box.width, &text->box.height);
  g_ptr_array_add (self->texts, text);

  return text;
}

/**
 * seesaw_text_turn:
 * @text: a text
 *
 * Makes it read upwards. Its upper left corner stays.
 */
void
seesaw_text_turn (SeesawText *text)
{
  double width = text->box.width;

  text->turned = TRUE;
  text->box.width = text->box.height;
  text->box.height = width;
}

/**
 * seesaw_text_free:
 * @data: (transfer full): a text
 */
void
seesaw_text_free (gpointer data)
{
  SeesawText *text = data;

  g_object_unref (text->layout);
  g_free (text);
}
