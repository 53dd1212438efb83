/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SEESAW_TYPE_RUN_ROW (seesaw_run_row_get_type ())
G_DECLARE_FINAL_TYPE (SeesawRunRow, seesaw_run_row, SEESAW, RUN_ROW, GtkListBoxRow)

SeesawRunRow *seesaw_run_row_new (SeesawSession *session, SeesawOpenRun *run);

void seesaw_run_row_update (SeesawRunRow *self);

G_END_DECLS
