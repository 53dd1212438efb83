/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-export-files.h"
#include "seesaw-export.h"

G_BEGIN_DECLS

/**
 * SeesawExportJob:
 * @grid: scenes on one page
 * @theme: how they look, in points
 * @page: its size
 * @info: what the file says of itself
 * @path: the file
 *
 * What is to be written.
 */
typedef struct
{
  const SeesawGrid *grid;
  const SeesawTheme *theme;
  const SeesawExportPage *page;
  const SeesawExportInfo *info;
  const char *path;
} SeesawExportJob;

/* seesaw-export.c */
cairo_status_t seesaw_export_append (void *closure, const unsigned char *data, unsigned int length);
void seesaw_export_draw (const SeesawExportJob *job, double scale, cairo_t *cr);
gboolean
seesaw_export_check_drawn (const SeesawExportJob *job, cairo_status_t status, GError **error);
gboolean seesaw_export_draw_vector (const SeesawExportJob *job,
                                    cairo_surface_t *surface,
                                    cairo_t *cr,
                                    GError **error);
GDateTime *seesaw_export_get_date (void);

/* One file each. */
GBytes *seesaw_export_to_pdf (const SeesawExportJob *job, GError **error);
GBytes *seesaw_export_to_eps (const SeesawExportJob *job, GError **error);
GBytes *seesaw_export_to_png (const SeesawExportJob *job, GError **error);
GBytes *seesaw_export_to_svg (const SeesawExportJob *job, GError **error);

/* A document and its data. */
void seesaw_export_to_tex (const SeesawExportJob *job, GPtrArray *files);

G_END_DECLS
