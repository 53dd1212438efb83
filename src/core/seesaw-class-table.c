/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "seesaw-class-table.h"

#include "seesaw-parallel.h"
#include "seesaw-side.h"

#include <math.h>

#define GRAIN 16

struct _SeesawClassTable
{
  SeesawClasses *classes;
  SeesawSamples *samples;
  gsize *first;    /* [n_classes + 1]: where a class begins in members */
  gint32 *members; /* labelled samples, by class */
  SeesawSide *sides;
  guint top_k;
};

/* Counting sort by label. */
static void
sort_by_class (SeesawClassTable *self)
{
  const gint32 *labels = self->samples->label;
  gsize n_classes = self->classes->n_classes;
  g_autofree gsize *next = g_new0 (gsize, n_classes + 1);

  self->first = g_new0 (gsize, n_classes + 1);
  for (gsize i = 0; i < self->samples->n_samples; i++)
    if (labels[i] >= 0)
      self->first[labels[i] + 1]++;
  for (gsize c = 0; c < n_classes; c++)
    {
      self->first[c + 1] += self->first[c];
      next[c] = self->first[c];
    }

  self->members = g_new (gint32, self->first[n_classes] + 1);
  for (gsize i = 0; i < self->samples->n_samples; i++)
    if (labels[i] >= 0)
      self->members[next[labels[i]]++] = (gint32) i;
}

static void
sort_thresholds (gsize first, gsize n_classes, gpointer user_data)
{
  SeesawClassTable *self = user_data;

  for (gsize c = first; c < first + n_classes; c++)
    seesaw_side_init (&self->sides[c], self->samples, self->members + self->first[c],
                      self->first[c + 1] - self->first[c], NULL, self->top_k,
                      self->classes->seen[c]);
}

/**
 * seesaw_class_table_new:
 * @classes: the classes; a reference is kept
 * @samples: per-sample numbers; a reference is kept
 * @top_k: 1 or %SEESAW_TOP_K
 *
 * Sorts the thresholds of every class, in O(N log N).
 *
 * Returns: (transfer full): the table
 */
SeesawClassTable *
seesaw_class_table_new (const SeesawClasses *classes, SeesawSamples *samples, guint top_k)
{
  SeesawClassTable *self = g_atomic_rc_box_new0 (SeesawClassTable);

  self->classes = seesaw_classes_ref ((SeesawClasses *) classes);
  self->samples = seesaw_samples_ref (samples);
  self->top_k = top_k;
  self->sides = g_new0 (SeesawSide, classes->n_classes);
  sort_by_class (self);
  seesaw_parallel_for (classes->n_classes, GRAIN, sort_thresholds, self);

  return self;
}

/**
 * seesaw_class_table_ref:
 *
 * Returns: (transfer full): @self
 */
SeesawClassTable *
seesaw_class_table_ref (SeesawClassTable *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  SeesawClassTable *self = data;

  for (gsize c = 0; c < self->classes->n_classes; c++)
    seesaw_side_clear (&self->sides[c]);
  g_free (self->sides);
  g_free (self->first);
  g_free (self->members);
  seesaw_classes_unref (self->classes);
  seesaw_samples_unref (self->samples);
}

/**
 * seesaw_class_table_unref:
 * @self: (transfer full): the table
 */
void
seesaw_class_table_unref (SeesawClassTable *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

/**
 * seesaw_class_table_is_of:
 * @samples: per-sample numbers
 * @top_k: 1 or %SEESAW_TOP_K
 *
 * Returns: whether the table was made of these
 */
gboolean
seesaw_class_table_is_of (const SeesawClassTable *self, const SeesawSamples *samples, guint top_k)
{
  return self->samples == samples && self->top_k == top_k;
}

/**
 * seesaw_class_table_get_n_samples:
 * @label: a class
 *
 * Returns: number of its samples
 */
gsize
seesaw_class_table_get_n_samples (const SeesawClassTable *self, gsize label)
{
  return self->first[label + 1] - self->first[label];
}

/**
 * seesaw_class_table_get_accuracy:
 * @label: a class
 * @gamma: the calibration factor
 *
 * Returns: fraction of its samples that are right at @gamma among all classes; NaN if it has none
 */
double
seesaw_class_table_get_accuracy (const SeesawClassTable *self, gsize label, double gamma)
{
  return seesaw_side_right_at (&self->sides[label], gamma) /
         (double) seesaw_class_table_get_n_samples (self, label);
}

/* argmax over c of z_c + γ·[c in U]; equal scores go to the lower class. An infinite gap decides
 * whatever γ is, even if that is infinite, too.
 */
static gint32
predict (const SeesawSamples *samples, gint32 i, double gamma)
{
  gint32 seen = samples->seen_class[i];
  gint32 unseen = samples->unseen_class[i];
  double gap = samples->gap[i];

  if (isinf (gap))
    return gap > 0.0 ? seen : unseen;
  if (gap == gamma)
    return MIN (seen, unseen);

  return gap > gamma ? seen : unseen;
}

static int
compare_classes (gconstpointer a, gconstpointer b, gpointer user_data)
{
  gint32 x = *(const gint32 *) a;
  gint32 y = *(const gint32 *) b;

  return (x > y) - (x < y);
}

/* The predictions for the samples of a class, sorted. */
static gint32 *
list_predictions (const SeesawClassTable *self, gsize label, double gamma)
{
  gsize n = seesaw_class_table_get_n_samples (self, label);
  gint32 *predictions = g_new (gint32, n + 1);

  for (gsize m = 0; m < n; m++)
    predictions[m] = predict (self->samples, self->members[self->first[label] + m], gamma);
  g_qsort_with_data (predictions, (int) n, sizeof *predictions, compare_classes, NULL);

  return predictions;
}

static int
compare_counts (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const SeesawConfusion *x = a;
  const SeesawConfusion *y = b;

  return x->n_samples != y->n_samples ? (x->n_samples < y->n_samples ? 1 : -1)
                                      : x->predicted - y->predicted;
}

/**
 * seesaw_class_table_list_confusions:
 * @label: a class
 * @gamma: the calibration factor
 * @confusions: (out): the most frequent ones first, then by class
 * @max_confusions: room for so many
 *
 * What the samples of a class are taken for when they are not taken for it, in O(n log n) for n of
 * them.
 *
 * Returns: how many were written
 */
gsize
seesaw_class_table_list_confusions (const SeesawClassTable *self,
                                    gsize label,
                                    double gamma,
                                    SeesawConfusion *confusions,
                                    gsize max_confusions)
{
  gsize n = seesaw_class_table_get_n_samples (self, label);
  g_autofree gint32 *predictions = list_predictions (self, label, gamma);
  g_autofree SeesawConfusion *all = g_new (SeesawConfusion, n + 1);
  gsize n_all = 0;

  for (gsize m = 0; m < n; m++)
    if (n_all > 0 && all[n_all - 1].predicted == predictions[m])
      all[n_all - 1].n_samples++;
    else if (predictions[m] != (gint32) label)
      all[n_all++] = (SeesawConfusion){ predictions[m], 1 };

  g_qsort_with_data (all, (int) n_all, sizeof *all, compare_counts, NULL);
  n_all = MIN (n_all, max_confusions);
  for (gsize i = 0; i < n_all; i++)
    confusions[i] = all[i];

  return n_all;
}

/**
 * seesaw_class_table_trace:
 * @label: a class
 * @gammas: (out) (transfer full): the thresholds at which its accuracy changes, ascending
 * @accuracies: (out) (transfer full): the accuracy below the first threshold, then above each and
 * up to the next; at a threshold itself it is either of the two beside it
 *
 * A class's accuracy as a function of γ.
 *
 * Returns: number of thresholds, one less than of accuracies
 */
gsize
seesaw_class_table_trace (const SeesawClassTable *self,
                          gsize label,
                          double **gammas,
                          double **accuracies)
{
  const SeesawSide *side = &self->sides[label];
  const SeesawSteps *steps = side->steps;
  double n_samples = (double) seesaw_class_table_get_n_samples (self, label);
  double total = seesaw_steps_get_total (steps);
  gsize n = 0;

  *gammas = g_new (double, steps->n_steps + 1);
  *accuracies = g_new (double, steps->n_steps + 1);
  (*accuracies)[0] = (side->always + (side->seen ? total : 0.0)) / n_samples;

  for (gsize i = 0; i < steps->n_steps; i++)
    {
      double taken = steps->taken[i + 1];

      if (i + 1 < steps->n_steps && steps->threshold[i] == steps->threshold[i + 1])
        continue;

      (*gammas)[n++] = steps->threshold[i];
      (*accuracies)[n] = (side->always + (side->seen ? total - taken : taken)) / n_samples;
    }

  return n;
}
