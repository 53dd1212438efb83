/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "seesaw-csv.h"
#include "seesaw-error.h"
#include "seesaw-table-classes.h"
#include "seesaw-table-curve.h"
#include "seesaw-table-drift.h"
#include "seesaw-table-history.h"

#include <math.h>
#include <string.h>

static void
test_cells (void)
{
  const char *const columns[] = { "a", "b,c" };
  const double numbers[] = { 0.1, NAN, -INFINITY };
  g_autoptr (GString) csv = g_string_new (NULL);

  seesaw_csv_add_header (csv, NULL, columns, G_N_ELEMENTS (columns));
  seesaw_csv_add_header (csv, NULL, columns, G_N_ELEMENTS (columns)); /* only once */
  seesaw_csv_add_text (csv, "say \"it\"");
  seesaw_csv_add_text (csv, NULL);
  seesaw_csv_add_text (csv, "two\nlines");
  seesaw_csv_add_text (csv, "품");
  seesaw_csv_end_row (csv);
  seesaw_csv_add_numbers (csv, numbers, G_N_ELEMENTS (numbers));
  seesaw_csv_add_single (csv, 0.1f);
  seesaw_csv_add_single (csv, (float) NAN);
  seesaw_csv_add_integer (csv, -7);
  seesaw_csv_end_row (csv);

  g_assert_cmpstr (csv->str, ==,
                   "a,\"b,c\"\n"
                   "\"say \"\"it\"\"\",,\"two\nlines\",품\n"
                   "0.10000000000000001,,-inf,0.100000001,,-7\n");
}

/* A first cell that is empty is a cell. */
static void
test_empty_first (void)
{
  g_autoptr (GString) csv = g_string_new (NULL);

  seesaw_csv_begin_row (csv, NULL);
  seesaw_csv_add_number (csv, (double) NAN);
  seesaw_csv_add_integer (csv, 1);
  seesaw_csv_end_row (csv);
  seesaw_csv_begin_row (csv, "x.h5");
  seesaw_csv_add_text (csv, NULL);
  seesaw_csv_end_row (csv);

  g_assert_cmpstr (csv->str, ==, ",1\nx.h5,\n");
}

static SeesawRun *
new_run (void)
{
  const guint8 seen[] = { 1, 0 };
  const gint32 epochs[] = { 0, 7 };
  g_autoptr (SeesawClasses) classes = seesaw_classes_new (seen, NULL, 2, NULL);

  return seesaw_run_new ("run.h5", "run", classes, epochs, 2);
}

/* A seen sample whose threshold is 1, and one without a label. */
static SeesawAnalysis *
new_analysis (const SeesawRun *run)
{
  const float logits[] = { 1, 0, 0, 0 };
  g_autoptr (SeesawSamples) samples = seesaw_samples_new (2);
  g_autoptr (SeesawEpoch) epoch = NULL;

  samples->label[1] = -1;
  seesaw_reduce_samples (run->classes, logits, SEESAW_SCALAR_F32, 0, 2, TRUE, samples);
  epoch = seesaw_epoch_new (1, samples, (double) NAN, 0);

  return seesaw_analysis_new (run, epoch, (double) NAN, 1, SEESAW_AVERAGE_SAMPLE);
}

static void
test_curve (void)
{
  g_autoptr (SeesawRun) run = new_run ();
  g_autoptr (SeesawAnalysis) analysis = new_analysis (run);
  g_autoptr (GString) csv = g_string_new (NULL);
  g_autoptr (GString) plain = g_string_new (NULL);

  seesaw_table_curve_append (analysis, run, csv, "run.h5");
  g_assert_cmpstr (csv->str, ==,
                   "file,epoch,gamma_from,sy,uy\n"
                   "run.h5,7,-inf,1,\n"
                   "run.h5,7,1,0,\n");

  seesaw_table_curve_append (analysis, NULL, plain, NULL);
  g_assert_true (g_str_has_prefix (plain->str, "gamma_from,sy,uy\n-inf,1,\n"));
}

/* Without names, samples, features or weights: empty, never 0. */
static void
test_classes (void)
{
  g_autoptr (SeesawRun) run = new_run ();
  g_autoptr (SeesawAnalysis) analysis = new_analysis (run);
  g_autoptr (SeesawClassTable) classes =
      seesaw_class_table_new (run->classes, analysis->epoch->test, 1);
  g_autoptr (GString) csv = g_string_new (NULL);
  SeesawTableClasses table = { .run = run, .index = 1, .gamma = 2.0, .classes = classes };
  const char *rows;

  seesaw_table_classes_append (&table, csv, NULL);
  rows = strchr (csv->str, '\n') + 1;
  g_assert_cmpstr (rows, ==,
                   "7,0,,1,1,1,2,0,-1,,,,,1,,1\n"
                   "7,1,,0,0,,2,,,,,,,,,\n");
}

/* Epochs that were not analysed have no row. */
static void
test_history (void)
{
  g_autoptr (SeesawRun) run = new_run ();
  g_autoptr (SeesawAnalysis) analysis = new_analysis (run);
  g_autoptr (SeesawHistory) history = seesaw_history_new (run);
  g_autoptr (GString) csv = g_string_new (NULL);
  g_auto (GStrv) lines = NULL;
  g_auto (GStrv) head = NULL;
  g_auto (GStrv) row = NULL;

  seesaw_history_set (history, SEESAW_SCORE_LOGIT, 1, analysis);
  seesaw_history_set (history, SEESAW_SCORE_LOGIT, 1, analysis); /* instead of the first */
  history->spreads[1] = seesaw_spread_of (run->classes, analysis->epoch->test);
  seesaw_table_history_append (history, run->classes, SEESAW_SCORE_LOGIT, 2.0, csv, NULL);

  lines = g_strsplit (csv->str, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 3);
  head = g_strsplit (lines[0], ",", -1);
  row = g_strsplit (lines[1], ",", -1);
  g_assert_cmpuint (g_strv_length (head), ==, g_strv_length (row));
  g_assert_true (g_str_has_prefix (lines[1], "7,1,1,,1,,,2,0,0,,,"));
}

static void
test_drift (void)
{
  g_autoptr (SeesawRun) run = new_run ();
  g_autoptr (SeesawDrift) drift = seesaw_drift_new (2, 2);
  g_autoptr (SeesawDriftSums) sums = seesaw_drift_begin (drift, run->classes);
  g_autoptr (GString) csv = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  const double then[] = { 0, 0, 1, 1 };
  const double now[] = { 0, 3, 1, 1 };

  seesaw_drift_add (sums, now, then, SEESAW_SCALAR_F64, 0, 2);
  seesaw_drift_end (sums, NULL, NULL);
  g_assert_true (seesaw_table_drift_append (drift, run, 1, csv, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (csv->str, ==, "epoch,class,name,0,1\n7,0,,1,\n7,1,,,\n");

  g_assert_false (seesaw_table_drift_append (drift, run, 0, csv, NULL, &error));
  g_assert_error (error, SEESAW_ERROR, SEESAW_ERROR_ARGUMENT);
  g_assert_nonnull (strstr (error->message, "run.h5: "));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/tables/cells", test_cells);
  g_test_add_func ("/tables/empty-first", test_empty_first);
  g_test_add_func ("/tables/curve", test_curve);
  g_test_add_func ("/tables/classes", test_classes);
  g_test_add_func ("/tables/history", test_history);
  g_test_add_func ("/tables/drift", test_drift);

  return g_test_run ();
}
