/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "brute.h"
#include "seesaw-ncm.h"

#include <math.h>
#include <string.h>

typedef struct
{
  Case *test; /* its logits are the cosines, found one by one */
  gsize n_features;
  gsize n_train;
  double *train; /* [n_train, n_features] */
  gint32 *train_labels;
  double *features; /* [test->n_samples, n_features] */
} Features;

static void
features_free (Features *self)
{
  case_free (self->test);
  g_free (self->train);
  g_free (self->train_labels);
  g_free (self->features);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Features, features_free)

static void
add_unit (double *sum, const double *values, gsize n)
{
  double norm = sqrt (brute_dot (values, values, n));

  for (gsize d = 0; d < n && norm > 0.0; d++)
    sum[d] += values[d] / norm;
}

static void
score_one_by_one (Features *self)
{
  gsize n = self->n_features;
  gsize n_classes = self->test->classes->n_classes;
  g_autofree double *mean = g_new (double, n);

  for (gsize c = 0; c < n_classes; c++)
    {
      gsize n_members = 0;

      memset (mean, 0, n * sizeof *mean);
      for (gsize i = 0; i < self->n_train; i++)
        if (self->train_labels[i] == (gint32) c)
          {
            add_unit (mean, self->train + i * n, n);
            n_members++;
          }

      for (gsize i = 0; i < self->test->n_samples; i++)
        {
          double cosine = brute_cosine (mean, self->features + i * n, n);

          self->test->logits[i * n_classes + c] = n_members == 0   ? -(double) INFINITY
                                                  : isnan (cosine) ? 0.0
                                                                   : cosine;
        }
    }
}

/* Some rows are 0, some labels are missing, and so are all training samples of some classes. */
static Features *
features_new_random (GRand *rand, gsize n_classes, gsize n_features)
{
  Features *self = g_new0 (Features, 1);

  self->test = case_new_random (rand, 50, n_classes, 1.0, 0.0);
  self->n_features = n_features;
  self->n_train = 3 * n_classes;
  self->train = brute_new_values (rand, self->n_train * n_features);
  self->features = brute_new_values (rand, self->test->n_samples * n_features);
  self->train_labels = g_new (gint32, self->n_train);
  for (gsize i = 0; i < self->n_train; i++)
    self->train_labels[i] = g_rand_int_range (rand, -1, (gint32) n_classes);
  memset (self->train, 0, n_features * sizeof *self->train);
  memset (self->features + 7 * n_features, 0, n_features * sizeof *self->features);
  score_one_by_one (self);

  return self;
}

/* Test samples in two parts, training samples in three. */
static SeesawSamples *
reduce (const Features *self, SeesawScalar scalar)
{
  gsize row_size = self->n_features * seesaw_scalar_size (scalar);
  gsize n_samples = self->test->n_samples;
  g_autofree char *train = brute_convert (self->train, self->n_train * self->n_features, scalar);
  g_autofree char *features = brute_convert (self->features, n_samples * self->n_features, scalar);
  g_autoptr (SeesawNcm) ncm = seesaw_ncm_new (self->test->classes->n_classes, self->n_features);
  SeesawSamples *samples = seesaw_samples_new (n_samples);
  gsize third = self->n_train / 3;
  gsize part = n_samples / 3;

  for (gsize i = 0; i < 3; i++)
    seesaw_ncm_add (ncm, train + i * third * row_size, scalar, self->train_labels + i * third,
                    i < 2 ? third : self->n_train - 2 * third);
  seesaw_ncm_finish (ncm);

  memcpy (samples->label, self->test->labels, n_samples * sizeof *samples->label);
  seesaw_ncm_reduce (ncm, self->test->classes, features, scalar, 0, part, samples);
  seesaw_ncm_reduce (ncm, self->test->classes, features + part * row_size, scalar, part,
                     n_samples - part, samples);

  return samples;
}

static double
best_of (const Case *test, gsize sample, gboolean seen, gint32 except)
{
  double best = -INFINITY;

  for (gsize c = 0; c < test->classes->n_classes; c++)
    if (test->classes->seen[c] == seen && (gint32) c != except)
      best = fmax (best, test->logits[sample * test->classes->n_classes + c]);

  return best;
}

/* The class itself, unless several are as good but for rounding. */
static void
assert_is_best (const Case *test, gsize sample, gint32 c, double best)
{
  double score = test->logits[sample * test->classes->n_classes + (gsize) c];

  g_assert_true (score == best || score > best - 1e-12);
}

static void
assert_sample (const Features *self, const SeesawSamples *samples, gsize i)
{
  const Case *test = self->test;
  double seen = best_of (test, i, TRUE, -1);
  double unseen = best_of (test, i, FALSE, -1);
  gint32 label = test->labels[i];

  assert_same (samples->best_seen[i], seen);
  assert_same (samples->best_unseen[i], unseen);
  if (isfinite (seen) && isfinite (unseen))
    assert_same (samples->gap[i], seen - unseen);
  assert_is_best (test, i, samples->seen_class[i], seen);
  assert_is_best (test, i, samples->unseen_class[i], unseen);

  if (label >= 0)
    {
      gboolean side = test->classes->seen[label];
      gsize n_side =
          side ? test->classes->n_seen : test->classes->n_classes - test->classes->n_seen;

      assert_same (samples->label_logit[i],
                   test->logits[i * test->classes->n_classes + (gsize) label]);
      assert_same (samples->other_logit[i],
                   n_side > 1 ? best_of (test, i, side, label) : (double) NAN);
    }
}

static void
test_against_brute_force (void)
{
  const gsize n_features[] = { 1, 2, 3, 17, 64, 300 };
  g_autoptr (GRand) rand = g_rand_new_with_seed (8);

  for (gsize round = 0; round < 60; round++)
    {
      gsize n_classes = (gsize) g_rand_int_range (rand, 2, 30);
      g_autoptr (Features) random =
          features_new_random (rand, n_classes, n_features[round % G_N_ELEMENTS (n_features)]);
      g_autoptr (SeesawSamples) wide = reduce (random, SEESAW_SCALAR_F64);

      for (gsize i = 0; i < wide->n_samples; i++)
        assert_sample (random, wide, i);

      /* What half precision holds exactly gives the same numbers in any type. */
      for (int scalar = SEESAW_SCALAR_F16; scalar < SEESAW_SCALAR_F64; scalar++)
        {
          g_autoptr (SeesawSamples) narrow = reduce (random, (SeesawScalar) scalar);

          g_assert_cmpmem (narrow->gap, narrow->n_samples * sizeof (double), wide->gap,
                           wide->n_samples * sizeof (double));
          g_assert_cmpmem (narrow->own_rank, narrow->n_samples, wide->own_rank, wide->n_samples);
        }
    }
}

/* Classes with the same training samples have the same mean: the lowest wins. */
static void
test_ties (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (9);
  g_autoptr (Features) random = features_new_random (rand, 6, 40);
  g_autoptr (SeesawSamples) samples = NULL;
  gint32 lowest[2] = { -1, -1 };

  for (gsize i = 0; i < random->n_train; i++)
    {
      random->train_labels[i] = (gint32) (i % 6);
      memcpy (random->train + i * 40, random->train + (i - i % 6) * 40, 40 * sizeof (double));
    }
  samples = reduce (random, SEESAW_SCALAR_F32);

  for (gint32 c = 5; c >= 0; c--)
    lowest[random->test->classes->seen[c]] = c;
  for (gsize i = 0; i < samples->n_samples; i++)
    {
      assert_same (samples->gap[i], 0.0);
      g_assert_true (samples->gap[i] == 0.0);
      g_assert_cmpint (samples->seen_class[i], ==, lowest[TRUE]);
      g_assert_cmpint (samples->unseen_class[i], ==, lowest[FALSE]);
    }
}

/* Cosines do not depend on lengths, however short or long. */
static void
test_lengths (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (10);
  g_autoptr (Features) random = features_new_random (rand, 9, 20);
  g_autoptr (SeesawSamples) plain = reduce (random, SEESAW_SCALAR_F64);
  const double factors[] = { 0x1p-140, 0x1p-60, 0x1p60, 0x1p100, 0x1p-300 };

  for (gsize f = 0; f < G_N_ELEMENTS (factors); f++)
    {
      SeesawScalar scalar = factors[f] == 0x1p-300 ? SEESAW_SCALAR_F64 : SEESAW_SCALAR_F32;
      g_autoptr (SeesawSamples) scaled = NULL;
      g_autofree double *features = g_memdup2 (random->features, 50 * 20 * sizeof (double));

      for (gsize i = 0; i < 50 * 20; i++)
        random->features[i] *= factors[f];
      scaled = reduce (random, scalar);
      for (gsize i = 0; i < scaled->n_samples; i++)
        assert_same (scaled->gap[i], plain->gap[i]);
      memcpy (random->features, features, 50 * 20 * sizeof (double));
    }
}

/* A feature that is no number scores −∞ everywhere, and is nobody else's business. */
static void
test_no_number (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  g_autoptr (Features) random = features_new_random (rand, 9, 20);
  g_autoptr (SeesawSamples) plain = reduce (random, SEESAW_SCALAR_F32);
  g_autoptr (SeesawSamples) spoilt = NULL;

  random->features[3 * 20 + 5] = NAN;
  random->features[4 * 20 + 5] = INFINITY;
  spoilt = reduce (random, SEESAW_SCALAR_F32);
  for (gsize i = 0; i < spoilt->n_samples; i++)
    if (i == 3 || i == 4)
      {
        assert_same (spoilt->best_seen[i], -INFINITY);
        assert_same (spoilt->best_unseen[i], -INFINITY);
      }
    else
      g_assert_true (spoilt->gap[i] == plain->gap[i]);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ncm/brute-force", test_against_brute_force);
  g_test_add_func ("/ncm/ties", test_ties);
  g_test_add_func ("/ncm/lengths", test_lengths);
  g_test_add_func ("/ncm/no-number", test_no_number);

  return g_test_run ();
}
