/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One class's accuracy for every γ: a step for each of its samples. */

#include "config.h"

#include "seesaw-figure-class.h"

#include "seesaw-figure-parts.h"
#include "seesaw-number.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static gboolean
has_class (const SeesawSubject *subject)
{
  const SeesawView *view = subject->view;

  return subject->selected >= 0 && view->classes != NULL &&
         seesaw_class_table_get_n_samples (view->classes, (gsize) subject->selected) > 0;
}

/* All γs that matter to any class, so that classes can be compared. */
static SeesawScale
choose_scale (const SeesawSubject *subject)
{
  double low;
  double high;

  seesaw_curve_get_span (subject->view->now->curve, &low, &high);
  if (!isfinite (low) || !isfinite (high))
    return (SeesawScale){ -1.0, 1.0 };

  return (SeesawScale){ fmin (low, 0.0) - 1.0, fmax (high, 0.0) + 1.0 };
}

/* Level, then up or down at each threshold, from one end of the scale to the other. */
static void
add_steps (SeesawScene *scene, const SeesawSubject *subject, SeesawScale scale)
{
  g_autofree double *gammas = NULL;
  g_autofree double *accuracies = NULL;
  gsize n = seesaw_class_table_trace (subject->view->classes, (gsize) subject->selected, &gammas,
                                      &accuracies);
  double *x = g_new (double, 2 * n + 2);
  double *y = g_new (double, 2 * n + 2);

  x[0] = scale.low;
  y[0] = accuracies[0];
  for (gsize i = 0; i < n; i++)
    {
      x[2 * i + 1] = x[2 * i + 2] = gammas[i];
      y[2 * i + 1] = accuracies[i];
      y[2 * i + 2] = accuracies[i + 1];
    }
  x[2 * n + 1] = scale.high;
  y[2 * n + 1] = accuracies[n];

  seesaw_scene_add_line (
      scene,
      seesaw_parts_style (
          seesaw_parts_color_of (subject->view->run->classes->seen[subject->selected]), 1.0),
      x, y, 2 * n + 2, NULL);
}

static SeesawScene *
new_scene (const SeesawSubject *subject)
{
  SeesawScene *scene = seesaw_scene_new ();
  SeesawScale scale = choose_scale (subject);

  if (subject->selected >= 0)
    {
      g_autofree char *name = seesaw_parts_name_class (subject->view->run, subject->selected);
      g_autofree char *title = g_markup_escape_text (name, -1);

      seesaw_scene_set_title (scene, title);
    }
  seesaw_scene_set_axis (scene, 0, _ ("Calibration factor γ"), _ ("γ"), scale, SEESAW_AXIS_PLAIN);
  seesaw_scene_set_axis (scene, 1, _ ("Accuracy on this class (%)"), _ ("Acc (%)"),
                         (SeesawScale){ 0.0, 1.0 }, SEESAW_AXIS_PERCENT);
  if (has_class (subject))
    add_steps (scene, subject, scale);

  return scene;
}

static SeesawScene *
new_overlay (const SeesawSubject *subject)
{
  SeesawScene *overlay = seesaw_scene_new ();

  seesaw_scene_add_rule (overlay, seesaw_parts_style (SEESAW_COLOR_GAMMA, 0.6), 0, subject->gamma);
  if (has_class (subject))
    seesaw_scene_add_point (overlay, seesaw_parts_style (SEESAW_COLOR_GAMMA, 1.2),
                            SEESAW_MARKER_CIRCLE, subject->gamma,
                            seesaw_class_table_get_accuracy (
                                subject->view->classes, (gsize) subject->selected, subject->gamma),
                            NULL, NULL);
  seesaw_parts_set_gamma_note (overlay, NULL, subject->gamma);

  return overlay;
}

static char *
say_gamma (const SeesawSubject *subject, double gamma)
{
  g_autofree char *number = seesaw_number_gamma (gamma);
  g_autofree char *accuracy = NULL;

  if (!has_class (subject))
    return g_strdup (_ ("No class is selected that has samples"));

  accuracy = seesaw_number_percent (
      seesaw_class_table_get_accuracy (subject->view->classes, (gsize) subject->selected, gamma));

  return g_strdup_printf (_ ("γ %s   Accuracy %s"), number, accuracy);
}

static char *
describe (const SeesawSubject *subject)
{
  return say_gamma (subject, subject->gamma);
}

static char *
read_out (const SeesawSubject *subject, const SeesawPlotLayout *layout, double x, double y)
{
  return say_gamma (subject, seesaw_parts_pick_gamma (subject, layout, x, y).gamma);
}

/* The accuracy from each threshold on. */
static char *
to_csv (const SeesawSubject *subject)
{
  GString *csv = g_string_new ("gamma_from,accuracy\n");
  g_autofree double *gammas = NULL;
  g_autofree double *accuracies = NULL;
  gsize n;

  if (!has_class (subject))
    return g_string_free (csv, FALSE);

  n = seesaw_class_table_trace (subject->view->classes, (gsize) subject->selected, &gammas,
                                &accuracies);
  for (gsize i = 0; i <= n; i++)
    {
      const double row[] = { i > 0 ? gammas[i - 1] : -(double) INFINITY, accuracies[i] };

      seesaw_parts_append_row (csv, row, G_N_ELEMENTS (row));
    }

  return g_string_free (csv, FALSE);
}

const SeesawFigure seesaw_figure_class_accuracy = {
  .id = "class-accuracy",
  .group = "class",
  .title = N_ ("Accuracy on a class"),
  .parts = SEESAW_PART_CLASSES,
  .depends_on_selected = TRUE,
  .moves = SEESAW_PICK_GAMMA,
  .new_scene = new_scene,
  .new_overlay = new_overlay,
  .describe = describe,
  .read_out = read_out,
  .pick = seesaw_parts_pick_gamma,
  .to_csv = to_csv,
};
