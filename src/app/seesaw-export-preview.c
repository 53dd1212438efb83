/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "seesaw-export-preview.h"

#include <math.h>

#define FALLBACK_DPI 96.0
#define MIN_DPI 30.0
#define MAX_DPI 600.0
#define MAX_SIDE 6000.0 /* of a picture, in pixels */
#define CHEQUER 8.0

/* A page as large as it will be on paper. It is painted by a worker, and the last one stays until
 * the next is there.
 */
struct _SeesawExportPreview
{
  GtkWidget parent_instance;

  SeesawPage *next; /* to be painted after the one that is */
  gboolean is_next_transparent;
  gboolean is_busy;

  SeesawPage *page; /* the one on screen */
  gboolean is_transparent;
  GdkTexture *texture;
  double width; /* of the paper, in pixels of the toolkit */
  double height;
};

G_DEFINE_FINAL_TYPE (SeesawExportPreview, seesaw_export_preview, GTK_TYPE_WIDGET)

/* What a worker paints. */
typedef struct
{
  SeesawPage *page;
  gboolean is_transparent;
  double scale; /* pixels of the screen per point */
} Work;

static void start (SeesawExportPreview *self);

/**
 * seesaw_export_preview_get_dpi:
 *
 * Returns: how many pixels of the toolkit an inch has on the present monitor
 */
double
seesaw_export_preview_get_dpi (SeesawExportPreview *self)
{
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));
  GdkSurface *surface = native != NULL ? gtk_native_get_surface (native) : NULL;
  GdkMonitor *monitor =
      surface != NULL
          ? gdk_display_get_monitor_at_surface (gdk_surface_get_display (surface), surface)
          : NULL;
  GdkRectangle geometry;
  int mm = monitor != NULL ? gdk_monitor_get_width_mm (monitor) : 0;
  double dpi;

  if (mm <= 0 || gdk_monitor_get_height_mm (monitor) <= 0)
    return FALLBACK_DPI;

  gdk_monitor_get_geometry (monitor, &geometry);
  dpi = geometry.width * 25.4 / mm;

  /* Projectors and virtual monitors say what they like. */
  return dpi >= MIN_DPI && dpi <= MAX_DPI ? dpi : FALLBACK_DPI;
}

static double
choose_scale (SeesawExportPreview *self, const SeesawPage *page)
{
  double scale =
      seesaw_export_preview_get_dpi (self) / 72.0 * gtk_widget_get_scale_factor (GTK_WIDGET (self));
  double side = MAX (seesaw_page_get_width (page), seesaw_page_get_height (page));

  return MIN (scale, MAX_SIDE / side);
}

/* By way of a recording, letters stand where they will on paper, and not on whole pixels. */
static void
paint_page (const SeesawPage *page, cairo_t *cr)
{
  cairo_surface_t *recording = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *recorder = cairo_create (recording);

  seesaw_page_paint (page, recorder);
  cairo_destroy (recorder);
  cairo_set_source_surface (cr, recording, 0.0, 0.0);
  cairo_paint (cr);
  cairo_surface_destroy (recording);
}

static GdkTexture *
paint (const Work *work)
{
  int width = (int) ceil (seesaw_page_get_width (work->page) * work->scale);
  int height = (int) ceil (seesaw_page_get_height (work->page) * work->scale);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);
  gsize stride = (gsize) cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) bytes = NULL;

  cairo_scale (cr, work->scale, work->scale);
  paint_page (work->page, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  bytes =
      g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), stride * (gsize) height,
                                  (GDestroyNotify) cairo_surface_destroy, surface);

  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, stride);
}

static void
paint_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_task_return_pointer (task, paint (data), g_object_unref);
}

static void
show (SeesawExportPreview *self, Work *work, GdkTexture *texture)
{
  double inch = seesaw_export_preview_get_dpi (self) / 72.0;

  g_clear_object (&self->texture);
  self->texture = texture;
  g_clear_pointer (&self->page, seesaw_page_free);
  self->page = g_steal_pointer (&work->page);
  self->is_transparent = work->is_transparent;
  self->width = seesaw_page_get_width (self->page) * inch;
  self->height = seesaw_page_get_height (self->page) * inch;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
on_painted (GObject *object, GAsyncResult *result, gpointer user_data)
{
  SeesawExportPreview *self = SEESAW_EXPORT_PREVIEW (object);
  Work *work = user_data;
  GdkTexture *texture = g_task_propagate_pointer (G_TASK (result), NULL);

  self->is_busy = FALSE;
  show (self, work, texture);
  g_free (work);
  start (self);
}

static void
start (SeesawExportPreview *self)
{
  g_autoptr (GTask) task = NULL;
  Work *work;

  if (self->is_busy || self->next == NULL)
    return;

  work = g_new0 (Work, 1);
  work->page = g_steal_pointer (&self->next);
  work->is_transparent = self->is_next_transparent;
  work->scale = choose_scale (self, work->page);
  self->is_busy = TRUE;
  task = g_task_new (self, NULL, on_painted, work);
  g_task_set_task_data (task, work, NULL);
  g_task_run_in_thread (task, paint_in_thread);
}

/**
 * seesaw_export_preview_set_page:
 * @page: (transfer full): what is shown from now on
 * @transparent: whether what lies behind it can be seen
 */
void
seesaw_export_preview_set_page (SeesawExportPreview *self, SeesawPage *page, gboolean transparent)
{
  g_clear_pointer (&self->next, seesaw_page_free);
  self->next = page;
  self->is_next_transparent = transparent;
  start (self);
}

/* The same page again, for another screen. */
static void
paint_again (SeesawExportPreview *self)
{
  if (self->is_busy || self->next != NULL || self->page == NULL)
    return;

  seesaw_export_preview_set_page (self, g_steal_pointer (&self->page), self->is_transparent);
}

static void
seesaw_export_preview_measure (GtkWidget *widget,
                               GtkOrientation orientation,
                               int for_size,
                               int *minimum,
                               int *natural,
                               int *minimum_baseline,
                               int *natural_baseline)
{
  SeesawExportPreview *self = SEESAW_EXPORT_PREVIEW (widget);

  *minimum = *natural =
      (int) ceil (orientation == GTK_ORIENTATION_HORIZONTAL ? self->width : self->height);
  *minimum_baseline = *natural_baseline = -1;
}

/* White, or white and grey where nothing will be. */
static void
snapshot_paper (SeesawExportPreview *self, GtkSnapshot *snapshot, const graphene_rect_t *paper)
{
  const GdkRGBA white = { 1.0f, 1.0f, 1.0f, 1.0f };
  const GdkRGBA grey = { 0.92f, 0.92f, 0.92f, 1.0f };
  const graphene_rect_t tile = GRAPHENE_RECT_INIT (0, 0, 2 * CHEQUER, 2 * CHEQUER);

  gtk_snapshot_append_color (snapshot, &white, paper);
  if (!self->is_transparent)
    return;

  gtk_snapshot_push_repeat (snapshot, paper, &tile);
  gtk_snapshot_append_color (snapshot, &white, &tile);
  gtk_snapshot_append_color (snapshot, &grey, &GRAPHENE_RECT_INIT (0, 0, CHEQUER, CHEQUER));
  gtk_snapshot_append_color (snapshot, &grey,
                             &GRAPHENE_RECT_INIT (CHEQUER, CHEQUER, CHEQUER, CHEQUER));
  gtk_snapshot_pop (snapshot);
}

static void
seesaw_export_preview_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SeesawExportPreview *self = SEESAW_EXPORT_PREVIEW (widget);
  graphene_rect_t paper;

  if (self->texture == NULL)
    return;

  graphene_rect_init (&paper, 0, 0, (float) self->width, (float) self->height);
  snapshot_paper (self, snapshot, &paper);
  gtk_snapshot_append_texture (snapshot, self->texture, &paper);
}

static void
seesaw_export_preview_dispose (GObject *object)
{
  SeesawExportPreview *self = SEESAW_EXPORT_PREVIEW (object);

  g_clear_pointer (&self->next, seesaw_page_free);
  g_clear_pointer (&self->page, seesaw_page_free);
  g_clear_object (&self->texture);

  G_OBJECT_CLASS (seesaw_export_preview_parent_class)->dispose (object);
}

static void
seesaw_export_preview_class_init (SeesawExportPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = seesaw_export_preview_dispose;
  widget_class->measure = seesaw_export_preview_measure;
  widget_class->snapshot = seesaw_export_preview_snapshot;
  gtk_widget_class_set_css_name (widget_class, "preview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
seesaw_export_preview_init (SeesawExportPreview *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (paint_again), NULL);
  g_signal_connect_after (self, "map", G_CALLBACK (paint_again), NULL);
}
