/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-comparison.h"

G_BEGIN_DECLS

/**
 * SeesawResultTableRequest:
 * @comparison: the runs
 * @metrics: `[n_metrics]`, the columns
 * @n_metrics: number of them
 * @group_by: (nullable): names of attributes, ending with %NULL; runs that agree in them share a
 *   row. Without it, each run has its own
 * @split: (nullable): name of the attribute that divides the table into blocks
 * @sort: (nullable): order of rows within a block; without it, that of the runs
 * @mixes_blocks: whether rows are sorted and compared across blocks instead, which are then none
 * @keeps_undefined: whether columns stay in which nothing is defined
 *
 * What a table of results shows.
 */
typedef struct
{
  const SeesawComparison *comparison;
  const SeesawMetric *metrics;
  gsize n_metrics;
  const char *const *group_by;
  const char *split;
  const SeesawSort *sort;
  gboolean mixes_blocks;
  gboolean keeps_undefined;
} SeesawResultTableRequest;

/**
 * SeesawRank:
 * @SEESAW_RANK_NONE: neither of the others
 * @SEESAW_RANK_SECOND: second best of its block
 * @SEESAW_RANK_BEST: best of its block
 */
typedef enum
{
  SEESAW_RANK_NONE,
  SEESAW_RANK_SECOND,
  SEESAW_RANK_BEST,
} SeesawRank;

/**
 * SeesawResultCell:
 * @mean: over the runs of the row
 * @rank: how it compares with the column
 */
typedef struct
{
  SeesawMean mean;
  SeesawRank rank;
} SeesawResultCell;

/**
 * SeesawResultRow:
 * @keys: `[n_keys]`, what the runs have in common; %NULL for what they lack
 * @n_runs: how many runs there are
 * @begins_block: whether another block begins with this row
 * @cells: `[n_metrics]`
 */
typedef struct
{
  char **keys;
  gsize n_runs;
  gboolean begins_block;
  SeesawResultCell *cells;
} SeesawResultRow;

/**
 * SeesawResultTable:
 * @attributes: names of the attributes in the first columns, ending with %NULL
 * @n_keys: number of them
 * @metrics: `[n_metrics]`, the other columns
 * @n_metrics: number of them
 * @rows: (element-type SeesawResultRow): from top to bottom
 * @has_repeats: whether a row stands for more than one run
 * @has_blocks: whether the first attribute divides the rows into blocks
 *
 * Results of several runs, whatever they will be written as. Immutable.
 */
typedef struct
{
  char **attributes;
  gsize n_keys;
  SeesawMetric *metrics;
  gsize n_metrics;
  GPtrArray *rows;
  gboolean has_repeats;
  gboolean has_blocks;
} SeesawResultTable;

SeesawResultTable *
seesaw_result_table_new (const SeesawResultTableRequest *request) G_GNUC_WARN_UNUSED_RESULT;
void seesaw_result_table_free (SeesawResultTable *self);
char *seesaw_result_cell_format (SeesawMetric metric, const SeesawMean *mean);

char *seesaw_result_table_to_csv (const SeesawResultTable *self);
char *seesaw_result_table_to_latex (const SeesawResultTable *self);
char *seesaw_result_table_to_latex_file (const SeesawResultTable *self);
char *seesaw_result_table_to_markdown (const SeesawResultTable *self);
char *seesaw_result_table_to_tsv (const SeesawResultTable *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SeesawResultTable, seesaw_result_table_free)

G_END_DECLS
