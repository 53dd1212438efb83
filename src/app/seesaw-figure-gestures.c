/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What every figure does alike, whatever it shows: the wheel and two fingers zoom, a double click
 * fits.
 */

#include "config.h"

#include "seesaw-figure-gestures.h"

#include <math.h>

#define ZOOM_STEP 1.25
#define POINTER_KEY "seesaw-figure-pointer"

/* Turning the wheel does not say where. */
typedef struct
{
  double x;
  double y;
  double pinched;
} Pointer;

static Pointer *
pointer_of (SeesawFigureView *view)
{
  return g_object_get_data (G_OBJECT (view), POINTER_KEY);
}

static void
on_motion (GtkEventControllerMotion *controller, double x, double y, SeesawFigureView *view)
{
  g_assert (SEESAW_IS_FIGURE_VIEW (view));

  pointer_of (view)->x = x;
  pointer_of (view)->y = y;
}

static gboolean
on_scroll (GtkEventControllerScroll *controller, double dx, double dy, SeesawFigureView *view)
{
  g_assert (SEESAW_IS_FIGURE_VIEW (view));

  seesaw_figure_view_zoom (view, pointer_of (view)->x, pointer_of (view)->y, pow (ZOOM_STEP, -dy));

  return GDK_EVENT_STOP;
}

static void
on_click (GtkGestureClick *gesture, int n_press, double x, double y, SeesawFigureView *view)
{
  g_assert (SEESAW_IS_FIGURE_VIEW (view));

  if (n_press == 2)
    seesaw_figure_view_fit (view);
}

static void
on_pinch_begin (GtkGesture *gesture, GdkEventSequence *sequence, SeesawFigureView *view)
{
  g_assert (SEESAW_IS_FIGURE_VIEW (view));

  pointer_of (view)->pinched = 1.0;
}

static void
on_pinch (GtkGestureZoom *gesture, double scale, SeesawFigureView *view)
{
  Pointer *pointer = pointer_of (view);
  double x = pointer->x;
  double y = pointer->y;

  g_assert (SEESAW_IS_FIGURE_VIEW (view));

  gtk_gesture_get_bounding_box_center (GTK_GESTURE (gesture), &x, &y);
  seesaw_figure_view_zoom (view, x, y, scale / pointer->pinched);
  pointer->pinched = scale;
}

static void
zoom_at_center (SeesawFigureView *view, double factor)
{
  seesaw_figure_view_zoom (view, gtk_widget_get_width (GTK_WIDGET (view)) / 2.0,
                           gtk_widget_get_height (GTK_WIDGET (view)) / 2.0, factor);
}

/**
 * seesaw_figure_gestures_attach:
 * @view: a figure
 *
 * Makes the wheel, two fingers and a double click move its zoom.
 */
void
seesaw_figure_gestures_attach (SeesawFigureView *view)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll =
      gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *pinch = gtk_gesture_zoom_new ();

  g_object_set_data_full (G_OBJECT (view), POINTER_KEY, g_new0 (Pointer, 1), g_free);
  g_signal_connect (motion, "motion", G_CALLBACK (on_motion), view);
  g_signal_connect (scroll, "scroll", G_CALLBACK (on_scroll), view);
  g_signal_connect (click, "pressed", G_CALLBACK (on_click), view);
  g_signal_connect (pinch, "begin", G_CALLBACK (on_pinch_begin), view);
  g_signal_connect (pinch, "scale-changed", G_CALLBACK (on_pinch), view);
  gtk_widget_add_controller (GTK_WIDGET (view), motion);
  gtk_widget_add_controller (GTK_WIDGET (view), scroll);
  gtk_widget_add_controller (GTK_WIDGET (view), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (view), GTK_EVENT_CONTROLLER (pinch));
}

/**
 * seesaw_figure_gestures_zoom_by_key:
 * @view: a figure
 * @key: what was pressed, without Control or Alt
 *
 * Returns: %GDK_EVENT_STOP if that was a key for zooming in or out
 */
gboolean
seesaw_figure_gestures_zoom_by_key (SeesawFigureView *view, guint key)
{
  switch (key)
    {
    case GDK_KEY_plus:
    case GDK_KEY_KP_Add:
      zoom_at_center (view, ZOOM_STEP);
      return GDK_EVENT_STOP;
    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
      zoom_at_center (view, 1.0 / ZOOM_STEP);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

/**
 * seesaw_figure_gestures_pop_up:
 * @menu: the context menu of a figure
 * @x: where, in pixels
 * @y: likewise
 */
void
seesaw_figure_gestures_pop_up (GtkPopover *menu, double x, double y)
{
  const GdkRectangle at = { (int) x, (int) y, 1, 1 };

  gtk_popover_set_pointing_to (menu, &at);
  gtk_popover_popup (menu);
}

/**
 * seesaw_figure_gestures_is_menu_key:
 * @key: what was pressed
 * @modifiers: and what with it
 *
 * Returns: whether that asks for a context menu
 */
gboolean
seesaw_figure_gestures_is_menu_key (guint key, GdkModifierType modifiers)
{
  return key == GDK_KEY_Menu || (key == GDK_KEY_F10 && (modifiers & GDK_SHIFT_MASK) != 0);
}
