/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "seesaw-figure-curve.h"
#include "seesaw-figure-gap.h"
#include "seesaw-number.h"

#include "seesaw-plot-layout.h"
#include "seesaw-reduce.h"
#include "view.h"

#include <math.h>
#include <string.h>

#define NBSP "\u202f"

static SeesawRun *
new_run (void)
{
  const guint8 seen[] = { 1, 1, 0, 0 };
  const gint32 epochs[] = { 0, 7 };
  g_autoptr (SeesawClasses) classes = seesaw_classes_new (seen, NULL, 4, NULL);

  return seesaw_run_new ("run.h5", "run", classes, epochs, 2);
}

/* Two seen samples whose thresholds are 1 and 3, two unseen ones at @shift and 2 + @shift. */
static SeesawAnalysis *
new_analysis (const SeesawRun *run, gsize index, float shift)
{
  const float logits[] = { 1, 0, 0, 0, 3, 0, 0, 0, shift, 0, 0, -1, 2 + shift, 0, 0, -1 };
  const gint32 labels[] = { 0, 0, 2, 2 };
  g_autoptr (SeesawSamples) samples = seesaw_samples_new (4);
  g_autoptr (SeesawEpoch) epoch = NULL;

  memcpy (samples->label, labels, sizeof labels);
  seesaw_reduce_samples (run->classes, logits, SEESAW_SCALAR_F32, 0, 4, TRUE, samples);
  epoch = seesaw_epoch_new (index, samples, 2.25, 0);

  return seesaw_analysis_new (run, epoch, (double) NAN, 1, SEESAW_AVERAGE_SAMPLE);
}

static SeesawView *
new_view (SeesawRun *run, SeesawAnalysis *start, SeesawAnalysis *now)
{
  const SeesawViewRequest request = { .epoch = now->epoch->index, .top_k = 1 };
  SeesawView *view = seesaw_view_new (run, &request);

  view->start = start != NULL ? seesaw_analysis_ref (start) : NULL;
  view->now = seesaw_analysis_ref (now);

  return view;
}

static guint
count_marks (const SeesawScene *scene, SeesawMarkKind kind)
{
  guint n = 0;

  for (guint i = 0; i < scene->marks->len; i++)
    n += ((const SeesawMark *) g_ptr_array_index (scene->marks, i))->kind == kind;

  return n;
}

static void
test_curve (void)
{
  g_autoptr (SeesawRun) run = new_run ();
  g_autoptr (SeesawAnalysis) start = new_analysis (run, 0, 0.5f);
  g_autoptr (SeesawAnalysis) now = new_analysis (run, 1, 1.5f);
  g_autoptr (SeesawView) view = new_view (run, start, now);
  const SeesawSubject subject = { .view = view, .selected = -1 };
  g_autoptr (SeesawScene) scene = seesaw_figure_curve.new_scene (&subject);
  const SeesawMark *curve = g_ptr_array_index (scene->marks, 0);

  /* Thresholds 1 and 3 of seen, 1.5 and 3.5 of unseen samples. */
  const double x[] = { 1.0, 0.5, 0.5, 0.0, 0.0 };
  const double y[] = { 0.0, 0.0, 0.5, 0.5, 1.0 };

  g_assert_cmpmem (curve->x, curve->n * sizeof (double), x, sizeof x);
  g_assert_cmpmem (curve->y, curve->n * sizeof (double), y, sizeof y);
  g_assert_cmpstr (curve->legend, ==, "Epoch 7, AUSUC 0.250");

  /* Both curves; star, ring, and ALG, γ* and γ_bal, but no PCV. */
  g_assert_cmpuint (count_marks (scene, SEESAW_MARK_LINE), ==, 2);
  g_assert_cmpuint (count_marks (scene, SEESAW_MARK_POINT), ==, 5);
}

/* Of nearest class means, the curve says so. */
static void
test_curve_of_ncm (void)
{
  g_autoptr (SeesawRun) run = new_run ();
  g_autoptr (SeesawAnalysis) now = new_analysis (run, 1, 1.5f);
  g_autoptr (SeesawView) view = new_view (run, NULL, now);
  const SeesawRunSubject runs[] = { { .view = view, .name = "One" },
                                    { .view = view, .name = "Two" } };
  SeesawSubject subject = { .view = view, .selected = -1 };
  g_autoptr (SeesawScene) one = NULL;
  g_autoptr (SeesawScene) two = NULL;

  view->request.score = SEESAW_SCORE_NCM;
  one = seesaw_figure_curve.new_scene (&subject);
  g_assert_cmpstr (view_get_mark (one, SEESAW_MARK_LINE, 0)->legend, ==,
                   "NCM, epoch 7, AUSUC 0.250");
  subject.runs = runs;
  subject.n_runs = 2;
  two = seesaw_figure_curve.new_scene (&subject);
  g_assert_cmpstr (view_get_mark (two, SEESAW_MARK_LINE, 3)->legend, ==, "Two, NCM, AUSUC 0.250");
}

static void
test_first_epoch (void)
{
  g_autoptr (SeesawRun) run = new_run ();
  g_autoptr (SeesawAnalysis) start = new_analysis (run, 0, 0.5f);
  g_autoptr (SeesawView) view = new_view (run, start, start);
  const SeesawSubject subject = { .view = view, .selected = -1 };
  g_autoptr (SeesawScene) scene = seesaw_figure_curve.new_scene (&subject);

  /* One curve, and the star alone at γ = 0. */
  g_assert_cmpuint (count_marks (scene, SEESAW_MARK_LINE), ==, 1);
  g_assert_cmpuint (count_marks (scene, SEESAW_MARK_POINT), ==, 4);
}

/* What is picked at an operating point gives that operating point. */
static void
test_pick (void)
{
  g_autoptr (SeesawRun) run = new_run ();
  g_autoptr (SeesawAnalysis) now = new_analysis (run, 1, 1.5f);
  g_autoptr (SeesawView) view = new_view (run, NULL, now);
  const SeesawSubject subject = { .view = view, .selected = -1 };
  g_autoptr (SeesawScene) scene = seesaw_figure_curve.new_scene (&subject);
  SeesawTheme theme = seesaw_theme_print (8.0);
  g_autoptr (SeesawPlotLayout) layout = seesaw_plot_layout_new (scene, &theme, 300.0, 200.0);
  const SeesawPoint *points = seesaw_curve_get_points (now->curve);

  for (gsize i = 0; i < seesaw_curve_get_n_points (now->curve); i++)
    {
      SeesawPick pick =
          seesaw_figure_curve.pick (&subject, layout, seesaw_plot_layout_x (layout, points[i].sy),
                                    seesaw_plot_layout_y (layout, points[i].uy));
      SeesawAccuracy at = seesaw_curve_at (now->curve, pick.gamma);

      g_assert_cmpfloat (at.sy, ==, points[i].sy);
      g_assert_cmpfloat (at.uy, ==, points[i].uy);
      g_assert_cmpint (pick.kind, ==, SEESAW_PICK_GAMMA);
    }
}

static void
test_overlay (void)
{
  g_autoptr (SeesawRun) run = new_run ();
  g_autoptr (SeesawAnalysis) now = new_analysis (run, 1, 1.5f);
  g_autoptr (SeesawView) view = new_view (run, NULL, now);
  const SeesawSubject subject = { .view = view, .gamma = 2.0, .selected = -1 };
  g_autoptr (SeesawScene) overlay = seesaw_figure_curve.new_overlay (&subject);
  const SeesawMark *point = g_ptr_array_index (overlay->marks, 2);
  g_autofree char *text = seesaw_figure_curve.describe (&subject);
  g_autofree char *csv = seesaw_figure_curve.to_csv (&subject);

  g_assert_cmpfloat (point->x[0], ==, 0.5);
  g_assert_cmpfloat (point->y[0], ==, 0.5);
  g_assert_cmpstr (text, ==, "γ 2.00   Seen 50.0" NBSP "%   Unseen 50.0" NBSP "%");
  g_assert_cmpstr (csv, ==,
                   "gamma_from,sy,uy\n"
                   "-inf,1,0\n"
                   "1,0.5,0\n"
                   "1.5,0.5,0.5\n"
                   "3,0,0.5\n"
                   "3.5,0,1\n");
}

/* Bars under a legend would be taken for what they are not. */
static void
test_gap_legend (void)
{
  g_autoptr (SeesawRun) run = new_run ();
  g_autoptr (SeesawAnalysis) now = new_analysis (run, 1, 1.5f);
  g_autoptr (SeesawView) view = new_view (run, NULL, now);
  const SeesawSubject subject = { .view = view, .gamma = 2.0, .selected = -1 };
  g_autoptr (SeesawScene) scene = seesaw_figure_gap.new_scene (&subject);
  const SeesawTheme theme = seesaw_theme_screen (FALSE, "Sans", 13.0);

  for (double height = 180.0; height < 400.0; height += 20.0)
    {
      SeesawPlotLayout *layout = seesaw_plot_layout_new (scene, &theme, 500.0, height);
      const SeesawRect *legend = &layout->legend;

      g_assert_true (legend->width == 0.0 || legend->y + legend->height <= layout->plot.y + 1.0);
      seesaw_plot_layout_free (layout);
    }
}

static void
test_numbers (void)
{
  static const struct
  {
    char *(*format) (double value);
    double value;
    const char *text;
  } cases[] = {
    { seesaw_number_percent, 0.692, "69.2" NBSP "%" },
    { seesaw_number_percent, 1.0, "100.0" NBSP "%" },
    { seesaw_number_percent, 0.0, "0.0" NBSP "%" },
    { seesaw_number_percent, (double) NAN, "—" },
    { seesaw_number_change, 0.447, "+44.7" },
    { seesaw_number_change, -0.097, "−9.7" },
    { seesaw_number_change, 0.0, "±0.0" },
    { seesaw_number_change, -0.0004, "±0.0" },
    { seesaw_number_change, (double) NAN, "—" },
    { seesaw_number_gamma, 7.8673, "7.87" },
    { seesaw_number_gamma, -0.3984, "−0.398" },
    { seesaw_number_gamma, 13.947, "13.9" },
    { seesaw_number_gamma, 9.996, "10.0" },
    { seesaw_number_gamma, 123.4, "123" },
    { seesaw_number_gamma, 0.0, "0.000" },
    { seesaw_number_gamma, -0.0004, "−0.00040" },
    { seesaw_number_gamma, 0.0314159, "0.0314" },
    { seesaw_number_gamma, -0.000001, "0.000" },
    { seesaw_number_gamma, (double) NAN, "—" },
    { seesaw_number_fraction, 0.46718, "0.467" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = cases[i].format (cases[i].value);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_parse (void)
{
  double value;

  g_assert_true (seesaw_number_parse (" 7.25 ", &value));
  g_assert_cmpfloat (value, ==, 7.25);
  g_assert_true (seesaw_number_parse ("−0,5", &value));
  g_assert_cmpfloat (value, ==, -0.5);
  g_assert_true (seesaw_number_parse ("1e3", &value));
  g_assert_cmpfloat (value, ==, 1000.0);
  g_assert_false (seesaw_number_parse ("", &value));
  g_assert_false (seesaw_number_parse ("ALG", &value));
  g_assert_false (seesaw_number_parse ("7.25x", &value));
  g_assert_false (seesaw_number_parse ("inf", &value));
  g_assert_false (seesaw_number_parse ("nan", &value));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/figures/curve", test_curve);
  g_test_add_func ("/figures/curve/ncm", test_curve_of_ncm);
  g_test_add_func ("/figures/curve/first-epoch", test_first_epoch);
  g_test_add_func ("/figures/curve/pick", test_pick);
  g_test_add_func ("/figures/curve/overlay", test_overlay);
  g_test_add_func ("/figures/gap/legend", test_gap_legend);
  g_test_add_func ("/figures/numbers", test_numbers);
  g_test_add_func ("/figures/numbers/parse", test_parse);

  return g_test_run ();
}
