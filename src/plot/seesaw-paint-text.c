/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Texts are drawn, or caught for formats that write them by themselves. */

#include "config.h"

#include "seesaw-paint-text.h"

#include "seesaw-layout-private.h"

static const cairo_user_data_key_t catcher_key;

static void
caught_text_free (gpointer data)
{
  SeesawCaughtText *text = data;

  g_object_unref (text->layout);
  g_free (text);
}

/**
 * seesaw_paint_catch_texts:
 * @cr: where to draw
 *
 * From now on, texts are put into a list rather than drawn.
 *
 * Returns: (transfer full) (element-type SeesawCaughtText): the list, to be kept as long as @cr
 */
GPtrArray *
seesaw_paint_catch_texts (cairo_t *cr)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (caught_text_free);

  cairo_set_user_data (cr, &catcher_key, texts, NULL);

  return texts;
}

static void
draw_text (cairo_t *cr, PangoLayout *layout)
{
  double stretch = seesaw_layout_get_stretch (layout);
  double x;
  double y;

  cairo_save (cr);
  cairo_get_current_point (cr, &x, &y);
  cairo_translate (cr, x, y);
  cairo_scale (cr, stretch, stretch);
  cairo_move_to (cr, 0.0, 0.0);
  pango_cairo_show_layout (cr, layout);
  cairo_new_path (cr);
  cairo_restore (cr);
}

static void
catch_text (cairo_t *cr, PangoLayout *layout, GPtrArray *texts)
{
  SeesawCaughtText *text = g_new0 (SeesawCaughtText, 1);
  double x;
  double y;

  text->layout = g_object_ref (layout);
  cairo_get_current_point (cr, &x, &y);
  cairo_get_matrix (cr, &text->matrix);
  cairo_matrix_translate (&text->matrix, x, y);
  cairo_pattern_get_rgba (cairo_get_source (cr), &text->color[0], &text->color[1], &text->color[2],
                          &text->color[3]);
  g_ptr_array_add (texts, text);
}

/**
 * seesaw_paint_show_text:
 * @cr: where to draw; of one colour
 * @layout: a text, its corner at the current point
 */
void
seesaw_paint_show_text (cairo_t *cr, PangoLayout *layout)
{
  GPtrArray *texts = cairo_get_user_data (cr, &catcher_key);

  if (texts != NULL)
    catch_text (cr, layout, texts);
  else
    draw_text (cr, layout);
}
