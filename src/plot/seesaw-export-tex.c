/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A figure for LaTeX: a document by itself, or a part of another one, whose fonts it takes. Data
 * are in tables beside it. Places are those of the other formats, so that the figure is of the size
 * that was asked for; TeX sets the texts.
 */

#include "config.h"

#include "seesaw-export-tex-private.h"

#include "seesaw-latex.h"
#include "seesaw-paint-private.h"
#include "seesaw-paint-text.h"

#include <math.h>
#include <string.h>

/* A vertex closer than this to the last one is left out: TeX has little memory. In points. */
#define TOLERANCE 0.15

static const char usage[] =
    "%\n"
    "% By itself this is a document. A paper may \\input it; its preamble needs\n"
    "%   \\usepackage{pgfplots} \\pgfplotsset{compat=1.14} \\usetikzlibrary{patterns}\n"
    "% and, if the figure is in another folder, \\newcommand\\seesawfolder{folder/}.\n"
    "% Sizes of texts are in big points; redefine \\seesawsize for "
    "others.\n" SEESAW_LATEX_ABOUT_OTHER;

static const char head[] =
    "\\expandafter\\ifx\\csname @nodocument\\endcsname\\relax\n"
    "  \\let\\seesawend\\relax\n"
    "  \\ifx\\pgfplotsset\\undefined\n"
    "    \\errmessage{Put \\string\\usepackage{pgfplots} into the preamble}\n"
    "  \\fi\n"
    "\\else\n"
    "  \\IfFileExists{standalone.cls}%\n"
    "    {\\documentclass[border=0pt]{standalone}}%\n"
    "    {\\documentclass{article}\n"
    "     \\usepackage[paperwidth=\\seesawwidth,paperheight=\\seesawheight,margin=0pt]{geometry}\n"
    "     \\pagestyle{empty}\\parindent=0pt \\topskip=0pt }\n"
    "  \\IfFileExists{lmodern.sty}{\\usepackage[T1]{fontenc}\\usepackage{lmodern}}{}%\n"
    "  \\usepackage{pgfplots}\n"
    "  \\pgfplotsset{compat=1.14}\n"
    "  \\usetikzlibrary{patterns}\n"
    "  \\begin{document}%\n"
    "  \\ifx\\standaloneconfig\\undefined \\enlargethispage{10bp}\\fi\n"
    "  \\def\\seesawend{\\end{document}}%\n"
    "\\fi\n"
    "\\providecommand\\seesawfolder{}%\n" SEESAW_LATEX_DEFINE_OTHER
    "\\providecommand\\seesawsize[1]{\\fontsize{#1bp}{1.2\\dimexpr#1bp\\relax}\\selectfont}%\n";

/**
 * seesaw_tex_add_number:
 * @tex: where to append
 * @number: a number, as TeX reads it
 */
void
seesaw_tex_add_number (GString *tex, double number)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append (tex, g_ascii_formatd (digits, sizeof digits, "%.7g", number));
}

/**
 * seesaw_tex_add_fixed:
 * @tex: where to append
 * @number: a number; without an exponent, which lengths do not have
 */
void
seesaw_tex_add_fixed (GString *tex, double number)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append (tex, g_ascii_formatd (digits, sizeof digits, "%.4f", number));
}

static void
add_length (GString *tex, double points)
{
  seesaw_tex_add_fixed (tex, points);
  g_string_append (tex, "bp");
}

/**
 * seesaw_tex_add_point:
 * @x: in user units of the page, from its left
 * @y: likewise, from its top
 *
 * Appends a place on the page.
 */
void
seesaw_tex_add_point (SeesawTex *self, double x, double y)
{
  g_string_append_c (self->body, '(');
  add_length (self->body, x);
  g_string_append_c (self->body, ',');
  add_length (self->body, self->job->page->height - y);
  g_string_append_c (self->body, ')');
}

/**
 * seesaw_tex_add_color:
 * @rgb: `[3]`, from 0 to 1
 *
 * Appends the name of a colour, which is defined if it is not yet.
 */
void
seesaw_tex_add_color (SeesawTex *self, const double *rgb)
{
  g_autofree char *hex =
      g_strdup_printf ("%02X%02X%02X", (guint) lround (255.0 * rgb[0]),
                       (guint) lround (255.0 * rgb[1]), (guint) lround (255.0 * rgb[2]));

  g_string_append_printf (self->body, "seesaw%s", hex);
  if (g_hash_table_contains (self->known_names, hex))
    return;

  g_string_append_printf (self->definitions, "  \\definecolor{seesaw%s}{HTML}{%s}\n", hex, hex);
  g_hash_table_add (self->known_names, g_steal_pointer (&hex));
}

/**
 * seesaw_tex_add_source:
 * @key: what has that colour
 *
 * Appends the colour that strokes have.
 */
void
seesaw_tex_add_source (SeesawTex *self, const char *key)
{
  double rgb[3];

  cairo_pattern_get_rgba (cairo_get_source (self->cr), &rgb[0], &rgb[1], &rgb[2], NULL);
  g_string_append_printf (self->body, "%s=", key);
  seesaw_tex_add_color (self, rgb);
}

/**
 * seesaw_tex_get_opacity:
 *
 * Returns: the opacity that strokes have
 */
double
seesaw_tex_get_opacity (const SeesawTex *self)
{
  double alpha;

  cairo_pattern_get_rgba (cairo_get_source (self->cr), NULL, NULL, NULL, &alpha);

  return alpha;
}

/**
 * seesaw_tex_add_stroke:
 * @style: of a line
 *
 * Appends the options of a line: those that it is painted with.
 */
void
seesaw_tex_add_stroke (SeesawTex *self, const SeesawStyle *style)
{
  int n;
  double dashes[16];

  seesaw_paint_set_stroke (self->layout, style, self->cr);
  seesaw_tex_add_source (self, "draw");
  g_string_append (self->body, ",line width=");
  add_length (self->body, cairo_get_line_width (self->cr));
  g_string_append (self->body, ",line join=round");
  if (cairo_get_line_cap (self->cr) == CAIRO_LINE_CAP_ROUND)
    g_string_append (self->body, ",line cap=round");
  if (seesaw_tex_get_opacity (self) < 1.0)
    {
      g_string_append (self->body, ",opacity=");
      seesaw_tex_add_number (self->body, seesaw_tex_get_opacity (self));
    }

  n = cairo_get_dash_count (self->cr);
  if (n == 0 || n > (int) G_N_ELEMENTS (dashes))
    return;

  cairo_get_dash (self->cr, dashes, NULL);
  g_string_append (self->body, ",dash pattern=");
  for (int i = 0; i < n; i++)
    {
      g_string_append (self->body, i % 2 == 0 ? "on " : " off ");
      add_length (self->body, dashes[i]);
      if (i % 2 == 1 && i + 1 < n)
        g_string_append_c (self->body, ' ');
    }
}

/**
 * seesaw_tex_add_file:
 * @name: of a file beside the document
 * @bytes: (transfer full): what it holds
 */
void
seesaw_tex_add_file (SeesawTex *self, const char *name, GBytes *bytes)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);

  seesaw_export_files_add (self->files, path, bytes);
}

/* Names of data files hold nothing that TeX would take for a command. */
static char *
make_stem (const char *path)
{
  char *stem = g_path_get_basename (path);

  if (g_str_has_suffix (stem, ".tex"))
    stem[strlen (stem) - strlen (".tex")] = '\0';
  for (char *c = stem; *c != '\0'; c++)
    if (!g_ascii_isalnum (*c) && *c != '-')
      *c = '-';

  return stem;
}

static void
add_comment (GString *tex, const char *text)
{
  g_autofree char *line = g_strdup (text);

  if (line == NULL)
    return;

  g_strdelimit (line, "\r\n", ' ');
  g_string_append_printf (tex, "%% %s\n", line);
}

static GBytes *
join (const SeesawTex *self)
{
  const SeesawExportInfo *info = self->job->info;
  GString *tex = g_string_new (NULL);

  add_comment (tex, info->title);
  add_comment (tex, info->description);
  add_comment (tex, info->creator);
  g_string_append (tex, usage);
  g_string_append (tex, "\\def\\seesawwidth{");
  add_length (tex, self->job->page->width);
  g_string_append (tex, "}\\def\\seesawheight{");
  add_length (tex, self->job->page->height);
  g_string_append_printf (tex, "}%%\n%s\\begin{tikzpicture}\n%s", head, self->definitions->str);
  g_string_append (tex, "  \\useasboundingbox (0,0) rectangle (\\seesawwidth,\\seesawheight);\n");
  g_string_append (tex, self->body->str);
  g_string_append (tex, "\\end{tikzpicture}%\n\\seesawend\n");

  return g_string_free_to_bytes (tex);
}

/* Where each text of the page goes. */
static GPtrArray *
catch_texts (const SeesawExportJob *job)
{
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);
  GPtrArray *texts = seesaw_paint_catch_texts (cr);

  seesaw_export_draw (job, 1.0, cr);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);

  return texts;
}

/* Tables for people end in .csv: theirs is never a name of those. Nor is a stem that of a panel of
 * another document, since it has no point.
 */
static char *
name_data (const SeesawTex *self, gsize panel)
{
  return self->job->grid->n_panels > 1 ? g_strdup_printf ("%s.%zu.dat", self->stem, panel + 1)
                                       : g_strconcat (self->stem, ".dat", NULL);
}

static void
add_panels (SeesawTex *self, GPtrArray *layouts)
{
  const SeesawGrid *grid = self->job->grid;

  for (gsize i = 0; i < grid->n_panels; i++)
    {
      g_autofree char *name = name_data (self, i);

      self->layout = g_ptr_array_index (layouts, i);
      self->cell = seesaw_grid_get_cell (grid, self->job->theme, self->job->page->width,
                                         self->job->page->height, i);
      seesaw_tex_add_panel (self, &grid->panels[i], name);
      seesaw_tex_add_beside (self);
    }
}

/* The legend that all panels share. */
static void
add_legend (SeesawTex *self, const SeesawPlotLayout *legend)
{
  if (legend == NULL)
    return;

  self->layout = legend;
  self->cell = seesaw_grid_get_legend_cell (self->job->grid, self->job->theme,
                                            self->job->page->width, self->job->page->height);
  seesaw_tex_add_beside (self);
}

/**
 * seesaw_export_to_tex:
 * @job: what is to be written
 * @files: where the document and its data are added
 */
void
seesaw_export_to_tex (const SeesawExportJob *job, GPtrArray *files)
{
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  SeesawTheme theme = *job->theme;
  SeesawExportJob coarse = *job;
  SeesawTex self = { .job = &coarse, .files = files };
  g_autoptr (GPtrArray) texts = NULL;
  g_autoptr (GPtrArray) layouts = NULL;
  g_autoptr (SeesawPlotLayout) legend = NULL;

  theme.tolerance = MAX (theme.tolerance, TOLERANCE);
  coarse.theme = &theme;
  texts = catch_texts (&coarse);
  layouts = seesaw_grid_lay_out (job->grid, &theme, job->page->width, job->page->height);
  legend = seesaw_grid_lay_out_legend (job->grid, &theme, job->page->width, job->page->height);

  self.folder = g_path_get_dirname (job->path);
  self.stem = make_stem (job->path);
  self.definitions = g_string_new (NULL);
  self.body = g_string_new (NULL);
  self.known_names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self.cr = cairo_create (surface);
  self.columns = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  add_panels (&self, layouts);
  add_legend (&self, legend);
  seesaw_tex_add_texts (&self, texts, layouts);
  seesaw_export_files_add (files, job->path, join (&self));
  g_ptr_array_insert (files, 0, g_ptr_array_steal_index (files, files->len - 1));

  g_free (self.folder);
  g_free (self.stem);
  g_string_free (self.definitions, TRUE);
  g_string_free (self.body, TRUE);
  g_hash_table_unref (self.known_names);
  g_ptr_array_unref (self.columns);
  cairo_destroy (self.cr);
  cairo_surface_destroy (surface);
}
