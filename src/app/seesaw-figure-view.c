/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "seesaw-figure-view.h"

#include "seesaw-paint.h"
#include "seesaw-picture.h"

#include <adwaita.h>
#include <math.h>

/* How little of an axis may fill the view: far less, and numbers on it would be equal. */
#define LEAST_PART 1e-6

/* Shows a scene. What stays is drawn once for each size, style and zoom, and kept as a picture;
 * what moves is drawn anew in each frame.
 */
struct _SeesawFigureView
{
  GtkWidget parent_instance;

  SeesawScene *scene;
  SeesawScene *overlay;
  SeesawUnderlay underlay;
  gpointer underlay_data;
  SeesawScale zoom[2];
  gboolean is_zoomed;

  SeesawPlotLayout *layout; /* NULL: to be made */
  SeesawPicture picture;    /* what stays; none: to be drawn */
  char *font;
};

G_DEFINE_FINAL_TYPE (SeesawFigureView, seesaw_figure_view, GTK_TYPE_WIDGET)

static void
invalidate (SeesawFigureView *self)
{
  g_clear_pointer (&self->layout, seesaw_plot_layout_free);
  seesaw_picture_clear (&self->picture);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static SeesawTheme
make_theme (SeesawFigureView *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double size = (double) pango_font_description_get_size (font) / PANGO_SCALE;
  double dpi = pango_cairo_context_get_resolution (context);

  if (!pango_font_description_get_size_is_absolute (font))
    size *= (dpi > 0.0 ? dpi : 96.0) / 72.0;

  g_free (self->font);
  self->font = g_strdup (pango_font_description_get_family (font));

  return seesaw_theme_screen (adw_style_manager_get_dark (adw_style_manager_get_default ()),
                              self->font, size);
}

static void
ensure_layout (SeesawFigureView *self)
{
  SeesawTheme theme;

  if (self->layout != NULL || self->scene == NULL)
    return;

  theme = make_theme (self);
  self->layout = seesaw_plot_layout_new_zoomed (
      self->scene, &theme, self->is_zoomed ? self->zoom : NULL,
      gtk_widget_get_width (GTK_WIDGET (self)), gtk_widget_get_height (GTK_WIDGET (self)));
}

static void
ensure_picture (SeesawFigureView *self)
{
  int scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  int width = (int) self->layout->width * scale;
  int height = (int) self->layout->height * scale;
  cairo_surface_t *surface;
  cairo_t *cr;

  if (self->picture.surface != NULL)
    return;

  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_surface_set_device_scale (surface, scale, scale);
  cr = cairo_create (surface);
  seesaw_paint_scene (self->layout, cr);
  cairo_destroy (cr);
  seesaw_picture_take (&self->picture, surface);
}

/* A renderer may make a texture of all that the bounds hold, however little of it is seen. */
static cairo_t *
begin_cairo (SeesawFigureView *self, GtkSnapshot *snapshot, SeesawRect bounds)
{
  const graphene_rect_t all =
      GRAPHENE_RECT_INIT (0.0f, 0.0f, (float) self->layout->width, (float) self->layout->height);
  graphene_rect_t rect =
      GRAPHENE_RECT_INIT ((float) floor (bounds.x), (float) floor (bounds.y),
                          (float) ceil (bounds.width) + 1.0f, (float) ceil (bounds.height) + 1.0f);

  graphene_rect_intersection (&rect, &all, &rect);

  return gtk_snapshot_append_cairo (snapshot, &rect);
}

static void
snapshot_overlay (SeesawFigureView *self, GtkSnapshot *snapshot)
{
  cairo_t *cr;

  if (self->overlay == NULL)
    return;

  for (guint i = 0; i < self->overlay->marks->len; i++)
    {
      const SeesawMark *mark = g_ptr_array_index (self->overlay->marks, i);

      cr = begin_cairo (self, snapshot, seesaw_paint_get_bounds (self->layout, mark));
      seesaw_paint_mark (self->layout, mark, cr);
      cairo_destroy (cr);
    }

  if (self->overlay->note != NULL)
    {
      cr = begin_cairo (self, snapshot,
                        (SeesawRect){ 0.0, 0.0, self->layout->width, self->layout->plot.y });
      seesaw_paint_note (self->layout, self->overlay->note, cr);
      cairo_destroy (cr);
    }
}

static void
seesaw_figure_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SeesawFigureView *self = SEESAW_FIGURE_VIEW (widget);
  graphene_rect_t all;

  ensure_layout (self);
  if (self->layout == NULL)
    return;

  ensure_picture (self);
  graphene_rect_init (&all, 0.0f, 0.0f, (float) self->layout->width, (float) self->layout->height);
  if (self->underlay != NULL)
    self->underlay (snapshot, self->layout, self->underlay_data);
  seesaw_picture_snapshot (&self->picture, widget, snapshot, &all);
  snapshot_overlay (self, snapshot);
}

static void
seesaw_figure_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  SeesawFigureView *self = SEESAW_FIGURE_VIEW (widget);

  if (self->layout != NULL &&
      ((int) self->layout->width != width || (int) self->layout->height != height))
    invalidate (self);
}

static void
seesaw_figure_view_measure (GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 240 : 180;
  *natural = *minimum;
}

static void
seesaw_figure_view_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (seesaw_figure_view_parent_class)->css_changed (widget, change);
  invalidate (SEESAW_FIGURE_VIEW (widget));
}

static void
seesaw_figure_view_dispose (GObject *object)
{
  SeesawFigureView *self = SEESAW_FIGURE_VIEW (object);

  g_clear_pointer (&self->layout, seesaw_plot_layout_free);
  g_clear_pointer (&self->scene, seesaw_scene_unref);
  g_clear_pointer (&self->overlay, seesaw_scene_unref);
  seesaw_picture_clear (&self->picture);
  g_clear_pointer (&self->font, g_free);

  G_OBJECT_CLASS (seesaw_figure_view_parent_class)->dispose (object);
}

static void
seesaw_figure_view_class_init (SeesawFigureViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = seesaw_figure_view_dispose;

  widget_class->snapshot = seesaw_figure_view_snapshot;
  widget_class->size_allocate = seesaw_figure_view_size_allocate;
  widget_class->measure = seesaw_figure_view_measure;
  widget_class->css_changed = seesaw_figure_view_css_changed;

  gtk_widget_class_set_css_name (widget_class, "figure");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
seesaw_figure_view_init (SeesawFigureView *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (invalidate), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (invalidate), NULL);
}

/**
 * seesaw_figure_view_set_scene:
 * @scene: (nullable) (transfer none): what is to be seen
 * @keep_zoom: whether the same part of it stays in view; otherwise it is fitted
 */
void
seesaw_figure_view_set_scene (SeesawFigureView *self, SeesawScene *scene, gboolean keep_zoom)
{
  g_clear_pointer (&self->scene, seesaw_scene_unref);
  self->scene = scene != NULL ? seesaw_scene_ref (scene) : NULL;
  self->is_zoomed = self->is_zoomed && keep_zoom;
  invalidate (self);
}

/**
 * seesaw_figure_view_set_overlay:
 * @overlay: (nullable) (transfer none): marks over the scene, in its coordinates
 */
void
seesaw_figure_view_set_overlay (SeesawFigureView *self, SeesawScene *overlay)
{
  g_clear_pointer (&self->overlay, seesaw_scene_unref);
  self->overlay = overlay != NULL ? seesaw_scene_ref (overlay) : NULL;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * seesaw_figure_view_set_underlay:
 * @underlay: (nullable): draws what lies under the scene
 * @user_data: for @underlay
 */
void
seesaw_figure_view_set_underlay (SeesawFigureView *self,
                                 SeesawUnderlay underlay,
                                 gpointer user_data)
{
  self->underlay = underlay;
  self->underlay_data = user_data;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * seesaw_figure_view_get_scene:
 *
 * Returns: (transfer none) (nullable): what is to be seen
 */
SeesawScene *
seesaw_figure_view_get_scene (SeesawFigureView *self)
{
  return self->scene;
}

/**
 * seesaw_figure_view_get_layout:
 *
 * Returns: (transfer none) (nullable): the scene at its present size
 */
const SeesawPlotLayout *
seesaw_figure_view_get_layout (SeesawFigureView *self)
{
  ensure_layout (self);

  return self->layout;
}

/**
 * seesaw_figure_view_is_zoomed:
 *
 * Returns: whether only a part of the scene is in view
 */
gboolean
seesaw_figure_view_is_zoomed (SeesawFigureView *self)
{
  return self->is_zoomed;
}

/* Nothing beyond the scene's own range comes into view. */
static SeesawScale
keep_within (SeesawScale scale, SeesawScale whole)
{
  double length = scale.high - scale.low;

  if (scale.low < whole.low)
    return (SeesawScale){ whole.low, MIN (whole.low + length, whole.high) };
  if (scale.high > whole.high)
    return (SeesawScale){ MAX (whole.high - length, whole.low), whole.high };

  return scale;
}

static void
set_zoom (SeesawFigureView *self, SeesawScale x, SeesawScale y)
{
  const SeesawScale zoom[2] = { x, y };

  self->is_zoomed = FALSE;
  for (int axis = 0; axis < 2; axis++)
    {
      SeesawScale whole = self->scene->axes[axis].scale;

      self->zoom[axis] = keep_within (zoom[axis], whole);
      self->is_zoomed |= self->zoom[axis].low > whole.low || self->zoom[axis].high < whole.high;
    }
  invalidate (self);
}

static double
limit_zoom (SeesawScale scale, SeesawScale whole, double factor)
{
  return MIN (factor, (scale.high - scale.low) / (LEAST_PART * (whole.high - whole.low)));
}

/**
 * seesaw_figure_view_zoom:
 * @x: what stays where it is, in pixels
 * @y: likewise
 * @factor: above 1 to see less
 *
 * Zooms in and out, but no farther out than the whole, and not in without end.
 */
void
seesaw_figure_view_zoom (SeesawFigureView *self, double x, double y, double factor)
{
  const SeesawPlotLayout *layout = seesaw_figure_view_get_layout (self);

  if (layout == NULL)
    return;

  for (int axis = 0; axis < 2; axis++)
    factor = limit_zoom (layout->scales[axis], self->scene->axes[axis].scale, factor);
  seesaw_plot_layout_to_data (layout, &x, &y);
  set_zoom (self, seesaw_scale_zoom (layout->scales[0], x, factor),
            seesaw_scale_zoom (layout->scales[1], y, factor));
}

/**
 * seesaw_figure_view_pan:
 * @dx: how far the scene is to go to the right, in pixels
 * @dy: how far down
 */
void
seesaw_figure_view_pan (SeesawFigureView *self, double dx, double dy)
{
  const SeesawPlotLayout *layout = seesaw_figure_view_get_layout (self);

  if (layout != NULL && self->is_zoomed)
    set_zoom (self, seesaw_scale_shift (layout->scales[0], -dx / layout->plot.width),
              seesaw_scale_shift (layout->scales[1], dy / layout->plot.height));
}

/**
 * seesaw_figure_view_fit:
 *
 * Shows the whole scene.
 */
void
seesaw_figure_view_fit (SeesawFigureView *self)
{
  self->is_zoomed = FALSE;
  invalidate (self);
}
