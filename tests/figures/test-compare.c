/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Runs over what they differ in: made up ones, and the paper's figures 7, 8 and 9 from real ones.
 */

#include "check.h"
#include "seesaw-compare-points.h"
#include "seesaw-compare-run.h"
#include "view.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#define WIDTH 312
#define HEIGHT 250

static const char *reference_folder;
static const char *runs_folder;

static const SeesawMetric start = { SEESAW_QUANTITY_YY, SEESAW_VARIANT_PRETRAINED };
static const SeesawMetric tuned = { SEESAW_QUANTITY_YY, SEESAW_VARIANT_FINE_TUNED };
static const SeesawMetric alg = { SEESAW_QUANTITY_YY, SEESAW_VARIANT_ALG };
static const SeesawMetric oracle = { SEESAW_QUANTITY_YY, SEESAW_VARIANT_ORACLE };
static const SeesawMetric ausuc = { SEESAW_QUANTITY_AUSUC, SEESAW_VARIANT_FINE_TUNED };

static void
check_picture (const SeesawCompareSubject *subject, const char *name)
{
  g_autoptr (SeesawScene) scene = seesaw_compare_new_scene (subject);
  SeesawTheme theme = seesaw_theme_print (9.0);
  g_autoptr (SeesawPlotLayout) layout = seesaw_plot_layout_new (scene, &theme, WIDTH, HEIGHT);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);

  seesaw_paint_scene (layout, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  check_like_reference (surface, reference_folder, name);
  cairo_surface_destroy (surface);
}

static void
add (SeesawComparison *comparison,
     SeesawAnalysis *analysis,
     const SeesawRun *like,
     const char *name,
     const char *attributes,
     double yy)
{
  g_autoptr (SeesawRun) run =
      seesaw_run_new (name, name, like->classes, like->epochs, like->n_epochs);
  SeesawCompared *compared;

  g_variant_unref (run->attributes);
  run->attributes = g_variant_ref_sink (g_variant_new_parsed (attributes));
  seesaw_comparison_add (comparison, run, NULL, analysis, NULL);
  compared = g_ptr_array_index (comparison->runs, comparison->runs->len - 1);
  for (int v = 0; v < SEESAW_N_VARIANTS; v++)
    compared->measures.values[v][SEESAW_QUANTITY_YY] = (double) NAN;
  compared->measures.values[SEESAW_VARIANT_FINE_TUNED][SEESAW_QUANTITY_YY] = yy;
  compared->measures.values[SEESAW_VARIANT_ALG][SEESAW_QUANTITY_YY] = yy + 0.15;
  compared->measures.values[SEESAW_VARIANT_PRETRAINED][SEESAW_QUANTITY_YY] = 0.5;
}

/* Two methods over three learning rates, some with three seeds; one that never finished. */
static SeesawComparison *
new_comparison (void)
{
  static const double rates[] = { 1e-4, 1e-3, 1e-2 };
  const SeesawViewRequest request = { .top_k = 1 };
  g_autoptr (SeesawView) view = view_new (&request);
  SeesawComparison *comparison = seesaw_comparison_new ();

  for (int rate = 0; rate < 3; rate++)
    for (int seed = 0; seed < (rate == 1 ? 1 : 3); seed++)
      for (int method = 0; method < 2; method++)
        {
          g_autofree char *name = g_strdup_printf (
              "%s, try %d at %g", method ? "tuning" : "probing", seed, rates[rate]);
          g_autofree char *attributes = g_strdup_printf (
              "{'method': <'%s & more'>, 'learning_rate': <%g>, 'seed': <int64 %d>}",
              method ? "tuning" : "probing", rates[rate], seed);
          gboolean is_lost = rate == 2 && method == 0;

          add (comparison, view->now, view->run, name, attributes,
               is_lost ? (double) NAN : 0.2 + 0.1 * rate + 0.15 * method + 0.03 * seed);
        }

  return comparison;
}

static void
test_made_up (void)
{
  g_autoptr (SeesawComparison) comparison = new_comparison ();
  const SeesawMetric metrics[] = { start, tuned, alg };
  SeesawCompareSubject subject = { comparison, metrics, 3, "learning_rate", "method" };

  check_picture (&subject, "compare-numbers.png");
  subject.x = "method";
  subject.split = NULL;
  check_picture (&subject, "compare-names.png");
}

static void
test_points (void)
{
  g_autoptr (SeesawComparison) comparison = new_comparison ();
  const SeesawCompareSubject subject = { comparison, &tuned, 1, "learning_rate", "method" };
  g_autoptr (SeesawComparePoints) points = seesaw_compare_points_new (&subject);
  const SeesawComparePoint *first = &g_array_index (points->points, SeesawComparePoint, 0);
  g_autofree char *csv = seesaw_compare_to_csv (&subject);

  g_assert_cmpint (points->format, ==, SEESAW_AXIS_LOG);
  g_assert_cmpuint (points->series->len, ==, 2);
  g_assert_cmpuint (points->points->len, ==, 5);
  g_assert_cmpfloat_with_epsilon (first->x, -4.0, 1e-12);
  g_assert_cmpfloat_with_epsilon (first->mean.mean, 0.23, 1e-12);
  g_assert_cmpfloat_with_epsilon (first->mean.sd, 0.03, 1e-12);
  g_assert_cmpuint (first->mean.n, ==, 3);
  g_assert_true (g_str_has_prefix (csv, "learning_rate,method,metric,mean,sd,runs\n"
                                        "0.0001,probing & more,yy,0.23"));
}

static void
test_formats (void)
{
  static const struct
  {
    const char *x;
    SeesawAxisFormat format;
  } cases[] = { { "learning_rate", SEESAW_AXIS_LOG }, { "seed", SEESAW_AXIS_INTEGER },
                { "method", SEESAW_AXIS_NAMES },      { "seen_classes", SEESAW_AXIS_NAMES },
                { "nothing", SEESAW_AXIS_NAMES },     { "name", SEESAW_AXIS_NAMES } };
  g_autoptr (SeesawComparison) comparison = new_comparison ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const SeesawCompareSubject subject = { comparison, &tuned, 1, cases[i].x, NULL };
      g_autoptr (SeesawComparePoints) points = seesaw_compare_points_new (&subject);

      g_assert_cmpint (points->format, ==, cases[i].format);
    }
}

/* At many sizes, whatever stands on x; and there is an answer everywhere. */
static void
test_layout (void)
{
  static const char *const xs[] = { "learning_rate", "method", "name", "seed" };
  g_autoptr (SeesawComparison) comparison = new_comparison ();
  const SeesawMetric metrics[] = { start, tuned, alg };

  for (gsize i = 0; i < G_N_ELEMENTS (xs); i++)
    for (int split = 0; split < 2; split++)
      {
        const SeesawCompareSubject subject = { comparison, metrics, 3, xs[i],
                                               split ? "method" : NULL };
        g_autoptr (SeesawScene) scene = seesaw_compare_new_scene (&subject);

        for (double width = 230.0; width < 3000.0; width *= 1.7)
          for (double height = 190.0; height < 2000.0; height *= 1.9)
            {
              SeesawTheme theme = seesaw_theme_print (8.0);
              g_autoptr (SeesawPlotLayout) layout =
                  seesaw_plot_layout_new (scene, &theme, width, height);
              g_autofree char *line =
                  seesaw_compare_read_out (&subject, layout, width / 2.0, height / 3.0);

              check_layout (layout);
              g_assert_cmpfloat (layout->legend.width, >, 0.0);
              g_assert_nonnull (strstr (line, "Acc Y/Y"));
            }
      }
}

static void
test_nothing (void)
{
  g_autoptr (SeesawComparison) comparison = new_comparison ();
  const SeesawCompareSubject subject = { comparison, &oracle, 1, "learning_rate", "method" };
  g_autoptr (SeesawScene) scene = seesaw_compare_new_scene (&subject);
  SeesawTheme theme = seesaw_theme_print (8.0);
  g_autoptr (SeesawPlotLayout) layout = seesaw_plot_layout_new (scene, &theme, 300.0, 240.0);

  check_layout (layout);
  g_assert_null (seesaw_compare_read_out (&subject, layout, 10.0, 10.0));
  g_assert_true (seesaw_compare_share_axis ((const SeesawMetric[]){ tuned, alg }, 2));
  g_assert_false (seesaw_compare_share_axis ((const SeesawMetric[]){ tuned, ausuc }, 2));
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Files of the folder that begin with one of @prefixes, in order. */
static SeesawComparison *
load (const char *const *prefixes)
{
  SeesawComparison *comparison = seesaw_comparison_new ();
  const SeesawCompareRequest request = { .top_k = 1 };
  g_autoptr (GDir) folder = g_dir_open (runs_folder, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    for (gsize i = 0; prefixes[i] != NULL; i++)
      if (g_str_has_prefix (name, prefixes[i]) && g_str_has_suffix (name, ".h5"))
        g_ptr_array_add (names, g_build_filename (runs_folder, name, NULL));
  g_ptr_array_sort (names, compare_names);

  for (guint i = 0; i < names->len; i++)
    {
      g_autoptr (SeesawOpenRun) run = seesaw_open_run_new (g_ptr_array_index (names, i));
      g_autoptr (GError) error = NULL;

      seesaw_compare_run (run, &request, comparison, NULL, &error);
      g_assert_no_error (error);
    }

  return comparison;
}

static void
check_real (const char *const *prefixes, const SeesawCompareSubject *subject, const char *name)
{
  SeesawCompareSubject of_runs = *subject;
  g_autoptr (SeesawComparison) comparison = load (prefixes);

  if (comparison->runs->len == 0)
    {
      g_test_skip ("the real runs are not here");
      return;
    }

  of_runs.comparison = comparison;
  check_picture (&of_runs, name);
}

static void
test_methods (void)
{
  const SeesawMetric metrics[] = { start, tuned, alg, oracle };

  check_real ((const char *const[]){ "glyphs", "method-", NULL },
              &(const SeesawCompareSubject){ NULL, metrics, 4, "method", NULL },
              "compare-methods.png");
}

static void
test_seen_classes (void)
{
  const SeesawMetric metrics[] = { start, tuned, alg };

  check_real ((const char *const[]){ "glyphs", "split-", NULL },
              &(const SeesawCompareSubject){ NULL, metrics, 3, "seen_classes", NULL },
              "compare-seen-classes.png");
}

static void
test_optimizers (void)
{
  const SeesawMetric metrics[] = { tuned, oracle, start };

  check_real ((const char *const[]){ "sweep-", NULL },
              &(const SeesawCompareSubject){ NULL, metrics, 3, "learning_rate", "optimizer" },
              "compare-optimizers.png");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  reference_folder = argc > 1 ? argv[1] : "reference";
  runs_folder = argc > 2 ? argv[2] : ".";
  g_test_add_func ("/compare/made-up", test_made_up);
  g_test_add_func ("/compare/points", test_points);
  g_test_add_func ("/compare/formats", test_formats);
  g_test_add_func ("/compare/layout", test_layout);
  g_test_add_func ("/compare/nothing", test_nothing);
  g_test_add_func ("/compare/methods", test_methods);
  g_test_add_func ("/compare/seen-classes", test_seen_classes);
  g_test_add_func ("/compare/optimizers", test_optimizers);

  return g_test_run ();
}
