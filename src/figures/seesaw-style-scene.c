/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A style, applied to what a figure made. Scenes are changed before anybody else sees them. */

#include "config.h"

#include "seesaw-style-scene.h"

#include "seesaw-error.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Of a marker's radius, in widths of a line. */
#define MARKER 2.2

/* A line of more points than this has no markers, which would run into each other. */
#define MAX_MARKERS 40

/* On paper without colours dashes and markers say what a colour means elsewhere. What is broken
 * elsewhere, as NCM is, is broken in another way.
 */
static const struct
{
  SeesawDash dash;
  SeesawDash broken;
  SeesawMarker marker;
} grey[SEESAW_COLOR_RUN] = {
  [SEESAW_COLOR_ALL] = { SEESAW_DASH_NONE, SEESAW_DASH_SHORT, SEESAW_MARKER_DIAMOND },
  [SEESAW_COLOR_SEEN] = { SEESAW_DASH_LONG, SEESAW_DASH_DOT, SEESAW_MARKER_CIRCLE },
  [SEESAW_COLOR_UNSEEN] = { SEESAW_DASH_SHORT, SEESAW_DASH_DOTS, SEESAW_MARKER_SQUARE },
  [SEESAW_COLOR_GAMMA] = { SEESAW_DASH_DOT, SEESAW_DASH_DOTS, SEESAW_MARKER_TRIANGLE },
  [SEESAW_COLOR_MUTED] = { SEESAW_DASH_NONE, SEESAW_DASH_SHORT, SEESAW_MARKER_NONE },
  [SEESAW_COLOR_PAPER] = { SEESAW_DASH_NONE, SEESAW_DASH_NONE, SEESAW_MARKER_NONE },
};

/* Lines without a name, such as hair lines, stay. */
static void
make_grey (SeesawMark *mark)
{
  SeesawColor color = mark->style.color;
  gboolean is_ring = mark->marker == SEESAW_MARKER_RING;
  gboolean is_free = mark->marker == SEESAW_MARKER_NONE || is_ring;
  gboolean is_named = mark->label != NULL || mark->legend != NULL || is_ring;

  if (mark->kind != SEESAW_MARK_LINE || color >= SEESAW_COLOR_RUN || !is_named)
    return;

  mark->style.dash = mark->style.dash == SEESAW_DASH_NONE ? grey[color].dash : grey[color].broken;
  if (!is_free || mark->n > MAX_MARKERS)
    return;

  if (is_ring)
    mark->style.fill = SEESAW_FILL_OUTLINED;
  mark->marker = grey[color].marker;
}

static gboolean
is_filled (const SeesawMark *mark, SeesawFill fill)
{
  return mark->kind == SEESAW_MARK_BARS && mark->style.fill == fill;
}

/* Colours of bars with a rim, each once. */
static GArray *
list_bar_colors (const SeesawScene *scene)
{
  GArray *colors = g_array_new (FALSE, FALSE, sizeof (SeesawColor));

  for (guint i = 0; i < scene->marks->len; i++)
    {
      const SeesawMark *mark = g_ptr_array_index (scene->marks, i);
      gboolean is_known = FALSE;

      for (guint c = 0; c < colors->len; c++)
        is_known |= g_array_index (colors, SeesawColor, c) == mark->style.color;
      if (is_filled (mark, SEESAW_FILL_OUTLINED) && !is_known)
        g_array_append_val (colors, mark->style.color);
    }

  return colors;
}

/* Hatchings, if there are any, mean something else already. */
static gboolean
has_hatching (const SeesawScene *scene)
{
  for (guint i = 0; i < scene->marks->len; i++)
    {
      const SeesawMark *mark = g_ptr_array_index (scene->marks, i);

      if (mark->kind == SEESAW_MARK_BARS && mark->style.fill >= SEESAW_FILL_HATCHED &&
          mark->style.fill <= SEESAW_FILL_UPRIGHT)
        return TRUE;
    }

  return FALSE;
}

/* Bars with a rim, and what the legend says of them, are told apart by what is within it, too. */
static void
make_bars_grey (const SeesawScene *scene)
{
  static const struct
  {
    SeesawFill fill;
    double opacity;
  } insides[] = {
    { SEESAW_FILL_SOLID, 1.0 },        { SEESAW_FILL_HATCHED, 1.0 }, { SEESAW_FILL_OUTLINED, 1.0 },
    { SEESAW_FILL_SOLID, 0.35 },       { SEESAW_FILL_CROSSED, 1.0 }, { SEESAW_FILL_LEVEL, 1.0 },
    { SEESAW_FILL_HATCHED_BACK, 1.0 },
  };
  g_autoptr (GArray) colors = list_bar_colors (scene);

  if (has_hatching (scene))
    return;

  for (guint i = 0; i < scene->marks->len; i++)
    {
      SeesawMark *mark = g_ptr_array_index (scene->marks, i);
      gboolean is_solid = is_filled (mark, SEESAW_FILL_SOLID);

      for (guint c = 0; is_solid && c < colors->len; c++)
        if (g_array_index (colors, SeesawColor, c) == mark->style.color)
          {
            mark->style.fill = insides[c % G_N_ELEMENTS (insides)].fill;
            mark->style.opacity = insides[c % G_N_ELEMENTS (insides)].opacity;
            break;
          }
    }
}

static void
make_scene_grey (const SeesawScene *scene)
{
  make_bars_grey (scene);
  for (guint i = 0; i < scene->marks->len; i++)
    make_grey (g_ptr_array_index (scene->marks, i));
}

/* Takes the unit out of a title, with the space before it. */
static void
drop_percent (char *title)
{
  char *unit = title != NULL ? strstr (title, "(%)") : NULL;
  char *rest = unit != NULL ? unit + strlen ("(%)") : NULL;

  if (unit == NULL)
    return;

  while (unit > title && unit[-1] == ' ')
    unit--;
  memmove (unit, rest, strlen (rest) + 1);
}

static gboolean
has_fractions (const SeesawAxis *axis)
{
  return axis->format == SEESAW_AXIS_PERCENT || axis->format == SEESAW_AXIS_MIRRORED;
}

static void
make_fraction (SeesawAxis *axis)
{
  if (!has_fractions (axis))
    return;

  axis->is_fraction = TRUE;
  drop_percent (axis->title);
  drop_percent (axis->short_title);
  for (guint i = 0; i < axis->names->len; i++)
    drop_percent (g_array_index (axis->names, SeesawName, i).text);
}

/* From what a tick says to data units. */
static double
to_data (const SeesawAxis *axis, double value)
{
  if (axis->format == SEESAW_AXIS_LOG)
    return log10 (value);

  return has_fractions (axis) && !axis->is_fraction ? value / 100.0 : value;
}

static gboolean
set_limits (SeesawAxis *axis, const SeesawLimits *limits, const char *name, GError **error)
{
  if (!limits->is_set)
    return TRUE;

  if (axis->format == SEESAW_AXIS_NAMES)
    {
      g_set_error (error, SEESAW_ERROR, SEESAW_ERROR_ARGUMENT,
                   _ ("%s: this axis has names instead of numbers, and takes no limits"), name);
      return FALSE;
    }
  if (axis->format == SEESAW_AXIS_LOG && !(limits->low > 0.0))
    {
      g_set_error (error, SEESAW_ERROR, SEESAW_ERROR_ARGUMENT,
                   _ ("%s: %g to %g found, expected numbers above 0 on an axis of logarithms"),
                   name, limits->low, limits->high);
      return FALSE;
    }

  axis->scale = (SeesawScale){ to_data (axis, limits->low), to_data (axis, limits->high) };

  return TRUE;
}

/**
 * seesaw_style_apply:
 * @panel: (inout): a figure that nobody else looks at yet
 * @error: return location for a `SEESAW_ERROR`
 *
 * Applies what is not the theme's: limits, unit, title, and what replaces colours. On paper a
 * legend covers nothing: it goes above the plot area where there is no room inside.
 *
 * Returns: whether the axes can be as asked for
 */
gboolean
seesaw_style_apply (const SeesawFigureStyle *self, SeesawPanel *panel, GError **error)
{
  SeesawScene *scene = panel->scene;

  for (int axis = 0; axis < 2 && self->unit == SEESAW_UNIT_FRACTION; axis++)
    make_fraction (&scene->axes[axis]);
  if (!self->title)
    seesaw_scene_set_title (scene, NULL);
  seesaw_scene_keep_legend (scene);
  if (self->palette == SEESAW_PALETTE_GREYSCALE)
    {
      make_scene_grey (scene);
      if (panel->overlay != NULL)
        make_scene_grey (panel->overlay);
    }

  return set_limits (&scene->axes[0], &self->x_limits, "xlim", error) &&
         set_limits (&scene->axes[1], &self->y_limits, "ylim", error);
}

/**
 * seesaw_style_get_theme:
 * @font: (transfer none): the family that is installed; must outlive the theme
 *
 * Returns: the theme of a style
 */
SeesawTheme
seesaw_style_get_theme (const SeesawFigureStyle *self, const char *font)
{
  SeesawTheme theme = seesaw_theme_print (self->font_size);

  seesaw_theme_set_palette (&theme, self->palette);
  theme.font = font;
  theme.line = self->line_width;
  theme.marker = MARKER * self->line_width;
  theme.paints_paper = self->background == SEESAW_BACKGROUND_WHITE;
  theme.legend = self->legend;
  theme.max_ticks = self->ticks;
  if (!self->grid)
    theme.grid = 0.0;

  return theme;
}
