/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pointing at a figure, the same way everywhere: hovering reads, clicking and dragging pick or
 * move, Escape lets go.
 */

#include "config.h"

#include "seesaw-figure-pane-private.h"

#include "seesaw-figure-gestures.h"

#include <math.h>

static SeesawSession *
session_of (SeesawFigurePane *self)
{
  return seesaw_follower_get_session (SEESAW_FOLLOWER (self));
}

/* FALSE if there is nothing to point at. */
static gboolean
find_subject (SeesawFigurePane *self, SeesawSubject *subject, const SeesawPlotLayout **layout)
{
  if (!seesaw_figure_pane_get_shown (self, subject))
    return FALSE;

  *layout = seesaw_figure_view_get_layout (self->view);

  return *layout != NULL;
}

static SeesawPick
pick (SeesawFigurePane *self, double x, double y)
{
  const SeesawPick nothing = { .kind = SEESAW_PICK_NOTHING };
  const SeesawPlotLayout *layout;
  SeesawSubject subject;

  if (self->figure->pick == NULL || !find_subject (self, &subject, &layout))
    return nothing;

  return self->figure->pick (&subject, layout, x, y);
}

static void
take_pick (SeesawFigurePane *self, SeesawPick picked)
{
  switch (picked.kind)
    {
    case SEESAW_PICK_GAMMA:
      seesaw_session_set_gamma (session_of (self), picked.gamma);
      break;

    case SEESAW_PICK_EPOCH:
      if (picked.epoch != self->shown->request.epoch)
        gtk_widget_activate_action (GTK_WIDGET (self), "win.epoch", "u", (guint32) picked.epoch);
      break;

    case SEESAW_PICK_CLASS:
      seesaw_session_set_selected (session_of (self), picked.label);
      break;

    case SEESAW_PICK_NOTHING:
    default:
      break;
    }
}

static void
on_motion (GtkEventControllerMotion *controller, double x, double y, SeesawFigurePane *self)
{
  const SeesawPlotLayout *layout;
  SeesawSubject subject;
  g_autofree char *text = NULL;

  g_assert (SEESAW_IS_FIGURE_PANE (self));

  if (self->figure->read_out != NULL && find_subject (self, &subject, &layout))
    text = self->figure->read_out (&subject, layout, x, y);
  seesaw_figure_pane_say (self, text);
}

static void
on_leave (GtkEventControllerMotion *controller, SeesawFigurePane *self)
{
  g_assert (SEESAW_IS_FIGURE_PANE (self));

  seesaw_figure_pane_say (self, NULL);
}

static void
on_drag_begin (GtkGestureDrag *gesture, double x, double y, SeesawFigurePane *self)
{
  g_assert (SEESAW_IS_FIGURE_PANE (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  self->dragged_x = self->dragged_y = 0.0;
  if (!self->figure->pans)
    take_pick (self, pick (self, x, y));
}

static void
on_drag_update (GtkGestureDrag *gesture, double dx, double dy, SeesawFigurePane *self)
{
  double x;
  double y;

  g_assert (SEESAW_IS_FIGURE_PANE (self));

  if (self->figure->pans)
    {
      seesaw_figure_view_pan (self->view, dx - self->dragged_x, dy - self->dragged_y);
      self->dragged_x = dx;
      self->dragged_y = dy;
      return;
    }

  gtk_gesture_drag_get_start_point (gesture, &x, &y);
  take_pick (self, pick (self, x + dx, y + dy));
}

/* What pans is picked when the button is let go, and the pointer has not moved. */
static void
on_release (GtkGestureClick *gesture, int n_press, double x, double y, SeesawFigurePane *self)
{
  g_assert (SEESAW_IS_FIGURE_PANE (self));

  if (self->figure->pans && n_press == 1 && fabs (self->dragged_x) + fabs (self->dragged_y) < 4.0)
    take_pick (self, pick (self, x, y));
}

static void
on_menu (GtkGestureClick *gesture, int n_press, double x, double y, SeesawFigurePane *self)
{
  g_assert (SEESAW_IS_FIGURE_PANE (self));

  seesaw_figure_gestures_pop_up (GTK_POPOVER (self->menu), x, y);
}

/* As on the slider: arrows a little, Page keys more, Home and End to the ends. */
static gboolean
move_gamma (SeesawFigurePane *self, guint key)
{
  double gamma = seesaw_session_get_gamma (session_of (self));
  double step = seesaw_session_get_step (session_of (self));
  double low;
  double high;

  seesaw_session_get_range (session_of (self), &low, &high);
  switch (key)
    {
    case GDK_KEY_Left:
    case GDK_KEY_Down:
      gamma -= step;
      break;
    case GDK_KEY_Right:
    case GDK_KEY_Up:
      gamma += step;
      break;
    case GDK_KEY_Page_Down:
      gamma -= 10.0 * step;
      break;
    case GDK_KEY_Page_Up:
      gamma += 10.0 * step;
      break;
    case GDK_KEY_Home:
      gamma = low;
      break;
    case GDK_KEY_End:
      gamma = high;
      break;
    default:
      return GDK_EVENT_PROPAGATE;
    }
  seesaw_session_set_gamma (session_of (self), CLAMP (gamma, low, high));

  return GDK_EVENT_STOP;
}

static gboolean
move_epoch (SeesawFigurePane *self, guint key)
{
  int by = key == GDK_KEY_Left || key == GDK_KEY_Down  ? -1
           : key == GDK_KEY_Right || key == GDK_KEY_Up ? 1
           : key == GDK_KEY_Home                       ? -G_MAXINT32
           : key == GDK_KEY_End                        ? G_MAXINT32
                                                       : 0;

  if (by == 0)
    return GDK_EVENT_PROPAGATE;

  gtk_widget_activate_action (GTK_WIDGET (self), "win.step-epoch", "i", by);

  return GDK_EVENT_STOP;
}

/* Along the rows of the matrix. */
static gboolean
move_class (SeesawFigurePane *self, guint key)
{
  const SeesawDriftMap *map = self->shown != NULL ? self->shown->map : NULL;
  int selected = seesaw_session_get_selected (session_of (self));
  gint64 row;

  if (map == NULL)
    return GDK_EVENT_PROPAGATE;

  row = selected >= 0 ? map->row[selected] : -1;
  switch (key)
    {
    case GDK_KEY_Up:
    case GDK_KEY_Left:
      row = row < 0 ? 0 : row - 1;
      break;
    case GDK_KEY_Down:
    case GDK_KEY_Right:
      row++;
      break;
    case GDK_KEY_Home:
      row = 0;
      break;
    case GDK_KEY_End:
      row = (gint64) map->n_classes - 1;
      break;
    default:
      return GDK_EVENT_PROPAGATE;
    }
  seesaw_session_set_selected (session_of (self),
                               map->label[CLAMP (row, 0, (gint64) map->n_classes - 1)]);

  return GDK_EVENT_STOP;
}

/* One thing at a time: the zoom, the enlargement, the selection. */
static gboolean
let_go (SeesawFigurePane *self)
{
  if (seesaw_figure_view_is_zoomed (self->view))
    seesaw_figure_view_fit (self->view);
  else if (self->is_expanded)
    seesaw_figure_pane_set_expanded (self, FALSE);
  else if (seesaw_session_get_selected (session_of (self)) >= 0)
    seesaw_session_set_selected (session_of (self), -1);
  else
    return GDK_EVENT_PROPAGATE;

  return GDK_EVENT_STOP;
}

static gboolean
move_by_key (SeesawFigurePane *self, guint key)
{
  switch (self->figure->moves)
    {
    case SEESAW_PICK_GAMMA:
      return move_gamma (self, key);
    case SEESAW_PICK_EPOCH:
      return move_epoch (self, key);
    case SEESAW_PICK_CLASS:
      return move_class (self, key);
    case SEESAW_PICK_NOTHING:
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static gboolean
on_key (GtkEventControllerKey *controller,
        guint key,
        guint code,
        GdkModifierType modifiers,
        SeesawFigurePane *self)
{
  g_assert (SEESAW_IS_FIGURE_PANE (self));

  if (seesaw_figure_gestures_is_menu_key (key, modifiers))
    {
      seesaw_figure_gestures_pop_up (GTK_POPOVER (self->menu), 24.0, 24.0);
      return GDK_EVENT_STOP;
    }
  if (modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK))
    return GDK_EVENT_PROPAGATE;

  return key == GDK_KEY_Escape
             ? let_go (self)
             : seesaw_figure_gestures_zoom_by_key (self->view, key) || move_by_key (self, key);
}

/**
 * seesaw_figure_pane_bind_events:
 * @widget_class: the class of figure panes
 *
 * Makes the handlers known to the template.
 */
void
seesaw_figure_pane_bind_events (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, on_motion);
  gtk_widget_class_bind_template_callback (widget_class, on_leave);
  gtk_widget_class_bind_template_callback (widget_class, on_drag_begin);
  gtk_widget_class_bind_template_callback (widget_class, on_drag_update);
  gtk_widget_class_bind_template_callback (widget_class, on_release);
  gtk_widget_class_bind_template_callback (widget_class, on_menu);
  gtk_widget_class_bind_template_callback (widget_class, on_key);
}
