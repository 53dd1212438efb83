/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-question.h"

G_BEGIN_DECLS

gboolean seesaw_report_json (char **paths, const SeesawQuestion *question, GError **error);
gboolean seesaw_report_text (char **paths, const SeesawQuestion *question, GError **error);

G_END_DECLS
