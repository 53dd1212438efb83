/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pango takes another font where one is missing, and says nothing. A figure that shall match the
 * text around it must not.
 */

#include "config.h"

#include "seesaw-style-private.h"

#include "seesaw-error.h"

#include <glib/gi18n-lib.h>
#include <pango/pangocairo.h>

/* Families that look like what a paper's text is set in, the nearest ones first. */
static const struct
{
  const char *name;
  const char *families[8];
} lookalikes[] = {
  { "Times",
    { "Times New Roman", "Nimbus Roman", "TeX Gyre Termes", "Liberation Serif", "Tinos",
      "STIX Two Text", "FreeSerif", NULL } },
  { "Latin Modern", { "Latin Modern Roman", "LM Roman 10", "CMU Serif", "Computer Modern", NULL } },
};

static char *
find_family (const char *name)
{
  PangoFontMap *map = pango_cairo_font_map_get_default ();
  g_autofree PangoFontFamily **families = NULL;
  int n;

  pango_font_map_list_families (map, &families, &n);
  for (int i = 0; i < n; i++)
    if (g_ascii_strcasecmp (pango_font_family_get_name (families[i]), name) == 0)
      return g_strdup (pango_font_family_get_name (families[i]));

  return NULL;
}

static char *
find_lookalike (const char *const *families)
{
  for (gsize i = 0; families[i] != NULL; i++)
    {
      char *family = find_family (families[i]);

      if (family != NULL)
        return family;
    }

  return NULL;
}

/**
 * seesaw_style_find_font:
 * @font: of a style
 * @error: return location for a `SEESAW_ERROR`
 *
 * Returns: (transfer full): the family that is installed, or %NULL with @error set
 */
char *
seesaw_style_find_font (const char *font, GError **error)
{
  char *family = find_family (font);

  for (gsize i = 0; family == NULL && i < G_N_ELEMENTS (lookalikes); i++)
    if (g_ascii_strcasecmp (lookalikes[i].name, font) == 0)
      {
        g_autofree char *all = g_strjoinv (", ", (char **) lookalikes[i].families);

        family = find_lookalike (lookalikes[i].families);
        if (family != NULL)
          return family;

        g_set_error (error, SEESAW_ERROR, SEESAW_ERROR_ARGUMENT,
                     _ ("the font “%s” is not installed, nor one that looks like it: %s"), font,
                     all);
        return NULL;
      }

  if (family == NULL)
    g_set_error (error, SEESAW_ERROR, SEESAW_ERROR_ARGUMENT,
                 _ ("the font “%s” is not installed; “fc-list : family” prints those that are"),
                 font);

  return family;
}
