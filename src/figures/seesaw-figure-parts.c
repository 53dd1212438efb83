/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What several figures share. */

#include "config.h"

#include "seesaw-figure-parts.h"

#include "seesaw-number.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* About as many ticks as an axis has. */
#define N_TICKS 6

/**
 * seesaw_parts_style:
 * @color: what the colour means
 * @width: of a line or marker
 *
 * Returns: a style
 */
SeesawStyle
seesaw_parts_style (SeesawColor color, double width)
{
  return (SeesawStyle){ .color = color, .width = width };
}

/**
 * seesaw_parts_area:
 * @color: what the colour means
 * @opacity: from 0 to 1
 * @fill: how it is filled
 *
 * Returns: a style for bands and bars
 */
SeesawStyle
seesaw_parts_area (SeesawColor color, double opacity, SeesawFill fill)
{
  return (SeesawStyle){ .color = color, .width = 1.0, .opacity = opacity, .fill = fill };
}

/**
 * seesaw_parts_color_of:
 * @seen: a side
 *
 * Returns: its colour
 */
SeesawColor
seesaw_parts_color_of (gboolean seen)
{
  return seen ? SEESAW_COLOR_SEEN : SEESAW_COLOR_UNSEEN;
}

/**
 * seesaw_parts_round_scale:
 * @low: lowest value that is drawn; NaN for none
 * @high: highest one
 *
 * Returns: a scale that holds them and ends at round numbers
 */
SeesawScale
seesaw_parts_round_scale (double low, double high)
{
  SeesawScale scale = { low, high };
  double step;

  if (isnan (low) || isnan (high))
    return (SeesawScale){ 0.0, 1.0 };
  if (high - low < 1e-9 * fmax (fabs (low), fabs (high)) || high <= low)
    {
      scale.low -= 0.5;
      scale.high += 0.5;
    }

  /* Half a step, so that little of the height stays empty. */
  step = seesaw_scale_round_step (scale, N_TICKS) / 2.0;

  return (SeesawScale){ floor (scale.low / step + 1e-9) * step,
                        ceil (scale.high / step - 1e-9) * step };
}

/**
 * seesaw_parts_percent_scale:
 * @top: highest fraction that is drawn; NaN for none
 *
 * Returns: from 0 to a round fraction somewhat above, at most 1
 */
SeesawScale
seesaw_parts_percent_scale (double top)
{
  return (SeesawScale){ 0.0,
                        isnan (top) ? 1.0 : CLAMP (ceil (10.0 * top + 0.25) / 10.0, 0.1, 1.0) };
}

/**
 * seesaw_parts_name_accuracy:
 * @request: how a run is looked at
 * @in_short: whether room is scarce
 *
 * Returns: (transfer none): the title of an axis of accuracies, which says what counts as right and
 *   how samples are averaged
 */
const char *
seesaw_parts_name_accuracy (const SeesawViewRequest *request, gboolean in_short)
{
  if (in_short)
    return request->top_k > 1 ? _ ("Top-5 acc (%)") : _ ("Acc (%)");

  if (request->average == SEESAW_AVERAGE_CLASS)
    return request->top_k > 1 ? _ ("Top-5 accuracy, class average (%)")
                              : _ ("Accuracy, class average (%)");

  return request->top_k > 1 ? _ ("Top-5 accuracy (%)") : _ ("Accuracy (%)");
}

/**
 * seesaw_parts_set_epoch_axis:
 * @scene: a scene
 * @history: all epochs
 *
 * Makes x the epoch.
 */
void
seesaw_parts_set_epoch_axis (SeesawScene *scene, const SeesawHistory *history)
{
  SeesawScale scale = { history->epochs[0], history->epochs[0] };

  for (gsize e = 1; e < history->n_epochs; e++)
    {
      scale.low = MIN (scale.low, history->epochs[e]);
      scale.high = MAX (scale.high, history->epochs[e]);
    }
  if (scale.low == scale.high)
    scale = (SeesawScale){ scale.low - 0.5, scale.high + 0.5 };

  seesaw_scene_set_axis (scene, 0, _ ("Epoch"), _ ("Epoch"), scale, SEESAW_AXIS_INTEGER);
}

/**
 * seesaw_parts_set_gamma_note:
 * @overlay: what depends on γ
 * @marker: what lines at γ bear, such as "○", or %NULL
 * @gamma: the present γ
 */
void
seesaw_parts_set_gamma_note (SeesawScene *overlay, const char *marker, double gamma)
{
  g_autofree char *number = seesaw_number_gamma (gamma);
  g_autofree char *text = g_strdup_printf (_ ("γ = %s"), number);
  g_autofree char *note =
      marker != NULL ? g_strdup_printf ("%s %s", marker, text) : g_strdup (text);

  seesaw_scene_set_note (overlay, note);
}

/**
 * seesaw_parts_nearest_epoch:
 * @history: all epochs
 * @x: a number between epochs
 *
 * Returns: index of the nearest recorded epoch
 */
gsize
seesaw_parts_nearest_epoch (const SeesawHistory *history, double x)
{
  gsize nearest = 0;

  for (gsize e = 1; e < history->n_epochs; e++)
    if (fabs (history->epochs[e] - x) < fabs (history->epochs[nearest] - x))
      nearest = e;

  return nearest;
}

/**
 * seesaw_parts_name_class:
 * @run: the run
 * @label: a class
 *
 * Returns: (transfer full): its name, or its index if the run has no names
 */
char *
seesaw_parts_name_class (const SeesawRun *run, gint32 label)
{
  if (run->classes->names != NULL)
    return g_strdup (run->classes->names[label]);

  return g_strdup_printf ("%d", label);
}

/**
 * seesaw_parts_say_gamma:
 * @subject: what it is about
 * @gamma: a γ
 *
 * Returns: (transfer full): what it gives seen and unseen classes, in one line
 */
char *
seesaw_parts_say_gamma (const SeesawSubject *subject, double gamma)
{
  SeesawAccuracy at = seesaw_curve_at (subject->view->now->curve, gamma);
  g_autofree char *number = seesaw_number_gamma (gamma);
  g_autofree char *seen = seesaw_number_percent (at.sy);
  g_autofree char *unseen = seesaw_number_percent (at.uy);

  return g_strdup_printf (_ ("γ %s   Seen %s   Unseen %s"), number, seen, unseen);
}

/**
 * seesaw_parts_pick_gamma:
 * @subject: what it is about
 * @layout: a figure whose x is γ
 * @x: a place, in user units
 * @y: likewise
 *
 * Returns: the γ there
 */
SeesawPick
seesaw_parts_pick_gamma (const SeesawSubject *subject,
                         const SeesawPlotLayout *layout,
                         double x,
                         double y)
{
  seesaw_plot_layout_to_data (layout, &x, &y);

  return (SeesawPick){ .kind = SEESAW_PICK_GAMMA, .gamma = x };
}

/**
 * seesaw_parts_pick_epoch:
 * @subject: what it is about
 * @layout: a figure whose x is the epoch
 * @x: a place, in user units
 * @y: likewise
 *
 * Returns: the nearest recorded epoch
 */
SeesawPick
seesaw_parts_pick_epoch (const SeesawSubject *subject,
                         const SeesawPlotLayout *layout,
                         double x,
                         double y)
{
  if (subject->view->history == NULL)
    return (SeesawPick){ .kind = SEESAW_PICK_NOTHING };

  seesaw_plot_layout_to_data (layout, &x, &y);

  return (SeesawPick){ .kind = SEESAW_PICK_EPOCH,
                       .epoch = seesaw_parts_nearest_epoch (subject->view->history, x) };
}

/**
 * seesaw_parts_missing_history:
 * @run: the run
 *
 * Returns: (transfer none) (nullable): what to record for there to be a history
 */
const char *
seesaw_parts_missing_history (const SeesawRun *run)
{
  if (run->n_epochs > 1)
    return NULL;

  return _ ("Histories show how figures change from epoch to epoch: record /test/logit for more "
            "than one epoch.");
}

/**
 * seesaw_parts_append_row:
 * @csv: a table
 * @values: `[n_values]`; what is not known stays empty
 * @n_values: number of columns
 *
 * Appends a row with as many digits as tell the numbers apart.
 */
void
seesaw_parts_append_row (GString *csv, const double *values, gsize n_values)
{
  for (gsize i = 0; i < n_values; i++)
    {
      char digits[G_ASCII_DTOSTR_BUF_SIZE];

      if (!isnan (values[i]))
        g_string_append (csv, g_ascii_dtostr (digits, sizeof digits, values[i]));
      g_string_append_c (csv, i + 1 < n_values ? ',' : '\n');
    }
}
