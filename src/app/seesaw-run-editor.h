/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SEESAW_TYPE_RUN_EDITOR (seesaw_run_editor_get_type ())
G_DECLARE_FINAL_TYPE (SeesawRunEditor, seesaw_run_editor, SEESAW, RUN_EDITOR, GtkPopover)

SeesawRunEditor *seesaw_run_editor_new (SeesawSession *session, SeesawOpenRun *run);

void seesaw_run_editor_update (SeesawRunEditor *self);

G_END_DECLS
