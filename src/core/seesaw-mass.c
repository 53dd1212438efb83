/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "seesaw-mass.h"

#include "seesaw-sort.h"

#include <math.h>
#include <string.h>

/* The mean of N sigmoids at any γ, without N sigmoids. Samples with nearly the same log-odds form
 * a cluster with centre m; within it
 *
 *     sum of σ (d + γ)  =  sum over k of  σ⁽ᵏ⁾ (m + γ) / k!  ·  sum of (d − m)ᵏ
 *
 * and the power sums do not depend on γ. σ is analytic with radius π, so that clusters of width
 * 1/4 and ten terms leave an error of (1/8 / π)^10 < 1e-13.
 */
#define CLUSTER_WIDTH 0.25
#define N_TERMS 10

/* Beyond these, σ is 1 or 0 in double precision. */
#define CERTAIN 40.0
#define IMPOSSIBLE -745.0

typedef struct
{
  double centre;
  double power_sums[N_TERMS];
} Cluster;

struct _SeesawMass
{
  Cluster *clusters;
  gsize n_clusters;
  double n_certain; /* log-odds of +∞ */
  double n_samples;
};

static void
cluster_init (Cluster *cluster, const double *values, gsize n_values)
{
  cluster->centre = (values[0] + values[n_values - 1]) / 2.0;
  memset (cluster->power_sums, 0, sizeof cluster->power_sums);

  for (gsize i = 0; i < n_values; i++)
    {
      double power = 1.0;

      for (int k = 0; k < N_TERMS; k++, power *= values[i] - cluster->centre)
        cluster->power_sums[k] += power;
    }
}

/* Taylor coefficients of σ from σ' = σ − σ². */
static double
cluster_at (const Cluster *cluster, double gamma)
{
  double x = cluster->centre + gamma;
  double a[N_TERMS];
  double sum;

  if (x > CERTAIN)
    return cluster->power_sums[0];
  if (x < IMPOSSIBLE)
    return 0.0;

  a[0] = 1.0 / (1.0 + exp (-x));
  sum = a[0] * cluster->power_sums[0];
  for (int k = 0; k + 1 < N_TERMS; k++)
    {
      double square = 0.0;

      for (int i = 0; i <= k; i++)
        square += a[i] * a[k - i];
      a[k + 1] = (a[k] - square) / (k + 1);
      sum += a[k + 1] * cluster->power_sums[k + 1];
    }

  return sum;
}

static void
form_clusters (SeesawMass *self, const double *sorted, gsize n_values)
{
  self->clusters = g_new (Cluster, n_values);

  for (gsize first = 0, end; first < n_values; first = end)
    {
      for (end = first + 1; end < n_values && sorted[end] - sorted[first] <= CLUSTER_WIDTH; end++)
        ;
      cluster_init (&self->clusters[self->n_clusters++], sorted + first, end - first);
    }

  self->clusters = g_renew (Cluster, self->clusters, self->n_clusters);
}

/**
 * seesaw_mass_new:
 * @log_odds: `[n_samples]`, LSE_U − LSE_S of each sample; ±infinity is allowed, NaN is left out
 * @n_samples: number of samples
 *
 * Prepares the mean of P(U given x) = σ (log-odds + γ) for every γ, in O(N log N).
 *
 * Returns: (transfer full): the mean as a function of γ
 */
SeesawMass *
seesaw_mass_new (const double *log_odds, gsize n_samples)
{
  SeesawMass *self = g_atomic_rc_box_new0 (SeesawMass);
  g_autofree double *finite = g_new (double, n_samples);
  gsize n_finite = 0;

  for (gsize i = 0; i < n_samples; i++)
    {
      if (isnan (log_odds[i]))
        continue;

      self->n_samples += 1.0;
      if (isfinite (log_odds[i]))
        finite[n_finite++] = log_odds[i];
      else
        self->n_certain += log_odds[i] > 0.0;
    }

  seesaw_sort_values (finite, n_finite);
  form_clusters (self, finite, n_finite);

  return self;
}

/**
 * seesaw_mass_ref:
 *
 * Returns: (transfer full): @self
 */
SeesawMass *
seesaw_mass_ref (SeesawMass *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  SeesawMass *self = data;

  g_free (self->clusters);
}

/**
 * seesaw_mass_unref:
 * @self: (transfer full): the mean
 */
void
seesaw_mass_unref (SeesawMass *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

/**
 * seesaw_mass_at:
 * @gamma: the calibration factor
 *
 * Cost depends on the range of the log-odds, not on the number of samples; the relative error is
 * below 1e-12.
 *
 * Returns: mean of P(U given x) at @gamma, or NaN if there are no samples
 */
double
seesaw_mass_at (const SeesawMass *self, double gamma)
{
  double sum = self->n_certain;

  for (gsize i = 0; i < self->n_clusters; i++)
    sum += cluster_at (&self->clusters[i], gamma);

  return sum / self->n_samples;
}
