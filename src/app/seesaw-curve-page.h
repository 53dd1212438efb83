/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define SEESAW_TYPE_CURVE_PAGE (seesaw_curve_page_get_type ())
G_DECLARE_FINAL_TYPE (SeesawCurvePage, seesaw_curve_page, SEESAW, CURVE_PAGE, AdwBin)

G_END_DECLS
