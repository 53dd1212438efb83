/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-class-keys.h"
#include "seesaw-follower.h"

G_BEGIN_DECLS

/**
 * SeesawClassCells:
 * @page: whose session is looked at
 * @keys: what rows are sorted by
 * @column: what the cells show
 * @view: the column of the table
 * @sorter: sorts rows by it
 * @bound: (element-type GtkListItem): cells on screen
 *
 * A column of the table of classes.
 */
typedef struct
{
  SeesawFollower *page;
  SeesawClassKeys *keys;
  SeesawClassColumn column;
  GtkColumnViewColumn *view;
  GtkSorter *sorter;
  GPtrArray *bound;
} SeesawClassCells;

void seesaw_class_cells_init (SeesawClassCells *self,
                              SeesawFollower *page,
                              SeesawClassKeys *keys,
                              SeesawClassColumn column,
                              GtkColumnView *table);
void seesaw_class_cells_clear (SeesawClassCells *self);
void seesaw_class_cells_show (SeesawClassCells *self);

G_END_DECLS
