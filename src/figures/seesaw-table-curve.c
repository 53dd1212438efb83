/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "seesaw-table-curve.h"

#include "seesaw-csv.h"

static const char *const columns[] = { "epoch", "gamma_from", "sy", "uy" };

/**
 * seesaw_table_curve_append:
 * @analysis: an epoch
 * @run: (nullable): its run, for a column "epoch"
 * @csv: a table; gets a header if it is empty
 * @file: (nullable): name of the run's file, for a first column of that name
 *
 * Appends a row for each operating point of the seen-unseen curve: the lowest γ, Acc S/Y and Acc
 * U/Y as fractions.
 */
void
seesaw_table_curve_append (const SeesawAnalysis *analysis,
                           const SeesawRun *run,
                           GString *csv,
                           const char *file)
{
  const SeesawPoint *points = seesaw_curve_get_points (analysis->curve);
  gsize n_points = seesaw_curve_get_n_points (analysis->curve);
  gsize skipped = run == NULL;

  seesaw_csv_add_header (csv, file, columns + skipped, G_N_ELEMENTS (columns) - skipped);
  for (gsize i = 0; i < n_points; i++)
    {
      const double numbers[] = { points[i].gamma, points[i].sy, points[i].uy };

      seesaw_csv_begin_row (csv, file);
      if (run != NULL)
        seesaw_csv_add_integer (csv, run->epochs[analysis->epoch->index]);
      seesaw_csv_add_numbers (csv, numbers, G_N_ELEMENTS (numbers));
      seesaw_csv_end_row (csv);
    }
}
