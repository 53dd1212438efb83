/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gsize *seesaw_sort_order (const double *values, gsize n_values) G_GNUC_WARN_UNUSED_RESULT;
void seesaw_sort_values (double *values, gsize n_values);

G_END_DECLS
