/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Accuracies and what moves them, over epochs: the paper's histories. */

#include "config.h"

#include "seesaw-figure-history.h"

#include "seesaw-figure-parts.h"
#include "seesaw-number.h"
#include "seesaw-series.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static const SeesawAnalysis *
get_analysis (const SeesawSubject *subject, SeesawScore score, gsize epoch)
{
  SeesawAnalysis **analyses = subject->view->history->analyses[score];

  return analyses != NULL ? analyses[epoch] : NULL;
}

/* Accuracies, in the order of the tables below. */

static double
get_accuracy (const SeesawAnalysis *analysis, gsize series, double gamma)
{
  SeesawAccuracy at;

  if (analysis == NULL)
    return (double) NAN;

  at = seesaw_curve_at (analysis->curve, gamma);

  return (const double[]){ at.yy, at.sy, at.uy, at.ss, at.uu }[series];
}

static double
get_logit_accuracy (const SeesawSubject *subject,
                    gsize series,
                    gsize epoch,
                    double gamma,
                    SeesawStat stat)
{
  return get_accuracy (get_analysis (subject, SEESAW_SCORE_LOGIT, epoch), series, gamma);
}

static double
get_ncm_accuracy (const SeesawSubject *subject,
                  gsize series,
                  gsize epoch,
                  double gamma,
                  SeesawStat stat)
{
  return get_accuracy (get_analysis (subject, SEESAW_SCORE_NCM, epoch), series, gamma);
}

static const SeesawSeries accuracies[] = {
  { "Y/Y", "Y/Y", "yy", SEESAW_COLOR_ALL, 1.0, FALSE, FALSE, TRUE },
  { "S/Y", "S/Y", "sy", SEESAW_COLOR_SEEN, 1.0, FALSE, FALSE, TRUE },
  { "U/Y", "U/Y", "uy", SEESAW_COLOR_UNSEEN, 1.0, FALSE, FALSE, TRUE },
  { "S/S", "S/S", "ss", SEESAW_COLOR_SEEN, 0.5, FALSE, FALSE, FALSE },
  { "U/U", "U/U", "uu", SEESAW_COLOR_UNSEEN, 0.5, FALSE, FALSE, FALSE },
};

static const SeesawSeries ncm_accuracies[] = {
  { "Y/Y", "Y/Y", "yy", SEESAW_COLOR_ALL, 1.0, TRUE, FALSE, TRUE },
  { "S/Y", "S/Y", "sy", SEESAW_COLOR_SEEN, 1.0, TRUE, FALSE, TRUE },
  { "U/Y", "U/Y", "uy", SEESAW_COLOR_UNSEEN, 1.0, TRUE, FALSE, TRUE },
  { "S/S", "S/S", "ss", SEESAW_COLOR_SEEN, 0.5, TRUE, FALSE, FALSE },
  { "U/U", "U/U", "uu", SEESAW_COLOR_UNSEEN, 0.5, TRUE, FALSE, FALSE },
};

static const SeesawSeriesPlot accuracy_plot = {
  .title = N_ ("Classifier accuracy"),
  .is_accuracy = TRUE,
  .axis_format = SEESAW_AXIS_PERCENT,
  .score = SEESAW_SCORE_LOGIT,
  .format = seesaw_number_percent,
  .series = accuracies,
  .n_series = G_N_ELEMENTS (accuracies),
  .value = get_logit_accuracy,
};

static const SeesawSeriesPlot ncm_plot = {
  .title = N_ ("NCM accuracy"),
  .is_accuracy = TRUE,
  .axis_format = SEESAW_AXIS_PERCENT,
  .score = SEESAW_SCORE_NCM,
  .format = seesaw_number_percent,
  .series = ncm_accuracies,
  .n_series = G_N_ELEMENTS (ncm_accuracies),
  .value = get_ncm_accuracy,
};

/* Probability mass on the unseen classes. */

static double
get_mass (const SeesawSubject *subject, gsize series, gsize epoch, double gamma, SeesawStat stat)
{
  const SeesawAnalysis *analysis = get_analysis (subject, SEESAW_SCORE_LOGIT, epoch);

  if (analysis == NULL)
    return (double) NAN;

  return series == 0   ? seesaw_mass_at (analysis->mass_unseen, gamma)
         : series == 1 ? seesaw_mass_at (analysis->mass_seen, gamma)
                       : seesaw_analysis_get_absent_recall (analysis, gamma);
}

static const SeesawSeries masses[] = {
  { N_ ("x ∈ U"), N_ ("P(U | x) of U"), "p_unseen", SEESAW_COLOR_UNSEEN, 1.0, FALSE, FALSE, TRUE },
  { N_ ("x ∈ S"), N_ ("P(U | x) of S"), "p_unseen_seen", SEESAW_COLOR_SEEN, 1.0, FALSE, FALSE,
    TRUE },
  { N_ ("Recall"), N_ ("Absent recall"), "absent_recall", SEESAW_COLOR_UNSEEN, 0.5, FALSE, FALSE,
    TRUE },
};

static const SeesawSeriesPlot mass_plot = {
  .title = N_ ("Mass on unseen classes"),
  .axis = N_ ("Mean P(U | x), absent recall (%)"),
  .short_axis = N_ ("P(U | x) (%)"),
  .axis_format = SEESAW_AXIS_PERCENT,
  .top = 1.0,
  .score = SEESAW_SCORE_LOGIT,
  .format = seesaw_number_percent,
  .series = masses,
  .n_series = G_N_ELEMENTS (masses),
  .value = get_mass,
};

/* Area under the seen-unseen curve: what calibration could give. */

static double
get_ausuc (const SeesawSubject *subject, gsize series, gsize epoch, double gamma, SeesawStat stat)
{
  const SeesawAnalysis *analysis = get_analysis (subject, (SeesawScore) series, epoch);

  return analysis != NULL ? seesaw_curve_get_ausuc (analysis->curve) : (double) NAN;
}

static const SeesawSeries ausucs[] = {
  { N_ ("Classifier"), N_ ("Classifier"), "classifier", SEESAW_COLOR_ALL, 1.0, FALSE },
  { N_ ("NCM"), N_ ("NCM"), "ncm", SEESAW_COLOR_ALL, 1.0, TRUE },
};

static const SeesawSeriesPlot ausuc_plot = {
  .title = N_ ("AUSUC"),
  .axis = N_ ("Area under the seen-unseen curve"),
  .short_axis = N_ ("AUSUC"),
  .axis_format = SEESAW_AXIS_PLAIN,
  .has_zero = TRUE,
  .format = seesaw_number_fraction,
  .series = ausucs,
  .n_series = G_N_ELEMENTS (ausucs),
  .value = get_ausuc,
};

/* The γs that have a name. */

static double
get_known_gamma (const SeesawSubject *subject,
                 gsize series,
                 gsize epoch,
                 double gamma,
                 SeesawStat stat)
{
  static const SeesawKnownGamma known[] = { SEESAW_KNOWN_GAMMA_ALG, SEESAW_KNOWN_GAMMA_ORACLE };
  const SeesawAnalysis *analysis = get_analysis (subject, subject->view->request.score, epoch);

  return analysis != NULL ? analysis->gamma[known[series]] : (double) NAN;
}

static const SeesawSeries known_gammas[] = {
  { N_ ("γ<sub>ALG</sub>"), N_ ("γ_ALG"), "alg", SEESAW_COLOR_GAMMA, 1.0, FALSE },
  { N_ ("γ*"), N_ ("γ*"), "oracle", SEESAW_COLOR_ALL, 1.0, FALSE },
};

#define GAMMA_PLOT(what, unit)                                                                     \
  {                                                                                                \
    .title = N_ ("Calibration factors"), .axis = what, .short_axis = unit, .has_zero = TRUE,       \
    .format = seesaw_number_gamma, .series = known_gammas,                                         \
    .n_series = G_N_ELEMENTS (known_gammas), .value = get_known_gamma,                             \
  }

/* By score. */
static const SeesawSeriesPlot gamma_plots[] = {
  GAMMA_PLOT (N_ ("Calibration factor γ (logits)"), N_ ("γ (logits)")),
  GAMMA_PLOT (N_ ("Calibration factor γ (cosine)"), N_ ("γ (cosine)")),
};

/* Norms of the classifier's weights. */

static double
get_norm (const SeesawSubject *subject, gsize series, gsize epoch, double gamma, SeesawStat stat)
{
  const SeesawHistory *history = subject->view->history;

  if (history->drifts == NULL || history->drifts[epoch] == NULL)
    return (double) NAN;

  return seesaw_drift_mean_norm (history->drifts[epoch], subject->view->run->classes, series == 0);
}

static const SeesawSeries norms[] = {
  { N_ ("Seen"), N_ ("Seen"), "seen", SEESAW_COLOR_SEEN, 1.0, FALSE },
  { N_ ("Unseen"), N_ ("Unseen"), "unseen", SEESAW_COLOR_UNSEEN, 1.0, FALSE },
};

static const SeesawSeriesPlot norm_plot = {
  .title = N_ ("Classifier weights"),
  .axis = N_ ("Mean norm of weights, ‖w<sub>c</sub>‖"),
  .short_axis = N_ ("Mean ‖w<sub>c</sub>‖"),
  .axis_format = SEESAW_AXIS_PLAIN,
  .format = seesaw_number_fraction,
  .series = norms,
  .n_series = G_N_ELEMENTS (norms),
  .value = get_norm,
};

#define ACCURACY(subject) (&accuracy_plot)
#define NCM(subject) (&ncm_plot)
#define MASS(subject) (&mass_plot)
#define AUSUC(subject) (&ausuc_plot)
#define GAMMA(subject) (&gamma_plots[(subject)->view->request.score])
#define NORM(subject) (&norm_plot)

SEESAW_DEFINE_SERIES_FIGURE (accuracy, ACCURACY)
SEESAW_DEFINE_SERIES_FIGURE (ncm, NCM)
SEESAW_DEFINE_SERIES_FIGURE (mass, MASS)
SEESAW_DEFINE_SERIES_FIGURE (ausuc, AUSUC)
SEESAW_DEFINE_SERIES_FIGURE (gammas, GAMMA)
SEESAW_DEFINE_SERIES_FIGURE (norm, NORM)

/* γ_PCV comes from the folds, not from an epoch: a line across all of them. */
static SeesawScene *
gammas_with_pcv (const SeesawSubject *subject)
{
  SeesawScene *scene = gammas_new_scene (subject);
  double pcv = subject->view->now->gamma[SEESAW_KNOWN_GAMMA_PCV];

  if (scene != NULL && !isnan (pcv))
    {
      SeesawScale *scale = &scene->axes[1].scale;
      SeesawMark *rule =
          seesaw_scene_add_rule (scene, seesaw_parts_style (SEESAW_COLOR_ALL, 0.5), 1, pcv);

      seesaw_mark_set_label (rule, _ ("γ<sub>PCV</sub>"));
      *scale = seesaw_parts_round_scale (fmin (scale->low, pcv), fmax (scale->high, pcv));
    }

  return scene;
}

static SeesawScene *
gammas_with_present (const SeesawSubject *subject)
{
  SeesawScene *overlay = gammas_new_overlay (subject);

  seesaw_scene_add_rule (overlay, seesaw_parts_style (SEESAW_COLOR_GAMMA, 0.6), 1, subject->gamma);
  seesaw_parts_set_gamma_note (overlay, NULL, subject->gamma);

  return overlay;
}

static const char *
ncm_missing (const SeesawRun *run)
{
  if (!seesaw_run_has_score (run, SEESAW_SCORE_NCM))
    return _ ("NCM accuracy shows how well the features alone tell classes apart: record "
              "/test/feature and /train/feature.");

  return seesaw_parts_missing_history (run);
}

static const char *
norm_missing (const SeesawRun *run)
{
  if (!seesaw_run_has (run, "/classifier/weight"))
    return _ ("The norms of weights show whether the classifier favours the classes it was "
              "fine-tuned on: record /classifier/weight.");

  return seesaw_parts_missing_history (run);
}

const SeesawFigure seesaw_figure_history_accuracy = {
  .id = "history-accuracy",
  .group = "histories",
  .title = N_ ("Classifier accuracy over epochs"),
  .parts = SEESAW_PART_HISTORY,
  .missing = seesaw_parts_missing_history,
  SEESAW_SERIES_FUNCTIONS (accuracy),
};

const SeesawFigure seesaw_figure_history_ncm = {
  .id = "history-ncm",
  .group = "histories",
  .title = N_ ("NCM accuracy over epochs"),
  .parts = SEESAW_PART_HISTORY,
  .missing = ncm_missing,
  SEESAW_SERIES_FUNCTIONS (ncm),
};

const SeesawFigure seesaw_figure_history_mass = {
  .id = "history-mass",
  .group = "histories",
  .title = N_ ("Probability mass on unseen classes over epochs"),
  .parts = SEESAW_PART_HISTORY,
  .missing = seesaw_parts_missing_history,
  SEESAW_SERIES_FUNCTIONS (mass),
};

const SeesawFigure seesaw_figure_history_ausuc = {
  .id = "history-ausuc",
  .group = "histories",
  .title = N_ ("AUSUC over epochs"),
  .parts = SEESAW_PART_HISTORY,
  .missing = seesaw_parts_missing_history,
  SEESAW_SERIES_FUNCTIONS (ausuc),
  .ignores_score = TRUE,
};

const SeesawFigure seesaw_figure_history_gamma = {
  .id = "history-gamma",
  .group = "histories",
  .title = N_ ("Calibration factors over epochs"),
  .parts = SEESAW_PART_HISTORY,
  .missing = seesaw_parts_missing_history,
  .moves = SEESAW_PICK_EPOCH,
  .new_scene = gammas_with_pcv,
  .new_overlay = gammas_with_present,
  .describe = gammas_describe,
  .read_out = gammas_read_out,
  .pick = seesaw_parts_pick_epoch,
  .to_csv = gammas_to_csv,
  .overlays_runs = TRUE,
};

const SeesawFigure seesaw_figure_history_norm = {
  .id = "history-norm",
  .group = "histories",
  .title = N_ ("Norms of classifier weights over epochs"),
  .parts = SEESAW_PART_HISTORY,
  .missing = norm_missing,
  SEESAW_SERIES_FUNCTIONS (norm),
  .ignores_score = TRUE,
};
