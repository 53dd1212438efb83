/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How the classes of a block are clustered, drawn left of its rows:
 *
 *      ┌───── leaf      leaves at 0, a merge as far left as its height says
 *   ┌──┴───── leaf
 *   └──────── leaf
 */

#include "config.h"

#include "seesaw-figure-drift.h"

#include "seesaw-figure-parts.h"

#include <math.h>

/* Vertices of a bracket, and the gap after it. */
#define BRACKET 5

/* How far the highest merge reaches to the left, as a share of the number of classes. */
#define REACH 0.11

typedef struct
{
  const SeesawDendrogram *tree;
  double *x; /* [2 · n_leaves]: by cluster */
  double *y;
} Nodes;

static double
find_height (const SeesawDriftMap *map)
{
  double height = 0.0;

  for (int seen = 0; seen < 2; seen++)
    {
      const SeesawDendrogram *tree = map->dendrogram[seen];

      if (tree != NULL && tree->n_leaves > 1)
        height = fmax (height, tree->merges[tree->n_leaves - 2].height);
    }

  return height > 0.0 ? height : 1.0;
}

/* A cluster stands in the middle of its two parts. */
static void
place_nodes (Nodes *nodes, double top, double unit)
{
  const SeesawDendrogram *tree = nodes->tree;

  for (gsize i = 0; i < tree->n_leaves; i++)
    {
      nodes->x[tree->leaves[i]] = 0.0;
      nodes->y[tree->leaves[i]] = top - (double) i - 0.5;
    }

  for (gsize m = 0; m + 1 < tree->n_leaves; m++)
    {
      const SeesawMerge *merge = &tree->merges[m];

      nodes->x[tree->n_leaves + m] = -unit * merge->height;
      nodes->y[tree->n_leaves + m] = (nodes->y[merge->a] + nodes->y[merge->b]) / 2.0;
    }
}

static void
add_tree (SeesawScene *scene,
          const SeesawDendrogram *tree,
          double top,
          double unit,
          SeesawColor color)
{
  g_autofree double *node_x = g_new (double, 2 * tree->n_leaves + 1);
  g_autofree double *node_y = g_new (double, 2 * tree->n_leaves + 1);
  Nodes nodes = { tree, node_x, node_y };
  gsize n_merges = MAX (tree->n_leaves, 1) - 1;
  double *x = g_new (double, BRACKET *n_merges + 1);
  double *y = g_new (double, BRACKET *n_merges + 1);

  place_nodes (&nodes, top, unit);
  for (gsize m = 0; m < n_merges; m++)
    {
      const SeesawMerge *merge = &tree->merges[m];
      double *bracket_x = x + BRACKET * m;
      double *bracket_y = y + BRACKET * m;

      bracket_x[0] = node_x[merge->a];
      bracket_x[1] = bracket_x[2] = node_x[tree->n_leaves + m];
      bracket_x[3] = node_x[merge->b];
      bracket_y[0] = bracket_y[1] = node_y[merge->a];
      bracket_y[2] = bracket_y[3] = node_y[merge->b];
      bracket_x[4] = bracket_y[4] = (double) NAN;
    }

  seesaw_scene_add_line (scene, seesaw_parts_style (color, 0.4), x, y, BRACKET * n_merges, NULL);
}

/**
 * seesaw_figure_drift_add_trees:
 * @scene: the frame of the matrix
 * @map: the matrix
 *
 * Adds the dendrogram of each block that has one. Both have the same scale.
 */
void
seesaw_figure_drift_add_trees (SeesawScene *scene, const SeesawDriftMap *map)
{
  double n = (double) map->n_classes;
  double unit = REACH * n / find_height (map);

  for (int seen = 0; seen < 2; seen++)
    if (map->dendrogram[seen] != NULL)
      add_tree (scene, map->dendrogram[seen], seen ? n : n - (double) map->n_seen, unit,
                seesaw_parts_color_of (seen));
}
