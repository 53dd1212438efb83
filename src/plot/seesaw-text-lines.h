/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

/**
 * SeesawTextSpan:
 * @text: plain text
 * @family: the font it was measured in
 * @size: of the font, in user units
 * @is_bold: whether it is bold
 * @is_italic: whether it is slanted
 * @rise: how far its baseline is above that of the line, in user units
 *
 * A piece of a line that looks alike.
 */
typedef struct
{
  char *text;
  char *family;
  double size;
  gboolean is_bold;
  gboolean is_italic;
  double rise;
} SeesawTextSpan;

/**
 * SeesawTextLine:
 * @x: left, in user units
 * @width: of the line
 * @baseline: below the top of the text
 * @spans: (element-type SeesawTextSpan): what is written, in order
 */
typedef struct
{
  double x;
  double width;
  double baseline;
  GPtrArray *spans;
} SeesawTextLine;

GPtrArray *seesaw_text_lines_new (PangoLayout *layout) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
