/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-export-private.h"

G_BEGIN_DECLS

/**
 * SeesawTex:
 * @job: what is to be written
 * @files: (element-type SeesawExportFile): where the files beside the document go
 * @folder: of all of them
 * @stem: how their names begin; TeX can read it
 * @definitions: of colours and markers that the picture uses
 * @known_names: (element-type utf8): what of them is defined
 * @body: the picture
 * @cr: a place to ask how strokes are drawn
 * @layout: the present panel
 * @cell: where it is on the page
 * @columns: (element-type GArray): the data of the present panel
 * @n_images: how many images there are yet
 *
 * A document that is being written. On its page, y goes up.
 */
typedef struct
{
  const SeesawExportJob *job;
  GPtrArray *files;
  char *folder;
  char *stem;
  GString *definitions;
  GHashTable *known_names;
  GString *body;
  cairo_t *cr;
  const SeesawPlotLayout *layout;
  SeesawRect cell;
  GPtrArray *columns;
  guint n_images;
} SeesawTex;

/* seesaw-export-tex.c */
void seesaw_tex_add_number (GString *tex, double number);
void seesaw_tex_add_fixed (GString *tex, double number);
void seesaw_tex_add_point (SeesawTex *self, double x, double y);
void seesaw_tex_add_color (SeesawTex *self, const double *rgb);
void seesaw_tex_add_source (SeesawTex *self, const char *key);
double seesaw_tex_get_opacity (const SeesawTex *self);
void seesaw_tex_add_stroke (SeesawTex *self, const SeesawStyle *style);
void seesaw_tex_add_file (SeesawTex *self, const char *name, GBytes *bytes);

/* seesaw-export-tex-marks.c */
void seesaw_tex_add_marker (SeesawTex *self, const SeesawMark *mark, double width);
void seesaw_tex_add_fill (SeesawTex *self, const SeesawStyle *style);
void seesaw_tex_add_mark (SeesawTex *self, const SeesawMark *mark);
char *seesaw_tex_add_image (SeesawTex *self, cairo_surface_t *image);

/* seesaw-export-tex-text.c */
void seesaw_tex_add_texts (SeesawTex *self, const GPtrArray *texts, const GPtrArray *layouts);

/* seesaw-export-tex-axis.c */
void seesaw_tex_add_panel (SeesawTex *self, const SeesawPanel *panel, const char *csv_name);
void seesaw_tex_add_beside (SeesawTex *self);

G_END_DECLS
