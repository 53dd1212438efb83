/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SeesawHeadFunc:
 * @column: position of the column
 * @data: what was given with the function
 *
 * The head of a column was clicked, or activated by a key.
 */
typedef void (*SeesawHeadFunc) (guint column, gpointer data);

void seesaw_compare_heads_set_up (GtkColumnView *view,
                                  guint n_texts,
                                  SeesawHeadFunc activated,
                                  gpointer data);
void seesaw_compare_heads_show_order (GtkColumnView *view, guint column, gboolean descends);

G_END_DECLS
