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
 */
typedef enum
{
  SEESAW_EXPORT_ERROR_FORMAT,
  SEESAW_EXPORT_ERROR_SIZE,
  SEESAW_EXPORT_ERROR_WRITE,
} SeesawExportError;

GQuark seesaw_export_error_quark (void);

gboolean seesaw_export_file (SeesawScene *scene,
                             const SeesawScene *overlay,
                             const SeesawTheme *theme,
                             double width,
                             double height,
                             const char *path,
                             GError **error);
gboolean seesaw_export_grid (const SeesawGrid *grid,
                             const SeesawTheme *theme,
                             double width,
                             double height,
                             const char *path,
                             GError **error);
GBytes *seesaw_export_png (SeesawScene *scene,
                           const SeesawScene *overlay,
                           const SeesawTheme *theme,
                           double width,
                           double height,
                           double scale);

G_END_DECLS
