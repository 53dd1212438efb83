/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Memory for large arrays. The first touch of a page costs a visit to the kernel, which takes
 * longer than what is done with the page afterwards: 0.1 to 0.3 µs on a bare machine, a hundred
 * times that on some virtual ones. So large arrays ask for huge pages.
 */

#include "config.h"

#include "seesaw-memory.h"

#include <sys/mman.h>

#define HUGE_PAGE ((gsize) 2 << 20)
#define LEAST_LARGE ((gsize) 1 << 20)

/* From @from to the next multiple of a huge page. */
static gsize
gap_before (const char *from)
{
  return (HUGE_PAGE - (gsize) from % HUGE_PAGE) % HUGE_PAGE;
}

static gpointer
map_aligned (gsize size)
{
  char *block =
      mmap (NULL, size + HUGE_PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  gsize before;

  if (block == MAP_FAILED)
    g_error ("no memory for %zu bytes", size);

  before = gap_before (block);
  if (before > 0)
    munmap (block, before);
  munmap (block + before + size, HUGE_PAGE - before);
#ifdef MADV_HUGEPAGE
  madvise (block + before, size, MADV_HUGEPAGE);
#endif

  return block + before;
}

static gsize
round_up (gsize size)
{
  return (size + HUGE_PAGE - 1) / HUGE_PAGE * HUGE_PAGE;
}

/**
 * seesaw_memory_new:
 * @size: bytes
 *
 * Aborts if there is no memory, as g_malloc() does.
 *
 * Returns: (transfer full): that many zeros, for seesaw_memory_free()
 */
gpointer
seesaw_memory_new (gsize size)
{
  if (size < LEAST_LARGE)
    return g_malloc0 (MAX (size, 1));
  if (size > G_MAXSSIZE - 2 * HUGE_PAGE)
    g_error ("no memory for %zu bytes", size);

  return map_aligned (round_up (size));
}

/**
 * seesaw_memory_free:
 * @memory: (nullable): what seesaw_memory_new() returned
 * @size: what it was asked for
 */
void
seesaw_memory_free (gpointer memory, gsize size)
{
  if (size < LEAST_LARGE)
    g_free (memory);
  else if (memory != NULL)
    munmap (memory, round_up (size));
}
