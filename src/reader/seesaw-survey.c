/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Datasets, held against what their roles ask for. */

#include "config.h"

#include "seesaw-survey.h"

#include "seesaw-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *
name_kind (SeesawValueKind kind)
{
  switch (kind)
    {
    case SEESAW_VALUE_FLOAT:
      return _ ("float16, float32 or float64 values");
    case SEESAW_VALUE_INTEGER:
      return _ ("integers of 8, 16, 32 or 64 bits");
    case SEESAW_VALUE_STRING:
      return _ ("strings");
    case SEESAW_VALUE_OTHER:
    default:
      g_return_val_if_reached (NULL);
    }
}

static gboolean
check_kind (const SeesawDataset *dataset, SeesawValueKind kind, GError **error)
{
  g_autofree char *storage = NULL;

  if (dataset->kind == kind)
    return TRUE;

  storage = seesaw_dataset_describe (dataset);
  g_set_error (error, SEESAW_ERROR, SEESAW_ERROR_TYPE, _ ("%s is %s, expected %s"), dataset->path,
               storage, name_kind (kind));

  return FALSE;
}

static char *
describe_wanted (const gsize *dims, const char *letters)
{
  g_autoptr (GString) text = g_string_new ("[");

  for (int i = 0; letters[i] != '\0'; i++)
    {
      g_string_append (text, i > 0 ? ", " : "");
      if (dims[i] == SEESAW_ANY)
        g_string_append_c (text, letters[i]);
      else
        g_string_append_printf (text, "%c = %zu", letters[i], dims[i]);
    }
  g_string_append_c (text, ']');

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* What @dataset is, which has no dimensions, or others than @wanted, or no values. */
static void
set_shape_error (const SeesawDataset *dataset, const char *wanted, GError **error)
{
  g_autofree char *found = seesaw_dataset_describe_shape (dataset);
  hid_t space = H5Dget_space (dataset->id);
  gboolean is_null = H5Sget_simple_extent_type (space) == H5S_NULL;

  H5Sclose (space);
  if (dataset->rank == 0)
    g_set_error (error, SEESAW_ERROR, SEESAW_ERROR_SHAPE,
                 is_null ? _ ("%s has no values and no shape, expected the shape %s")
                         : _ ("%s is a single value, expected the shape %s"),
                 dataset->path, wanted);
  else if (seesaw_dataset_count (dataset) == 0)
    g_set_error (error, SEESAW_ERROR, SEESAW_ERROR_EMPTY,
                 _ ("%s is empty: it has the shape %s, expected %s with no 0 in it"), dataset->path,
                 found, wanted);
  else
    g_set_error (error, SEESAW_ERROR, SEESAW_ERROR_SHAPE, _ ("%s has the shape %s, expected %s"),
                 dataset->path, found, wanted);
}

/* @letters name the dimensions; E may be one more than wanted, while a run is being recorded. */
static gboolean
check_shape (const SeesawDataset *dataset, const char *letters, const gsize *dims, GError **error)
{
  gboolean ok = dataset->rank == (int) strlen (letters);
  g_autofree char *wanted = NULL;

  for (int i = 0; ok && i < dataset->rank; i++)
    {
      gboolean may_be_ahead = letters[i] == 'E' && dataset->extensible;

      ok = dataset->dims[i] > 0 && (dims[i] == SEESAW_ANY || dataset->dims[i] == dims[i] ||
                                    (may_be_ahead && dataset->dims[i] == dims[i] + 1));
    }

  if (ok)
    return TRUE;

  wanted = describe_wanted (dims, letters);
  set_shape_error (dataset, wanted, error);

  return FALSE;
}

/* Whether @dataset is there, but has been made for no samples at all. */
static gboolean
has_no_samples (const SeesawDataset *dataset, const char *letters, const gsize *dims)
{
  const char *n = strchr (letters, 'N');
  gsize axis = n != NULL ? (gsize) (n - letters) : 0;

  return n != NULL && dataset->rank == (int) strlen (letters) && dims[axis] == SEESAW_ANY &&
         dataset->dims[axis] == 0;
}

/**
 * seesaw_survey_open:
 * @path: path of the dataset
 * @need: whether every run has it
 * @kind: what its values must be
 * @letters: names of its dimensions, a letter each
 * @dims: their sizes, or %SEESAW_ANY
 * @error: return location for a `SEESAW_ERROR`
 *
 * Opens the dataset of a role and notes what was found. An optional one of any number of samples
 * that has none is as if it was not there.
 *
 * Returns: (transfer full) (nullable): the dataset; %NULL without error if an optional one is not
 *   there
 */
SeesawDataset *
seesaw_survey_open (SeesawSurvey *survey,
                    const char *path,
                    SeesawNeed need,
                    SeesawValueKind kind,
                    const char *letters,
                    const gsize *dims,
                    GError **error)
{
  gboolean missing;
  g_autoptr (SeesawDataset) dataset =
      seesaw_dataset_open (survey->layout->file, path, &missing, error);
  g_autofree char *storage = NULL;

  if (dataset != NULL && need == SEESAW_OPTIONAL && has_no_samples (dataset, letters, dims))
    g_clear_pointer (&dataset, seesaw_dataset_free);

  storage = dataset != NULL ? seesaw_dataset_describe (dataset) : g_strdup ("");
  g_ptr_array_add (survey->roles, seesaw_role_new (path, dataset != NULL, storage));

  if (dataset == NULL && missing && need == SEESAW_REQUIRED)
    g_set_error (error, SEESAW_ERROR, SEESAW_ERROR_MISSING, _ ("%s is missing; every run needs it"),
                 path);

  if (dataset == NULL || !check_kind (dataset, kind, error) ||
      !check_shape (dataset, letters, dims, error))
    return NULL;

  return g_steal_pointer (&dataset);
}

/**
 * seesaw_survey_open_optional:
 * @path: path of the dataset
 * @letters: names of its dimensions, a letter each
 * @dims: their sizes, or %SEESAW_ANY
 * @dataset: (out) (nullable): the dataset, if it is there
 * @error: return location for a `SEESAW_ERROR`
 *
 * Opens real numbers that only some views need.
 *
 * Returns: %FALSE if they are there, but not as they should be
 */
gboolean
seesaw_survey_open_optional (SeesawSurvey *survey,
                             const char *path,
                             const char *letters,
                             const gsize *dims,
                             SeesawDataset **dataset,
                             GError **error)
{
  GError *wrong = NULL;

  *dataset =
      seesaw_survey_open (survey, path, SEESAW_OPTIONAL, SEESAW_VALUE_FLOAT, letters, dims, &wrong);
  if (wrong != NULL)
    g_propagate_error (error, wrong);

  return wrong == NULL;
}
