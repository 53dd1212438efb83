/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Runs side by side, and their repetitions taken together. */

#include "config.h"

#include "seesaw-comparison.h"

#include <math.h>

static void
free_compared (gpointer data)
{
  SeesawCompared *self = data;

  seesaw_run_unref (self->run);
  g_free (self);
}

/**
 * seesaw_comparison_new:
 *
 * Returns: (transfer full): a comparison of no runs, to be filled until it is shared
 */
SeesawComparison *
seesaw_comparison_new (void)
{
  SeesawComparison *self = g_atomic_rc_box_new0 (SeesawComparison);

  self->runs = g_ptr_array_new_with_free_func (free_compared);

  return self;
}

/**
 * seesaw_comparison_ref:
 *
 * Returns: (transfer full): @self
 */
SeesawComparison *
seesaw_comparison_ref (SeesawComparison *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  SeesawComparison *self = data;

  g_ptr_array_unref (self->runs);
}

/**
 * seesaw_comparison_unref:
 * @self: (transfer full): the comparison
 */
void
seesaw_comparison_unref (SeesawComparison *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

/**
 * seesaw_comparison_add:
 * @run: a run; a reference is kept
 * @start: (nullable): its epoch before fine-tuning, analysed
 * @now: the epoch to compare, analysed
 * @ncm: (nullable): nearest class means of that epoch
 *
 * Adds a run. All must have been analysed with the same k and average for the comparison to be
 * fair.
 */
void
seesaw_comparison_add (SeesawComparison *self,
                       SeesawRun *run,
                       const SeesawAnalysis *start,
                       const SeesawAnalysis *now,
                       const SeesawAnalysis *ncm)
{
  SeesawCompared *compared = g_new0 (SeesawCompared, 1);

  compared->run = seesaw_run_ref (run);
  compared->epoch = now->epoch->index;
  seesaw_measures_init (&compared->measures, start, now, ncm);
  g_ptr_array_add (self->runs, compared);
}

/**
 * seesaw_comparison_rename:
 * @names: `[n_runs]`, what each run is to be called; %NULL: as it calls itself
 *
 * Returns: (transfer full): the same with other names
 */
SeesawComparison *
seesaw_comparison_rename (const SeesawComparison *self, const char *const *names)
{
  SeesawComparison *renamed = seesaw_comparison_new ();

  for (guint i = 0; i < self->runs->len; i++)
    {
      const SeesawCompared *compared = seesaw_comparison_get (self, i);
      SeesawCompared *copy = g_memdup2 (compared, sizeof *compared);

      copy->run = names[i] != NULL ? seesaw_run_rename (compared->run, names[i])
                                   : seesaw_run_ref (compared->run);
      g_ptr_array_add (renamed->runs, copy);
    }

  return renamed;
}

/**
 * seesaw_comparison_get:
 * @index: position of a run
 *
 * Returns: (transfer none): the run
 */
const SeesawCompared *
seesaw_comparison_get (const SeesawComparison *self, guint index)
{
  return g_ptr_array_index (self->runs, index);
}

static void
init_attribute (SeesawAttribute *value, const SeesawCompared *compared, const char *name)
{
  seesaw_attribute_init (value, compared->run, compared->epoch, name);
}

/**
 * seesaw_comparison_list_attributes:
 *
 * Returns: (transfer full): names of all attributes that some run has, in the order in which they
 *   are first met, ending with %NULL
 */
char **
seesaw_comparison_list_attributes (const SeesawComparison *self)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->runs->len; i++)
    {
      g_auto (GStrv) of_run = seesaw_attribute_list_names (seesaw_comparison_get (self, i)->run);

      for (char **name = of_run; *name != NULL; name++)
        if (!g_ptr_array_find_with_equal_func (names, *name, g_str_equal, NULL))
          g_ptr_array_add (names, g_strdup (*name));
    }
  g_ptr_array_add (names, NULL);

  return (char **) g_ptr_array_free (g_steal_pointer (&names), FALSE);
}

static gboolean
varies (const SeesawComparison *self, const char *name)
{
  for (guint i = 1; i < self->runs->len; i++)
    {
      g_auto (SeesawAttribute) first = { 0 };
      g_auto (SeesawAttribute) value = { 0 };

      init_attribute (&first, seesaw_comparison_get (self, 0), name);
      init_attribute (&value, seesaw_comparison_get (self, i), name);
      if (g_strcmp0 (first.text, value.text) != 0)
        return TRUE;
    }

  return FALSE;
}

/**
 * seesaw_comparison_list_varying:
 *
 * Returns: (transfer full): names of the attributes that tell runs apart, ending with %NULL
 */
char **
seesaw_comparison_list_varying (const SeesawComparison *self)
{
  g_auto (GStrv) all = seesaw_comparison_list_attributes (self);
  GStrvBuilder *names = g_strv_builder_new ();
  char **list;

  for (char **name = all; *name != NULL; name++)
    if (varies (self, *name))
      g_strv_builder_add (names, *name);
  list = g_strv_builder_end (names);
  g_strv_builder_unref (names);

  return list;
}

/**
 * seesaw_comparison_count:
 * @metric: a metric
 *
 * Returns: for how many runs it is defined
 */
guint
seesaw_comparison_count (const SeesawComparison *self, SeesawMetric metric)
{
  guint n = 0;

  for (guint i = 0; i < self->runs->len; i++)
    n += !isnan (seesaw_measures_get (&seesaw_comparison_get (self, i)->measures, metric));

  return n;
}

/**
 * seesaw_comparison_has_attribute:
 * @name: name of an attribute
 *
 * Returns: whether some run has it
 */
gboolean
seesaw_comparison_has_attribute (const SeesawComparison *self, const char *name)
{
  for (guint i = 0; i < self->runs->len; i++)
    {
      g_auto (SeesawAttribute) value = { 0 };

      init_attribute (&value, seesaw_comparison_get (self, i), name);
      if (value.text != NULL)
        return TRUE;
    }

  return FALSE;
}

/**
 * seesaw_mean_of:
 * @values: `[n_values]`; NaN is left out
 * @n_values: number of them
 *
 * Mean m = Σx / n, and sample standard deviation √(Σ(x − m)² / (n − 1)).
 *
 * Returns: both, over the numbers that are defined
 */
SeesawMean
seesaw_mean_of (const double *values, gsize n_values)
{
  SeesawMean self = { 0.0, 0.0, 0 };

  for (gsize i = 0; i < n_values; i++)
    if (!isnan (values[i]))
      {
        self.mean += values[i];
        self.n++;
      }
  self.mean = self.n > 0 ? self.mean / (double) self.n : (double) NAN;

  for (gsize i = 0; i < n_values; i++)
    if (!isnan (values[i]))
      self.sd += (values[i] - self.mean) * (values[i] - self.mean);
  self.sd = self.n > 1 ? sqrt (self.sd / (double) (self.n - 1)) : (double) NAN;

  return self;
}

/* Y/Y at γ_ALG, or at 0 for want of a training split. */
static double
score_epoch (const SeesawAnalysis *analysis, gboolean has_alg)
{
  double gamma = has_alg ? analysis->gamma[SEESAW_KNOWN_GAMMA_ALG] : 0.0;

  return isnan (gamma) ? (double) NAN : seesaw_curve_at (analysis->curve, gamma).yy;
}

/**
 * seesaw_comparison_find_best_epoch:
 * @analyses: `[n_epochs]`, all epochs of a run
 * @epochs: `[n_epochs]`, their numbers
 * @n_epochs: number of epochs, at least 1
 *
 * Finds the epoch after the start with the best test Acc Y/Y at γ_ALG, or at γ = 0 if γ_ALG is
 * not known: an oracle's choice, as it looks at the test split. The first one, if several are best.
 *
 * Returns: its index; that of the last epoch if there is no number to choose by
 */
gsize
seesaw_comparison_find_best_epoch (SeesawAnalysis *const *analyses,
                                   const gint32 *epochs,
                                   gsize n_epochs)
{
  gsize best = n_epochs - 1;
  double best_score = (double) NAN;
  gboolean has_alg = FALSE;

  for (gsize e = 0; e < n_epochs; e++)
    has_alg |= epochs[e] != 0 && !isnan (analyses[e]->gamma[SEESAW_KNOWN_GAMMA_ALG]);

  for (gsize e = 0; e < n_epochs; e++)
    {
      double score = epochs[e] != 0 ? score_epoch (analyses[e], has_alg) : (double) NAN;

      if (!isnan (score) && !(score <= best_score))
        {
          best = e;
          best_score = score;
        }
    }

  return best;
}
