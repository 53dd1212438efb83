/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Results of several runs as rows and columns. */

#include "config.h"

#include "seesaw-result-table.h"

#include <math.h>

static void
free_row (gpointer data)
{
  SeesawResultRow *row = data;

  g_strfreev (row->keys);
  g_free (row->cells);
  g_free (row);
}

/* The attribute that splits the table goes first. Runs of the same name are told apart by their
 * files.
 */
static char **
list_keys (const SeesawResultTableRequest *request)
{
  GStrvBuilder *keys = g_strv_builder_new ();
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  const SeesawComparison *comparison = request->comparison;
  char **list;

  if (request->split != NULL)
    g_strv_builder_add (keys, request->split);
  for (gsize i = 0; request->group_by != NULL && request->group_by[i] != NULL; i++)
    if (g_strcmp0 (request->group_by[i], request->split) != 0)
      g_strv_builder_add (keys, request->group_by[i]);

  if (request->group_by == NULL)
    {
      g_strv_builder_add (keys, "name");
      for (guint i = 0; i < comparison->runs->len; i++)
        g_hash_table_add (names, seesaw_comparison_get (comparison, i)->run->name);
      if (g_hash_table_size (names) < comparison->runs->len)
        g_strv_builder_add (keys, "file");
    }

  list = g_strv_builder_end (keys);
  g_strv_builder_unref (keys);

  return list;
}

static gboolean
has_blocks (const SeesawResultTableRequest *request)
{
  return request->split != NULL && !request->mixes_blocks;
}

static GPtrArray *
list_groups (const SeesawResultTableRequest *request, const SeesawResultTable *self)
{
  GPtrArray *groups = seesaw_comparison_group (
      request->comparison,
      request->group_by != NULL ? (const char *const *) self->attributes : NULL);

  if (request->sort != NULL)
    seesaw_comparison_sort (request->comparison, groups, request->sort);
  if (has_blocks (request))
    seesaw_comparison_sort (request->comparison, groups,
                            &(const SeesawSort){ .attribute = request->split });

  return groups;
}

/* Rows of one block agree in what splits the table. */
static void
add_row (SeesawResultTable *self, const SeesawResultTableRequest *request, const SeesawGroup *group)
{
  const SeesawCompared *first =
      seesaw_comparison_get (request->comparison, g_array_index (group->members, guint, 0));
  SeesawResultRow *row = g_new0 (SeesawResultRow, 1);
  const SeesawResultRow *last =
      self->rows->len > 0 ? g_ptr_array_index (self->rows, self->rows->len - 1) : NULL;

  row->n_runs = group->members->len;
  row->keys = g_new0 (char *, self->n_keys + 1);
  row->cells = g_new0 (SeesawResultCell, self->n_metrics);
  for (gsize k = 0; k < self->n_keys; k++)
    {
      SeesawAttribute value;

      seesaw_attribute_init (&value, first->run, first->epoch, self->attributes[k]);
      row->keys[k] = value.text != NULL ? value.text : g_strdup ("");
    }
  for (gsize m = 0; m < self->n_metrics; m++)
    row->cells[m].mean = seesaw_comparison_average (request->comparison, group, self->metrics[m]);

  row->begins_block =
      has_blocks (request) && last != NULL && !g_str_equal (row->keys[0], last->keys[0]);
  self->has_repeats |= row->n_runs > 1;
  g_ptr_array_add (self->rows, row);
}

static SeesawResultCell *
get_cell (const SeesawResultTable *self, guint row, gsize column)
{
  return &((SeesawResultRow *) g_ptr_array_index (self->rows, row))->cells[column];
}

/* What prints alike shares a rank: all ranked metrics are printed to a thousandth. */
static double
get_printed (const SeesawResultCell *cell)
{
  return round (1000.0 * cell->mean.mean);
}

/* Best and second best of a column within rows @from to @to − 1, if there is anything to compare.
 */
static void
rank_block (SeesawResultTable *self, gsize column, guint from, guint to)
{
  double best = (double) NAN;
  double second = (double) NAN;
  guint n = 0;

  for (guint r = from; r < to; r++)
    {
      best = fmax (best, get_printed (get_cell (self, r, column)));
      n += !isnan (get_cell (self, r, column)->mean.mean);
    }
  for (guint r = from; r < to; r++)
    if (get_printed (get_cell (self, r, column)) < best)
      second = fmax (second, get_printed (get_cell (self, r, column)));

  for (guint r = from; n > 1 && r < to; r++)
    {
      SeesawResultCell *cell = get_cell (self, r, column);
      double value = get_printed (cell);

      cell->rank = value == best     ? SEESAW_RANK_BEST
                   : value == second ? SEESAW_RANK_SECOND
                                     : SEESAW_RANK_NONE;
    }
}

/* Runs do not compete in what they start from, and no γ is better than another. */
static void
rank (SeesawResultTable *self)
{
  for (gsize m = 0; m < self->n_metrics; m++)
    {
      guint from = 0;

      if (self->metrics[m].variant == SEESAW_VARIANT_PRETRAINED ||
          self->metrics[m].quantity == SEESAW_QUANTITY_GAMMA)
        continue;

      for (guint r = 1; r <= self->rows->len; r++)
        if (r == self->rows->len ||
            ((const SeesawResultRow *) g_ptr_array_index (self->rows, r))->begins_block)
          {
            rank_block (self, m, from, r);
            from = r;
          }
    }
}

static gboolean
is_defined (const SeesawComparison *comparison, SeesawMetric metric)
{
  for (guint i = 0; i < comparison->runs->len; i++)
    if (!isnan (seesaw_measures_get (&seesaw_comparison_get (comparison, i)->measures, metric)))
      return TRUE;

  return FALSE;
}

/**
 * seesaw_result_table_new:
 * @request: what it shows
 *
 * Builds a table: a row for each run or group, means with standard deviations, and who is best in
 * each column.
 *
 * Returns: (transfer full): the table
 */
SeesawResultTable *
seesaw_result_table_new (const SeesawResultTableRequest *request)
{
  SeesawResultTable *self = g_new0 (SeesawResultTable, 1);
  g_autoptr (GPtrArray) groups = NULL;

  self->rows = g_ptr_array_new_with_free_func (free_row);
  self->attributes = list_keys (request);
  self->has_blocks = has_blocks (request);
  self->n_keys = g_strv_length (self->attributes);
  self->metrics = g_new (SeesawMetric, request->n_metrics + 1);
  for (gsize m = 0; m < request->n_metrics; m++)
    if (request->keeps_undefined || is_defined (request->comparison, request->metrics[m]))
      self->metrics[self->n_metrics++] = request->metrics[m];

  groups = list_groups (request, self);
  for (guint g = 0; g < groups->len; g++)
    add_row (self, request, g_ptr_array_index (groups, g));
  rank (self);

  return self;
}

/**
 * seesaw_result_table_free:
 * @self: (transfer full): the table
 */
void
seesaw_result_table_free (SeesawResultTable *self)
{
  g_strfreev (self->attributes);
  g_free (self->metrics);
  g_ptr_array_unref (self->rows);
  g_free (self);
}
