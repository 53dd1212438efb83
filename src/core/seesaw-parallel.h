/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SeesawRangeFunc:
 * @first: first item to work on
 * @n_items: how many
 * @user_data: as given to seesaw_parallel_for()
 *
 * Works on a range of items; called from several threads at once, on disjoint ranges.
 */
typedef void (*SeesawRangeFunc) (gsize first, gsize n_items, gpointer user_data);

void seesaw_parallel_for (gsize n_items, gsize grain, SeesawRangeFunc func, gpointer user_data);

G_END_DECLS
