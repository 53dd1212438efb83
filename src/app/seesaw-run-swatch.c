/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "seesaw-run-swatch.h"

#include "seesaw-paint.h"

#include <adwaita.h>

#define WIDTH 34
#define HEIGHT 18

/* A line with its marker, as a run is drawn in figures. */
struct _SeesawRunSwatch
{
  GtkWidget parent_instance;

  SeesawRunStyle style;
};

G_DEFINE_FINAL_TYPE (SeesawRunSwatch, seesaw_run_swatch, GTK_TYPE_WIDGET)

static void
seesaw_run_swatch_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : HEIGHT;
}

static void
seesaw_run_swatch_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SeesawRunSwatch *self = SEESAW_RUN_SWATCH (widget);
  const SeesawTheme theme = seesaw_theme_screen (
      adw_style_manager_get_dark (adw_style_manager_get_default ()), "Sans", 13.0);
  const int width = gtk_widget_get_width (widget);
  const int height = gtk_widget_get_height (widget);
  const SeesawRect box = { 1.0, 0.0, width - 2.0, height };
  g_autoptr (SeesawScene) scene = seesaw_scene_new ();
  SeesawMark *mark = seesaw_run_style_add_legend (self->style, scene, "");
  cairo_t *cr = gtk_snapshot_append_cairo (
      snapshot, &GRAPHENE_RECT_INIT (0.0f, 0.0f, (float) width, (float) height));

  seesaw_paint_legend_swatch (&theme, mark, &box, cr);
  cairo_destroy (cr);
}

static void
seesaw_run_swatch_class_init (SeesawRunSwatchClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = seesaw_run_swatch_measure;
  widget_class->snapshot = seesaw_run_swatch_snapshot;
  gtk_widget_class_set_css_name (widget_class, "runswatch");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
seesaw_run_swatch_init (SeesawRunSwatch *self)
{
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

/**
 * seesaw_run_swatch_set_style:
 * @style: how a run is drawn
 */
void
seesaw_run_swatch_set_style (SeesawRunSwatch *self, SeesawRunStyle style)
{
  if (self->style.color == style.color && self->style.marker == style.marker &&
      self->style.dash == style.dash)
    return;

  self->style = style;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
