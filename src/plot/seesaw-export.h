/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-grid.h"

G_BEGIN_DECLS

#define SEESAW_EXPORT_ERROR (seesaw_export_error_quark ())

/**
 * SeesawExportError:
 * @SEESAW_EXPORT_ERROR_FORMAT: the file's name ends in no known way
 * @SEESAW_EXPORT_ERROR_SIZE: the size is no size for a figure
 * @SEESAW_EXPORT_ERROR_WRITE: the file cannot be written
 * @SEESAW_EXPORT_ERROR_CANCELLED: nobody waits for the file any more
 */
typedef enum
{
  SEESAW_EXPORT_ERROR_FORMAT,
  SEESAW_EXPORT_ERROR_SIZE,
  SEESAW_EXPORT_ERROR_WRITE,
  SEESAW_EXPORT_ERROR_CANCELLED,
} SeesawExportError;

/**
 * SeesawExportPage:
 * @width: in points, from half an inch to a hundred
 * @height: likewise
 * @dpi: dots per inch of a PNG; 0 for 300
 */
typedef struct
{
  double width;
  double height;
  double dpi;
} SeesawExportPage;

/**
 * SeesawExportInfo:
 * @title: (nullable): what it shows
 * @creator: (nullable): the program that made it
 * @description: (nullable): what it was made from
 * @keywords: (nullable): what it is about, with commas between
 *
 * What a file says of itself, as plain text.
 */
typedef struct
{
  const char *title;
  const char *creator;
  const char *description;
  const char *keywords;
} SeesawExportInfo;

GQuark seesaw_export_error_quark (void);

gboolean seesaw_export_file (SeesawScene *scene,
                             const SeesawScene *overlay,
                             const SeesawTheme *theme,
                             const SeesawExportPage *page,
                             const SeesawExportInfo *info,
                             const char *path,
                             GError **error);
gboolean seesaw_export_make_files (const SeesawGrid *grid,
                                   const SeesawTheme *theme,
                                   const SeesawExportPage *page,
                                   const SeesawExportInfo *info,
                                   const char *path,
                                   GPtrArray *files,
                                   GError **error);
gboolean seesaw_export_grid (const SeesawGrid *grid,
                             const SeesawTheme *theme,
                             const SeesawExportPage *page,
                             const SeesawExportInfo *info,
                             const char *path,
                             GError **error);

G_END_DECLS
