/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Both arms are straight lines in Oklab (Björn Ottosson, 2020), from a neutral middle to ends of
 * equal lightness: equal steps of a value look equal, and neither sign looks stronger. Blue and
 * vermilion stay apart for every common kind of colour blindness.
 */

#include "config.h"

#include "seesaw-colormap.h"

#include <math.h>

typedef struct
{
  double l;
  double a;
  double b;
} Lab;

/* Below 0, at 0, above 0. */
static const Lab light[] = { { 0.50, -0.045, -0.140 }, { 0.97, 0.0, 0.0 }, { 0.50, 0.120, 0.100 } };
static const Lab dark[] = { { 0.76, -0.055, -0.100 }, { 0.24, 0.0, 0.0 }, { 0.76, 0.080, 0.120 } };

static guint32
to_byte (double linear)
{
  double c = CLAMP (linear, 0.0, 1.0);
  double gamma = c <= 0.0031308 ? 12.92 * c : 1.055 * pow (c, 1.0 / 2.4) - 0.055;

  return (guint32) (255.0 * gamma + 0.5);
}

static guint32
to_pixel (Lab c)
{
  double l = pow (c.l + 0.3963377774 * c.a + 0.2158037573 * c.b, 3.0);
  double m = pow (c.l - 0.1055613458 * c.a - 0.0638541728 * c.b, 3.0);
  double s = pow (c.l - 0.0894841775 * c.a - 1.2914855480 * c.b, 3.0);

  return 0xff000000u | to_byte (4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s) << 16 |
         to_byte (-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s) << 8 |
         to_byte (-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s);
}

static double
mix (double from, double to, double weight)
{
  return from + weight * (to - from);
}

/**
 * seesaw_colormap_init:
 * @is_dark: whether the middle is dark
 */
void
seesaw_colormap_init (SeesawColormap *self, gboolean is_dark)
{
  const Lab *stops = is_dark ? dark : light;
  int middle = SEESAW_COLORMAP_SIZE / 2;

  for (int i = 0; i < SEESAW_COLORMAP_SIZE; i++)
    {
      double weight = abs (i - middle) / (double) middle;
      const Lab *end = i < middle ? &stops[0] : &stops[2];

      self->colors[i] =
          to_pixel ((Lab){ mix (stops[1].l, end->l, weight), mix (stops[1].a, end->a, weight),
                           mix (stops[1].b, end->b, weight) });
    }
}

/**
 * seesaw_colormap_init_grey:
 *
 * From white to black, in equal steps of lightness: without colours, signs can only be told apart
 * by that.
 */
void
seesaw_colormap_init_grey (SeesawColormap *self)
{
  for (int i = 0; i < SEESAW_COLORMAP_SIZE; i++)
    self->colors[i] =
        to_pixel ((Lab){ mix (1.0, 0.2, i / (double) (SEESAW_COLORMAP_SIZE - 1)), 0.0, 0.0 });
}

/**
 * seesaw_colormap_at:
 * @value: from −1 to 1; what is beyond takes the colour of the end
 *
 * Returns: its colour as 0xAARRGGBB; 0, transparent, for NaN
 */
guint32
seesaw_colormap_at (const SeesawColormap *self, double value)
{
  double unit = (CLAMP (value, -1.0, 1.0) + 1.0) / 2.0;

  return isnan (value) ? 0 : self->colors[(gsize) (unit * (SEESAW_COLORMAP_SIZE - 1) + 0.5)];
}

/**
 * seesaw_colormap_fill:
 * @values: `[n_values]`, from −1 to 1
 * @n_values: number of values
 * @pixels: (out): `[n_values]`, as %CAIRO_FORMAT_ARGB32 has them
 */
void
seesaw_colormap_fill (const SeesawColormap *self,
                      const float *values,
                      gsize n_values,
                      guint32 *pixels)
{
  for (gsize i = 0; i < n_values; i++)
    pixels[i] = seesaw_colormap_at (self, (double) values[i]);
}
