/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a scene is made of. */

#include "config.h"

#include "seesaw-scene.h"

static SeesawMark *
add_mark (SeesawScene *self,
          SeesawMarkKind kind,
          SeesawStyle style,
          const char *label,
          const char *legend)
{
  SeesawMark *mark = g_new0 (SeesawMark, 1);

  mark->kind = kind;
  mark->style = style;
  mark->marker = SEESAW_MARKER_NONE;
  mark->label = g_strdup (label);
  mark->legend = g_strdup (legend);
  g_ptr_array_add (self->marks, mark);

  return mark;
}

/**
 * seesaw_scene_add_line:
 * @style: how it looks
 * @x: (transfer full): `[n]`, in data units
 * @y: (transfer full): `[n]`, in data units
 * @n: number of points
 * @legend: (nullable): what the legend says of it; Pango markup
 *
 * Adds a line through @n points.
 *
 * Returns: (transfer none): the line, to be given a label or markers
 */
SeesawMark *
seesaw_scene_add_line (SeesawScene *self,
                       SeesawStyle style,
                       double *x,
                       double *y,
                       gsize n,
                       const char *legend)
{
  SeesawMark *mark = add_mark (self, SEESAW_MARK_LINE, style, NULL, legend);

  mark->x = x;
  mark->y = y;
  mark->n = n;

  return mark;
}

/**
 * seesaw_scene_add_entry:
 * @mark: a mark of another scene
 *
 * Lists in the legend what another scene does, without drawing it. A mark without a legend is
 * passed over.
 */
void
seesaw_scene_add_entry (SeesawScene *self, const SeesawMark *mark)
{
  SeesawMark *entry;

  if (mark->legend == NULL)
    return;

  entry = add_mark (self, mark->kind, mark->style, NULL, mark->legend);
  entry->marker = mark->marker;
}

static double *
one (double value)
{
  return g_memdup2 (&value, sizeof value);
}

/**
 * seesaw_scene_add_point:
 * @style: how it looks
 * @marker: its shape
 * @x: in data units
 * @y: in data units
 * @label: (nullable): text beside it; Pango markup
 * @legend: (nullable): what the legend says of it; Pango markup
 *
 * Adds a point. Its label finds a place where it hides nothing.
 *
 * Returns: (transfer none): the point
 */
SeesawMark *
seesaw_scene_add_point (SeesawScene *self,
                        SeesawStyle style,
                        SeesawMarker marker,
                        double x,
                        double y,
                        const char *label,
                        const char *legend)
{
  SeesawMark *mark = add_mark (self, SEESAW_MARK_POINT, style, label, legend);

  mark->marker = marker;
  mark->x = one (x);
  mark->y = one (y);
  mark->n = 1;

  return mark;
}

/**
 * seesaw_scene_add_band:
 * @style: how it looks
 * @x: (transfer full): `[n]`, in data units
 * @y: (transfer full): `[n]`, one rim
 * @y1: (transfer full): `[n]`, the other
 * @n: number of points
 * @legend: (nullable): what the legend says of it; Pango markup
 *
 * Adds the area between two lines.
 *
 * Returns: (transfer none): the band
 */
SeesawMark *
seesaw_scene_add_band (SeesawScene *self,
                       SeesawStyle style,
                       double *x,
                       double *y,
                       double *y1,
                       gsize n,
                       const char *legend)
{
  SeesawMark *mark = add_mark (self, SEESAW_MARK_BAND, style, NULL, legend);

  mark->x = x;
  mark->y = y;
  mark->y1 = y1;
  mark->n = n;

  return mark;
}

/**
 * seesaw_scene_add_bars:
 * @style: how they look
 * @x: (transfer full): `[n]`, one side of each, in data units
 * @y: (transfer full): `[n]`, likewise
 * @x1: (transfer full): `[n]`, the opposite side of each
 * @y1: (transfer full): `[n]`, likewise
 * @n: number of bars
 * @legend: (nullable): what the legend says of them; Pango markup
 *
 * Adds rectangles.
 *
 * Returns: (transfer none): the bars
 */
SeesawMark *
seesaw_scene_add_bars (SeesawScene *self,
                       SeesawStyle style,
                       double *x,
                       double *y,
                       double *x1,
                       double *y1,
                       gsize n,
                       const char *legend)
{
  SeesawMark *mark = add_mark (self, SEESAW_MARK_BARS, style, NULL, legend);

  mark->x = x;
  mark->y = y;
  mark->x1 = x1;
  mark->y1 = y1;
  mark->n = n;

  return mark;
}

/**
 * seesaw_scene_add_bar:
 * @style: how it looks
 * @x: one side, in data units
 * @y: likewise
 * @x1: the opposite side
 * @y1: likewise
 * @legend: (nullable): what the legend says of it; Pango markup
 *
 * Adds one rectangle.
 *
 * Returns: (transfer none): the bar
 */
SeesawMark *
seesaw_scene_add_bar (SeesawScene *self,
                      SeesawStyle style,
                      double x,
                      double y,
                      double x1,
                      double y1,
                      const char *legend)
{
  return seesaw_scene_add_bars (self, style, one (x), one (y), one (x1), one (y1), 1, legend);
}

/**
 * seesaw_scene_add_rule:
 * @style: how it looks
 * @axis: 0 for a vertical line, 1 for a horizontal one
 * @at: where, on that axis
 *
 * Adds a straight line from one side of the plot area to the other.
 *
 * Returns: (transfer none): the rule
 */
SeesawMark *
seesaw_scene_add_rule (SeesawScene *self, SeesawStyle style, int axis, double at)
{
  SeesawMark *mark = add_mark (self, SEESAW_MARK_RULE, style, NULL, NULL);

  mark->axis = axis;
  mark->x = one (at);
  mark->y = one (at);
  mark->n = 1;

  return mark;
}

/**
 * seesaw_scene_add_text:
 * @style: of which only the colour counts
 * @x: in data units
 * @y: in data units
 * @align_x: how much of its width is left of @x: 0, 0.5 or 1
 * @align_y: how much of its height is above @y
 * @text: the text; Pango markup
 *
 * Adds a text. A scene leaves it out where it would cover another, or bars.
 *
 * Returns: (transfer none): the text
 */
SeesawMark *
seesaw_scene_add_text (SeesawScene *self,
                       SeesawStyle style,
                       double x,
                       double y,
                       double align_x,
                       double align_y,
                       const char *text)
{
  SeesawMark *mark = add_mark (self, SEESAW_MARK_TEXT, style, text, NULL);

  mark->x = one (x);
  mark->y = one (y);
  mark->align[0] = align_x;
  mark->align[1] = align_y;
  mark->n = 1;

  return mark;
}

/**
 * seesaw_scene_add_image:
 * @x: one side, in data units
 * @y: likewise
 * @x1: the opposite side
 * @y1: likewise
 * @n_columns: number of columns
 * @n_rows: number of rows
 * @values: (transfer full): `[n_rows, n_columns]`, from −1 to 1; the first row is drawn uppermost
 *
 * Adds a matrix. The theme colours it, so that a scene looks right in the light and in the dark.
 *
 * Returns: (transfer none): the image
 */
SeesawMark *
seesaw_scene_add_image (SeesawScene *self,
                        double x,
                        double y,
                        double x1,
                        double y1,
                        gsize n_columns,
                        gsize n_rows,
                        float *values)
{
  SeesawMark *mark = add_mark (self, SEESAW_MARK_IMAGE, (SeesawStyle){ 0 }, NULL, NULL);

  mark->x = one (x);
  mark->y = one (y);
  mark->x1 = one (x1);
  mark->y1 = one (y1);
  mark->n = 1;
  mark->n_columns = n_columns;
  mark->n_rows = n_rows;
  mark->values = values;

  return mark;
}

/**
 * seesaw_mark_set_label:
 * @label: what stands at the right end of a line or a horizontal rule; Pango markup
 */
void
seesaw_mark_set_label (SeesawMark *self, const char *label)
{
  g_free (self->label);
  self->label = g_strdup (label);
}
