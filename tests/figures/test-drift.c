/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The matrix of Δw, cell by cell. */

#include "seesaw-figure-drift.h"
#include "seesaw-number.h"
#include "view.h"

#include "seesaw-colormap.h"

#include <math.h>

static const SeesawViewRequest request = { .epoch = 3, .top_k = 1 };

/* cos (Δw_a, Δw_b), from unit vectors. */
static double
get_cosine (const SeesawDrift *drift, gint32 a, gint32 b)
{
  double sum = 0.0;

  for (gsize d = 0; d < drift->n_features; d++)
    sum += (double) drift->direction[(gsize) a * drift->n_features + d] *
           (double) drift->direction[(gsize) b * drift->n_features + d];

  return sum;
}

/* A cell is where rows and columns say it is, in the picture, under the pointer, in a tile and in
 * the table.
 */
static void
test_drift (void)
{
  const SeesawViewRequest way = { .epoch = 3, .top_k = 1, .order = SEESAW_ORDER_CLUSTER };
  g_autoptr (SeesawView) view = view_new (&way);
  const SeesawSubject subject = { .view = view, .selected = 4 };
  const SeesawDriftMap *map = view->map;
  g_autoptr (SeesawScene) scene = seesaw_figure_drift.new_scene (&subject);
  g_autoptr (SeesawScene) frame = seesaw_figure_drift_new_frame (&subject);
  const SeesawMark *image = view_get_mark (scene, SEESAW_MARK_IMAGE, 0);
  SeesawTheme theme = seesaw_theme_print (8.0);
  g_autoptr (SeesawPlotLayout) layout = seesaw_plot_layout_new (scene, &theme, 300.0, 240.0);
  guint32 pixels[VIEW_N_CLASSES * VIEW_N_CLASSES];
  SeesawColormap colors;
  const gsize n = VIEW_N_CLASSES;

  seesaw_colormap_init (&colors, FALSE);
  seesaw_figure_drift_paint_cells (map, FALSE, 0, 0, n, 0, n, pixels);
  g_assert_cmpuint (image->n_rows, ==, n);
  for (gsize row = 0; row < n; row++)
    for (gsize column = 0; column < n; column++)
      {
        double cosine = get_cosine (view->drift, map->label[row], map->label[column]);
        double x = seesaw_plot_layout_x (layout, (double) column + 0.5);
        double y = seesaw_plot_layout_y (layout, (double) (n - row) - 0.5);
        SeesawPick pick = seesaw_figure_drift.pick (&subject, layout, x, y);
        double value = (double) image->values[row * n + column];

        g_assert_cmpfloat_with_epsilon (value, cosine, 1e-5);
        g_assert_cmphex (pixels[row * n + column], ==, seesaw_colormap_at (&colors, value));
        g_assert_cmpint (pick.kind, ==, SEESAW_PICK_CLASS);
        g_assert_cmpint (pick.label, ==, map->label[row]);
      }
  g_assert_null (view_get_mark (frame, SEESAW_MARK_IMAGE, 0));
  g_assert_cmpuint (frame->marks->len, ==, scene->marks->len - 1);
}

/* Nothing is picked over the dendrogram, whose brackets lie left of the matrix. */
static void
test_drift_trees (void)
{
  const SeesawViewRequest way = { .epoch = 3, .top_k = 1, .order = SEESAW_ORDER_CLUSTER };
  g_autoptr (SeesawView) view = view_new (&way);
  const SeesawSubject subject = { .view = view, .selected = 4 };
  g_autoptr (SeesawScene) scene = seesaw_figure_drift.new_scene (&subject);
  SeesawTheme theme = seesaw_theme_print (8.0);
  g_autoptr (SeesawPlotLayout) layout = seesaw_plot_layout_new (scene, &theme, 300.0, 240.0);
  const SeesawMark *trees[] = { view_get_mark (scene, SEESAW_MARK_LINE, 3),
                                view_get_mark (scene, SEESAW_MARK_LINE, 2) };
  double x = seesaw_plot_layout_x (layout, -0.5);
  double y = seesaw_plot_layout_y (layout, 3.0);
  g_autofree char *text = seesaw_figure_drift.read_out (&subject, layout, x, y);

  g_assert_cmpint (seesaw_figure_drift.pick (&subject, layout, x, y).kind, ==, SEESAW_PICK_NOTHING);
  g_assert_null (text);
  g_assert_cmpuint (trees[0]->n, ==, 5 * (VIEW_N_SEEN - 1));
  g_assert_cmpuint (trees[1]->n, ==, 5 * (VIEW_N_CLASSES - VIEW_N_SEEN - 1));
  for (int tree = 0; tree < 2; tree++)
    for (gsize i = 0; i < trees[tree]->n; i++)
      if (!isnan (trees[tree]->x[i]))
        {
          g_assert_cmpfloat (trees[tree]->x[i], >=, -0.12 * VIEW_N_CLASSES);
          g_assert_cmpfloat (trees[tree]->x[i], <=, 0.0);
          g_assert_true ((trees[tree]->y[i] > VIEW_N_CLASSES - VIEW_N_SEEN) == (tree == 0));
        }
}

static void
test_drift_texts (void)
{
  g_autoptr (SeesawView) view = view_new (&request);
  const SeesawSubject subject = { .view = view, .selected = -1 };
  g_autoptr (SeesawScene) scene = seesaw_figure_drift.new_scene (&subject);
  SeesawTheme theme = seesaw_theme_print (8.0);
  g_autoptr (SeesawPlotLayout) layout = seesaw_plot_layout_new (scene, &theme, 300.0, 240.0);
  g_autofree char *text = seesaw_figure_drift.read_out (
      &subject, layout, seesaw_plot_layout_x (layout, 0.5), seesaw_plot_layout_y (layout, 10.5));
  g_autofree char *number =
      seesaw_number_fraction (seesaw_similarity_at (view->map->similarity, 1, 0));
  g_autofree char *expected = g_strdup_printf ("cat × ant   %s", number);
  g_autofree char *means = seesaw_figure_drift_describe_blocks (&subject);
  g_autofree char *csv = seesaw_figure_drift.to_csv (&subject);

  g_assert_cmpstr (text, ==, expected);
  g_assert_true (g_str_has_prefix (means, "Mean within S "));
  g_assert_true (g_str_has_prefix (csv, "class,0,2,3,5,7,9,11,1,4,6,8,10\n0,"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/drift/cells", test_drift);
  g_test_add_func ("/drift/trees", test_drift_trees);
  g_test_add_func ("/drift/texts", test_drift_texts);

  return g_test_run ();
}
