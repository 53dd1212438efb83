/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Of a document whose texts seesaw_latex_add_any() wrote: what it says of them, and a command that
 * they need.
 */
#define SEESAW_LATEX_ABOUT_OTHER                                                                   \
  "% Letters that pdfLaTeX lacks are question marks there;\n"                                      \
  "% \\newcommand\\seesawother[2]{#1} keeps them.\n"
#define SEESAW_LATEX_DEFINE_OTHER                                                                  \
  "\\providecommand\\seesawother[2]{\\ifdefined\\XeTeXversion #1\\else"                            \
  "\\ifdefined\\directlua #1\\else #2\\fi\\fi}%\n"

void seesaw_latex_add_any (GString *latex, const char *text);
void seesaw_latex_add_text (GString *latex, const char *text);
gboolean seesaw_latex_is_plain (const char *text);

G_END_DECLS
