/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The numbers behind figures, against what is worked out here. */

#include "seesaw-figure-class.h"
#include "seesaw-figure-drift.h"
#include "seesaw-figure-gain.h"
#include "seesaw-figure-gap.h"
#include "seesaw-figure-history.h"
#include "seesaw-figure-margins.h"
#include "view.h"

#include <math.h>
#include <string.h>

static const SeesawViewRequest request = { .epoch = 3, .top_k = 1 };

/* Height of all bars of a mark that lie between two γs. */
static double
sum_bars (const SeesawMark *bars, double from, double to)
{
  double sum = 0.0;

  for (gsize i = 0; i < bars->n; i++)
    if (bars->x[i] >= from - 1e-9 && bars->x1[i] <= to + 1e-9)
      sum += fabs (bars->y1[i] - bars->y[i]);

  return sum;
}

/* Bars of a group fill 1. What is solid right of an edge is Acc S/Y there; left of it, Acc U/Y. */
static void
test_gap (void)
{
  g_autoptr (SeesawView) view = view_new (&request);
  const SeesawSubject subject = { .view = view, .selected = -1 };
  g_autoptr (SeesawScene) scene = seesaw_figure_gap.new_scene (&subject);
  const SeesawMark *seen = view_get_mark (scene, SEESAW_MARK_BARS, 0);
  const SeesawMark *unseen = view_get_mark (scene, SEESAW_MARK_BARS, 2);
  SeesawAccuracy own = seesaw_curve_at (view->now->curve, 0.0);

  g_assert_cmpuint (seen->n, >=, 20);
  g_assert_cmpuint (seen->n, <=, 120);
  for (guint i = 0; i < 4; i += 2)
    g_assert_cmpfloat_with_epsilon (
        sum_bars (view_get_mark (scene, SEESAW_MARK_BARS, i), -1e9, 1e9) +
            sum_bars (view_get_mark (scene, SEESAW_MARK_BARS, i + 1), -1e9, 1e9),
        1.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (sum_bars (seen, -1e9, 1e9), own.ss, 1e-9);
  g_assert_cmpfloat_with_epsilon (sum_bars (unseen, -1e9, 1e9), own.uu, 1e-9);

  for (gsize i = 1; i < seen->n; i++)
    {
      SeesawAccuracy at = seesaw_curve_at (view->now->curve, seen->x[i]);

      g_assert_cmpfloat_with_epsilon (sum_bars (seen, seen->x[i], 1e9), at.sy, 1e-9);
      g_assert_cmpfloat_with_epsilon (sum_bars (unseen, -1e9, seen->x[i]), at.uy, 1e-9);
    }
}

/* γ is where the pointer is, and what is veiled is wrong there. */
static void
test_gap_overlay (void)
{
  g_autoptr (SeesawView) view = view_new (&request);
  const SeesawSubject subject = { .view = view, .gamma = 1.25, .selected = -1 };
  g_autoptr (SeesawScene) scene = seesaw_figure_gap.new_scene (&subject);
  g_autoptr (SeesawScene) overlay = seesaw_figure_gap.new_overlay (&subject);
  SeesawTheme theme = seesaw_theme_print (8.0);
  g_autoptr (SeesawPlotLayout) layout = seesaw_plot_layout_new (scene, &theme, 300.0, 200.0);
  SeesawPick pick =
      seesaw_figure_gap.pick (&subject, layout, seesaw_plot_layout_x (layout, 2.5), 100.0);
  const SeesawMark *above = view_get_mark (overlay, SEESAW_MARK_BARS, 0);
  const SeesawMark *below = view_get_mark (overlay, SEESAW_MARK_BARS, 1);

  g_assert_cmpint (pick.kind, ==, SEESAW_PICK_GAMMA);
  g_assert_cmpfloat_with_epsilon (pick.gamma, 2.5, 1e-9);
  g_assert_cmpfloat (above->x1[0], ==, 1.25);
  g_assert_cmpfloat (above->y1[0], >, 0.0);
  g_assert_cmpfloat (below->x[0], ==, 1.25);
  g_assert_cmpfloat (below->y1[0], <, 0.0);
  g_assert_cmpfloat (view_get_mark (overlay, SEESAW_MARK_RULE, 0)->x[0], ==, 1.25);
  g_assert_cmpstr (overlay->note, ==, "γ = 1.25");
}

static void
assert_accuracies (const SeesawHistory *history, SeesawScore score, const SeesawScene *scene)
{
  for (gsize e = 0; e < history->n_epochs; e++)
    {
      SeesawAccuracy at = seesaw_curve_at (history->analyses[score][e]->curve, 0.0);
      const double expected[] = { at.yy, at.sy, at.uy, at.ss, at.uu };

      for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
        {
          const SeesawMark *line = view_get_mark (scene, SEESAW_MARK_LINE, i);

          g_assert_cmpfloat (line->x[e], ==, history->epochs[e]);
          g_assert_cmpfloat (line->y[e], ==, expected[i]);
          g_assert_true ((line->style.dash != SEESAW_DASH_NONE) == (score == SEESAW_SCORE_NCM));
        }
    }
}

/* A line per accuracy, at γ = 0; at γ three more, of the scores that γ is meant for. */
static void
test_history (void)
{
  g_autoptr (SeesawView) view = view_new (&request);
  const SeesawSubject subject = { .view = view, .gamma = 2.0, .selected = -1 };
  g_autoptr (SeesawScene) logit = seesaw_figure_history_accuracy.new_scene (&subject);
  g_autoptr (SeesawScene) ncm = seesaw_figure_history_ncm.new_scene (&subject);
  g_autoptr (SeesawScene) logit_overlay = seesaw_figure_history_accuracy.new_overlay (&subject);
  g_autoptr (SeesawScene) ncm_overlay = seesaw_figure_history_ncm.new_overlay (&subject);
  SeesawAnalysis *const *analyses = view->history->analyses[SEESAW_SCORE_LOGIT];

  assert_accuracies (view->history, SEESAW_SCORE_LOGIT, logit);
  assert_accuracies (view->history, SEESAW_SCORE_NCM, ncm);
  for (gsize e = 0; e < VIEW_N_EPOCHS; e++)
    {
      SeesawAccuracy at = seesaw_curve_at (analyses[e]->curve, 2.0);

      g_assert_cmpfloat (view_get_mark (logit_overlay, SEESAW_MARK_LINE, 0)->y[e], ==, at.yy);
      g_assert_cmpfloat (view_get_mark (logit_overlay, SEESAW_MARK_LINE, 1)->y[e], ==, at.sy);
      g_assert_cmpfloat (view_get_mark (logit_overlay, SEESAW_MARK_LINE, 2)->y[e], ==, at.uy);
    }
  g_assert_cmpfloat (view_get_mark (logit_overlay, SEESAW_MARK_RULE, 0)->x[0], ==, 10.0);
  g_assert_null (view_get_mark (ncm_overlay, SEESAW_MARK_LINE, 0));
}

static void
test_history_texts (void)
{
  g_autoptr (SeesawView) view = view_new (&request);
  const SeesawSubject subject = { .view = view, .gamma = 2.0, .selected = -1 };
  g_autoptr (SeesawScene) scene = seesaw_figure_history_accuracy.new_scene (&subject);
  SeesawTheme theme = seesaw_theme_print (8.0);
  g_autoptr (SeesawPlotLayout) layout = seesaw_plot_layout_new (scene, &theme, 300.0, 200.0);
  double x = seesaw_plot_layout_x (layout, 3.4);
  g_autofree char *text = seesaw_figure_history_accuracy.read_out (&subject, layout, x, 50.0);
  SeesawPick pick = seesaw_figure_history_accuracy.pick (&subject, layout, x, 50.0);
  g_autofree char *csv = seesaw_figure_history_accuracy.to_csv (&subject);
  g_auto (GStrv) lines = g_strsplit (csv, "\n", -1);
  g_auto (GStrv) cells = g_strsplit (lines[2], ",", -1);
  SeesawAccuracy at = seesaw_curve_at (view->history->analyses[SEESAW_SCORE_LOGIT][1]->curve, 2.0);

  /* 3.4 is nearer to epoch 2 than to 5. */
  g_assert_cmpint (pick.kind, ==, SEESAW_PICK_EPOCH);
  g_assert_cmpuint (pick.epoch, ==, 1);
  g_assert_true (g_str_has_prefix (text, "Epoch 2   Y/Y "));
  g_assert_nonnull (strstr (text, "at γ 2.00:   Y/Y "));
  g_assert_cmpstr (lines[0], ==, "epoch,yy,sy,uy,ss,uu,gamma,yy_at_gamma,sy_at_gamma,uy_at_gamma");
  g_assert_cmpuint (g_strv_length (lines), ==, VIEW_N_EPOCHS + 2);
  g_assert_cmpfloat (g_ascii_strtod (cells[9], NULL), ==, at.uy);
}

static void
test_gammas (void)
{
  g_autoptr (SeesawView) view = view_new (&request);
  const SeesawSubject subject = { .view = view, .gamma = 2.0, .selected = -1 };
  g_autoptr (SeesawScene) scene = seesaw_figure_history_gamma.new_scene (&subject);
  const SeesawMark *alg = view_get_mark (scene, SEESAW_MARK_LINE, 0);
  const SeesawMark *oracle = view_get_mark (scene, SEESAW_MARK_LINE, 1);
  const SeesawMark *pcv = view_get_mark (scene, SEESAW_MARK_RULE, 1);

  for (gsize e = 0; e < VIEW_N_EPOCHS; e++)
    {
      const SeesawAnalysis *analysis = view->history->analyses[SEESAW_SCORE_LOGIT][e];

      g_assert_cmpfloat (alg->y[e], ==, 1.2 * (double) e);
      g_assert_cmpfloat (oracle->y[e], ==, seesaw_curve_get_oracle (analysis->curve));
    }
  g_assert_cmpfloat (pcv->y[0], ==, 2.75);
}

/* An axis says what counts as right, how samples are averaged, and what classes are ranked by. */
static void
test_settings (void)
{
  static const struct
  {
    const SeesawFigure *figure;
    SeesawViewRequest request;
    const char *title;
  } cases[] = {
    { &seesaw_figure_history_accuracy, { .top_k = 1 }, "Accuracy (%)" },
    { &seesaw_figure_history_ncm, { .top_k = SEESAW_TOP_K }, "Top-5 accuracy (%)" },
    { &seesaw_figure_history_accuracy,
      { .top_k = 1, .average = SEESAW_AVERAGE_CLASS },
      "Accuracy, class average (%)" },
    { &seesaw_figure_margin, { .top_k = 1 }, "Margin, label − best other logit" },
    { &seesaw_figure_margin,
      { .top_k = 1, .score = SEESAW_SCORE_NCM },
      "Margin, label − best other cosine" },
    { &seesaw_figure_history_gamma,
      { .top_k = 1, .score = SEESAW_SCORE_NCM },
      "Calibration factor γ (cosine)" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SeesawView) view = view_new (&cases[i].request);
      const SeesawSubject subject = { .view = view, .selected = -1 };
      g_autoptr (SeesawScene) scene = cases[i].figure->new_scene (&subject);

      g_assert_cmpstr (scene->axes[1].title, ==, cases[i].title);
    }
}

static void
test_margins (void)
{
  g_autoptr (SeesawView) view = view_new (&request);

  for (int side = 0; side < 2; side++)
    {
      const SeesawSubject subject = { .view = view, .side = side, .selected = -1 };
      g_autoptr (SeesawScene) scene = seesaw_figure_margin.new_scene (&subject);
      const SeesawMark *band = view_get_mark (scene, SEESAW_MARK_BAND, 0);

      for (gsize e = 0; e < VIEW_N_EPOCHS; e++)
        {
          const SeesawEpoch *epoch = view->history->analyses[SEESAW_SCORE_LOGIT][e]->epoch;
          SeesawMargin margin = seesaw_margin_of (view->run->classes, epoch->test, side);

          g_assert_cmpfloat (view_get_mark (scene, SEESAW_MARK_LINE, 0)->y[e], ==,
                             margin.margin.mean);
          g_assert_cmpfloat (view_get_mark (scene, SEESAW_MARK_LINE, 1)->y[e], ==,
                             margin.margin.median);
          g_assert_cmpfloat (band->y[e], ==, margin.margin.q1);
          g_assert_cmpfloat (band->y1[e], ==, margin.margin.q3);
        }
    }
}

/* All bars together are 1; the hatched ones are the samples that are wrong within their side. */
static void
test_margin_distribution (void)
{
  g_autoptr (SeesawView) view = view_new (&request);
  SeesawAccuracy own = seesaw_curve_at (view->now->curve, 0.0);

  for (int side = 0; side < 2; side++)
    {
      const SeesawSubject subject = { .view = view, .side = side, .selected = -1 };
      g_autoptr (SeesawScene) scene = seesaw_figure_margin_distribution.new_scene (&subject);
      const SeesawMark *right = view_get_mark (scene, SEESAW_MARK_BARS, 0);
      const SeesawMark *wrong = view_get_mark (scene, SEESAW_MARK_BARS, 1);
      g_autofree char *expected =
          g_strdup_printf ("%.1f\u202f%% below 0", 100.0 * (1.0 - (side ? own.ss : own.uu)));

      g_assert_cmpfloat_with_epsilon (sum_bars (right, 0.0, 1e9), side ? own.ss : own.uu, 1e-9);
      g_assert_cmpfloat_with_epsilon (sum_bars (wrong, -1e9, 0.0), 1.0 - (side ? own.ss : own.uu),
                                      1e-9);
      g_assert_cmpstr (view_get_mark (scene, SEESAW_MARK_TEXT, 0)->label, ==, expected);
    }
}

static double
get_gain (const SeesawView *view, SeesawScore score, gsize epoch, gboolean seen, double gamma)
{
  SeesawAnalysis *const *analyses = view->history->analyses[score];
  SeesawAccuracy now = seesaw_curve_at (analyses[epoch]->curve, gamma);
  SeesawAccuracy start = seesaw_curve_at (analyses[0]->curve, 0.0);

  return seen ? now.sy - start.sy : now.uy - start.uy;
}

static void
test_gain (void)
{
  for (gsize epoch = 0; epoch < VIEW_N_EPOCHS; epoch++)
    {
      const SeesawViewRequest way = { .epoch = epoch, .top_k = 1 };
      g_autoptr (SeesawView) view = view_new (&way);
      const SeesawSubject subject = { .view = view, .gamma = 1.5, .selected = -1 };
      g_autoptr (SeesawScene) scene = seesaw_figure_gain.new_scene (&subject);
      g_autoptr (SeesawScene) overlay = seesaw_figure_gain.new_overlay (&subject);

      for (guint i = 0; i < 2; i++)
        {
          gboolean seen = i == 0;

          g_assert_cmpfloat (view_get_mark (scene, SEESAW_MARK_BARS, 2 * i)->y1[0], ==,
                             get_gain (view, SEESAW_SCORE_LOGIT, epoch, seen, 0.0));
          g_assert_cmpfloat (view_get_mark (scene, SEESAW_MARK_BARS, 2 * i + 1)->y1[0], ==,
                             get_gain (view, SEESAW_SCORE_NCM, epoch, seen, 0.0));
          g_assert_cmpfloat (view_get_mark (overlay, SEESAW_MARK_BARS, i)->y1[0], ==,
                             get_gain (view, SEESAW_SCORE_LOGIT, epoch, seen, 1.5));
        }
    }
}

/* At every γ the line stands at the class's accuracy. */
static void
test_class (void)
{
  g_autoptr (SeesawView) view = view_new (&request);

  for (gint32 label = 0; label < VIEW_N_CLASSES; label++)
    {
      const SeesawSubject subject = { .view = view, .gamma = 0.5, .selected = label };
      g_autoptr (SeesawScene) scene = seesaw_figure_class_accuracy.new_scene (&subject);
      g_autoptr (SeesawScene) overlay = seesaw_figure_class_accuracy.new_overlay (&subject);
      const SeesawMark *line = view_get_mark (scene, SEESAW_MARK_LINE, 0);

      for (gsize i = 0; i + 1 < line->n; i += 2)
        {
          double middle = (line->x[i] + line->x[i + 1]) / 2.0;

          g_assert_cmpfloat (line->y[i], ==, line->y[i + 1]);
          g_assert_cmpfloat (
              line->y[i], ==,
              seesaw_class_table_get_accuracy (view->classes, (gsize) label, middle));
        }
      g_assert_cmpfloat (view_get_mark (overlay, SEESAW_MARK_POINT, 0)->y[0], ==,
                         seesaw_class_table_get_accuracy (view->classes, (gsize) label, 0.5));
    }
}

/* Without a class there are axes and nothing else; without parts there is no scene. */
static void
test_nothing (void)
{
  g_autoptr (SeesawView) view = view_new (&request);
  g_autoptr (SeesawView) bare = seesaw_view_new (view->run, &request);
  const SeesawSubject nobody = { .view = view, .selected = -1 };
  const SeesawSubject without = { .view = bare, .selected = 3 };
  g_autoptr (SeesawScene) scene = seesaw_figure_class_accuracy.new_scene (&nobody);

  bare->now = seesaw_analysis_ref (view->now);
  g_assert_cmpuint (scene->marks->len, ==, 0);
  g_assert_null (seesaw_figure_drift.new_scene (&without));
  g_assert_null (seesaw_figure_gain.new_scene (&without));
  g_assert_null (seesaw_figure_class_drift.new_scene (&without));
  g_assert_null (seesaw_figure_history_gamma.new_scene (&without));
  g_assert_null (seesaw_figure_drift_describe_blocks (&without));
}

/* What a run lacks is named by its dataset. */
static void
test_missing (void)
{
  g_autoptr (SeesawView) view = view_new (&request);

  g_assert_null (seesaw_figure_history_accuracy.missing (view->run));
  g_assert_null (seesaw_figure_gain.missing (view->run));
  g_assert_nonnull (strstr (seesaw_figure_history_ncm.missing (view->run), "/test/feature"));
  g_assert_nonnull (strstr (seesaw_figure_history_norm.missing (view->run), "/classifier/weight"));
  g_assert_nonnull (strstr (seesaw_figure_drift.missing (view->run), "/classifier/weight"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/numbers/gap", test_gap);
  g_test_add_func ("/numbers/gap/overlay", test_gap_overlay);
  g_test_add_func ("/numbers/history", test_history);
  g_test_add_func ("/numbers/history/texts", test_history_texts);
  g_test_add_func ("/numbers/history/gammas", test_gammas);
  g_test_add_func ("/numbers/settings", test_settings);
  g_test_add_func ("/numbers/margins", test_margins);
  g_test_add_func ("/numbers/margins/distribution", test_margin_distribution);
  g_test_add_func ("/numbers/gain", test_gain);
  g_test_add_func ("/numbers/class", test_class);
  g_test_add_func ("/numbers/nothing", test_nothing);
  g_test_add_func ("/numbers/missing", test_missing);

  return g_test_run ();
}
