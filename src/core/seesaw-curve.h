/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-classes.h"
#include "seesaw-samples.h"

G_BEGIN_DECLS

/**
 * SeesawAverage:
 * @SEESAW_AVERAGE_SAMPLE: mean over samples
 * @SEESAW_AVERAGE_CLASS: mean over classes of the class's accuracy; classes without a sample are
 *   left out
 */
typedef enum
{
  SEESAW_AVERAGE_SAMPLE,
  SEESAW_AVERAGE_CLASS,
} SeesawAverage;

/**
 * SeesawAccuracy:
 * @yy: Acc Y/Y, over all samples among all classes
 * @sy: Acc S/Y, over seen-class samples among all classes
 * @uy: Acc U/Y, over unseen-class samples among all classes
 * @ss: Acc S/S, over seen-class samples among the seen classes
 * @uu: Acc U/U, over unseen-class samples among the unseen classes
 * @h: harmonic mean of @sy and @uy
 *
 * Accuracies as fractions; NaN over an empty set.
 */
typedef struct
{
  double yy;
  double sy;
  double uy;
  double ss;
  double uu;
  double h;
} SeesawAccuracy;

/**
 * SeesawPoint:
 * @gamma: the lowest γ of the interval over which both accuracies hold; −∞ for the first point
 * @sy: Acc S/Y there
 * @uy: Acc U/Y there
 *
 * An operating point of a seen-unseen curve.
 */
typedef struct
{
  double gamma;
  double sy;
  double uy;
} SeesawPoint;

/**
 * SeesawCurve:
 *
 * Every accuracy for every γ, exactly. Immutable and reference counted; may be read from any
 * thread.
 */
typedef struct _SeesawCurve SeesawCurve;

SeesawCurve *seesaw_curve_new (const SeesawClasses *classes,
                               const SeesawSamples *samples,
                               guint top_k,
                               SeesawAverage average) G_GNUC_WARN_UNUSED_RESULT;
SeesawCurve *seesaw_curve_ref (SeesawCurve *self);
void seesaw_curve_unref (SeesawCurve *self);

SeesawAccuracy seesaw_curve_at (const SeesawCurve *self, double gamma);
gsize seesaw_curve_get_n_points (const SeesawCurve *self);
const SeesawPoint *seesaw_curve_get_points (const SeesawCurve *self);
double seesaw_curve_get_ausuc (const SeesawCurve *self);
double seesaw_curve_get_oracle (const SeesawCurve *self);
double seesaw_curve_get_balance (const SeesawCurve *self);
void seesaw_curve_get_span (const SeesawCurve *self, double *low, double *high);
gsize seesaw_curve_get_n_unlabelled (const SeesawCurve *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SeesawCurve, seesaw_curve_unref)

G_END_DECLS
