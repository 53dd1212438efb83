/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What fine-tuning gave and took: accuracies at the present epoch minus those before fine-tuning,
 * of the classifier and of NCM on its features.
 */

#include "config.h"

#include "seesaw-figure-gain.h"

#include "seesaw-figure-parts.h"
#include "seesaw-number.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Each accuracy takes 1 along the axis; the two bars touch in its middle. */
#define BAR_WIDTH 0.44

/* Beyond the longest bars, for their numbers. */
#define HEADROOM 1.2

typedef struct
{
  const char *name;
  const char *column;
  gboolean seen;
  gboolean follows_gamma;
} Accuracy;

static const Accuracy accuracies[] = {
  { "S/Y", "sy", TRUE, TRUE },
  { "U/Y", "uy", FALSE, TRUE },
  { "S/S", "ss", TRUE, FALSE },
  { "U/U", "uu", FALSE, FALSE },
};

static double
get_accuracy (const SeesawAnalysis *analysis, gsize which, double gamma)
{
  SeesawAccuracy at = seesaw_curve_at (analysis->curve, gamma);

  return (const double[]){ at.sy, at.uy, at.ss, at.uu }[which];
}

/* At γ over epoch 0 at γ = 0; NaN if the run lacks either. */
static double
get_gain (const SeesawSubject *subject, SeesawScore score, gsize which, double gamma)
{
  const SeesawView *view = subject->view;
  SeesawAnalysis **analyses = view->history != NULL ? view->history->analyses[score] : NULL;
  gsize start;

  if (analyses == NULL || !seesaw_run_find_epoch (view->run, 0, &start))
    return (double) NAN;

  return get_accuracy (analyses[view->request.epoch], which, gamma) -
         get_accuracy (analyses[start], which, 0.0);
}

static SeesawScale
choose_scale (const SeesawSubject *subject)
{
  double low = 0.0;
  double high = 0.0;

  for (gsize i = 0; i < G_N_ELEMENTS (accuracies); i++)
    for (int score = 0; score < SEESAW_N_SCORES; score++)
      {
        double gain = get_gain (subject, (SeesawScore) score, i, 0.0);

        low = isnan (gain) ? low : fmin (low, gain);
        high = isnan (gain) ? high : fmax (high, gain);
      }

  if (high - low < 0.01)
    return (SeesawScale){ -0.1, 0.1 };

  return (SeesawScale){ low - (HEADROOM - 1.0) * (high - low) * (low < 0.0),
                        high + (HEADROOM - 1.0) * (high - low) };
}

static void
add_number (SeesawScene *scene, SeesawColor color, double x, double gain)
{
  g_autofree char *change = seesaw_number_change (gain);
  g_autofree char *text = g_strdup_printf ("<small>%s</small>", change);

  seesaw_scene_add_text (scene, seesaw_parts_style (color, 1.0), x, gain, 0.5,
                         gain < 0.0 ? 0.0 : 1.0, text);
}

static void
add_bar (SeesawScene *scene, const SeesawSubject *subject, SeesawScore score, gsize which)
{
  double gain = get_gain (subject, score, which, 0.0);
  SeesawColor color = seesaw_parts_color_of (accuracies[which].seen);
  double from = (double) which + (score == SEESAW_SCORE_LOGIT ? -BAR_WIDTH : 0.0);

  if (isnan (gain))
    return;

  seesaw_scene_add_bar (
      scene,
      seesaw_parts_area (color, 0.85,
                         score == SEESAW_SCORE_LOGIT ? SEESAW_FILL_SOLID : SEESAW_FILL_HATCHED),
      from, 0.0, from + BAR_WIDTH, gain, NULL);
  add_number (scene, color, from + BAR_WIDTH / 2.0, gain);
}

static void
add_legend (SeesawScene *scene, const SeesawSubject *subject)
{
  seesaw_scene_add_bars (scene, seesaw_parts_area (SEESAW_COLOR_ALL, 0.85, SEESAW_FILL_SOLID), NULL,
                         NULL, NULL, NULL, 0, _ ("Classifier"));
  if (subject->view->history->analyses[SEESAW_SCORE_NCM] != NULL)
    seesaw_scene_add_bars (scene, seesaw_parts_area (SEESAW_COLOR_ALL, 0.85, SEESAW_FILL_HATCHED),
                           NULL, NULL, NULL, NULL, 0, _ ("NCM"));
}

static SeesawScene *
new_scene (const SeesawSubject *subject)
{
  SeesawScene *scene;
  gsize n = G_N_ELEMENTS (accuracies);

  if (subject->view->history == NULL)
    return NULL;

  scene = seesaw_scene_new ();
  seesaw_scene_set_title (scene, subject->view->request.top_k > 1 ? _ ("Gain of fine-tuning, top-5")
                                                                  : _ ("Gain of fine-tuning"));
  seesaw_scene_set_axis (scene, 0, NULL, NULL, (SeesawScale){ -0.55, (double) n - 0.45 },
                         SEESAW_AXIS_NAMES);
  seesaw_scene_set_axis (scene, 1, _ ("Gain over epoch 0 (percentage points)"), _ ("Gain (points)"),
                         choose_scale (subject), SEESAW_AXIS_PERCENT);
  for (gsize i = 0; i < n; i++)
    {
      seesaw_scene_add_name (scene, 0, (double) i - 0.5, (double) i + 0.5, accuracies[i].name,
                             seesaw_parts_color_of (accuracies[i].seen));
      add_bar (scene, subject, SEESAW_SCORE_LOGIT, i);
      add_bar (scene, subject, SEESAW_SCORE_NCM, i);
    }
  seesaw_scene_add_rule (scene, seesaw_parts_style (SEESAW_COLOR_ALL, 0.5), 1, 0.0);
  add_legend (scene, subject);

  return scene;
}

/* The classifier's bars at the present γ, as frames over those at γ = 0. */
static SeesawScene *
new_overlay (const SeesawSubject *subject)
{
  SeesawScene *overlay = seesaw_scene_new ();
  SeesawScore score = subject->view->request.score;

  for (gsize i = 0; i < G_N_ELEMENTS (accuracies); i++)
    {
      double gain = get_gain (subject, score, i, subject->gamma);
      double from = (double) i + (score == SEESAW_SCORE_LOGIT ? -BAR_WIDTH : 0.0);

      if (accuracies[i].follows_gamma && !isnan (gain))
        seesaw_scene_add_bar (overlay,
                              seesaw_parts_area (SEESAW_COLOR_GAMMA, 1.0, SEESAW_FILL_OUTLINED),
                              from, 0.0, from + BAR_WIDTH, gain, NULL);
    }
  seesaw_parts_set_gamma_note (overlay, "□", subject->gamma);

  return overlay;
}

static char *
say_accuracy (const SeesawSubject *subject, gsize which)
{
  g_autofree char *gain = seesaw_number_change (get_gain (subject, SEESAW_SCORE_LOGIT, which, 0.0));
  g_autofree char *ncm = seesaw_number_change (get_gain (subject, SEESAW_SCORE_NCM, which, 0.0));
  g_autofree char *at_gamma = seesaw_number_change (
      get_gain (subject, subject->view->request.score, which, subject->gamma));
  g_autofree char *gamma = seesaw_number_gamma (subject->gamma);

  if (!accuracies[which].follows_gamma)
    return g_strdup_printf (_ ("%s   classifier %s   NCM %s"), accuracies[which].name, gain, ncm);

  return g_strdup_printf (_ ("%s   classifier %s   NCM %s   at γ %s: %s"), accuracies[which].name,
                          gain, ncm, gamma, at_gamma);
}

static char *
describe (const SeesawSubject *subject)
{
  g_autofree char *seen = say_accuracy (subject, 0);
  g_autofree char *unseen = say_accuracy (subject, 1);

  return g_strdup_printf ("%s   %s", seen, unseen);
}

static char *
read_out (const SeesawSubject *subject, const SeesawPlotLayout *layout, double x, double y)
{
  seesaw_plot_layout_to_data (layout, &x, &y);

  return say_accuracy (subject,
                       (gsize) CLAMP (floor (x + 0.5), 0.0, G_N_ELEMENTS (accuracies) - 1.0));
}

static char *
to_csv (const SeesawSubject *subject)
{
  GString *csv = g_string_new ("accuracy,classifier,ncm,gamma,at_gamma\n");

  for (gsize i = 0; i < G_N_ELEMENTS (accuracies); i++)
    {
      const double row[] = { get_gain (subject, SEESAW_SCORE_LOGIT, i, 0.0),
                             get_gain (subject, SEESAW_SCORE_NCM, i, 0.0), subject->gamma,
                             get_gain (subject, subject->view->request.score, i, subject->gamma) };

      g_string_append_printf (csv, "%s,", accuracies[i].column);
      seesaw_parts_append_row (csv, row, G_N_ELEMENTS (row));
    }

  return g_string_free (csv, FALSE);
}

static const char *
missing (const SeesawRun *run)
{
  gsize start;

  if (run->n_epochs > 1 && seesaw_run_find_epoch (run, 0, &start))
    return NULL;

  return _ (
      "Gains compare an epoch with the model before fine-tuning: record /test/logit for epoch "
      "0, too.");
}

const SeesawFigure seesaw_figure_gain = {
  .id = "gain",
  .group = "gain",
  .title = N_ ("Gain of fine-tuning"),
  .parts = SEESAW_PART_HISTORY,
  .missing = missing,
  .new_scene = new_scene,
  .new_overlay = new_overlay,
  .describe = describe,
  .read_out = read_out,
  .to_csv = to_csv,
};
