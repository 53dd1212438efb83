/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-figure-compare.h"

G_BEGIN_DECLS

/**
 * SeesawCompareSeries:
 * @metric: what it shows
 * @split: (nullable): the value of the attribute that splits the runs, if it is of some of them
 * @style: how it looks
 * @variety: where a colour does not say it, which of the metrics it is; else 0
 * @is_start: whether it is of models before fine-tuning
 *
 * Points that look alike.
 */
typedef struct
{
  SeesawMetric metric;
  char *split;
  SeesawRunStyle style;
  guint variety;
  gboolean is_start;
} SeesawCompareSeries;

/**
 * SeesawComparePoint:
 * @series: position of its series
 * @x: where it stands on x, in data units
 * @text: the value of the attribute on x
 * @name: position of that among names, on an axis of names
 * @mean: the metric over the runs it stands for
 * @run: position of the run if there is only one, else −1
 * @style: how it looks
 */
typedef struct
{
  guint series;
  double x;
  char *text;
  guint name;
  SeesawMean mean;
  int run;
  SeesawRunStyle style;
} SeesawComparePoint;

/**
 * SeesawComparePoints:
 * @format: of x: names, whole numbers, numbers or decimal logarithms
 * @names: (element-type utf8): what stands at 0, 1, ... on an axis of names
 * @is_split: whether series are of some of the runs, but for the start
 * @series: (element-type SeesawCompareSeries): in the order of the legend
 * @points: (element-type SeesawComparePoint): series by series, from left to right; of defined
 *   numbers only
 * @bar: width of a bar, in data units of x
 * @room: what there is for all bars that stand together, likewise
 *
 * What a comparison looks like, before it is drawn.
 */
typedef struct
{
  SeesawAxisFormat format;
  GPtrArray *names;
  gboolean is_split;
  GArray *series;
  GArray *points;
  double bar;
  double room;
} SeesawComparePoints;

/* seesaw-compare-subject.c */
SeesawAxisFormat seesaw_compare_choose_format (const SeesawCompareSubject *subject);

/* seesaw-compare-series.c */
GPtrArray *
seesaw_compare_group (const SeesawCompareSubject *subject, const SeesawCompareSeries *series);
SeesawMean seesaw_compare_average (const SeesawCompareSubject *subject,
                                   const SeesawCompareSeries *series,
                                   const SeesawGroup *group);
GArray *seesaw_compare_list_series (const SeesawCompareSubject *subject);

/* seesaw-compare-points.c */
SeesawComparePoints *seesaw_compare_points_new (const SeesawCompareSubject *subject);
void seesaw_compare_points_free (SeesawComparePoints *self);
const SeesawCompareSeries *
seesaw_compare_points_get_series (const SeesawComparePoints *self, guint index);
const SeesawComparePoint *seesaw_compare_points_get (const SeesawComparePoints *self, guint index);
const char *seesaw_compare_get_text (const SeesawAttribute *key);
gboolean
seesaw_compare_points_count (const SeesawComparePoints *self, int name, gsize *least, gsize *most);

/* seesaw-compare-marks.c */
void seesaw_compare_add_marks (SeesawScene *scene,
                               const SeesawCompareSubject *subject,
                               const SeesawComparePoints *points);

/* seesaw-compare-legend.c */
char *seesaw_compare_name_axis (const SeesawCompareSubject *subject);
void seesaw_compare_add_legend (SeesawScene *scene,
                                const SeesawCompareSubject *subject,
                                const SeesawComparePoints *points);
SeesawStyle seesaw_compare_style_marker (const SeesawCompareSeries *series, SeesawRunStyle style);
SeesawStyle seesaw_compare_style_bar (const SeesawCompareSeries *series, SeesawRunStyle style);

/* seesaw-compare-text.c */
char *seesaw_compare_say_count (gsize least, gsize most);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SeesawComparePoints, seesaw_compare_points_free)

G_END_DECLS
