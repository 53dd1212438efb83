/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "seesaw-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define SEESAW_TYPE_FOLLOWER (seesaw_follower_get_type ())
G_DECLARE_DERIVABLE_TYPE (SeesawFollower, seesaw_follower, SEESAW, FOLLOWER, AdwBin)

/**
 * SeesawFollowerClass:
 * @show_view: shows the present view, and all else
 * @show_runs: (nullable): shows other runs beside the present one
 * @show_gamma: (nullable): shows the present γ
 * @show_selected: (nullable): shows the selected class
 * @show_side: (nullable): shows the present side
 *
 * What a widget does when the session changes. Each is called only while the widget is on screen.
 */
struct _SeesawFollowerClass
{
  AdwBinClass parent_class;

  void (*show_view) (SeesawFollower *self);
  void (*show_runs) (SeesawFollower *self);
  void (*show_gamma) (SeesawFollower *self);
  void (*show_selected) (SeesawFollower *self);
  void (*show_side) (SeesawFollower *self);
};

SeesawSession *seesaw_follower_get_session (SeesawFollower *self);
void seesaw_follower_set_parts (SeesawFollower *self, SeesawParts parts);

G_END_DECLS
