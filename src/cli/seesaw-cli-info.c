/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "seesaw-cli.h"

#include <glib/gi18n.h>

/* What a dataset is for, told where it is missing. */
static const struct
{
  const char *suffix;
  const char *purpose;
} purposes[] = {
  { "/class/name", N_ ("names of the classes") },
  { "/test/feature", N_ ("NCM accuracies") },
  { "/train/label", N_ ("γ_ALG, with /train/logit") },
  { "/train/logit", N_ ("γ_ALG, with /train/label") },
  { "/train/feature", N_ ("NCM accuracies") },
  { "/classifier/weight", N_ ("the drift of the classifier’s weights") },
  { "/classifier/bias", N_ ("the drift of the classifier’s biases") },
  { "/seen", N_ ("γ_PCV, with label and logit of the fold") },
  { "/label", N_ ("γ_PCV, with seen and logit of the fold") },
  { "/logit", N_ ("γ_PCV, with seen and label of the fold") },
};

static const char *
purpose_of (const char *dataset)
{
  for (gsize i = 0; i < G_N_ELEMENTS (purposes); i++)
    if (g_str_has_suffix (dataset, purposes[i].suffix))
      return _ (purposes[i].purpose);

  return "";
}

static char *
print_number (GVariant *value)
{
  if (g_variant_is_of_type (value, G_VARIANT_TYPE_DOUBLE))
    return g_strdup_printf ("%g", g_variant_get_double (value));

  return g_variant_print (value, FALSE);
}

static void
print_attributes (const SeesawRun *run)
{
  GVariantIter iter;
  const char *key;
  GVariant *value;

  g_variant_iter_init (&iter, run->attributes);
  while (g_variant_iter_loop (&iter, "{&sv}", &key, &value))
    {
      g_autofree char *printed = g_variant_is_of_type (value, G_VARIANT_TYPE_STRING)
                                     ? g_variant_dup_string (value, NULL)
                                     : print_number (value);

      g_print ("  %-20s %s\n", key, printed);
    }
}

static void
print_roles (const SeesawRun *run)
{
  for (guint i = 0; i < run->roles->len; i++)
    {
      const SeesawRole *role = g_ptr_array_index (run->roles, i);

      if (role->found)
        g_print ("  %-20s %s\n", role->dataset, role->storage);
      else
        g_print (_ ("  %-20s missing; record it for %s\n"), role->dataset,
                 purpose_of (role->dataset));
    }
}

static void
print_run (const SeesawRun *run)
{
  g_autofree char *train = g_strdup_printf (
      ngettext ("%zu training sample", "%zu training samples", run->n_train_samples),
      run->n_train_samples);
  g_autofree char *folds =
      g_strdup_printf (ngettext ("%zu fold", "%zu folds", run->n_folds), run->n_folds);

  g_print ("%s\n", run->name);
  g_print (ngettext ("%zu classes (%zu seen, %zu unseen), %zu test sample\n",
                     "%zu classes (%zu seen, %zu unseen), %zu test samples\n", run->n_samples),
           run->classes->n_classes, run->classes->n_seen,
           run->classes->n_classes - run->classes->n_seen, run->n_samples);
  g_print ("%s, %s\n", train, folds);
  g_print (_ ("epochs"));
  for (gsize e = 0; e < run->n_epochs; e++)
    g_print (" %d", run->epochs[e]);
  g_print ("\n\n%s\n", _ ("Attributes"));
  print_attributes (run);
  g_print ("\n%s\n", _ ("Datasets"));
  print_roles (run);
}

/**
 * seesaw_cli_info:
 *
 * seesaw-cli info FILE: what the file holds, which roles were found, what is missing.
 *
 * Returns: whether it could be told
 */
gboolean
seesaw_cli_info (int argc, char **argv, GError **error)
{
  const GOptionEntry entries[] = { { 0 } };
  g_autoptr (SeesawReader) reader = NULL;

  if (!seesaw_cli_parse (g_option_context_new (_ ("FILE")), &argc, &argv, entries, error))
    return FALSE;

  if (argc != 2)
    return seesaw_cli_set_usage (error, _ ("info takes one file"));

  reader = seesaw_reader_open (argv[1], NULL, error);
  if (reader == NULL)
    return FALSE;

  print_run (seesaw_reader_get_run (reader));

  return TRUE;
}
