/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-figure-pane.h"

#include "seesaw-shown-runs.h"
#include "seesaw-tiles.h"

G_BEGIN_DECLS

struct _SeesawFigurePane
{
  SeesawFollower parent_instance;

  const SeesawFigure *figure;
  gboolean can_expand;
  gboolean is_expanded;

  SeesawView *shown; /* what the scene is of */
  SeesawShownRuns *shown_runs;
  gboolean shown_side;
  int shown_selected;
  SeesawTiles *tiles; /* where the window paints cells by itself */
  double dragged_x;
  double dragged_y;
  guint describe_source;

  /* Template children */
  GtkStack *stack;
  SeesawFigureView *view;
  GtkLabel *missing;
  GtkLabel *read_out;
  GtkButton *expand;
  GtkPopoverMenu *menu;
};

void seesaw_figure_pane_install_actions (GtkWidgetClass *widget_class);
void seesaw_figure_pane_bind_events (GtkWidgetClass *widget_class);
gboolean seesaw_figure_pane_get_shown (SeesawFigurePane *self, SeesawSubject *subject);
void seesaw_figure_pane_say (SeesawFigurePane *self, const char *text);
void seesaw_figure_pane_set_expanded (SeesawFigurePane *self, gboolean is_expanded);

G_END_DECLS
