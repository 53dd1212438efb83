/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "seesaw-table-drift.h"

#include "seesaw-csv.h"
#include "seesaw-error.h"
#include "seesaw-similarity.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static gboolean
is_possible (const SeesawDrift *drift, const SeesawRun *run, gsize index, GError **error)
{
  if (!drift->has_start || run->epochs[index] == 0)
    g_set_error (error, SEESAW_ERROR, SEESAW_ERROR_ARGUMENT,
                 _ ("%s: drift is the change since epoch 0; it needs that epoch and a later one"),
                 run->path);
  else if (drift->n_classes > SEESAW_TABLE_DRIFT_MAX)
    g_set_error (error, SEESAW_ERROR, SEESAW_ERROR_ARGUMENT,
                 _ ("%s: similarities of %zu classes are too many for a table, which takes %d "
                    "classes at most"),
                 run->path, drift->n_classes, SEESAW_TABLE_DRIFT_MAX);
  else
    return TRUE;

  return FALSE;
}

static char *
label_of (const SeesawRun *run, gsize c)
{
  return run->classes->names != NULL ? g_strdup (run->classes->names[c])
                                     : g_strdup_printf ("%zu", c);
}

static void
add_header (GString *csv, const char *file, const SeesawRun *run)
{
  gsize n_classes = run->classes->n_classes;
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (columns, g_strdup ("epoch"));
  g_ptr_array_add (columns, g_strdup ("class"));
  g_ptr_array_add (columns, g_strdup ("name"));
  for (gsize c = 0; c < n_classes; c++)
    g_ptr_array_add (columns, label_of (run, c));

  seesaw_csv_add_header (csv, file, (const char *const *) columns->pdata, columns->len);
}

/* A Δw of length 0 has no direction, and nothing to be similar by. */
static void
add_similarities (GString *csv, const SeesawDrift *drift, gsize c, const float *similarities)
{
  for (gsize d = 0; d < drift->n_classes; d++)
    seesaw_csv_add_single (csv, drift->norm[c] > 0.0 && drift->norm[d] > 0.0 ? similarities[d]
                                                                             : (float) NAN);
}

/* The whole matrix at once: so it is exactly symmetric. */
static float *
compute_matrix (const SeesawDrift *drift)
{
  gsize n = drift->n_classes;
  g_autofree gint32 *order = g_new (gint32, n);
  g_autoptr (SeesawSimilarity) similarity = NULL;
  float *matrix = g_new (float, n *n);

  for (gsize c = 0; c < n; c++)
    order[c] = (gint32) c;
  similarity = seesaw_similarity_new (drift, SEESAW_MEASURE_COSINE, order, n);
  seesaw_similarity_compute (similarity, 0, 0, n, 0, n, matrix);

  return matrix;
}

/**
 * seesaw_table_drift_append:
 * @drift: what happened to the weights of a run
 * @run: the run
 * @index: position of the epoch among its epochs
 * @csv: a table; gets a header if it is empty
 * @file: (nullable): name of the run's file, for a first column of that name
 * @error: return location for a `SEESAW_ERROR`
 *
 * Appends the matrix of cos (Δw_c, Δw_d): a row for each class, a column for each class.
 *
 * Returns: whether there is such a matrix, and it is small enough for a table
 */
gboolean
seesaw_table_drift_append (const SeesawDrift *drift,
                           const SeesawRun *run,
                           gsize index,
                           GString *csv,
                           const char *file,
                           GError **error)
{
  g_autofree float *matrix = NULL;

  if (!is_possible (drift, run, index, error))
    return FALSE;

  matrix = compute_matrix (drift);
  add_header (csv, file, run);
  for (gsize c = 0; c < drift->n_classes; c++)
    {
      seesaw_csv_begin_row (csv, file);
      seesaw_csv_add_integer (csv, run->epochs[index]);
      seesaw_csv_add_integer (csv, (gint64) c);
      seesaw_csv_add_text (csv, run->classes->names != NULL ? run->classes->names[c] : NULL);
      add_similarities (csv, drift, c, matrix + c * drift->n_classes);
      seesaw_csv_end_row (csv);
    }

  return TRUE;
}
