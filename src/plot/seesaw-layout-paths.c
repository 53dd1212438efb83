/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "seesaw-layout-private.h"

#include <math.h>

/**
 * seesaw_path_free:
 * @data: (transfer full) (nullable): a path
 */
void
seesaw_path_free (gpointer data)
{
  SeesawPath *path = data;

  if (path == NULL)
    return;

  g_free (path->x);
  g_free (path->y);
  g_free (path);
}

static void
append (SeesawPath *path, double x, double y)
{
  path->x[path->n] = x;
  path->y[path->n++] = y;
}

/* Whether (x, y) cannot be told from the last vertex that was kept. */
static gboolean
is_close (const SeesawPath *path, double x, double y, double tolerance)
{
  return path->n > 0 && hypot (x - path->x[path->n - 1], y - path->y[path->n - 1]) < tolerance;
}

/* Both ends of each piece stay: the last vertex before a gap is one whose successor is not finite.
 */
static SeesawPath *
thin_out (const SeesawPlotLayout *self, const SeesawMark *mark)
{
  SeesawPath *path = g_new0 (SeesawPath, 1);

  path->x = g_new (double, mark->n + 1);
  path->y = g_new (double, mark->n + 1);
  for (gsize i = 0; i < mark->n; i++)
    {
      double x = seesaw_plot_layout_x (self, mark->x[i]);
      double y = seesaw_plot_layout_y (self, mark->y[i]);
      gboolean is_last =
          i + 1 == mark->n || !isfinite (mark->x[i + 1]) || !isfinite (mark->y[i + 1]);

      if (!isfinite (x) || !isfinite (y))
        {
          if (path->n > 0 && !isnan (path->x[path->n - 1]))
            append (path, (double) NAN, (double) NAN);
        }
      else if (is_last || !is_close (path, x, y, self->theme.tolerance))
        append (path, x, y);
    }

  return path;
}

static SeesawPath *
new_rule (const SeesawPlotLayout *self, const SeesawMark *mark)
{
  SeesawPath *path = g_new0 (SeesawPath, 1);
  const SeesawRect *plot = &self->plot;
  double x = seesaw_plot_layout_x (self, mark->x[0]);
  double y = seesaw_plot_layout_y (self, mark->y[0]);

  path->x = g_new (double, 2);
  path->y = g_new (double, 2);
  append (path, mark->axis == 0 ? x : plot->x, mark->axis == 0 ? plot->y : y);
  append (path, mark->axis == 0 ? x : plot->x + plot->width,
          mark->axis == 0 ? plot->y + plot->height : y);

  return path;
}

/**
 * seesaw_layout_new_path:
 * @mark: a mark
 *
 * A vertex closer than the theme's tolerance to the last one kept cannot be told from it.
 *
 * Returns: (transfer full) (nullable): the line to be drawn, or %NULL if the mark is none
 */
SeesawPath *
seesaw_layout_new_path (const SeesawPlotLayout *self, const SeesawMark *mark)
{
  if (mark->kind == SEESAW_MARK_LINE)
    return thin_out (self, mark);

  return mark->kind == SEESAW_MARK_RULE ? new_rule (self, mark) : NULL;
}
