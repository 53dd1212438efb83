/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Hierarchical clustering by average linkage (UPGMA), with the nearest-neighbour chain of Benzécri
 * (1982): O(n²) time. Average linkage is reducible, so two clusters that are each other's nearest
 * neighbour may be merged at once; sorting the merges by height gives the usual order.
 */

#include "config.h"

#include "seesaw-cluster.h"

#include <math.h>
#include <string.h>

typedef struct
{
  gsize n;
  double *distance; /* [n, n]; row and column of a cluster are those of its lowest leaf */
  gsize *size;      /* 0: merged into another */
  gsize *chain;
  gsize chain_length;
} Work;

static void
fill_distances (Work *work, const SeesawSimilarity *similarity, gsize first)
{
  g_autofree float *values = g_new (float, work->n * work->n);

  seesaw_similarity_compute (similarity, 0, first, work->n, first, work->n, values);
  for (gsize i = 0; i < work->n * work->n; i++)
    work->distance[i] = 1.0 - (double) values[i];
}

/* The nearest other cluster; @before if that is as near as any. */
static gsize
find_nearest (const Work *work, gsize cluster, gsize before)
{
  const double *row = work->distance + cluster * work->n;
  gsize nearest = before;
  double least = before < work->n ? row[before] : (double) INFINITY;

  for (gsize i = 0; i < work->n; i++)
    if (work->size[i] > 0 && i != cluster && (row[i] < least || nearest >= work->n))
      {
        least = row[i];
        nearest = i;
      }

  return nearest;
}

/* Merges b into a. The mean is kept between the two that it is of, which rounding would not do: a
 * merged cluster may not come nearer to another than its parts were, or the chain would be wrong.
 */
static void
merge (Work *work, gsize a, gsize b)
{
  double weight_a = (double) work->size[a];
  double weight_b = (double) work->size[b];

  for (gsize i = 0; i < work->n; i++)
    {
      double of_a = work->distance[a * work->n + i];
      double of_b = work->distance[b * work->n + i];
      double mean = (weight_a * of_a + weight_b * of_b) / (weight_a + weight_b);

      if (work->size[i] > 0 && i != a && i != b)
        work->distance[a * work->n + i] = work->distance[i * work->n + a] =
            CLAMP (mean, MIN (of_a, of_b), MAX (of_a, of_b));
    }
  work->size[a] += work->size[b];
  work->size[b] = 0;
}

/* Follows nearest neighbours until two clusters are each other's, and merges them. */
static SeesawMerge
find_merge (Work *work)
{
  gsize next = 0;

  if (work->chain_length == 0)
    {
      while (work->size[next] == 0)
        next++;
      work->chain[work->chain_length++] = next;
    }

  for (;;)
    {
      gsize last = work->chain[work->chain_length - 1];
      gsize before = work->chain_length > 1 ? work->chain[work->chain_length - 2] : work->n;

      next = find_nearest (work, last, before);
      if (next == before)
        {
          gsize a = MIN (last, before);
          gsize b = MAX (last, before);
          SeesawMerge found = { (gint32) a, (gint32) b, work->distance[a * work->n + b] };

          work->chain_length -= 2;
          merge (work, a, b);
          return found;
        }
      work->chain[work->chain_length++] = next;
    }
}

static int
compare_heights (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const SeesawMerge *x = a;
  const SeesawMerge *y = b;

  return x->height < y->height ? -1 : x->height > y->height;
}

static gint32
find_root (gint32 *parent, gint32 leaf)
{
  while (parent[leaf] != leaf)
    leaf = parent[leaf] = parent[parent[leaf]];

  return leaf;
}

/* From lowest leaves to numbers of clusters, in order of height. A cluster never comes before its
 * parts: merges of equal height keep the order in which they were found.
 */
static void
number_clusters (SeesawDendrogram *self)
{
  gsize n = self->n_leaves;
  g_autofree gint32 *parent = g_new (gint32, n + 1);
  g_autofree gint32 *cluster = g_new (gint32, n + 1);

  for (gsize i = 0; i < n; i++)
    parent[i] = cluster[i] = (gint32) i;

  for (gsize m = 0; m + 1 < n; m++)
    {
      gint32 a = find_root (parent, self->merges[m].a);
      gint32 b = find_root (parent, self->merges[m].b);

      self->merges[m].a = cluster[MIN (a, b)];
      self->merges[m].b = cluster[MAX (a, b)];
      parent[MAX (a, b)] = MIN (a, b);
      cluster[MIN (a, b)] = (gint32) (n + m);
    }
}

static void
list_leaves (SeesawDendrogram *self)
{
  gsize n = self->n_leaves;
  g_autofree gint32 *stack = g_new (gint32, 2 * n + 1);
  gsize depth = 0;
  gsize n_listed = 0;

  if (n > 0)
    stack[depth++] = (gint32) (2 * n - 2);
  while (depth > 0)
    {
      gint32 cluster = stack[--depth];

      if ((gsize) cluster < n)
        self->leaves[n_listed++] = cluster;
      else
        {
          stack[depth++] = self->merges[(gsize) cluster - n].b;
          stack[depth++] = self->merges[(gsize) cluster - n].a;
        }
    }
}

/**
 * seesaw_cluster:
 * @similarity: similarities
 * @first: row of the first leaf
 * @n: number of leaves, at most %SEESAW_CLUSTER_MAX
 *
 * Clusters a block on the diagonal by average linkage of 1 − similarity, in O(n²).
 *
 * Returns: (transfer full): the dendrogram
 */
SeesawDendrogram *
seesaw_cluster (const SeesawSimilarity *similarity, gsize first, gsize n)
{
  SeesawDendrogram *self;
  g_autofree double *distance = NULL;
  g_autofree gsize *size = NULL;
  g_autofree gsize *chain = NULL;
  Work work;

  g_return_val_if_fail (n <= SEESAW_CLUSTER_MAX, NULL);

  self = g_new0 (SeesawDendrogram, 1);
  distance = g_new (double, n *n + 1);
  size = g_new (gsize, n + 1);
  chain = g_new (gsize, n + 1);
  work = (Work){ .n = n, .distance = distance, .size = size, .chain = chain };
  self->n_leaves = n;
  self->merges = g_new (SeesawMerge, n + 1);
  self->leaves = g_new (gint32, n + 1);

  for (gsize i = 0; i < n; i++)
    size[i] = 1;
  if (n > 0)
    fill_distances (&work, similarity, first);
  for (gsize m = 0; m + 1 < n; m++)
    self->merges[m] = find_merge (&work);

  g_qsort_with_data (self->merges, (int) MAX (n, 1) - 1, sizeof *self->merges, compare_heights,
                     NULL);
  number_clusters (self);
  list_leaves (self);

  return self;
}

/**
 * seesaw_dendrogram_free:
 * @self: (transfer full): the dendrogram
 */
void
seesaw_dendrogram_free (SeesawDendrogram *self)
{
  g_free (self->merges);
  g_free (self->leaves);
  g_free (self);
}
