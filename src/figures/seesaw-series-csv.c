/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lines over epochs as a table. */

#include "config.h"

#include "seesaw-series-private.h"

#include "seesaw-csv.h"
#include "seesaw-figure-parts.h"

static void
append_header (GString *csv, const SeesawSeriesPlot *plot, gboolean at_gamma)
{
  g_string_append (csv, "epoch");
  for (gsize i = 0; i < plot->n_series; i++)
    {
      g_string_append_printf (csv, ",%s", plot->series[i].column);
      if (plot->series[i].has_band)
        g_string_append_printf (csv, ",%s_q1,%s_q3", plot->series[i].column,
                                plot->series[i].column);
    }
  if (at_gamma)
    g_string_append (csv, ",gamma");
  for (gsize i = 0; at_gamma && i < plot->n_series; i++)
    if (plot->series[i].follows_gamma)
      g_string_append_printf (csv, ",%s_at_gamma", plot->series[i].column);
  g_string_append_c (csv, '\n');
}

static void
append_epoch (GString *csv,
              const SeesawSeriesPlot *plot,
              const SeesawSubject *subject,
              gsize epoch,
              gboolean at_gamma)
{
  g_autofree double *row = g_new (double, 4 * plot->n_series + 2);
  gsize n = 0;

  row[n++] = subject->view->history->epochs[epoch];
  for (gsize i = 0; i < plot->n_series; i++)
    for (int stat = 0; stat <= (plot->series[i].has_band ? SEESAW_STAT_HIGH : 0); stat++)
      row[n++] = plot->value (subject, i, epoch, 0.0, (SeesawStat) stat);
  if (at_gamma)
    row[n++] = subject->gamma;
  for (gsize i = 0; at_gamma && i < plot->n_series; i++)
    if (plot->series[i].follows_gamma)
      row[n++] = plot->value (subject, i, epoch, subject->gamma, SEESAW_STAT_MIDDLE);

  seesaw_parts_append_row (csv, row, n);
}

static void
append_run (GString *csv,
            const SeesawSeriesPlot *plot,
            const SeesawSubject *subject,
            const char *name,
            gboolean at_gamma)
{
  for (gsize e = 0; subject->view->history != NULL && e < subject->view->history->n_epochs; e++)
    {
      if (name != NULL)
        seesaw_csv_add_text (csv, name);
      append_epoch (csv, plot, subject, e, at_gamma);
    }
}

/**
 * seesaw_series_to_csv:
 * @plot: which lines
 * @subject: what it is about
 *
 * Returns: (transfer full): a row per epoch: the lines at γ = 0 with their quartiles, then those
 *   that follow γ at the present one; with several runs, after the name of the run
 */
char *
seesaw_series_to_csv (const SeesawSeriesPlot *plot, const SeesawSubject *subject)
{
  gboolean has_runs = seesaw_subject_has_runs (subject);
  GString *csv = g_string_new (has_runs ? "run," : NULL);
  gboolean at_gamma = seesaw_series_follows_gamma (plot, subject);

  append_header (csv, plot, at_gamma);
  if (!has_runs)
    append_run (csv, plot, subject, NULL, at_gamma);
  for (gsize i = 0; has_runs && i < subject->n_runs; i++)
    {
      const SeesawSubject one = seesaw_subject_of_run (subject, i);

      append_run (csv, plot, &one, subject->runs[i].name, at_gamma);
    }

  return g_string_free (csv, FALSE);
}
