/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-plot-layout.h"
#include "seesaw-run-subject.h"

G_BEGIN_DECLS

/**
 * SeesawSubject:
 * @view: what there is to see of a run
 * @gamma: the present γ
 * @side: which samples' margins: %TRUE for S, %FALSE for U
 * @selected: the selected class, or −1
 * @runs: (nullable): `[n_runs]`, all runs that are shown side by side, that of @view among them
 * @n_runs: number of them; with less than two, only @view is shown
 * @hides_legend: whether something else says which run is which
 *
 * What a figure is about.
 */
typedef struct
{
  const SeesawView *view;
  double gamma;
  gboolean side;
  gint32 selected;
  const SeesawRunSubject *runs;
  gsize n_runs;
  gboolean hides_legend;
} SeesawSubject;

typedef enum
{
  SEESAW_PICK_NOTHING,
  SEESAW_PICK_GAMMA,
  SEESAW_PICK_EPOCH,
  SEESAW_PICK_CLASS,
} SeesawPickKind;

/**
 * SeesawPick:
 * @kind: which of the others is set
 * @gamma: a γ
 * @epoch: index of an epoch
 * @label: a class
 *
 * What a place in a figure stands for.
 */
typedef struct
{
  SeesawPickKind kind;
  double gamma;
  gsize epoch;
  gint32 label;
} SeesawPick;

/**
 * SeesawFigure:
 * @id: name on the command line and of files
 * @group: what it is shown together with
 * @title: what it shows; to be translated
 * @parts: what its view must have
 * @depends_on_side: whether the scene is another for the other side
 * @depends_on_selected: whether the scene is another for another class
 * @moves: what arrow keys move
 * @pans: whether dragging moves the figure rather than what it picks
 * @missing: (nullable): a translated sentence that says what to record, if @run lacks what the
 *   figure shows, or %NULL
 * @new_scene: what stays while γ and the selection change; %NULL if there is nothing to show
 * @new_frame: (nullable): the same without cells, where the window paints those by itself
 * @new_overlay: (nullable): what does not
 * @describe: (nullable): what the overlay shows, in one line, for those who do not see it
 * @read_out: (nullable): what there is at a place, in user units, in one line; %NULL for nothing
 * @pick: (nullable): what a place stands for
 * @to_csv: the numbers behind it
 * @needs_overlay: whether the figure says little without its overlay, so that it is always printed
 * @overlays_runs: whether it shows several runs in one scene
 * @ignores_score: whether it is the same whatever classes are ranked by
 *
 * A kind of figure: which numbers stand on which axes.
 */
typedef struct
{
  const char *id;
  const char *group;
  const char *title;
  SeesawParts parts;
  gboolean depends_on_side;
  gboolean depends_on_selected;
  SeesawPickKind moves;
  gboolean pans;
  const char *(*missing) (const SeesawRun *run);
  SeesawScene *(*new_scene) (const SeesawSubject *subject);
  SeesawScene *(*new_frame) (const SeesawSubject *subject);
  SeesawScene *(*new_overlay) (const SeesawSubject *subject);
  char *(*describe) (const SeesawSubject *subject);
  char *(*read_out) (const SeesawSubject *subject,
                     const SeesawPlotLayout *layout,
                     double x,
                     double y);
  SeesawPick (*pick) (const SeesawSubject *subject,
                      const SeesawPlotLayout *layout,
                      double x,
                      double y);
  char *(*to_csv) (const SeesawSubject *subject);
  gboolean needs_overlay;
  gboolean overlays_runs;
  gboolean ignores_score;
} SeesawFigure;

gboolean seesaw_subject_has_runs (const SeesawSubject *self);
guint seesaw_subject_find_current (const SeesawSubject *self);
SeesawSubject seesaw_subject_of_run (const SeesawSubject *self, gsize index);
const char *seesaw_subject_find_missing (const SeesawSubject *self, const SeesawFigure *figure);

const char *
seesaw_figure_find_missing (const SeesawFigure *self, const SeesawRun *const *runs, gsize n_runs);
const SeesawFigure *seesaw_figure_find (const char *id);
const SeesawFigure *const *seesaw_figure_list (gsize *n_figures);

G_END_DECLS
