/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "seesaw-export-content.h"

struct _SeesawExportContent
{
  const SeesawFigure *figure; /* NULL: a comparison */
  SeesawSubject subject;
  SeesawCompareSubject *compare;
};

static const SeesawRunSubject *
copy_runs (const SeesawSubject *subject)
{
  SeesawRunSubject *runs = g_new (SeesawRunSubject, subject->n_runs);

  for (gsize i = 0; i < subject->n_runs; i++)
    {
      runs[i] = subject->runs[i];
      seesaw_view_ref ((SeesawView *) runs[i].view);
      runs[i].name = g_strdup (runs[i].name);
    }

  return runs;
}

/**
 * seesaw_export_content_new:
 * @figure: one of the table
 * @subject: what it is about; what is beside the figure on screen is not on paper
 *
 * Returns: (transfer full): a copy that stays
 */
SeesawExportContent *
seesaw_export_content_new (const SeesawFigure *figure, const SeesawSubject *subject)
{
  SeesawExportContent *self = g_atomic_rc_box_new0 (SeesawExportContent);

  self->figure = figure;
  self->subject = *subject;
  self->subject.hides_legend = FALSE;
  seesaw_view_ref ((SeesawView *) subject->view);
  self->subject.runs = copy_runs (subject);

  return self;
}

/**
 * seesaw_export_content_new_compare:
 * @subject: one metric of runs
 *
 * Returns: (transfer full): a copy that stays
 */
SeesawExportContent *
seesaw_export_content_new_compare (const SeesawCompareSubject *subject)
{
  SeesawExportContent *self = g_atomic_rc_box_new0 (SeesawExportContent);

  g_return_val_if_fail (subject->n_metrics == 1, NULL);

  self->compare = seesaw_compare_subject_copy (subject);

  return self;
}

/**
 * seesaw_export_content_ref:
 *
 * Returns: (transfer full): the same
 */
SeesawExportContent *
seesaw_export_content_ref (SeesawExportContent *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
content_clear (gpointer data)
{
  SeesawExportContent *self = data;

  if (self->figure == NULL)
    {
      seesaw_compare_subject_free (self->compare);
      return;
    }

  for (gsize i = 0; i < self->subject.n_runs; i++)
    {
      seesaw_view_unref ((SeesawView *) self->subject.runs[i].view);
      g_free ((char *) self->subject.runs[i].name);
    }
  g_free ((SeesawRunSubject *) self->subject.runs);
  seesaw_view_unref ((SeesawView *) self->subject.view);
}

/**
 * seesaw_export_content_unref:
 * @self: (transfer full): no longer needed
 */
void
seesaw_export_content_unref (SeesawExportContent *self)
{
  g_atomic_rc_box_release_full (self, content_clear);
}

/**
 * seesaw_export_content_get_id:
 *
 * Returns: (transfer none): name of the figure on the command line and of files
 */
const char *
seesaw_export_content_get_id (const SeesawExportContent *self)
{
  return self->figure != NULL ? self->figure->id : "compare";
}

static SeesawPageContent
get_content (const SeesawExportContent *self, gboolean with_marks)
{
  return (SeesawPageContent){ .figures = &self->figure,
                              .n_figures = self->figure != NULL ? 1 : 0,
                              .subject = &self->subject,
                              .with_overlay = with_marks,
                              .compare = self->compare };
}

/**
 * seesaw_export_content_make_page:
 * @settings: how it shall look
 * @error: return location for a `SEESAW_ERROR`
 *
 * Returns: (transfer full): a page, or %NULL with @error set as by seesaw_page_new()
 */
SeesawPage *
seesaw_export_content_make_page (const SeesawExportContent *self,
                                 const SeesawFigureSettings *settings,
                                 GError **error)
{
  SeesawPageContent content = get_content (self, settings->with_marks);

  return seesaw_page_new (&content, &settings->style, error);
}

/**
 * seesaw_export_content_make_data:
 * @path: the file of the figure; that of the numbers has a name like it
 * @files: gets the numbers
 */
void
seesaw_export_content_make_data (const SeesawExportContent *self,
                                 const char *path,
                                 GPtrArray *files)
{
  SeesawPageContent content = get_content (self, TRUE);

  seesaw_page_content_make_data (&content, path, files);
}
