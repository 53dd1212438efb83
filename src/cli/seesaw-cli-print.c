/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What every figure has in common on the command line: where it goes, and its style. Options are
 * named as the members of a style are.
 */

#include "config.h"

#include "seesaw-cli-print.h"

#include <glib/gi18n.h>
#include <string.h>

/**
 * seesaw_print_options_clear:
 * @self: no longer needed
 */
void
seesaw_print_options_clear (SeesawPrintOptions *self)
{
  g_clear_pointer (&self->output, g_free);
  g_clear_pointer (&self->settings, g_ptr_array_unref);
}

static void
add_setting (SeesawPrintOptions *self, const char *name, const char *text)
{
  if (self->settings == NULL)
    self->settings = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->settings, g_strdup (name));
  g_ptr_array_add (self->settings, g_strdup (text));
}

/* “--grid” and “--no-grid” have no text. */
static gboolean
on_setting (const char *option, const char *text, gpointer data, GError **error)
{
  const char *name = option + strlen ("--");

  if (g_str_has_prefix (name, "no-"))
    add_setting (data, name + strlen ("no-"), "no");
  else
    add_setting (data, name, text != NULL ? text : "yes");

  return TRUE;
}

#define SETTING(name, help, what)                                                                  \
  {                                                                                                \
    name, 0, 0, G_OPTION_ARG_CALLBACK, on_setting, help, what                                      \
  }
#define FLAG(name, help)                                                                           \
  {                                                                                                \
    name, 0, G_OPTION_FLAG_NO_ARG, G_OPTION_ARG_CALLBACK, on_setting, help, NULL                   \
  }

static GOptionGroup *
new_style_group (SeesawPrintOptions *self)
{
  const GOptionEntry entries[] = {
    SETTING ("style", N_ ("A preset, or a file of settings that Seesaw saved"), "NAME|FILE.json"),
    SETTING ("preset", N_ ("Size and font of a paper, such as neurips, icml or ieee-full"),
             N_ ("NAME")),
    SETTING ("width", N_ ("Width, such as 5.5in, 84mm or 240pt"), N_ ("W")),
    SETTING ("height", N_ ("Height"), N_ ("H")),
    SETTING ("font", N_ ("Font family; Times and Latin Modern stand for what looks like them"),
             N_ ("FAMILY")),
    SETTING ("font-size", N_ ("Size of the font in points"), N_ ("PT")),
    SETTING ("line-width", N_ ("Width of lines in points"), N_ ("PT")),
    SETTING ("legend", N_ ("Where the legend goes"),
             "auto|none|top-left|top-right|bottom-left|bottom-right|above|below"),
    FLAG ("title", N_ ("Titles of figures that have one")),
    FLAG ("no-title", N_ ("No titles")),
    SETTING ("xlim", N_ ("Where x begins and ends, as its ticks are written"), "A,B"),
    SETTING ("ylim", N_ ("The same of y"), "A,B"),
    SETTING ("ticks", N_ ("How many ticks an axis has at most"), N_ ("N")),
    FLAG ("grid", N_ ("A grid")),
    FLAG ("no-grid", N_ ("No grid")),
    SETTING ("unit", N_ ("How accuracies and shares are written"), "percent|fraction"),
    SETTING ("palette", N_ ("Colours; greys come with dashes and markers"),
             "okabe-ito|tol|greyscale"),
    SETTING ("background", N_ ("What is behind the figure"), "white|transparent"),
    SETTING ("dpi", N_ ("Dots per inch of PNG"), N_ ("N")),
    { 0 },
  };
  GOptionGroup *group = g_option_group_new ("style", _ ("How it looks:"),
                                            _ ("Show the options of how it looks"), self, NULL);

  g_option_group_add_entries (group, entries);
  g_option_group_set_translation_domain (group, GETTEXT_PACKAGE);

  return group;
}

/**
 * seesaw_print_options_add:
 * @self: where to put what is said; must outlive @context
 * @context: an option context
 *
 * Adds the options that every figure has.
 */
void
seesaw_print_options_add (SeesawPrintOptions *self, GOptionContext *context)
{
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &self->output,
      N_ ("Where to: a name that ends in .pdf, .svg, .eps, .png or .tex"), N_ ("OUT") },
    { "data", 0, 0, G_OPTION_ARG_NONE, &self->with_data,
      N_ ("Write the numbers beside it, as .csv"), NULL },
    { 0 },
  };

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_add_group (context, new_style_group (self));
}

static gboolean
apply_base (SeesawFigureStyle *style, const char *name, const char *text, GError **error)
{
  if (g_str_equal (name, "style"))
    return g_str_has_suffix (text, ".json") ? seesaw_style_load (style, text, error)
                                            : seesaw_style_set (style, "preset", text, error);

  return !g_str_equal (name, "preset") || seesaw_style_set (style, name, text, error);
}

static gboolean
is_base (const char *name)
{
  return g_str_equal (name, "style") || g_str_equal (name, "preset");
}

/**
 * seesaw_print_options_get_style:
 * @self: what was said
 * @style: (inout): a style
 * @error: return location for an error
 *
 * Files and presets come first: what is said besides takes precedence, wherever it stands.
 *
 * Returns: whether the settings could be understood, and the font is installed
 */
gboolean
seesaw_print_options_get_style (const SeesawPrintOptions *self,
                                SeesawFigureStyle *style,
                                GError **error)
{
  g_autofree char *font = NULL;

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; self->settings != NULL && i + 1 < self->settings->len; i += 2)
      {
        const char *name = g_ptr_array_index (self->settings, i);
        const char *text = g_ptr_array_index (self->settings, i + 1);

        if (pass == 0 && is_base (name) && !apply_base (style, name, text, error))
          return FALSE;
        if (pass == 1 && !is_base (name) && !seesaw_style_set (style, name, text, error))
          return FALSE;
      }

  font = seesaw_style_find_font (style->font, error);

  return font != NULL;
}

/**
 * seesaw_print_options_print:
 * @self: where to
 * @content: what is on the page
 * @style: how it looks
 * @error: return location for an error
 *
 * Returns: whether the figure, and the numbers if they were asked for, were written
 */
gboolean
seesaw_print_options_print (const SeesawPrintOptions *self,
                            const SeesawPageContent *content,
                            const SeesawFigureStyle *style,
                            GError **error)
{
  g_autoptr (SeesawPage) page = seesaw_page_new (content, style, error);
  g_autoptr (GPtrArray) files = seesaw_export_files_new ();

  if (page == NULL || !seesaw_page_make_files (page, self->output, files, error))
    return FALSE;

  if (self->with_data)
    seesaw_page_content_make_data (content, self->output, files);

  return seesaw_export_files_write (files, NULL, NULL, error);
}
