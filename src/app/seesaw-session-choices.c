/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is chosen within a view: a class, and a side. */

#include "config.h"

#include "seesaw-session-private.h"

/**
 * seesaw_session_has_class:
 * @label: a class, or −1
 *
 * Returns: whether the present run has it
 */
gboolean
seesaw_session_has_class (SeesawSession *self, int label)
{
  return self->view != NULL && label >= 0 && (gsize) label < self->view->run->classes->n_classes;
}

/**
 * seesaw_session_get_selected:
 *
 * Returns: the selected class, or −1
 */
int
seesaw_session_get_selected (SeesawSession *self)
{
  return self->selected;
}

/**
 * seesaw_session_set_selected:
 * @selected: a class of the present run, or −1
 */
void
seesaw_session_set_selected (SeesawSession *self, int selected)
{
  if (selected >= 0 && !seesaw_session_has_class (self, selected))
    selected = -1;
  if (self->selected == selected)
    return;

  self->selected = selected;
  g_object_notify (G_OBJECT (self), "selected");
}

/**
 * seesaw_session_set_side:
 * @side: which samples' margins are to be looked at: %TRUE for S, %FALSE for U
 */
void
seesaw_session_set_side (SeesawSession *self, gboolean side)
{
  if (self->side == side)
    return;

  self->side = side;
  g_object_notify (G_OBJECT (self), "side");
}
