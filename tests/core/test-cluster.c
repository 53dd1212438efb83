/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "brute.h"
#include "seesaw-cluster.h"

#include <math.h>
#include <string.h>

/* @n_different: rows repeat after so many, so that distances are equal or 0 */
static SeesawSimilarity *
new_similarity (GRand *rand, gsize n_classes, gsize n, gsize n_different)
{
  g_autoptr (SeesawDrift) drift = seesaw_drift_new (n_classes, n);
  g_autofree gint32 *order = g_new (gint32, n_classes + 1);

  for (gsize c = 0; c < n_classes; c++)
    {
      g_autofree double *values = brute_new_values (rand, n);
      double norm = sqrt (brute_dot (values, values, n));

      order[c] = (gint32) c;
      for (gsize d = 0; d < n; d++)
        drift->direction[c * n + d] = c < n_different
                                          ? (float) (norm > 0.0 ? values[d] / norm : 0.0)
                                          : drift->direction[(c % n_different) * n + d];
    }

  return seesaw_similarity_new (drift, SEESAW_MEASURE_COSINE, order, n_classes);
}

/* Clusters as sets: [n], the number of the cluster that a leaf is in. */
typedef struct
{
  gsize n;
  double *distance; /* [n, n], between leaves */
  gsize *cluster;
} Naive;

static double
mean_distance (const Naive *naive, gsize a, gsize b)
{
  double sum = 0.0;
  double n_pairs = 0.0;

  for (gsize i = 0; i < naive->n; i++)
    for (gsize j = 0; j < naive->n; j++)
      if (naive->cluster[i] == a && naive->cluster[j] == b)
        {
          sum += naive->distance[i * naive->n + j];
          n_pairs += 1.0;
        }

  return n_pairs > 0.0 ? sum / n_pairs : (double) INFINITY;
}

static double
least_distance (const Naive *naive)
{
  double least = INFINITY;

  for (gsize a = 0; a < 2 * naive->n; a++)
    for (gsize b = 0; b < a; b++)
      least = fmin (least, mean_distance (naive, a, b));

  return least;
}

/* Every merge joins two of the nearest clusters there are, by distances between all leaves. */
static void
assert_merges (const SeesawDendrogram *dendrogram, Naive *naive)
{
  for (gsize m = 0; m + 1 < naive->n; m++)
    {
      gsize a = (gsize) dendrogram->merges[m].a;
      gsize b = (gsize) dendrogram->merges[m].b;
      double height = dendrogram->merges[m].height;

      g_assert_cmpuint (a, !=, b);
      g_assert_cmpuint (MAX (a, b), <, naive->n + m);
      g_assert_cmpfloat_with_epsilon (height, mean_distance (naive, a, b), 1e-9);
      g_assert_cmpfloat_with_epsilon (height, least_distance (naive), 1e-9);
      if (m > 0)
        g_assert_cmpfloat (height, >=, dendrogram->merges[m - 1].height);

      for (gsize i = 0; i < naive->n; i++)
        if (naive->cluster[i] == a || naive->cluster[i] == b)
          naive->cluster[i] = naive->n + m;
    }
}

/* Each leaf once, and every cluster in one piece. */
static void
assert_leaves (const SeesawDendrogram *dendrogram)
{
  gsize n = dendrogram->n_leaves;
  g_autofree gsize *first = g_new (gsize, 2 * n + 1);
  g_autofree gsize *last = g_new (gsize, 2 * n + 1);
  g_autofree gsize *size = g_new (gsize, 2 * n + 1);
  g_autofree gboolean *met = g_new0 (gboolean, n + 1);

  for (gsize i = 0; i < n; i++)
    {
      gsize leaf = (gsize) dendrogram->leaves[i];

      g_assert_false (met[leaf]);
      met[leaf] = TRUE;
      first[leaf] = last[leaf] = i;
      size[leaf] = 1;
    }
  for (gsize m = 0; m + 1 < n; m++)
    {
      gsize a = (gsize) dendrogram->merges[m].a;
      gsize b = (gsize) dendrogram->merges[m].b;

      first[n + m] = MIN (first[a], first[b]);
      last[n + m] = MAX (last[a], last[b]);
      size[n + m] = size[a] + size[b];
      g_assert_cmpuint (last[n + m] - first[n + m] + 1, ==, size[n + m]);
    }
}

static void
assert_clusters (const SeesawSimilarity *similarity, gsize first, gsize n)
{
  g_autoptr (SeesawDendrogram) dendrogram = seesaw_cluster (similarity, first, n);
  g_autofree float *values = g_new (float, n *n + 1);
  g_autofree double *distance = g_new (double, n *n + 1);
  g_autofree gsize *cluster = g_new (gsize, n + 1);
  Naive naive = { n, distance, cluster };

  if (n > 0)
    seesaw_similarity_compute (similarity, 0, first, n, first, n, values);
  for (gsize i = 0; i < n * n; i++)
    distance[i] = 1.0 - (double) values[i];
  for (gsize i = 0; i < n; i++)
    cluster[i] = i;

  g_assert_cmpuint (dendrogram->n_leaves, ==, n);
  assert_merges (dendrogram, &naive);
  assert_leaves (dendrogram);
}

static void
test_against_naive (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (19);

  for (gsize n = 0; n < 26; n++)
    {
      g_autoptr (SeesawSimilarity) similarity = new_similarity (rand, n + 4, 1 + n % 6, n + 4);

      assert_clusters (similarity, 0, n);
      assert_clusters (similarity, 4, n);
    }
}

/* Many equal distances, which rounding must not set against each other. */
static void
test_ties (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20);

  for (gsize n = 2; n < 24; n++)
    for (gsize n_different = 1; n_different < 6; n_different++)
      {
        g_autoptr (SeesawSimilarity) similarity = new_similarity (rand, n, 7, n_different);

        assert_clusters (similarity, 0, n);
      }
}

/* Directions that are 0 are at distance 1 from everything, themselves included. */
static void
test_nowhere (void)
{
  const gint32 order[] = { 0, 1, 2, 3, 4 };
  g_autoptr (SeesawDrift) drift = seesaw_drift_new (5, 3);
  g_autoptr (SeesawSimilarity) similarity =
      seesaw_similarity_new (drift, SEESAW_MEASURE_COSINE, order, 5);

  assert_clusters (similarity, 0, 5);
}

/* No number is at no distance: whatever comes out, it must come out. */
static void
test_no_number (void)
{
  const gint32 order[] = { 0, 1, 2, 3, 4, 5 };
  g_autoptr (SeesawDrift) drift = seesaw_drift_new (6, 2);
  g_autoptr (SeesawSimilarity) similarity = NULL;
  g_autoptr (SeesawDendrogram) dendrogram = NULL;

  for (gsize i = 0; i < 12; i++)
    drift->direction[i] = i % 5 == 0 ? (float) NAN : 1.0f / (float) (i + 1);
  similarity = seesaw_similarity_new (drift, SEESAW_MEASURE_COSINE, order, 6);
  dendrogram = seesaw_cluster (similarity, 0, 6);
  assert_leaves (dendrogram);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cluster/naive", test_against_naive);
  g_test_add_func ("/cluster/ties", test_ties);
  g_test_add_func ("/cluster/nowhere", test_nowhere);
  g_test_add_func ("/cluster/no-number", test_no_number);

  return g_test_run ();
}
