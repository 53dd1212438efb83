/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Colours as they are drawn: mixed with that of the paper, where the format has no opacity. */

#include "config.h"

#include "seesaw-paint-private.h"

#include <math.h>

static const cairo_user_data_key_t opaque_key;
static const cairo_user_data_key_t veil_key;

/**
 * seesaw_paint_forbid_opacity:
 * @cr: what draws into a format that has none
 *
 * From now on, colours are mixed with that of the paper.
 */
void
seesaw_paint_forbid_opacity (cairo_t *cr)
{
  cairo_set_user_data (cr, &opaque_key, cr, NULL);
}

/**
 * seesaw_paint_is_opaque:
 * @cr: where to draw
 *
 * Returns: whether colours are mixed with that of the paper instead of letting others through
 */
gboolean
seesaw_paint_is_opaque (cairo_t *cr)
{
  return cairo_get_user_data (cr, &opaque_key) != NULL;
}

/**
 * seesaw_paint_set_veil:
 * @cr: where to draw
 * @veil: (nullable): opacity of paper over what is drawn from now on; must stay
 */
void
seesaw_paint_set_veil (cairo_t *cr, const double *veil)
{
  cairo_set_user_data (cr, &veil_key, (gpointer) veil, NULL);
}

static SeesawRgb
mix (SeesawRgb rgb, SeesawRgb paper, double share)
{
  return (SeesawRgb){ share * rgb.red + (1.0 - share) * paper.red,
                      share * rgb.green + (1.0 - share) * paper.green,
                      share * rgb.blue + (1.0 - share) * paper.blue };
}

/**
 * seesaw_paint_set_color:
 * @theme: a theme
 * @color: what a colour means
 * @alpha: its opacity
 */
void
seesaw_paint_set_color (cairo_t *cr, const SeesawTheme *theme, SeesawColor color, double alpha)
{
  SeesawRgb rgb = seesaw_theme_get_rgb (theme, color);
  const double *veil = cairo_get_user_data (cr, &veil_key);

  if (alpha < 1.0 && seesaw_paint_is_opaque (cr))
    {
      rgb = mix (rgb, theme->paper, alpha);
      alpha = 1.0;
    }
  if (veil != NULL)
    rgb = mix (rgb, theme->paper, 1.0 - *veil);
  cairo_set_source_rgba (cr, rgb.red, rgb.green, rgb.blue, alpha);
}

/**
 * seesaw_paint_set_paper:
 * @theme: a theme
 */
void
seesaw_paint_set_paper (cairo_t *cr, const SeesawTheme *theme)
{
  cairo_set_source_rgb (cr, theme->paper.red, theme->paper.green, theme->paper.blue);
}

/**
 * seesaw_paint_snap:
 * @theme: a theme
 * @at: where a thin straight line shall be, in pixels
 *
 * A thin line between two pixels would be two faint ones.
 *
 * Returns: where to draw it
 */
double
seesaw_paint_snap (const SeesawTheme *theme, double at)
{
  return theme->snaps ? floor (at) + 0.5 : at;
}
