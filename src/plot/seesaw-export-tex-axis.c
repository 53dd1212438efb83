/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A panel: its axes, its table of data, and what is outside of the axes. */

#include "config.h"

#include "seesaw-export-tex-private.h"

#include "seesaw-colormap.h"
#include "seesaw-layout-private.h"
#include "seesaw-paint-private.h"

#include <math.h>

static void
add_limits (SeesawTex *self)
{
  static const char names[] = { 'x', 'y' };

  for (int axis = 0; axis < 2; axis++)
    {
      g_string_append_printf (self->body, "    %cmin=", names[axis]);
      seesaw_tex_add_number (self->body, self->layout->scales[axis].low);
      g_string_append_printf (self->body, ",%cmax=", names[axis]);
      seesaw_tex_add_number (self->body, self->layout->scales[axis].high);
      g_string_append (self->body, ",\n");
    }
}

static void
add_ticks (SeesawTex *self, int axis)
{
  const SeesawPlotLayout *layout = self->layout;
  const GArray *ticks = layout->ticks[axis];

  g_string_append_printf (self->body, "    %ctick={", axis == 0 ? 'x' : 'y');
  for (guint i = 0; i < ticks->len; i++)
    {
      double at = g_array_index (ticks, double, i);
      double unit = axis == 0 ? (at - layout->plot.x) / layout->plot.width
                              : 1.0 - (at - layout->plot.y) / layout->plot.height;

      if (i > 0)
        g_string_append_c (self->body, ',');
      seesaw_tex_add_number (self->body, seesaw_scale_from_unit (layout->scales[axis], unit));
    }
  if (ticks->len == 0)
    g_string_append (self->body, "\\empty");
  g_string_append_printf (self->body, "},%cticklabels=\\empty,\n", axis == 0 ? 'x' : 'y');
}

static void
add_grid_style (SeesawTex *self)
{
  seesaw_paint_set_color (self->cr, &self->layout->theme, SEESAW_COLOR_ALL,
                          self->layout->theme.grid);
  g_string_append (self->body, "    grid=major,major grid style={solid,");
  seesaw_tex_add_source (self, "draw");
  g_string_append (self->body, ",opacity=");
  seesaw_tex_add_number (self->body, self->layout->theme.grid);
  g_string_append (self->body, ",line width=");
  seesaw_tex_add_fixed (self->body, self->layout->theme.line / 2.0);
  g_string_append (self->body, "bp},\n    axis line style={draw=none},tick style={draw=none},\n");
}

/* Axes and ticks outside of the plot area. */
static void
add_axis_style (SeesawTex *self)
{
  double width = self->layout->theme.line / 2.0;

  g_string_append (self->body, "    grid=none,axis x line*=bottom,axis y line*=left,"
                               "axis line style={solid,line width=");
  seesaw_tex_add_fixed (self->body, width);
  g_string_append (self->body, "bp},\n    tick align=outside,tick style={solid,black,line width=");
  seesaw_tex_add_fixed (self->body, width);
  g_string_append (self->body, "bp},major tick length=");
  seesaw_tex_add_fixed (self->body, SEESAW_PAINT_TICK * self->layout->theme.font_size);
  g_string_append (self->body, "bp,\n");
}

static void
begin_axis (SeesawTex *self)
{
  const SeesawRect *plot = &self->layout->plot;

  g_string_append (self->body, "  \\begin{axis}[at={");
  seesaw_tex_add_point (self, self->cell.x + plot->x, self->cell.y + plot->y + plot->height);
  g_string_append (self->body, "},anchor=south west,scale only axis,\n    width=");
  seesaw_tex_add_fixed (self->body, plot->width);
  g_string_append (self->body, "bp,height=");
  seesaw_tex_add_fixed (self->body, plot->height);
  g_string_append (self->body, "bp,\n");
  add_limits (self);
  add_ticks (self, 0);
  add_ticks (self, 1);
  if (self->layout->theme.grid > 0.0)
    add_grid_style (self);
  else
    add_axis_style (self);
  g_string_append (self->body, "    enlargelimits=false,\n    unbounded coords=jump,"
                               "clip mode=individual,scaled ticks=false,title={}]\n");
}

static void
add_marks (SeesawTex *self, const SeesawScene *scene)
{
  for (guint i = 0; i < scene->marks->len; i++)
    seesaw_tex_add_mark (self, g_ptr_array_index (scene->marks, i));
}

/* As long as the longest column; numbers that are not there are no numbers. */
static GBytes *
make_data (const GPtrArray *columns)
{
  GString *csv = g_string_new (NULL);
  guint n_rows = 0;

  for (guint c = 0; c < columns->len; c++)
    {
      g_string_append_printf (csv, "%s%c%u", c > 0 ? "," : "", c % 2 == 0 ? 'x' : 'y', c / 2 + 1);
      n_rows = MAX (n_rows, ((const GArray *) g_ptr_array_index (columns, c))->len);
    }
  g_string_append_c (csv, '\n');

  for (guint row = 0; row < n_rows; row++)
    for (guint c = 0; c < columns->len; c++)
      {
        const GArray *column = g_ptr_array_index (columns, c);
        double value = row < column->len ? g_array_index (column, double, row) : (double) NAN;

        if (isfinite (value))
          seesaw_tex_add_number (csv, value);
        else
          g_string_append (csv, "nan");
        g_string_append_c (csv, c + 1 < columns->len ? ',' : '\n');
      }

  return g_string_free_to_bytes (csv);
}

/**
 * seesaw_tex_add_panel:
 * @panel: what is to be seen
 * @data_name: the file for its data
 *
 * Adds axes with all marks.
 */
void
seesaw_tex_add_panel (SeesawTex *self, const SeesawPanel *panel, const char *data_name)
{
  g_ptr_array_set_size (self->columns, 0);
  g_string_append_printf (self->body, "  \\def\\seesawdata{\\seesawfolder %s}\n", data_name);
  begin_axis (self);
  add_marks (self, panel->scene);
  if (panel->overlay != NULL)
    add_marks (self, panel->overlay);
  g_string_append (self->body, "  \\end{axis}\n");
  seesaw_tex_add_file (self, data_name, make_data (self->columns));
}

static void
add_swatch (SeesawTex *self, const SeesawMark *mark, const SeesawRect *box)
{
  double middle = box->y + box->height / 2.0;

  if (mark->kind == SEESAW_MARK_BARS || mark->kind == SEESAW_MARK_BAND)
    {
      g_string_append (self->body, "  \\path[");
      seesaw_tex_add_fill (self, &mark->style);
      g_string_append (self->body, "] ");
      seesaw_tex_add_point (self, box->x, box->y);
      g_string_append (self->body, " rectangle ");
      seesaw_tex_add_point (self, box->x + box->width, box->y + box->height);
      g_string_append (self->body, ";\n");
      return;
    }

  if (mark->kind != SEESAW_MARK_POINT)
    {
      g_string_append (self->body, "  \\draw[");
      seesaw_tex_add_stroke (self, &mark->style);
      g_string_append (self->body, "] ");
      seesaw_tex_add_point (self, box->x, middle);
      g_string_append (self->body, " -- ");
      seesaw_tex_add_point (self, box->x + box->width, middle);
      g_string_append (self->body, ";\n");
    }
  if (mark->marker == SEESAW_MARKER_NONE)
    return;

  g_string_append (self->body, "  \\draw plot[only marks,");
  seesaw_tex_add_marker (self, mark, mark->kind == SEESAW_MARK_POINT ? mark->style.width : 0.9);
  g_string_append (self->body, "] coordinates {");
  seesaw_tex_add_point (self, box->x + box->width / 2.0, middle);
  g_string_append (self->body, "};\n");
}

static void
add_legend (SeesawTex *self)
{
  const SeesawPlotLayout *layout = self->layout;
  double font = layout->theme.font_size;

  for (guint i = 0; layout->legend.width > 0.0 && i < layout->legend_marks->len; i++)
    {
      const SeesawRect box = { self->cell.x + layout->legend.x +
                                   i % layout->legend_columns * layout->legend_column + 0.7 * font,
                               self->cell.y + layout->legend.y + 0.15 * font +
                                   (i / layout->legend_columns + 0.42) * layout->legend_line,
                               1.8 * font, 0.7 * font };

      add_swatch (self, g_ptr_array_index (layout->legend_marks, i), &box);
    }
}

static void
add_leaders (SeesawTex *self)
{
  const SeesawPlotLayout *layout = self->layout;

  for (guint i = 0; i < layout->leaders->len; i++)
    {
      const SeesawLeader *leader = &g_array_index (layout->leaders, SeesawLeader, i);
      const SeesawStyle style = { .color = leader->color, .width = 0.5, .opacity = 0.6 };

      g_string_append (self->body, "  \\draw[");
      seesaw_tex_add_stroke (self, &style);
      g_string_append (self->body, "] ");
      seesaw_tex_add_point (self, self->cell.x + leader->x0, self->cell.y + leader->y0);
      g_string_append (self->body, " -- ");
      seesaw_tex_add_point (self, self->cell.x + leader->x1, self->cell.y + leader->y1);
      g_string_append (self->body, ";\n");
    }
}

static void
add_bar (SeesawTex *self)
{
  const SeesawRect *bar = &self->layout->bar;
  cairo_surface_t *image;
  guint32 *pixels;
  SeesawColormap map;
  g_autofree char *name = NULL;

  if (bar->width <= 0.0)
    return;

  image = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 1, SEESAW_COLORMAP_SIZE);
  pixels = (gpointer) cairo_image_surface_get_data (image);
  seesaw_paint_init_colormap (&map, &self->layout->theme);
  for (int i = 0; i < SEESAW_COLORMAP_SIZE; i++)
    pixels[i] = map.colors[SEESAW_COLORMAP_SIZE - 1 - i];
  cairo_surface_mark_dirty (image);
  name = seesaw_tex_add_image (self, image);
  cairo_surface_destroy (image);

  g_string_append (self->body, "  \\node[inner sep=0pt,outer sep=0pt,anchor=north west] at ");
  seesaw_tex_add_point (self, self->cell.x + bar->x, self->cell.y + bar->y);
  g_string_append (self->body, " {\\includegraphics[width=");
  seesaw_tex_add_fixed (self->body, bar->width);
  g_string_append (self->body, "bp,height=");
  seesaw_tex_add_fixed (self->body, bar->height);
  g_string_append_printf (self->body, "bp]{\\seesawfolder %s}};\n", name);
}

/**
 * seesaw_tex_add_beside:
 *
 * Adds what the present panel has outside of its axes, but for texts.
 */
void
seesaw_tex_add_beside (SeesawTex *self)
{
  add_leaders (self);
  add_bar (self);
  add_legend (self);
}
