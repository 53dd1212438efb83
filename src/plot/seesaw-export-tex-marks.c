/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Marks of a scene as plots. */

#include "config.h"

#include "seesaw-export-tex-private.h"

#include "seesaw-colormap.h"
#include "seesaw-layout-private.h"
#include "seesaw-paint-private.h"

#include <math.h>

/* Of the markers on the vertices of a line, in units of the theme's marker. */
#define VERTEX_MARKER 0.55

/* One place of a path, in units of the marker's size; on paper, y goes up. */
static void
add_marker_point (GString *tex, const char *command, const cairo_path_data_t *point)
{
  g_string_append_printf (tex, "%s{\\pgfpoint{", command);
  seesaw_tex_add_fixed (tex, point->point.x);
  g_string_append (tex, "\\pgfplotmarksize}{");
  seesaw_tex_add_fixed (tex, -point->point.y);
  g_string_append (tex, "\\pgfplotmarksize}}");
}

/* The same shape as elsewhere. */
static void
add_marker_path (SeesawTex *self, SeesawMarker marker)
{
  GString *tex = self->definitions;
  cairo_path_t *path;
  gboolean is_closed = FALSE; /* cairo goes back to the start afterwards */

  seesaw_paint_trace_marker (self->cr, marker, 0.0, 0.0, 1.0);
  path = cairo_copy_path (self->cr);
  cairo_new_path (self->cr);
  for (int i = 0; i < path->num_data && !is_closed; i += path->data[i].header.length)
    {
      const cairo_path_data_t *data = &path->data[i];

      switch (data->header.type)
        {
        case CAIRO_PATH_MOVE_TO:
          add_marker_point (tex, "\\pgfpathmoveto", &data[1]);
          break;
        case CAIRO_PATH_LINE_TO:
          add_marker_point (tex, "\\pgfpathlineto", &data[1]);
          break;
        case CAIRO_PATH_CURVE_TO:
          add_marker_point (tex, "\\pgfpathcurveto", &data[1]);
          add_marker_point (tex, "", &data[2]);
          add_marker_point (tex, "", &data[3]);
          break;
        case CAIRO_PATH_CLOSE_PATH:
          g_string_append (tex, "\\pgfpathclose");
          is_closed = TRUE;
          break;
        default:
          g_assert_not_reached ();
        }
    }
  cairo_path_destroy (path);
}

/* A rim of paper keeps a marker apart from the line it stands on: the rim first, then the marker. A
 * hollow one has its line over all.
 */
static void
define_marker (SeesawTex *self, SeesawMarker marker, gboolean is_hollow)
{
  g_autofree char *name = g_strdup_printf ("marker%d%s", (int) marker, is_hollow ? "hollow" : "");

  g_string_append_printf (self->body, "mark=seesaw%s", name);
  if (g_hash_table_contains (self->known_names, name))
    return;

  g_string_append_printf (self->definitions, "  \\pgfdeclareplotmark{seesaw%s}{%%\n    ", name);
  add_marker_path (self, marker);
  if (!is_hollow)
    {
      g_string_append (self->definitions, "\\pgfusepathqstroke\n    ");
      add_marker_path (self, marker);
    }
  g_string_append_printf (self->definitions, "\\pgfusepathq%s}\n",
                          is_hollow ? "fillstroke" : "fill");
  g_hash_table_add (self->known_names, g_steal_pointer (&name));
}

/**
 * seesaw_tex_add_marker:
 * @mark: a mark with a marker
 * @width: of the marker, in units of the theme's
 *
 * Appends the options of a marker.
 */
void
seesaw_tex_add_marker (SeesawTex *self, const SeesawMark *mark, double width)
{
  const SeesawTheme *theme = &self->layout->theme;
  gboolean is_hollow =
      mark->marker == SEESAW_MARKER_RING || mark->style.fill == SEESAW_FILL_OUTLINED;

  define_marker (self, mark->marker, is_hollow);
  g_string_append (self->body, ",mark size=");
  seesaw_tex_add_fixed (self->body, theme->marker * width);
  g_string_append (self->body, "bp,mark options={solid,line join=round,opacity=1,");
  seesaw_paint_set_color (self->cr, theme, mark->style.color, 1.0);
  seesaw_tex_add_source (self, is_hollow ? "draw" : "fill");
  seesaw_paint_set_paper (self->cr, theme);
  g_string_append_c (self->body, ',');
  seesaw_tex_add_source (self, is_hollow ? "fill" : "draw");
  g_string_append (self->body, ",line width=");
  seesaw_tex_add_fixed (self->body,
                        is_hollow ? seesaw_paint_get_hollow_line (theme, theme->marker * width)
                                  : 1.5 * theme->line);
  g_string_append (self->body, "bp}");
}

/**
 * seesaw_tex_add_fill:
 * @style: of an area
 *
 * Appends the options of an area.
 */
void
seesaw_tex_add_fill (SeesawTex *self, const SeesawStyle *style)
{
  static const char *const patterns[] = {
    [SEESAW_FILL_HATCHED] = "north east lines", [SEESAW_FILL_HATCHED_BACK] = "north west lines",
    [SEESAW_FILL_CROSSED] = "crosshatch",       [SEESAW_FILL_LEVEL] = "horizontal lines",
    [SEESAW_FILL_UPRIGHT] = "vertical lines",
  };

  if (style->fill == SEESAW_FILL_OUTLINED)
    {
      seesaw_tex_add_stroke (self, style);
      return;
    }

  seesaw_paint_set_color (self->cr, &self->layout->theme, style->color,
                          seesaw_paint_get_opacity (style));
  if (style->fill < G_N_ELEMENTS (patterns) && patterns[style->fill] != NULL)
    {
      g_string_append_printf (self->body, "pattern=%s,", patterns[style->fill]);
      seesaw_tex_add_source (self, "pattern color");
    }
  else
    seesaw_tex_add_source (self, "fill");
  g_string_append (self->body, ",draw=none");
  if (seesaw_tex_get_opacity (self) < 1.0)
    {
      g_string_append (self->body, ",fill opacity=");
      seesaw_tex_add_number (self->body, seesaw_tex_get_opacity (self));
    }
}

static void
add_vertex (GArray *x, GArray *y, double at_x, double at_y)
{
  g_array_append_val (x, at_x);
  g_array_append_val (y, at_y);
}

/* Two columns of the table, and the plot of them. */
static void
add_table (SeesawTex *self, GArray *x, GArray *y)
{
  g_ptr_array_add (self->columns, x);
  g_ptr_array_add (self->columns, y);
  g_string_append_printf (self->body, "] table[x=x%u,y=y%u,col sep=comma] {\\seesawdata};\n",
                          self->columns->len / 2, self->columns->len / 2);
}

static void
add_line (SeesawTex *self, const SeesawMark *mark)
{
  SeesawPath *path = seesaw_layout_new_path (self->layout, mark);
  GArray *x = g_array_new (FALSE, FALSE, sizeof (double));
  GArray *y = g_array_new (FALSE, FALSE, sizeof (double));

  for (gsize i = 0; i < path->n; i++)
    {
      double at_x = path->x[i];
      double at_y = path->y[i];

      seesaw_plot_layout_to_data (self->layout, &at_x, &at_y);
      add_vertex (x, y, at_x, at_y);
    }
  seesaw_path_free (path);

  g_string_append (self->body, "    \\addplot[");
  seesaw_tex_add_stroke (self, &mark->style);
  if (mark->marker != SEESAW_MARKER_NONE)
    {
      g_string_append_c (self->body, ',');
      seesaw_tex_add_marker (self, mark, VERTEX_MARKER * MAX (mark->style.width, 0.7));
    }
  add_table (self, x, y);
}

static void
add_point (SeesawTex *self, const SeesawMark *mark)
{
  if (mark->marker == SEESAW_MARKER_NONE || !isfinite (mark->x[0]) || !isfinite (mark->y[0]))
    return;

  g_string_append (self->body, "    \\addplot[only marks,");
  seesaw_tex_add_marker (self, mark, mark->style.width);
  g_string_append (self->body, "] coordinates {(");
  seesaw_tex_add_number (self->body, mark->x[0]);
  g_string_append_c (self->body, ',');
  seesaw_tex_add_number (self->body, mark->y[0]);
  g_string_append (self->body, ")};\n");
}

static void
add_rule (SeesawTex *self, const SeesawMark *mark)
{
  const SeesawScale *across = &self->layout->scales[1 - mark->axis];
  double at = mark->axis == 0 ? mark->x[0] : mark->y[0];

  if (!isfinite (at))
    return;

  g_string_append (self->body, "    \\draw[");
  seesaw_tex_add_stroke (self, &mark->style);
  g_string_append_c (self->body, ']');
  for (int end = 0; end < 2; end++)
    {
      double other = end == 0 ? across->low : across->high;

      g_string_append (self->body, end == 0 ? " (axis cs:" : " -- (axis cs:");
      seesaw_tex_add_number (self->body, mark->axis == 0 ? at : other);
      g_string_append_c (self->body, ',');
      seesaw_tex_add_number (self->body, mark->axis == 0 ? other : at);
      g_string_append_c (self->body, ')');
    }
  g_string_append (self->body, ";\n");
}

/* What is filled need not be closed. */
static void
add_band (SeesawTex *self, const SeesawMark *mark)
{
  GArray *x = g_array_new (FALSE, FALSE, sizeof (double));
  GArray *y = g_array_new (FALSE, FALSE, sizeof (double));
  gsize first = 0;

  for (gsize i = 0; i <= mark->n; i++)
    {
      if (i < mark->n && isfinite (mark->y[i]) && isfinite (mark->y1[i]))
        continue;

      for (gsize j = first; j < i; j++)
        add_vertex (x, y, mark->x[j], mark->y[j]);
      for (gsize j = i; j-- > first;)
        add_vertex (x, y, mark->x[j], mark->y1[j]);
      if (i > first && i < mark->n)
        add_vertex (x, y, (double) NAN, (double) NAN);
      first = i + 1;
    }

  g_string_append (self->body, "    \\addplot[");
  seesaw_tex_add_fill (self, &mark->style);
  add_table (self, x, y);
}

static void
add_bars (SeesawTex *self, const SeesawMark *mark)
{
  GArray *x = g_array_new (FALSE, FALSE, sizeof (double));
  GArray *y = g_array_new (FALSE, FALSE, sizeof (double));

  for (gsize i = 0; i < mark->n; i++)
    {
      if (!isfinite (mark->x[i] + mark->x1[i] + mark->y[i] + mark->y1[i]) ||
          mark->y[i] == mark->y1[i])
        continue;

      if (x->len > 0)
        add_vertex (x, y, (double) NAN, (double) NAN);
      add_vertex (x, y, mark->x[i], mark->y[i]);
      add_vertex (x, y, mark->x1[i], mark->y[i]);
      add_vertex (x, y, mark->x1[i], mark->y1[i]);
      add_vertex (x, y, mark->x[i], mark->y1[i]);
      add_vertex (x, y, mark->x[i], mark->y[i]);
    }

  g_string_append (self->body, "    \\addplot[");
  seesaw_tex_add_fill (self, &mark->style);
  add_table (self, x, y);
}

/**
 * seesaw_tex_add_image:
 * @image: an image
 *
 * Puts it into a file beside the document.
 *
 * Returns: (transfer full): the name of the file
 */
char *
seesaw_tex_add_image (SeesawTex *self, cairo_surface_t *image)
{
  char *name = g_strdup_printf ("%s-image%u.png", self->stem, ++self->n_images);
  GByteArray *png = g_byte_array_new ();

  cairo_surface_write_to_png_stream (image, seesaw_export_append, png);
  seesaw_tex_add_file (self, name, g_byte_array_free_to_bytes (png));

  return name;
}

static void
add_matrix (SeesawTex *self, const SeesawMark *mark)
{
  cairo_surface_t *image = seesaw_paint_new_image (mark, &self->layout->theme, 1);
  g_autofree char *name = seesaw_tex_add_image (self, image);

  cairo_surface_destroy (image);
  g_string_append (self->body, "    \\addplot graphics[xmin=");
  seesaw_tex_add_number (self->body, MIN (mark->x[0], mark->x1[0]));
  g_string_append (self->body, ",xmax=");
  seesaw_tex_add_number (self->body, MAX (mark->x[0], mark->x1[0]));
  g_string_append (self->body, ",ymin=");
  seesaw_tex_add_number (self->body, MIN (mark->y[0], mark->y1[0]));
  g_string_append (self->body, ",ymax=");
  seesaw_tex_add_number (self->body, MAX (mark->y[0], mark->y1[0]));
  g_string_append_printf (self->body, "] {\\seesawfolder %s};\n", name);
}

/**
 * seesaw_tex_add_mark:
 * @mark: a mark of the present panel
 *
 * Appends its plot. Texts are added with all others.
 */
void
seesaw_tex_add_mark (SeesawTex *self, const SeesawMark *mark)
{
  if (mark->n == 0)
    return;

  switch (mark->kind)
    {
    case SEESAW_MARK_LINE:
      add_line (self, mark);
      break;
    case SEESAW_MARK_POINT:
      add_point (self, mark);
      break;
    case SEESAW_MARK_BAND:
      add_band (self, mark);
      break;
    case SEESAW_MARK_BARS:
      add_bars (self, mark);
      break;
    case SEESAW_MARK_RULE:
      add_rule (self, mark);
      break;
    case SEESAW_MARK_IMAGE:
      add_matrix (self, mark);
      break;
    case SEESAW_MARK_TEXT:
      break;
    default:
      g_assert_not_reached ();
    }
}
