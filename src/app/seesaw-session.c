/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "seesaw-session-private.h"

enum
{
  PROP_0,
  PROP_OPEN_RUN,
  PROP_GAMMA,
  PROP_SELECTED,
  PROP_SIDE,
  N_PROPS
};

enum
{
  VIEW_CHANGED,
  VIEW_OUTDATED,
  RUNS_CHANGED,
  RUNS_OUTDATED,
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
      g_value_set_double (value, seesaw_session_get_gamma (self));
      break;

    case PROP_SELECTED:
      g_value_set_int (value, self->selected);
      break;

    case PROP_SIDE:
      g_value_set_boolean (value, self->side);
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

    case PROP_SELECTED:
      seesaw_session_set_selected (self, g_value_get_int (value));
      break;

    case PROP_SIDE:
      seesaw_session_set_side (self, g_value_get_boolean (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
seesaw_session_finalize (GObject *object)
{
  SeesawSession *self = SEESAW_SESSION (object);

  seesaw_session_clear_runs (self);
  g_clear_object (&self->run);
  g_clear_pointer (&self->view, seesaw_view_unref);

  G_OBJECT_CLASS (seesaw_session_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags read_write =
      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

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
   * The calibration factor γ, added to the scores of unseen classes. Each kind of score has its
   * own.
   */
  properties[PROP_GAMMA] =
      g_param_spec_double ("gamma", NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 0.0, read_write);

  /**
   * SeesawSession:selected:
   *
   * The selected class, or −1.
   */
  properties[PROP_SELECTED] =
      g_param_spec_int ("selected", NULL, NULL, -1, G_MAXINT, -1, read_write);

  /**
   * SeesawSession:side:
   *
   * Which samples' margins are looked at: %TRUE for S, %FALSE for U.
   */
  properties[PROP_SIDE] = g_param_spec_boolean ("side", NULL, NULL, FALSE, read_write);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
seesaw_session_class_init (SeesawSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = seesaw_session_get_property;
  object_class->set_property = seesaw_session_set_property;
  object_class->finalize = seesaw_session_finalize;
  install_properties (object_class);

  /**
   * SeesawSession::view-changed:
   *
   * Another view is looked at.
   */
  signals[VIEW_CHANGED] = g_signal_new ("view-changed", SEESAW_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * SeesawSession::view-outdated:
   *
   * The view is not what is asked for any more.
   */
  signals[VIEW_OUTDATED] = g_signal_new ("view-outdated", SEESAW_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * SeesawSession::runs-changed:
   *
   * Others are shown beside the present run.
   */
  signals[RUNS_CHANGED] = g_signal_new ("runs-changed", SEESAW_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * SeesawSession::runs-outdated:
   *
   * More is asked for of the runs beside the present one.
   */
  signals[RUNS_OUTDATED] = g_signal_new ("runs-outdated", SEESAW_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
seesaw_session_init (SeesawSession *self)
{
  seesaw_session_init_runs (self);
  self->request.top_k = 1;
  self->selected = -1;
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

/* The best epoch is looked for, not chosen. */
static void
adopt_epoch (SeesawSession *self)
{
  SeesawRunState *state = seesaw_session_find_state (self, self->run);
  SeesawEpochSetting *setting = seesaw_session_find_epoch_setting (self, state);

  if (setting->from != SEESAW_EPOCH_AT_BEST &&
      seesaw_session_find_epoch (self, state) != self->view->request.epoch)
    *setting = seesaw_epoch_setting_of (self->view->run, self->view->request.epoch);
}

/**
 * seesaw_session_show:
 * @run: the run to look at; it is open from now on
 * @view: (transfer full): a view of it
 *
 * A γ that is not a run's own stays as it is, and so does the selection if the run has such a
 * class. If it is another epoch of the present run, that is the one to look at from now on.
 */
void
seesaw_session_show (SeesawSession *self, SeesawOpenRun *run, SeesawView *view)
{
  gboolean other_score = self->view != NULL && self->view->request.score != view->request.score;
  double gamma = seesaw_session_get_gamma (self);

  g_clear_pointer (&self->view, seesaw_view_unref);
  self->view = view;

  seesaw_session_keep_view (self, run, view);
  if (self->run == run)
    adopt_epoch (self);
  if (g_set_object (&self->run, run))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OPEN_RUN]);

  g_signal_emit (self, signals[VIEW_CHANGED], 0);
  if (other_score || seesaw_session_get_gamma (self) != gamma)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_GAMMA]);
  if (!seesaw_session_has_class (self, self->selected))
    seesaw_session_set_selected (self, -1);
}

/**
 * seesaw_session_add:
 * @run: a run to be opened
 * @view: (transfer full): a view of it
 *
 * Opens @run without looking at it. Nothing is said of it but by the list of runs: what is shown
 * follows with the next run that is looked at.
 */
void
seesaw_session_add (SeesawSession *self, SeesawOpenRun *run, SeesawView *view)
{
  seesaw_session_keep_view (self, run, view);
  seesaw_view_unref (view);
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
  seesaw_session_forget_run (self, run);
  if (self->run != run)
    {
      g_signal_emit (self, signals[RUNS_CHANGED], 0);
      return;
    }

  g_clear_pointer (&self->view, seesaw_view_unref);
  g_clear_object (&self->run);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OPEN_RUN]);
  g_signal_emit (self, signals[VIEW_CHANGED], 0);
  seesaw_session_set_selected (self, -1);
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
  return self->view != NULL ? self->view->run : NULL;
}

/**
 * seesaw_session_get_view:
 *
 * Returns: (transfer none) (nullable): what is looked at
 */
const SeesawView *
seesaw_session_get_view (SeesawSession *self)
{
  return self->view;
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
 * seesaw_session_get_request:
 *
 * Returns: how the present run is to be looked at, with the parts that are needed on screen
 */
SeesawViewRequest
seesaw_session_get_request (SeesawSession *self)
{
  SeesawViewRequest request = self->request;
  SeesawRunState *state = self->run != NULL ? seesaw_session_find_state (self, self->run) : NULL;

  request.epoch = self->view != NULL ? self->view->request.epoch : G_MAXSIZE;
  request.parts = 0;
  for (int i = 0; i < N_PARTS; i++)
    if (self->holds[i] > 0)
      request.parts |= 1u << i;

  if (state == NULL)
    return request;

  request.epoch = seesaw_session_find_epoch (self, state);
  if (seesaw_session_find_epoch_setting (self, state)->from == SEESAW_EPOCH_AT_BEST)
    request.parts |= SEESAW_PART_HISTORY;

  return request;
}

/**
 * seesaw_session_set_request:
 * @request: how to look at runs from now on; its epoch and parts do not matter
 */
void
seesaw_session_set_request (SeesawSession *self, const SeesawViewRequest *request)
{
  self->request = *request;
  g_signal_emit (self, signals[VIEW_OUTDATED], 0);
}

/**
 * seesaw_session_hold:
 * @parts: what a widget on screen needs
 *
 * Asks for parts until they are released as often.
 */
void
seesaw_session_hold (SeesawSession *self, SeesawParts parts)
{
  for (int i = 0; i < N_PARTS; i++)
    self->holds[i] += (parts >> i) & 1u;

  if (self->view == NULL)
    return;

  if ((parts & ~self->view->request.parts) != 0)
    g_signal_emit (self, signals[VIEW_OUTDATED], 0);
  else
    g_signal_emit (self, signals[RUNS_OUTDATED], 0);
}

/**
 * seesaw_session_release:
 * @parts: what was held
 */
void
seesaw_session_release (SeesawSession *self, SeesawParts parts)
{
  for (int i = 0; i < N_PARTS; i++)
    self->holds[i] -= (parts >> i) & 1u;
}
