/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-cli-print.h"
#include "seesaw-session-file.h"

G_BEGIN_DECLS

/**
 * SeesawPlotOptions:
 * @print: where it goes, and how it looks
 * @list: whether to list figures
 * @session: a session file, whose runs are shown as they are there
 * @epoch: number of an epoch
 * @gamma: γ, as a number or as one of the known ones
 * @score: what classes are ranked by
 * @average: how samples are averaged
 * @side: whose margins
 * @label: a class
 * @measure: how to compare Δw
 * @order: how to order classes
 * @metrics: what a comparison shows
 * @x: what it shows them over
 * @split: what tells its runs apart
 * @marks: what it draws
 * @sort: in which order
 * @scale: where numbers stand
 * @top_k: 1 or 5; 0 if it was not given
 *
 * The options of “plot”, as they were given; %NULL for what was not.
 */
typedef struct
{
  SeesawPrintOptions print;
  gboolean list;
  char *session;
  char *epoch;
  char *gamma;
  char *score;
  char *average;
  char *side;
  char *label;
  char *measure;
  char *order;
  char *metrics;
  char *x;
  char *split;
  char *marks;
  char *sort;
  char *scale;
  int top_k;
} SeesawPlotOptions;

void seesaw_plot_options_clear (SeesawPlotOptions *options);
void
seesaw_plot_options_take_session (SeesawPlotOptions *options, const SeesawSessionFile *session);
gboolean seesaw_plot_get_style (const SeesawSessionFile *session,
                                const char *id,
                                const SeesawPrintOptions *print,
                                SeesawFigureStyle *style,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean seesaw_plot_parse_way (const SeesawPlotOptions *options,
                                SeesawViewRequest *request,
                                SeesawSubject *subject,
                                GError **error);
gboolean seesaw_plot_parse_compare_way (const SeesawPlotOptions *options,
                                        SeesawCompareWay *way,
                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean
seesaw_plot_find_gamma (const SeesawView *view, const char *text, double *gamma, GError **error);
gboolean
seesaw_plot_find_class (const SeesawRun *run, const char *text, gint32 *label, GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SeesawPlotOptions, seesaw_plot_options_clear)

G_END_DECLS
