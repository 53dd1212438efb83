/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Arrays that go from one process to another without being copied: memory that one fills and seals,
 * and the other maps.
 */

#include "config.h"

#include "seesaw-wire.h"

#include "seesaw-error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#define SEALS (F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE)

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

static void
set_no_memory (GError **error, gsize size)
{
  g_set_error (error, SEESAW_ERROR, SEESAW_ERROR_READER, _ ("no memory for %zu bytes: %s"), size,
               g_strerror (errno));
}

static Mapping *
map (int fd, gsize size, int protection, GError **error)
{
  Mapping *mapping;
  gpointer block = mmap (NULL, MAX (size, 1), protection, MAP_SHARED, fd, 0);

  if (block == MAP_FAILED)
    {
      set_no_memory (error, size);
      return NULL;
    }

  mapping = g_new (Mapping, 1);
  *mapping = (Mapping){ block, MAX (size, 1) };

  return mapping;
}

static Mapping *
allocate (gsize size, int *fd, GError **error)
{
  Mapping *mapping = NULL;

  *fd = memfd_create ("seesaw", MFD_CLOEXEC | MFD_ALLOW_SEALING);
  if (*fd < 0 || ftruncate (*fd, (off_t) MAX (size, 1)) != 0)
    set_no_memory (error, size);
  else
    mapping = map (*fd, size, PROT_READ | PROT_WRITE, error);

  if (mapping == NULL && *fd >= 0)
    close (*fd);

  return mapping;
}

/* Whether nobody can change @fd any more, and it is as large as it should be. */
static gboolean
is_sealed (int fd, gsize size, GError **error)
{
  struct stat info;

  if (fstat (fd, &info) == 0 && (gsize) info.st_size == MAX (size, 1) &&
      (fcntl (fd, F_GET_SEALS) & SEALS) == SEALS)
    return TRUE;

  seesaw_wire_set_nonsense (error, "size");

  return FALSE;
}

static Mapping *
map_sealed (int fd, gsize size, GError **error)
{
  return is_sealed (fd, size, error) ? map (fd, size, PROT_READ, error) : NULL;
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
  Mapping *mapping = allocate (seesaw_samples_size (n_samples), fd, error);

  return mapping != NULL ? seesaw_samples_new_in (mapping->block, n_samples, unmap, mapping) : NULL;
}

static gboolean
write_all (int fd, const char *bytes, gsize size)
{
  while (size > 0)
    {
      gssize written = write (fd, bytes, size);

      if (written <= 0 && errno != EINTR)
        return FALSE;

      bytes += MAX (written, 0);
      size -= (gsize) MAX (written, 0);
    }

  return TRUE;
}

/**
 * seesaw_wire_store_drift:
 * @drift: a drift
 * @fd: (out): memory that holds it, to be sealed and sent
 * @error: return location for a `SEESAW_ERROR`
 *
 * A drift is read more often than handed over, so that it pays to have it in huge pages on both
 * sides, which shared memory has not: it is copied.
 *
 * Returns: whether there was memory for it
 */
gboolean
seesaw_wire_store_drift (const SeesawDrift *drift, int *fd, GError **error)
{
  gsize size = seesaw_drift_size (drift->n_classes, drift->n_features);

  *fd = memfd_create ("seesaw", MFD_CLOEXEC | MFD_ALLOW_SEALING);
  if (*fd >= 0 && write_all (*fd, (const char *) drift->weight_norm, size))
    return TRUE;

  set_no_memory (error, size);
  if (*fd >= 0)
    close (*fd);

  return FALSE;
}

/**
 * seesaw_wire_seal:
 * @fd: memory that is no longer mapped for writing
 * @error: return location for a `SEESAW_ERROR`
 *
 * Returns: whether the memory can no longer be changed by anybody
 */
gboolean
seesaw_wire_seal (int fd, GError **error)
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
  Mapping *mapping = map_sealed (fd, seesaw_samples_size (n_samples), error);
  g_autoptr (SeesawSamples) samples = NULL;

  if (mapping == NULL)
    return NULL;

  samples = seesaw_samples_new_in (mapping->block, n_samples, unmap, mapping);
  if (!are_plausible (samples, classes))
    {
      seesaw_wire_set_nonsense (error, "classes");
      return NULL;
    }

  return g_steal_pointer (&samples);
}

static gboolean
read_all (int fd, char *bytes, gsize size)
{
  for (gsize done = 0; done < size;)
    {
      gssize got = pread (fd, bytes + done, size - done, (off_t) done);

      if (got == 0 || (got < 0 && errno != EINTR))
        return FALSE;

      done += (gsize) MAX (got, 0);
    }

  return TRUE;
}

/**
 * seesaw_wire_load_drift:
 * @fd: sealed memory
 * @n_classes: number of classes
 * @n_features: number of features
 * @error: return location for a `SEESAW_ERROR`
 *
 * Returns: (transfer full): a copy of the drift in @fd, or %NULL with @error set if it is not what
 * it should be
 */
SeesawDrift *
seesaw_wire_load_drift (int fd, gsize n_classes, gsize n_features, GError **error)
{
  g_autoptr (SeesawDrift) drift = NULL;
  gsize size;

  if (n_features == 0 || n_features > G_MAXINT32 ||
      n_classes > G_MAXSSIZE / seesaw_drift_size (1, n_features))
    {
      seesaw_wire_set_nonsense (error, "features");
      return NULL;
    }

  size = seesaw_drift_size (n_classes, n_features);
  if (!is_sealed (fd, size, error))
    return NULL;

  drift = seesaw_drift_new (n_classes, n_features);
  if (!read_all (fd, (char *) drift->weight_norm, size))
    {
      seesaw_wire_set_nonsense (error, "memory");
      return NULL;
    }

  return g_steal_pointer (&drift);
}
