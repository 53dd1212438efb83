/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-curve.h"
#include "seesaw-reduce.h"

/* Logits and labels small enough to look at one by one, and answers found by doing exactly that:
 * γ is added to every unseen logit, and all scores are compared.
 */
typedef struct
{
  SeesawClasses *classes;
  gsize n_samples;
  double *logits; /* [n_samples, n_classes] */
  gint32 *labels;
} Case;

Case *case_new (const char *seen, gsize n_samples);
Case *case_new_random (GRand *rand, gsize n_samples, gsize n_classes, double step, double special);
void case_free (Case *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Case, case_free)

SeesawSamples *case_reduce (const Case *self, SeesawScalar scalar);
gpointer case_convert (const Case *self, SeesawScalar scalar);

gpointer brute_convert (const double *values, gsize n, SeesawScalar scalar);
double *brute_new_values (GRand *rand, gsize n);
double brute_dot (const double *a, const double *b, gsize n);
double brute_cosine (const double *a, const double *b, gsize n);

gint32 brute_prediction (const Case *self, gsize sample, double gamma, const guint8 *among);
gboolean
brute_in_top (const Case *self, gsize sample, double gamma, guint top_k, const guint8 *among);
SeesawAccuracy brute_accuracy (const Case *self, double gamma, guint top_k, SeesawAverage average);

void assert_same (double found, double expected);
