/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "seesaw-table-history.h"

#include "seesaw-csv.h"

#include <math.h>

static const char *const columns[] = {
  "epoch",
  "yy",
  "sy",
  "uy",
  "ss",
  "uu",
  "h",
  "gamma",
  "yy_gamma",
  "sy_gamma",
  "uy_gamma",
  "h_gamma",
  "ausuc",
  "gamma_alg",
  "gamma_pcv",
  "gamma_oracle",
  "gamma_balance",
  "p_unseen",
  "p_unseen_seen",
  "absent_recall",
  "ncm_yy",
  "ncm_sy",
  "ncm_uy",
  "ncm_ss",
  "ncm_uu",
  "ncm_h",
  "weight_norm_seen",
  "weight_norm_unseen",
  "cosine_seen",
  "cosine_unseen",
  "cosine_across",
  "margin_seen_mean",
  "margin_seen_q1",
  "margin_seen_median",
  "margin_seen_q3",
  "margin_unseen_mean",
  "margin_unseen_q1",
  "margin_unseen_median",
  "margin_unseen_q3",
};

static void
add_accuracies (GString *csv, const SeesawAnalysis *analysis)
{
  SeesawAccuracy at = { NAN, NAN, NAN, NAN, NAN, NAN };

  if (analysis != NULL)
    at = seesaw_curve_at (analysis->curve, 0.0);
  seesaw_csv_add_numbers (csv, (double[]){ at.yy, at.sy, at.uy, at.ss, at.uu, at.h }, 6);
}

/* S/S and U/U do not depend on γ. */
static void
add_calibrated (GString *csv, const SeesawAnalysis *analysis, double gamma)
{
  SeesawAccuracy at = seesaw_curve_at (analysis->curve, gamma);

  seesaw_csv_add_numbers (csv, (double[]){ gamma, at.yy, at.sy, at.uy, at.h }, 5);
  seesaw_csv_add_number (csv, seesaw_curve_get_ausuc (analysis->curve));
  seesaw_csv_add_numbers (csv, analysis->gamma, SEESAW_N_KNOWN_GAMMAS);
}

/* Cosines are no logarithms of odds: P(U given x) is undefined for them. */
static void
add_unseen (GString *csv, const SeesawAnalysis *analysis, SeesawScore score)
{
  gboolean of_logits = score == SEESAW_SCORE_LOGIT;

  seesaw_csv_add_number (csv,
                         of_logits ? seesaw_mass_at (analysis->mass_unseen, 0.0) : (double) NAN);
  seesaw_csv_add_number (csv, of_logits ? seesaw_mass_at (analysis->mass_seen, 0.0) : (double) NAN);
  seesaw_csv_add_number (csv, seesaw_analysis_get_absent_recall (analysis, 0.0));
}

static void
add_weights (GString *csv, const SeesawDrift *drift, const SeesawClasses *classes)
{
  const double norms[] = {
    drift != NULL ? seesaw_drift_mean_norm (drift, classes, TRUE) : (double) NAN,
    drift != NULL ? seesaw_drift_mean_norm (drift, classes, FALSE) : (double) NAN,
  };
  SeesawBlockMeans cosine = drift != NULL ? drift->cosine : (SeesawBlockMeans){ NAN, NAN, NAN };

  seesaw_csv_add_numbers (csv, norms, G_N_ELEMENTS (norms));
  seesaw_csv_add_numbers (csv, (double[]){ cosine.seen, cosine.unseen, cosine.across }, 3);
}

static void
add_margin (GString *csv, SeesawDistribution margin)
{
  seesaw_csv_add_numbers (csv, (double[]){ margin.mean, margin.q1, margin.median, margin.q3 }, 4);
}

/**
 * seesaw_table_history_append:
 * @history: a run over its epochs; those that have not been analysed are left out
 * @classes: its classes
 * @score: which scores to tell of; nearest class means are told beside, at γ = 0
 * @gamma: the calibration factor to compare with 0
 * @csv: a table; gets a header if it is empty
 * @file: (nullable): name of the run's file, for a first column of that name
 *
 * Appends a row for each epoch: accuracies as fractions at γ = 0 and at γ, and what explains them.
 */
void
seesaw_table_history_append (const SeesawHistory *history,
                             const SeesawClasses *classes,
                             SeesawScore score,
                             double gamma,
                             GString *csv,
                             const char *file)
{
  SeesawAnalysis **analyses = history->analyses[score];
  SeesawAnalysis **ncm = history->analyses[SEESAW_SCORE_NCM];

  seesaw_csv_add_header (csv, file, columns, G_N_ELEMENTS (columns));
  for (gsize e = 0; e < history->n_epochs; e++)
    {
      if (analyses == NULL || analyses[e] == NULL)
        continue;

      seesaw_csv_begin_row (csv, file);
      seesaw_csv_add_integer (csv, history->epochs[e]);
      add_accuracies (csv, analyses[e]);
      add_calibrated (csv, analyses[e], gamma);
      add_unseen (csv, analyses[e], score);
      add_accuracies (csv, ncm != NULL ? ncm[e] : NULL);
      add_weights (csv, history->drifts != NULL ? history->drifts[e] : NULL, classes);
      add_margin (csv, history->spreads[e].margin[TRUE].margin);
      add_margin (csv, history->spreads[e].margin[FALSE].margin);
      seesaw_csv_end_row (csv);
    }
}
