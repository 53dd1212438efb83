/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "seesaw-class-columns.h"

#include "seesaw-number.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static const struct
{
  const char *title;
  gboolean depends_on_gamma;
  char *(*format) (double value); /* NULL: text */
} columns[SEESAW_N_CLASS_COLUMNS] = {
  [SEESAW_CLASS_COLUMN_NAME] = { N_ ("Class"), FALSE, NULL },
  [SEESAW_CLASS_COLUMN_SIDE] = { N_ ("Group"), FALSE, NULL },
  [SEESAW_CLASS_COLUMN_SAMPLES] = { N_ ("Samples"), FALSE, seesaw_number_count },
  [SEESAW_CLASS_COLUMN_BEFORE] = { N_ ("At γ = 0"), FALSE, seesaw_number_percent },
  [SEESAW_CLASS_COLUMN_ACCURACY] = { N_ ("At γ"), TRUE, seesaw_number_percent },
  [SEESAW_CLASS_COLUMN_CHANGE] = { N_ ("Change"), TRUE, seesaw_number_change },
  [SEESAW_CLASS_COLUMN_NCM] = { N_ ("NCM"), FALSE, seesaw_number_percent },
  [SEESAW_CLASS_COLUMN_CONFUSION] = { N_ ("Most Confused With"), TRUE, NULL },
  [SEESAW_CLASS_COLUMN_NORM] = { N_ ("‖Δw‖"), FALSE, seesaw_number_fraction },
  [SEESAW_CLASS_COLUMN_COSINE] = { N_ ("cos(w₀, w)"), FALSE, seesaw_number_fraction },
  [SEESAW_CLASS_COLUMN_BIAS] = { N_ ("Δ Bias"), FALSE, seesaw_number_fraction },
};

/**
 * seesaw_class_column_get_title:
 *
 * Returns: (transfer none): the column's heading, translated
 */
const char *
seesaw_class_column_get_title (SeesawClassColumn column)
{
  return _ (columns[column].title);
}

/**
 * seesaw_class_column_depends_on_gamma:
 *
 * Returns: whether its cells change with γ
 */
gboolean
seesaw_class_column_depends_on_gamma (SeesawClassColumn column)
{
  return columns[column].depends_on_gamma;
}

/**
 * seesaw_class_column_is_text:
 *
 * Returns: whether its cells are words
 */
gboolean
seesaw_class_column_is_text (SeesawClassColumn column)
{
  return columns[column].format == NULL;
}

/**
 * seesaw_class_get_name:
 * @classes: the classes
 * @label: one of them
 *
 * Returns: (transfer full): its name, or its index where classes have none
 */
char *
seesaw_class_get_name (const SeesawClasses *classes, gint32 label)
{
  return classes->names != NULL ? g_strdup (classes->names[label]) : g_strdup_printf ("%d", label);
}

static double
accuracy_at (const SeesawClassTable *table, gint32 label, double gamma)
{
  return table != NULL ? seesaw_class_table_get_accuracy (table, (gsize) label, gamma)
                       : (double) NAN;
}

/* By number where that is the order of the words, so that sorting is as of numbers. */
static double
value_of_text (SeesawClassColumn column, const SeesawSubject *subject, gint32 label)
{
  const SeesawView *view = subject->view;
  SeesawConfusion most;

  if (column == SEESAW_CLASS_COLUMN_SIDE)
    return view->run->classes->seen[label];

  if (column == SEESAW_CLASS_COLUMN_CONFUSION && view->classes != NULL)
    return seesaw_class_table_list_confusions (view->classes, (gsize) label, subject->gamma, &most,
                                               1) > 0
               ? (double) most.n_samples
               : 0.0;

  return label;
}

/**
 * seesaw_class_column_get_value:
 * @subject: a view with classes, and with drift if there is one
 * @label: a class
 *
 * Returns: what the column is sorted by; NaN where undefined
 */
double
seesaw_class_column_get_value (SeesawClassColumn column, const SeesawSubject *subject, gint32 label)
{
  const SeesawView *view = subject->view;
  const SeesawDrift *drift = view->drift;
  double before = accuracy_at (view->classes, label, 0.0);

  switch (column)
    {
    case SEESAW_CLASS_COLUMN_SAMPLES:
      return view->classes != NULL
                 ? (double) seesaw_class_table_get_n_samples (view->classes, (gsize) label)
                 : (double) NAN;
    case SEESAW_CLASS_COLUMN_BEFORE:
      return before;
    case SEESAW_CLASS_COLUMN_ACCURACY:
      return accuracy_at (view->classes, label, subject->gamma);
    case SEESAW_CLASS_COLUMN_CHANGE:
      return accuracy_at (view->classes, label, subject->gamma) - before;
    case SEESAW_CLASS_COLUMN_NCM:
      return accuracy_at (view->ncm_classes, label, 0.0);
    case SEESAW_CLASS_COLUMN_NORM:
      return drift != NULL ? drift->norm[label] : (double) NAN;
    case SEESAW_CLASS_COLUMN_COSINE:
      return drift != NULL ? drift->cosine_to_start[label] : (double) NAN;
    case SEESAW_CLASS_COLUMN_BIAS:
      return drift != NULL ? drift->bias_change[label] : (double) NAN;
    case SEESAW_CLASS_COLUMN_NAME:
    case SEESAW_CLASS_COLUMN_SIDE:
    case SEESAW_CLASS_COLUMN_CONFUSION:
      return value_of_text (column, subject, label);
    case SEESAW_N_CLASS_COLUMNS:
    default:
      g_return_val_if_reached ((double) NAN);
    }
}

static char *
say_confusion (const SeesawSubject *subject, gint32 label)
{
  const SeesawView *view = subject->view;
  g_autofree char *name = NULL;
  SeesawConfusion most;

  if (view->classes == NULL || seesaw_class_table_list_confusions (view->classes, (gsize) label,
                                                                   subject->gamma, &most, 1) == 0)
    return g_strdup ("");

  name = seesaw_class_get_name (view->run->classes, most.predicted);

  /* Translators: a class, and how many samples were taken for it. */
  return g_strdup_printf (_ ("%s (%zu)"), name, most.n_samples);
}

/**
 * seesaw_class_column_get_text:
 * @subject: a view with classes, and with drift if there is one
 * @label: a class
 *
 * Returns: (transfer full): what a cell shows
 */
char *
seesaw_class_column_get_text (SeesawClassColumn column, const SeesawSubject *subject, gint32 label)
{
  const SeesawClasses *classes = subject->view->run->classes;

  if (column == SEESAW_CLASS_COLUMN_NAME)
    return seesaw_class_get_name (classes, label);
  if (column == SEESAW_CLASS_COLUMN_SIDE)
    return g_strdup (classes->seen[label] ? _ ("Seen") : _ ("Unseen"));
  if (column == SEESAW_CLASS_COLUMN_CONFUSION)
    return say_confusion (subject, label);

  return columns[column].format (seesaw_class_column_get_value (column, subject, label));
}
