/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The numbers behind a page, beside it. */

#include "config.h"

#include "seesaw-page.h"

#include "seesaw-error.h"

#include <string.h>

/* "out.pdf" becomes "out.csv", or "out-curve.csv" where the page has several figures, or where
 * LaTeX has data of its own in "out.csv".
 */
static char *
name_file (const char *path, const char *id)
{
  const char *base = strrchr (path, G_DIR_SEPARATOR);
  const char *dot = strrchr (base != NULL ? base : path, '.');
  g_autofree char *stem = dot != NULL ? g_strndup (path, (gsize) (dot - path)) : g_strdup (path);

  return id != NULL ? g_strdup_printf ("%s-%s.csv", stem, id) : g_strconcat (stem, ".csv", NULL);
}

static gboolean
write_csv (const char *path, const char *id, const char *csv, GError **error)
{
  g_autofree char *file = name_file (path, id);
  g_autoptr (GError) cause = NULL;

  if (g_file_set_contents (file, csv, -1, &cause))
    return TRUE;

  g_set_error (error, SEESAW_ERROR, SEESAW_ERROR_WRITE, "%s: %s", file, cause->message);

  return FALSE;
}

static gboolean
is_shown (const SeesawFigure *figure, const SeesawSubject *subject)
{
  SeesawScene *scene = figure->new_scene (subject);
  gboolean is_there = scene != NULL;

  g_clear_pointer (&scene, seesaw_scene_unref);

  return is_there;
}

/**
 * seesaw_page_content_write_data:
 * @path: the file of the page; the tables get names like it, which end in .csv
 * @error: return location for a `SEESAW_ERROR`
 *
 * Writes the numbers behind a page: a table for each figure.
 *
 * Returns: whether they were written
 */
gboolean
seesaw_page_content_write_data (const SeesawPageContent *self, const char *path, GError **error)
{
  gboolean is_tex = g_str_has_suffix (path, ".tex");

  if (self->n_figures == 0)
    {
      g_autofree char *csv = seesaw_compare_to_csv (self->compare);

      return write_csv (path, is_tex ? "compare" : NULL, csv, error);
    }

  for (gsize i = 0; i < self->n_figures; i++)
    {
      const SeesawFigure *figure = self->figures[i];
      g_autofree char *csv =
          is_shown (figure, self->subject) ? figure->to_csv (self->subject) : NULL;

      if (csv != NULL &&
          !write_csv (path, self->n_figures > 1 || is_tex ? figure->id : NULL, csv, error))
        return FALSE;
    }

  return TRUE;
}
