/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The numbers behind a page, beside it. */

#include "config.h"

#include "seesaw-page.h"

#include <string.h>

/* "out.pdf" becomes "out.csv", or "out-curve.csv" where the page has several figures. */
static char *
name_file (const char *path, const char *id)
{
  const char *base = strrchr (path, G_DIR_SEPARATOR);
  const char *dot = strrchr (base != NULL ? base : path, '.');
  g_autofree char *stem = dot != NULL ? g_strndup (path, (gsize) (dot - path)) : g_strdup (path);

  return id != NULL ? g_strdup_printf ("%s-%s.csv", stem, id) : g_strconcat (stem, ".csv", NULL);
}

/* Takes the table. */
static void
add_csv (GPtrArray *files, const char *path, const char *id, char *csv)
{
  g_autofree char *file = name_file (path, id);

  seesaw_export_files_add (files, file, g_bytes_new_take (csv, strlen (csv)));
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
 * seesaw_page_content_make_data:
 * @path: the file of the page; the tables get names like it, which end in .csv
 * @files: gets the numbers behind a page: a table for each figure
 */
void
seesaw_page_content_make_data (const SeesawPageContent *self, const char *path, GPtrArray *files)
{
  if (self->n_figures == 0)
    add_csv (files, path, NULL, seesaw_compare_to_csv (self->compare));

  for (gsize i = 0; i < self->n_figures; i++)
    {
      const SeesawFigure *figure = self->figures[i];

      if (is_shown (figure, self->subject))
        add_csv (files, path, self->n_figures > 1 ? figure->id : NULL,
                 figure->to_csv (self->subject));
    }
}
