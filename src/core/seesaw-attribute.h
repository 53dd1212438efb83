/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-run.h"

G_BEGIN_DECLS

/**
 * SeesawAttribute:
 * @text: (nullable): the value for people, which is also what makes two values the same; %NULL if
 *   the run does not have the attribute
 * @number: the value, or NaN if it is no number
 *
 * One thing that a run says about itself.
 */
typedef struct
{
  char *text;
  double number;
} SeesawAttribute;

void
seesaw_attribute_init (SeesawAttribute *self, const SeesawRun *run, gsize epoch, const char *name);
void seesaw_attribute_clear (SeesawAttribute *self);
int seesaw_attribute_compare (const SeesawAttribute *a, const SeesawAttribute *b);

char **seesaw_attribute_list_names (const SeesawRun *run);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SeesawAttribute, seesaw_attribute_clear)

G_END_DECLS
