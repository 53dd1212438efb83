/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How the margins of a side are distributed at the present epoch, before fine-tuning as a line. */

#include "config.h"

#include "seesaw-figure-margins.h"

#include "seesaw-figure-parts.h"
#include "seesaw-histogram.h"
#include "seesaw-number.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MIN_BINS 20
#define MAX_BINS 120

/* Above the highest bar, for a text. */
#define HEADROOM 1.15

/* Finite margins of an epoch. */
static double *
list_margins (const SeesawSubject *subject, const SeesawAnalysis *analysis, gsize *n)
{
  gsize n_all;
  double *margins = seesaw_margin_list (subject->view->run->classes, analysis->epoch->test,
                                        subject->side, &n_all);

  *n = 0;
  for (gsize i = 0; i < n_all; i++)
    if (isfinite (margins[i]))
      margins[(*n)++] = margins[i];

  return margins;
}

/* Edges of bins are multiples of their width: 0 is one of them, and no bin is both right and wrong.
 */
static void
init_bins (SeesawHistogram *self, double *margins, gsize n)
{
  SeesawDistribution distribution = seesaw_distribution_of (margins, n);
  double low = n > 0 ? fmin (margins[0], 0.0) : -1.0;
  double high = n > 0 ? fmax (margins[n - 1], 0.0) : 1.0;
  double range = high > low ? high - low : 1.0;
  double step = 2.0 * (distribution.q3 - distribution.q1) / cbrt ((double) MAX (n, 1));

  step = isnan (step) ? range / MIN_BINS : CLAMP (step, range / MAX_BINS, range / MIN_BINS);
  low = floor (low / step) * step;
  high = MAX (ceil (high / step), low / step + 1.0) * step;
  seesaw_histogram_init (self, low, high, (gsize) ((high - low) / step + 0.5));
}

static void
fill (SeesawHistogram *self, const double *margins, gsize n)
{
  for (gsize i = 0; i < n; i++)
    seesaw_histogram_add (self, margins[i]);
  for (gsize i = 0; i < self->n_bins; i++)
    self->counts[i] /= (double) MAX (n, 1);
}

/* Bars right of 0, or left of it. */
static void
add_bars (SeesawScene *scene, SeesawStyle style, const SeesawHistogram *histogram, gboolean right)
{
  gsize n = 0;
  double *x = g_new (double, histogram->n_bins);
  double *y = g_new0 (double, histogram->n_bins);
  double *x1 = g_new (double, histogram->n_bins);
  double *y1 = g_new (double, histogram->n_bins);

  for (gsize i = 0; i < histogram->n_bins; i++)
    {
      double from = histogram->low + histogram->step * (double) i;

      if ((from > -0.5 * histogram->step) != right)
        continue;

      x[n] = from;
      x1[n] = from + histogram->step;
      y1[n++] = histogram->counts[i];
    }

  seesaw_scene_add_bars (scene, style, x, y, x1, y1, n, NULL);
}

static void
add_outline (SeesawScene *scene, const SeesawHistogram *histogram, const char *label)
{
  gsize n = 2 * histogram->n_bins + 2;
  double *x = g_new (double, n);
  double *y = g_new0 (double, n);
  SeesawMark *line;

  for (gsize i = 0; i <= histogram->n_bins; i++)
    {
      x[2 * i] = x[2 * i + 1] = histogram->low + histogram->step * (double) i;
      if (i < histogram->n_bins)
        y[2 * i + 1] = y[2 * i + 2] = histogram->counts[i];
    }

  line = seesaw_scene_add_line (scene, seesaw_parts_style (SEESAW_COLOR_ALL, 0.6), x, y, n, NULL);
  seesaw_mark_set_label (line, label);
}

static double
find_top (const SeesawHistogram *histogram)
{
  double top = 0.0;

  for (gsize i = 0; i < histogram->n_bins; i++)
    top = fmax (top, histogram->counts[i]);

  return top;
}

static double
get_share_below (const double *margins, gsize n)
{
  gsize n_below = 0;

  for (gsize i = 0; i < n; i++)
    n_below += margins[i] < 0.0;

  return n > 0 ? (double) n_below / (double) n : (double) NAN;
}

static char *
say_below (const double *margins, gsize n)
{
  g_autofree char *percent = seesaw_number_percent (get_share_below (margins, n));

  /* Translators: a share of samples whose margin is below 0. */
  return g_strdup_printf (_ ("%s below 0"), percent);
}

static void
set_axes (SeesawScene *scene, const SeesawSubject *subject, SeesawScale scale, double top)
{
  const SeesawView *view = subject->view;
  g_autofree char *title = g_strdup_printf (subject->side ? _ ("Margins within S, epoch %d")
                                                          : _ ("Margins within U, epoch %d"),
                                            view->run->epochs[view->now->epoch->index]);

  seesaw_scene_set_title (scene, title);
  seesaw_scene_set_axis (scene, 0,
                         view->request.score == SEESAW_SCORE_NCM
                             ? _ ("Margin, label − best other cosine")
                             : _ ("Margin, label − best other logit"),
                         _ ("Margin"), scale, SEESAW_AXIS_PLAIN);
  seesaw_scene_set_axis (scene, 1, _ ("Share of samples (%)"), _ ("Share (%)"),
                         (SeesawScale){ 0.0, top > 0.0 ? HEADROOM * top : 1.0 },
                         SEESAW_AXIS_PERCENT);
}

/* Epoch 0 in bins of the same width, over its own range. */
static void
init_start (SeesawHistogram *self, const SeesawSubject *subject, double step)
{
  gsize n;
  g_autofree double *margins = list_margins (subject, subject->view->start, &n);
  SeesawDistribution distribution = seesaw_distribution_of (margins, n);
  double low = isnan (distribution.mean) ? 0.0 : floor (margins[0] / step);
  double high = isnan (distribution.mean) ? 1.0 : MAX (ceil (margins[n - 1] / step), low + 1.0);

  seesaw_histogram_init (self, low * step, high * step, (gsize) (high - low + 0.5));
  fill (self, margins, n);
}

static void
add_start (SeesawScene *scene, const SeesawSubject *subject, double step)
{
  g_auto (SeesawHistogram) start = { 0 };
  SeesawScale x = scene->axes[0].scale;

  if (subject->view->start == NULL ||
      subject->view->start->epoch->index == subject->view->now->epoch->index)
    return;

  init_start (&start, subject, step);
  add_outline (scene, &start, _ ("Epoch 0"));
  scene->axes[0].scale =
      (SeesawScale){ fmin (x.low, start.low),
                     fmax (x.high, start.low + start.step * (double) start.n_bins) };
  scene->axes[1].scale.high = fmax (scene->axes[1].scale.high, HEADROOM * find_top (&start));
}

static SeesawScene *
new_scene (const SeesawSubject *subject)
{
  gsize n;
  g_autofree double *margins = list_margins (subject, subject->view->now, &n);
  g_auto (SeesawHistogram) histogram = { 0 };
  g_autofree char *below = NULL;
  SeesawScene *scene = seesaw_scene_new ();
  SeesawColor color = seesaw_parts_color_of (subject->side);

  init_bins (&histogram, margins, n);
  fill (&histogram, margins, n);
  set_axes (
      scene, subject,
      (SeesawScale){ histogram.low, histogram.low + histogram.step * (double) histogram.n_bins },
      find_top (&histogram));

  add_bars (scene, seesaw_parts_area (color, 0.85, SEESAW_FILL_SOLID), &histogram, TRUE);
  add_bars (scene, seesaw_parts_area (color, 0.85, SEESAW_FILL_HATCHED), &histogram, FALSE);
  add_start (scene, subject, histogram.step);
  seesaw_scene_add_rule (scene, seesaw_parts_style (SEESAW_COLOR_ALL, 0.5), 0, 0.0);
  below = say_below (margins, n);
  seesaw_scene_add_text (scene, seesaw_parts_style (color, 1.0), 0.0, scene->axes[1].scale.high,
                         1.0, 0.0, below);

  return scene;
}

static char *
describe (const SeesawSubject *subject)
{
  gsize n;
  g_autofree double *margins = list_margins (subject, subject->view->now, &n);

  return say_below (margins, n);
}

/* How many margins are as large as the place under the pointer, or larger. */
static char *
read_out (const SeesawSubject *subject, const SeesawPlotLayout *layout, double x, double y)
{
  gsize n;
  g_autofree double *margins = list_margins (subject, subject->view->now, &n);
  gsize n_below = 0;
  g_autofree char *number = NULL;
  g_autofree char *percent = NULL;

  seesaw_plot_layout_to_data (layout, &x, &y);
  for (gsize i = 0; i < n; i++)
    n_below += margins[i] < x;
  number = seesaw_number_gamma (x);
  percent = seesaw_number_percent (n > 0 ? (double) n_below / (double) n : (double) NAN);

  return g_strdup_printf (_ ("Margin %s   %s of the samples are below"), number, percent);
}

static char *
to_csv (const SeesawSubject *subject)
{
  gsize n;
  g_autofree double *margins = list_margins (subject, subject->view->now, &n);
  g_auto (SeesawHistogram) histogram = { 0 };
  GString *csv = g_string_new ("from,to,share\n");

  init_bins (&histogram, margins, n);
  fill (&histogram, margins, n);
  for (gsize i = 0; i < histogram.n_bins; i++)
    {
      const double row[] = { histogram.low + histogram.step * (double) i,
                             histogram.low + histogram.step * (double) (i + 1),
                             histogram.counts[i] };

      seesaw_parts_append_row (csv, row, G_N_ELEMENTS (row));
    }

  return g_string_free (csv, FALSE);
}

const SeesawFigure seesaw_figure_margin_distribution = {
  .id = "margin-distribution",
  .group = "margins",
  .title = N_ ("Distribution of the margin"),
  .depends_on_side = TRUE,
  .new_scene = new_scene,
  .describe = describe,
  .read_out = read_out,
  .to_csv = to_csv,
};
