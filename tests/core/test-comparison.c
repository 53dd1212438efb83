/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Runs side by side, worked out by hand. */

#include "brute.h"
#include "seesaw-comparison.h"

#include <math.h>

static const SeesawMetric yy = { SEESAW_QUANTITY_YY, SEESAW_VARIANT_FINE_TUNED };

static SeesawRun *
new_run (const char *name, const char *attributes)
{
  static const guint8 seen[] = { 1, 1, 0 };
  static const gint32 epochs[] = { 0, 5 };
  g_autoptr (SeesawClasses) classes = seesaw_classes_new (seen, NULL, 3, NULL);
  g_autofree char *path = g_strdup_printf ("/somewhere/%s.h5", name);
  SeesawRun *run = seesaw_run_new (path, name, classes, epochs, 2);

  run->n_samples = 7;
  g_variant_unref (run->attributes);
  run->attributes = g_variant_ref_sink (g_variant_new_parsed (attributes));

  return run;
}

static SeesawAnalysis *
new_analysis (const SeesawRun *run, gsize index, double alg)
{
  g_autoptr (Case) one = case_new ("ssu", 6);
  g_autoptr (SeesawSamples) samples = NULL;
  g_autoptr (SeesawEpoch) epoch = NULL;

  for (gsize i = 0; i < 6; i++)
    {
      one->labels[i] = (gint32) (i % 3);
      for (gsize c = 0; c < 3; c++)
        one->logits[3 * i + c] = (double) ((i * 7 + c * 5 + index) % 4);
    }
  samples = case_reduce (one, SEESAW_SCALAR_F64);
  epoch = seesaw_epoch_new (index, samples, alg, 0);

  return seesaw_analysis_new (run, epoch, (double) NAN, 1, SEESAW_AVERAGE_SAMPLE);
}

/* A run whose Acc Y/Y is what the test wants. */
static void
add (SeesawComparison *comparison, const char *name, const char *attributes, double value)
{
  g_autoptr (SeesawRun) run = new_run (name, attributes);
  g_autoptr (SeesawAnalysis) now = new_analysis (run, 1, 1.5);
  SeesawCompared *compared;

  seesaw_comparison_add (comparison, run, NULL, now, NULL);
  compared = g_ptr_array_index (comparison->runs, comparison->runs->len - 1);
  compared->measures.values[SEESAW_VARIANT_FINE_TUNED][SEESAW_QUANTITY_YY] = value;
}

/* In one line, and never nothing. */
static void
test_names (void)
{
  static const struct
  {
    const char *name;
    const char *expected;
  } cases[] = {
    { "Plain", "Plain" },
    { "Two\nlines", "Two lines" },
    { "\tTab, return\r\n", "Tab, return" },
    { "\302\205a\u2028b\177", "a b" },
    { "한글 é", "한글 é" },
    { "", "run 1.h5" },
    { " \n", "run 1.h5" },
    { NULL, "run 1.h5" },
  };
  g_autoptr (SeesawRun) plain = new_run ("plain", "@a{sv} {}");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = seesaw_run_make_name ("/folder/run 1.h5", cases[i].name);
      g_autoptr (SeesawRun) run = seesaw_run_new ("/folder/run 1.h5", cases[i].name, plain->classes,
                                                  plain->epochs, plain->n_epochs);

      g_assert_cmpstr (name, ==, cases[i].expected);
      g_assert_cmpstr (run->name, ==, cases[i].expected);
    }
}

static void
test_mean (void)
{
  static const double values[] = { 0.5, NAN, 0.25, 0.75 };
  SeesawMean mean = seesaw_mean_of (values, 4);

  g_assert_cmpfloat (mean.mean, ==, 0.5);
  g_assert_cmpfloat (mean.sd, ==, 0.25);
  g_assert_cmpuint (mean.n, ==, 3);

  mean = seesaw_mean_of (values, 2);
  g_assert_cmpfloat (mean.mean, ==, 0.5);
  g_assert_true (isnan (mean.sd));
  g_assert_cmpuint (mean.n, ==, 1);

  mean = seesaw_mean_of (values + 1, 1);
  g_assert_true (isnan (mean.mean) && isnan (mean.sd));
  g_assert_cmpuint (mean.n, ==, 0);
}

static void
test_measures (void)
{
  g_autoptr (SeesawRun) run = new_run ("a", "@a{sv} {}");
  g_autoptr (SeesawAnalysis) start = new_analysis (run, 0, 2.0);
  g_autoptr (SeesawAnalysis) now = new_analysis (run, 1, 1.5);
  SeesawMeasures measures;
  const double *alg = measures.values[SEESAW_VARIANT_ALG];

  seesaw_measures_init (&measures, start, now, NULL);
  g_assert_cmpfloat (alg[SEESAW_QUANTITY_GAMMA], ==, 1.5);
  g_assert_cmpfloat (alg[SEESAW_QUANTITY_YY], ==, seesaw_curve_at (now->curve, 1.5).yy);
  g_assert_cmpfloat (measures.values[SEESAW_VARIANT_PRETRAINED][SEESAW_QUANTITY_UY], ==,
                     seesaw_curve_at (start->curve, 0.0).uy);
  g_assert_cmpfloat (measures.values[SEESAW_VARIANT_ORACLE][SEESAW_QUANTITY_YY], >=,
                     alg[SEESAW_QUANTITY_YY]);
  for (int q = 0; q < SEESAW_N_QUANTITIES; q++)
    g_assert_true (isnan (measures.values[SEESAW_VARIANT_PCV][q]) &&
                   isnan (measures.values[SEESAW_VARIANT_NCM][q]));
}

/* Every id names what it came from, and nothing else does. */
static void
test_ids (void)
{
  SeesawMetric found;

  for (int v = 0; v < SEESAW_N_VARIANTS; v++)
    for (int q = 0; q < SEESAW_N_QUANTITIES; q++)
      {
        const SeesawMetric metric = { (SeesawQuantity) q, (SeesawVariant) v };
        g_autofree char *id = seesaw_metric_get_id (metric);

        g_assert_true (seesaw_metric_find (id, &found) == seesaw_metric_is_meaningful (metric));
        g_assert_true (!seesaw_metric_is_meaningful (metric) ||
                       (found.quantity == metric.quantity && found.variant == metric.variant));
      }

  g_assert_false (seesaw_metric_find ("ausuc_alg", &found));
  g_assert_false (seesaw_metric_find ("", &found));
  g_assert_false (seesaw_metric_find (NULL, &found));
}

static void
test_attributes (void)
{
  static const struct
  {
    const char *name;
    const char *text;
    double number;
  } cases[] = {
    { "lr", "0.003", 0.003 },  { "single", "0.003", 0.003 },   { "text", "SGD", NAN },
    { "typed", "0.01", 0.01 }, { "seed", "3", 3.0 },           { "seen_classes", "2", 2.0 },
    { "epoch", "5", 5.0 },     { "unseen_classes", "1", 1.0 }, { "test_samples", "7", 7.0 },
    { "file", "a.h5", NAN },   { "name", "a", NAN },           { "nothing", NULL, NAN },
    { "none", "nan", NAN },    { "large", "1e+10", 1e10 },     { "tiny", "3e-05", 3e-5 },
  };
  g_autoptr (SeesawRun) run =
      new_run ("a", "{'lr': <0.003>, 'single': <0.0030000000260770321>, 'text': <'SGD'>, "
                    "'typed': <'0.01'>, 'seed': <int64 3>, 'none': <@d nan>, 'large': <1e10>, "
                    "'tiny': <3e-05>}");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (SeesawAttribute) value = { 0 };

      seesaw_attribute_init (&value, run, 1, cases[i].name);
      g_assert_cmpstr (value.text, ==, cases[i].text);
      g_assert_true (isnan (cases[i].number) ? isnan (value.number)
                                             : fabs (value.number - cases[i].number) < 1e-9);
    }
}

static SeesawComparison *
new_comparison (void)
{
  SeesawComparison *comparison = seesaw_comparison_new ();

  add (comparison, "a", "{'optimizer': <'SGD'>, 'lr': <0.01>, 'seed': <int64 0>}", 0.5);
  add (comparison, "b", "{'optimizer': <'Adam'>, 'lr': <0.001>, 'seed': <int64 0>}", 0.25);
  add (comparison, "c", "{'optimizer': <'SGD'>, 'lr': <0.01>, 'seed': <int64 1>}", 0.75);
  add (comparison, "d", "{'optimizer': <'SGD'>, 'lr': <0.002>, 'seed': <int64 0>}", NAN);
  add (comparison, "e", "@a{sv} {}", 0.9);

  return comparison;
}

static void
assert_order (const SeesawComparison *comparison, GPtrArray *groups, const char *expected)
{
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint g = 0; g < groups->len; g++)
    {
      const SeesawGroup *group = g_ptr_array_index (groups, g);

      for (guint i = 0; i < group->members->len; i++)
        g_string_append (
            found, seesaw_comparison_get (comparison, g_array_index (group->members, guint, i))
                       ->run->name);
      g_string_append_c (found, ' ');
    }
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_groups (void)
{
  static const char *const by_both[] = { "optimizer", "lr", NULL };
  static const char *const by_optimizer[] = { "optimizer", NULL };
  g_autoptr (SeesawComparison) comparison = new_comparison ();
  g_autoptr (GPtrArray) none = seesaw_comparison_group (comparison, NULL);
  g_autoptr (GPtrArray) both = seesaw_comparison_group (comparison, by_both);
  g_autoptr (GPtrArray) optimizer = seesaw_comparison_group (comparison, by_optimizer);
  const SeesawGroup *first = g_ptr_array_index (both, 0);
  SeesawMean mean = seesaw_comparison_average (comparison, first, yy);

  assert_order (comparison, none, "a b c d e ");
  assert_order (comparison, both, "ac b d e ");
  assert_order (comparison, optimizer, "acd b e ");
  g_assert_cmpstr (first->keys[1].text, ==, "0.01");

  g_assert_cmpfloat (mean.mean, ==, 0.625);
  g_assert_cmpfloat_with_epsilon (mean.sd, 0.125 * G_SQRT2, 1e-15);
  g_assert_cmpuint (mean.n, ==, 2);
  mean = seesaw_comparison_average (comparison, g_ptr_array_index (optimizer, 0), yy);
  g_assert_cmpuint (mean.n, ==, 2);
  mean = seesaw_comparison_average (comparison, g_ptr_array_index (both, 2), yy);
  g_assert_true (isnan (mean.mean));
}

static void
test_sort (void)
{
  static const struct
  {
    SeesawSort sort;
    const char *expected;
  } cases[] = {
    { { .metric = { SEESAW_QUANTITY_YY, SEESAW_VARIANT_FINE_TUNED } }, "e c a b d " },
    { { .metric = { SEESAW_QUANTITY_YY, SEESAW_VARIANT_FINE_TUNED }, .reversed = TRUE },
      "b a c e d " },
    { { .attribute = "lr" }, "b d a c e " },
    { { .attribute = "lr", .reversed = TRUE }, "a c d b e " },
    { { .attribute = "optimizer" }, "b a c d e " },
    { { .attribute = "name", .reversed = TRUE }, "e d c b a " },
    { { .attribute = "nothing" }, "a b c d e " },
  };
  g_autoptr (SeesawComparison) comparison = new_comparison ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) groups = seesaw_comparison_group (comparison, NULL);

      seesaw_comparison_sort (comparison, groups, &cases[i].sort);
      assert_order (comparison, groups, cases[i].expected);
    }
}

static void
test_varying (void)
{
  g_autoptr (SeesawComparison) comparison = seesaw_comparison_new ();
  g_auto (GStrv) names = NULL;
  g_autofree char *list = NULL;

  add (comparison, "a", "{'lr': <0.01>, 'seed': <int64 0>}", 0.5);
  add (comparison, "b", "{'lr': <0.01>, 'seed': <int64 1>, 'note': <'x'>}", 0.5);
  names = seesaw_comparison_list_varying (comparison);
  list = g_strjoinv (" ", names);
  g_assert_cmpstr (list, ==, "seed name file note");
  g_assert_true (seesaw_comparison_has_attribute (comparison, "note"));
  g_assert_false (seesaw_comparison_has_attribute (comparison, "nothing"));
}

static void
test_rename (void)
{
  static const char *const names[] = { NULL, "other" };
  g_autoptr (SeesawComparison) comparison = seesaw_comparison_new ();
  g_autoptr (SeesawComparison) renamed = NULL;
  const SeesawCompared *compared;

  add (comparison, "a", "{'lr': <0.01>}", 0.25);
  add (comparison, "b", "{'lr': <0.03>}", 0.5);
  renamed = seesaw_comparison_rename (comparison, names);
  g_assert_cmpstr (seesaw_comparison_get (renamed, 0)->run->name, ==, "a");
  compared = seesaw_comparison_get (renamed, 1);
  g_assert_cmpstr (compared->run->name, ==, "other");
  g_assert_cmpstr (compared->run->path, ==, "/somewhere/b.h5");
  g_assert_cmpuint (compared->run->n_samples, ==, 7);
  g_assert_cmpfloat (seesaw_measures_get (&compared->measures, yy), ==, 0.5);
  g_assert_true (seesaw_comparison_has_attribute (renamed, "lr"));
  g_assert_cmpstr (seesaw_comparison_get (comparison, 1)->run->name, ==, "b");
}

/* Not the start, however good; the first of equals; by γ = 0 for want of γ_ALG. */
static void
test_best_epoch (void)
{
  static const gint32 epochs[] = { 0, 1, 2, 3 };
  g_autoptr (SeesawRun) run = new_run ("a", "@a{sv} {}");
  SeesawAnalysis *analyses[4];
  gsize best;

  for (int has_alg = 0; has_alg < 2; has_alg++)
    {
      double highest = -1.0;

      for (gsize e = 0; e < 4; e++)
        analyses[e] = new_analysis (run, e, has_alg ? 0.5 : (double) NAN);

      best = seesaw_comparison_find_best_epoch (analyses, epochs, 4);
      g_assert_cmpuint (best, >, 0);
      for (gsize e = 1; e < 4; e++)
        {
          double score = seesaw_curve_at (analyses[e]->curve, has_alg ? 0.5 : 0.0).yy;

          g_assert_true (e >= best ||
                         score < seesaw_curve_at (analyses[best]->curve, has_alg ? 0.5 : 0.0).yy);
          highest = fmax (highest, score);
        }
      g_assert_cmpfloat (seesaw_curve_at (analyses[best]->curve, has_alg ? 0.5 : 0.0).yy, ==,
                         highest);
      for (gsize e = 0; e < 4; e++)
        seesaw_analysis_unref (analyses[e]);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/comparison/names", test_names);
  g_test_add_func ("/comparison/mean", test_mean);
  g_test_add_func ("/comparison/measures", test_measures);
  g_test_add_func ("/comparison/ids", test_ids);
  g_test_add_func ("/comparison/attributes", test_attributes);
  g_test_add_func ("/comparison/groups", test_groups);
  g_test_add_func ("/comparison/sort", test_sort);
  g_test_add_func ("/comparison/varying", test_varying);
  g_test_add_func ("/comparison/rename", test_rename);
  g_test_add_func ("/comparison/best-epoch", test_best_epoch);

  return g_test_run ();
}
