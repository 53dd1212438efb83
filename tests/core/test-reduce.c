/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "brute.h"

#include <math.h>
#include <string.h>

static const char *const scalar_names[] = { "f16", "f32", "f64" };

/* One sample a row: what the sides are, the logits, the label, and what must come out. */
typedef struct
{
  const char *seen;
  double logits[8];
  gint32 label;
  double gap;
  guint8 own_rank;
  gint32 seen_class;
  gint32 unseen_class;
  gboolean wins_tie;
  double other;
} Row;

static const Row rows[] = {
  /* label on top of its side */
  { "ssuu", { 3, 1, 2, 0 }, 0, 1.0, 0, 0, 2, TRUE, 1.0 },
  { "ssuu", { 3, 1, 2, 0 }, 2, 1.0, 0, 0, 2, FALSE, 0.0 },
  /* label second on its side */
  { "ssuu", { 3, 1, 2, 0 }, 1, 1.0, 1, 0, 2, FALSE, 3.0 },
  { "ssuu", { 3, 1, 2, 0 }, 3, 1.0, 1, 0, 2, FALSE, 2.0 },
  /* unseen classes first: they win ties */
  { "uuss", { 0, 2, 3, 1 }, 1, 1.0, 0, 2, 1, TRUE, 0.0 },
  { "uuss", { 0, 2, 3, 1 }, 2, 1.0, 0, 2, 1, FALSE, 1.0 },
  /* equal logits go to the lowest index */
  { "susu", { 2, 1, 2, 1 }, 0, 1.0, 0, 0, 1, TRUE, 2.0 },
  { "susu", { 2, 1, 2, 1 }, 2, 1.0, 1, 0, 1, FALSE, 2.0 },
  { "susu", { 2, 1, 2, 1 }, 3, 1.0, 1, 0, 1, FALSE, 1.0 },
  /* NaN counts as −∞ */
  { "ssuu", { NAN, 1, 2, NAN }, 0, -1.0, 1, 1, 2, FALSE, 1.0 },
  { "ssuu", { NAN, 1, 2, NAN }, 1, -1.0, 0, 1, 2, TRUE, -INFINITY },
  /* a side without any finite logit can never, or must always, win */
  { "ssuu", { 0, 1, -INFINITY, NAN }, 1, INFINITY, 0, 1, 2, TRUE, 0.0 },
  { "ssuu", { 0, 1, INFINITY, 0 }, 2, -INFINITY, 0, 1, 2, FALSE, 0.0 },
  /* both sides infinite: the index decides, whatever γ is */
  { "susu", { INFINITY, INFINITY, 0, 0 }, 0, INFINITY, 0, 0, 1, TRUE, 0.0 },
  { "usus", { INFINITY, INFINITY, 0, 0 }, 1, -INFINITY, 0, 1, 0, FALSE, 0.0 },
  { "ssuu", { NAN, NAN, NAN, NAN }, 0, INFINITY, 0, 0, 2, TRUE, -INFINITY },
  /* no label */
  { "ssuu", { 3, 1, 2, 0 }, -1, 1.0, 5, 0, 2, FALSE, NAN },
  /* nobody else on the label's side */
  { "suu", { 1, 2, 0 }, 0, -1.0, 0, 0, 1, TRUE, NAN },
};

static void
test_rows (gconstpointer data)
{
  SeesawScalar scalar = GPOINTER_TO_UINT (data);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const Row *row = &rows[i];
      g_autoptr (Case) one = case_new (row->seen, 1);
      g_autoptr (SeesawSamples) samples = NULL;

      memcpy (one->logits, row->logits, strlen (row->seen) * sizeof (double));
      one->labels[0] = row->label;
      samples = case_reduce (one, scalar);

      g_test_message ("row %zu", i);
      assert_same (samples->gap[0], row->gap);
      g_assert_cmpuint (samples->own_rank[0], ==, row->own_rank);
      g_assert_cmpint (samples->seen_class[0], ==, row->seen_class);
      g_assert_cmpint (samples->unseen_class[0], ==, row->unseen_class);
      g_assert_cmpint ((samples->wins_tie[0] & SEESAW_TIE_TOP_1) != 0, ==, row->wins_tie);
      assert_same (samples->other_logit[0], row->other);
      if (row->label >= 0)
        assert_same (samples->label_logit[0], isnan (row->logits[row->label])
                                                  ? (double) -INFINITY
                                                  : row->logits[row->label]);
    }
}

/* Log-odds against sums of exponentials in long double. */
static double
brute_log_odds (const Case *one, gsize sample)
{
  const SeesawClasses *classes = one->classes;
  long double sums[2] = { 0.0L, 0.0L };

  for (gsize c = 0; c < classes->n_classes; c++)
    {
      double logit = one->logits[sample * classes->n_classes + c];

      if (!isnan (logit))
        sums[classes->seen[c]] += expl ((long double) logit);
    }

  return (double) (logl (sums[0]) - logl (sums[1]));
}

static void
test_log_odds (gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (gsize n_classes = 2; n_classes < 300; n_classes += 13)
    {
      g_autoptr (Case) random = case_new_random (rand, 20, n_classes, 0.25, 0.0);
      g_autoptr (SeesawSamples) samples = case_reduce (random, GPOINTER_TO_UINT (data));

      for (gsize i = 0; i < random->n_samples; i++)
        g_assert_cmpfloat_with_epsilon (samples->log_odds[i], brute_log_odds (random, i), 1e-12);
    }
}

static void
test_log_odds_far_apart (void)
{
  g_autoptr (Case) far = case_new ("su", 3);
  g_autoptr (SeesawSamples) samples = NULL;

  far->logits[0] = 1e5;
  far->logits[1] = -1e5;
  far->logits[2] = -INFINITY;
  far->logits[5] = NAN;
  samples = case_reduce (far, SEESAW_SCALAR_F64);

  assert_same (samples->log_odds[0], -2e5);
  assert_same (samples->log_odds[1], INFINITY);
  assert_same (samples->log_odds[2], -INFINITY);
}

static void
test_counts_nan (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  g_autoptr (Case) random = case_new_random (rand, 37, 41, 1.0, 0.1);

  for (SeesawScalar scalar = SEESAW_SCALAR_F16; scalar <= SEESAW_SCALAR_F64; scalar++)
    {
      g_autofree gpointer logits = case_convert (random, scalar);
      g_autoptr (SeesawSamples) samples = seesaw_samples_new (random->n_samples);
      guint64 expected = 0;

      for (gsize i = 0; i < random->n_samples * random->classes->n_classes; i++)
        expected += isnan (random->logits[i]);
      g_assert_cmpuint (expected, >, 0);
      g_assert_cmpuint (seesaw_reduce_samples (random->classes, logits, scalar, 0,
                                               random->n_samples, FALSE, samples),
                        ==, expected);
    }
}

/* The prediction follows from the best of each side and the gap alone. */
static void
test_predictions (gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);

  for (int round = 0; round < 200; round++)
    {
      gsize n_classes = (gsize) g_rand_int_range (rand, 2, 160);
      g_autoptr (Case) random = case_new_random (rand, 19, n_classes, 0.5, round % 2 * 0.05);
      g_autoptr (SeesawSamples) samples = case_reduce (random, GPOINTER_TO_UINT (data));

      for (gsize i = 0; i < random->n_samples; i++)
        for (double gamma = -11.0; gamma <= 11.0; gamma += 0.25)
          {
            gboolean unseen =
                gamma > samples->gap[i] ||
                (gamma == samples->gap[i] && samples->unseen_class[i] < samples->seen_class[i]);

            g_assert_cmpint (brute_prediction (random, i, gamma, NULL), ==,
                             unseen ? samples->unseen_class[i] : samples->seen_class[i]);
          }
    }
}

static void
test_mean_gap (gconstpointer data)
{
  SeesawScalar scalar = GPOINTER_TO_UINT (data);
  g_autoptr (Case) tiny = case_new ("sssuu", 4);
  g_autofree gpointer logits = NULL;
  SeesawMeanGap gap;
  const double values[] = { 1, 2, 4, 3, 5, 0, 8, 2, 1, 1, 9, 9, 9, 9, 9, 7, 7, 7, 7, 7 };

  memcpy (tiny->logits, values, sizeof values);
  tiny->labels[0] = 0;
  tiny->labels[1] = 1;
  tiny->labels[2] = 3; /* unseen: does not count */
  logits = case_convert (tiny, scalar);
  gap = seesaw_reduce_mean_gap (tiny->classes, logits, scalar, tiny->labels, tiny->n_samples);

  /* (2 + 4)/2 − (3 + 5)/2 = −1 and (0 + 2)/2 − (1 + 1)/2 = 0 */
  g_assert_cmpuint (gap.n_samples, ==, 2);
  assert_same (gap.sum, -1.0);
}

static void
test_mean_gap_single_seen_class (void)
{
  g_autoptr (Case) tiny = case_new ("suu", 1);

  tiny->labels[0] = 0;
  g_assert_cmpuint (
      seesaw_reduce_mean_gap (tiny->classes, tiny->logits, SEESAW_SCALAR_F64, tiny->labels, 1)
          .n_samples,
      ==, 0);
}

/* Each number stays where it was put, whichever of its neighbours are written later. */
static void
test_samples_lie_apart (void)
{
  for (gsize n = 1; n < 140; n += 13)
    {
      g_autoptr (SeesawSamples) samples = seesaw_samples_new (n);
      gpointer arrays[] = { samples->gap,          samples->top_k_threshold, samples->log_odds,
                            samples->best_seen,    samples->best_unseen,     samples->label_logit,
                            samples->other_logit,  samples->label,           samples->seen_class,
                            samples->unseen_class, samples->own_rank,        samples->wins_tie };
      gsize widths[] = { 8, 8, 8, 8, 8, 8, 8, 4, 4, 4, 1, 1 };

      for (gsize i = 0; i < G_N_ELEMENTS (arrays); i++)
        {
          g_assert_cmpuint ((guintptr) arrays[i] % SEESAW_SAMPLES_ALIGNMENT, ==, 0);
          memset (arrays[i], (int) i + 1, n * widths[i]);
        }
      for (gsize i = 0; i < G_N_ELEMENTS (arrays); i++)
        for (gsize j = 0; j < n * widths[i]; j++)
          g_assert_cmpuint (((const guint8 *) arrays[i])[j], ==, i + 1);
      g_assert_cmpuint ((gsize) ((char *) samples->wins_tie + n - (char *) samples->gap), <=,
                        seesaw_samples_size (n));
    }

  g_assert_cmpuint (seesaw_samples_get_range (7), ==, 7);
  g_assert_cmpuint (seesaw_samples_get_range (64), ==, 64);
  g_assert_cmpuint (seesaw_samples_get_range (2621), ==, 2560);
}

int
main (int argc, char *argv[])
{
  const struct
  {
    const char *name;
    GTestDataFunc func;
  } by_scalar[] = {
    { "rows", test_rows },
    { "log-odds", test_log_odds },
    { "predictions", test_predictions },
    { "mean-gap", test_mean_gap },
  };

  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (by_scalar); i++)
    for (guint scalar = SEESAW_SCALAR_F16; scalar <= SEESAW_SCALAR_F64; scalar++)
      {
        g_autofree char *path =
            g_strdup_printf ("/reduce/%s/%s", by_scalar[i].name, scalar_names[scalar]);

        g_test_add_data_func (path, GUINT_TO_POINTER (scalar), by_scalar[i].func);
      }
  g_test_add_func ("/reduce/log-odds/far-apart", test_log_odds_far_apart);
  g_test_add_func ("/reduce/nan/count", test_counts_nan);
  g_test_add_func ("/reduce/mean-gap/single-seen-class", test_mean_gap_single_seen_class);
  g_test_add_func ("/reduce/samples-lie-apart", test_samples_lie_apart);

  return g_test_run ();
}
