/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "seesaw-export-preview.h"

#include "seesaw-export-job.h"

#include <math.h>

#define FALLBACK_DPI 96.0
#define MIN_DPI 30.0
#define MAX_DPI 600.0
#define MAX_SIDE 6000.0 /* of a picture, in pixels */
#define CHEQUER 8.0

/* A page to be painted. */
typedef struct
{
  SeesawExportContent *content;
  SeesawFigureSettings settings;
  gboolean is_again; /* for another screen */
  double scale;      /* pixels of the screen per point */

  /* What came of it */
  double width; /* in points */
  double height;
  double painted; /* the scale, less than asked for where the picture would be huge */
  GdkTexture *texture;
} Work;

/* A page as large as it will be on paper. It is made and painted by a worker, and the last one
 * stays until the next is there.
 */
struct _SeesawExportPreview
{
  GtkWidget parent_instance;

  Work *next; /* to be painted after the one that is */
  gboolean is_busy;

  Work *shown;
  double width; /* of the paper, in pixels of the toolkit */
  double height;
};

G_DEFINE_FINAL_TYPE (SeesawExportPreview, seesaw_export_preview, GTK_TYPE_WIDGET)

enum
{
  DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void start (SeesawExportPreview *self);

static Work *
work_new (SeesawExportContent *content, const SeesawFigureSettings *settings)
{
  Work *self = g_new0 (Work, 1);

  self->content = seesaw_export_content_ref (content);
  seesaw_figure_settings_init (&self->settings);
  seesaw_figure_settings_copy (&self->settings, settings);

  return self;
}

static void
work_free (Work *self)
{
  seesaw_export_content_unref (self->content);
  seesaw_figure_settings_clear (&self->settings);
  g_clear_object (&self->texture);
  g_free (self);
}

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
get_scale (SeesawExportPreview *self)
{
  return seesaw_export_preview_get_dpi (self) / 72.0 *
         gtk_widget_get_scale_factor (GTK_WIDGET (self));
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
paint (const SeesawPage *page, double scale)
{
  int width = (int) ceil (seesaw_page_get_width (page) * scale);
  int height = (int) ceil (seesaw_page_get_height (page) * scale);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);
  gsize stride = (gsize) cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) bytes = NULL;

  cairo_scale (cr, scale, scale);
  paint_page (page, cr);
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
  Work *work = data;
  GError *error = NULL;
  g_autoptr (SeesawPage) page =
      seesaw_export_content_make_page (work->content, &work->settings, &error);

  if (page == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  work->width = seesaw_page_get_width (page);
  work->height = seesaw_page_get_height (page);
  work->painted = MIN (work->scale, MAX_SIDE / MAX (work->width, work->height));
  work->texture = paint (page, work->painted);
  g_task_return_boolean (task, TRUE);
}

static void
show (SeesawExportPreview *self, Work *work)
{
  double inch = seesaw_export_preview_get_dpi (self) / 72.0;

  g_clear_pointer (&self->shown, work_free);
  self->shown = work;
  self->width = work->width * inch;
  self->height = work->height * inch;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* The same page again, for another screen. */
static void
paint_again (SeesawExportPreview *self)
{
  if (self->is_busy || self->next != NULL || self->shown == NULL ||
      self->shown->scale == get_scale (self))
    return;

  self->next = work_new (self->shown->content, &self->shown->settings);
  self->next->is_again = TRUE;
  start (self);
}

static void
on_painted (GObject *object, GAsyncResult *result, gpointer user_data)
{
  SeesawExportPreview *self = SEESAW_EXPORT_PREVIEW (object);
  g_autoptr (GError) error = NULL;
  Work *work = user_data;
  gboolean is_painted = g_task_propagate_boolean (G_TASK (result), &error);
  gboolean is_stale = self->next != NULL;
  gboolean is_again = work->is_again;

  self->is_busy = FALSE;
  if (is_painted && !is_stale)
    show (self, work);
  else
    work_free (work);

  start (self);
  if (is_painted)
    paint_again (self);
  if (!is_stale && !is_again)
    g_signal_emit (self, signals[DONE], 0, error);
}

static void
start (SeesawExportPreview *self)
{
  g_autoptr (GTask) task = NULL;
  Work *work;

  if (self->is_busy || self->next == NULL)
    return;

  work = g_steal_pointer (&self->next);
  work->scale = get_scale (self);
  self->is_busy = TRUE;
  task = g_task_new (self, NULL, on_painted, work);
  g_task_set_task_data (task, work, NULL);
  seesaw_export_hold_application (task);
  g_task_run_in_thread (task, paint_in_thread);
}

/**
 * seesaw_export_preview_show:
 * @content: what is shown from now on
 * @settings: how it looks
 *
 * Makes a page of it, and shows that. Of several that are asked for while another is painted, only
 * the last is.
 */
void
seesaw_export_preview_show (SeesawExportPreview *self,
                            SeesawExportContent *content,
                            const SeesawFigureSettings *settings)
{
  Work *work = work_new (content, settings);

  g_clear_pointer (&self->next, work_free);
  self->next = work;
  start (self);
}

/**
 * seesaw_export_preview_get_size:
 * @width: (out): of the page that is shown, in points; 0 if none is
 * @height: (out): likewise
 */
void
seesaw_export_preview_get_size (SeesawExportPreview *self, double *width, double *height)
{
  *width = self->shown != NULL ? self->shown->width : 0.0;
  *height = self->shown != NULL ? self->shown->height : 0.0;
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
  if (self->shown->settings.style.background != SEESAW_BACKGROUND_TRANSPARENT)
    return;

  gtk_snapshot_push_repeat (snapshot, paper, &tile);
  gtk_snapshot_append_color (snapshot, &white, &tile);
  gtk_snapshot_append_color (snapshot, &grey, &GRAPHENE_RECT_INIT (0, 0, CHEQUER, CHEQUER));
  gtk_snapshot_append_color (snapshot, &grey,
                             &GRAPHENE_RECT_INIT (CHEQUER, CHEQUER, CHEQUER, CHEQUER));
  gtk_snapshot_pop (snapshot);
}

/* The last row and column of pixels may go beyond the paper: a pixel of the picture is one of the
 * screen.
 */
static void
snapshot_picture (SeesawExportPreview *self, GtkSnapshot *snapshot)
{
  const Work *shown = self->shown;
  double pixel = self->width / (shown->width * shown->painted);

  gtk_snapshot_append_texture (
      snapshot, shown->texture,
      &GRAPHENE_RECT_INIT (0, 0, (float) (gdk_texture_get_width (shown->texture) * pixel),
                           (float) (gdk_texture_get_height (shown->texture) * pixel)));
}

static void
seesaw_export_preview_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SeesawExportPreview *self = SEESAW_EXPORT_PREVIEW (widget);

  if (self->shown == NULL)
    return;

  snapshot_paper (self, snapshot,
                  &GRAPHENE_RECT_INIT (0, 0, (float) self->width, (float) self->height));
  snapshot_picture (self, snapshot);
}

static void
seesaw_export_preview_dispose (GObject *object)
{
  SeesawExportPreview *self = SEESAW_EXPORT_PREVIEW (object);

  g_clear_pointer (&self->next, work_free);
  g_clear_pointer (&self->shown, work_free);

  G_OBJECT_CLASS (seesaw_export_preview_parent_class)->dispose (object);
}

static void
seesaw_export_preview_class_init (SeesawExportPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = seesaw_export_preview_dispose;
  widget_class->measure = seesaw_export_preview_measure;
  widget_class->snapshot = seesaw_export_preview_snapshot;

  /**
   * SeesawExportPreview::done:
   * @error: (nullable): why there is no page
   *
   * What was asked for last is shown, or cannot be.
   */
  signals[DONE] = g_signal_new ("done", SEESAW_TYPE_EXPORT_PREVIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);

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
