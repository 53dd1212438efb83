/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-figure.h"

G_BEGIN_DECLS

typedef struct _SeesawShownRuns SeesawShownRuns;

SeesawShownRuns *seesaw_shown_runs_new (const SeesawSubject *subject) G_GNUC_WARN_UNUSED_RESULT;
void seesaw_shown_runs_free (SeesawShownRuns *self);
gboolean seesaw_shown_runs_are_of (const SeesawShownRuns *self, const SeesawSubject *subject);

G_END_DECLS
