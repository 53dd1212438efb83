/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The gap, best seen minus best unseen logit: S samples upwards, U samples downwards. At γ the
 * prediction is a seen class right of γ and an unseen one left of it, so that accuracies can be
 * seen as areas:
 *
 *     S   ░░░░░│▓▓▓▓▓      ▓ right: the label is the best of its side, and the side is chosen
 *     ─────────γ──────     ░ wrong at this γ: veiled
 *     U   ▓▓▓▓▓│░░░░░      / wrong at every γ: hatched, beyond the others
 *
 * The gap decides about the first place alone: for top-5 accuracies the figure stays what it is for
 * top-1, and says so.
 */

#include "config.h"

#include "seesaw-figure-gap.h"

#include "seesaw-figure-parts.h"
#include "seesaw-histogram.h"
#include "seesaw-number.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MIN_BINS 20
#define MAX_BINS 120

/* Above and below the highest bars, so that the legend finds room. */
#define HEADROOM 1.15

#define VEIL_OPACITY 0.72

/* Freedman and Diaconis: a bin of 2 · IQR / ∛n, for the narrower of both groups. */
static double
choose_width (const SeesawClasses *classes, const SeesawSamples *samples)
{
  g_autofree double *gaps = g_new (double, samples->n_samples + 1);
  double width = (double) INFINITY;

  for (int seen = 0; seen < 2; seen++)
    {
      SeesawDistribution distribution;
      gsize n = 0;

      for (gsize i = 0; i < samples->n_samples; i++)
        if (samples->label[i] >= 0 && classes->seen[samples->label[i]] == seen &&
            isfinite (samples->gap[i]))
          gaps[n++] = samples->gap[i];

      distribution = seesaw_distribution_of (gaps, n);
      if (n > 1)
        width = fmin (width, 2.0 * (distribution.q3 - distribution.q1) / cbrt ((double) n));
    }

  return width;
}

static SeesawGapHistogram *
new_histogram (const SeesawSubject *subject)
{
  const SeesawClasses *classes = subject->view->run->classes;
  const SeesawSamples *samples = subject->view->now->epoch->test;
  double width = choose_width (classes, samples);
  double low;
  double high;
  double n_bins;

  seesaw_curve_get_span (subject->view->now->curve, &low, &high);
  n_bins = width > 0.0 && high > low ? ceil ((high - low) / width) : MIN_BINS;

  return seesaw_gap_histogram_new (classes, samples, 1, (gsize) CLAMP (n_bins, MIN_BINS, MAX_BINS));
}

/* Bars of one kind, from where those of the kind before it end. */
static void
add_bars (SeesawScene *scene,
          SeesawStyle style,
          const SeesawHistogram *histogram,
          const SeesawHistogram *below,
          double unit)
{
  gsize n = histogram->n_bins;
  double *x = g_new (double, n);
  double *y = g_new (double, n);
  double *x1 = g_new (double, n);
  double *y1 = g_new (double, n);

  for (gsize i = 0; i < n; i++)
    {
      x[i] = histogram->low + histogram->step * (double) i;
      x1[i] = histogram->low + histogram->step * (double) (i + 1);
      y[i] = below != NULL ? unit * below->counts[i] : 0.0;
      y1[i] = y[i] + unit * histogram->counts[i];
    }

  seesaw_scene_add_bars (scene, style, x, y, x1, y1, n, NULL);
}

/* Highest stack of a side, as a share of its samples. */
static double
find_top (const SeesawGapHistogram *histogram, int seen)
{
  double top = 0.0;

  for (gsize i = 0; i < histogram->right[seen].n_bins; i++)
    top = fmax (top, histogram->right[seen].counts[i] + histogram->wrong[seen].counts[i]);

  return histogram->n_samples[seen] > 0.0 ? top / histogram->n_samples[seen] : 0.0;
}

static void
add_legend (SeesawScene *scene)
{
  const struct
  {
    SeesawStyle style;
    const char *text;
  } entries[] = {
    { seesaw_parts_area (SEESAW_COLOR_ALL, 0.85, SEESAW_FILL_SOLID), _ ("Right at γ") },
    { seesaw_parts_area (SEESAW_COLOR_ALL, 0.25, SEESAW_FILL_SOLID), _ ("Wrong at γ") },
    { seesaw_parts_area (SEESAW_COLOR_ALL, 0.85, SEESAW_FILL_HATCHED), _ ("Wrong at every γ") },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (entries); i++)
    seesaw_scene_add_bars (scene, entries[i].style, NULL, NULL, NULL, NULL, 0, entries[i].text);
}

static void
set_axes (SeesawScene *scene, const SeesawSubject *subject, const SeesawGapHistogram *histogram)
{
  gboolean ncm = subject->view->request.score == SEESAW_SCORE_NCM;
  const SeesawHistogram *bins = &histogram->right[0];
  double top = HEADROOM * fmax (find_top (histogram, TRUE), find_top (histogram, FALSE));

  top = top > 0.0 ? top : 1.0;
  seesaw_scene_set_axis (
      scene, 0,
      ncm ? _ ("Gap, best seen − best unseen cosine") : _ ("Gap, best seen − best unseen logit"),
      _ ("Gap"), (SeesawScale){ bins->low, bins->low + bins->step * (double) bins->n_bins },
      SEESAW_AXIS_PLAIN);
  seesaw_scene_set_axis (scene, 1, _ ("Share of each group’s samples (%)"), _ ("Share (%)"),
                         (SeesawScale){ -top, top }, SEESAW_AXIS_MIRRORED);
  seesaw_scene_add_name (scene, 1, 0.0, top, _ ("Seen (%)"), SEESAW_COLOR_SEEN);
  seesaw_scene_add_name (scene, 1, -top, 0.0, _ ("Unseen (%)"), SEESAW_COLOR_UNSEEN);
}

static SeesawScene *
new_scene (const SeesawSubject *subject)
{
  g_autoptr (SeesawGapHistogram) histogram = new_histogram (subject);
  SeesawScene *scene = seesaw_scene_new ();

  seesaw_scene_set_title (scene, subject->view->request.top_k > 1 ? _ ("Seen-unseen gap, top-1")
                                                                  : _ ("Seen-unseen gap"));
  set_axes (scene, subject, histogram);
  for (int seen = 1; seen >= 0; seen--)
    {
      double n = histogram->n_samples[seen];
      double unit = n > 0.0 ? (seen ? 1.0 : -1.0) / n : 0.0;
      SeesawColor color = seesaw_parts_color_of (seen);

      add_bars (scene, seesaw_parts_area (color, 0.85, SEESAW_FILL_SOLID), &histogram->right[seen],
                NULL, unit);
      add_bars (scene, seesaw_parts_area (color, 0.85, SEESAW_FILL_HATCHED),
                &histogram->wrong[seen], &histogram->right[seen], unit);
    }
  seesaw_scene_add_rule (scene, seesaw_parts_style (SEESAW_COLOR_ALL, 0.5), 1, 0.0);
  add_legend (scene);
  seesaw_scene_keep_legend (scene);

  return scene;
}

/* Far beyond what is drawn; the plot area cuts it off. */
static void
add_veil (SeesawScene *overlay, double from, double to, double y)
{
  seesaw_scene_add_bar (overlay,
                        seesaw_parts_area (SEESAW_COLOR_PAPER, VEIL_OPACITY, SEESAW_FILL_VEIL),
                        from, 0.0, to, y, NULL);
}

static SeesawScene *
new_overlay (const SeesawSubject *subject)
{
  SeesawScene *overlay = seesaw_scene_new ();
  double low;
  double high;
  double reach;

  seesaw_curve_get_span (subject->view->now->curve, &low, &high);
  reach = 10.0 * (high - low + fabs (subject->gamma) + 1.0);
  add_veil (overlay, subject->gamma - reach, subject->gamma, 10.0);
  add_veil (overlay, subject->gamma, subject->gamma + reach, -10.0);
  seesaw_scene_add_rule (overlay, seesaw_parts_style (SEESAW_COLOR_GAMMA, 1.0), 0, subject->gamma);
  seesaw_parts_set_gamma_note (overlay, NULL, subject->gamma);

  return overlay;
}

static char *
describe (const SeesawSubject *subject)
{
  return seesaw_parts_say_gamma (subject, subject->gamma);
}

static char *
read_out (const SeesawSubject *subject, const SeesawPlotLayout *layout, double x, double y)
{
  return seesaw_parts_say_gamma (subject, seesaw_parts_pick_gamma (subject, layout, x, y).gamma);
}

/* Bins and counts. */
static char *
to_csv (const SeesawSubject *subject)
{
  g_autoptr (SeesawGapHistogram) histogram = new_histogram (subject);
  const SeesawHistogram *bins = &histogram->right[0];
  GString *csv = g_string_new ("from,to,seen_right,seen_wrong,unseen_right,unseen_wrong\n");

  for (gsize i = 0; i < bins->n_bins; i++)
    {
      const double row[] = {
        bins->low + bins->step * (double) i, bins->low + bins->step * (double) (i + 1),
        histogram->right[TRUE].counts[i],    histogram->wrong[TRUE].counts[i],
        histogram->right[FALSE].counts[i],   histogram->wrong[FALSE].counts[i]
      };

      seesaw_parts_append_row (csv, row, G_N_ELEMENTS (row));
    }

  return g_string_free (csv, FALSE);
}

const SeesawFigure seesaw_figure_gap = {
  .id = "gap",
  .group = "gap",
  .title = N_ ("Distribution of the gap"),
  .moves = SEESAW_PICK_GAMMA,
  .new_scene = new_scene,
  .new_overlay = new_overlay,
  .describe = describe,
  .read_out = read_out,
  .pick = seesaw_parts_pick_gamma,
  .to_csv = to_csv,
  .needs_overlay = TRUE,
};
