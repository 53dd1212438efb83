/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "seesaw-figure-pane-private.h"

#include "seesaw-figure-gestures.h"

#include <glib/gi18n.h>

#define DESCRIBE_DELAY_MS 100

/* A figure of the table, as something to point at. It asks the session for the parts it needs while
 * it is on screen, and makes its scene when it comes there: what nobody looks at is not computed.
 */

enum
{
  PROP_0,
  PROP_FIGURE,
  PROP_CAN_EXPAND,
  PROP_EXPANDED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SeesawFigurePane, seesaw_figure_pane, SEESAW_TYPE_FOLLOWER)

static gboolean
is_up_to_date (SeesawFigurePane *self, const SeesawSubject *subject)
{
  return self->shown == subject->view && seesaw_shown_runs_are_of (self->shown_runs, subject) &&
         (!self->figure->depends_on_side || self->shown_side == subject->side) &&
         (!self->figure->depends_on_selected || self->shown_selected == subject->selected);
}

static void
forget_scene (SeesawFigurePane *self)
{
  g_clear_pointer (&self->shown, seesaw_view_unref);
  g_clear_pointer (&self->shown_runs, seesaw_shown_runs_free);
  seesaw_figure_view_set_overlay (self->view, NULL);
  seesaw_figure_view_set_scene (self->view, NULL, FALSE);
}

static void
make_scene (SeesawFigurePane *self, const SeesawSubject *subject)
{
  gboolean same_run = self->shown != NULL && self->shown->run == subject->view->run;
  g_autoptr (SeesawScene) scene =
      self->tiles != NULL ? self->figure->new_frame (subject) : self->figure->new_scene (subject);

  g_clear_pointer (&self->shown, seesaw_view_unref);
  self->shown = seesaw_view_ref ((SeesawView *) subject->view);
  g_clear_pointer (&self->shown_runs, seesaw_shown_runs_free);
  self->shown_runs = seesaw_shown_runs_new (subject);
  self->shown_side = subject->side;
  self->shown_selected = subject->selected;
  seesaw_figure_view_set_scene (self->view, scene, same_run);
  seesaw_figure_pane_say (self, NULL);
}

/**
 * seesaw_figure_pane_get_shown:
 * @subject: (out): what the scene is of, at the present γ
 *
 * Returns: whether there is a scene, and it is what it should be
 */
gboolean
seesaw_figure_pane_get_shown (SeesawFigurePane *self, SeesawSubject *subject)
{
  return self->shown != NULL &&
         seesaw_session_get_figure_subject (seesaw_follower_get_session (SEESAW_FOLLOWER (self)),
                                            self->figure, subject) &&
         is_up_to_date (self, subject);
}

static gboolean
describe (gpointer data)
{
  SeesawFigurePane *self = data;
  SeesawSubject subject;
  g_autofree char *text = NULL;

  self->describe_source = 0;
  if (!seesaw_figure_pane_get_shown (self, &subject))
    return G_SOURCE_REMOVE;

  text = self->figure->describe (&subject);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text, -1);

  return G_SOURCE_REMOVE;
}

/* Nobody listens as fast as a slider moves: what is read out follows when it stands still. */
static void
show_overlay (SeesawFigurePane *self, const SeesawSubject *subject)
{
  g_autoptr (SeesawScene) overlay =
      self->figure->new_overlay != NULL ? self->figure->new_overlay (subject) : NULL;

  seesaw_figure_view_set_overlay (self->view, overlay);
  g_clear_handle_id (&self->describe_source, g_source_remove);
  if (self->figure->describe != NULL)
    self->describe_source = g_timeout_add (DESCRIBE_DELAY_MS, describe, self);
}

/* Shows the present state, as far as it is there. */
static void
seesaw_figure_pane_refresh (SeesawFollower *follower)
{
  SeesawFigurePane *self = SEESAW_FIGURE_PANE (follower);
  SeesawSubject subject;
  const char *missing;

  if (self->figure == NULL)
    return;

  if (!seesaw_session_get_figure_subject (seesaw_follower_get_session (follower), self->figure,
                                          &subject))
    {
      forget_scene (self);
      return;
    }

  missing = seesaw_subject_find_missing (&subject, self->figure);
  gtk_stack_set_visible_child_name (self->stack, missing != NULL ? "missing" : "figure");
  gtk_label_set_label (self->missing, missing != NULL ? missing : "");
  if (missing != NULL)
    return;

  if ((self->figure->parts & ~subject.view->request.parts) != 0)
    {
      if (self->shown != NULL && self->shown->run != subject.view->run)
        forget_scene (self);
      return;
    }

  if (!is_up_to_date (self, &subject))
    make_scene (self, &subject);
  show_overlay (self, &subject);
}

/**
 * seesaw_figure_pane_say:
 * @text: (nullable): what is read out at the pointer
 */
void
seesaw_figure_pane_say (SeesawFigurePane *self, const char *text)
{
  gtk_label_set_label (self->read_out, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->read_out), text != NULL);
}

/**
 * seesaw_figure_pane_set_expanded:
 * @is_expanded: whether the figure takes the place of its neighbours
 */
void
seesaw_figure_pane_set_expanded (SeesawFigurePane *self, gboolean is_expanded)
{
  const char *tip = is_expanded ? _ ("Back to all figures") : _ ("Enlarge this figure");

  if (self->is_expanded == is_expanded)
    return;

  self->is_expanded = is_expanded;
  gtk_button_set_icon_name (self->expand,
                            is_expanded ? "view-restore-symbolic" : "view-fullscreen-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->expand), tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->expand), GTK_ACCESSIBLE_PROPERTY_LABEL, tip,
                                  -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EXPANDED]);
}

/**
 * seesaw_figure_pane_is_expanded:
 *
 * Returns: whether the figure takes the place of its neighbours
 */
gboolean
seesaw_figure_pane_is_expanded (SeesawFigurePane *self)
{
  return self->is_expanded;
}

static void
snapshot_tiles (GtkSnapshot *snapshot, const SeesawPlotLayout *layout, gpointer user_data)
{
  SeesawFigurePane *self = user_data;

  if (self->shown == NULL)
    return;

  seesaw_tiles_set_map (self->tiles, self->shown->map,
                        adw_style_manager_get_dark (adw_style_manager_get_default ()));
  seesaw_tiles_snapshot (self->tiles, snapshot, layout);
}

static void
set_figure (SeesawFigurePane *self, const char *id)
{
  self->figure = id != NULL ? seesaw_figure_find (id) : NULL;
  g_assert (id == NULL || self->figure != NULL);
  seesaw_follower_set_parts (SEESAW_FOLLOWER (self),
                             self->figure != NULL ? self->figure->parts : 0);

  if (self->figure != NULL && self->figure->new_frame != NULL)
    {
      self->tiles = seesaw_tiles_new ();
      g_signal_connect_object (self->tiles, "changed", G_CALLBACK (gtk_widget_queue_draw),
                               self->view, G_CONNECT_SWAPPED);
      seesaw_figure_view_set_underlay (self->view, snapshot_tiles, self);
    }

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->figure != NULL ? _ (self->figure->title) : "", -1);
}

static void
set_can_expand (SeesawFigurePane *self, gboolean can_expand)
{
  if (self->can_expand == can_expand)
    return;

  self->can_expand = can_expand;
  gtk_widget_set_visible (GTK_WIDGET (self->expand), can_expand);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_EXPAND]);
}

static void
seesaw_figure_pane_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  SeesawFigurePane *self = SEESAW_FIGURE_PANE (object);

  switch (prop_id)
    {
    case PROP_FIGURE:
      g_value_set_string (value, self->figure != NULL ? self->figure->id : NULL);
      break;

    case PROP_CAN_EXPAND:
      g_value_set_boolean (value, self->can_expand);
      break;

    case PROP_EXPANDED:
      g_value_set_boolean (value, self->is_expanded);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
seesaw_figure_pane_set_property (GObject *object,
                                 guint prop_id,
                                 const GValue *value,
                                 GParamSpec *pspec)
{
  SeesawFigurePane *self = SEESAW_FIGURE_PANE (object);

  switch (prop_id)
    {
    case PROP_FIGURE:
      set_figure (self, g_value_get_string (value));
      break;

    case PROP_CAN_EXPAND:
      set_can_expand (self, g_value_get_boolean (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
seesaw_figure_pane_dispose (GObject *object)
{
  SeesawFigurePane *self = SEESAW_FIGURE_PANE (object);

  g_clear_handle_id (&self->describe_source, g_source_remove);
  g_clear_object (&self->tiles);
  g_clear_pointer (&self->shown, seesaw_view_unref);
  g_clear_pointer (&self->shown_runs, seesaw_shown_runs_free);
  if (self->menu != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->menu));
  /* AdwBin would let go of it after the template has. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), SEESAW_TYPE_FIGURE_PANE);

  G_OBJECT_CLASS (seesaw_figure_pane_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass *object_class)
{
  /**
   * SeesawFigurePane:figure:
   *
   * The id of a figure; set once.
   */
  properties[PROP_FIGURE] =
      g_param_spec_string ("figure", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);

  /**
   * SeesawFigurePane:can-expand:
   *
   * Whether there are neighbours whose place it can take.
   */
  properties[PROP_CAN_EXPAND] =
      g_param_spec_boolean ("can-expand", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  /**
   * SeesawFigurePane:expanded:
   *
   * Whether it takes their place.
   */
  properties[PROP_EXPANDED] = g_param_spec_boolean ("expanded", NULL, NULL, FALSE,
                                                    G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
seesaw_figure_pane_class_init (SeesawFigurePaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SeesawFollowerClass *follower_class = SEESAW_FOLLOWER_CLASS (klass);

  object_class->get_property = seesaw_figure_pane_get_property;
  object_class->set_property = seesaw_figure_pane_set_property;
  object_class->dispose = seesaw_figure_pane_dispose;
  follower_class->show_view = seesaw_figure_pane_refresh;
  follower_class->show_runs = seesaw_figure_pane_refresh;
  follower_class->show_gamma = seesaw_figure_pane_refresh;
  follower_class->show_selected = seesaw_figure_pane_refresh;
  follower_class->show_side = seesaw_figure_pane_refresh;
  install_properties (object_class);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/seesaw/Seesaw/ui/seesaw-figure-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, SeesawFigurePane, stack);
  gtk_widget_class_bind_template_child (widget_class, SeesawFigurePane, view);
  gtk_widget_class_bind_template_child (widget_class, SeesawFigurePane, missing);
  gtk_widget_class_bind_template_child (widget_class, SeesawFigurePane, read_out);
  gtk_widget_class_bind_template_child (widget_class, SeesawFigurePane, expand);
  gtk_widget_class_bind_template_child (widget_class, SeesawFigurePane, menu);
  seesaw_figure_pane_bind_events (widget_class);
  seesaw_figure_pane_install_actions (widget_class);

  g_type_ensure (SEESAW_TYPE_FIGURE_VIEW);
}

static void
seesaw_figure_pane_init (SeesawFigurePane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->menu), GTK_WIDGET (self->view));
  seesaw_figure_gestures_attach (self->view);
}
