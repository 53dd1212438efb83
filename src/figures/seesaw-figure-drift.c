/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How alike the changes of weights are: a matrix, block S before block U. In data units a row and
 * a column are 1 wide; x is the column, y counts upwards from the last row:
 *
 *     C ┌─────┬─────────┐
 *       │ S,S │         │    row r lies between y = C − r − 1 and C − r
 *       ├─────┼─────────┤
 *       │     │   U,U   │    dendrograms left of x = 0
 *     0 └─────┴─────────┘
 *       0               C
 */

#include "config.h"

#include "seesaw-figure-drift.h"

#include "seesaw-colormap.h"
#include "seesaw-class-columns.h"
#include "seesaw-figure-parts.h"
#include "seesaw-number.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* The picture has no more cells than this along a side: more could not be told apart. */
#define MAX_CELLS 1024

/* Tables of more classes are of no use to anybody, and huge. */
#define MAX_CSV_CLASSES 2048

/* Room for dendrograms, as a share of the number of classes. */
#define TREE_WIDTH 0.12

static guint
choose_level (const SeesawDriftMap *map)
{
  guint level = 0;

  while (level + 1 < seesaw_similarity_get_n_levels (map->similarity) &&
         seesaw_similarity_get_n_cells (map->similarity, level) > MAX_CELLS)
    level++;

  return level;
}

/* The last cell of a coarse level may reach beyond the matrix; the plot area cuts it off. */
static void
add_image (SeesawScene *scene, const SeesawDriftMap *map)
{
  guint level = choose_level (map);
  gsize n = seesaw_similarity_get_n_cells (map->similarity, level);
  double side = (double) (n << level);
  double top = (double) map->n_classes;
  float *values = g_new (float, n *n);

  seesaw_similarity_compute (map->similarity, level, 0, n, 0, n, values);
  seesaw_scene_add_image (scene, 0.0, top, side, top - side, n, n, values);
}

static void
add_border (SeesawScene *scene, double x0, double y0, double x1, double y1)
{
  double *x = g_new (double, 2);
  double *y = g_new (double, 2);

  x[0] = x0;
  x[1] = x1;
  y[0] = y0;
  y[1] = y1;
  seesaw_scene_add_line (scene, seesaw_parts_style (SEESAW_COLOR_ALL, 0.5), x, y, 2, NULL);
}

static void
name_block (SeesawScene *scene, const SeesawDriftMap *map, gboolean seen)
{
  gsize first = seen ? 0 : map->n_seen;
  gsize n = seen ? map->n_seen : map->n_classes - map->n_seen;
  double top = (double) (map->n_classes - first);
  g_autofree char *name = g_strdup_printf (seen ? _ ("Seen (%zu)") : _ ("Unseen (%zu)"), n);
  SeesawColor color = seesaw_parts_color_of (seen);

  seesaw_scene_add_name (scene, 0, (double) first, (double) (first + n), name, color);
  seesaw_scene_add_name (scene, 1, top - (double) n, top, name, color);
}

static void
set_frame (SeesawScene *scene, const SeesawDriftMap *map)
{
  gboolean has_trees = map->dendrogram[0] != NULL || map->dendrogram[1] != NULL;
  double n = (double) map->n_classes;

  seesaw_scene_set_axis (scene, 0, NULL, NULL,
                         (SeesawScale){ has_trees ? -TREE_WIDTH * n : 0.0, n }, SEESAW_AXIS_NAMES);
  seesaw_scene_set_axis (scene, 1, NULL, NULL, (SeesawScale){ 0.0, n }, SEESAW_AXIS_NAMES);
  seesaw_scene_set_bar (scene,
                        map->measure == SEESAW_MEASURE_PEARSON ? _ ("Pearson correlation of Δw")
                                                               : _ ("Cosine of Δw"),
                        (SeesawScale){ -1.0, 1.0 });
  name_block (scene, map, TRUE);
  name_block (scene, map, FALSE);
}

static void
add_borders (SeesawScene *scene, const SeesawDriftMap *map)
{
  double n = (double) map->n_classes;
  double seen = (double) map->n_seen;

  add_border (scene, seen, 0.0, seen, n);
  add_border (scene, 0.0, n - seen, n, n - seen);
  seesaw_figure_drift_add_trees (scene, map);
}

/**
 * seesaw_figure_drift_new_frame:
 * @subject: what it is about
 *
 * Returns: (transfer full) (nullable): all of the figure but the matrix itself, for whoever draws
 *   that piece by piece
 */
SeesawScene *
seesaw_figure_drift_new_frame (const SeesawSubject *subject)
{
  const SeesawDriftMap *map = subject->view->map;
  SeesawScene *scene;

  if (map == NULL)
    return NULL;

  scene = seesaw_scene_new ();
  set_frame (scene, map);
  add_borders (scene, map);

  return scene;
}

static SeesawScene *
new_scene (const SeesawSubject *subject)
{
  const SeesawDriftMap *map = subject->view->map;
  SeesawScene *scene;

  if (map == NULL)
    return NULL;

  scene = seesaw_scene_new ();
  set_frame (scene, map);
  add_image (scene, map);
  add_borders (scene, map);

  return scene;
}

/**
 * seesaw_figure_drift_paint_cells:
 * @map: the matrix
 * @is_dark: whether the middle of the colour map is dark
 * @level: a level of its similarities
 * @row: first row of cells
 * @n_rows: number of rows
 * @column: first column of cells
 * @n_columns: number of columns
 * @pixels: (out): `[n_rows, n_columns]`, as %CAIRO_FORMAT_ARGB32 has them
 *
 * Computes a piece of the matrix and colours it. May be called from any thread.
 */
void
seesaw_figure_drift_paint_cells (const SeesawDriftMap *map,
                                 gboolean is_dark,
                                 guint level,
                                 gsize row,
                                 gsize n_rows,
                                 gsize column,
                                 gsize n_columns,
                                 guint32 *pixels)
{
  g_autofree float *values = g_new (float, n_rows *n_columns + 1);
  SeesawColormap colors;

  seesaw_similarity_compute (map->similarity, level, row, n_rows, column, n_columns, values);
  seesaw_colormap_init (&colors, is_dark);
  seesaw_colormap_fill (&colors, values, n_rows * n_columns, pixels);
}

/* The selected class's row and column, framed. */
static SeesawScene *
new_overlay (const SeesawSubject *subject)
{
  const SeesawDriftMap *map = subject->view->map;
  SeesawScene *overlay = seesaw_scene_new ();
  SeesawStyle style = seesaw_parts_area (SEESAW_COLOR_GAMMA, 1.0, SEESAW_FILL_OUTLINED);
  double n;
  double row;

  if (map == NULL || subject->selected < 0)
    return overlay;

  n = (double) map->n_classes;
  row = map->row[subject->selected];
  style.width = 0.7;
  seesaw_scene_add_bar (overlay, style, 0.0, n - row - 1.0, n, n - row, NULL);
  seesaw_scene_add_bar (overlay, style, row, 0.0, row + 1.0, n, NULL);

  return overlay;
}

/**
 * seesaw_figure_drift_describe_blocks:
 * @subject: what it is about
 *
 * Returns: (transfer full) (nullable): the mean similarities within S, within U, and across, in
 *   one line
 */
char *
seesaw_figure_drift_describe_blocks (const SeesawSubject *subject)
{
  const SeesawDriftMap *map = subject->view->map;
  const SeesawDrift *drift = subject->view->drift;
  const SeesawBlockMeans *means;
  g_autofree char *seen = NULL;
  g_autofree char *unseen = NULL;
  g_autofree char *across = NULL;

  if (map == NULL || drift == NULL)
    return NULL;

  means = map->measure == SEESAW_MEASURE_PEARSON ? &drift->pearson : &drift->cosine;
  seen = seesaw_number_fraction (means->seen);
  unseen = seesaw_number_fraction (means->unseen);
  across = seesaw_number_fraction (means->across);

  return g_strdup_printf (_ ("Mean within S %s   within U %s   across %s"), seen, unseen, across);
}

/* Row and column of the matrix at a place in user units. */
static gboolean
find_cell (const SeesawDriftMap *map,
           const SeesawPlotLayout *layout,
           double x,
           double y,
           gsize *row,
           gsize *column)
{
  double n;

  if (map == NULL)
    return FALSE;

  n = (double) map->n_classes;
  seesaw_plot_layout_to_data (layout, &x, &y);
  if (!(x >= 0.0 && x < n && y > 0.0 && y <= n))
    return FALSE;

  *row = (gsize) (n - y);
  *column = (gsize) x;

  return TRUE;
}

static char *
read_out (const SeesawSubject *subject, const SeesawPlotLayout *layout, double x, double y)
{
  const SeesawDriftMap *map = subject->view->map;
  g_autofree char *row_name = NULL;
  g_autofree char *column_name = NULL;
  g_autofree char *number = NULL;
  gsize row;
  gsize column;

  if (!find_cell (map, layout, x, y, &row, &column))
    return NULL;

  row_name = seesaw_parts_name_class (subject->view->run, map->label[row]);
  column_name = seesaw_parts_name_class (subject->view->run, map->label[column]);
  number = seesaw_number_fraction (seesaw_similarity_at (map->similarity, row, column));

  return g_strdup_printf ("%s × %s   %s", row_name, column_name, number);
}

static SeesawPick
pick (const SeesawSubject *subject, const SeesawPlotLayout *layout, double x, double y)
{
  gsize row;
  gsize column;

  if (!find_cell (subject->view->map, layout, x, y, &row, &column))
    return (SeesawPick){ .kind = SEESAW_PICK_NOTHING };

  return (SeesawPick){ .kind = SEESAW_PICK_CLASS, .label = subject->view->map->label[row] };
}

static void
append_means (GString *csv, const SeesawBlockMeans *means)
{
  const double row[] = { means->seen, means->unseen, means->across };

  g_string_append (csv, "seen,unseen,across\n");
  seesaw_parts_append_row (csv, row, G_N_ELEMENTS (row));
}

/* Rows and columns in the order of the figure, each headed by the index of its class. */
static void
append_matrix (GString *csv, const SeesawDriftMap *map)
{
  gsize n = map->n_classes;
  g_autofree float *values = g_new (float, n);
  g_autofree double *row = g_new (double, n + 1);

  g_string_append (csv, "class");
  for (gsize j = 0; j < n; j++)
    g_string_append_printf (csv, ",%d", map->label[j]);
  g_string_append_c (csv, '\n');

  for (gsize i = 0; i < n; i++)
    {
      seesaw_similarity_compute (map->similarity, 0, i, 1, 0, n, values);
      row[0] = map->label[i];
      for (gsize j = 0; j < n; j++)
        row[j + 1] = (double) values[j];
      seesaw_parts_append_row (csv, row, n + 1);
    }
}

/* The matrix; of very many classes the means of its blocks alone. */
static char *
to_csv (const SeesawSubject *subject)
{
  const SeesawDriftMap *map = subject->view->map;
  GString *csv = g_string_new (NULL);

  if (map != NULL && map->n_classes <= MAX_CSV_CLASSES)
    append_matrix (csv, map);
  else if (map != NULL)
    append_means (csv, map->measure == SEESAW_MEASURE_PEARSON ? &subject->view->drift->pearson
                                                              : &subject->view->drift->cosine);

  return g_string_free (csv, FALSE);
}

static const char *
missing (const SeesawRun *run)
{
  gsize start;

  if (seesaw_run_has (run, "/classifier/weight") && seesaw_run_find_epoch (run, 0, &start))
    return NULL;

  return _ ("The matrix of Δw shows which classes fine-tuning moved alike: record "
            "/classifier/weight, for epoch 0, too.");
}

static char *
describe (const SeesawSubject *subject)
{
  g_autofree char *blocks = seesaw_figure_drift_describe_blocks (subject);
  g_autofree char *name = NULL;

  if (subject->selected < 0)
    return g_steal_pointer (&blocks);

  name = seesaw_class_get_name (subject->view->run->classes, subject->selected);

  /* Translators: what is selected in the matrix of classes, and its mean values. */
  return g_strdup_printf (_ ("Class %s selected. %s"), name, blocks);
}

const SeesawFigure seesaw_figure_drift = {
  .id = "drift",
  .group = "drift",
  .title = N_ ("Similarity of the changes of weights"),
  .parts = SEESAW_PART_DRIFT,
  .moves = SEESAW_PICK_CLASS,
  .pans = TRUE,
  .missing = missing,
  .new_scene = new_scene,
  .new_frame = seesaw_figure_drift_new_frame,
  .new_overlay = new_overlay,
  .describe = describe,
  .read_out = read_out,
  .pick = pick,
  .to_csv = to_csv,
  .ignores_score = TRUE,
};
