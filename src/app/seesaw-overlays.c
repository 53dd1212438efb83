/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "seesaw-overlays.h"

#include "seesaw-loader.h"

/* Makes the views that the session wants beside the present one, one after the other, in a worker
 * of its own: looking at the present run never waits for the others. What is not wanted any more
 * is given up.
 */
struct _SeesawOverlays
{
  GObject parent_instance;

  SeesawSession *session; /* NULL once disposed of */
  SeesawLoader *loader;
  SeesawOpenRun *run; /* of which a view is being made; NULL if idle */
  SeesawViewRequest request;
};

G_DEFINE_FINAL_TYPE (SeesawOverlays, seesaw_overlays, G_TYPE_OBJECT)

static void update (SeesawOverlays *self);

static void
on_loaded (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SeesawOverlays) self = user_data;
  g_autoptr (SeesawOpenRun) run = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SeesawView) view =
      seesaw_loader_load_finish (SEESAW_LOADER (object), result, &run, &error);

  g_clear_object (&self->run);
  if (self->session == NULL)
    return;

  if (view != NULL)
    seesaw_session_take_view (self->session, run, g_steal_pointer (&view));
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    seesaw_session_take_error (self->session, run, &self->request, error->message);

  update (self);
}

static gboolean
is_same_request (const SeesawViewRequest *a, const SeesawViewRequest *b)
{
  return a->epoch == b->epoch && a->score == b->score && a->top_k == b->top_k &&
         a->average == b->average && a->parts == b->parts;
}

static void
update (SeesawOverlays *self)
{
  SeesawViewRequest request;
  g_autoptr (SeesawOpenRun) run = seesaw_session_find_wanted (self->session, &request);

  if (self->run != NULL)
    {
      if (run != self->run || !is_same_request (&request, &self->request))
        seesaw_loader_cancel (self->loader);
      return;
    }

  if (run == NULL)
    return;

  self->run = g_object_ref (run);
  self->request = request;
  seesaw_loader_load (self->loader, run, &request, on_loaded, g_object_ref (self));
}

static void
seesaw_overlays_dispose (GObject *object)
{
  SeesawOverlays *self = SEESAW_OVERLAYS (object);

  if (self->session != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->session, self);
      seesaw_loader_cancel (self->loader);
    }
  g_clear_object (&self->session);
  g_clear_object (&self->loader);
  g_clear_object (&self->run);

  G_OBJECT_CLASS (seesaw_overlays_parent_class)->dispose (object);
}

static void
seesaw_overlays_class_init (SeesawOverlaysClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = seesaw_overlays_dispose;
}

static void
seesaw_overlays_init (SeesawOverlays *self)
{
  self->loader = seesaw_loader_new ();
}

/**
 * seesaw_overlays_new:
 * @session: what wants views
 *
 * Gives @session what it wants until disposed of; a view under way holds a reference.
 *
 * Returns: (transfer full): the worker
 */
SeesawOverlays *
seesaw_overlays_new (SeesawSession *session)
{
  static const char *const names[] = { "view-changed", "runs-changed", "runs-outdated" };
  SeesawOverlays *self = g_object_new (SEESAW_TYPE_OVERLAYS, NULL);

  self->session = g_object_ref (session);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    g_signal_connect_object (session, names[i], G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return self;
}

/**
 * seesaw_overlays_is_idle:
 *
 * Returns: whether the session has all it wants
 */
gboolean
seesaw_overlays_is_idle (SeesawOverlays *self)
{
  return self->run == NULL;
}
