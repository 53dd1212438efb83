/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-class-table.h"
#include "seesaw-drift.h"
#include "seesaw-run.h"

G_BEGIN_DECLS

/**
 * SeesawTableClasses:
 * @run: the run
 * @index: position of an epoch among its epochs
 * @gamma: the calibration factor to compare with 0
 * @classes: classes of the epoch
 * @ncm: (nullable): the same by nearest class mean
 * @drift: (nullable): what happened to the weights
 *
 * What a table of classes is made of.
 */
typedef struct
{
  const SeesawRun *run;
  gsize index;
  double gamma;
  const SeesawClassTable *classes;
  const SeesawClassTable *ncm;
  const SeesawDrift *drift;
} SeesawTableClasses;

void seesaw_table_classes_append (const SeesawTableClasses *self, GString *csv, const char *file);

G_END_DECLS
