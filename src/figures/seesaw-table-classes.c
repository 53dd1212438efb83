/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "seesaw-table-classes.h"

#include "seesaw-csv.h"

#include <math.h>

static const char *const columns[] = {
  "epoch",       "class",         "name",          "seen",
  "samples",     "accuracy",      "gamma",         "accuracy_gamma",
  "change",      "ncm",           "drift_norm",    "cosine_to_start",
  "bias_change", "confused_with", "confused_name", "confused_samples",
};

static const char *
name_of (const SeesawTableClasses *self, gsize c)
{
  const char *const *names = self->run->classes->names;

  return names != NULL ? names[c] : NULL;
}

/* The class that samples of class @c are most often taken for at γ. */
static void
add_confusion (const SeesawTableClasses *self, gsize c, GString *csv)
{
  SeesawConfusion most;

  if (seesaw_class_table_list_confusions (self->classes, c, self->gamma, &most, 1) == 0)
    {
      for (int i = 0; i < 3; i++)
        seesaw_csv_add_text (csv, NULL);
      return;
    }

  seesaw_csv_add_integer (csv, most.predicted);
  seesaw_csv_add_text (csv, name_of (self, (gsize) most.predicted));
  seesaw_csv_add_integer (csv, (gint64) most.n_samples);
}

static void
add_row (const SeesawTableClasses *self, gsize c, GString *csv)
{
  const SeesawDrift *drift = self->drift;
  double before = seesaw_class_table_get_accuracy (self->classes, c, 0.0);
  double after = seesaw_class_table_get_accuracy (self->classes, c, self->gamma);
  const double numbers[] = {
    before,
    self->gamma,
    after,
    after - before,
    self->ncm != NULL ? seesaw_class_table_get_accuracy (self->ncm, c, 0.0) : (double) NAN,
    drift != NULL ? drift->norm[c] : (double) NAN,
    drift != NULL ? drift->cosine_to_start[c] : (double) NAN,
    drift != NULL ? drift->bias_change[c] : (double) NAN,
  };

  seesaw_csv_add_integer (csv, self->run->epochs[self->index]);
  seesaw_csv_add_integer (csv, (gint64) c);
  seesaw_csv_add_text (csv, name_of (self, c));
  seesaw_csv_add_integer (csv, self->run->classes->seen[c]);
  seesaw_csv_add_integer (csv, (gint64) seesaw_class_table_get_n_samples (self->classes, c));
  seesaw_csv_add_numbers (csv, numbers, G_N_ELEMENTS (numbers));
  add_confusion (self, c, csv);
}

/**
 * seesaw_table_classes_append:
 * @csv: a table; gets a header if it is empty
 * @file: (nullable): name of the run's file, for a first column of that name
 *
 * Appends a row for each class: its accuracy among all classes at γ = 0 and at γ, as a fraction,
 * what its weights went through, and what it is most often taken for at γ.
 */
void
seesaw_table_classes_append (const SeesawTableClasses *self, GString *csv, const char *file)
{
  seesaw_csv_add_header (csv, file, columns, G_N_ELEMENTS (columns));
  for (gsize c = 0; c < self->run->classes->n_classes; c++)
    {
      seesaw_csv_begin_row (csv, file);
      add_row (self, c, csv);
      seesaw_csv_end_row (csv);
    }
}
