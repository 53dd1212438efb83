/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Members of a style as they are typed. */

#include "config.h"

#include "seesaw-export-values.h"

#include "seesaw-error.h"

#include <glib/gi18n.h>
#include <pango/pangocairo.h>

static char *
format_number (double value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  return g_strdup (g_ascii_formatd (text, sizeof text, "%.6g", value));
}

/* What the figure chooses is not written. */
static char *
format_choice (double value)
{
  return value > 0.0 ? format_number (value) : g_strdup ("");
}

static const char *
get_unit (const SeesawFigureSettings *settings)
{
  return seesaw_figure_settings_list_units ()[settings->length_unit];
}

/* In the unit that was chosen. */
static double
from_points (const SeesawFigureSettings *settings, double points)
{
  g_autofree char *one = g_strconcat ("1", get_unit (settings), NULL);
  double unit = 1.0;

  seesaw_style_parse_length (one, &unit, NULL);

  return points / unit;
}

static char *
format_limits (const SeesawLimits *limits)
{
  g_autofree char *low = format_number (limits->low);
  g_autofree char *high = format_number (limits->high);

  return limits->is_set ? g_strdup_printf ("%s, %s", low, high) : g_strdup ("");
}

/**
 * seesaw_export_values_format:
 * @settings: settings of a figure
 * @name: of a member that is typed
 *
 * Returns: (transfer full): its value; nothing for what is left to the figure
 */
char *
seesaw_export_values_format (const SeesawFigureSettings *settings, const char *name)
{
  const SeesawFigureStyle *style = &settings->style;

  if (g_str_equal (name, "width"))
    return format_choice (from_points (settings, style->width));
  if (g_str_equal (name, "height"))
    return format_choice (from_points (settings, style->height));
  if (g_str_equal (name, "font-size"))
    return format_number (style->font_size);
  if (g_str_equal (name, "line-width"))
    return format_number (style->line_width);
  if (g_str_equal (name, "xlim"))
    return format_limits (&style->x_limits);
  if (g_str_equal (name, "ylim"))
    return format_limits (&style->y_limits);
  if (g_str_equal (name, "ticks"))
    return format_choice (style->ticks);

  g_return_val_if_fail (g_str_equal (name, "dpi"), NULL);

  return format_number (style->dpi);
}

/**
 * seesaw_export_values_format_size:
 * @settings: settings of a figure
 * @width: in points
 * @height: likewise
 *
 * Returns: (transfer full): a size in the unit that was chosen, such as "82.55 × 66.04 mm"
 */
char *
seesaw_export_values_format_size (const SeesawFigureSettings *settings, double width, double height)
{
  g_autofree char *x = g_strdup_printf ("%.2f", from_points (settings, width));
  g_autofree char *y = g_strdup_printf ("%.2f", from_points (settings, height));

  return g_strdup_printf ("%s × %s %s", x, y, get_unit (settings));
}

static gboolean
is_length (const char *name)
{
  return g_str_equal (name, "width") || g_str_equal (name, "height");
}

static gboolean
can_be_empty (const char *name)
{
  static const char *const names[] = { "width", "height", "xlim", "ylim", "ticks", NULL };

  return g_strv_contains (names, name);
}

/* A length that is a mere number is in the unit that was chosen. */
static char *
complete (const SeesawFigureSettings *settings, const char *name, const char *typed)
{
  gsize length = strlen (typed);

  if (length == 0 && can_be_empty (name))
    return g_strdup ("auto");
  if (is_length (name) && length > 0 && !g_ascii_isalpha (typed[length - 1]))
    return g_strconcat (typed, get_unit (settings), NULL);

  return g_strdup (typed);
}

/* A style would say it in points. */
static gboolean
check_length (const SeesawFigureSettings *settings,
              const char *name,
              const char *value,
              GError **error)
{
  double points;

  if (!seesaw_style_parse_length (value, &points, NULL) ||
      (points >= SEESAW_STYLE_MIN_LENGTH && points <= SEESAW_STYLE_MAX_LENGTH))
    return TRUE;

  /* Translators: what is typed, its unit, and between which lengths it should be. */
  g_set_error (error, SEESAW_ERROR, SEESAW_ERROR_ARGUMENT,
               _ ("%s: %g %s found, expected %g to %g %s"), name, from_points (settings, points),
               get_unit (settings), from_points (settings, SEESAW_STYLE_MIN_LENGTH),
               from_points (settings, SEESAW_STYLE_MAX_LENGTH), get_unit (settings));

  return FALSE;
}

/**
 * seesaw_export_values_parse:
 * @settings: (inout): settings of a figure
 * @name: of a member that is typed
 * @text: what was typed; a value that looks as before is not touched, so that it does not lose
 *   digits that are not shown
 * @error: return location for a `SEESAW_ERROR`
 *
 * Returns: whether @text can be understood
 */
gboolean
seesaw_export_values_parse (SeesawFigureSettings *settings,
                            const char *name,
                            const char *text,
                            GError **error)
{
  g_autofree char *typed = g_strstrip (g_strdup (text));
  g_autofree char *shown = seesaw_export_values_format (settings, name);
  g_autofree char *value = NULL;

  if (g_str_equal (typed, shown))
    return TRUE;

  value = complete (settings, name, typed);
  if (is_length (name) && !check_length (settings, name, value, error))
    return FALSE;

  return seesaw_style_set (&settings->style, name, value, error);
}

/**
 * seesaw_export_values_match_preset:
 *
 * Returns: whether a style still is what its preset says
 */
gboolean
seesaw_export_values_match_preset (const SeesawFigureStyle *style)
{
  const SeesawPreset *preset = style->preset != NULL ? seesaw_preset_find (style->preset) : NULL;

  return preset != NULL && style->width == preset->width && style->height == preset->height &&
         g_str_equal (style->font, preset->font) && style->font_size == preset->font_size &&
         style->line_width == preset->line_width;
}

static int
compare_families (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (pango_font_family_get_name (*(PangoFontFamily *const *) a),
                         pango_font_family_get_name (*(PangoFontFamily *const *) b));
}

/**
 * seesaw_export_values_list_fonts:
 *
 * Returns: (transfer full): what papers are set in, and then the families that are installed
 */
GtkStringList *
seesaw_export_values_list_fonts (void)
{
  GtkStringList *list =
      gtk_string_list_new ((const char *const[]){ "Times", "Latin Modern", "Sans", "Serif", NULL });
  PangoFontFamily **families;
  int n;

  pango_font_map_list_families (pango_cairo_font_map_get_default (), &families, &n);
  qsort (families, (gsize) n, sizeof *families, compare_families);
  for (int i = 0; i < n; i++)
    {
      const char *name = pango_font_family_get_name (families[i]);

      if (g_ascii_strcasecmp (name, "Sans") != 0 && g_ascii_strcasecmp (name, "Serif") != 0)
        gtk_string_list_append (list, name);
    }
  g_free (families);

  return list;
}
