/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "seesaw-curve-page.h"

#include "seesaw-export.h"
#include "seesaw-figure-curve.h"
#include "seesaw-figure-view.h"

#include <glib/gi18n.h>

#define PNG_SCALE 3.0

/* The seen-unseen curve, as something to point at: hovering reads it, clicking and dragging set γ.
 */
struct _SeesawCurvePage
{
  AdwBin parent_instance;

  SeesawSession *session;
  SeesawScene *scene;
  GtkFileChooserNative *chooser;

  /* Template children */
  SeesawFigureView *figure;
  GtkLabel *read_out;
  GtkPopoverMenu *menu;
};

enum
{
  PROP_0,
  PROP_SESSION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SeesawCurvePage, seesaw_curve_page, ADW_TYPE_BIN)

/* γ at a place in the figure; FALSE if there is no curve. */
static gboolean
pick (SeesawCurvePage *self, double x, double y, double *gamma, double *distance)
{
  const SeesawAnalysis *now = seesaw_session_get_now (self->session);
  const SeesawPlotLayout *layout = seesaw_figure_view_get_layout (self->figure);

  if (now == NULL || layout == NULL)
    return FALSE;

  *gamma = seesaw_figure_curve_pick (layout, now, x, y, distance);

  return TRUE;
}

static void
show_read_out (SeesawCurvePage *self, const char *text)
{
  gtk_label_set_label (self->read_out, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->read_out), text != NULL);
}

static void
show_gamma (SeesawCurvePage *self)
{
  const SeesawAnalysis *now = seesaw_session_get_now (self->session);
  g_autoptr (SeesawScene) overlay = NULL;
  g_autofree char *text = NULL;

  if (now == NULL)
    return;

  overlay = seesaw_figure_curve_overlay_new (now, seesaw_session_get_gamma (self->session));
  seesaw_figure_view_set_overlay (self->figure, overlay);
  text = seesaw_figure_curve_read_out (now, seesaw_session_get_gamma (self->session));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->figure),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

static void
show_view (SeesawCurvePage *self)
{
  const SeesawAnalysis *now = seesaw_session_get_now (self->session);

  g_clear_pointer (&self->scene, seesaw_scene_unref);
  if (now != NULL)
    self->scene = seesaw_figure_curve_new (seesaw_session_get_run (self->session),
                                           seesaw_session_get_start (self->session), now);
  seesaw_figure_view_set_scene (self->figure, self->scene);
  show_read_out (self, NULL);
  show_gamma (self);
}

static void
on_motion (GtkEventControllerMotion *controller, double x, double y, SeesawCurvePage *self)
{
  g_autofree char *text = NULL;
  double gamma;
  double distance;

  g_assert (SEESAW_IS_CURVE_PAGE (self));

  if (pick (self, x, y, &gamma, &distance))
    text = seesaw_figure_curve_read_out (seesaw_session_get_now (self->session), gamma);
  show_read_out (self, text);
}

static void
on_leave (GtkEventControllerMotion *controller, SeesawCurvePage *self)
{
  g_assert (SEESAW_IS_CURVE_PAGE (self));

  show_read_out (self, NULL);
}

static void
set_gamma_at (SeesawCurvePage *self, double x, double y)
{
  double gamma;
  double distance;

  if (pick (self, x, y, &gamma, &distance))
    seesaw_session_set_gamma (self->session, gamma);
}

static void
on_drag_begin (GtkGestureDrag *gesture, double x, double y, SeesawCurvePage *self)
{
  g_assert (SEESAW_IS_CURVE_PAGE (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->figure));
  set_gamma_at (self, x, y);
}

static void
on_drag_update (GtkGestureDrag *gesture, double dx, double dy, SeesawCurvePage *self)
{
  double x;
  double y;

  g_assert (SEESAW_IS_CURVE_PAGE (self));

  gtk_gesture_drag_get_start_point (gesture, &x, &y);
  set_gamma_at (self, x + dx, y + dy);
}

static void
on_click (GtkGestureClick *gesture, int n_press, double x, double y, SeesawCurvePage *self)
{
  g_assert (SEESAW_IS_CURVE_PAGE (self));

  if (n_press == 2)
    seesaw_figure_view_fit (self->figure);
}

static void
on_menu (GtkGestureClick *gesture, int n_press, double x, double y, SeesawCurvePage *self)
{
  const GdkRectangle at = { (int) x, (int) y, 1, 1 };

  g_assert (SEESAW_IS_CURVE_PAGE (self));

  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &at);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static gboolean
on_scroll (GtkEventControllerScroll *controller, double dx, double dy, SeesawCurvePage *self)
{
  GdkEvent *event = gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (controller));
  graphene_point_t point = { 0.0f, 0.0f };
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
  double x = 0.0;
  double y = 0.0;

  g_assert (SEESAW_IS_CURVE_PAGE (self));

  gdk_event_get_position (event, &x, &y);
  if (!gtk_widget_compute_point (root, GTK_WIDGET (self->figure),
                                 &GRAPHENE_POINT_INIT ((float) x, (float) y), &point))
    return GDK_EVENT_PROPAGATE;

  seesaw_figure_view_zoom (self->figure, (double) point.x, (double) point.y, dy < 0.0 ? 1.25 : 0.8);

  return GDK_EVENT_STOP;
}

/* As on the slider: arrows a little, Page keys more, Home and End to the ends. */
static gboolean
on_key (GtkEventControllerKey *controller,
        guint key,
        guint code,
        GdkModifierType modifiers,
        SeesawCurvePage *self)
{
  double gamma = seesaw_session_get_gamma (self->session);
  double low;
  double high;

  g_assert (SEESAW_IS_CURVE_PAGE (self));

  if (modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK))
    return GDK_EVENT_PROPAGATE;

  seesaw_session_get_range (self->session, &low, &high);
  switch (key)
    {
    case GDK_KEY_Left:
    case GDK_KEY_Down:
      gamma -= 0.1;
      break;
    case GDK_KEY_Right:
    case GDK_KEY_Up:
      gamma += 0.1;
      break;
    case GDK_KEY_Page_Down:
      gamma -= 1.0;
      break;
    case GDK_KEY_Page_Up:
      gamma += 1.0;
      break;
    case GDK_KEY_Home:
      gamma = low;
      break;
    case GDK_KEY_End:
      gamma = high;
      break;
    case GDK_KEY_Escape:
      seesaw_figure_view_fit (self->figure);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
  seesaw_session_set_gamma (self->session, CLAMP (gamma, low, high));

  return GDK_EVENT_STOP;
}

static SeesawScene *
new_overlay (SeesawCurvePage *self)
{
  return seesaw_figure_curve_overlay_new (seesaw_session_get_now (self->session),
                                          seesaw_session_get_gamma (self->session));
}

static void
copy_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  SeesawCurvePage *self = SEESAW_CURVE_PAGE (widget);
  const SeesawPlotLayout *layout = seesaw_figure_view_get_layout (self->figure);
  SeesawTheme theme = seesaw_theme_print (11.0);
  g_autoptr (SeesawScene) overlay = NULL;
  g_autoptr (GBytes) png = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  if (self->scene == NULL || layout == NULL)
    return;

  overlay = new_overlay (self);
  png = seesaw_export_png (self->scene, overlay, &theme, layout->width, layout->height, PNG_SCALE);
  texture = gdk_texture_new_from_bytes (png, NULL);
  if (texture != NULL)
    gdk_clipboard_set_texture (gtk_widget_get_clipboard (widget), texture);
}

static void
copy_csv_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  SeesawCurvePage *self = SEESAW_CURVE_PAGE (widget);
  const SeesawAnalysis *now = seesaw_session_get_now (self->session);
  g_autofree char *csv = now != NULL ? seesaw_figure_curve_to_csv (now) : NULL;

  if (csv != NULL)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), csv);
}

static void
on_export_response (GtkNativeDialog *dialog, int response, SeesawCurvePage *self)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  SeesawTheme theme = seesaw_theme_print (8.0);
  g_autoptr (SeesawScene) overlay = NULL;
  GError *error = NULL;

  g_assert (SEESAW_IS_CURVE_PAGE (self));

  if (response == GTK_RESPONSE_ACCEPT && path != NULL && self->scene != NULL)
    {
      overlay = new_overlay (self);
      if (!seesaw_export_file (self->scene, overlay, &theme, 5.5 * 72.0, 4.0 * 72.0, path, &error))
        {
          gtk_widget_activate_action (GTK_WIDGET (self), "win.show-error", "s", error->message);
          g_error_free (error);
        }
    }
  g_clear_object (&self->chooser);
}

static void
export_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  SeesawCurvePage *self = SEESAW_CURVE_PAGE (widget);

  if (self->scene == NULL || self->chooser != NULL)
    return;

  self->chooser =
      gtk_file_chooser_native_new (_ ("Export Figure"), GTK_WINDOW (gtk_widget_get_root (widget)),
                                   GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Export"), _ ("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), "curve.pdf");
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (on_export_response), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
seesaw_curve_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  SeesawCurvePage *self = SEESAW_CURVE_PAGE (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
set_session (SeesawCurvePage *self, SeesawSession *session)
{
  if (!g_set_object (&self->session, session) || session == NULL)
    return;

  g_signal_connect_object (session, "view-changed", G_CALLBACK (show_view), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::gamma", G_CALLBACK (show_gamma), self,
                           G_CONNECT_SWAPPED);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

static void
seesaw_curve_page_set_property (GObject *object,
                                guint prop_id,
                                const GValue *value,
                                GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_SESSION:
      set_session (SEESAW_CURVE_PAGE (object), g_value_get_object (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
seesaw_curve_page_dispose (GObject *object)
{
  SeesawCurvePage *self = SEESAW_CURVE_PAGE (object);

  g_clear_object (&self->session);
  g_clear_object (&self->chooser);
  g_clear_pointer (&self->scene, seesaw_scene_unref);
  if (self->menu != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->menu));
  gtk_widget_dispose_template (GTK_WIDGET (self), SEESAW_TYPE_CURVE_PAGE);

  G_OBJECT_CLASS (seesaw_curve_page_parent_class)->dispose (object);
}

static void
bind_callbacks (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, on_motion);
  gtk_widget_class_bind_template_callback (widget_class, on_leave);
  gtk_widget_class_bind_template_callback (widget_class, on_drag_begin);
  gtk_widget_class_bind_template_callback (widget_class, on_drag_update);
  gtk_widget_class_bind_template_callback (widget_class, on_click);
  gtk_widget_class_bind_template_callback (widget_class, on_menu);
  gtk_widget_class_bind_template_callback (widget_class, on_scroll);
  gtk_widget_class_bind_template_callback (widget_class, on_key);
}

static void
seesaw_curve_page_class_init (SeesawCurvePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = seesaw_curve_page_get_property;
  object_class->set_property = seesaw_curve_page_set_property;
  object_class->dispose = seesaw_curve_page_dispose;

  properties[PROP_SESSION] =
      g_param_spec_object ("session", NULL, NULL, SEESAW_TYPE_SESSION,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/seesaw/Seesaw/ui/seesaw-curve-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SeesawCurvePage, figure);
  gtk_widget_class_bind_template_child (widget_class, SeesawCurvePage, read_out);
  gtk_widget_class_bind_template_child (widget_class, SeesawCurvePage, menu);
  bind_callbacks (widget_class);

  gtk_widget_class_install_action (widget_class, "figure.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "figure.copy-csv", NULL, copy_csv_action);
  gtk_widget_class_install_action (widget_class, "figure.export", NULL, export_action);

  g_type_ensure (SEESAW_TYPE_SESSION);
  g_type_ensure (SEESAW_TYPE_FIGURE_VIEW);
}

static void
seesaw_curve_page_init (SeesawCurvePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->menu), GTK_WIDGET (self->figure));
}
