/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "brute.h"

#include <math.h>
#include <string.h>

/* @seen: a letter a class, 's' or 'u'. Logits are 0 and labels −1 until they are set. */
Case *
case_new (const char *seen, gsize n_samples)
{
  Case *self = g_new0 (Case, 1);
  gsize n_classes = strlen (seen);
  g_autofree guint8 *mask = g_new (guint8, n_classes);

  for (gsize c = 0; c < n_classes; c++)
    mask[c] = seen[c] == 's';

  self->classes = seesaw_classes_new (mask, NULL, n_classes, NULL);
  g_assert_nonnull (self->classes);
  self->n_samples = n_samples;
  self->logits = g_new0 (double, n_samples *n_classes);
  self->labels = g_new (gint32, n_samples);
  for (gsize i = 0; i < n_samples; i++)
    self->labels[i] = -1;

  return self;
}

/* Logits are multiples of @step, so that ties are frequent and sums with γ exact; a share
 * @special of them is NaN, −∞ or +∞.
 */
Case *
case_new_random (GRand *rand, gsize n_samples, gsize n_classes, double step, double special)
{
  g_autofree char *seen = g_new0 (char, n_classes + 1);
  const double specials[] = { NAN, -INFINITY, INFINITY };
  Case *self;

  for (gsize c = 0; c < n_classes; c++)
    seen[c] = c == 0 ? 's' : c == 1 ? 'u' : g_rand_boolean (rand) ? 's' : 'u';

  self = case_new (seen, n_samples);
  for (gsize i = 0; i < n_samples * n_classes; i++)
    self->logits[i] = g_rand_double (rand) < special ? specials[g_rand_int_range (rand, 0, 3)]
                                                     : step * g_rand_int_range (rand, -20, 21);
  for (gsize i = 0; i < n_samples; i++)
    self->labels[i] = g_rand_int_range (rand, -1, (gint32) n_classes);

  return self;
}

void
case_free (Case *self)
{
  seesaw_classes_unref (self->classes);
  g_free (self->logits);
  g_free (self->labels);
  g_free (self);
}

/* Half precision of a multiple of 1/8 below 2048 in absolute value, or of a special value. */
static guint16
to_half (double value)
{
  guint16 sign = signbit (value) ? 0x8000 : 0;
  int exponent;
  double fraction;

  if (isnan (value))
    return 0x7e00;
  if (isinf (value))
    return sign | 0x7c00;
  if (value == 0.0)
    return sign;

  fraction = frexp (fabs (value), &exponent);

  return (guint16) (sign | (exponent + 14) << 10 | ((int) ldexp (fraction, 11) & 0x03ff));
}

gpointer
brute_convert (const double *values, gsize n, SeesawScalar scalar)
{
  gpointer converted = g_malloc (n * seesaw_scalar_size (scalar));

  for (gsize i = 0; i < n; i++)
    if (scalar == SEESAW_SCALAR_F16)
      ((guint16 *) converted)[i] = to_half (values[i]);
    else if (scalar == SEESAW_SCALAR_F32)
      ((float *) converted)[i] = (float) values[i];
    else
      ((double *) converted)[i] = values[i];

  return converted;
}

gpointer
case_convert (const Case *self, SeesawScalar scalar)
{
  return brute_convert (self->logits, self->n_samples * self->classes->n_classes, scalar);
}

/* Multiples of 1/8 that half precision holds exactly. */
double *
brute_new_values (GRand *rand, gsize n)
{
  double *values = g_new (double, n + 1);

  for (gsize i = 0; i < n; i++)
    values[i] = g_rand_int_range (rand, -100, 101) / 8.0;

  return values;
}

double
brute_dot (const double *a, const double *b, gsize n)
{
  double sum = 0.0;

  for (gsize i = 0; i < n; i++)
    sum += a[i] * b[i];

  return sum;
}

/* NaN if either has no direction. */
double
brute_cosine (const double *a, const double *b, gsize n)
{
  return brute_dot (a, b, n) / sqrt (brute_dot (a, a, n) * brute_dot (b, b, n));
}

SeesawSamples *
case_reduce (const Case *self, SeesawScalar scalar)
{
  SeesawSamples *samples = seesaw_samples_new (self->n_samples);
  g_autofree gpointer logits = case_convert (self, scalar);

  if (self->n_samples > 0)
    memcpy (samples->label, self->labels, self->n_samples * sizeof *self->labels);
  seesaw_reduce_samples (self->classes, logits, scalar, 0, self->n_samples, TRUE, samples);

  return samples;
}

static double
score (const Case *self, gsize sample, gsize c, double gamma)
{
  double logit = self->logits[sample * self->classes->n_classes + c];

  return (isnan (logit) ? (double) -INFINITY : logit) + (self->classes->seen[c] ? 0.0 : gamma);
}

/* @among: [n_classes], the classes to choose from; NULL for all */
gint32
brute_prediction (const Case *self, gsize sample, double gamma, const guint8 *among)
{
  gint32 best = -1;

  for (gsize c = 0; c < self->classes->n_classes; c++)
    if ((among == NULL || among[c]) &&
        (best < 0 || score (self, sample, c, gamma) > score (self, sample, (gsize) best, gamma)))
      best = (gint32) c;

  return best;
}

gboolean
brute_in_top (const Case *self, gsize sample, double gamma, guint top_k, const guint8 *among)
{
  gsize label = (gsize) self->labels[sample];
  double of_label = score (self, sample, label, gamma);
  guint ahead = 0;

  for (gsize c = 0; c < self->classes->n_classes; c++)
    if (among == NULL || among[c])
      ahead += score (self, sample, c, gamma) > of_label ||
               (score (self, sample, c, gamma) == of_label && c < label);

  return ahead < top_k;
}

typedef struct
{
  double right;
  double right_own;
  double n;
} Tally;

static void
tally_classes (const Case *self, double gamma, guint top_k, Tally *tallies)
{
  gsize n_classes = self->classes->n_classes;
  g_autofree guint8 *own = g_new (guint8, n_classes);

  for (gsize i = 0; i < self->n_samples; i++)
    {
      gint32 label = self->labels[i];

      if (label < 0)
        continue;

      for (gsize c = 0; c < n_classes; c++)
        own[c] = self->classes->seen[c] == self->classes->seen[label];

      tallies[label].n += 1.0;
      tallies[label].right += brute_in_top (self, i, gamma, top_k, NULL);
      tallies[label].right_own += brute_in_top (self, i, gamma, top_k, own);
    }
}

SeesawAccuracy
brute_accuracy (const Case *self, double gamma, guint top_k, SeesawAverage average)
{
  gsize n_classes = self->classes->n_classes;
  g_autofree Tally *tallies = g_new0 (Tally, n_classes);
  Tally side[2] = { 0 };
  SeesawAccuracy a;

  tally_classes (self, gamma, top_k, tallies);
  for (gsize c = 0; c < n_classes; c++)
    {
      Tally *sum = &side[self->classes->seen[c]];
      double share = average == SEESAW_AVERAGE_CLASS ? 1.0 / tallies[c].n : 1.0;

      if (tallies[c].n == 0.0)
        continue;

      sum->right += tallies[c].right * share;
      sum->right_own += tallies[c].right_own * share;
      sum->n += tallies[c].n * share;
    }

  a.yy = (side[0].right + side[1].right) / (side[0].n + side[1].n);
  a.sy = side[1].right / side[1].n;
  a.uy = side[0].right / side[0].n;
  a.ss = side[1].right_own / side[1].n;
  a.uu = side[0].right_own / side[0].n;
  a.h = a.sy + a.uy == 0.0 ? 0.0 : 2.0 * a.sy * a.uy / (a.sy + a.uy);

  return a;
}

void
assert_same (double found, double expected)
{
  if (isnan (expected))
    g_assert_true (isnan (found));
  else if (isinf (expected))
    g_assert_true (found == expected);
  else
    g_assert_cmpfloat_with_epsilon (found, expected, 1e-12 * MAX (1.0, fabs (expected)));
}
