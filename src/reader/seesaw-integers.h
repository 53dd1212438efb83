/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-hdf5.h"

G_BEGIN_DECLS

gint32 *seesaw_epochs_read (SeesawFile *file,
                            const SeesawDataset *dataset,
                            GError **error) G_GNUC_WARN_UNUSED_RESULT;
gint32 *seesaw_labels_read (SeesawFile *file,
                            const SeesawDataset *dataset,
                            gsize n_classes,
                            GError **error) G_GNUC_WARN_UNUSED_RESULT;
guint8 *seesaw_mask_read (SeesawFile *file,
                          const SeesawDataset *dataset,
                          GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
