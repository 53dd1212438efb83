/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "brute.h"
#include "seesaw-similarity.h"

#include <math.h>
#include <string.h>

#define TOLERANCE 2e-6

/* Only directions matter here; some classes have none. */
static SeesawDrift *
new_drift (GRand *rand, gsize n_classes, gsize n)
{
  SeesawDrift *drift = seesaw_drift_new (n_classes, n);

  for (gsize c = 0; c < n_classes; c++)
    {
      g_autofree double *values = brute_new_values (rand, n);
      double norm = sqrt (brute_dot (values, values, n));

      for (gsize d = 0; d < n && norm > 0.0 && c % 50 != 7; d++)
        drift->direction[c * n + d] = (float) (values[d] / norm);
    }

  return drift;
}

static gint32 *
new_order (GRand *rand, gsize n_classes)
{
  gint32 *order = g_new (gint32, n_classes);

  for (gsize i = 0; i < n_classes; i++)
    {
      gsize j = (gsize) g_rand_int_range (rand, 0, (gint32) i + 1);

      order[i] = order[j];
      order[j] = (gint32) i;
    }

  return order;
}

static double
brute_similarity (const SeesawDrift *drift, SeesawMeasure measure, gint32 a, gint32 b)
{
  gsize n = drift->n_features;
  g_autofree double *x = g_new (double, n);
  g_autofree double *y = g_new (double, n);
  double means[2] = { 0 };
  double cosine;

  for (gsize d = 0; d < n; d++)
    {
      x[d] = (double) drift->direction[(gsize) a * n + d];
      y[d] = (double) drift->direction[(gsize) b * n + d];
      means[0] += x[d] / (double) n;
      means[1] += y[d] / (double) n;
    }
  for (gsize d = 0; d < n && measure == SEESAW_MEASURE_PEARSON; d++)
    {
      x[d] = fabs (x[d] - means[0]) < 1e-9 ? 0.0 : x[d] - means[0];
      y[d] = fabs (y[d] - means[1]) < 1e-9 ? 0.0 : y[d] - means[1];
    }
  cosine = brute_cosine (x, y, n);

  return isnan (cosine) ? 0.0 : cosine;
}

/* The whole matrix, from pairs. */
static double *
brute_matrix (const SeesawDrift *drift, SeesawMeasure measure, const gint32 *order, gsize n)
{
  double *matrix = g_new (double, n *n);

  for (gsize i = 0; i < n; i++)
    for (gsize j = 0; j <= i; j++)
      matrix[i * n + j] = matrix[j * n + i] = brute_similarity (drift, measure, order[i], order[j]);

  return matrix;
}

static double
brute_cell (const double *matrix, gsize n, guint level, gsize row, gsize column)
{
  gsize size = (gsize) 1 << level;
  gsize last_row = MIN ((row + 1) * size, n);
  gsize last_column = MIN ((column + 1) * size, n);
  double sum = 0.0;
  double n_pairs = 0.0;

  for (gsize i = row * size; i < last_row; i++)
    for (gsize j = column * size; j < last_column; j++)
      {
        sum += matrix[i * n + j];
        n_pairs += 1.0;
      }

  return sum / n_pairs;
}

static void
assert_piece (const SeesawSimilarity *similarity,
              const double *matrix,
              guint level,
              const gsize *piece) /* row, rows, column, columns */
{
  gsize n = seesaw_similarity_get_n_cells (similarity, 0);
  g_autofree float *values = g_new (float, piece[1] * piece[3] + 1);

  seesaw_similarity_compute (similarity, level, piece[0], piece[1], piece[2], piece[3], values);
  for (gsize i = 0; i < piece[1]; i++)
    for (gsize j = 0; j < piece[3]; j++)
      g_assert_cmpfloat_with_epsilon ((double) values[i * piece[3] + j],
                                      brute_cell (matrix, n, level, piece[0] + i, piece[2] + j),
                                      TOLERANCE);
}

/* All of a level, its last corner, and pieces anywhere. */
static void
assert_level (GRand *rand, const SeesawSimilarity *similarity, const double *matrix, guint level)
{
  gsize n = seesaw_similarity_get_n_cells (similarity, level);
  const gsize whole[] = { 0, n, 0, n };
  const gsize corner[] = { n - 1, 1, n - 1, 1 };

  assert_piece (similarity, matrix, level, whole);
  assert_piece (similarity, matrix, level, corner);
  for (int i = 0; i < 10; i++)
    {
      gsize row = (gsize) g_rand_int_range (rand, 0, (gint32) n);
      gsize column = (gsize) g_rand_int_range (rand, 0, (gint32) n);
      const gsize piece[] = { row, (gsize) g_rand_int_range (rand, 1, (gint32) (n - row) + 1),
                              column,
                              (gsize) g_rand_int_range (rand, 1, (gint32) (n - column) + 1) };

      assert_piece (similarity, matrix, level, piece);
    }
}

static void
test_size (gconstpointer data)
{
  gsize n = GPOINTER_TO_UINT (data);
  g_autoptr (GRand) rand = g_rand_new_with_seed (17);
  g_autoptr (SeesawDrift) drift = new_drift (rand, n + 5, 6);
  g_autofree gint32 *order = new_order (rand, n + 5);

  for (int measure = SEESAW_MEASURE_COSINE; measure <= SEESAW_MEASURE_PEARSON; measure++)
    {
      g_autoptr (SeesawSimilarity) similarity =
          seesaw_similarity_new (drift, (SeesawMeasure) measure, order, n);
      g_autofree double *matrix = brute_matrix (drift, (SeesawMeasure) measure, order, n);
      guint n_levels = seesaw_similarity_get_n_levels (similarity);

      g_assert_cmpuint (seesaw_similarity_get_n_cells (similarity, 0), ==, n);
      g_assert_cmpuint (seesaw_similarity_get_n_cells (similarity, n_levels - 1), <=, 512);
      for (guint level = 0; level < n_levels; level++)
        {
          g_assert_cmpuint (seesaw_similarity_get_n_cells (similarity, level), ==,
                            (n + (1u << level) - 1) >> level);
          assert_level (rand, similarity, matrix, level);
        }
      for (gsize i = 0; i < n; i += 7)
        g_assert_cmpfloat_with_epsilon (seesaw_similarity_at (similarity, i, n - 1 - i),
                                        matrix[i * n + n - 1 - i], TOLERANCE);
    }
}

/* Bit for bit: a picture of it must not depend on which half was computed. */
static void
test_symmetric (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (18);
  g_autoptr (SeesawDrift) drift = new_drift (rand, 150, 33);
  g_autofree gint32 *order = new_order (rand, 150);
  g_autofree float *values = g_new (float, 150 * 150);
  g_autoptr (SeesawSimilarity) similarity =
      seesaw_similarity_new (drift, SEESAW_MEASURE_COSINE, order, 150);

  seesaw_similarity_compute (similarity, 0, 0, 150, 0, 150, values);
  for (gsize i = 0; i < 150; i++)
    for (gsize j = 0; j < i; j++)
      g_assert_cmpfloat (values[i * 150 + j], ==, values[j * 150 + i]);
}

/* One feature has no correlation, and constant vectors have none either. */
static void
test_constant (void)
{
  const gint32 order[] = { 0, 1 };

  for (gsize n = 1; n < 40; n++)
    {
      g_autoptr (SeesawDrift) drift = seesaw_drift_new (2, n);
      g_autoptr (SeesawSimilarity) similarity = NULL;

      for (gsize d = 0; d < 2 * n; d++)
        drift->direction[d] = (float) (1.0 / sqrt ((double) n));
      similarity = seesaw_similarity_new (drift, SEESAW_MEASURE_PEARSON, order, 2);
      g_assert_cmpfloat (seesaw_similarity_at (similarity, 0, 1), ==, 0.0);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/similarity/1", GUINT_TO_POINTER (1), test_size);
  g_test_add_data_func ("/similarity/30", GUINT_TO_POINTER (30), test_size);
  g_test_add_data_func ("/similarity/512", GUINT_TO_POINTER (512), test_size);
  g_test_add_data_func ("/similarity/513", GUINT_TO_POINTER (513), test_size);
  g_test_add_data_func ("/similarity/1301", GUINT_TO_POINTER (1301), test_size);
  g_test_add_func ("/similarity/symmetric", test_symmetric);
  g_test_add_func ("/similarity/constant", test_constant);

  return g_test_run ();
}
