/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-drift.h"
#include "seesaw-run.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* What the reading process and its client say to each other, over a private connection. */

#define SEESAW_WIRE_FD 3
#define SEESAW_WIRE_PATH "/org/seesaw/Seesaw/Reader"
#define SEESAW_WIRE_INTERFACE "org.seesaw.Seesaw.Reader"

#define SEESAW_WIRE_DESCRIBE "Describe"
#define SEESAW_WIRE_REDUCE_EPOCH "ReduceEpoch"
#define SEESAW_WIRE_REDUCE_NCM "ReduceNcm"
#define SEESAW_WIRE_REDUCE_FOLD "ReduceFold"
#define SEESAW_WIRE_MEASURE_DRIFT "MeasureDrift"
#define SEESAW_WIRE_PROGRESS "Progress"

/* Replies. Handles are sealed memory, one block of samples (to be mapped) or one drift (to
 * be copied) each.
 *
 *   Describe     name, seen, class names (empty: none), epochs, test samples, training samples,
 *                folds, attributes, roles (dataset, found, storage)
 *   ReduceEpoch  γ_ALG, NaN logits, handle
 *   ReduceNcm    the same for scores of nearest class means: NaN, 0, handle
 *   ReduceFold   pseudo-seen classes, samples, handle
 *   MeasureDrift number of features, whether there is a start, mean cosine and mean Pearson
 *                correlation (within S, within U, across), handle
 */
#define SEESAW_WIRE_RUN_TYPE "(sayasaittta{sv}a(sbs))"
#define SEESAW_WIRE_EPOCH_TYPE "(dth)"
#define SEESAW_WIRE_FOLD_TYPE "(ayth)"
#define SEESAW_WIRE_DRIFT_TYPE "(tbddddddh)"
#define SEESAW_WIRE_PROGRESS_TYPE "(tt)"

void seesaw_wire_register_errors (void);
void seesaw_wire_set_nonsense (GError **error, const char *what);

GVariant *seesaw_wire_pack_run (const SeesawRun *run);
SeesawRun *seesaw_wire_unpack_run (GVariant *packed, const char *path, GError **error);

GVariant *seesaw_wire_pack_mask (const SeesawClasses *classes);
SeesawClasses *seesaw_wire_unpack_mask (GVariant *mask, const char *const *names, GError **error);

SeesawSamples *seesaw_wire_allocate_samples (gsize n_samples, int *fd, GError **error);
gboolean seesaw_wire_store_drift (const SeesawDrift *drift, int *fd, GError **error);
gboolean seesaw_wire_seal (int fd, GError **error);
SeesawSamples *
seesaw_wire_map_samples (int fd, const SeesawClasses *classes, gsize n_samples, GError **error);
SeesawDrift *seesaw_wire_load_drift (int fd, gsize n_classes, gsize n_features, GError **error);

G_END_DECLS
