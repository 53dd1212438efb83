/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SEESAW_TYPE_APPLICATION (seesaw_application_get_type ())
G_DECLARE_FINAL_TYPE (SeesawApplication, seesaw_application, SEESAW, APPLICATION, AdwApplication)

SeesawApplication *seesaw_application_new (void);

G_END_DECLS
