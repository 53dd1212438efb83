/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-style.h"

G_BEGIN_DECLS

/**
 * SeesawStyleKind:
 * @SEESAW_STYLE_PRESET: the id of a preset, or nothing
 * @SEESAW_STYLE_LENGTH: points, or a length with its unit; 0 is nothing
 * @SEESAW_STYLE_TEXT: a text
 * @SEESAW_STYLE_NUMBER: a number
 * @SEESAW_STYLE_COUNT: a whole number; 0 is nothing
 * @SEESAW_STYLE_FLAG: yes or no
 * @SEESAW_STYLE_WORD: one of some words
 * @SEESAW_STYLE_LIMITS: two numbers, or nothing
 *
 * What a member of a style holds. “auto” and null stand for nothing.
 */
typedef enum
{
  SEESAW_STYLE_PRESET,
  SEESAW_STYLE_LENGTH,
  SEESAW_STYLE_TEXT,
  SEESAW_STYLE_NUMBER,
  SEESAW_STYLE_COUNT,
  SEESAW_STYLE_FLAG,
  SEESAW_STYLE_WORD,
  SEESAW_STYLE_LIMITS,
} SeesawStyleKind;

/**
 * SeesawStyleMember:
 * @name: in JSON
 * @kind: what it holds
 * @offset: within a style
 * @low: least number
 * @high: largest one
 * @words: (nullable): in the order of the enumeration, ending with %NULL
 */
typedef struct
{
  const char *name;
  SeesawStyleKind kind;
  gsize offset;
  double low;
  double high;
  const char *const *words;
} SeesawStyleMember;

const SeesawStyleMember *seesaw_style_list_members (gsize *n_members);
const SeesawStyleMember *seesaw_style_find_member (const char *name);
gboolean seesaw_style_set_number (SeesawFigureStyle *self,
                                  const SeesawStyleMember *member,
                                  double value,
                                  GError **error);
gboolean seesaw_style_set_limits (SeesawFigureStyle *self,
                                  const SeesawStyleMember *member,
                                  double low,
                                  double high,
                                  GError **error);
void seesaw_style_unset (SeesawFigureStyle *self, const SeesawStyleMember *member);
gboolean seesaw_style_can_unset (const SeesawStyleMember *member);

G_END_DECLS
