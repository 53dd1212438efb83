/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-style.h"

G_BEGIN_DECLS

/**
 * SeesawFigureSettings:
 * @style: how the figure is printed
 * @format: index in seesaw_figure_settings_list_formats()
 * @length_unit: index in seesaw_figure_settings_list_units()
 * @with_data: whether the numbers are written beside the figure
 * @with_marks: whether γ, and what is selected, are shown
 *
 * What was chosen for a figure when it was exported last.
 */
typedef struct
{
  SeesawFigureStyle style;
  guint format;
  guint length_unit;
  gboolean with_data;
  gboolean with_marks;
} SeesawFigureSettings;

void seesaw_figure_settings_init (SeesawFigureSettings *self);
void seesaw_figure_settings_clear (SeesawFigureSettings *self);
void seesaw_figure_settings_copy (SeesawFigureSettings *self, const SeesawFigureSettings *other);
const char *const *seesaw_figure_settings_list_formats (void);
const char *const *seesaw_figure_settings_list_units (void);

/**
 * SeesawFigureStyles:
 *
 * The settings of each figure, by its id.
 */
typedef struct _SeesawFigureStyles SeesawFigureStyles;

SeesawFigureStyles *seesaw_figure_styles_get_default (void);
SeesawFigureStyles *seesaw_figure_styles_new (const char *path) G_GNUC_WARN_UNUSED_RESULT;
void seesaw_figure_styles_free (SeesawFigureStyles *self);
void
seesaw_figure_styles_get (SeesawFigureStyles *self, const char *id, SeesawFigureSettings *settings);
void seesaw_figure_styles_set (SeesawFigureStyles *self,
                               const char *id,
                               const SeesawFigureSettings *settings);
JsonNode *seesaw_figure_styles_to_json (SeesawFigureStyles *self);
gboolean seesaw_figure_styles_from_json (SeesawFigureStyles *self, JsonNode *node, GError **error);
gboolean seesaw_figure_styles_load (SeesawFigureStyles *self, GError **error);
gboolean seesaw_figure_styles_save (SeesawFigureStyles *self, GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SeesawFigureSettings, seesaw_figure_settings_clear)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SeesawFigureStyles, seesaw_figure_styles_free)

G_END_DECLS
