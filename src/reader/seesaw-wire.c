/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What comes from the reading process may have been shaped by a hostile file: nothing is believed
 * that has not been checked here.
 */

#include "config.h"

#include "seesaw-wire.h"

#include "seesaw-error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#define SEALS (F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE)

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

static void
set_nonsense (GError **error, const char *what)
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
      set_nonsense (error, "names");
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
      set_nonsense (error, "counts");
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

typedef struct
{
  gpointer block;
  gsize size;
} Mapping;

static void
unmap (gpointer data)
{
  Mapping *mapping = data;

  munmap (mapping->block, mapping->size);
  g_free (mapping);
}

static SeesawSamples *
map_block (int fd, gsize n_samples, int protection, GError **error)
{
  Mapping *mapping;
  gsize size = MAX (seesaw_samples_size (n_samples), 1);
  gpointer block = mmap (NULL, size, protection, MAP_SHARED, fd, 0);

  if (block == MAP_FAILED)
    {
      g_set_error (error, SEESAW_ERROR, SEESAW_ERROR_READER,
                   _ ("no memory for the numbers of %zu samples: %s"), n_samples,
                   g_strerror (errno));
      return NULL;
    }

  mapping = g_new (Mapping, 1);
  *mapping = (Mapping){ block, size };

  return seesaw_samples_new_in (block, n_samples, unmap, mapping);
}

/**
 * seesaw_wire_allocate_samples:
 * @n_samples: number of samples
 * @fd: (out): the memory, to be sealed and sent once the samples are filled and released
 * @error: return location for a `SEESAW_ERROR`
 *
 * Returns: (transfer full): samples in memory that can be handed to another process, or %NULL
 *   with @error set
 */
SeesawSamples *
seesaw_wire_allocate_samples (gsize n_samples, int *fd, GError **error)
{
  SeesawSamples *samples;

  *fd = memfd_create ("seesaw-samples", MFD_CLOEXEC | MFD_ALLOW_SEALING);
  if (*fd < 0 || ftruncate (*fd, (off_t) MAX (seesaw_samples_size (n_samples), 1)) != 0)
    {
      g_set_error (error, SEESAW_ERROR, SEESAW_ERROR_READER,
                   _ ("no memory for the numbers of %zu samples: %s"), n_samples,
                   g_strerror (errno));
      samples = NULL;
    }
  else
    samples = map_block (*fd, n_samples, PROT_READ | PROT_WRITE, error);

  if (samples == NULL && *fd >= 0)
    close (*fd);

  return samples;
}

/**
 * seesaw_wire_seal_samples:
 * @fd: memory that is no longer mapped for writing
 * @error: return location for a `SEESAW_ERROR`
 *
 * Returns: whether the memory can no longer be changed by anybody
 */
gboolean
seesaw_wire_seal_samples (int fd, GError **error)
{
  if (fcntl (fd, F_ADD_SEALS, SEALS) == 0)
    return TRUE;

  g_set_error (error, SEESAW_ERROR, SEESAW_ERROR_READER, _ ("memory cannot be sealed: %s"),
               g_strerror (errno));

  return FALSE;
}

/* An index that is out of range would be used to look into an array. */
static gboolean
are_plausible (const SeesawSamples *samples, const SeesawClasses *classes)
{
  gint32 n_classes = (gint32) classes->n_classes;
  gboolean ok = TRUE;

  for (gsize i = 0; i < samples->n_samples && ok; i++)
    {
      gint32 seen = samples->seen_class[i];
      gint32 unseen = samples->unseen_class[i];

      ok = samples->label[i] >= -1 && samples->label[i] < n_classes && seen >= 0 &&
           seen < n_classes && unseen >= 0 && unseen < n_classes && classes->seen[seen] &&
           !classes->seen[unseen];
    }

  return ok;
}

/**
 * seesaw_wire_map_samples:
 * @fd: sealed memory
 * @classes: classes that the samples refer to
 * @n_samples: number of samples
 * @error: return location for a `SEESAW_ERROR`
 *
 * Returns: (transfer full): samples that see @fd, or %NULL with @error set if it is not what it
 *   should be; @fd may be closed either way
 */
SeesawSamples *
seesaw_wire_map_samples (int fd, const SeesawClasses *classes, gsize n_samples, GError **error)
{
  g_autoptr (SeesawSamples) samples = NULL;
  struct stat info;

  if (fstat (fd, &info) != 0 || (gsize) info.st_size != MAX (seesaw_samples_size (n_samples), 1) ||
      (fcntl (fd, F_GET_SEALS) & SEALS) != SEALS)
    {
      set_nonsense (error, "size");
      return NULL;
    }

  samples = map_block (fd, n_samples, PROT_READ, error);
  if (samples != NULL && !are_plausible (samples, classes))
    {
      set_nonsense (error, "classes");
      return NULL;
    }

  return g_steal_pointer (&samples);
}
