/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-history.h"

G_BEGIN_DECLS

void seesaw_table_history_append (const SeesawHistory *history,
                                  const SeesawClasses *classes,
                                  SeesawScore score,
                                  double gamma,
                                  GString *csv,
                                  const char *file);

G_END_DECLS
