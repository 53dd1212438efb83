/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "seesaw-session.h"

#include <math.h>

/* The only state that changes: which runs are open, what is looked at, and at which γ. Views and
 * widgets follow it.
 */
struct _SeesawSession
{
  GObject parent_instance;

  GListStore *runs;
  SeesawOpenRun *run;
  SeesawView *view;
  double gamma;
  SeesawAverage average;
  guint top_k;
};

enum
{
  PROP_0,
  PROP_OPEN_RUN,
  PROP_GAMMA,
  N_PROPS
};

enum
{
  VIEW_CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SeesawSession, seesaw_session, G_TYPE_OBJECT)

static void
seesaw_session_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  SeesawSession *self = SEESAW_SESSION (object);

  switch (prop_id)
    {
    case PROP_OPEN_RUN:
      g_value_set_object (value, self->run);
      break;

    case PROP_GAMMA:
      g_value_set_double (value, self->gamma);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
seesaw_session_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  SeesawSession *self = SEESAW_SESSION (object);

  switch (prop_id)
    {
    case PROP_GAMMA:
      seesaw_session_set_gamma (self, g_value_get_double (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
seesaw_session_finalize (GObject *object)
{
  SeesawSession *self = SEESAW_SESSION (object);

  g_clear_object (&self->runs);
  g_clear_object (&self->run);
  g_clear_pointer (&self->view, seesaw_view_free);

  G_OBJECT_CLASS (seesaw_session_parent_class)->finalize (object);
}

static void
seesaw_session_class_init (SeesawSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = seesaw_session_get_property;
  object_class->set_property = seesaw_session_set_property;
  object_class->finalize = seesaw_session_finalize;

  /**
   * SeesawSession:open-run:
   *
   * The run that is looked at, or %NULL.
   */
  properties[PROP_OPEN_RUN] = g_param_spec_object ("open-run", NULL, NULL, SEESAW_TYPE_OPEN_RUN,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * SeesawSession:gamma:
   *
   * The calibration factor γ, added to the logits of unseen classes.
   */
  properties[PROP_GAMMA] =
      g_param_spec_double ("gamma", NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 0.0,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * SeesawSession::view-changed:
   *
   * Another run, epoch, average or k is looked at.
   */
  signals[VIEW_CHANGED] = g_signal_new ("view-changed", SEESAW_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
seesaw_session_init (SeesawSession *self)
{
  self->runs = g_list_store_new (SEESAW_TYPE_OPEN_RUN);
  self->top_k = 1;
}

/**
 * seesaw_session_new:
 *
 * Returns: (transfer full): a session in which nothing is open
 */
SeesawSession *
seesaw_session_new (void)
{
  return g_object_new (SEESAW_TYPE_SESSION, NULL);
}

/**
 * seesaw_session_show:
 * @run: the run to look at; it is open from now on
 * @view: (transfer full): a view of it
 *
 * γ stays as it is.
 */
void
seesaw_session_show (SeesawSession *self, SeesawOpenRun *run, SeesawView *view)
{
  g_clear_pointer (&self->view, seesaw_view_free);
  self->view = view;

  if (!g_list_store_find (self->runs, run, NULL))
    g_list_store_append (self->runs, run);
  if (g_set_object (&self->run, run))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OPEN_RUN]);

  g_signal_emit (self, signals[VIEW_CHANGED], 0);
}

/**
 * seesaw_session_close:
 * @run: an open run
 *
 * Closes @run. If it was looked at, nothing is until another one is shown.
 */
void
seesaw_session_close (SeesawSession *self, SeesawOpenRun *run)
{
  guint position;

  if (g_list_store_find (self->runs, run, &position))
    g_list_store_remove (self->runs, position);

  if (self->run != run)
    return;

  g_clear_pointer (&self->view, seesaw_view_free);
  g_clear_object (&self->run);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OPEN_RUN]);
  g_signal_emit (self, signals[VIEW_CHANGED], 0);
}

/**
 * seesaw_session_get_runs:
 *
 * Returns: (transfer none): the open runs, of `SeesawOpenRun`
 */
GListModel *
seesaw_session_get_runs (SeesawSession *self)
{
  return G_LIST_MODEL (self->runs);
}

/**
 * seesaw_session_get_open_run:
 *
 * Returns: (transfer none) (nullable): the run that is looked at
 */
SeesawOpenRun *
seesaw_session_get_open_run (SeesawSession *self)
{
  return self->run;
}

/**
 * seesaw_session_get_run:
 *
 * Returns: (transfer none) (nullable): what the run that is looked at says of itself
 */
const SeesawRun *
seesaw_session_get_run (SeesawSession *self)
{
  return self->run != NULL ? seesaw_open_run_get_run (self->run) : NULL;
}

/**
 * seesaw_session_get_now:
 *
 * Returns: (transfer none) (nullable): the epoch that is looked at
 */
const SeesawAnalysis *
seesaw_session_get_now (SeesawSession *self)
{
  return self->view != NULL ? self->view->now : NULL;
}

/**
 * seesaw_session_get_start:
 *
 * Returns: (transfer none) (nullable): the epoch before fine-tuning
 */
const SeesawAnalysis *
seesaw_session_get_start (SeesawSession *self)
{
  return self->view != NULL ? self->view->start : NULL;
}

/**
 * seesaw_session_get_gamma:
 *
 * Returns: the present γ
 */
double
seesaw_session_get_gamma (SeesawSession *self)
{
  return self->gamma;
}

/**
 * seesaw_session_set_gamma:
 * @gamma: a finite number
 */
void
seesaw_session_set_gamma (SeesawSession *self, double gamma)
{
  if (self->gamma == gamma || !isfinite (gamma))
    return;

  self->gamma = gamma;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_GAMMA]);
}

/**
 * seesaw_session_get_range:
 * @low: (out): lowest γ of interest
 * @high: (out): highest γ of interest
 *
 * The range of γ that the present view gives reason to look at: every gap, 0, every known γ, and a
 * little more.
 */
void
seesaw_session_get_range (SeesawSession *self, double *low, double *high)
{
  double more;

  *low = *high = 0.0;
  if (self->view != NULL)
    {
      const SeesawAnalysis *now = self->view->now;

      seesaw_curve_get_span (now->curve, low, high);
      for (int i = 0; i < SEESAW_N_KNOWN_GAMMAS; i++)
        {
          *low = fmin (*low, now->gamma[i]);
          *high = fmax (*high, now->gamma[i]);
        }
    }

  *low = MIN (*low, 0.0);
  *high = MAX (*high, 0.0);
  more = MAX (0.05 * (*high - *low), 0.5);
  *low -= more;
  *high += more;
}

/**
 * seesaw_session_get_average:
 *
 * Returns: how samples are averaged
 */
SeesawAverage
seesaw_session_get_average (SeesawSession *self)
{
  return self->average;
}

/**
 * seesaw_session_set_average:
 * @average: how samples are to be averaged from the next view on
 */
void
seesaw_session_set_average (SeesawSession *self, SeesawAverage average)
{
  self->average = average;
}

/**
 * seesaw_session_get_top_k:
 *
 * Returns: among how many of the largest the label must be
 */
guint
seesaw_session_get_top_k (SeesawSession *self)
{
  return self->top_k;
}

/**
 * seesaw_session_set_top_k:
 * @top_k: 1 or %SEESAW_TOP_K, from the next view on
 */
void
seesaw_session_set_top_k (SeesawSession *self, guint top_k)
{
  self->top_k = top_k;
}
