/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-comparison.h"
#include "seesaw-session.h"

G_BEGIN_DECLS

GPtrArray *seesaw_compare_runs_list (SeesawSession *session);
SeesawComparison *
seesaw_compare_runs_name (SeesawSession *session, const SeesawComparison *loaded, GArray *styles);
gboolean seesaw_compare_runs_are_named (SeesawSession *session,
                                        const SeesawComparison *loaded,
                                        const SeesawComparison *named,
                                        const GArray *styles);

G_END_DECLS
