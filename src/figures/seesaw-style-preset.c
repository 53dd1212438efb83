/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where figures are printed. TeX's inch has 72.27 of TeX's points, and 72 of ours; a width in
 * TeX's points is converted, one in inches or centimetres is not.
 */

#include "config.h"

#include "seesaw-style-private.h"

#include <glib/gi18n-lib.h>

#define INCH(length) ((length) *72.0)
#define CENTIMETRE(length) ((length) *72.0 / 2.54)
#define TEX_POINT(length) ((length) *72.0 / 72.27)

/* Of what a caption is set in: 8 points where the text has 9 or 10. */
#define PAPER_FONT 8.0

/* About as strong as the stems of its letters. */
#define PAPER_LINE 1.25

static const SeesawPreset presets[] = {
  /* neurips_20xx.sty: textwidth=5.5in, Times */
  { "neurips", N_ ("NeurIPS, text"), INCH (5.5), 0.0, "Times", PAPER_FONT, PAPER_LINE },

  /* icml20xx.sty: \textwidth 6.75in, \columnsep 0.25in, so that a column is 3.25in; Times */
  { "icml", N_ ("ICML, column"), INCH ((6.75 - 0.25) / 2.0), 0.0, "Times", PAPER_FONT, PAPER_LINE },
  { "icml-full", N_ ("ICML, both columns"), INCH (6.75), 0.0, "Times", PAPER_FONT, PAPER_LINE },

  /* iclr20xx_conference.sty: \textwidth 5.5in, Times */
  { "iclr", N_ ("ICLR, text"), INCH (5.5), 0.0, "Times", PAPER_FONT, PAPER_LINE },

  /* cvpr.sty, which ICCV shares: \textwidth 6.875in, \columnsep 0.3125in; Times */
  { "cvpr", N_ ("CVPR and ICCV, column"), INCH ((6.875 - 0.3125) / 2.0), 0.0, "Times", PAPER_FONT,
    PAPER_LINE },
  { "cvpr-full", N_ ("CVPR and ICCV, both columns"), INCH (6.875), 0.0, "Times", PAPER_FONT,
    PAPER_LINE },

  /* acl.sty: A4 with margin=2.5cm, \columnsep 0.6cm; Times */
  { "acl", N_ ("ACL, column"), CENTIMETRE ((21.0 - 2.0 * 2.5 - 0.6) / 2.0), 0.0, "Times",
    PAPER_FONT, PAPER_LINE },
  { "acl-full", N_ ("ACL, both columns"), CENTIMETRE (21.0 - 2.0 * 2.5), 0.0, "Times", PAPER_FONT,
    PAPER_LINE },

  /* IEEEtran.cls: \textwidth 43pc, \columnsep 1pc, of 12 of TeX's points; Times */
  { "ieee", N_ ("IEEE, column"), TEX_POINT ((43.0 - 1.0) / 2.0 * 12.0), 0.0, "Times", PAPER_FONT,
    PAPER_LINE },
  { "ieee-full", N_ ("IEEE, both columns"), TEX_POINT (43.0 * 12.0), 0.0, "Times", PAPER_FONT,
    PAPER_LINE },

  /* As wide as A4 lying down, ISO 216: 297 mm, and 9/16 of that high */
  { "slide", N_ ("Slide of 16:9, as wide as A4"), CENTIMETRE (29.7), CENTIMETRE (29.7 * 9.0 / 16.0),
    "Sans", 18.0, 2.5 },
};

/**
 * seesaw_preset_list:
 * @n_presets: (out): number of presets
 *
 * Returns: (transfer none): `[n_presets]`, all presets there are
 */
const SeesawPreset *
seesaw_preset_list (gsize *n_presets)
{
  *n_presets = G_N_ELEMENTS (presets);

  return presets;
}

/**
 * seesaw_preset_find:
 * @id: the id of a preset
 *
 * Returns: (transfer none) (nullable): the preset
 */
const SeesawPreset *
seesaw_preset_find (const char *id)
{
  for (gsize i = 0; i < G_N_ELEMENTS (presets); i++)
    if (g_str_equal (presets[i].id, id))
      return &presets[i];

  return NULL;
}

/**
 * seesaw_style_apply_preset:
 * @preset: (nullable): a preset; without one the size is what suits the figure
 *
 * Sets size, font and width of lines; what the preset does not say stays.
 */
void
seesaw_style_apply_preset (SeesawFigureStyle *self, const SeesawPreset *preset)
{
  g_free (self->preset);
  self->preset = preset != NULL ? g_strdup (preset->id) : NULL;
  self->width = preset != NULL ? preset->width : 0.0;
  self->height = preset != NULL ? preset->height : 0.0;
  if (preset == NULL)
    return;

  g_free (self->font);
  self->font = g_strdup (preset->font);
  self->font_size = preset->font_size;
  self->line_width = preset->line_width;
}
