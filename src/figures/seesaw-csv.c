/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tables as comma-separated values (RFC 4180, lines ending in a line feed). While a row grows each
 * cell is followed by a comma; the last one gives way to the end of the line.
 */

#include "config.h"

#include "seesaw-csv.h"

#include <math.h>
#include <string.h>

/**
 * seesaw_csv_add_header:
 * @csv: a table
 * @file: (nullable): what a first column "file" will say; %NULL for no such column
 * @columns: `[n_columns]`, names of the others
 * @n_columns: number of them
 *
 * Adds a header to an empty table. So rows of several runs can be appended one after the other.
 */
void
seesaw_csv_add_header (GString *csv, const char *file, const char *const *columns, gsize n_columns)
{
  if (csv->len > 0)
    return;

  seesaw_csv_begin_row (csv, file != NULL ? "file" : NULL);
  for (gsize i = 0; i < n_columns; i++)
    seesaw_csv_add_text (csv, columns[i]);
  seesaw_csv_end_row (csv);
}

/**
 * seesaw_csv_begin_row:
 * @csv: a table
 * @file: (nullable): as given to seesaw_csv_add_header()
 */
void
seesaw_csv_begin_row (GString *csv, const char *file)
{
  if (file != NULL)
    seesaw_csv_add_text (csv, file);
}

/**
 * seesaw_csv_add_text:
 * @csv: a table
 * @text: (nullable): a cell; %NULL for an empty one
 */
void
seesaw_csv_add_text (GString *csv, const char *text)
{
  const char *plain = text != NULL ? text : "";

  if (strpbrk (plain, "\",\r\n") == NULL)
    g_string_append (csv, plain);
  else
    {
      g_string_append_c (csv, '"');
      for (const char *c = plain; *c != '\0'; c++)
        g_string_append (csv, *c == '"' ? "\"\"" : (const char[]){ *c, '\0' });
      g_string_append_c (csv, '"');
    }
  g_string_append_c (csv, ',');
}

static void
add_formatted (GString *csv, const char *format, double value)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  if (!isnan (value))
    g_string_append (csv, g_ascii_formatd (digits, sizeof digits, format, value));
  g_string_append_c (csv, ',');
}

/**
 * seesaw_csv_add_number:
 * @csv: a table
 * @value: a cell, with 17 significant digits; empty for NaN, which stands for "undefined"
 */
void
seesaw_csv_add_number (GString *csv, double value)
{
  add_formatted (csv, "%.17g", value);
}

/**
 * seesaw_csv_add_numbers:
 * @csv: a table
 * @values: `[n_values]`, a cell each
 * @n_values: number of cells
 */
void
seesaw_csv_add_numbers (GString *csv, const double *values, gsize n_values)
{
  for (gsize i = 0; i < n_values; i++)
    seesaw_csv_add_number (csv, values[i]);
}

/**
 * seesaw_csv_add_single:
 * @csv: a table
 * @value: a cell, with the 9 digits that tell numbers of single precision apart; empty for NaN
 */
void
seesaw_csv_add_single (GString *csv, float value)
{
  add_formatted (csv, "%.9g", (double) value);
}

/**
 * seesaw_csv_add_integer:
 * @csv: a table
 * @value: a cell
 */
void
seesaw_csv_add_integer (GString *csv, gint64 value)
{
  g_string_append_printf (csv, "%" G_GINT64_FORMAT ",", value);
}

/**
 * seesaw_csv_end_row:
 * @csv: a table whose last row has at least one cell
 */
void
seesaw_csv_end_row (GString *csv)
{
  csv->str[csv->len - 1] = '\n';
}
