/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-figure.h"

G_BEGIN_DECLS

/**
 * SeesawStat:
 * @SEESAW_STAT_MIDDLE: what the line shows
 * @SEESAW_STAT_LOW: lower rim of the band
 * @SEESAW_STAT_HIGH: upper rim of the band
 */
typedef enum
{
  SEESAW_STAT_MIDDLE,
  SEESAW_STAT_LOW,
  SEESAW_STAT_HIGH,
} SeesawStat;

/**
 * SeesawSeries:
 * @label: what stands at the end of the line; Pango markup, to be translated
 * @name: the same as plain text
 * @column: the same in a table
 * @color: what the colour means
 * @width: of the line
 * @dashed: whether it is NCM's
 * @has_band: whether there is a band about it
 * @follows_gamma: whether it is another one at another γ
 */
typedef struct
{
  const char *label;
  const char *name;
  const char *column;
  SeesawColor color;
  double width;
  gboolean dashed;
  gboolean has_band;
  gboolean follows_gamma;
} SeesawSeries;

/**
 * SeesawSeriesPlot:
 * @title: what it is called among others; to be translated
 * @is_accuracy: whether y is an accuracy, and called as it is averaged
 * @axis: title of y otherwise; to be translated
 * @short_axis: the same where room is scarce
 * @axis_format: how y is written
 * @top: upper end of the scale, or 0 for what the numbers ask for
 * @has_zero: whether there is a line at 0
 * @score: which scores γ means
 * @format: writes a number
 * @series: `[n_series]`
 * @n_series: number of lines
 * @value: a number at an epoch; NaN if it is not known
 *
 * A figure of lines over epochs.
 */
typedef struct
{
  const char *title;
  gboolean is_accuracy;
  const char *axis;
  const char *short_axis;
  SeesawAxisFormat axis_format;
  double top;
  gboolean has_zero;
  SeesawScore score;
  char *(*format) (double value);
  const SeesawSeries *series;
  gsize n_series;
  double (*value) (const SeesawSubject *subject,
                   gsize series,
                   gsize epoch,
                   double gamma,
                   SeesawStat stat);
} SeesawSeriesPlot;

SeesawScene *seesaw_series_new_scene (const SeesawSeriesPlot *plot, const SeesawSubject *subject);
SeesawScene *seesaw_series_new_overlay (const SeesawSeriesPlot *plot, const SeesawSubject *subject);
char *seesaw_series_describe (const SeesawSeriesPlot *plot, const SeesawSubject *subject);
char *seesaw_series_read_out (const SeesawSeriesPlot *plot,
                              const SeesawSubject *subject,
                              const SeesawPlotLayout *layout,
                              double x,
                              double y);
char *seesaw_series_to_csv (const SeesawSeriesPlot *plot, const SeesawSubject *subject);

/* The functions of a figure of lines over epochs, from the plot that PLOT (subject) gives. */
#define SEESAW_DEFINE_SERIES_FIGURE(name, PLOT)                                                    \
  static SeesawScene *name##_new_scene (const SeesawSubject *subject)                              \
  {                                                                                                \
    return seesaw_series_new_scene (PLOT (subject), subject);                                      \
  }                                                                                                \
                                                                                                   \
  static SeesawScene *name##_new_overlay (const SeesawSubject *subject)                            \
  {                                                                                                \
    return seesaw_series_new_overlay (PLOT (subject), subject);                                    \
  }                                                                                                \
                                                                                                   \
  static char *name##_describe (const SeesawSubject *subject)                                      \
  {                                                                                                \
    return seesaw_series_describe (PLOT (subject), subject);                                       \
  }                                                                                                \
                                                                                                   \
  static char *name##_read_out (const SeesawSubject *subject, const SeesawPlotLayout *layout,      \
                                double x, double y)                                                \
  {                                                                                                \
    return seesaw_series_read_out (PLOT (subject), subject, layout, x, y);                         \
  }                                                                                                \
                                                                                                   \
  static char *name##_to_csv (const SeesawSubject *subject)                                        \
  {                                                                                                \
    return seesaw_series_to_csv (PLOT (subject), subject);                                         \
  }

#define SEESAW_SERIES_FUNCTIONS(name)                                                              \
  .moves = SEESAW_PICK_EPOCH, .new_scene = name##_new_scene, .new_overlay = name##_new_overlay,    \
  .describe = name##_describe, .read_out = name##_read_out, .pick = seesaw_parts_pick_epoch,       \
  .to_csv = name##_to_csv, .overlays_runs = TRUE

G_END_DECLS
