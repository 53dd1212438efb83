/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "brute.h"
#include "seesaw-class-table.h"

#include <math.h>
#include <string.h>

static double
brute_class_accuracy (const Case *random, gint32 label, double gamma, guint top_k)
{
  double right = 0.0;
  double n = 0.0;

  for (gsize i = 0; i < random->n_samples; i++)
    if (random->labels[i] == label)
      {
        right += brute_in_top (random, i, gamma, top_k, NULL);
        n += 1.0;
      }

  return right / n;
}

static void
assert_confusions (const SeesawClassTable *table, const Case *random, gint32 label, double gamma)
{
  gsize n_classes = random->classes->n_classes;
  g_autofree gsize *counts = g_new0 (gsize, n_classes);
  g_autofree SeesawConfusion *found = g_new (SeesawConfusion, n_classes);
  SeesawConfusion first[2];
  gsize n_expected = 0;
  gsize n;

  for (gsize i = 0; i < random->n_samples; i++)
    if (random->labels[i] == label)
      counts[brute_prediction (random, i, gamma, NULL)]++;
  counts[label] = 0;
  for (gsize c = 0; c < n_classes; c++)
    n_expected += counts[c] > 0;

  n = seesaw_class_table_list_confusions (table, (gsize) label, gamma, found, n_classes);
  g_assert_cmpuint (n, ==, n_expected);
  for (gsize i = 0; i < n; i++)
    {
      g_assert_cmpuint (found[i].n_samples, ==, counts[found[i].predicted]);
      if (i > 0 && found[i].n_samples == found[i - 1].n_samples)
        g_assert_cmpint (found[i].predicted, >, found[i - 1].predicted);
      else if (i > 0)
        g_assert_cmpuint (found[i].n_samples, <, found[i - 1].n_samples);
    }

  n = seesaw_class_table_list_confusions (table, (gsize) label, gamma, first, 2);
  g_assert_cmpuint (n, ==, MIN (n_expected, 2));
  for (gsize i = 0; i < n; i++)
    g_assert_cmpint (first[i].predicted, ==, found[i].predicted);
}

/* Halfway between thresholds, a trace is what re-scoring says; on a threshold, one of the two. */
static void
assert_trace (const SeesawClassTable *table, const Case *random, gint32 label, guint top_k)
{
  g_autofree double *gammas = NULL;
  g_autofree double *accuracies = NULL;
  gsize n = seesaw_class_table_trace (table, (gsize) label, &gammas, &accuracies);

  for (gsize i = 0; i <= n; i++)
    {
      double low = i > 0 ? gammas[i - 1] : (n > 0 ? gammas[0] : 0.0) - 2.0;
      double high = i < n ? gammas[i] : (n > 0 ? gammas[n - 1] : 0.0) + 2.0;
      double on = i < n ? seesaw_class_table_get_accuracy (table, (gsize) label, gammas[i]) : 0.0;

      g_assert_true (low < high);
      assert_same (accuracies[i], brute_class_accuracy (random, label, (low + high) / 2.0, top_k));
      if (i < n)
        g_assert_true (on >= MIN (accuracies[i], accuracies[i + 1]) &&
                       on <= MAX (accuracies[i], accuracies[i + 1]));
    }
}

static void
test_against_brute_force (gconstpointer data)
{
  guint top_k = GPOINTER_TO_UINT (data);
  g_autoptr (GRand) rand = g_rand_new_with_seed (top_k);

  for (int round = 0; round < 40; round++)
    {
      gsize n_classes = (gsize) g_rand_int_range (rand, 2, 12);
      g_autoptr (Case) random = case_new_random (rand, 60, n_classes, 0.5, round % 3 * 0.04);
      g_autoptr (SeesawSamples) samples = case_reduce (random, SEESAW_SCALAR_F32);
      g_autoptr (SeesawClassTable) table = seesaw_class_table_new (random->classes, samples, top_k);

      for (gint32 c = 0; c < (gint32) n_classes; c++)
        {
          for (double gamma = -21.0; gamma <= 21.0; gamma += 0.25)
            {
              assert_same (seesaw_class_table_get_accuracy (table, (gsize) c, gamma),
                           brute_class_accuracy (random, c, gamma, top_k));
              assert_confusions (table, random, c, gamma);
            }
          assert_trace (table, random, c, top_k);
        }
    }
}

/* Classes s s u u, four samples of class 1 and one of class 2:
 *
 *   thresholds of class 1: 1, 1 (one wins the tie by its index), 3, never
 */
static void
test_by_hand (void)
{
  g_autoptr (Case) tiny = case_new ("ssuu", 6);
  const double logits[] = {
    0, 2, 1, 0, 0, 2, 0, 1, 0, 3, 0, 0, 4, 1, 0, 0, 0, 0, 1, 0, 9, 9, 9, 9
  };
  const gint32 labels[] = { 1, 1, 1, 1, 2, -1 };
  const gint32 taken_for[] = { 0, 2, 3 };
  g_autoptr (SeesawSamples) samples = NULL;
  g_autoptr (SeesawClassTable) table = NULL;
  g_autofree double *gammas = NULL;
  g_autofree double *accuracies = NULL;
  SeesawConfusion confusions[4];

  memcpy (tiny->logits, logits, sizeof logits);
  memcpy (tiny->labels, labels, sizeof labels);
  samples = case_reduce (tiny, SEESAW_SCALAR_F64);
  table = seesaw_class_table_new (tiny->classes, samples, 1);

  g_assert_cmpuint (seesaw_class_table_get_n_samples (table, 1), ==, 4);
  g_assert_cmpuint (seesaw_class_table_get_n_samples (table, 3), ==, 0);
  assert_same (seesaw_class_table_get_accuracy (table, 1, -INFINITY), 0.75);
  assert_same (seesaw_class_table_get_accuracy (table, 1, 1.0), 0.75);
  assert_same (seesaw_class_table_get_accuracy (table, 1, 2.0), 0.25);
  assert_same (seesaw_class_table_get_accuracy (table, 1, INFINITY), 0.0);
  assert_same (seesaw_class_table_get_accuracy (table, 3, 0.0), NAN);

  g_assert_cmpuint (seesaw_class_table_trace (table, 1, &gammas, &accuracies), ==, 2);
  assert_same (gammas[0], 1.0);
  assert_same (gammas[1], 3.0);
  assert_same (accuracies[0], 0.75);
  assert_same (accuracies[1], 0.25);
  assert_same (accuracies[2], 0.0);

  /* 2 and 3 once each, and 0: the lowest class first. */
  g_assert_cmpuint (seesaw_class_table_list_confusions (table, 1, 2.0, confusions, 4), ==, 3);
  for (int i = 0; i < 3; i++)
    {
      g_assert_cmpint (confusions[i].predicted, ==, taken_for[i]);
      g_assert_cmpuint (confusions[i].n_samples, ==, 1);
    }
  g_assert_cmpuint (seesaw_class_table_list_confusions (table, 3, 0.0, confusions, 4), ==, 0);
}

/* A class without samples, and one whose accuracy never changes. */
static void
test_flat_trace (void)
{
  g_autoptr (Case) tiny = case_new ("su", 1);
  g_autoptr (SeesawSamples) samples = NULL;
  g_autoptr (SeesawClassTable) table = NULL;

  tiny->logits[0] = INFINITY;
  tiny->labels[0] = 0;
  samples = case_reduce (tiny, SEESAW_SCALAR_F64);
  table = seesaw_class_table_new (tiny->classes, samples, 1);

  for (gsize c = 0; c < 2; c++)
    {
      g_autofree double *gammas = NULL;
      g_autofree double *accuracies = NULL;

      g_assert_cmpuint (seesaw_class_table_trace (table, c, &gammas, &accuracies), ==, 0);
      assert_same (accuracies[0], c == 0 ? 1.0 : (double) NAN);
    }
}

/* The gap of +∞ outweighs any γ, and the prediction must agree with the accuracy. */
static void
test_infinite (void)
{
  g_autoptr (Case) tiny = case_new ("us", 1);
  g_autoptr (SeesawSamples) samples = NULL;
  g_autoptr (SeesawClassTable) table = NULL;
  SeesawConfusion confusion;

  tiny->logits[1] = INFINITY;
  tiny->labels[0] = 1;
  samples = case_reduce (tiny, SEESAW_SCALAR_F64);
  table = seesaw_class_table_new (tiny->classes, samples, 1);

  assert_same (seesaw_class_table_get_accuracy (table, 1, INFINITY), 1.0);
  g_assert_cmpuint (seesaw_class_table_list_confusions (table, 1, INFINITY, &confusion, 1), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/class-table/top-1", GUINT_TO_POINTER (1), test_against_brute_force);
  g_test_add_data_func ("/class-table/top-5", GUINT_TO_POINTER (SEESAW_TOP_K),
                        test_against_brute_force);
  g_test_add_func ("/class-table/by-hand", test_by_hand);
  g_test_add_func ("/class-table/flat-trace", test_flat_trace);
  g_test_add_func ("/class-table/infinite", test_infinite);

  return g_test_run ();
}
