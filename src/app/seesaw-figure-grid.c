/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "seesaw-figure-grid.h"

#include "seesaw-figure-pane.h"

/* Figures side by side, as many in a row as there is room for, all of one size, together as large
 * as the place they have. One of them may take it all.
 */
struct _SeesawFigureGrid
{
  GtkWidget parent_instance;

  int column_width;
  int row_height;
};

enum
{
  PROP_0,
  PROP_COLUMN_WIDTH,
  PROP_ROW_HEIGHT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SeesawFigureGrid,
                               seesaw_figure_grid,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, buildable_init))

static GtkBuildableIface *parent_buildable;

static int
count_shown (SeesawFigureGrid *self)
{
  int n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += gtk_widget_should_layout (child);

  return n;
}

/* As many columns as fit, but no more than leave the last row full if fewer would do. */
static int
count_columns (SeesawFigureGrid *self, int width)
{
  int n = MAX (count_shown (self), 1);
  int columns = CLAMP (width / MAX (self->column_width, 1), 1, n);
  int rows = (n + columns - 1) / columns;

  return (n + rows - 1) / rows;
}

static int
count_rows (SeesawFigureGrid *self, int width)
{
  int columns = count_columns (self, width);

  return (MAX (count_shown (self), 1) + columns - 1) / columns;
}

static void
show_expanded (SeesawFigureGrid *self)
{
  SeesawFigurePane *expanded = NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (seesaw_figure_pane_is_expanded (SEESAW_FIGURE_PANE (child)))
      expanded = SEESAW_FIGURE_PANE (child);

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_widget_set_visible (child, expanded == NULL || child == GTK_WIDGET (expanded));
}

static GtkSizeRequestMode
seesaw_figure_grid_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
seesaw_figure_grid_measure (GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline)
{
  SeesawFigureGrid *self = SEESAW_FIGURE_GRID (widget);

  *minimum = *natural = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int least = 0;

      if (gtk_widget_should_layout (child))
        gtk_widget_measure (child, orientation, -1, &least, NULL, NULL, NULL);
      *minimum = MAX (*minimum, least);
    }

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *natural = MAX (*minimum, self->column_width * MIN (count_shown (self), 2));
  else
    *natural = *minimum = MAX (*minimum, self->row_height) *
                          count_rows (self, for_size >= 0 ? for_size : 2 * self->column_width);
}

static void
seesaw_figure_grid_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  SeesawFigureGrid *self = SEESAW_FIGURE_GRID (widget);
  int n_columns = count_columns (self, width);
  int n_rows = count_rows (self, width);
  int i = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int column = i % n_columns;
      int row = i / n_columns;
      GtkAllocation place = { .x = column * width / n_columns, .y = row * height / n_rows };

      if (!gtk_widget_should_layout (child))
        continue;

      place.width = (column + 1) * width / n_columns - place.x;
      place.height = (row + 1) * height / n_rows - place.y;
      gtk_widget_size_allocate (child, &place, -1);
      i++;
    }
}

static void
seesaw_figure_grid_add_child (GtkBuildable *buildable,
                              GtkBuilder *builder,
                              GObject *child,
                              const char *type)
{
  if (!SEESAW_IS_FIGURE_PANE (child))
    {
      parent_buildable->add_child (buildable, builder, child, type);
      return;
    }

  gtk_widget_set_parent (GTK_WIDGET (child), GTK_WIDGET (buildable));
  g_signal_connect_object (child, "notify::expanded", G_CALLBACK (show_expanded), buildable,
                           G_CONNECT_SWAPPED);
}

static void
buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = seesaw_figure_grid_add_child;
}

static void
seesaw_figure_grid_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  SeesawFigureGrid *self = SEESAW_FIGURE_GRID (object);

  switch (prop_id)
    {
    case PROP_COLUMN_WIDTH:
      g_value_set_int (value, self->column_width);
      break;

    case PROP_ROW_HEIGHT:
      g_value_set_int (value, self->row_height);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
seesaw_figure_grid_set_property (GObject *object,
                                 guint prop_id,
                                 const GValue *value,
                                 GParamSpec *pspec)
{
  SeesawFigureGrid *self = SEESAW_FIGURE_GRID (object);

  switch (prop_id)
    {
    case PROP_COLUMN_WIDTH:
      self->column_width = g_value_get_int (value);
      break;

    case PROP_ROW_HEIGHT:
      self->row_height = g_value_get_int (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
seesaw_figure_grid_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (seesaw_figure_grid_parent_class)->dispose (object);
}

static void
seesaw_figure_grid_class_init (SeesawFigureGridClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = seesaw_figure_grid_get_property;
  object_class->set_property = seesaw_figure_grid_set_property;
  object_class->dispose = seesaw_figure_grid_dispose;
  widget_class->get_request_mode = seesaw_figure_grid_get_request_mode;
  widget_class->measure = seesaw_figure_grid_measure;
  widget_class->size_allocate = seesaw_figure_grid_size_allocate;

  /**
   * SeesawFigureGrid:column-width:
   *
   * Least width of a column, in pixels, where there is more than one.
   */
  properties[PROP_COLUMN_WIDTH] =
      g_param_spec_int ("column-width", NULL, NULL, 1, G_MAXINT, 340,
                        G_PARAM_READWRITE | G_PARAM_CONSTRUCT | G_PARAM_STATIC_STRINGS);

  /**
   * SeesawFigureGrid:row-height:
   *
   * Least height of a row, in pixels.
   */
  properties[PROP_ROW_HEIGHT] =
      g_param_spec_int ("row-height", NULL, NULL, 1, G_MAXINT, 220,
                        G_PARAM_READWRITE | G_PARAM_CONSTRUCT | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (SEESAW_TYPE_FIGURE_PANE);
}

static void
seesaw_figure_grid_init (SeesawFigureGrid *self)
{
}
