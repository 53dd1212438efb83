/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "seesaw-figure-info.h"

#include <glib/gi18n-lib.h>

struct _SeesawFigureInfo
{
  char *title;
  char *description;
  char *keywords;
};

static void
add_file (GString *description, const SeesawRun *run)
{
  g_autofree char *base = g_path_get_basename (run->path);
  g_autofree char *name = g_filename_display_name (base);

  if (description->len > 0)
    g_string_append (description, "; ");
  g_string_append (description, name);
}

/* Numbers and words as programs read them, whatever the language. */
static void
add_run (GString *description, const SeesawView *view, double gamma, gboolean by_score)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  add_file (description, view->run);
  if (by_score && view->request.score == SEESAW_SCORE_NCM)
    g_string_append (description, ", NCM");
  g_string_append_printf (description, ", γ = %s",
                          g_ascii_formatd (digits, sizeof digits, "%.9g", gamma));
}

/**
 * seesaw_figure_info_new:
 * @title: what it shows, translated
 * @id: name of the figure, or of its group
 * @subject: what it is about
 * @by_score: whether it is another one where classes are ranked by other scores
 *
 * Returns: (transfer full): what a file of a figure says of itself
 */
SeesawFigureInfo *
seesaw_figure_info_new (const char *title,
                        const char *id,
                        const SeesawSubject *subject,
                        gboolean by_score)
{
  SeesawFigureInfo *self = g_new0 (SeesawFigureInfo, 1);
  GString *description = g_string_new (NULL);

  if (!seesaw_subject_has_runs (subject))
    add_run (description, subject->view, subject->gamma, by_score);
  for (gsize i = 0; seesaw_subject_has_runs (subject) && i < subject->n_runs; i++)
    add_run (description, subject->runs[i].view, subject->runs[i].gamma, by_score);

  self->title = g_strdup (title);
  self->keywords = g_strdup (id);
  self->description = g_string_free (description, FALSE);

  return self;
}

/**
 * seesaw_figure_info_new_compare:
 * @subject: what it is about
 *
 * Returns: (transfer full): the same for the figure of several runs; each has its own γ
 */
SeesawFigureInfo *
seesaw_figure_info_new_compare (const SeesawCompareSubject *subject)
{
  SeesawFigureInfo *self = g_new0 (SeesawFigureInfo, 1);
  GString *description = g_string_new (NULL);

  for (guint i = 0; i < subject->comparison->runs->len; i++)
    add_file (description, seesaw_comparison_get (subject->comparison, i)->run);

  self->title = g_strdup (_ ("Metrics of several runs over what they differ in"));
  self->keywords = g_strdup ("compare");
  self->description = g_string_free (description, FALSE);

  return self;
}

/**
 * seesaw_figure_info_free:
 * @self: (transfer full): the info
 */
void
seesaw_figure_info_free (SeesawFigureInfo *self)
{
  g_free (self->title);
  g_free (self->description);
  g_free (self->keywords);
  g_free (self);
}

/**
 * seesaw_figure_info_get:
 * @self: the info; must outlive what is returned
 *
 * Returns: what is to be written
 */
SeesawExportInfo
seesaw_figure_info_get (const SeesawFigureInfo *self)
{
  return (SeesawExportInfo){ .title = self->title,
                             .creator = "Seesaw " PACKAGE_VERSION,
                             .description = self->description,
                             .keywords = self->keywords };
}
