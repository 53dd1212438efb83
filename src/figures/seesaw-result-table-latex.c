/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Results as a table of LaTeX, with booktabs. Its words are English whatever the language of the
 * desktop, for papers are, and because not every LaTeX has other scripts.
 */

#include "config.h"

#include "seesaw-latex.h"
#include "seesaw-metric-name.h"
#include "seesaw-result-table.h"

#include <math.h>

/* A paper has a preamble already. */
static const char head[] =
    "% By itself this is a document. A paper may \\input it; its preamble needs\n"
    "%   \\usepackage{booktabs}\n";

static const char preamble[] =
    "\\expandafter\\ifx\\csname @nodocument\\endcsname\\relax\n"
    "  \\let\\seesawend\\relax\n"
    "  \\ifx\\toprule\\undefined\n"
    "    \\errmessage{Put \\string\\usepackage{booktabs} into the preamble}\n"
    "  \\fi\n"
    "\\else\n"
    "  \\documentclass{article}\n"
    "  \\usepackage{booktabs}\n"
    "  \\usepackage[landscape,margin=15mm]{geometry}\n"
    "  \\pagestyle{empty}\n"
    "  \\begin{document}\n"
    "  \\def\\seesawend{\\end{document}}\n"
    "\\fi\n";

static const char *const quantities[SEESAW_N_QUANTITIES] = {
  "Acc Y/Y (\\%)", "Acc S/Y (\\%)", "Acc U/Y (\\%)", "$H$ (\\%)",
  "Acc S/S (\\%)", "Acc U/U (\\%)", "AUSUC",         "$\\gamma$",
};

static const char *const variants[SEESAW_N_VARIANTS] = {
  "\\shortstack[r]{Pre-\\\\trained}",
  "\\shortstack[r]{Fine-\\\\tuned}",
  "$+\\gamma_{\\mathrm{ALG}}$",
  "$+\\gamma_{\\mathrm{PCV}}$",
  "$+\\gamma^{*}$",
  "NCM",
};

/* How many columns from @first on are of the same quantity. */
static gsize
count_span (const SeesawResultTable *self, gsize first)
{
  gsize n = 1;

  while (first + n < self->n_metrics &&
         self->metrics[first + n].quantity == self->metrics[first].quantity)
    n++;

  return n;
}

/* Quantities over their variants. */
static void
add_heads (const SeesawResultTable *self, GString *latex)
{
  gsize n_left = self->n_keys + (self->has_repeats ? 1 : 0);
  g_autoptr (GString) rules = g_string_new ("   ");

  g_string_append (latex, "    ");
  for (gsize k = 1; k < n_left; k++)
    g_string_append (latex, "& ");
  for (gsize m = 0; m < self->n_metrics; m += count_span (self, m))
    {
      gsize n = count_span (self, m);

      g_string_append_printf (latex, "& \\multicolumn{%zu}{c}{%s} ", n,
                              quantities[self->metrics[m].quantity]);
      g_string_append_printf (rules, " \\cmidrule(lr){%zu-%zu}", n_left + m + 1, n_left + m + n);
    }
  g_string_append_printf (latex, "\\\\\n%s\n    ", rules->str);

  for (gsize k = 0; k < self->n_keys; k++)
    {
      g_autofree char *title = g_strdelimit (g_strdup (self->attributes[k]), "_", ' ');

      *title = g_ascii_toupper (*title);
      g_string_append (latex, k > 0 ? "& " : "");
      seesaw_latex_add_any (latex, g_str_equal (self->attributes[k], "name") ? "Run" : title);
      g_string_append_c (latex, ' ');
    }
  if (self->has_repeats)
    g_string_append (latex, "& Runs ");
  for (gsize m = 0; m < self->n_metrics; m++)
    g_string_append_printf (latex, "& %s ", variants[self->metrics[m].variant]);
  g_string_append (latex, "\\\\\n");
}

static void
add_number (GString *latex, SeesawMetric metric, double value)
{
  g_autofree char *text = seesaw_metric_format (metric, value);

  seesaw_latex_add_text (latex, text);
}

static void
add_cell (GString *latex, SeesawMetric metric, const SeesawResultCell *cell)
{
  static const char *const commands[] = {
    [SEESAW_RANK_NONE] = "", [SEESAW_RANK_SECOND] = "\\underline{", [SEESAW_RANK_BEST] = "\\textbf{"
  };

  g_string_append_printf (latex, "& %s", commands[cell->rank]);
  add_number (latex, metric, cell->mean.mean);
  g_string_append (latex, cell->rank != SEESAW_RANK_NONE ? "}" : "");
  if (!isnan (cell->mean.sd))
    {
      g_string_append (latex, "\\,$\\pm$\\,");
      add_number (latex, metric, cell->mean.sd);
    }
  g_string_append_c (latex, ' ');
}

/* What splits the table is said once a block. */
static void
add_row (const SeesawResultTable *self, GString *latex, guint index)
{
  const SeesawResultRow *row = g_ptr_array_index (self->rows, index);

  g_string_append (latex, row->begins_block ? "    \\midrule\n    " : "    ");
  for (gsize k = 0; k < self->n_keys; k++)
    {
      gboolean is_said = k == 0 && self->has_blocks && index > 0 && !row->begins_block;

      g_string_append (latex, k > 0 ? "& " : "");
      if (!is_said)
        seesaw_latex_add_any (latex, *row->keys[k] != '\0' ? row->keys[k] : "—");
      g_string_append_c (latex, ' ');
    }
  if (self->has_repeats)
    g_string_append_printf (latex, "& %zu ", row->n_runs);
  for (gsize m = 0; m < self->n_metrics; m++)
    add_cell (latex, self->metrics[m], &row->cells[m]);
  g_string_append (latex, "\\\\\n");
}

static gboolean
is_plain (const SeesawResultTable *self)
{
  for (gsize k = 0; k < self->n_keys; k++)
    {
      if (!seesaw_latex_is_plain (self->attributes[k]))
        return FALSE;
      for (guint r = 0; r < self->rows->len; r++)
        if (!seesaw_latex_is_plain (
                ((const SeesawResultRow *) g_ptr_array_index (self->rows, r))->keys[k]))
          return FALSE;
    }

  return TRUE;
}

static void
begin (const SeesawResultTable *self, GString *latex)
{
  g_string_append (latex, "\\begin{table}\n  \\centering\n  \\small\n  \\caption{Results of the "
                          "runs; the best of each column bold, the second best underlined");
  if (self->has_repeats)
    g_string_append (latex, ". Mean\\,$\\pm$\\,standard deviation over runs");
  g_string_append (latex, ".}\n  \\label{tab:results}\n  \\setlength{\\tabcolsep}{4pt}\n"
                          "  \\begin{tabular}{");
  for (gsize k = 0; k < self->n_keys; k++)
    g_string_append_c (latex, 'l');
  for (gsize m = 0; m < self->n_metrics + (self->has_repeats ? 1 : 0); m++)
    g_string_append_c (latex, 'r');
  g_string_append (latex, "}\n    \\toprule\n");
}

static char *
write_table (const SeesawResultTable *self,
             const char *about,
             const char *before,
             const char *after)
{
  GString *latex = g_string_new (about);
  gboolean has_others = !is_plain (self);

  g_string_append (latex, has_others ? SEESAW_LATEX_ABOUT_OTHER : "");
  g_string_append (latex, before);
  g_string_append (latex, has_others ? SEESAW_LATEX_DEFINE_OTHER : "");
  begin (self, latex);
  add_heads (self, latex);
  g_string_append (latex, "    \\midrule\n");
  for (guint r = 0; r < self->rows->len; r++)
    add_row (self, latex, r);
  g_string_append (latex, "    \\bottomrule\n  \\end{tabular}\n\\end{table}\n");
  g_string_append (latex, after);

  return g_string_free (latex, FALSE);
}

/**
 * seesaw_result_table_to_latex:
 *
 * Returns: (transfer full): a table environment for a paper that loads booktabs: quantities over
 *   variants, the best of each column bold, the second best underlined
 */
char *
seesaw_result_table_to_latex (const SeesawResultTable *self)
{
  return write_table (self, "% Needs \\usepackage{booktabs}\n", "", "");
}

/**
 * seesaw_result_table_to_latex_file:
 *
 * Returns: (transfer full): the same as a document that compiles as it is, and that a paper may
 *   \\input
 */
char *
seesaw_result_table_to_latex_file (const SeesawResultTable *self)
{
  return write_table (self, head, preamble, "\\seesawend\n");
}
