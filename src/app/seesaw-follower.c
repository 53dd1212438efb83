/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "seesaw-follower.h"

/* A widget that shows what the session says. While it is on screen, it holds the parts of the view
 * that it needs; what is not on screen is neither shown nor computed, and is made up for when it
 * comes there.
 */
typedef struct
{
  SeesawSession *session;
  SeesawParts parts;
  SeesawParts held;
} SeesawFollowerPrivate;

enum
{
  PROP_0,
  PROP_SESSION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (SeesawFollower, seesaw_follower, ADW_TYPE_BIN)

#define PRIVATE(self) ((SeesawFollowerPrivate *) seesaw_follower_get_instance_private (self))

static gboolean
is_on_screen (SeesawFollower *self)
{
  return gtk_widget_get_mapped (GTK_WIDGET (self));
}

static void
on_view (SeesawFollower *self)
{
  if (is_on_screen (self))
    SEESAW_FOLLOWER_GET_CLASS (self)->show_view (self);
}

static void
on_runs (SeesawFollower *self)
{
  if (is_on_screen (self) && SEESAW_FOLLOWER_GET_CLASS (self)->show_runs != NULL)
    SEESAW_FOLLOWER_GET_CLASS (self)->show_runs (self);
}

static void
on_gamma (SeesawFollower *self)
{
  if (is_on_screen (self) && SEESAW_FOLLOWER_GET_CLASS (self)->show_gamma != NULL)
    SEESAW_FOLLOWER_GET_CLASS (self)->show_gamma (self);
}

static void
on_selected (SeesawFollower *self)
{
  if (is_on_screen (self) && SEESAW_FOLLOWER_GET_CLASS (self)->show_selected != NULL)
    SEESAW_FOLLOWER_GET_CLASS (self)->show_selected (self);
}

static void
on_side (SeesawFollower *self)
{
  if (is_on_screen (self) && SEESAW_FOLLOWER_GET_CLASS (self)->show_side != NULL)
    SEESAW_FOLLOWER_GET_CLASS (self)->show_side (self);
}

static void
hold (SeesawFollower *self)
{
  SeesawFollowerPrivate *private = PRIVATE (self);

  private->held = private->parts;
  if (private->held != 0)
    seesaw_session_hold (private->session, private->held);
}

static void
release (SeesawFollower *self)
{
  SeesawFollowerPrivate *private = PRIVATE (self);

  if (private->held != 0)
    seesaw_session_release (private->session, private->held);
  private->held = 0;
}

static void
seesaw_follower_map (GtkWidget *widget)
{
  SeesawFollower *self = SEESAW_FOLLOWER (widget);

  GTK_WIDGET_CLASS (seesaw_follower_parent_class)->map (widget);

  if (PRIVATE (self)->session == NULL)
    return;

  on_view (self);
  hold (self);
}

static void
seesaw_follower_unmap (GtkWidget *widget)
{
  release (SEESAW_FOLLOWER (widget));

  GTK_WIDGET_CLASS (seesaw_follower_parent_class)->unmap (widget);
}

static void
set_session (SeesawFollower *self, SeesawSession *session)
{
  const struct
  {
    const char *signal;
    void (*handler) (SeesawFollower *self);
  } connections[] = {
    { "view-changed", on_view },         { "runs-changed", on_runs }, { "notify::gamma", on_gamma },
    { "notify::selected", on_selected }, { "notify::side", on_side },
  };

  g_return_if_fail (PRIVATE (self)->session == NULL || PRIVATE (self)->session == session);

  if (!g_set_object (&PRIVATE (self)->session, session))
    return;

  for (gsize i = 0; i < G_N_ELEMENTS (connections); i++)
    g_signal_connect_object (session, connections[i].signal, G_CALLBACK (connections[i].handler),
                             self, G_CONNECT_SWAPPED);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

static void
seesaw_follower_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, PRIVATE (SEESAW_FOLLOWER (object))->session);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
seesaw_follower_set_property (GObject *object,
                              guint prop_id,
                              const GValue *value,
                              GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_SESSION:
      set_session (SEESAW_FOLLOWER (object), g_value_get_object (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
seesaw_follower_finalize (GObject *object)
{
  g_clear_object (&PRIVATE (SEESAW_FOLLOWER (object))->session);

  G_OBJECT_CLASS (seesaw_follower_parent_class)->finalize (object);
}

static void
seesaw_follower_class_init (SeesawFollowerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = seesaw_follower_get_property;
  object_class->set_property = seesaw_follower_set_property;
  object_class->finalize = seesaw_follower_finalize;
  widget_class->map = seesaw_follower_map;
  widget_class->unmap = seesaw_follower_unmap;

  /**
   * SeesawFollower:session:
   *
   * What is looked at; set once.
   */
  properties[PROP_SESSION] =
      g_param_spec_object ("session", NULL, NULL, SEESAW_TYPE_SESSION,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
seesaw_follower_init (SeesawFollower *self)
{
}

/**
 * seesaw_follower_get_session:
 *
 * Returns: (transfer none) (nullable): what is looked at; there is one while the widget is on
 * screen
 */
SeesawSession *
seesaw_follower_get_session (SeesawFollower *self)
{
  return PRIVATE (self)->session;
}

/**
 * seesaw_follower_set_parts:
 * @parts: what the view must have while the widget is on screen
 */
void
seesaw_follower_set_parts (SeesawFollower *self, SeesawParts parts)
{
  g_return_if_fail (PRIVATE (self)->held == 0);

  PRIVATE (self)->parts = parts;
}
