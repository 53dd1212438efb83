/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-analysis.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void seesaw_gamma_marks_show (GtkScale *slider, const SeesawAnalysis *now, double range);

G_END_DECLS
