/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-session.h"

G_BEGIN_DECLS

#define SEESAW_TYPE_OVERLAYS (seesaw_overlays_get_type ())
G_DECLARE_FINAL_TYPE (SeesawOverlays, seesaw_overlays, SEESAW, OVERLAYS, GObject)

SeesawOverlays *seesaw_overlays_new (SeesawSession *session);

gboolean seesaw_overlays_is_idle (SeesawOverlays *self);

G_END_DECLS
