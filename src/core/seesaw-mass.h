/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SeesawMass:
 *
 * Mean of P(U given x) over a set of samples, for every γ. Immutable and reference counted; may
 * be read from any thread.
 */
typedef struct _SeesawMass SeesawMass;

SeesawMass *seesaw_mass_new (const double *log_odds, gsize n_samples) G_GNUC_WARN_UNUSED_RESULT;
SeesawMass *seesaw_mass_ref (SeesawMass *self);
void seesaw_mass_unref (SeesawMass *self);

double seesaw_mass_at (const SeesawMass *self, double gamma);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SeesawMass, seesaw_mass_unref)

G_END_DECLS
