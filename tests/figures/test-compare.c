/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Made up runs over what they differ in. */

#include "check.h"
#include "seesaw-compare-points.h"
#include "seesaw-page.h"
#include "seesaw-style-scene.h"
#include "view.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

static const char *reference_folder;

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

  check_scene (scene, &theme, reference_folder, name);
}

static void
check_grey_picture (const SeesawCompareSubject *subject, const char *name)
{
  g_autoptr (SeesawScene) scene = seesaw_compare_new_scene (subject);
  g_auto (SeesawFigureStyle) style = { 0 };
  g_autoptr (GError) error = NULL;
  SeesawTheme theme;

  seesaw_style_init (&style);
  style.palette = SEESAW_PALETTE_GREYSCALE;
  g_assert_true (seesaw_style_apply (&style, &(SeesawPanel){ scene, NULL }, &error));
  g_assert_no_error (error);
  theme = seesaw_style_get_theme (&style, "Sans");
  check_scene (scene, &theme, reference_folder, name);
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
test_bars (void)
{
  g_autoptr (SeesawComparison) comparison = new_comparison ();
  const SeesawMetric metrics[] = { tuned, alg, start };
  SeesawCompareSubject subject = { comparison, metrics, 3, "learning_rate", "method" };

  subject.way.marks = SEESAW_COMPARE_BARS;
  subject.way.sort = SEESAW_COMPARE_SORT_VALUE;
  check_picture (&subject, "compare-bars.png");
  subject.metrics = &tuned;
  subject.n_metrics = 1;
  subject.way.sort = SEESAW_COMPARE_SORT_AUTO;
  subject.way.scale = SEESAW_COMPARE_SCALE_LOG;
  check_grey_picture (&subject, "compare-bars-greyscale.png");
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

/* The columns of a table that say which point a row is of. */
static char *
list_rows (const SeesawCompareSubject *subject)
{
  g_autofree char *csv = seesaw_compare_to_csv (subject);
  g_auto (GStrv) lines = g_strsplit (g_strchomp (csv), "\n", -1);
  GString *text = g_string_new (NULL);

  for (char **line = lines + 1; *line != NULL; line++)
    g_string_append_printf (text, "%.*s ", (int) strcspn (*line, ","), *line);

  return g_strchomp (g_string_free (text, FALSE));
}

/* Two are equal, and one is not known. */
static SeesawComparison *
new_unsorted (void)
{
  static const struct
  {
    const char *method;
    int layers;
    double yy;
  } runs[] = {
    { "carrot", 10, 0.3 }, { "apple", -1, 0.3 }, { "date", 2, NAN }, { "banana", 0, 0.5 }
  };
  const SeesawViewRequest request = { .top_k = 1 };
  g_autoptr (SeesawView) view = view_new (&request);
  SeesawComparison *comparison = seesaw_comparison_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (runs); i++)
    {
      g_autofree char *attributes = g_strdup_printf ("{'method': <'%s'>, 'layers': <int64 %d>}",
                                                     runs[i].method, runs[i].layers);

      add (comparison, view->now, view->run, runs[i].method, attributes, runs[i].yy);
    }

  return comparison;
}

static void
test_sorted (void)
{
  static const struct
  {
    SeesawCompareSort sort;
    const char *methods;
    const char *layers;
  } cases[] = {
    { SEESAW_COMPARE_SORT_AUTO, "carrot apple date banana", "-1 0 2 10" },
    { SEESAW_COMPARE_SORT_ATTRIBUTE, "apple banana carrot date", "-1 0 2 10" },
    { SEESAW_COMPARE_SORT_ATTRIBUTE_DOWN, "date carrot banana apple", "10 2 0 -1" },
    { SEESAW_COMPARE_SORT_VALUE, "banana apple carrot date", "0 -1 10 2" },
    { SEESAW_COMPARE_SORT_VALUE_UP, "apple carrot banana date", "-1 10 0 2" },
    { SEESAW_COMPARE_SORT_RUNS, "carrot apple date banana", "10 -1 2 0" },
  };
  g_autoptr (SeesawComparison) comparison = new_unsorted ();
  const SeesawMetric metrics[] = { tuned, start };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (int x = 0; x < 2; x++)
      {
        const SeesawCompareSubject subject = { comparison, metrics,
                                               2,          x ? "layers" : "method",
                                               NULL,       .way.sort = cases[i].sort };
        g_autofree char *rows = list_rows (&subject);
        const char *expected = x ? cases[i].layers : cases[i].methods;

        /* First those of a metric that one of them lacks, then all four. */
        g_assert_true (g_str_has_suffix (rows, expected));
      }
}

/* What no run has takes no room, and puts nothing in order. */
static void
test_undefined (void)
{
  g_autoptr (SeesawComparison) comparison = new_unsorted ();
  const SeesawMetric metrics[] = { oracle, tuned };
  const SeesawCompareSubject subject = {
    comparison, metrics, 2, "method", NULL, { SEESAW_COMPARE_BARS, SEESAW_COMPARE_SORT_VALUE }
  };
  g_autoptr (SeesawComparePoints) points = seesaw_compare_points_new (&subject);

  g_assert_cmpuint (points->series->len, ==, 1);
  g_assert_cmpint (seesaw_compare_points_get_series (points, 0)->metric.variant, ==,
                   SEESAW_VARIANT_FINE_TUNED);
  g_assert_cmpuint (points->points->len, ==, 3);
  g_assert_cmpstr (seesaw_compare_points_get (points, 0)->text, ==, "banana");
  g_assert_cmpfloat (seesaw_compare_points_get (points, 0)->x, ==, 0.0);
}

/* Where a metric is known of one method only, the other is listed all the same. */
static void
test_partly_defined (void)
{
  g_autoptr (SeesawComparison) comparison = new_unsorted ();
  const SeesawMetric metrics[] = { alg, tuned };
  const SeesawCompareSubject subject = { comparison, metrics, 2, "layers", "method" };
  const char *const names[] = { "apple", "banana", "carrot", "+ALG", "Fine-tuned" };
  g_autoptr (SeesawScene) scene = NULL;
  guint n = 0;

  for (guint i = 0; i < comparison->runs->len; i++)
    {
      SeesawCompared *compared = g_ptr_array_index (comparison->runs, i);

      if (!g_str_equal (compared->run->name, "carrot"))
        compared->measures.values[SEESAW_VARIANT_ALG][SEESAW_QUANTITY_YY] = (double) NAN;
    }

  scene = seesaw_compare_new_scene (&subject);
  for (guint i = 0; i < scene->marks->len; i++)
    {
      const SeesawMark *mark = g_ptr_array_index (scene->marks, i);

      for (gsize k = 0; mark->legend != NULL && k < G_N_ELEMENTS (names); k++)
        n += g_str_equal (mark->legend, names[k]);
    }
  g_assert_cmpuint (n, ==, G_N_ELEMENTS (names));
}

/* What a scale cannot show, it is not asked to. */
static void
test_scales (void)
{
  static const struct
  {
    const char *x;
    SeesawCompareMarks marks;
    SeesawCompareSort sort;
    SeesawCompareScale scale;
    SeesawAxisFormat format;
  } cases[] = {
    { "layers", 0, 0, SEESAW_COMPARE_SCALE_AUTO, SEESAW_AXIS_INTEGER },
    { "layers", 0, 0, SEESAW_COMPARE_SCALE_LOG, SEESAW_AXIS_INTEGER },
    { "layers", 0, 0, SEESAW_COMPARE_SCALE_NAMES, SEESAW_AXIS_NAMES },
    { "layers", 0, SEESAW_COMPARE_SORT_VALUE, SEESAW_COMPARE_SCALE_LINEAR, SEESAW_AXIS_NAMES },
    { "layers", SEESAW_COMPARE_BARS, 0, SEESAW_COMPARE_SCALE_AUTO, SEESAW_AXIS_NAMES },
    { "layers", SEESAW_COMPARE_BARS, 0, SEESAW_COMPARE_SCALE_LOG, SEESAW_AXIS_NAMES },
    { "layers", SEESAW_COMPARE_BARS, 0, SEESAW_COMPARE_SCALE_LINEAR, SEESAW_AXIS_INTEGER },
    { "seen_classes", 0, 0, SEESAW_COMPARE_SCALE_LOG, SEESAW_AXIS_LOG },
    { "method", 0, 0, SEESAW_COMPARE_SCALE_LINEAR, SEESAW_AXIS_NAMES },
    { "nothing", SEESAW_COMPARE_BARS, 0, SEESAW_COMPARE_SCALE_LOG, SEESAW_AXIS_NAMES },
  };
  g_autoptr (SeesawComparison) comparison = new_unsorted ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const SeesawCompareSubject subject = {
        comparison, &start, 1, cases[i].x, NULL, { cases[i].marks, cases[i].sort, cases[i].scale }
      };
      g_autoptr (SeesawComparePoints) points = seesaw_compare_points_new (&subject);
      g_autoptr (SeesawScene) scene = seesaw_compare_new_scene (&subject);

      g_assert_cmpint (points->format, ==, cases[i].format);
      g_assert_cmpint (scene->axes[0].format, ==, cases[i].format);
      g_assert_cmpfloat (scene->axes[0].scale.low, <, scene->axes[0].scale.high);
    }
}

static const SeesawMark *
get_bar (const SeesawScene *scene, guint index)
{
  for (guint i = 0; i < scene->marks->len; i++)
    {
      const SeesawMark *mark = g_ptr_array_index (scene->marks, i);

      if (mark->kind == SEESAW_MARK_BARS && mark->n == 1 &&
          mark->style.fill != SEESAW_FILL_OUTLINED && index-- == 0)
        return mark;
    }

  return NULL;
}

/* No two entries of the legend have one swatch: with colours for runs or for metrics, and in grey.
 */
static void
check_swatches (const SeesawCompareSubject *subject, SeesawPalette palette)
{
  g_autoptr (SeesawScene) scene = seesaw_compare_new_scene (subject);
  g_auto (SeesawFigureStyle) style = { 0 };
  g_autoptr (GPtrArray) entries = g_ptr_array_new ();

  seesaw_style_init (&style);
  style.palette = palette;
  g_assert_true (seesaw_style_apply (&style, &(SeesawPanel){ scene, NULL }, NULL));
  for (guint i = 0; i < scene->marks->len; i++)
    {
      SeesawMark *mark = g_ptr_array_index (scene->marks, i);

      if (mark->kind == SEESAW_MARK_BARS && mark->legend != NULL)
        g_ptr_array_add (entries, mark);
    }
  g_assert_cmpuint (entries->len, >=, subject->n_metrics);

  for (guint i = 0; i < entries->len; i++)
    for (guint j = 0; j < i; j++)
      {
        const SeesawStyle *a = &((const SeesawMark *) entries->pdata[i])->style;
        const SeesawStyle *b = &((const SeesawMark *) entries->pdata[j])->style;

        g_assert_true (a->fill != b->fill || a->opacity != b->opacity ||
                       (palette != SEESAW_PALETTE_GREYSCALE && a->color != b->color));
      }
}

static void
test_swatches (void)
{
  static const SeesawMetric all[] = {
    { SEESAW_QUANTITY_YY, SEESAW_VARIANT_FINE_TUNED },
    { SEESAW_QUANTITY_SY, SEESAW_VARIANT_FINE_TUNED },
    { SEESAW_QUANTITY_UY, SEESAW_VARIANT_FINE_TUNED },
    { SEESAW_QUANTITY_H, SEESAW_VARIANT_FINE_TUNED },
    { SEESAW_QUANTITY_SS, SEESAW_VARIANT_FINE_TUNED },
    { SEESAW_QUANTITY_UU, SEESAW_VARIANT_FINE_TUNED },
    { SEESAW_QUANTITY_YY, SEESAW_VARIANT_ALG },
  };
  static const SeesawMetric starts[] = {
    { SEESAW_QUANTITY_YY, SEESAW_VARIANT_PRETRAINED },
    { SEESAW_QUANTITY_SY, SEESAW_VARIANT_PRETRAINED },
    { SEESAW_QUANTITY_YY, SEESAW_VARIANT_FINE_TUNED },
    { SEESAW_QUANTITY_SY, SEESAW_VARIANT_FINE_TUNED },
    { SEESAW_QUANTITY_UY, SEESAW_VARIANT_PRETRAINED },
    { SEESAW_QUANTITY_UY, SEESAW_VARIANT_FINE_TUNED },
  };
  g_autoptr (SeesawComparison) comparison = new_comparison ();
  SeesawCompareSubject subject = { comparison,      all,  G_N_ELEMENTS (all),
                                   "learning_rate", NULL, .way.marks = SEESAW_COMPARE_BARS };

  check_swatches (&subject, SEESAW_PALETTE_OKABE_ITO);
  check_swatches (&subject, SEESAW_PALETTE_GREYSCALE);
  subject.split = "method";
  check_swatches (&subject, SEESAW_PALETTE_OKABE_ITO);
  for (int q = SEESAW_QUANTITY_SY; q <= SEESAW_QUANTITY_UY; q++)
    ((SeesawCompared *) g_ptr_array_index (comparison->runs, 0))
        ->measures.values[SEESAW_VARIANT_PRETRAINED][q] = 0.4;
  subject.metrics = starts;
  subject.n_metrics = G_N_ELEMENTS (starts);
  check_swatches (&subject, SEESAW_PALETTE_OKABE_ITO);
  subject.split = NULL;
  check_swatches (&subject, SEESAW_PALETTE_OKABE_ITO);
}

/* A page is so high that names can be read. */
static void
test_names (void)
{
  g_autoptr (SeesawComparison) comparison = new_comparison ();
  const SeesawCompareSubject subject = { comparison, &tuned, 1, "name", NULL };
  const SeesawPageContent content = { .compare = &subject };
  g_auto (SeesawFigureStyle) style = { 0 };
  g_autoptr (SeesawPage) page = NULL;
  g_autoptr (SeesawPlotLayout) layout = NULL;
  guint n_names = 0;

  seesaw_style_init (&style);
  page = seesaw_page_new (&content, &style, NULL);
  layout = seesaw_plot_layout_new (seesaw_page_get_grid (page)->panels[0].scene,
                                   seesaw_page_get_theme (page), seesaw_page_get_width (page),
                                   seesaw_page_get_height (page));
  check_layout (layout);
  for (guint i = 0; i < layout->texts->len; i++)
    {
      const SeesawText *text = g_ptr_array_index (layout->texts, i);
      const char *plain = pango_layout_get_text (text->layout);

      n_names += strstr (plain, " try ") != NULL && strstr (plain, "at 0.0") != NULL;
      g_assert_null (strstr (plain, "…"));
    }
  g_assert_cmpuint (n_names, ==, comparison->runs->len);
}

/* From 0, whichever way: γ* of −2 and 3. Two standard bars beside each other do not overlap. */
static void
test_negative (void)
{
  static const SeesawMetric gamma = { SEESAW_QUANTITY_GAMMA, SEESAW_VARIANT_ORACLE };
  g_autoptr (SeesawComparison) comparison = new_unsorted ();
  const SeesawCompareSubject subject = { comparison, &gamma, 1,
                                         "method",   NULL,   .way.marks = SEESAW_COMPARE_BARS };
  g_autoptr (SeesawScene) scene = NULL;

  for (guint i = 0; i < comparison->runs->len; i++)
    ((SeesawCompared *) g_ptr_array_index (comparison->runs, i))
        ->measures.values[SEESAW_VARIANT_ORACLE][SEESAW_QUANTITY_GAMMA] = i == 0   ? -2.0
                                                                          : i == 1 ? 3.0
                                                                                   : (double) NAN;
  scene = seesaw_compare_new_scene (&subject);

  g_assert_cmpfloat (get_bar (scene, 0)->y[0], ==, 0.0);
  g_assert_cmpfloat (get_bar (scene, 0)->y1[0], ==, -2.0);
  g_assert_cmpfloat (get_bar (scene, 1)->y[0], ==, 0.0);
  g_assert_cmpfloat (get_bar (scene, 1)->y1[0], ==, 3.0);
  g_assert_null (get_bar (scene, 2));
  g_assert_cmpfloat (get_bar (scene, 0)->x1[0], <=, get_bar (scene, 1)->x[0]);
  g_assert_cmpfloat (scene->axes[1].scale.low, <=, -2.0);
  g_assert_cmpfloat (scene->axes[1].scale.high, >=, 3.0);
}

/* Where each series, or each point, is one run, it looks like that. */
static void
test_styles (void)
{
  static const SeesawRunStyle styles[] = {
    { SEESAW_COLOR_CUSTOM | 0x112233, SEESAW_MARKER_CROSS, SEESAW_DASH_LONG },
    { SEESAW_COLOR_CUSTOM | 0x445566, SEESAW_MARKER_PLUS, SEESAW_DASH_DOT },
    { SEESAW_COLOR_CUSTOM | 0x778899, SEESAW_MARKER_WEDGE, SEESAW_DASH_SHORT },
    { SEESAW_COLOR_CUSTOM | 0xaabbcc, SEESAW_MARKER_SQUARE, SEESAW_DASH_NONE },
  };
  static const struct
  {
    const char *x;
    const char *split;
    gsize n_metrics;
    gboolean is_own;
  } cases[] = {
    { "name", NULL, 1, TRUE },
    { "method", NULL, 1, TRUE },
    { "layers", NULL, 1, FALSE },
    { "layers", "name", 1, TRUE },
    { "layers", "name", 2, TRUE },
    { "name", NULL, 2, FALSE },
    { "name", "seen_classes", 1, FALSE },
  };
  g_autoptr (SeesawComparison) comparison = new_unsorted ();
  const SeesawMetric metrics[] = { alg, tuned };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const SeesawCompareSubject subject = { comparison, metrics,        cases[i].n_metrics,
                                             cases[i].x, cases[i].split, { 0 },
                                             styles };
      g_autoptr (SeesawCompareSubject) copy = seesaw_compare_subject_copy (&subject);
      g_autoptr (SeesawComparePoints) points = seesaw_compare_points_new (copy);

      for (guint p = 0; p < points->points->len; p++)
        {
          const SeesawComparePoint *point = seesaw_compare_points_get (points, p);

          g_assert_cmpint (point->run, >=, 0);
          g_assert_cmpint (point->style.color == styles[point->run].color, ==, cases[i].is_own);
          if (cases[i].is_own)
            g_assert_cmpint (point->style.marker, ==, styles[point->run].marker);
        }
    }
}

/* 20, 23 and 26 % are 23 % ± 3 % (with n − 1). Where numbers of runs differ, names say so. */
static void
test_counts (void)
{
  g_autoptr (SeesawComparison) comparison = new_comparison ();
  SeesawCompareSubject subject = { comparison,      &tuned,   1,
                                   "learning_rate", "method", .way.marks = SEESAW_COMPARE_BARS };
  g_autoptr (SeesawScene) scene = seesaw_compare_new_scene (&subject);
  SeesawTheme theme = seesaw_theme_print (8.0);
  g_autoptr (SeesawPlotLayout) layout = seesaw_plot_layout_new (scene, &theme, 400.0, 300.0);
  g_autofree char *line = seesaw_compare_read_out (&subject, layout, 0.0, 0.0);
  g_autoptr (SeesawScene) by_seed = NULL;

  g_assert_cmpstr (
      line, ==,
      "Learning rate 0.0001   probing & more   Acc Y/Y, Fine-tuned 23.0 ± 3.0 (n\u00a0=\u00a03)");
  g_assert_nonnull (strstr (g_array_index (scene->axes[0].names, SeesawName, 0).text,
                            "0.0001 (n\u00a0=\u00a03)"));
  g_assert_nonnull (
      strstr (g_array_index (scene->axes[0].names, SeesawName, 1).text, "0.001 (n\u00a0=\u00a01)"));

  subject.way.sort = SEESAW_COMPARE_SORT_VALUE;
  subject.x = "method";
  subject.split = NULL;
  by_seed = seesaw_compare_new_scene (&subject);
  g_assert_cmpstr (g_array_index (by_seed->axes[0].names, SeesawName, 0).text, ==,
                   "tuning &amp; more (n\u00a0=\u00a07)");
  g_assert_cmpstr (g_array_index (by_seed->axes[0].names, SeesawName, 1).text, ==,
                   "probing &amp; more (n\u00a0=\u00a04)");
}

/* At many sizes, whatever stands on x; and there is an answer everywhere. */
static void
test_layout (void)
{
  static const char *const xs[] = { "learning_rate", "method", "name", "seed" };
  g_autoptr (SeesawComparison) comparison = new_comparison ();
  const SeesawMetric metrics[] = { start, tuned, alg };

  for (gsize i = 0; i < G_N_ELEMENTS (xs); i++)
    for (int way = 0; way < 4; way++)
      {
        const SeesawCompareSubject subject = { comparison,
                                               metrics,
                                               3,
                                               xs[i],
                                               way % 2 == 1 ? "method" : NULL,
                                               .way.marks = way / 2 == 1 ? SEESAW_COMPARE_BARS
                                                                         : SEESAW_COMPARE_POINTS };
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

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  reference_folder = argc > 1 ? argv[1] : "reference";
  g_test_add_func ("/compare/made-up", test_made_up);
  g_test_add_func ("/compare/bars", test_bars);
  g_test_add_func ("/compare/swatches", test_swatches);
  g_test_add_func ("/compare/names", test_names);
  g_test_add_func ("/compare/points", test_points);
  g_test_add_func ("/compare/sorted", test_sorted);
  g_test_add_func ("/compare/undefined", test_undefined);
  g_test_add_func ("/compare/partly-defined", test_partly_defined);
  g_test_add_func ("/compare/scales", test_scales);
  g_test_add_func ("/compare/negative", test_negative);
  g_test_add_func ("/compare/styles", test_styles);
  g_test_add_func ("/compare/counts", test_counts);
  g_test_add_func ("/compare/formats", test_formats);
  g_test_add_func ("/compare/layout", test_layout);
  g_test_add_func ("/compare/nothing", test_nothing);

  return g_test_run ();
}
