/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The paper's figures 7, 8 and 9 from real runs. */

#include "check.h"
#include "seesaw-compare-run.h"
#include "seesaw-figure-compare.h"

#include <string.h>

static const char *reference_folder;
static const char *runs_folder;

static const SeesawMetric start = { SEESAW_QUANTITY_YY, SEESAW_VARIANT_PRETRAINED };
static const SeesawMetric tuned = { SEESAW_QUANTITY_YY, SEESAW_VARIANT_FINE_TUNED };
static const SeesawMetric alg = { SEESAW_QUANTITY_YY, SEESAW_VARIANT_ALG };
static const SeesawMetric oracle = { SEESAW_QUANTITY_YY, SEESAW_VARIANT_ORACLE };

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
  SeesawTheme theme = seesaw_theme_print (9.0);
  g_autoptr (SeesawComparison) comparison = load (prefixes);
  g_autoptr (SeesawScene) scene = NULL;

  if (comparison->runs->len == 0)
    {
      g_test_skip ("the real runs are not here");
      return;
    }

  of_runs.comparison = comparison;
  scene = seesaw_compare_new_scene (&of_runs);
  check_scene (scene, &theme, reference_folder, name);
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
test_sorted_methods (void)
{
  check_real (
      (const char *const[]){ "glyphs", "method-", NULL },
      &(const SeesawCompareSubject){ NULL, &alg, 1, "method", NULL,
                                     .way = { SEESAW_COMPARE_BARS, SEESAW_COMPARE_SORT_VALUE } },
      "compare-bars-by-value.png");
}

static void
test_repeats (void)
{
  const SeesawMetric metrics[] = { tuned, oracle };

  check_real (
      (const char *const[]){ "sweep-", NULL },
      &(const SeesawCompareSubject){ NULL, metrics, 2, "optimizer", NULL,
                                     .way = { SEESAW_COMPARE_BARS, SEESAW_COMPARE_SORT_VALUE } },
      "compare-bars-repeats.png");
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
  g_test_add_func ("/compare/methods", test_methods);
  g_test_add_func ("/compare/sorted-methods", test_sorted_methods);
  g_test_add_func ("/compare/repeats", test_repeats);
  g_test_add_func ("/compare/seen-classes", test_seen_classes);
  g_test_add_func ("/compare/optimizers", test_optimizers);

  return g_test_run ();
}
