/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "brute.h"
#include "seesaw-drift.h"

#include <math.h>
#include <string.h>

typedef struct
{
  SeesawClasses *classes;
  gsize n;        /* features */
  double *then;   /* [n_classes, n] */
  double *now;    /* likewise */
  double *change; /* likewise */
} Weights;

static void
weights_free (Weights *self)
{
  seesaw_classes_unref (self->classes);
  g_free (self->then);
  g_free (self->now);
  g_free (self->change);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Weights, weights_free)

static void
weights_subtract (Weights *self)
{
  for (gsize i = 0; i < self->classes->n_classes * self->n; i++)
    self->change[i] = self->now[i] - self->then[i];
}

static Weights *
weights_new_random (GRand *rand, const char *seen, gsize n)
{
  g_autoptr (Case) empty = case_new (seen, 0);
  Weights *self = g_new0 (Weights, 1);
  gsize size = strlen (seen) * n;

  self->classes = seesaw_classes_ref (empty->classes);
  self->n = n;
  self->then = brute_new_values (rand, size);
  self->now = brute_new_values (rand, size);
  self->change = g_new (double, size + 1);
  weights_subtract (self);

  return self;
}

/* In two parts. */
static SeesawDrift *
measure (const Weights *self, SeesawScalar scalar, gboolean with_start)
{
  gsize n_classes = self->classes->n_classes;
  gsize row_size = self->n * seesaw_scalar_size (scalar);
  gsize part = n_classes / 3;
  SeesawDrift *drift = seesaw_drift_new (n_classes, self->n);
  g_autoptr (SeesawDriftSums) sums = seesaw_drift_begin (drift, self->classes);
  g_autofree char *now = brute_convert (self->now, n_classes * self->n, scalar);
  g_autofree char *then = brute_convert (self->then, n_classes * self->n, scalar);

  seesaw_drift_add (sums, now, with_start ? then : NULL, scalar, 0, part);
  seesaw_drift_add (sums, now + part * row_size, with_start ? then + part * row_size : NULL, scalar,
                    part, n_classes - part);
  seesaw_drift_end (sums, NULL, NULL);

  return drift;
}

/* Δw_c, with its mean taken away for Pearson correlation; 0 if only rounding is left. */
static void
copy_change (const Weights *self, gsize c, gboolean pearson, double *copy)
{
  double mean = 0.0;

  memcpy (copy, self->change + c * self->n, self->n * sizeof *copy);
  for (gsize d = 0; d < self->n && pearson; d++)
    mean += copy[d] / (double) self->n;
  for (gsize d = 0; d < self->n; d++)
    copy[d] = fabs (copy[d] - mean) < 1e-9 ? 0.0 : copy[d] - mean;
}

/* Mean over pairs of different classes, one of side @a and one of side @b. */
static double
brute_mean (const Weights *self, gboolean a, gboolean b, gboolean pearson)
{
  g_autofree double *x = g_new (double, self->n);
  g_autofree double *y = g_new (double, self->n);
  double sum = 0.0;
  double n_pairs = 0.0;

  for (gsize c = 0; c < self->classes->n_classes; c++)
    for (gsize d = 0; d < self->classes->n_classes; d++)
      {
        double cosine;

        if (c == d || self->classes->seen[c] != a || self->classes->seen[d] != b)
          continue;

        copy_change (self, c, pearson, x);
        copy_change (self, d, pearson, y);
        cosine = brute_cosine (x, y, self->n);
        if (isfinite (cosine))
          {
            sum += cosine;
            n_pairs += 1.0;
          }
      }

  return sum / n_pairs;
}

static void
assert_near (double found, double expected)
{
  if (isnan (expected))
    g_assert_true (isnan (found));
  else
    g_assert_cmpfloat_with_epsilon (found, expected, 1e-11);
}

static void
assert_classes (const Weights *self, const SeesawDrift *drift)
{
  gsize n = self->n;

  for (gsize c = 0; c < drift->n_classes; c++)
    {
      const double *now = self->now + c * n;
      const double *then = self->then + c * n;
      const double *change = self->change + c * n;
      double norm = sqrt (brute_dot (change, change, n));

      assert_near (drift->weight_norm[c], sqrt (brute_dot (now, now, n)));
      assert_near (drift->norm[c], norm);
      assert_near (drift->cosine_to_start[c], brute_cosine (now, then, n));
      for (gsize d = 0; d < n; d++)
        g_assert_cmpfloat_with_epsilon (drift->direction[c * n + d],
                                        (float) (norm > 0.0 ? change[d] / norm : 0.0), 1e-7f);
    }
}

static void
assert_means (const Weights *self, const SeesawDrift *drift)
{
  assert_near (drift->cosine.seen, brute_mean (self, TRUE, TRUE, FALSE));
  assert_near (drift->cosine.unseen, brute_mean (self, FALSE, FALSE, FALSE));
  assert_near (drift->cosine.across, brute_mean (self, TRUE, FALSE, FALSE));
  assert_near (drift->pearson.seen, brute_mean (self, TRUE, TRUE, TRUE));
  assert_near (drift->pearson.unseen, brute_mean (self, FALSE, FALSE, TRUE));
  assert_near (drift->pearson.across, brute_mean (self, TRUE, FALSE, TRUE));
}

static void
test_against_brute_force (void)
{
  const gsize n_features[] = { 1, 2, 3, 5, 64, 300, 700 };
  g_autoptr (GRand) rand = g_rand_new_with_seed (12);

  for (gsize i = 0; i < G_N_ELEMENTS (n_features); i++)
    for (int scalar = SEESAW_SCALAR_F16; scalar <= SEESAW_SCALAR_F64; scalar++)
      {
        g_autoptr (Weights) weights = weights_new_random (rand, "suussuusss", n_features[i]);
        g_autoptr (SeesawDrift) drift = NULL;

        /* Class 2 is left alone, class 3 comes from nothing, class 4 is moved evenly. */
        memcpy (weights->now + 2 * weights->n, weights->then + 2 * weights->n,
                weights->n * sizeof (double));
        memset (weights->then + 3 * weights->n, 0, weights->n * sizeof (double));
        for (gsize d = 0; d < weights->n; d++)
          weights->now[4 * weights->n + d] = weights->then[4 * weights->n + d] + 0.125;
        weights_subtract (weights);

        drift = measure (weights, (SeesawScalar) scalar, TRUE);
        g_assert_true (drift->has_start);
        assert_classes (weights, drift);
        assert_means (weights, drift);
        assert_near (drift->norm[2], 0.0);
      }
}

/* More classes than are taken in at once. */
static void
test_many_classes (void)
{
  char seen[301] = { 0 };
  g_autoptr (GRand) rand = g_rand_new_with_seed (13);
  g_autoptr (Weights) weights = NULL;
  g_autoptr (SeesawDrift) drift = NULL;

  for (gsize c = 0; c + 1 < sizeof seen; c++)
    seen[c] = c % 3 == 0 ? 's' : 'u';
  weights = weights_new_random (rand, seen, 20);
  drift = measure (weights, SEESAW_SCALAR_F32, TRUE);

  assert_classes (weights, drift);
  assert_means (weights, drift);
}

/* One class on a side has nobody to be compared with there; nor have two if one does not move. */
static void
test_lonely (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (14);
  g_autoptr (Weights) weights = weights_new_random (rand, "suu", 8);
  g_autoptr (SeesawDrift) drift = NULL;

  memcpy (weights->now + 8, weights->then + 8, 8 * sizeof (double));
  weights_subtract (weights);
  drift = measure (weights, SEESAW_SCALAR_F64, TRUE);

  g_assert_true (isnan (drift->cosine.seen));
  g_assert_true (isnan (drift->cosine.unseen));
  assert_near (drift->cosine.across, brute_cosine (weights->change, weights->change + 16, 8));
}

static void
test_no_start (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (15);
  g_autoptr (Weights) weights = weights_new_random (rand, "ssuu", 8);
  g_autoptr (SeesawDrift) drift = measure (weights, SEESAW_SCALAR_F32, FALSE);
  double norms = 0.0;

  g_assert_false (drift->has_start);
  g_assert_true (isnan (drift->norm[0]) && isnan (drift->cosine_to_start[3]));
  g_assert_true (isnan (drift->cosine.across) && isnan (drift->pearson.unseen));
  g_assert_cmpfloat (drift->direction[5], ==, 0.0f);
  for (gsize c = 2; c < 4; c++)
    norms += sqrt (brute_dot (weights->now + c * 8, weights->now + c * 8, 8)) / 2.0;
  assert_near (seesaw_drift_mean_norm (drift, weights->classes, FALSE), norms);
}

/* A class that is no number leaves the others as they are. */
static void
test_no_number (void)
{
  const double spoils[] = { NAN, INFINITY, -INFINITY };
  g_autoptr (GRand) rand = g_rand_new_with_seed (16);
  g_autoptr (Weights) weights = weights_new_random (rand, "sssuuu", 8);

  for (gsize i = 0; i < G_N_ELEMENTS (spoils); i++)
    {
      g_autoptr (SeesawDrift) drift = NULL;

      weights->now[8 + 3] = spoils[i];
      weights_subtract (weights);
      drift = measure (weights, SEESAW_SCALAR_F32, TRUE);

      g_assert_false (isfinite (drift->norm[1]));
      g_assert_cmpfloat (drift->direction[8 + 3], ==, 0.0f);
      assert_means (weights, drift);
      g_assert_true (isfinite (drift->cosine.seen) && isfinite (drift->pearson.seen));
    }
}

static void
test_bias (void)
{
  const double now[] = { 1.0, 2.0, NAN };
  const double then[] = { 0.5, 4.0, 1.0 };
  g_autoptr (Case) empty = case_new ("suu", 0);
  g_autoptr (SeesawDrift) drift = seesaw_drift_new (3, 4);
  g_autoptr (SeesawDriftSums) sums = seesaw_drift_begin (drift, empty->classes);

  seesaw_drift_end (sums, now, then);
  assert_same (drift->bias[1], 2.0);
  assert_same (drift->bias_change[0], 0.5);
  assert_same (drift->bias_change[1], -2.0);
  assert_same (drift->bias_change[2], NAN);

  seesaw_drift_end (sums, now, NULL);
  assert_same (drift->bias[0], 1.0);
  assert_same (drift->bias_change[0], NAN);

  seesaw_drift_end (sums, NULL, NULL);
  assert_same (drift->bias[0], NAN);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/drift/brute-force", test_against_brute_force);
  g_test_add_func ("/drift/many-classes", test_many_classes);
  g_test_add_func ("/drift/lonely", test_lonely);
  g_test_add_func ("/drift/no-start", test_no_start);
  g_test_add_func ("/drift/no-number", test_no_number);
  g_test_add_func ("/drift/bias", test_bias);

  return g_test_run ();
}
