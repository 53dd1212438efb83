/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The page on which runs are compared, by itself on a session: when it asks, what it shows, and
 * what it says of a run that cannot be read.
 */

#include "config.h"

#include "page-fixture.h"

#include "seesaw-compare-bar.h"
#include "seesaw-compare-choices.h"
#include "seesaw-compare-figure.h"
#include "seesaw-compare-look.h"
#include "seesaw-compare-page.h"
#include "seesaw-compare-table.h"
#include "seesaw-result-table.h"

#include <glib/gstdio.h>
#include <string.h>

#define N_SWEEP 3

static GtkWidget *
part_of (PageFixture *self, const char *name)
{
  return fixture_child (self->page, SEESAW_TYPE_COMPARE_PAGE, name);
}

static GtkDropDown *
choice_of (PageFixture *self, const char *name)
{
  return GTK_DROP_DOWN (fixture_child (part_of (self, "bar"), SEESAW_TYPE_COMPARE_BAR, name));
}

static gboolean
is_idle (gpointer user_data)
{
  return !gtk_spinner_get_spinning (GTK_SPINNER (part_of (user_data, "spinner")));
}

static const char *
shown (PageFixture *self)
{
  return gtk_stack_get_visible_child_name (GTK_STACK (part_of (self, "stack")));
}

static const char *
chosen (PageFixture *self, const char *name)
{
  return gtk_string_object_get_string (gtk_drop_down_get_selected_item (choice_of (self, name)));
}

static void
choose (PageFixture *self, const char *name, const char *item)
{
  GListModel *items = gtk_drop_down_get_model (choice_of (self, name));

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    if (g_str_equal (gtk_string_list_get_string (GTK_STRING_LIST (items), i), item))
      {
        gtk_drop_down_set_selected (choice_of (self, name), i);
        return;
      }
  g_test_message ("there is no %s", item);
  g_test_fail ();
}

static guint
count_rows (PageFixture *self)
{
  GtkWidget *view = fixture_child (part_of (self, "table"), SEESAW_TYPE_COMPARE_TABLE, "view");
  GtkSelectionModel *rows = gtk_column_view_get_model (GTK_COLUMN_VIEW (view));

  return rows != NULL ? g_list_model_get_n_items (G_LIST_MODEL (rows)) : 0;
}

static gboolean
has_label (GtkWidget *widget, const char *text)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) &&
      g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text))
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (has_label (child, text))
      return TRUE;

  return FALSE;
}

static SeesawOpenRun *
open_run (PageFixture *self, const char *path)
{
  SeesawOpenRun *run = seesaw_open_run_new (path);

  seesaw_session_show (self->session, run,
                       fixture_read (run, seesaw_session_get_request (self->session)));

  return run;
}

static void
close_run (PageFixture *self, SeesawOpenRun *run)
{
  seesaw_session_close (self->session, run);
  fixture_assert_finalized (run);
}

/* The same numbers under the name of another file. */
static SeesawOpenRun *
open_copy (PageFixture *self)
{
  g_autofree char *path = fixture_copy_sample ();

  return open_run (self, path);
}

static void
close_copy (PageFixture *self, SeesawOpenRun *copy)
{
  g_autofree char *path = g_strdup (seesaw_open_run_get_path (copy));
  g_autofree char *folder = g_path_get_dirname (path);

  close_run (self, copy);
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
assert_compares (PageFixture *self, guint n_rows)
{
  g_assert_true (fixture_wait_until (is_idle, self));
  g_assert_cmpstr (shown (self), ==, "runs");
  g_assert_cmpuint (count_rows (self), ==, n_rows);
}

static void
test_few (PageFixture *self, gconstpointer type)
{
  SeesawOpenRun *copy;

  g_assert_cmpstr (shown (self), ==, "few");
  copy = open_copy (self);
  g_assert_false (is_idle (self));
  assert_compares (self, 2);
  close_copy (self, copy);
  g_assert_cmpstr (shown (self), ==, "few");
  g_assert_cmpuint (count_rows (self), ==, 0);
}

static char *
expect_cell (PageFixture *self, const SeesawCompareRequest *request, SeesawMetric metric)
{
  g_autoptr (SeesawComparison) comparison = seesaw_comparison_new ();
  g_autoptr (GError) error = NULL;
  SeesawMean mean;
  double value;

  seesaw_compare_run (self->run, request, comparison, NULL, &error);
  g_assert_no_error (error);
  value = seesaw_measures_get (&seesaw_comparison_get (comparison, 0)->measures, metric);
  mean = seesaw_mean_of (&value, 1);

  return seesaw_result_cell_format (metric, &mean);
}

static void
assert_shows (PageFixture *self, const SeesawCompareRequest *request, SeesawQuantity quantity)
{
  g_assert_true (fixture_wait_until (is_idle, self));
  fixture_wait_ms (100);
  for (int v = SEESAW_VARIANT_PRETRAINED; v <= SEESAW_VARIANT_ORACLE; v++)
    {
      g_autofree char *cell =
          expect_cell (self, request, (SeesawMetric){ quantity, (SeesawVariant) v });

      if (!has_label (part_of (self, "table"), cell))
        g_error ("%s is not in the table", cell);
    }
}

/* What is in the table is what the comparison says, whatever is chosen. */
static void
test_numbers (PageFixture *self, gconstpointer type)
{
  SeesawCompareRequest request = { .choice = SEESAW_EPOCH_LAST, .top_k = 1 };
  SeesawViewRequest way = seesaw_session_get_request (self->session);
  SeesawOpenRun *copy = open_copy (self);

  assert_compares (self, 2);
  g_assert_cmpstr (chosen (self, "metric"), ==, "Acc Y/Y, +ALG");
  g_assert_cmpstr (chosen (self, "x_axis"), ==, "File");
  assert_shows (self, &request, SEESAW_QUANTITY_YY);
  choose (self, "metric", "Acc U/Y, +PCV");
  assert_shows (self, &request, SEESAW_QUANTITY_UY);

  choose (self, "epoch", "Epoch 3");
  request.choice = SEESAW_EPOCH_NUMBER;
  request.number = 3;
  assert_shows (self, &request, SEESAW_QUANTITY_UY);
  choose (self, "epoch", "Best epoch, by Y/Y at γ_ALG");
  request.choice = SEESAW_EPOCH_BEST;
  assert_shows (self, &request, SEESAW_QUANTITY_UY);

  way.top_k = request.top_k = SEESAW_TOP_K;
  way.average = request.average = SEESAW_AVERAGE_CLASS;
  seesaw_session_set_request (self->session, &way);
  seesaw_session_show (self->session, self->run, fixture_read (self->run, way));
  assert_shows (self, &request, SEESAW_QUANTITY_UY);
  close_copy (self, copy);
}

/* Repetitions share a row if they are one point of the figure. */
static void
test_rows (PageFixture *self, gconstpointer type)
{
  GtkWidget *rows = fixture_child (part_of (self, "table"), SEESAW_TYPE_COMPARE_TABLE, "rows");
  SeesawOpenRun *copy = open_copy (self);

  assert_compares (self, 2);
  choose (self, "x_axis", "Run");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (rows), 1);
  g_assert_cmpuint (count_rows (self), ==, 1);
  choose (self, "splits", "File");
  g_assert_cmpuint (count_rows (self), ==, 2);
  choose (self, "splits", "None");
  g_assert_cmpuint (count_rows (self), ==, 1);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (rows), 0);
  g_assert_cmpuint (count_rows (self), ==, 2);
  close_copy (self, copy);
}

/* The last of several choices is what is shown. */
static void
test_supersedes (PageFixture *self, gconstpointer type)
{
  SeesawCompareRequest request = { SEESAW_EPOCH_NUMBER, 4, 1, SEESAW_AVERAGE_SAMPLE };
  SeesawOpenRun *copy = open_copy (self);

  for (gint32 epoch = 0; epoch <= request.number; epoch++)
    {
      g_autofree char *item = g_strdup_printf ("Epoch %d", epoch);

      choose (self, "epoch", item);
    }
  assert_compares (self, 2);
  assert_shows (self, &request, SEESAW_QUANTITY_YY);
  close_copy (self, copy);
}

/* A window finds the keyboard another place in its next frame, and holds what is hidden until then.
 */
static void
hide (PageFixture *self)
{
  gtk_widget_set_visible (self->page, FALSE);
  fixture_wait_ms (300);
}

static void
test_waits_while_hidden (PageFixture *self, gconstpointer type)
{
  SeesawOpenRun *copy;

  hide (self);
  copy = open_copy (self);
  g_assert_true (is_idle (self));
  gtk_widget_set_visible (self->page, TRUE);
  g_assert_false (is_idle (self));
  hide (self);
  g_assert_true (fixture_wait_until (is_idle, self));
  g_assert_cmpuint (count_rows (self), ==, 0);
  gtk_widget_set_visible (self->page, TRUE);
  assert_compares (self, 2);

  /* Being seen again is no reason to ask again. */
  hide (self);
  gtk_widget_set_visible (self->page, TRUE);
  g_assert_true (is_idle (self));

  hide (self);
  close_copy (self, copy);
  gtk_widget_set_visible (self->page, TRUE);
  g_assert_cmpstr (shown (self), ==, "few");
}

static void
on_error (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  char **message = user_data;

  g_free (*message);
  *message = g_variant_dup_string (parameter, NULL);
}

/* What is wrong with one run is said, and does not stop the others. */
static void
test_error (PageFixture *self, gconstpointer type)
{
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) action = g_simple_action_new ("show-error", G_VARIANT_TYPE_STRING);
  g_autofree char *message = NULL;
  SeesawOpenRun *copy = open_copy (self);
  SeesawOpenRun *none = seesaw_open_run_new ("/nonexistent/run.h5");

  g_signal_connect (action, "activate", G_CALLBACK (on_error), &message);
  g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (action));
  gtk_widget_insert_action_group (GTK_WIDGET (self->window), "win", G_ACTION_GROUP (actions));

  seesaw_session_show (self->session, none, fixture_view_of_nothing ("none", 4, 0, 0));
  assert_compares (self, 2);
  g_assert_nonnull (message);
  g_assert_nonnull (strstr (message, "/nonexistent/run.h5"));
  close_run (self, none);
  assert_compares (self, 2);
  close_copy (self, copy);
}

/* Of a sweep, what was varied is along x, without being told. */
static void
test_sweep (PageFixture *self, gconstpointer type)
{
  static const char *const names[N_SWEEP] = { "sweep-adam-0.0001.h5", "sweep-adam-0.001.h5",
                                              "sweep-sgd-0.001.h5" };
  SeesawOpenRun *runs[N_SWEEP];

  for (int i = 0; i < N_SWEEP; i++)
    {
      g_autofree char *path = g_build_filename (g_getenv ("SEESAW_SHARED"), names[i], NULL);

      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        {
          g_test_skip ("there are no runs sweep-*.h5 in ../shared/data");
          return;
        }
    }

  for (int i = 0; i < N_SWEEP; i++)
    {
      g_autofree char *path = g_build_filename (g_getenv ("SEESAW_SHARED"), names[i], NULL);

      runs[i] = open_run (self, path);
    }
  /* A metric that only one of them has is not what is shown first. */
  assert_compares (self, N_SWEEP + 1);
  g_assert_cmpstr (chosen (self, "metric"), ==, "Acc Y/Y, Fine-tuned");
  seesaw_session_close (self->session, self->run);
  assert_compares (self, N_SWEEP);
  g_assert_cmpstr (chosen (self, "x_axis"), ==, "Learning rate");
  g_assert_cmpstr (chosen (self, "splits"), ==, "Optimizer");
  g_assert_cmpstr (chosen (self, "metric"), ==, "Acc Y/Y, Fine-tuned");
  for (int i = 0; i < N_SWEEP; i++)
    close_run (self, runs[i]);
}

/* Whether the menu lets one choose a logarithmic axis. */
static void
assert_takes_log (PageFixture *self, double learning_rate, gboolean takes)
{
  g_autoptr (SeesawView) read = fixture_read (self->run, (SeesawViewRequest){ .top_k = 1 });
  g_autoptr (SeesawComparison) comparison = seesaw_comparison_new ();
  GtkWidget *look = g_object_ref_sink (g_object_new (SEESAW_TYPE_COMPARE_LOOK, NULL));
  const guint *changed = fixture_count (look, "changed");

  for (int i = 1; i <= 2; i++)
    {
      g_autoptr (SeesawView) view = fixture_view_of_nothing ("a", 4, SEESAW_SCORE_LOGIT, 0);

      g_variant_unref (view->run->attributes);
      view->run->attributes =
          g_variant_ref_sink (g_variant_new_parsed ("{'learning_rate': <%d>}", i * learning_rate));
      seesaw_comparison_add (comparison, view->run, NULL, read->now, NULL);
    }
  seesaw_compare_look_set_comparison (SEESAW_COMPARE_LOOK (look), comparison, "learning_rate");

  gtk_widget_activate_action (look, "compare.log-scale", "s", "log");
  g_assert_cmpuint (*changed, ==, takes);
  g_assert_finalize_object (look);
}

static void
test_scale (PageFixture *self, gconstpointer type)
{
  assert_takes_log (self, 0.1, TRUE);
  assert_takes_log (self, 0.0, FALSE);
}

typedef void (*Test) (PageFixture *self, gconstpointer type);

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    Test test;
  } tests[] = {
    { "/compare-page/session", page_test_session_is_set_once },
    { "/compare-page/few", test_few },
    { "/compare-page/numbers", test_numbers },
    { "/compare-page/rows", test_rows },
    { "/compare-page/supersedes", test_supersedes },
    { "/compare-page/hidden", test_waits_while_hidden },
    { "/compare-page/error", test_error },
    { "/compare-page/sweep", test_sweep },
    { "/compare-page/scale", test_scale },
  };
  GType type;

  g_test_init (&argc, &argv, NULL);
  adw_init ();
  type = SEESAW_TYPE_COMPARE_PAGE;
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, PageFixture, &type, page_set_up, tests[i].test, page_tear_down);

  return g_test_run ();
}
