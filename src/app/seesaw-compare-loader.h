/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-compare-run.h"

G_BEGIN_DECLS

#define SEESAW_TYPE_COMPARE_LOADER (seesaw_compare_loader_get_type ())
G_DECLARE_FINAL_TYPE (SeesawCompareLoader, seesaw_compare_loader, SEESAW, COMPARE_LOADER, GObject)

SeesawCompareLoader *seesaw_compare_loader_new (void);

void seesaw_compare_loader_load (SeesawCompareLoader *self,
                                 GPtrArray *runs,
                                 const SeesawCompareRequest *request,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
SeesawComparison *seesaw_compare_loader_load_finish (SeesawCompareLoader *self,
                                                     GAsyncResult *result,
                                                     char ***messages,
                                                     GError **error);
void seesaw_compare_loader_cancel (SeesawCompareLoader *self);

G_END_DECLS
