/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void
seesaw_csv_add_header (GString *csv, const char *file, const char *const *columns, gsize n_columns);
void seesaw_csv_begin_row (GString *csv, const char *file);
void seesaw_csv_add_text (GString *csv, const char *text);
void seesaw_csv_add_number (GString *csv, double value);
void seesaw_csv_add_numbers (GString *csv, const double *values, gsize n_values);
void seesaw_csv_add_single (GString *csv, float value);
void seesaw_csv_add_integer (GString *csv, gint64 value);
void seesaw_csv_end_row (GString *csv);

G_END_DECLS
