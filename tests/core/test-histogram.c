/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "brute.h"
#include "seesaw-histogram.h"

#include <math.h>
#include <string.h>

static double
total_of (const SeesawHistogram *histogram)
{
  double total = 0.0;

  for (gsize i = 0; i < histogram->n_bins; i++)
    total += histogram->counts[i];

  return total;
}

static void
test_edges (void)
{
  g_auto (SeesawHistogram) histogram = { 0 };
  const double values[] = { 0.0, 0.5, 1.0, 1.5, 2.0, -0.001, 2.001, NAN, INFINITY, -INFINITY };

  seesaw_histogram_init (&histogram, 0.0, 2.0, 4);
  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    seesaw_histogram_add (&histogram, values[i]);

  /* The last edge belongs to the last bin. */
  for (gsize i = 0; i < 4; i++)
    assert_same (histogram.counts[i], i == 3 ? 2.0 : 1.0);
}

/* Ends that no step of a binary fraction hits exactly. */
static void
test_last_edge (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);

  for (int round = 0; round < 20000; round++)
    {
      g_auto (SeesawHistogram) histogram = { 0 };
      double low = g_rand_double_range (rand, -50.0, 50.0);
      double high = low + g_rand_double_range (rand, 1e-9, 50.0);
      gsize n_bins = (gsize) g_rand_int_range (rand, 1, 300);

      seesaw_histogram_init (&histogram, low, high, n_bins);
      seesaw_histogram_add (&histogram, low);
      seesaw_histogram_add (&histogram, high);
      assert_same (histogram.counts[0], n_bins > 1 ? 1.0 : 2.0);
      assert_same (histogram.counts[n_bins - 1], n_bins > 1 ? 1.0 : 2.0);
    }
}

static void
assert_gaps (const Case *random, guint top_k)
{
  const SeesawClasses *classes = random->classes;
  g_autoptr (SeesawSamples) samples = case_reduce (random, SEESAW_SCALAR_F32);
  g_autoptr (SeesawGapHistogram) gaps = seesaw_gap_histogram_new (classes, samples, top_k, 7);
  g_autofree guint8 *own = g_new (guint8, classes->n_classes);
  double right[2] = { 0 };
  double wrong[2] = { 0 };
  double n[2] = { 0 };

  for (gsize i = 0; i < random->n_samples; i++)
    {
      gboolean seen = random->labels[i] >= 0 && classes->seen[random->labels[i]];

      if (random->labels[i] < 0)
        continue;

      for (gsize c = 0; c < classes->n_classes; c++)
        own[c] = classes->seen[c] == seen;
      n[seen] += 1.0;
      if (!isfinite (samples->gap[i]))
        continue;
      if (brute_in_top (random, i, 0.0, top_k, own))
        right[seen] += 1.0;
      else
        wrong[seen] += 1.0;
    }

  for (int seen = 0; seen < 2; seen++)
    {
      assert_same (total_of (&gaps->right[seen]), right[seen]);
      assert_same (total_of (&gaps->wrong[seen]), wrong[seen]);
      assert_same (gaps->n_samples[seen], n[seen]);
    }
}

static void
test_gaps (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);

  for (int round = 0; round < 200; round++)
    {
      gsize n_classes = (gsize) g_rand_int_range (rand, 2, 20);
      g_autoptr (Case) random = case_new_random (rand, 30, n_classes, 0.125, round % 3 * 0.05);

      assert_gaps (random, 1);
      assert_gaps (random, SEESAW_TOP_K);
    }
}

/* All gaps the same, no label, no sample: still a range, and nothing lost. */
static void
test_degenerate (void)
{
  for (gsize n = 0; n < 3; n++)
    {
      g_autoptr (Case) tiny = case_new ("su", n);

      assert_gaps (tiny, 1);
      for (gsize i = 0; i < n; i++)
        {
          tiny->logits[2 * i] = 3.0;
          tiny->labels[i] = 0;
        }
      assert_gaps (tiny, 1);
      for (gsize i = 0; i < n; i++)
        tiny->logits[2 * i] = 1e17;
      assert_gaps (tiny, 1);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/histogram/edges", test_edges);
  g_test_add_func ("/histogram/last-edge", test_last_edge);
  g_test_add_func ("/histogram/gaps", test_gaps);
  g_test_add_func ("/histogram/degenerate", test_degenerate);

  return g_test_run ();
}
