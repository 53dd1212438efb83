/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-figure-styles.h"
#include "seesaw-page.h"

G_BEGIN_DECLS

/**
 * SeesawExportContent:
 *
 * What was on screen when somebody asked for it to be exported. It stays as it is while the run
 * that it is of is changed or closed. Immutable.
 */
typedef struct _SeesawExportContent SeesawExportContent;

SeesawExportContent *
seesaw_export_content_new (const SeesawFigure *figure,
                           const SeesawSubject *subject) G_GNUC_WARN_UNUSED_RESULT;
SeesawExportContent *
seesaw_export_content_new_compare (const SeesawCompareSubject *subject) G_GNUC_WARN_UNUSED_RESULT;
SeesawExportContent *seesaw_export_content_ref (SeesawExportContent *self);
void seesaw_export_content_unref (SeesawExportContent *self);
const char *seesaw_export_content_get_id (const SeesawExportContent *self);
SeesawPage *seesaw_export_content_make_page (const SeesawExportContent *self,
                                             const SeesawFigureSettings *settings,
                                             GError **error) G_GNUC_WARN_UNUSED_RESULT;
void seesaw_export_content_make_data (const SeesawExportContent *self,
                                      const char *path,
                                      GPtrArray *files);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SeesawExportContent, seesaw_export_content_unref)

G_END_DECLS
