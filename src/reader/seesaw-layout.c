/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The native layout, version 1: which dataset is what, and whether they agree. */

#include "config.h"

#include "seesaw-layout.h"

#include "seesaw-integers.h"
#include "seesaw-survey.h"

static SeesawClasses *
read_classes (SeesawSurvey *survey, GError **error)
{
  const gsize any[] = { SEESAW_ANY };
  g_autoptr (SeesawDataset) seen = NULL;
  g_autoptr (SeesawDataset) name = NULL;
  g_autoptr (SeesawClasses) classes = NULL;
  g_autofree guint8 *mask = NULL;
  g_auto (GStrv) names = NULL;
  GError *wrong = NULL;

  seen = seesaw_survey_open (survey, "/class/seen", SEESAW_REQUIRED, SEESAW_VALUE_INTEGER, "C", any,
                             error);
  mask = seen != NULL ? seesaw_mask_read (survey->layout->file, seen, error) : NULL;
  if (mask == NULL)
    return NULL;

  survey->n_classes = (gsize) seen->dims[0];
  name = seesaw_survey_open (survey, "/class/name", SEESAW_OPTIONAL, SEESAW_VALUE_STRING, "C",
                             &survey->n_classes, &wrong);
  if (name != NULL)
    names = seesaw_dataset_read_strings (name, &wrong);
  if (wrong != NULL)
    {
      g_propagate_error (error, wrong);
      return NULL;
    }

  classes = seesaw_classes_new (mask, (const char *const *) names, survey->n_classes, error);
  if (classes == NULL)
    g_prefix_error (error, "/class/seen: ");

  return g_steal_pointer (&classes);
}

static SeesawSplit *
split_new (SeesawClasses *classes, SeesawDataset *logit, gint32 *label, gsize n_samples)
{
  SeesawSplit *self = g_new0 (SeesawSplit, 1);

  self->classes = seesaw_classes_ref (classes);
  self->logit = logit;
  self->label = label;
  self->n_samples = n_samples;

  return self;
}

/**
 * seesaw_split_free:
 * @self: (transfer full): the split
 */
void
seesaw_split_free (SeesawSplit *self)
{
  g_clear_pointer (&self->classes, seesaw_classes_unref);
  g_clear_pointer (&self->logit, seesaw_dataset_free);
  g_clear_pointer (&self->feature, seesaw_dataset_free);
  g_free (self->label);
  g_free (self);
}

/* Labels and logits below @group. @letters is "ENC" or "NC". A split without labels is none, which
 * is an error only for @need.
 */
static SeesawSplit *
read_split (SeesawSurvey *survey,
            SeesawClasses *classes,
            const char *group,
            SeesawNeed need,
            const char *letters,
            GError **error)
{
  const gsize any[] = { SEESAW_ANY };
  gsize dims[] = { survey->n_epochs, SEESAW_ANY, survey->n_classes };
  gboolean has_epochs = letters[0] == 'E';
  g_autofree char *label_path = g_strconcat (group, "/label", NULL);
  g_autofree char *logit_path = g_strconcat (group, "/logit", NULL);
  g_autoptr (SeesawDataset) label = NULL;
  g_autoptr (SeesawDataset) logit = NULL;
  g_autofree gint32 *labels = NULL;
  GError *wrong = NULL;
  gsize n;

  label = seesaw_survey_open (survey, label_path, need, SEESAW_VALUE_INTEGER, "N", any, &wrong);
  if (wrong != NULL)
    {
      g_propagate_error (error, wrong);
      return NULL;
    }

  dims[1] = label != NULL ? (gsize) label->dims[0] : SEESAW_ANY;
  logit = seesaw_survey_open (survey, logit_path, need, SEESAW_VALUE_FLOAT, letters,
                              has_epochs ? dims : dims + 1, &wrong);
  if (wrong != NULL || label == NULL)
    {
      if (wrong != NULL)
        g_propagate_error (error, wrong);
      return NULL;
    }

  n = dims[1];
  labels = seesaw_labels_read (survey->layout->file, label, survey->n_classes, error);
  if (labels == NULL)
    return NULL;

  return split_new (classes, g_steal_pointer (&logit), g_steal_pointer (&labels), n);
}

/* Epochs that both /epoch and /test/logit have: of two datasets that grow, one may be ahead. */
static gint32 *
read_epochs (SeesawSurvey *survey, GError **error)
{
  const gsize any[] = { SEESAW_ANY };
  g_autoptr (SeesawDataset) epoch = NULL;
  g_autoptr (SeesawDataset) logit = NULL;
  g_autofree gint32 *epochs = NULL;
  gboolean missing;

  epoch =
      seesaw_survey_open (survey, "/epoch", SEESAW_REQUIRED, SEESAW_VALUE_INTEGER, "E", any, error);
  epochs = epoch != NULL ? seesaw_epochs_read (survey->layout->file, epoch, error) : NULL;
  if (epochs == NULL)
    return NULL;

  survey->n_epochs = (gsize) epoch->dims[0];
  logit = seesaw_dataset_open (survey->layout->file, "/test/logit", &missing, NULL);
  if (logit != NULL && epoch->extensible && logit->dims[0] > 0 &&
      logit->dims[0] + 1 == epoch->dims[0])
    survey->n_epochs--;

  return g_steal_pointer (&epochs);
}

/* The pseudo-seen classes of a fold; NULL without error if there is no such fold. */
static SeesawClasses *
read_fold_classes (SeesawSurvey *survey, const char *path, GError **error)
{
  g_autoptr (SeesawDataset) seen = seesaw_survey_open (
      survey, path, SEESAW_OPTIONAL, SEESAW_VALUE_INTEGER, "C", &survey->n_classes, error);
  g_autofree guint8 *mask = NULL;
  SeesawClasses *classes;

  if (seen == NULL)
    return NULL;

  mask = seesaw_mask_read (survey->layout->file, seen, error);
  if (mask == NULL)
    return NULL;

  classes = seesaw_classes_new (mask, NULL, survey->n_classes, error);
  if (classes == NULL)
    g_prefix_error (error, "%s: ", path);

  return classes;
}

/* Only S is split into pseudo-seen and pseudo-absent classes. */
static void
leave_out_unseen (SeesawSplit *split, const SeesawClasses *classes)
{
  for (gsize i = 0; i < split->n_samples; i++)
    if (split->label[i] >= 0 && !classes->seen[split->label[i]])
      split->label[i] = -1;
}

/* A fold without logits or labels is none, nor is one without pseudo-seen classes. */
static gboolean
read_fold (SeesawSurvey *survey, const char *group, GError **error)
{
  SeesawLayout *layout = survey->layout;
  g_autofree char *path = g_strconcat (group, "/seen", NULL);
  g_autoptr (SeesawClasses) classes = NULL;
  g_autoptr (SeesawSplit) split = NULL;
  GError *wrong = NULL;

  classes = read_fold_classes (survey, path, &wrong);
  if (classes != NULL)
    split = read_split (survey, classes, group, SEESAW_OPTIONAL, "NC", &wrong);
  if (wrong != NULL)
    {
      g_propagate_error (error, wrong);
      return FALSE;
    }

  if (split != NULL && split->logit != NULL)
    {
      leave_out_unseen (split, layout->run->classes);
      g_ptr_array_add (layout->folds, g_steal_pointer (&split));
    }

  return TRUE;
}

static gboolean
read_folds (SeesawSurvey *survey, GError **error)
{
  for (gsize k = 0;; k++)
    {
      g_autofree char *group = g_strdup_printf ("/fold/%zu", k);
      gboolean there = H5Lexists (survey->layout->file->id, "/fold", H5P_DEFAULT) > 0 &&
                       H5Lexists (survey->layout->file->id, group, H5P_DEFAULT) > 0;

      if (k > 0 && !there)
        return TRUE;
      if (!read_fold (survey, group, error))
        return FALSE;
      if (!there)
        return TRUE;
    }
}

/* Features of the test split without those of the training split are of no use, nor are those if
 * they disagree about what a feature is.
 */
static gboolean
open_features (SeesawSurvey *survey, GError **error)
{
  SeesawLayout *layout = survey->layout;
  SeesawSplit *train = layout->train;
  const gsize test_dims[] = { survey->n_epochs, layout->test->n_samples, SEESAW_ANY };
  gsize train_dims[] = { survey->n_epochs, train != NULL ? train->n_samples : SEESAW_ANY,
                         SEESAW_ANY };
  g_autoptr (SeesawDataset) unlabelled = NULL;

  if (!seesaw_survey_open_optional (survey, "/test/feature", "END", test_dims,
                                    &layout->test->feature, error))
    return FALSE;

  if (layout->test->feature != NULL)
    train_dims[2] = (gsize) layout->test->feature->dims[2];

  return seesaw_survey_open_optional (survey, "/train/feature", "END", train_dims,
                                      train != NULL ? &train->feature : &unlabelled, error);
}

static gboolean
open_classifier (SeesawSurvey *survey, GError **error)
{
  SeesawLayout *layout = survey->layout;
  const gsize dims[] = { survey->n_epochs, survey->n_classes, SEESAW_ANY };

  return seesaw_survey_open_optional (survey, "/classifier/weight", "ECD", dims, &layout->weight,
                                      error) &&
         seesaw_survey_open_optional (survey, "/classifier/bias", "EC", dims, &layout->bias, error);
}

static gboolean
read_splits (SeesawSurvey *survey, GError **error)
{
  SeesawLayout *layout = survey->layout;
  GError *wrong = NULL;

  layout->test = read_split (survey, layout->run->classes, "/test", SEESAW_REQUIRED, "ENC", error);
  if (layout->test == NULL)
    return FALSE;

  layout->train =
      read_split (survey, layout->run->classes, "/train", SEESAW_OPTIONAL, "ENC", &wrong);
  if (wrong != NULL)
    {
      g_propagate_error (error, wrong);
      return FALSE;
    }

  return open_features (survey, error) && open_classifier (survey, error) &&
         read_folds (survey, error);
}

static SeesawRun *
read_run (SeesawSurvey *survey, const char *path, GVariantDict *attributes, GError **error)
{
  g_autoptr (SeesawClasses) classes = read_classes (survey, error);
  g_autofree gint32 *epochs = classes != NULL ? read_epochs (survey, error) : NULL;
  g_autofree char *name = NULL;
  SeesawRun *run;

  if (epochs == NULL)
    return NULL;

  g_variant_dict_lookup (attributes, "name", "s", &name);
  run = seesaw_run_new (path, name, classes, epochs, survey->n_epochs);
  g_variant_dict_remove (attributes, "format");
  g_variant_dict_remove (attributes, "format_version");
  g_variant_dict_remove (attributes, "name");
  g_variant_unref (run->attributes);
  run->attributes = g_variant_ref_sink (g_variant_dict_end (attributes));

  return run;
}

/**
 * seesaw_layout_open:
 * @path: an HDF5 file
 * @error: return location for a `SEESAW_ERROR`; the message does not name the file
 *
 * Opens a run, reads what is small (classes, epochs, labels) and checks everything that it says.
 *
 * Returns: (transfer full): the layout, or %NULL with @error set
 */
SeesawLayout *
seesaw_layout_open (const char *path, GError **error)
{
  g_autoptr (SeesawLayout) self = g_new0 (SeesawLayout, 1);
  g_autoptr (GPtrArray) roles = g_ptr_array_new_with_free_func ((GDestroyNotify) seesaw_role_free);
  g_autoptr (GVariant) attributes = NULL;
  g_auto (GVariantDict) dict = { 0 };
  SeesawSurvey survey = { .layout = self, .roles = roles };

  self->folds = g_ptr_array_new_with_free_func ((GDestroyNotify) seesaw_split_free);
  self->file = seesaw_file_open (path, error);
  if (self->file == NULL)
    return NULL;

  attributes = g_variant_ref_sink (seesaw_file_read_attributes (self->file));
  g_variant_dict_init (&dict, attributes);
  if (!seesaw_file_check_format (self->file, &dict, error))
    return NULL;

  self->run = read_run (&survey, path, &dict, error);
  if (self->run == NULL || !read_splits (&survey, error))
    return NULL;

  self->run->n_samples = self->test->n_samples;
  self->run->n_train_samples =
      self->train != NULL && self->train->logit != NULL ? self->train->n_samples : 0;
  self->run->n_folds = self->folds->len;
  g_ptr_array_extend_and_steal (self->run->roles, g_steal_pointer (&roles));

  return g_steal_pointer (&self);
}

/**
 * seesaw_layout_free:
 * @self: (transfer full): the layout
 */
void
seesaw_layout_free (SeesawLayout *self)
{
  g_clear_pointer (&self->test, seesaw_split_free);
  g_clear_pointer (&self->train, seesaw_split_free);
  g_ptr_array_unref (self->folds);
  g_clear_pointer (&self->weight, seesaw_dataset_free);
  g_clear_pointer (&self->bias, seesaw_dataset_free);
  g_clear_pointer (&self->run, seesaw_run_unref);
  g_clear_pointer (&self->file, seesaw_file_free);
  g_free (self);
}
