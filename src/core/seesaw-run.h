/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-classes.h"
#include "seesaw-samples.h"

G_BEGIN_DECLS

/**
 * SeesawScore:
 * @SEESAW_SCORE_LOGIT: the classifier's logits
 * @SEESAW_SCORE_NCM: cosine to the nearest class mean, on features
 *
 * What classes are ranked by.
 */
typedef enum
{
  SEESAW_SCORE_LOGIT,
  SEESAW_SCORE_NCM,
  SEESAW_N_SCORES,
} SeesawScore;

/**
 * SeesawRole:
 * @dataset: path of the dataset in the file, such as "/test/logit"
 * @found: whether the file has it
 * @storage: shape and type as found, such as "[11, 1475, 100] float16, chunks [1, 512, 100],
 * deflate", for people; empty if it was not found
 *
 * One of the datasets that a run may hold.
 */
typedef struct
{
  char *dataset;
  gboolean found;
  char *storage;
} SeesawRole;

/**
 * SeesawRun:
 * @path: where the file is, in the encoding of file names
 * @name: name of the run: its attribute "name", else the file's base name; UTF-8
 * @classes: which classes there are, and which are seen
 * @n_epochs: number of recorded epochs, E
 * @epochs: `[n_epochs]`, their numbers; 0 is the model before fine-tuning
 * @n_samples: samples of the test split, N
 * @n_train_samples: samples of the training split with logits, 0 if there are none
 * @n_folds: number of cross-validation folds, 0 if there are none
 * @attributes: `a{sv}` with string, double or int64 values: all attributes of the file's root group
 *   except "format", "format_version" and "name"
 * @roles: (element-type SeesawRole): every role the layout knows, in the order of the layout
 *
 * What a file says about the training run it holds. Immutable and reference counted.
 */
typedef struct
{
  char *path;
  char *name;
  SeesawClasses *classes;
  gsize n_epochs;
  gint32 *epochs;
  gsize n_samples;
  gsize n_train_samples;
  gsize n_folds;
  GVariant *attributes;
  GPtrArray *roles;
} SeesawRun;

/**
 * SeesawEpoch:
 * @index: position in `SeesawRun.epochs`
 * @test: per-sample numbers of the test split
 * @alg: γ_ALG from the training split; NaN if the file has none
 * @n_nan: NaN logits met in the test split; each counted as −∞
 *
 * One epoch of a run, reduced. Immutable and reference counted.
 */
typedef struct
{
  gsize index;
  SeesawSamples *test;
  double alg;
  guint64 n_nan;
} SeesawEpoch;

/**
 * SeesawFold:
 * @classes: the fold's pseudo-seen classes S' against all others
 * @samples: per-sample numbers under that split. The label is -1 (left out) for every sample whose
 *   class is not in S: only S is split into pseudo-seen and pseudo-absent
 *
 * One fold of pseudo cross-validation, reduced. Immutable and reference counted.
 */
typedef struct
{
  SeesawClasses *classes;
  SeesawSamples *samples;
} SeesawFold;

SeesawRole *seesaw_role_new (const char *dataset, gboolean found, const char *storage);
void seesaw_role_free (SeesawRole *self);

char *seesaw_run_make_name (const char *path, const char *name) G_GNUC_WARN_UNUSED_RESULT;
SeesawRun *seesaw_run_new (const char *path,
                           const char *name,
                           SeesawClasses *classes,
                           const gint32 *epochs,
                           gsize n_epochs);
SeesawRun *seesaw_run_rename (const SeesawRun *self, const char *name);
SeesawRun *seesaw_run_ref (SeesawRun *self);
void seesaw_run_unref (SeesawRun *self);
gboolean seesaw_run_has (const SeesawRun *self, const char *dataset);
gboolean seesaw_run_has_score (const SeesawRun *self, SeesawScore score);
gboolean seesaw_run_find_epoch (const SeesawRun *self, gint32 epoch, gsize *index);

SeesawEpoch *seesaw_epoch_new (gsize index, SeesawSamples *test, double alg, guint64 n_nan);
SeesawEpoch *seesaw_epoch_ref (SeesawEpoch *self);
void seesaw_epoch_unref (SeesawEpoch *self);

SeesawFold *seesaw_fold_new (SeesawClasses *classes, SeesawSamples *samples);
SeesawFold *seesaw_fold_ref (SeesawFold *self);
void seesaw_fold_unref (SeesawFold *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SeesawFold, seesaw_fold_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SeesawRole, seesaw_role_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SeesawRun, seesaw_run_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SeesawEpoch, seesaw_epoch_unref)

G_END_DECLS
