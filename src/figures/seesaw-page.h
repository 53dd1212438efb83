/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-export-files.h"
#include "seesaw-figure-compare.h"
#include "seesaw-figure.h"
#include "seesaw-grid.h"
#include "seesaw-style.h"

#include <cairo.h>

G_BEGIN_DECLS

/**
 * SeesawPageContent:
 * @figures: (nullable): `[n_figures]`, what is on the page; those without anything to show are
 *   left out
 * @n_figures: number of them, 0 for a comparison
 * @subject: (nullable): what they are about
 * @with_overlay: whether γ, and what is selected, are shown
 * @compare: (nullable): what a comparison is about, if there are no figures
 *
 * What a page shows. It is looked at while the page is made, and not later.
 */
typedef struct
{
  const SeesawFigure *const *figures;
  gsize n_figures;
  const SeesawSubject *subject;
  gboolean with_overlay;
  const SeesawCompareSubject *compare;
} SeesawPageContent;

/**
 * SeesawPage:
 *
 * Figures in a style, ready to be printed. Immutable: it may be drawn and written by any thread,
 * one at a time.
 */
typedef struct _SeesawPage SeesawPage;

SeesawPage *seesaw_page_new (const SeesawPageContent *content,
                             const SeesawFigureStyle *style,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;
void seesaw_page_free (SeesawPage *self);
double seesaw_page_get_width (const SeesawPage *self);
double seesaw_page_get_height (const SeesawPage *self);
const SeesawGrid *seesaw_page_get_grid (const SeesawPage *self);
const SeesawTheme *seesaw_page_get_theme (const SeesawPage *self);
void seesaw_page_paint (const SeesawPage *self, cairo_t *cr);
gboolean
seesaw_page_make_files (const SeesawPage *self, const char *path, GPtrArray *files, GError **error);

void seesaw_page_content_make_data (const SeesawPageContent *content,
                                    const char *path,
                                    GPtrArray *files);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SeesawPage, seesaw_page_free)

G_END_DECLS
