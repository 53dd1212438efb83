/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define SEESAW_TYPE_WINDOW (seesaw_window_get_type ())
G_DECLARE_FINAL_TYPE (SeesawWindow, seesaw_window, SEESAW, WINDOW, AdwApplicationWindow)

SeesawWindow *seesaw_window_new (GtkApplication *application);

void seesaw_window_open (SeesawWindow *self, GFile *file);

G_END_DECLS
