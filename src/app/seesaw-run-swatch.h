/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-run-subject.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SEESAW_TYPE_RUN_SWATCH (seesaw_run_swatch_get_type ())
G_DECLARE_FINAL_TYPE (SeesawRunSwatch, seesaw_run_swatch, SEESAW, RUN_SWATCH, GtkWidget)

void seesaw_run_swatch_set_style (SeesawRunSwatch *self, SeesawRunStyle style);

G_END_DECLS
