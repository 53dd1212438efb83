/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-figure.h"

G_BEGIN_DECLS

#define VIEW_N_CLASSES 12
#define VIEW_N_SEEN 7
#define VIEW_N_EPOCHS 4
#define VIEW_N_SAMPLES 360
#define VIEW_N_FEATURES 8

SeesawView *view_new (const SeesawViewRequest *request);
const SeesawMark *view_get_mark (const SeesawScene *scene, SeesawMarkKind kind, guint index);

G_END_DECLS
