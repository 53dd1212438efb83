/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What comes from the reading process may have been shaped by a hostile file: nothing is believed
 * that has not been checked here.
 */

#include "config.h"

#include "seesaw-wire.h"

#include "seesaw-error.h"

#include <glib/gi18n-lib.h>

static const GDBusErrorEntry error_entries[] = {
  { SEESAW_ERROR_ACCESS, "org.seesaw.Seesaw.Error.Access" },
  { SEESAW_ERROR_FORMAT, "org.seesaw.Seesaw.Error.Format" },
  { SEESAW_ERROR_MISSING, "org.seesaw.Seesaw.Error.Missing" },
  { SEESAW_ERROR_SHAPE, "org.seesaw.Seesaw.Error.Shape" },
  { SEESAW_ERROR_TYPE, "org.seesaw.Seesaw.Error.Type" },
  { SEESAW_ERROR_LABEL, "org.seesaw.Seesaw.Error.Label" },
  { SEESAW_ERROR_EMPTY, "org.seesaw.Seesaw.Error.Empty" },
  { SEESAW_ERROR_DAMAGED, "org.seesaw.Seesaw.Error.Damaged" },
  { SEESAW_ERROR_UNSUPPORTED, "org.seesaw.Seesaw.Error.Unsupported" },
  { SEESAW_ERROR_READER, "org.seesaw.Seesaw.Error.Reader" },
  { SEESAW_ERROR_ARGUMENT, "org.seesaw.Seesaw.Error.Argument" },
};

/**
 * seesaw_wire_register_errors:
 *
 * Lets `SEESAW_ERROR` cross the connection, in either direction. May be called more than once.
 */
void
seesaw_wire_register_errors (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (error_entries); i++)
    g_dbus_error_register_error (SEESAW_ERROR, error_entries[i].error_code,
                                 error_entries[i].dbus_error_name);
}

/**
 * seesaw_wire_set_nonsense:
 * @error: return location for a `SEESAW_ERROR`
 * @what: which part of an answer cannot be
 */
void
seesaw_wire_set_nonsense (GError **error, const char *what)
{
  g_set_error (error, SEESAW_ERROR, SEESAW_ERROR_READER,
               _ ("the reader answered nonsense (%s); the file is probably damaged"), what);
}

/**
 * seesaw_wire_pack_mask:
 * @classes: classes
 *
 * Returns: (transfer floating): `ay`, which of them are seen
 */
GVariant *
seesaw_wire_pack_mask (const SeesawClasses *classes)
{
  return g_variant_new_fixed_array (G_VARIANT_TYPE_BYTE, classes->seen, classes->n_classes, 1);
}

/**
 * seesaw_wire_unpack_mask:
 * @mask: `ay`, which classes are seen
 * @names: (nullable): as many names, %NULL-terminated, or none
 * @error: return location for a `SEESAW_ERROR`
 *
 * Returns: (transfer full): the classes, or %NULL with @error set
 */
SeesawClasses *
seesaw_wire_unpack_mask (GVariant *mask, const char *const *names, GError **error)
{
  gsize n_classes;
  const guint8 *seen = g_variant_get_fixed_array (mask, &n_classes, 1);
  gsize n_names = names != NULL ? g_strv_length ((char **) names) : 0;

  if (n_names != 0 && n_names != n_classes)
    {
      seesaw_wire_set_nonsense (error, "names");
      return NULL;
    }

  return seesaw_classes_new (seen, n_names > 0 ? names : NULL, n_classes, error);
}

/**
 * seesaw_wire_pack_run:
 * @run: a run
 *
 * Returns: (transfer floating): the run as %SEESAW_WIRE_RUN_TYPE
 */
GVariant *
seesaw_wire_pack_run (const SeesawRun *run)
{
  const char *const none[] = { NULL };
  GVariantBuilder roles = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a(sbs)"));
  GVariant *fields[9];

  for (guint i = 0; i < run->roles->len; i++)
    {
      const SeesawRole *role = g_ptr_array_index (run->roles, i);

      g_variant_builder_add (&roles, "(sbs)", role->dataset, role->found, role->storage);
    }

  fields[0] = g_variant_new_string (run->name);
  fields[1] = seesaw_wire_pack_mask (run->classes);
  fields[2] = g_variant_new_strv (run->classes->names != NULL ? run->classes->names : none, -1);
  fields[3] = g_variant_new_fixed_array (G_VARIANT_TYPE_INT32, run->epochs, run->n_epochs,
                                         sizeof *run->epochs);
  fields[4] = g_variant_new_uint64 (run->n_samples);
  fields[5] = g_variant_new_uint64 (run->n_train_samples);
  fields[6] = g_variant_new_uint64 (run->n_folds);
  fields[7] = run->attributes;
  fields[8] = g_variant_builder_end (&roles);

  return g_variant_new_tuple (fields, G_N_ELEMENTS (fields));
}

static void
unpack_roles (SeesawRun *run, GVariant *roles)
{
  GVariantIter iter;
  const char *dataset;
  const char *storage;
  gboolean found;

  g_variant_iter_init (&iter, roles);
  while (g_variant_iter_next (&iter, "(&sb&s)", &dataset, &found, &storage))
    g_ptr_array_add (run->roles, seesaw_role_new (dataset, found, storage));
}

/**
 * seesaw_wire_unpack_run:
 * @packed: a run as %SEESAW_WIRE_RUN_TYPE
 * @path: where its file is
 * @error: return location for a `SEESAW_ERROR`
 *
 * Returns: (transfer full): the run, or %NULL with @error set
 */
SeesawRun *
seesaw_wire_unpack_run (GVariant *packed, const char *path, GError **error)
{
  g_autoptr (GVariant) mask = g_variant_get_child_value (packed, 1);
  g_autoptr (GVariant) names = g_variant_get_child_value (packed, 2);
  g_autoptr (GVariant) numbers = g_variant_get_child_value (packed, 3);
  g_autoptr (GVariant) roles = g_variant_get_child_value (packed, 8);
  g_autofree const char **strv = g_variant_get_strv (names, NULL);
  g_autoptr (SeesawClasses) classes = seesaw_wire_unpack_mask (mask, strv, error);
  const gint32 *epochs;
  const char *name;
  guint64 counts[3];
  gsize n_epochs;
  SeesawRun *run;

  if (classes == NULL)
    return NULL;

  epochs = g_variant_get_fixed_array (numbers, &n_epochs, sizeof *epochs);
  g_variant_get_child (packed, 0, "&s", &name);
  for (gsize i = 0; i < G_N_ELEMENTS (counts); i++)
    g_variant_get_child (packed, 4 + i, "t", &counts[i]);

  if (n_epochs == 0 || counts[0] == 0 || counts[0] > G_MAXINT64 / seesaw_samples_size (1))
    {
      seesaw_wire_set_nonsense (error, "counts");
      return NULL;
    }

  run = seesaw_run_new (path, name, classes, epochs, n_epochs);
  run->n_samples = counts[0];
  run->n_train_samples = counts[1];
  run->n_folds = counts[2];
  g_variant_unref (run->attributes);
  run->attributes = g_variant_get_child_value (packed, 7);
  unpack_roles (run, roles);

  return run;
}
