/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A run that was never trained: features about class centres, a classifier whose seen weights grow
 * with the epoch, and unseen ones that drift together. All of it from one seed.
 */

#include "view.h"

#include "seesaw-ncm.h"
#include "seesaw-reduce.h"

#include <math.h>

#define C VIEW_N_CLASSES
#define N VIEW_N_SAMPLES
#define D VIEW_N_FEATURES

typedef struct
{
  SeesawRun *run;
  gint32 labels[N];
  float features[N][D];
  float weights[VIEW_N_EPOCHS][C][D];
  double bias[VIEW_N_EPOCHS][C];
} Data;

static SeesawRun *
new_run (void)
{
  static const guint8 seen[C] = { 1, 0, 1, 1, 0, 1, 0, 1, 0, 1, 0, 1 };
  static const gint32 epochs[VIEW_N_EPOCHS] = { 0, 2, 5, 10 };
  static const char *const names[C + 1] = { "ant", "bee",  "cat",  "dog", "elk", "fox",
                                            "gnu", "hare", "ibex", "jay", "koi", "lynx" };
  g_autoptr (SeesawClasses) classes = seesaw_classes_new (seen, names, C, NULL);

  return seesaw_run_new ("run.h5", "run", classes, epochs, VIEW_N_EPOCHS);
}

/* About normal. */
static double
draw (GRand *rand)
{
  double sum = -6.0;

  for (int i = 0; i < 12; i++)
    sum += g_rand_double (rand);

  return sum;
}

static void
fill_weights (Data *data, GRand *rand)
{
  float together[D];

  for (int d = 0; d < D; d++)
    together[d] = (float) draw (rand);

  for (int e = 0; e < VIEW_N_EPOCHS; e++)
    for (int c = 0; c < C; c++)
      {
        gboolean seen = data->run->classes->seen[c];

        data->bias[e][c] = seen ? 0.1 * e : -0.05 * e;
        for (int d = 0; d < D; d++)
          data->weights[e][c][d] = data->weights[0][c][d];
        for (int d = 0; d < D; d++)
          if (e == 0)
            data->weights[0][c][d] = (float) (2.0 * (c % D == d) + draw (rand));
          else if (seen)
            data->weights[e][c][d] *= 1.0f + 0.1f * (float) e + 0.1f * (float) draw (rand);
          else
            data->weights[e][c][d] +=
                -0.08f * (float) e * together[d] + 0.08f * (float) draw (rand);
      }
}

static Data *
data_new (void)
{
  Data *data = g_new0 (Data, 1);
  g_autoptr (GRand) rand = g_rand_new_with_seed (20241124);

  data->run = new_run ();
  fill_weights (data, rand);
  for (int i = 0; i < N; i++)
    {
      data->labels[i] = i % C;
      for (int d = 0; d < D; d++)
        data->features[i][d] = (float) ((double) data->weights[0][i % C][d] + 1.5 * draw (rand));
    }

  return data;
}

static void
data_free (Data *data)
{
  seesaw_run_unref (data->run);
  g_free (data);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Data, data_free)

static SeesawSamples *
reduce_logits (const Data *data, int epoch)
{
  SeesawSamples *samples = seesaw_samples_new (N);
  g_autofree float *logits = g_new (float, N *C);

  for (int i = 0; i < N; i++)
    for (int c = 0; c < C; c++)
      {
        double sum = data->bias[epoch][c];

        for (int d = 0; d < D; d++)
          sum += (double) data->features[i][d] * (double) data->weights[epoch][c][d];
        logits[i * C + c] = (float) sum;
      }

  for (int i = 0; i < N; i++)
    samples->label[i] = data->labels[i];
  seesaw_reduce_samples (data->run->classes, logits, SEESAW_SCALAR_F32, 0, N, TRUE, samples);

  return samples;
}

/* The training split is the test split, moved a little by epoch so that there is something to see.
 */
static SeesawSamples *
reduce_ncm (const Data *data, int epoch)
{
  SeesawSamples *samples = seesaw_samples_new (N);
  g_autoptr (SeesawNcm) ncm = seesaw_ncm_new (C, D);
  g_autofree float *features = g_memdup2 (data->features, sizeof data->features);

  for (int i = 0; i < N * D; i++)
    features[i] += 0.2f * (float) epoch * data->weights[0][data->labels[i / D]][i % D];
  for (int i = 0; i < N; i++)
    samples->label[i] = data->labels[i];
  seesaw_ncm_add (ncm, features, SEESAW_SCALAR_F32, data->labels, N / 2);
  seesaw_ncm_finish (ncm);
  seesaw_ncm_reduce (ncm, data->run->classes, features, SEESAW_SCALAR_F32, 0, N, samples);

  return samples;
}

static SeesawAnalysis *
analyze (const Data *data, SeesawScore score, int epoch, const SeesawViewRequest *request)
{
  gboolean ncm = score == SEESAW_SCORE_NCM;
  g_autoptr (SeesawSamples) samples = ncm ? reduce_ncm (data, epoch) : reduce_logits (data, epoch);
  g_autoptr (SeesawEpoch) reduced =
      seesaw_epoch_new ((gsize) epoch, samples, ncm ? (double) NAN : 1.2 * epoch, 0);

  return seesaw_analysis_new (data->run, reduced, ncm ? (double) NAN : 2.75, request->top_k,
                              request->average);
}

static SeesawDrift *
measure_drift (const Data *data, int epoch)
{
  SeesawDrift *drift = seesaw_drift_new (C, D);
  g_autoptr (SeesawDriftSums) sums = seesaw_drift_begin (drift, data->run->classes);

  seesaw_drift_add (sums, data->weights[epoch], data->weights[0], SEESAW_SCALAR_F32, 0, C);
  seesaw_drift_end (sums, data->bias[epoch], data->bias[0]);

  return drift;
}

static SeesawHistory *
new_history (const Data *data, const SeesawViewRequest *request)
{
  SeesawHistory *history = seesaw_history_new (data->run);

  for (int e = 0; e < VIEW_N_EPOCHS; e++)
    {
      g_autoptr (SeesawDrift) drift = measure_drift (data, e);

      for (int score = 0; score < SEESAW_N_SCORES; score++)
        {
          g_autoptr (SeesawAnalysis) analysis = analyze (data, (SeesawScore) score, e, request);

          seesaw_history_set (history, (SeesawScore) score, (gsize) e, analysis);
        }
      history->spreads[e] =
          seesaw_spread_of (data->run->classes, history->analyses[request->score][e]->epoch->test);
      seesaw_history_set_drift (history, (gsize) e, drift);
    }

  return history;
}

/**
 * view_new:
 * @request: a way to look at the run
 *
 * Returns: (transfer full): a view that has all parts
 */
SeesawView *
view_new (const SeesawViewRequest *request)
{
  g_autoptr (Data) data = data_new ();
  SeesawView *view = seesaw_view_new (data->run, request);
  SeesawAnalysis **analyses;

  view->history = new_history (data, request);
  analyses = view->history->analyses[request->score];
  view->start = seesaw_analysis_ref (analyses[0]);
  view->now = seesaw_analysis_ref (analyses[request->epoch]);
  view->drift = measure_drift (data, (int) request->epoch);
  view->map =
      seesaw_drift_map_new (data->run->classes, view->drift, request->measure, request->order);
  view->classes =
      seesaw_class_table_new (data->run->classes, view->now->epoch->test, request->top_k);
  view->ncm_classes = seesaw_class_table_new (
      data->run->classes, view->history->analyses[SEESAW_SCORE_NCM][request->epoch]->epoch->test,
      request->top_k);

  return view;
}

/**
 * view_get_mark:
 * @scene: a scene
 * @kind: a kind of marks
 * @index: which of that kind
 *
 * Returns: (transfer none) (nullable): the mark
 */
const SeesawMark *
view_get_mark (const SeesawScene *scene, SeesawMarkKind kind, guint index)
{
  for (guint i = 0; i < scene->marks->len; i++)
    {
      const SeesawMark *mark = g_ptr_array_index (scene->marks, i);

      if (mark->kind == kind && index-- == 0)
        return mark;
    }

  return NULL;
}
