/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What tells runs apart, and which of them can stand in one figure. */

#include "config.h"

#include "seesaw-run-subject.h"

#include <glib/gi18n-lib.h>

/**
 * seesaw_run_style:
 * @index: position of a run among those that are open
 *
 * Seven colours, six markers and five kinds of lines come round one after the other, so that all
 * three differ between the first five runs, and no two of the first 42 look the same.
 *
 * Returns: how the run looks
 */
SeesawRunStyle
seesaw_run_style (guint index)
{
  static const SeesawMarker markers[] = { SEESAW_MARKER_CIRCLE,   SEESAW_MARKER_SQUARE,
                                          SEESAW_MARKER_TRIANGLE, SEESAW_MARKER_PLUS,
                                          SEESAW_MARKER_WEDGE,    SEESAW_MARKER_CROSS };
  static const SeesawDash dashes[] = { SEESAW_DASH_NONE, SEESAW_DASH_SHORT, SEESAW_DASH_DOT,
                                       SEESAW_DASH_LONG, SEESAW_DASH_DOTS };

  return (SeesawRunStyle){ (SeesawColor) (SEESAW_COLOR_RUN + index % SEESAW_N_RUN_COLORS),
                           markers[index % G_N_ELEMENTS (markers)],
                           dashes[index % G_N_ELEMENTS (dashes)] };
}

/**
 * seesaw_run_style_line:
 * @self: how a run looks
 * @width: of a line or marker
 *
 * Returns: a style for its lines
 */
SeesawStyle
seesaw_run_style_line (SeesawRunStyle self, double width)
{
  return (SeesawStyle){ .color = self.color, .width = width, .dash = self.dash };
}

/**
 * seesaw_run_style_add_legend:
 * @self: how a run looks
 * @scene: a scene
 * @text: what the legend says of it, as plain text
 *
 * Lists a run in the legend, as a line with its marker.
 *
 * Returns: (transfer none): a line without points
 */
SeesawMark *
seesaw_run_style_add_legend (SeesawRunStyle self, SeesawScene *scene, const char *text)
{
  g_autofree char *markup = g_markup_escape_text (text, -1);
  SeesawMark *mark =
      seesaw_scene_add_line (scene, seesaw_run_style_line (self, 1.0), NULL, NULL, 0, markup);

  mark->marker = self.marker;

  return mark;
}

/**
 * seesaw_runs_why_not:
 * @reference: the run that is shown
 * @other: another one
 *
 * Runs can be overlaid if a class is the same class in both. Which classes are seen may differ.
 *
 * Returns: (transfer full) (nullable): why they cannot be overlaid, as a translated sentence;
 *   %NULL if they can
 */
char *
seesaw_runs_why_not (const SeesawRun *reference, const SeesawRun *other)
{
  const SeesawClasses *a = reference->classes;
  const SeesawClasses *b = other->classes;

  if (a->n_classes != b->n_classes)
    return g_strdup_printf (
        _ ("“%s” has %zu classes, “%s” has %zu: their curves are not drawn together."), other->name,
        b->n_classes, reference->name, a->n_classes);

  if (a->names == NULL || b->names == NULL)
    return NULL;

  for (gsize c = 0; c < a->n_classes; c++)
    if (!g_str_equal (a->names[c], b->names[c]))
      return g_strdup_printf (
          _ ("Class %zu is “%s” in “%s” and “%s” in “%s”: their curves are not drawn together."), c,
          b->names[c], other->name, a->names[c], reference->name);

  return NULL;
}
