/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-page.h"

G_BEGIN_DECLS

/**
 * SeesawPrintOptions:
 * @output: (nullable): where to
 * @with_data: whether the numbers go beside it
 * @settings: (nullable): what was said about the style, name and text in turn
 *
 * How any figure is printed, as the command line has it.
 */
typedef struct
{
  char *output;
  gboolean with_data;
  GPtrArray *settings;
} SeesawPrintOptions;

void seesaw_print_options_clear (SeesawPrintOptions *self);
void seesaw_print_options_add (SeesawPrintOptions *self, GOptionContext *context);
gboolean seesaw_print_options_get_style (const SeesawPrintOptions *self,
                                         SeesawFigureStyle *style,
                                         GError **error);
gboolean seesaw_print_options_print (const SeesawPrintOptions *self,
                                     const SeesawPageContent *content,
                                     const SeesawFigureStyle *style,
                                     GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SeesawPrintOptions, seesaw_print_options_clear)

G_END_DECLS
