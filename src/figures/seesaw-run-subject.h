/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-scene.h"
#include "seesaw-view.h"

G_BEGIN_DECLS

/**
 * SeesawRunStyle:
 * @color: the colour of its lines and markers
 * @marker: what stands on its lines
 * @dash: how its lines are broken
 *
 * What tells a run from those beside it, on paper without colours, too.
 */
typedef struct
{
  SeesawColor color;
  SeesawMarker marker;
  SeesawDash dash;
} SeesawRunStyle;

/**
 * SeesawRunSubject:
 * @view: what there is to see of the run
 * @gamma: its own γ
 * @name: what it is called, as plain text
 * @style: how it looks
 *
 * A run among several in one figure.
 */
typedef struct
{
  const SeesawView *view;
  double gamma;
  const char *name;
  SeesawRunStyle style;
} SeesawRunSubject;

SeesawRunStyle seesaw_run_style (guint index);
SeesawStyle seesaw_run_style_line (SeesawRunStyle self, double width);
SeesawMark *seesaw_run_style_add_legend (SeesawRunStyle self, SeesawScene *scene, const char *text);

char *seesaw_runs_why_not (const SeesawRun *reference, const SeesawRun *other);

G_END_DECLS
