/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "seesaw-run.h"

/**
 * seesaw_role_new:
 * @dataset: path in the file
 * @found: whether it is there
 * @storage: shape and type for people, or ""
 *
 * Returns: (transfer full): the role
 */
SeesawRole *
seesaw_role_new (const char *dataset, gboolean found, const char *storage)
{
  SeesawRole *self = g_new0 (SeesawRole, 1);

  self->dataset = g_strdup (dataset);
  self->found = found;
  self->storage = g_strdup (storage);

  return self;
}

/**
 * seesaw_role_free:
 * @self: (transfer full): the role
 */
void
seesaw_role_free (SeesawRole *self)
{
  g_free (self->dataset);
  g_free (self->storage);
  g_free (self);
}

static void
clear_run (gpointer data)
{
  SeesawRun *self = data;

  g_free (self->path);
  g_free (self->name);
  g_free (self->epochs);
  seesaw_classes_unref (self->classes);
  g_clear_pointer (&self->attributes, g_variant_unref);
  g_ptr_array_unref (self->roles);
}

/**
 * seesaw_run_make_name:
 * @path: where the file of a run is
 * @name: (nullable): what the run is called
 *
 * Returns: (transfer full): a name that stands in one line and says something: control characters
 *   are spaces, and where nothing is left it is the name of the file
 */
char *
seesaw_run_make_name (const char *path, const char *name)
{
  g_autoptr (GString) line = g_string_new (NULL);
  g_autofree char *base = g_path_get_basename (path);

  for (const char *c = name != NULL ? name : ""; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);
      GUnicodeType type = g_unichar_type (character);
      gboolean breaks = type == G_UNICODE_CONTROL || type == G_UNICODE_LINE_SEPARATOR ||
                        type == G_UNICODE_PARAGRAPH_SEPARATOR;

      g_string_append_unichar (line, breaks ? ' ' : character);
    }
  g_strstrip (line->str);

  return *line->str != '\0' ? g_strdup (line->str) : g_filename_display_name (base);
}

/**
 * seesaw_run_new:
 * @path: where the file is
 * @name: (nullable): name of the run, as for seesaw_run_make_name()
 * @classes: its classes
 * @epochs: `[n_epochs]`, epoch numbers; copied
 * @n_epochs: number of epochs, at least 1
 *
 * The remaining fields are empty and may be filled until the run is shared.
 *
 * Returns: (transfer full): the run
 */
SeesawRun *
seesaw_run_new (const char *path,
                const char *name,
                SeesawClasses *classes,
                const gint32 *epochs,
                gsize n_epochs)
{
  SeesawRun *self = g_atomic_rc_box_new0 (SeesawRun);

  self->path = g_strdup (path);
  self->name = seesaw_run_make_name (path, name);
  self->classes = seesaw_classes_ref (classes);
  self->n_epochs = n_epochs;
  self->epochs = g_memdup2 (epochs, n_epochs * sizeof *epochs);
  self->attributes = g_variant_ref_sink (g_variant_new ("a{sv}", NULL));
  self->roles = g_ptr_array_new_with_free_func ((GDestroyNotify) seesaw_role_free);

  return self;
}

/**
 * seesaw_run_rename:
 * @name: another name
 *
 * Returns: (transfer full): the same run under that name
 */
SeesawRun *
seesaw_run_rename (const SeesawRun *self, const char *name)
{
  SeesawRun *renamed =
      seesaw_run_new (self->path, name, self->classes, self->epochs, self->n_epochs);

  renamed->n_samples = self->n_samples;
  renamed->n_train_samples = self->n_train_samples;
  renamed->n_folds = self->n_folds;
  g_variant_unref (renamed->attributes);
  renamed->attributes = g_variant_ref (self->attributes);
  g_ptr_array_unref (renamed->roles);
  renamed->roles = g_ptr_array_ref (self->roles);

  return renamed;
}

/**
 * seesaw_run_ref:
 *
 * Returns: (transfer full): @self
 */
SeesawRun *
seesaw_run_ref (SeesawRun *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * seesaw_run_unref:
 * @self: (transfer full): the run
 */
void
seesaw_run_unref (SeesawRun *self)
{
  g_atomic_rc_box_release_full (self, clear_run);
}

/**
 * seesaw_run_has:
 * @dataset: a path of the layout, such as "/train/logit"
 *
 * Returns: whether the file has that dataset
 */
gboolean
seesaw_run_has (const SeesawRun *self, const char *dataset)
{
  for (guint i = 0; i < self->roles->len; i++)
    {
      const SeesawRole *role = g_ptr_array_index (self->roles, i);

      if (g_str_equal (role->dataset, dataset))
        return role->found;
    }

  return FALSE;
}

/**
 * seesaw_run_has_score:
 * @score: what classes are ranked by
 *
 * Returns: whether the file holds what such scores are made of
 */
gboolean
seesaw_run_has_score (const SeesawRun *self, SeesawScore score)
{
  return score == SEESAW_SCORE_LOGIT ||
         (seesaw_run_has (self, "/test/feature") && seesaw_run_has (self, "/train/feature") &&
          seesaw_run_has (self, "/train/label"));
}

/**
 * seesaw_run_find_epoch:
 * @epoch: an epoch number
 * @index: (out): its position, if there is one
 *
 * Returns: whether the run recorded that epoch
 */
gboolean
seesaw_run_find_epoch (const SeesawRun *self, gint32 epoch, gsize *index)
{
  for (gsize e = 0; e < self->n_epochs; e++)
    if (self->epochs[e] == epoch)
      {
        *index = e;
        return TRUE;
      }

  return FALSE;
}

static void
clear_epoch (gpointer data)
{
  SeesawEpoch *self = data;

  seesaw_samples_unref (self->test);
}

/**
 * seesaw_epoch_new:
 * @index: position among the run's epochs
 * @test: per-sample numbers of the test split
 * @alg: γ_ALG, or NaN
 * @n_nan: NaN logits met
 *
 * Returns: (transfer full): the epoch
 */
SeesawEpoch *
seesaw_epoch_new (gsize index, SeesawSamples *test, double alg, guint64 n_nan)
{
  SeesawEpoch *self = g_atomic_rc_box_new0 (SeesawEpoch);

  self->index = index;
  self->test = seesaw_samples_ref (test);
  self->alg = alg;
  self->n_nan = n_nan;

  return self;
}

/**
 * seesaw_epoch_ref:
 *
 * Returns: (transfer full): @self
 */
SeesawEpoch *
seesaw_epoch_ref (SeesawEpoch *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * seesaw_epoch_unref:
 * @self: (transfer full): the epoch
 */
void
seesaw_epoch_unref (SeesawEpoch *self)
{
  g_atomic_rc_box_release_full (self, clear_epoch);
}

static void
clear_fold (gpointer data)
{
  SeesawFold *self = data;

  seesaw_classes_unref (self->classes);
  seesaw_samples_unref (self->samples);
}

/**
 * seesaw_fold_new:
 * @classes: pseudo-seen classes against all others
 * @samples: per-sample numbers under that split
 *
 * Returns: (transfer full): the fold
 */
SeesawFold *
seesaw_fold_new (SeesawClasses *classes, SeesawSamples *samples)
{
  SeesawFold *self = g_atomic_rc_box_new0 (SeesawFold);

  self->classes = seesaw_classes_ref (classes);
  self->samples = seesaw_samples_ref (samples);

  return self;
}

/**
 * seesaw_fold_ref:
 *
 * Returns: (transfer full): @self
 */
SeesawFold *
seesaw_fold_ref (SeesawFold *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * seesaw_fold_unref:
 * @self: (transfer full): the fold
 */
void
seesaw_fold_unref (SeesawFold *self)
{
  g_atomic_rc_box_release_full (self, clear_fold);
}
